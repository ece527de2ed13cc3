//! F23, who takes up work with personal information (COM-11, SEC-02, SEC-08, SEC-14): staff and providers who are bound to
//! secrecy and still engaged, with authority, for a task that serves the person, and by the law that binds the vendor.

use crate::facts::{contracts, statutes};
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::StaffAccess;
use vouchsafe_alphabet::{Holder, Kind, Observation, Purpose, Staff, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F23.entitled-access",
        family: "F23",
        clauses: &["COM-11", "SEC-02", "SEC-08", "SEC-14"],
        statement: "Whoever takes up work with a record is bound to secrecy, engaged and authorised, has a task that serves the person, and keeps to the law.",
        shape: Shape::Absence,
        readings: &["staff-access"],
        sees: &[Kind::Accessed],
        ends: Ends::Never,
        when: "a member of staff, an agent or somebody of a provider takes up work with a record",
        trigger: |v| access(v).is_some(),
        parts: &[
            Part {
                name: "bound-to-secrecy",
                clauses: &["SEC-08"],
                says: "that one is bound to secrecy then",
                holds: |v| access(v).is_none_or(|it| it.bound),
            },
            Part {
                name: "still-engaged",
                clauses: &["SEC-08", "SEC-02"],
                says: "that one was not dismissed, and the contract with the provider has not ended",
                holds: |v| {
                    access(v).is_none_or(|it| {
                        !v.is(&v.books.staff(it.staff).dismissed) && it.by.is_none_or(|by| cooperates(v, by))
                    })
                },
            },
            Part {
                name: "authorised",
                clauses: &["SEC-02"],
                says: "nothing says that it was unauthorised",
                holds: |v| access(v).is_none_or(|it| it.authorised),
            },
            Part {
                name: "task-for-the-person",
                clauses: &["SEC-14"],
                says: "it is for a task that serves the person, or the law, or security",
                holds: |v| {
                    access(v).is_none_or(|it| match v.rules.readings.staff_access {
                        StaffAccess::ForTheService => serves(v, it.purpose),
                        StaffAccess::AnyStated => it.purpose != Purpose::Unstated,
                    })
                },
            },
            Part {
                name: "same-duties",
                clauses: &["COM-11"],
                says: "the law of the person's own place does not forbid that use of the record",
                holds: |v| access(v).is_none_or(|_| !is_forbidden(v)),
            },
        ],
        witnesses: &[
            Witness {
                name: "by-staff",
                says: "a member of staff takes up work with a record",
                seen: |v| access(v).is_some_and(|it| it.by.is_none_or(|by| by == Holder::VENDOR)),
            },
            Witness {
                name: "by-provider",
                says: "somebody of a provider takes up work with a record",
                seen: |v| access(v).is_some_and(|it| it.by.is_some_and(|by| by != Holder::VENDOR)),
            },
            Witness {
                name: "for-support",
                says: "it is for a case of support that the person has",
                seen: |v| access(v).is_some_and(|it| it.purpose == Purpose::Support),
            },
        ],
    }]
}

/// Work with a record that somebody takes up.
struct Access {
    staff: Staff,
    by: Option<Holder>,
    purpose: Purpose,
    bound: bool,
    authorised: bool,
}

fn access<M: Mode>(v: &View<'_, M>) -> Option<Access> {
    let Some(&Observation::Accessed { staff, by, purpose, good, passed, .. }) = v.saw() else {
        return None;
    };
    let ours = by.is_none_or(|by| v.is_controlled(by));
    ours.then_some(Access { staff, by, purpose, bound: good, authorised: passed != Some(false) })
}

/// Whether a contract with a provider stands, where one was ever seen (SEC-08).
fn cooperates<M: Mode>(v: &View<'_, M>, by: Holder) -> bool {
    let mut lapsed = None;
    let signed = v.books.any_contract_of(by, &mut |contract| {
        lapsed = Some(if contract.ended.on() { contract.ended.cause() } else { contract.signed.cause() });
        v.is_controlled(contract.with)
    });
    let stands = contracts::has(v.books, v.rules, v.now, by, None, &|_| true, &mut |_| {});
    if signed && !stands {
        lapsed.into_iter().for_each(|cause| v.note(cause));
    }
    !signed || stands
}

/// Whether a task serves the person; one that takes a case of the person's own has it, where the record is known.
fn serves<M: Mode>(v: &View<'_, M>, purpose: Purpose) -> bool {
    let record = v.record();
    let person = record.collected.on().then(|| v.books.person(record.person));
    match purpose {
        Purpose::Support | Purpose::SubjectRequest => person.is_none_or(|person| v.is(&person.support)),
        Purpose::Feedback | Purpose::FollowUp | Purpose::Record => {
            person.is_none_or(|person| v.is(&person.fed_back))
        }
        Purpose::Provide
        | Purpose::Communicate
        | Purpose::Authenticity
        | Purpose::ConnectionSelection
        | Purpose::StatusDisplay
        | Purpose::Control
        | Purpose::OperateFull
        | Purpose::AppRun
        | Purpose::IdentityVerification
        | Purpose::MinorRemoval
        | Purpose::LegalCompliance
        | Purpose::LegalDemand
        | Purpose::Security
        | Purpose::Safety
        | Purpose::Investigation
        | Purpose::ProtectRights
        | Purpose::Dispute
        | Purpose::Enforcement => true,
        Purpose::Statistics
        | Purpose::BusinessRecords
        | Purpose::DirectMarketing
        | Purpose::WebAnalytics
        | Purpose::Advertising
        | Purpose::InterestAds
        | Purpose::AppAnalytics
        | Purpose::Preferences
        | Purpose::Features
        | Purpose::Ecosystem
        | Purpose::CorporateEvent
        | Purpose::Business
        | Purpose::Notice
        | Purpose::Governance
        | Purpose::Unstated => false,
    }
}

/// Whether the law of the place where the person of the record lives forbids that it is used.
fn is_forbidden<M: Mode>(v: &View<'_, M>) -> bool {
    let record = v.record();
    record.collected.on()
        && statutes::forbids(v.books, (record.person, Verb::Use, record.category), None, &mut |cause| {
            v.note(cause);
        })
}
