//! F38, scope towards third parties (ECO-04, TPT-01, TPT-02, TPT-03, TPT-05, TPT-06): what they gather they gather
//! once a part of theirs is used, nothing goes along on the way there, and who had data first decides whose it is.

use super::site_parties::takes_part;
use crate::facts::answers::{Decision, Said, Towards};
use crate::facts::flow::is_reached;
use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::Blame;
use vouchsafe_alphabet::{Category, Holder, Kind, Observation, Person, Record, Word};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F38.parts-of-third-parties",
            family: "F38",
            clauses: &["TPT-02", "TPT-03", "TPT-06"],
            statement: "A third party gathers data of a person once that person uses a part or a link of its own, and nothing goes along on the way there.",
            shape: Shape::Precedence,
            readings: &["affiliate"],
            sees: &[Kind::PartUsed, Kind::ThirdPartyCollected],
            ends: Ends::Never,
            when: "a part or a link of a third party is used, or a third party gathers data itself",
            trigger: |v| used(v).is_some() || gathers(v).is_some(),
            parts: &[
                Part {
                    name: "after-use",
                    clauses: &["TPT-03"],
                    says: "the person has used a part or a link of whoever gathers",
                    holds: |v| {
                        gathers(v).is_none_or(|(person, by)| {
                            let used = v.books.web(person).parts_used.get(by.0);
                            if let Some(cause) = used {
                                v.note(cause);
                            }
                            used.is_some()
                        })
                    },
                },
                Part {
                    name: "nothing-goes-along",
                    clauses: &["TPT-06"],
                    says: "no personal information goes along, unless the person agreed to share with such a company",
                    holds: |v| used(v).is_none_or(|it| !it.carries || may_share(v, it.person, it.by)),
                },
            ],
            witnesses: &[
                Witness {
                    name: "part-used",
                    says: "a part or a link of a third party is used, and nothing goes along",
                    seen: |v| used(v).is_some_and(|it| !it.carries),
                },
                Witness {
                    name: "gathers-after-use",
                    says: "a third party gathers data itself once its part is used",
                    seen: |v| gathers(v).is_some(),
                },
            ],
        },
        Promise {
            id: "F38.scope-follows-origin",
            family: "F38",
            clauses: &["ECO-04", "TPT-01", "TPT-05"],
            statement: "Third parties answer for what they gathered themselves, and we for what we gave them; data about products of other brands is not ours to handle.",
            shape: Shape::Absence,
            readings: &["affiliate"],
            sees: &[Kind::Blamed, Kind::Used, Kind::Disclosed, Kind::Copied],
            ends: Ends::Never,
            when: "an incident is laid at the door of a third party, or data from a company of the ecosystem is handled by us",
            trigger: |v| blamed(v).is_some() || brand(v).is_some(),
            parts: &[
                Part {
                    name: "not-for-what-we-gave",
                    clauses: &["TPT-01", "TPT-05"],
                    says: "some third party that was given nothing of the person by us has gathered data of that person itself",
                    holds: |v| blamed(v).is_none_or(|person| has_own_source(v, person)),
                },
                Part {
                    name: "own-brand",
                    clauses: &["ECO-04"],
                    says: "the product that the data is about carries the vendor's brand",
                    holds: |v| brand(v) != Some(false),
                },
            ],
            witnesses: &[
                Witness {
                    name: "third-party-answers",
                    says: "a third party answers for what it gathered itself",
                    seen: |v| blamed(v).is_some(),
                },
                Witness {
                    name: "vendor-brand-handled",
                    says: "data about a product of the vendor's brand is handled",
                    seen: |v| brand(v) == Some(true),
                },
            ],
        },
    ]
}

struct PartUse {
    person: Person,
    by: Holder,
    carries: bool,
}

/// The use of a part or a link of somebody who is not one of us and does not work for the vendor.
fn used<M: Mode>(v: &View<'_, M>) -> Option<PartUse> {
    match v.saw() {
        Some(&Observation::PartUsed { person, by, carries }) if !v.is_controlled(by) => {
            Some(PartUse { person, by, carries })
        }
        Some(_) | None => None,
    }
}

/// Whose data a third party gathers itself; providers and partners of the sites gather by the section on those.
fn gathers<M: Mode>(v: &View<'_, M>) -> Option<(Person, Holder)> {
    match v.saw() {
        Some(&Observation::ThirdPartyCollected { person, by, .. }) if !takes_part(v, by) => {
            Some((person, by))
        }
        Some(_) | None => None,
    }
}

/// Whether the person has agreed to share anything with companies of this class.
fn may_share<M: Mode>(v: &View<'_, M>, person: Person, to: Holder) -> bool {
    let towards = Towards::holder(v.books, to);
    Category::ALL.iter().any(|&category| {
        let said = Said::by(v.books, person, category);
        said.of_sharing(towards, None, &mut |cause| v.note(cause)) == Decision::Yes
    })
}

/// Whose incident is laid at the door of a third party.
fn blamed<M: Mode>(v: &View<'_, M>) -> Option<Person> {
    match v.saw() {
        Some(&Observation::Blamed { person, blame: Blame::ThirdParty }) => Some(person),
        Some(_) | None => None,
    }
}

fn has_own_source<M: Mode>(v: &View<'_, M>, person: Person) -> bool {
    let mut found = false;
    v.books.web(person).gathered_by.each(&mut |holder, cause| {
        let by = Holder(holder);
        if !v.is_controlled(by) && !is_reached(v.books, person, by, &mut |cause| v.note(cause)) {
            found = true;
            v.note(cause);
        }
    });
    found
}

/// Whether the product is of the vendor's brand, where we handle a record that an ecosystem company passed on.
fn brand<M: Mode>(v: &View<'_, M>) -> Option<bool> {
    let record = match v.saw() {
        Some(
            &Observation::Used { by, record: Some(record), .. }
            | &Observation::Disclosed { by, record: Some(record), .. },
        ) if v.is_controlled(by) => record,
        Some(&Observation::Copied { record, .. }) => record,
        Some(_) | None => return None,
    };
    brand_of(v, record)
}

fn brand_of<M: Mode>(v: &View<'_, M>, record: Record) -> Option<bool> {
    let book = v.books.link(record);
    v.note(book.brand_cause);
    book.vendor_brand
}
