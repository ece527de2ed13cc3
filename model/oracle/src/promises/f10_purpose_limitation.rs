//! F10, purpose limitation (USE-01 to USE-08, USE-21 to USE-24, COM-03, CKT-03, GRP-03, ACC-02): data is used, by its
//! effect, for a purpose that the policy states for it, that fits why it was collected, or that was newly agreed to.

use super::purposes;
use crate::facts::answers::Said;
use crate::facts::flow::is_sourced;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::party::Address;
use vouchsafe_alphabet::readings::PurposeScope;
use vouchsafe_alphabet::{
    Category, Class, Holder, Kind, Mail, Observation, Person, ProviderKind, Purpose, Record, Set, Verb,
};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F10.stated-compatible-purpose",
        family: "F10",
        clauses: &[
            "COM-03", "USE-01", "USE-02", "USE-05", "USE-06", "USE-07", "USE-08", "USE-10", "USE-11",
            "USE-21", "USE-23", "USE-24", "CKT-03", "GRP-03", "GRP-05", "ECO-03", "ACC-02",
        ],
        statement: "Data is collected and used for purposes that the policy states for it, compatible with why it was collected, or newly agreed to.",
        shape: Shape::Absence,
        readings: &["purpose-scope", "law-basis", "affiliate"],
        sees: &[Kind::Used, Kind::Collected, Kind::Messaged],
        ends: Ends::Never,
        when: "data that is ours or came from us is used, data is collected for a purpose, or feedback is followed up",
        trigger: |v| used(v).is_some() || collected(v).is_some() || follows_up(v),
        parts: &[
            Part {
                name: "stated",
                clauses: &["USE-01", "USE-05"],
                says: "the policy states the purpose somewhere",
                holds: |v| act(v).is_none_or(|act| act.purpose != Purpose::Unstated || is_legal(v, &act)),
            },
            Part {
                name: "fits-category",
                clauses: &["USE-05", "USE-10", "USE-21", "USE-23", "COM-03", "CKT-03", "ACC-02"],
                says: "the policy states the purpose for that category, the person agreed to it, or law covers it",
                holds: |v| {
                    act(v).is_none_or(|act| {
                        act.purpose == Purpose::Unstated
                            || is_stated(v, &act)
                            || is_legal(v, &act)
                            || (act.verb == Verb::Use && is_agreed(v, &act))
                    })
                },
            },
            Part {
                name: "fits-collection",
                clauses: &["USE-05", "COM-03"],
                says: "what was collected for a narrow purpose is used for that, for what is kin to it, or as agreed",
                holds: |v| {
                    used(v)
                        .is_none_or(|act| fits_collection(v, &act) || is_legal(v, &act) || is_agreed(v, &act))
                },
            },
            Part {
                name: "recipient-purpose",
                clauses: &["GRP-03", "GRP-05", "ECO-03"],
                says: "a recipient uses it for what its part in the services is",
                holds: |v| used(v).is_none_or(|act| is_in_its_part(v, &act) || is_legal(v, &act)),
            },
            Part {
                name: "legal-duty",
                clauses: &["USE-02"],
                says: "what is collected to comply with law is demanded or allowed by law",
                holds: |v| {
                    collected(v)
                        .is_none_or(|act| act.purpose != Purpose::LegalCompliance || is_legal(v, &act))
                },
            },
            Part {
                name: "support-case",
                clauses: &["USE-07"],
                says: "support has been asked for, or an action that brings it was announced",
                holds: |v| {
                    used(v).is_none_or(|act| {
                        act.purpose != Purpose::Support
                            || !v.is_controlled(act.by)
                            || v.is(&v.books.person(act.person).support)
                    })
                },
            },
            Part {
                name: "feedback-first",
                clauses: &["USE-24"],
                says: "the person has given feedback, and is written to at an address of their own",
                holds: |v| feedback_first(v),
            },
        ],
        witnesses: &[
            Witness { name: "provide", says: "data is used to provide", seen: |v| uses(v, Purpose::Provide) },
            Witness {
                name: "support",
                says: "data is used for support",
                seen: |v| uses(v, Purpose::Support),
            },
            Witness {
                name: "statistics",
                says: "data is used for statistics",
                seen: |v| uses(v, Purpose::Statistics),
            },
            Witness {
                name: "business-records",
                says: "data is used for the records of the business",
                seen: |v| uses(v, Purpose::BusinessRecords),
            },
            Witness {
                name: "feedback",
                says: "data is used to improve through feedback",
                seen: |v| uses(v, Purpose::Feedback),
            },
            Witness {
                name: "control",
                says: "data is used for control",
                seen: |v| uses(v, Purpose::Control),
            },
            Witness {
                name: "app-run",
                says: "data is used to run the app",
                seen: |v| uses(v, Purpose::AppRun),
            },
            Witness {
                name: "authenticity",
                says: "data is used to show that a TV is genuine",
                seen: |v| uses(v, Purpose::Authenticity),
            },
            Witness {
                name: "identity-verification",
                says: "data is used to verify an identity",
                seen: |v| uses(v, Purpose::IdentityVerification),
            },
            Witness { name: "follow-up", says: "feedback is followed up", seen: |v| follows_up(v) },
            Witness {
                name: "recipient-operates",
                says: "a recipient uses data for the services",
                seen: |v| {
                    used(v).is_some_and(|act| {
                        !v.is_we(act.by) && matches!(act.purpose, Purpose::OperateFull | Purpose::Provide)
                    })
                },
            },
            Witness {
                name: "new-purpose-agreed",
                says: "data is used for a new purpose that the person agreed to",
                seen: |v| {
                    used(v).is_some_and(|act| {
                        v.is_controlled(act.by)
                            && !purposes::stated_for(act.category).has(act.purpose)
                            && is_agreed(v, &act)
                    })
                },
            },
            Witness {
                name: "under-duty",
                says: "data is collected because the law demands it",
                seen: |v| collected(v).is_some_and(|act| act.purpose == Purpose::LegalCompliance),
            },
        ],
    }]
}

/// Collecting or using for a purpose.
struct Act {
    verb: Verb,
    person: Person,
    category: Category,
    purpose: Purpose,
    by: Holder,
    record: Option<Record>,
}

/// A use of data that is ours or came from us.
fn used<M: Mode>(v: &View<'_, M>) -> Option<Act> {
    let Some(&Observation::Used { person, category, purpose, by, record, .. }) = v.saw() else { return None };
    let ours = v.is_controlled(by) || is_sourced(v.books, person, category, by, &mut |cause| v.note(cause));
    ours.then_some(Act { verb: Verb::Use, person, category, purpose, by, record })
}

/// A collection for a purpose, by us or for the vendor.
fn collected<M: Mode>(v: &View<'_, M>) -> Option<Act> {
    match v.saw() {
        Some(&Observation::Collected { person, category, by, purpose: Some(purpose), .. }) => v
            .is_controlled(by)
            .then_some(Act { verb: Verb::Collect, person, category, purpose, by, record: None }),
        Some(_) | None => None,
    }
}

fn act<M: Mode>(v: &View<'_, M>) -> Option<Act> {
    used(v).or_else(|| collected(v))
}

fn follows_up<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(&Observation::Messaged { mail: Mail::FollowUp, by, .. }) if v.is_controlled(by))
}

fn uses<M: Mode>(v: &View<'_, M>, purpose: Purpose) -> bool {
    used(v).is_some_and(|act| act.purpose == purpose)
}

fn is_legal<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    v.covered_by_law(act.person, act.verb, act.category, None)
}

fn is_agreed<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let said = Said::by(v.books, act.person, act.category);
    said.agreed_to_use(act.purpose, &mut |cause| v.note(cause))
}

fn is_stated<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let stated = purposes::stated_for(act.category);
    match v.rules.readings.purpose_scope {
        PurposeScope::Union => true,
        PurposeScope::PerCategory => stated.has(act.purpose),
        PurposeScope::ListedFour => stated.intersection(purposes::listed()).has(act.purpose),
    }
}

fn fits_collection<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let record = act.record.map(|id| v.books.record(id)).filter(|book| book.collected.on());
    let narrow = record.and_then(|book| book.purpose).and_then(purposes::kin);
    let fits = narrow.is_none_or(|kin| kin.has(act.purpose));
    if let Some(record) = record.filter(|_| !fits) {
        v.note(record.collected.cause());
    }
    fits || v.rules.readings.purpose_scope == PurposeScope::Union
}

/// Whether a recipient keeps to its part; we have every part.
fn is_in_its_part<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    if act.purpose == Purpose::Unstated || v.is_we(act.by) {
        return true;
    }
    let book = v.books.recipient(act.by);
    let promotes =
        matches!(act.purpose, Purpose::DirectMarketing | Purpose::Advertising | Purpose::InterestAds);
    let may_promote = book.class == Class::Affiliate
        || book
            .kinds
            .is_none_or(|kinds| kinds.meets(Set::of(&[ProviderKind::Promotion, ProviderKind::Mailing])));
    match book.class {
        Class::Affiliate | Class::Provider => {
            !matches!(act.purpose, Purpose::Ecosystem | Purpose::Business) && (!promotes || may_promote)
        }
        Class::Ecosystem => {
            matches!(act.purpose, Purpose::Ecosystem | Purpose::Provide | Purpose::Statistics)
                || purposes::law_and_rights().has(act.purpose)
        }
        Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => purposes::law_and_rights().has(act.purpose),
    }
}

fn feedback_first<M: Mode>(v: &View<'_, M>) -> bool {
    let for_follow_up =
        used(v).is_some_and(|act| act.purpose == Purpose::FollowUp && v.is_controlled(act.by));
    if !for_follow_up && !follows_up(v) {
        return true;
    }
    let former = matches!(v.saw(), Some(Observation::Messaged { address: Some(Address::Former), .. }));
    v.is(&v.person().fed_back) && !former
}
