//! F08, when data is collected (COL-05, COL-06, COL-08, COL-12, COL-14, USE-22, ECO-05): of a device while it is linked,
//! on a network and running, of co-users while it is shared with them, of feedback when it was given by choice, and
//! from the ecosystem about the vendor's own brand.

use crate::books::TvBook;
use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::Reason;
use vouchsafe_alphabet::{
    Category, Class, Detail, Kind, Observation, Person, Purpose, Service, Set, Source, Tv, Verb,
};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F08.collected-on-occasion",
            family: "F08",
            clauses: &["COL-05", "COL-06", "COL-08", "COL-12", "ECO-05", "CTL-03"],
            statement: "What a TV tells is collected of whom it is linked to, while it is on a network and running; what others pass on is about the vendor's brand.",
            shape: Shape::Absence,
            readings: &[],
            sees: &[Kind::Collected, Kind::EcosystemData],
            ends: Ends::Never,
            when: "data of a TV that is named is collected by us or for the vendor, or a company of the ecosystem passes data on to it",
            trigger: |v| sampled(v).is_some() || passed_on(v).is_some(),
            parts: &[
                Part {
                    name: "linked",
                    clauses: &["COL-06"],
                    says: "everybody whom device information or the state of the TV is about has the TV bound to them or shared with them, or it was read to check the TV",
                    holds: |v| sampled(v).is_none_or(|it| is_linked(v, &it) || is_excused(v, &it)),
                },
                Part {
                    name: "shared-now",
                    clauses: &["COL-05"],
                    says: "everybody whom shared accounts are about is the owner of the TV or has it shared with them",
                    holds: |v| sampled(v).is_none_or(|it| accounts_are_linked(v, &it) || is_legal(v, &it)),
                },
                Part {
                    name: "co-user-named",
                    clauses: &["COL-05"],
                    says: "the record of a shared account names the one with whom the TV is shared",
                    holds: |v| sampled(v).is_none_or(|it| names_co_user(v, &it) || is_legal(v, &it)),
                },
                Part {
                    name: "on-a-network",
                    clauses: &["COL-08"],
                    says: "network information is of a TV that is on a network",
                    holds: |v| {
                        sampled(v).is_none_or(|it| {
                            it.category != Category::NetworkInfo
                                || !v.is(&v.books.tv(it.tv).cut)
                                || is_legal(v, &it)
                        })
                    },
                },
                Part {
                    name: "while-running",
                    clauses: &["COL-12"],
                    says: "operations information is of a TV that is switched on",
                    holds: |v| {
                        sampled(v).is_none_or(|it| {
                            it.category != Category::OperationsInfo
                                || !v.is(&v.books.tv(it.tv).off)
                                || is_legal(v, &it)
                        })
                    },
                },
                Part {
                    name: "vendor-brand",
                    clauses: &["ECO-05"],
                    says: "what a company of the ecosystem passes on is about a product of the vendor's brand",
                    holds: |v| passed_on(v).is_none_or(|brand| brand),
                },
            ],
            witnesses: &[
                Witness {
                    name: "of-linked-device",
                    says: "device information of a linked TV is collected",
                    seen: |v| shows(v, Category::DeviceInfo),
                },
                Witness {
                    name: "of-co-user",
                    says: "the account of a co-user is collected while the TV is shared",
                    seen: |v| shows(v, Category::SharedAccounts),
                },
                Witness {
                    name: "of-network",
                    says: "network information is collected on a network",
                    seen: |v| shows(v, Category::NetworkInfo),
                },
                Witness {
                    name: "of-operation",
                    says: "operations information is collected of a TV that is running",
                    seen: |v| shows(v, Category::OperationsInfo),
                },
                Witness {
                    name: "from-ecosystem",
                    says: "a company of the ecosystem passes on data about a product of the vendor's brand",
                    seen: |v| passed_on(v) == Some(true),
                },
            ],
        },
        Promise {
            id: "F08.feedback-by-choice",
            family: "F08",
            clauses: &["COL-14", "USE-22"],
            statement: "Feedback is what people hand over of their own choice, and nothing but the answer to it hangs on it.",
            shape: Shape::Absence,
            readings: &[],
            sees: &[Kind::Collected, Kind::Asked, Kind::ServiceDenied],
            ends: Ends::Never,
            when: "feedback is collected by us or for the vendor, or asked for, or a service other than its answer is refused for want of it",
            trigger: |v| feedback(v).is_some() || demands_feedback(v),
            parts: &[
                Part {
                    name: "handed-over",
                    clauses: &["COL-14", "USE-22"],
                    says: "the person handed feedback over, or law covers it",
                    holds: |v| feedback(v).is_none_or(|it| was_submitted(v, &it) || covers_feedback(v, &it)),
                },
                Part {
                    name: "same-fields",
                    clauses: &["COL-14"],
                    says: "it has the fields that the person submitted, where that was seen",
                    holds: |v| feedback(v).is_none_or(|it| has_the_fields(v, &it) || covers_feedback(v, &it)),
                },
                Part {
                    name: "not-required",
                    clauses: &["USE-22"],
                    says: "nobody is required to give feedback, or refused a service for want of it but support, which answers it",
                    holds: |v| !demands_feedback(v),
                },
            ],
            witnesses: &[Witness {
                name: "submitted-then-collected",
                says: "feedback is collected after the person submitted it",
                seen: |v| feedback(v).is_some_and(|it| v.books.feedback(it.person).submitted.on()),
            }],
        },
    ]
}

/// What was collected of a TV that is named.
struct Sample {
    tv: Tv,
    person: Person,
    other: Option<Person>,
    category: Category,
    source: Source,
    purpose: Option<Purpose>,
}

impl Sample {
    fn subjects(&self) -> impl Iterator<Item = Person> + use<> {
        std::iter::once(self.person).chain(self.other)
    }
}

fn sampled<M: Mode>(v: &View<'_, M>) -> Option<Sample> {
    let Some(&Observation::Collected { person, other, category, by, source, purpose, tv: Some(tv), .. }) =
        v.saw()
    else {
        return None;
    };
    v.is_controlled(by).then_some(Sample { tv, person, other, category, source, purpose })
}

/// Whether what a company of the ecosystem passes on is about the vendor's brand.
fn passed_on<M: Mode>(v: &View<'_, M>) -> Option<bool> {
    let Some(&Observation::EcosystemData { by, good, .. }) = v.saw() else { return None };
    let book = v.books.recipient(by);
    v.note(book.introduced);
    (book.class == Class::Ecosystem).then_some(good)
}

fn is_owner<M: Mode>(v: &View<'_, M>, tv: &TvBook<M>, person: Person) -> bool {
    v.note(tv.owner_cause);
    tv.owner == Some(person)
}

fn is_co_user<M: Mode>(v: &View<'_, M>, tv: &TvBook<M>, person: Person) -> bool {
    let shared = tv.shared_with.get(person.0);
    shared.into_iter().for_each(|cause| v.note(cause));
    shared.is_some()
}

fn has<M: Mode>(v: &View<'_, M>, tv: &TvBook<M>, person: Person) -> bool {
    is_owner(v, tv, person) || is_co_user(v, tv, person)
}

fn is_linked<M: Mode>(v: &View<'_, M>, it: &Sample) -> bool {
    let of_device = matches!(it.category, Category::DeviceInfo | Category::OperationsInfo | Category::Status);
    !of_device || it.subjects().all(|person| has(v, v.books.tv(it.tv), person))
}

/// What the person handed over, what is read while the TV is checked, and what law covers.
fn is_excused<M: Mode>(v: &View<'_, M>, it: &Sample) -> bool {
    it.source == Source::Submitted || it.purpose == Some(Purpose::Authenticity) || is_legal(v, it)
}

fn is_legal<M: Mode>(v: &View<'_, M>, it: &Sample) -> bool {
    v.covered_by_law(it.person, Verb::Collect, it.category, None)
}

fn accounts_are_linked<M: Mode>(v: &View<'_, M>, it: &Sample) -> bool {
    it.category != Category::SharedAccounts || it.subjects().all(|person| has(v, v.books.tv(it.tv), person))
}

fn names_co_user<M: Mode>(v: &View<'_, M>, it: &Sample) -> bool {
    it.category != Category::SharedAccounts
        || it.subjects().any(|person| v.books.tv(it.tv).owner != Some(person))
}

fn shows<M: Mode>(v: &View<'_, M>, category: Category) -> bool {
    sampled(v).is_some_and(|it| {
        it.category == category
            && it.source != Source::Submitted
            && it.subjects().all(|person| has(v, v.books.tv(it.tv), person))
    })
}

/// Feedback that was collected.
struct Given {
    person: Person,
    source: Source,
    details: Set<Detail>,
}

fn feedback<M: Mode>(v: &View<'_, M>) -> Option<Given> {
    let Some(&Observation::Collected { person, category: Category::Feedback, by, source, details, .. }) =
        v.saw()
    else {
        return None;
    };
    let details = details.unwrap_or(Set::EMPTY);
    v.is_controlled(by).then_some(Given { person, source, details })
}

fn covers_feedback<M: Mode>(v: &View<'_, M>, it: &Given) -> bool {
    v.covered_by_law(it.person, Verb::Collect, Category::Feedback, None)
}

fn was_submitted<M: Mode>(v: &View<'_, M>, it: &Given) -> bool {
    it.source == Source::Submitted || v.is(&v.books.feedback(it.person).submitted)
}

fn has_the_fields<M: Mode>(v: &View<'_, M>, it: &Given) -> bool {
    let book = v.books.feedback(it.person);
    !v.is(&book.submitted) || it.details.without(book.details.set()).is_empty()
}

/// Whether feedback is required, or a service refused for want of it.
fn demands_feedback<M: Mode>(v: &View<'_, M>) -> bool {
    match v.saw() {
        Some(&Observation::Asked { by, categories, mandatory: true, .. }) => {
            categories.has(Category::Feedback) && v.is_controlled(by)
        }
        Some(&Observation::ServiceDenied {
            service,
            reason: Reason::DataDeclined,
            categories: Some(categories),
            ..
        }) => categories.has(Category::Feedback) && service != Service::Support,
        Some(_) | None => false,
    }
}
