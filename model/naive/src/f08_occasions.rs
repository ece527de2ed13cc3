//! F08: data is collected on the occasions that the text names for it, and feedback when people choose to give it.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{
    Asked, Collected, EcosystemData, FeedbackSubmitted, Networked, Powered, ServiceDenied,
};
use vouchsafe_alphabet::data::Reason;
use vouchsafe_alphabet::{Category, Class, Detail, Person, Purpose, Service, Set, Source, Tv, Verb};

/// What is collected of a named TV is collected of whom it is linked to, on a network and running; and what the
/// ecosystem passes on is about the vendor's brand (COL-05, COL-06, COL-08, COL-12, ECO-05).
pub(crate) const COLLECTED_ON_OCCASION: Promise = Promise {
    id: "F08.collected-on-occasion",
    trigger: |past, seen| of_tv(past, seen).is_some() || from_ecosystem(past, seen).is_some(),
    parts: &[
        ("linked", |past, seen| {
            of_tv(past, seen).is_none_or(|it| {
                !it.is_about_device()
                    || it.all_linked(past)
                    || it.source == Source::Submitted
                    || it.purpose == Some(Purpose::Authenticity)
                    || it.is_legal(past)
            })
        }),
        ("shared-now", |past, seen| {
            shared_account(past, seen).is_none_or(|it| it.all_linked(past) || it.is_legal(past))
        }),
        ("co-user-named", |past, seen| {
            shared_account(past, seen).is_none_or(|it| {
                let owner = past.owner_of(it.tv);
                it.subjects.iter().any(|&p| owner != Some(p)) || it.is_legal(past)
            })
        }),
        ("on-a-network", |past, seen| {
            of_tv(past, seen).filter(|it| it.category == Category::NetworkInfo).is_none_or(|it| {
                let up = past.latest_saying(|older| {
                    if let Networked { tv, good, .. } = older
                        && tv == it.tv
                    {
                        Some(good)
                    } else {
                        None
                    }
                });
                up != Some(false) || it.is_legal(past)
            })
        }),
        ("while-running", |past, seen| {
            of_tv(past, seen).filter(|it| it.category == Category::OperationsInfo).is_none_or(|it| {
                let on = past.latest_saying(|older| {
                    if let Powered { tv, good } = older
                        && tv == it.tv
                    {
                        Some(good)
                    } else {
                        None
                    }
                });
                on != Some(false) || it.is_legal(past)
            })
        }),
        ("vendor-brand", |past, seen| from_ecosystem(past, seen) != Some(false)),
    ],
    witnesses: &[
        ("of-linked-device", |past, seen| in_order(past, seen, Category::DeviceInfo)),
        ("of-co-user", |past, seen| in_order(past, seen, Category::SharedAccounts)),
        ("of-network", |past, seen| in_order(past, seen, Category::NetworkInfo)),
        ("of-operation", |past, seen| in_order(past, seen, Category::OperationsInfo)),
        ("from-ecosystem", |past, seen| from_ecosystem(past, seen) == Some(true)),
    ],
    duty: None,
};

/// Feedback is handed over by choice, with the fields that were submitted, and nothing hangs on it (COL-14, USE-22).
pub(crate) const FEEDBACK_BY_CHOICE: Promise = Promise {
    id: "F08.feedback-by-choice",
    trigger: |past, seen| feedback(past, seen).is_some() || demanded(past, seen),
    parts: &[
        ("handed-over", |past, seen| {
            feedback(past, seen).is_none_or(|it| {
                it.source == Source::Submitted || past.gave_feedback(it.person) || it.is_legal(past)
            })
        }),
        ("same-fields", |past, seen| {
            feedback(past, seen).is_none_or(|it| {
                !past.gave_feedback(it.person)
                    || it.details.iter().all(|detail| past.gave_detail(it.person, detail))
                    || it.is_legal(past)
            })
        }),
        ("not-required", |past, seen| !demanded(past, seen)),
    ],
    witnesses: &[("submitted-then-collected", |past, seen| {
        feedback(past, seen).is_some_and(|it| past.gave_feedback(it.person))
    })],
    duty: None,
};

/// What is collected of a TV that is named.
struct OfTv {
    tv: Tv,
    subjects: Vec<Person>,
    category: Category,
    source: Source,
    purpose: Option<Purpose>,
}

impl OfTv {
    fn is_about_device(&self) -> bool {
        [Category::DeviceInfo, Category::OperationsInfo, Category::Status].contains(&self.category)
    }
    fn all_linked(&self, past: Past<'_>) -> bool {
        self.subjects.iter().all(|&p| past.linked(self.tv, p))
    }
    fn is_legal(&self, past: Past<'_>) -> bool {
        let first = self.subjects.first();
        first.is_some_and(|&p| past.legal_cover(p, Verb::Collect, self.category, None))
    }
}

fn of_tv(past: Past<'_>, seen: Seen) -> Option<OfTv> {
    if let Some(Collected { person, other, category, by, source, purpose, tv: Some(tv), .. }) = seen.line()
        && past.controlled(by)
    {
        let subjects = [Some(person), other].into_iter().flatten().collect();
        Some(OfTv { tv, subjects, category, source, purpose })
    } else {
        None
    }
}

fn shared_account(past: Past<'_>, seen: Seen) -> Option<OfTv> {
    of_tv(past, seen).filter(|it| it.category == Category::SharedAccounts)
}

fn in_order(past: Past<'_>, seen: Seen, c: Category) -> bool {
    of_tv(past, seen)
        .is_some_and(|it| it.category == c && it.source != Source::Submitted && it.all_linked(past))
}

/// Whether what a company of the ecosystem passes on by this is about the vendor's brand.
fn from_ecosystem(past: Past<'_>, seen: Seen) -> Option<bool> {
    if let Some(EcosystemData { by, good, .. }) = seen.line() {
        (past.class(by) == Class::Ecosystem).then_some(good)
    } else {
        None
    }
}

/// Feedback that is collected on our side.
struct Given {
    person: Person,
    source: Source,
    details: Set<Detail>,
}

impl Given {
    fn is_legal(&self, past: Past<'_>) -> bool {
        past.legal_cover(self.person, Verb::Collect, Category::Feedback, None)
    }
}

fn feedback(past: Past<'_>, seen: Seen) -> Option<Given> {
    if let Some(Collected { person, category: Category::Feedback, by, source, details, .. }) = seen.line()
        && past.controlled(by)
    {
        Some(Given { person, source, details: details.unwrap_or(Set::EMPTY) })
    } else {
        None
    }
}

/// Whether somebody has to give feedback, or goes without a service that does not answer it.
fn demanded(past: Past<'_>, seen: Seen) -> bool {
    if let Some(Asked { by, categories, mandatory, .. }) = seen.line() {
        mandatory && categories.has(Category::Feedback) && past.controlled(by)
    } else if let Some(ServiceDenied { service, reason, categories: Some(categories), .. }) = seen.line() {
        reason == Reason::DataDeclined && categories.has(Category::Feedback) && service != Service::Support
    } else {
        false
    }
}

impl Past<'_> {
    fn gave_feedback(self, p: Person) -> bool {
        self.ever(|older| matches!(older, FeedbackSubmitted { person, .. } if person == p))
    }

    fn gave_detail(self, p: Person, detail: Detail) -> bool {
        self.ever(
            |older| matches!(older, FeedbackSubmitted { person, details } if person == p && details.has(detail)),
        )
    }
}
