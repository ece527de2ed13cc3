//! A promise as the judge takes it: named tests of one thing seen against the past.

use crate::history::Past;
use vouchsafe_alphabet::{Observation, Sort};

/// What is judged at a moment.
#[derive(Clone, Copy)]
pub(crate) enum Seen {
    /// A line.
    Line(Observation),
    /// The end of the last lawful instant of a duty of this subject.
    End(u32),
}

impl Seen {
    /// The line, if it is one.
    pub(crate) fn line(self) -> Option<Observation> {
        match self {
            Self::Line(line) => Some(line),
            Self::End(_) => None,
        }
    }

    /// The subject of the duty whose last instant ends, if it does.
    pub(crate) fn end(self) -> Option<u32> {
        match self {
            Self::Line(_) => None,
            Self::End(id) => Some(id),
        }
    }
}

/// A question about what is seen, answered from the past.
pub(crate) type Test = fn(Past<'_>, Seen) -> bool;

/// Something that has to be done by a deadline.
pub(crate) struct Duty {
    /// The sort of its subjects.
    pub(crate) sort: Sort,
    /// The last lawful instant of this subject's duty, while one is open.
    pub(crate) open: fn(Past<'_>, u32) -> Option<u64>,
}

/// A promise.
pub(crate) struct Promise {
    /// Its id.
    pub(crate) id: &'static str,
    /// Whether it speaks about what is seen.
    pub(crate) trigger: Test,
    /// What has to hold whenever it does.
    pub(crate) parts: &'static [(&'static str, Test)],
    /// What shows that it can be kept in earnest; asked only where no part fails.
    pub(crate) witnesses: &'static [(&'static str, Test)],
    /// The duty that it lays down, if it does.
    pub(crate) duty: Option<Duty>,
}

/// Every promise, in the order of families.
pub(crate) const ALL: &[&Promise] = &[
    &crate::f01_f02_authenticity::CHECKED_BEFORE_OPERATED,
    &crate::f01_f02_authenticity::PAIR_CHECKED,
    &crate::f03_route::USABLE_ROUTE,
    &crate::f04_status::STATUS_TRUTH,
    &crate::f06_command_path::EXECUTION_HAS_ITS_PRESS,
    &crate::f06_command_path::TRANSMISSION_SERVES_A_PRESS,
    &crate::f06_command_path::RECORD_HAS_ITS_PRESS,
    &crate::f07_contents::LISTED_CONTENTS,
    &crate::f08_occasions::COLLECTED_ON_OCCASION,
    &crate::f08_occasions::FEEDBACK_BY_CHOICE,
    &crate::f09_minimisation::ONLY_THE_NEEDED_IS_REQUIRED,
    &crate::f10_purposes::STATED_COMPATIBLE_PURPOSE,
    &crate::f11_disclosure_basis::AUTHORISED_DISCLOSURE,
    &crate::f11_lawful_handling::LAWFUL_HANDLING,
    &crate::f12_contracts::CONTRACT_FIRST,
    &crate::f13_no_sale::NO_SALE,
    &crate::f14_marketing_consent::NO_MARKETING_WITHOUT_CONSENT,
    &crate::f15_opt_out::OPT_OUT_ENDS_MARKETING,
    &crate::f15_opt_out::STOPPED_MAIL_STAYS_STOPPED,
    &crate::f16_partners::NO_PARTNER_MARKETING,
    &crate::f17_no_linking::NO_LINKING,
    &crate::f18_site::SITE_TECHNOLOGY,
    &crate::f18_site::ADVERTS_IN_PLACE,
    &crate::f19_interest_ads::OPT_OUT_ENDS_INTEREST_ADS,
    &crate::f20_anonymised::NOBODY_SINGLED_OUT,
    &crate::f21_f22_storage::SAFE_PLACES,
    &crate::f21_f22_storage::CLASSIFIED_AT_THE_TOP,
    &crate::f23_access::ENTITLED_ACCESS,
    &crate::f25_periodic_review::REVIEWED_IN_TIME,
    &crate::f26_retention::PURGED_IN_TIME,
    &crate::f26_retention::NOTHING_COMES_BACK,
    &crate::f27_permission::REVOKED_IS_UNREAD,
    &crate::f28_user_controls::LIMITS_ASKED_BY_MAIL,
    &crate::f28_user_controls::UNREGISTERED_TELLS_NOTHING,
    &crate::f29_subject_requests::VERIFIED_FIRST,
    &crate::f29_subject_requests::WHOLE_ANSWER,
    &crate::f29_subject_requests::ANSWERED_IN_TIME,
    &crate::f29_subject_requests::FAIR_FEE,
    &crate::f30_withdrawal::PROCESSED_IN_TIME,
    &crate::f30_withdrawal::NOTHING_AFTER_WITHDRAWAL,
    &crate::f31_denial::DENIED_FOR_WHAT_IT_NEEDS,
    &crate::f32_cross_border::SAFEGUARDED_TRANSFER,
    &crate::f32_cross_border::LISTED_CENTRES,
    &crate::f32_cross_border::ABROAD_AS_AT_HOME,
    &crate::f33_minors::KNOWN_MINOR_LEFT_ALONE,
    &crate::f33_minors::REPORT_REMOVES,
    &crate::f34_policy_update::CHANGE_IS_ANNOUNCED,
    &crate::f34_policy_update::PRACTICE_FOLLOWS_TERMS,
    &crate::f35_new_consent::CONSENT_SOUGHT_AGAIN,
    &crate::f36_deemed_consent::USE_IS_NO_ANSWER,
    &crate::f36_deemed_consent::ACCEPTANCE_BINDS_TO_TERMS_IN_FORCE,
    &crate::f37_corporate_notice::CORPORATE_CHANGE_IS_TOLD,
    &crate::f38_third_parties::PARTS_OF_THIRD_PARTIES,
    &crate::f38_third_parties::SCOPE_FOLLOWS_ORIGIN,
    &crate::f40_network::NETWORK_ANSWERS_FOR_TRANSIT,
    &crate::f41_user_duties::BLAME_HAS_ITS_CAUSE,
    &crate::f41_user_duties::BREACH_IS_REPORTED,
    &crate::f42_contact::RIGHT_DESK,
    &crate::f43_sharing_stop::STOPPED_SHARING_STAYS_STOPPED,
];
