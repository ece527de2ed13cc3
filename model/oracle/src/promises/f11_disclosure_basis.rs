//! F11, basis of disclosure (SHR-03, SHR-04, ECO-03, OTH-01, NOC-03): data goes outside the vendor only in a listed
//! scenario that everybody whom it is about has authorised, or where law covers exactly that.

use crate::facts::answers::{Decision, Said, Towards};
use crate::facts::flow::Flow;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::Authorisation;
use vouchsafe_alphabet::{Class, Holder, Kind, Observation, Person, ProviderKind, Purpose, Set, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F11.authorised-disclosure",
        family: "F11",
        clauses: &[
            "COM-02", "USE-03", "USE-04", "SHR-02", "SHR-03", "SHR-04", "GRP-01", "GRP-02", "GRP-05",
            "ECO-02", "ECO-03", "OTH-01", "NOC-03", "NOC-04", "NOC-05",
        ],
        statement: "Personal information goes outside the vendor in a listed scenario that everybody whom it is about has authorised, or where law covers it.",
        shape: Shape::Precedence,
        readings: &["authorisation", "law-basis", "affiliate", "deemed", "withdrawal-clock", "joint-data"],
        sees: &[Kind::Disclosed, Kind::Copied],
        ends: Ends::Never,
        when: "data that came from us is made available to anybody outside the vendor",
        trigger: |v| outward(v).is_some(),
        parts: &[
            Part {
                name: "listed-scenario",
                clauses: &["SHR-03"],
                says: "recipient and purpose are in one of the scenarios that the policy lists",
                holds: |v| {
                    outward(v).is_none_or(|flow| {
                        class(v, &flow) == Class::Authority || is_listed(v, &flow) || all_legal(v, &flow)
                    })
                },
            },
            Part {
                name: "listed-kind",
                clauses: &["GRP-02", "GRP-05"],
                says: "a provider is of a kind that the policy lists",
                holds: |v| outward(v).is_none_or(|flow| is_listed_kind(v, &flow) || all_legal(v, &flow)),
            },
            Part {
                name: "authorised",
                clauses: &["SHR-04", "USE-03", "ECO-03"],
                says: "everybody whose word is needed has authorised this, or law covers it",
                holds: |v| {
                    outward(v).is_none_or(|flow| {
                        !is_listed(v, &flow)
                            || flow
                                .asked(v.rules)
                                .all(|person| is_legal(v, &flow, person) || is_authorised(v, &flow, person))
                    })
                },
            },
            Part {
                name: "under-law",
                clauses: &["OTH-01", "NOC-03", "NOC-04"],
                says: "what an authority gets is covered by a demand or an allowance of the law",
                holds: |v| {
                    outward(v).is_none_or(|flow| class(v, &flow) != Class::Authority || all_legal(v, &flow))
                },
            },
            Part {
                name: "requested",
                clauses: &["SHR-02"],
                says: "data that goes out to provide something was asked for by the person",
                holds: |v| {
                    outward(v)
                        .is_none_or(|flow| !provides(v, &flow) || was_requested(v) || all_legal(v, &flow))
                },
            },
        ],
        witnesses: &[
            Witness {
                name: "to-provider",
                says: "data goes to a provider as authorised",
                seen: |v| authorised(v, Class::Provider),
            },
            Witness {
                name: "to-affiliate",
                says: "data goes to an affiliate as authorised",
                seen: |v| authorised(v, Class::Affiliate),
            },
            Witness {
                name: "to-ecosystem-by-own-grant",
                says: "data goes to an ecosystem company after a grant of its own",
                seen: |v| by_consent(v).is_some_and(|flow| class(v, &flow) == Class::Ecosystem),
            },
            Witness {
                name: "under-order",
                says: "data goes to an authority under law",
                seen: |v| outward(v).is_some_and(|flow| class(v, &flow) == Class::Authority),
            },
            Witness {
                name: "to-others-under-law",
                says: "data goes to somebody else under law",
                seen: |v| outward(v).is_some_and(|flow| class(v, &flow) == Class::Outside),
            },
            Witness {
                name: "for-requested-service",
                says: "data goes out to provide what the person asked for",
                seen: |v| by_consent(v).is_some_and(|flow| provides(v, &flow)),
            },
        ],
    }]
}

/// Data that came from us and is made available outside the vendor.
fn outward<M: Mode>(v: &View<'_, M>) -> Option<Flow> {
    let flow = Flow::seen(v.books, v.saw()?)?;
    let out = flow.to != Holder::VENDOR && flow.is_ours(v.books, v.rules, &mut |cause| v.note(cause));
    out.then_some(flow)
}

fn class<M: Mode>(v: &View<'_, M>, flow: &Flow) -> Class {
    let book = v.books.recipient(flow.to);
    v.note(book.introduced);
    book.class
}

fn is_legal<M: Mode>(v: &View<'_, M>, flow: &Flow, person: Person) -> bool {
    v.covered_by_law(person, Verb::Disclose, flow.category, Some(flow.to))
}

fn all_legal<M: Mode>(v: &View<'_, M>, flow: &Flow) -> bool {
    flow.subjects().all(|person| is_legal(v, flow, person))
}

/// Purposes that belong to no scenario with affiliates and providers.
const ELSEWHERE: [Purpose; 8] = [
    Purpose::Unstated,
    Purpose::Business,
    Purpose::CorporateEvent,
    Purpose::LegalDemand,
    Purpose::ProtectRights,
    Purpose::Safety,
    Purpose::Investigation,
    Purpose::Ecosystem,
];

/// Whether class and purpose are in a scenario that the policy lists (GRP-01 to GRP-03, ECO-03).
fn is_listed<M: Mode>(v: &View<'_, M>, flow: &Flow) -> bool {
    match class(v, flow) {
        Class::Affiliate | Class::Provider => {
            flow.purpose.is_none_or(|purpose| !ELSEWHERE.contains(&purpose))
        }
        Class::Ecosystem => {
            flow.purpose.is_none_or(|purpose| matches!(purpose, Purpose::Ecosystem | Purpose::Provide))
        }
        Class::Partner
        | Class::AdPartner
        | Class::Advertiser
        | Class::Authority
        | Class::Successor
        | Class::Outside => false,
    }
}

fn is_listed_kind<M: Mode>(v: &View<'_, M>, flow: &Flow) -> bool {
    let kinds = v.books.recipient(flow.to).kinds;
    class(v, flow) != Class::Provider
        || kinds.is_none_or(|kinds| !kinds.without(Set::from(ProviderKind::Other)).is_empty())
}

/// Whether a person has authorised this flow.
fn is_authorised<M: Mode>(v: &View<'_, M>, flow: &Flow, person: Person) -> bool {
    let towards = Towards::holder(v.books, flow.to);
    let said = Said::by(v.books, person, flow.category);
    let note = &mut |cause| v.note(cause);
    match v.rules.readings.authorisation {
        Authorisation::Asked => said.of_sharing(towards, flow.purpose, note) == Decision::Yes,
        Authorisation::PerScenario => said.of_scenario(towards, flow.purpose, note) == Decision::Yes,
        Authorisation::Acceptance => match said.of_sharing(towards, flow.purpose, note) {
            Decision::Yes => true,
            Decision::No => false,
            Decision::Open => towards.named && has_accepted(v, flow, person),
        },
    }
}

/// Whether, under the weaker reading, a person's acceptance of the terms stands for an authorisation.
fn has_accepted<M: Mode>(v: &View<'_, M>, flow: &Flow, person: Person) -> bool {
    let book = v.books.person(person);
    let [_, _, barred] = &book.barred;
    (book.accepted != 0 || v.is(&book.used_product)) && !v.has(barred, flow.category)
}

fn provides<M: Mode>(v: &View<'_, M>, flow: &Flow) -> bool {
    flow.purpose == Some(Purpose::Provide)
        && matches!(class(v, flow), Class::Affiliate | Class::Provider | Class::Ecosystem)
}

/// Whether the person, and the one whose record it is, has asked for a service or made use of one.
fn was_requested<M: Mode>(v: &View<'_, M>) -> bool {
    let Some(&Observation::Disclosed { person, record, .. }) = v.saw() else { return true };
    let record = record.map(|id| v.books.record(id)).filter(|book| book.collected.on());
    let asked = |person| v.is(&v.books.person(person).requested);
    asked(person) && record.is_none_or(|book| asked(book.person))
}

/// Data that goes out by consent and not by law.
fn by_consent<M: Mode>(v: &View<'_, M>) -> Option<Flow> {
    outward(v).filter(|flow| is_listed(v, flow) && !all_legal(v, flow))
}

/// Whether data goes to somebody of this class, as everybody whom it is about has answered.
fn authorised<M: Mode>(v: &View<'_, M>, wanted: Class) -> bool {
    by_consent(v).is_some_and(|flow| {
        class(v, &flow) == wanted
            && flow.asked(v.rules).all(|person| {
                let towards = Towards::holder(v.books, flow.to);
                let said = Said::by(v.books, person, flow.category);
                said.of_sharing(towards, flow.purpose, &mut |_| {}) == Decision::Yes
            })
    })
}
