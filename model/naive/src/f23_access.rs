//! F23: whoever works with a record is bound, engaged and authorised, and does so for the person and within the law.

use crate::f10_purposes::{gave_feedback, opens_a_case};
use crate::history::Past;
use crate::promise::{Promise, Seen};
use crate::record::{Known, known};
use vouchsafe_alphabet::Observation::{Accessed, BoundToSecrecy, Dismissed};
use vouchsafe_alphabet::readings::StaffAccess;
use vouchsafe_alphabet::{Holder, Purpose, Record, Staff, Verb};

/// Staff and providers take up work with records under secrecy, while engaged, with authority, for a task that serves
/// the person, and not against the law (COM-11, SEC-02, SEC-08, SEC-14).
pub(crate) const ENTITLED_ACCESS: Promise = Promise {
    id: "F23.entitled-access",
    trigger: |past, seen| access(past, seen).is_some(),
    parts: &[
        ("bound-to-secrecy", |past, seen| access(past, seen).is_none_or(|it| it.bound)),
        ("still-engaged", |past, seen| {
            access(past, seen)
                .is_none_or(|it| !past.has_left(it.staff) && it.by.is_none_or(|h| !past.contract_lapsed(h)))
        }),
        ("authorised", |past, seen| access(past, seen).is_none_or(|it| it.authorised != Some(false))),
        ("task-for-the-person", task_for_the_person),
        ("same-duties", |past, seen| {
            access(past, seen)
                .and_then(|it| it.known(past))
                .is_none_or(|record| !past.forbidden_here(record.person, Verb::Use, record.category, None))
        }),
    ],
    witnesses: &[
        ("by-staff", |past, seen| {
            access(past, seen).is_some_and(|it| it.by.unwrap_or(Holder::VENDOR) == Holder::VENDOR)
        }),
        ("by-provider", |past, seen| {
            access(past, seen).is_some_and(|it| it.by.is_some_and(|h| h != Holder::VENDOR))
        }),
        ("for-support", |past, seen| access(past, seen).is_some_and(|it| it.purpose == Purpose::Support)),
    ],
    duty: None,
};

/// Work with a record that somebody of ours takes up.
struct Access {
    record: Record,
    staff: Staff,
    by: Option<Holder>,
    purpose: Purpose,
    bound: bool,
    authorised: Option<bool>,
}

impl Access {
    fn known(&self, past: Past<'_>) -> Option<Known> {
        known(past, self.record)
    }
}

fn access(past: Past<'_>, seen: Seen) -> Option<Access> {
    if let Some(Accessed { record, staff, purpose, good, by, passed }) = seen.line()
        && by.is_none_or(|h| past.controlled(h))
    {
        Some(Access { record, staff, by, purpose, bound: good, authorised: passed })
    } else {
        None
    }
}

/// Purposes that serve nobody's own case, and neither law nor security.
const SELF_SERVING: &[Purpose] = &[
    Purpose::Advertising,
    Purpose::AppAnalytics,
    Purpose::Business,
    Purpose::BusinessRecords,
    Purpose::CorporateEvent,
    Purpose::DirectMarketing,
    Purpose::Ecosystem,
    Purpose::Features,
    Purpose::Governance,
    Purpose::InterestAds,
    Purpose::Notice,
    Purpose::Preferences,
    Purpose::Statistics,
    Purpose::Unstated,
    Purpose::WebAnalytics,
];

fn task_for_the_person(past: Past<'_>, seen: Seen) -> bool {
    access(past, seen).is_none_or(|it| match past.rules.readings.staff_access {
        StaffAccess::AnyStated => it.purpose != Purpose::Unstated,
        StaffAccess::ForTheService => {
            let subject = it.known(past).map(|record| record.person);
            let takes = |purposes: &[Purpose]| purposes.contains(&it.purpose);
            if takes(&[Purpose::Support, Purpose::SubjectRequest]) {
                subject.is_none_or(|p| past.ever_then(|then, older| opens_a_case(then, older, p)))
            } else if takes(&[Purpose::Feedback, Purpose::FollowUp, Purpose::Record]) {
                subject.is_none_or(|p| gave_feedback(past, p))
            } else {
                !takes(SELF_SERVING)
            }
        }
    })
}

impl Past<'_> {
    /// Whether somebody was dismissed, and not engaged again under a new bond.
    fn has_left(self, s: Staff) -> bool {
        let (bound, left) = (BoundToSecrecy { staff: s }, Dismissed { staff: s });
        self.latest_saying(|seen| (seen == bound || seen == left).then_some(seen)) == Some(left)
    }
}
