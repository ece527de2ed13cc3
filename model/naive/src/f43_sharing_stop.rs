//! F43: what a person wants shared no more is shared no more.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use crate::sourced::MadeAvailable;
use vouchsafe_alphabet::Observation::{Answered, SharingStopped};
use vouchsafe_alphabet::readings::StopReach;
use vouchsafe_alphabet::{Answer, Category, Class, Form, Observation, Person, ProviderKind, Verb, Word};

/// Once a stop is in force, nothing goes to affiliates and providers (GRP-06).
pub(crate) const STOPPED_SHARING_STAYS_STOPPED: Promise = Promise {
    id: "F43.stopped-sharing-stays-stopped",
    trigger: |past, seen| {
        shared(past, seen).is_some_and(|made| made.subjects.iter().any(|&p| stops(past, p).next().is_some()))
    },
    parts: &[("stopped", |past, seen| {
        shared(past, seen).is_none_or(|made| {
            made.subjects.iter().all(|&p| {
                let since = past.stopped_since(p, past.class(made.to), made.category);
                !since.is_some_and(|at| past.over(at, past.rules.deadlines.sharing_stop))
                    || made.legal_for(past, p)
            })
        })
    })],
    witnesses: &[
        ("let-again", |past, seen| {
            shared(past, seen).is_some_and(|made| {
                made.subjects.iter().any(|&p| {
                    stops(past, p).next().is_some()
                        && past.stopped_since(p, past.class(made.to), made.category).is_none()
                })
            })
        }),
        ("still-under-way", |past, seen| {
            shared(past, seen).is_some_and(|made| {
                made.subjects.iter().any(|&p| {
                    past.stopped_since(p, past.class(made.to), made.category)
                        .is_some_and(|at| !past.over(at, past.rules.deadlines.sharing_stop))
                })
            })
        }),
    ],
    duty: None,
};

/// Data of ours that goes to an affiliate or a provider by this.
pub(crate) fn shared(past: Past<'_>, seen: Seen) -> Option<MadeAvailable> {
    past.outward(seen.line()?).filter(|made| {
        let introduced = past.introduced(made.to);
        let essential = [ProviderKind::DataCentre, ProviderKind::Storage, ProviderKind::Telecom];
        let spared = past.rules.readings.stop_reach == StopReach::Dispensable
            && introduced.class == Class::Provider
            && introduced.kinds.is_some_and(|kinds| essential.iter().any(|&kind| kinds.has(kind)));
        made.by != Some(made.to)
            && (introduced.class == Class::Affiliate || introduced.class == Class::Provider)
            && !spared
    })
}

/// When the person asked that sharing stop.
fn stops(past: Past<'_>, p: Person) -> impl Iterator<Item = (usize, u64)> {
    past.lines().filter_map(move |(index, at, seen)| {
        matches!(seen, SharingStopped { person, .. } if person == p).then_some((index, at))
    })
}

/// Whether the person lets sharing with that class again by this.
fn lets(seen: Observation, p: Person, to: Class, c: Category) -> bool {
    if let Answered { person, verbs, categories, answer: Answer::Yes, form: Form::Separate, class, .. } = seen
    {
        person == p && verbs.has(Verb::Disclose) && categories.has(c) && class.is_none_or(|class| class == to)
    } else {
        false
    }
}

impl Past<'_> {
    /// Since when the person wants that category no more with that class, unless they let it again.
    pub(crate) fn stopped_since(self, p: Person, to: Class, c: Category) -> Option<u64> {
        let let_again = self.latest(|seen| lets(seen, p, to, c));
        stops(self, p).find(|(index, _)| let_again.is_none_or(|yes| yes < *index)).map(|(_, at)| at)
    }

    /// Whether any stop of the person is left.
    pub(crate) fn wants_no_sharing(self, p: Person) -> bool {
        [Class::Affiliate, Class::Provider]
            .iter()
            .any(|&to| Category::ALL.iter().any(|&c| self.stopped_since(p, to, c).is_some()))
    }
}
