//! The purpose desk: for what each category may be used, what was newly agreed to, and which cases are open.
//!
//! The table is the vendor's own record of what its policy states of each category (USE-05, USE-21, USE-23,
//! ACC-02, COM-03, CKT-03). A datum collected for one narrow purpose is used for that and its kin alone.

use crate::defects::Defect;
use crate::kinds::{Kind, Kinds};
use crate::limits::{KINDS, PEOPLE};
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::{Few, Table};
use vouchsafe_alphabet::readings::PurposeScope;
use vouchsafe_alphabet::{Category, Person, Purpose};

/// The purpose desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Purposes {
    /// The new purposes, by their position in the scope, to which each person agreed for each category.
    agreed: Table<Table<Few, KINDS>, PEOPLE>,
    /// People who asked for a service (SHR-02).
    pub(crate) served: Few,
    /// People with a support case (USE-07).
    pub(crate) cases: Few,
    /// People who submitted feedback (USE-24).
    pub(crate) wrote: Few,
}

/// The position of a new purpose in the scope.
fn position(setup: &Setup, purpose: Purpose) -> Result<usize, Refusal> {
    setup.new_purposes.iter().position(|&new| new == purpose).ok_or(Refusal::Unknown)
}

impl Purposes {
    /// A person answers whether a category may be used for a new purpose.
    pub(crate) fn answer(
        &mut self,
        setup: &Setup,
        person: Person,
        kind: Kind,
        purpose: Purpose,
        yes: bool,
    ) -> Result<(), Refusal> {
        let place = position(setup, purpose)?;
        let agreed = self.agreed.at_mut(person.index())?.at_mut(kind.0.into())?;
        if yes {
            agreed.add(place);
        } else {
            agreed.drop(place);
        }
        Ok(())
    }
    /// Whether a person agreed that a category is used for a purpose.
    pub(crate) fn agreed(&self, setup: &Setup, person: Person, kind: Kind, purpose: Purpose) -> bool {
        let agreed = self.agreed.at(person.index()).and_then(|kinds| kinds.at(kind.0.into()));
        position(setup, purpose).is_ok_and(|place| agreed.is_ok_and(|agreed| agreed.has(place)))
    }
    /// A person refuses or takes back use of these categories: no yes to a new purpose is left (WDC-04).
    pub(crate) fn withdraw(&mut self, person: Person, kinds: Kinds) -> Result<(), Refusal> {
        for (kind, agreed) in self.agreed.at_mut(person.index())?.each_mut() {
            if kinds.has(Kind(kind as u8)) {
                *agreed = Few::default();
            }
        }
        Ok(())
    }
    /// Refuses support without a case, and follow-up without feedback (USE-07, USE-24).
    pub(crate) fn called_for(&self, setup: &Setup, person: Person, purpose: Purpose) -> Result<(), Refusal> {
        let (case, wrote) = (self.cases.has(person.index()), self.wrote.has(person.index()));
        if purpose == Purpose::Support && !case && !wrote && !setup.has(Defect::SupportWithoutCase) {
            return Err(Refusal::NoCase);
        }
        if purpose == Purpose::FollowUp && !wrote { Err(Refusal::NoFeedback) } else { Ok(()) }
    }
}

/// What law, safety and the duties of a business take, whatever the category.
const DUTY: [Purpose; 14] = [
    Purpose::LegalCompliance,
    Purpose::LegalDemand,
    Purpose::ProtectRights,
    Purpose::Safety,
    Purpose::Investigation,
    Purpose::Security,
    Purpose::Dispute,
    Purpose::Enforcement,
    Purpose::BusinessRecords,
    Purpose::SubjectRequest,
    Purpose::MinorRemoval,
    Purpose::Notice,
    Purpose::Governance,
    Purpose::CorporateEvent,
];

/// What the services take of the data by which they run (USE-06 to USE-10, GRP-03, CKT-11).
const SERVICE: [Purpose; 6] = [
    Purpose::Provide,
    Purpose::Support,
    Purpose::Communicate,
    Purpose::Statistics,
    Purpose::OperateFull,
    Purpose::AppAnalytics,
];

/// What the policy states of one category beside the duties: whether the services run by it, and what else.
fn stated_of(category: Category) -> (bool, &'static [Purpose]) {
    use Purpose::*;
    match category {
        Category::Account => (
            true,
            &[
                DirectMarketing,
                Preferences,
                Features,
                IdentityVerification,
                Control,
                Authenticity,
                StatusDisplay,
                ConnectionSelection,
                FollowUp,
                Ecosystem,
                AppRun,
            ],
        ),
        Category::DeviceInfo => {
            (true, &[Control, StatusDisplay, Authenticity, ConnectionSelection, AppRun, Ecosystem])
        }
        Category::NetworkInfo | Category::OperateInfo => {
            (true, &[ConnectionSelection, Control, StatusDisplay])
        }
        Category::SharedAccounts | Category::Command | Category::OperationsInfo | Category::Status => {
            (true, &[Control, StatusDisplay])
        }
        Category::Purchase => (true, &[DirectMarketing, Ecosystem]),
        Category::EcosystemData => (true, &[Ecosystem]),
        Category::Feedback => {
            (false, &[Feedback, FollowUp, Record, Provide, Support, Statistics, Communicate])
        }
        Category::Correspondence => (false, &[Record, Communicate, FollowUp, Support, Feedback]),
        Category::FactoryMac => (false, &[Authenticity]),
        Category::IdentityProof => (false, &[IdentityVerification]),
        Category::RequestData => (false, &[IdentityVerification, Communicate]),
        Category::PhoneFeature => (false, &[AppRun, ConnectionSelection, StatusDisplay, Control]),
        Category::Credentials => (false, &[IdentityVerification, AppRun, Control, Provide]),
        Category::Age => (false, &[Provide]),
        Category::Cookie => (false, &[WebAnalytics, Preferences, Features, Advertising, InterestAds]),
        Category::Demographic | Category::CookieReport | Category::WebLog => {
            (false, &[WebAnalytics, Statistics])
        }
        Category::LocalStorage => (false, &[Preferences, Features]),
        Category::AdProfile => (false, &[Advertising, InterestAds]),
        Category::Analytics => (false, &[AppAnalytics, Provide, Statistics]),
        Category::Statistic => (false, &[Statistics, Provide]),
    }
}

/// What the text lists as purposes one by one, for a vendor that takes that list to be closed (T49).
fn listed(purpose: Purpose) -> bool {
    use Purpose::*;
    let named = [
        Provide,
        Support,
        Communicate,
        Statistics,
        Authenticity,
        ConnectionSelection,
        StatusDisplay,
        Control,
        Feedback,
        FollowUp,
        Record,
        AppRun,
        IdentityVerification,
    ];
    DUTY.contains(&purpose) || named.contains(&purpose)
}

/// Refuses a purpose that the policy does not state of a category.
pub(crate) fn stated(setup: &Setup, category: Category, purpose: Purpose) -> Result<(), Refusal> {
    let (serves, more) = stated_of(category);
    let row = DUTY.contains(&purpose) || (serves && SERVICE.contains(&purpose)) || more.contains(&purpose);
    let known = match setup.rules.readings.purpose_scope {
        PurposeScope::PerCategory => row,
        PurposeScope::Union => purpose != Purpose::Unstated,
        PurposeScope::ListedFour => row && listed(purpose),
    };
    if known || strayed(setup, category, purpose) { Ok(()) } else { Err(Refusal::WrongPurpose) }
}

/// Defects: jobs that read what was never meant for them.
fn strayed(setup: &Setup, category: Category, purpose: Purpose) -> bool {
    let stray = match (category, purpose) {
        (Category::Command, Purpose::DirectMarketing) => Defect::PromotionsReadCommands,
        (Category::Statistic, Purpose::DirectMarketing) => Defect::StatisticsAimPromotions,
        (Category::Cookie, Purpose::DirectMarketing) => Defect::SiteCookiesAimPromotions,
        (Category::Feedback, Purpose::Preferences) => Defect::FeedbackAimsPromotions,
        (Category::IdentityProof, Purpose::Preferences) => Defect::IdentityProofProfiled,
        (Category::PhoneFeature, Purpose::InterestAds) => Defect::PhoneFeatureFeedsAdverts,
        _ => return false,
    };
    setup.has(stray)
}

/// Refuses to use what was collected for a narrow purpose for anything but that, its kin and the duties.
pub(crate) fn akin(collected: Option<Purpose>, purpose: Purpose) -> Result<(), Refusal> {
    use Purpose::*;
    let Some(collected) = collected else { return Ok(()) };
    let kin: &[Purpose] = match collected {
        IdentityVerification | Authenticity | MinorRemoval | LegalCompliance | LegalDemand | Security => &[],
        SubjectRequest => &[IdentityVerification, Communicate],
        AppRun => &[ConnectionSelection, StatusDisplay, Control],
        ConnectionSelection => &[Control, StatusDisplay, AppRun],
        FollowUp => &[Feedback, Record, Support],
        Feedback => &[FollowUp, Record, Provide, Support, Statistics],
        Provide | Support | Communicate | Statistics | BusinessRecords | StatusDisplay | Control | Record
        | DirectMarketing | WebAnalytics | Advertising | InterestAds | AppAnalytics | Preferences
        | Features | OperateFull | Ecosystem | CorporateEvent | ProtectRights | Safety | Investigation
        | Business | Dispute | Enforcement | Notice | Governance | Unstated => return Ok(()),
    };
    if purpose == collected || DUTY.contains(&purpose) || kin.contains(&purpose) {
        Ok(())
    } else {
        Err(Refusal::WrongPurpose)
    }
}

/// Whether law or duty stands behind a purpose, whoever pursues it.
pub(crate) fn is_duty(purpose: Purpose) -> bool {
    DUTY.contains(&purpose)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::defects::Defects;

    const ANA: Person = Person(0);

    #[test]
    fn a_category_is_used_for_what_is_stated_of_it() {
        let setup = Setup::default();
        assert_eq!(stated(&setup, Category::Command, Purpose::Control), Ok(()));
        assert_eq!(stated(&setup, Category::Command, Purpose::DirectMarketing), Err(Refusal::WrongPurpose));
        assert_eq!(stated(&setup, Category::FactoryMac, Purpose::Provide), Err(Refusal::WrongPurpose));
        assert_eq!(stated(&setup, Category::FactoryMac, Purpose::LegalDemand), Ok(()));
        assert_eq!(stated(&setup, Category::Account, Purpose::Unstated), Err(Refusal::WrongPurpose));
        let broken = Setup { defects: Defects::one(Defect::PromotionsReadCommands), ..setup };
        assert_eq!(stated(&broken, Category::Command, Purpose::DirectMarketing), Ok(()));
        assert_eq!(
            stated(&broken, Category::Statistic, Purpose::DirectMarketing),
            Err(Refusal::WrongPurpose)
        );
    }

    #[test]
    fn readings_widen_and_narrow_the_table() {
        let mut setup = Setup::default();
        let shown = |setup: &Setup| {
            [(Category::Command, Purpose::InterestAds), (Category::Account, Purpose::Preferences)]
                .map(|(category, purpose)| stated(setup, category, purpose).is_ok())
        };
        assert_eq!(shown(&setup), [false, true]);
        setup.rules.readings.purpose_scope = PurposeScope::Union;
        assert_eq!(shown(&setup), [true, true]);
        setup.rules.readings.purpose_scope = PurposeScope::ListedFour;
        assert_eq!(shown(&setup), [false, false]);
    }

    #[test]
    fn what_is_collected_for_something_narrow_is_used_for_its_kin() {
        assert_eq!(akin(None, Purpose::Statistics), Ok(()));
        assert_eq!(akin(Some(Purpose::Provide), Purpose::Statistics), Ok(()));
        assert_eq!(akin(Some(Purpose::AppRun), Purpose::Control), Ok(()));
        assert_eq!(akin(Some(Purpose::AppRun), Purpose::Provide), Err(Refusal::WrongPurpose));
        assert_eq!(akin(Some(Purpose::Authenticity), Purpose::Dispute), Ok(()));
    }

    #[test]
    fn a_new_purpose_is_agreed_to_for_a_category_and_taken_back_with_its_use() {
        let setup = Setup { new_purposes: vec![Purpose::WebAnalytics], ..Setup::default() };
        let mut desk = Purposes::default();
        let agreed = |desk: &Purposes, kind| desk.agreed(&setup, ANA, Kind(kind), Purpose::WebAnalytics);
        assert_eq!(desk.answer(&setup, ANA, Kind(1), Purpose::Provide, true), Err(Refusal::Unknown));
        desk.answer(&setup, ANA, Kind(1), Purpose::WebAnalytics, true).unwrap();
        assert!(agreed(&desk, 1) && !agreed(&desk, 0));
        desk.withdraw(ANA, Kinds::one(Kind(0))).unwrap();
        assert!(agreed(&desk, 1));
        desk.withdraw(ANA, Kinds::first(2)).unwrap();
        assert!(!agreed(&desk, 1));
    }

    #[test]
    fn support_waits_for_a_case_and_follow_up_for_feedback() {
        let (setup, mut desk) = (Setup::default(), Purposes::default());
        let ask = |desk: &Purposes, purpose| desk.called_for(&setup, ANA, purpose);
        assert_eq!(ask(&desk, Purpose::Support), Err(Refusal::NoCase));
        assert_eq!(ask(&desk, Purpose::FollowUp), Err(Refusal::NoFeedback));
        assert_eq!(ask(&desk, Purpose::Provide), Ok(()));
        desk.cases.add(0);
        assert_eq!(
            (ask(&desk, Purpose::Support), ask(&desk, Purpose::FollowUp)),
            (Ok(()), Err(Refusal::NoFeedback))
        );
        desk.wrote.add(0);
        assert_eq!(ask(&desk, Purpose::FollowUp), Ok(()));
    }
}
