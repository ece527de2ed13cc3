//! F11: nothing is done with data that the law of the person's own place forbids.

use crate::history::{DataAct, Past, opens};
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{
    Collected, Disclosed, LawAllows, LawDemandEnded, LawDemands, LawForbids,
};
use vouchsafe_alphabet::{Category, Holder, Observation, Person, Place, Verb};

/// What law forbids where the person lives is not collected, used or disclosed (COM-10).
pub(crate) const LAWFUL_HANDLING: Promise = Promise {
    id: "F11.lawful-handling",
    trigger: |past, seen| {
        act(past, seen).is_some_and(|(_, subjects)| {
            past.ever(|older| {
                matches!(older, LawForbids { person, to_place: None, .. } if subjects.contains(&person))
            })
        })
    },
    parts: &[
        ("collected-lawfully", |past, seen| lawful(past, seen, Verb::Collect)),
        ("used-lawfully", |past, seen| lawful(past, seen, Verb::Use)),
        ("disclosed-lawfully", |past, seen| lawful(past, seen, Verb::Disclose)),
    ],
    witnesses: &[
        ("forbidden-elsewhere", |past, seen| {
            act(past, seen).is_some_and(|(act, _)| {
                act.verb == Verb::Collect
                    && past.ever(|older| forbids(older, act.person, Verb::Collect, act.category).is_some())
            })
        }),
        ("other-verb-goes-on", |past, seen| {
            act(past, seen).is_some_and(|(act, _)| {
                act.verb == Verb::Use && past.forbidden_here(act.person, Verb::Collect, act.category, None)
            })
        }),
    ],
    duty: None,
};

/// What is done by this on our side, and everybody whom the data is about.
fn act(past: Past<'_>, seen: Seen) -> Option<(DataAct, Vec<Person>)> {
    let line = seen.line()?;
    let act = past.controlled_act(line)?;
    let mut subjects = vec![act.person];
    if let Collected { other: Some(other), .. } | Disclosed { other: Some(other), .. } = line {
        subjects.push(other);
    }
    Some((act, subjects))
}

fn lawful(past: Past<'_>, seen: Seen, v: Verb) -> bool {
    act(past, seen).filter(|(act, _)| act.verb == v).is_none_or(|(act, subjects)| {
        subjects.iter().all(|&p| !past.forbidden_here(p, v, act.category, act.to))
    })
}

/// Whether this is a law that forbids that, and the place whose law it is, where that is said.
fn forbids(seen: Observation, p: Person, v: Verb, c: Category) -> Option<Option<Place>> {
    if let LawForbids { person, verbs, categories, place, to_place: None } = seen
        && person == p
        && verbs.has(v)
        && categories.has(c)
    {
        Some(place)
    } else {
        None
    }
}

impl Past<'_> {
    /// Whether the place is where the person lives, as far as either is known.
    pub(crate) fn is_home(self, p: Person, place: Option<Place>) -> bool {
        place.is_none_or(|place| self.place(p).is_none_or(|home| home == place))
    }

    /// Whether the law of the person's place forbids that, and does not demand or allow it as well.
    pub(crate) fn forbidden_here(self, p: Person, v: Verb, c: Category, to: Option<Holder>) -> bool {
        let forbidden = self.ever(|seen| forbids(seen, p, v, c).is_some_and(|place| self.is_home(p, place)));
        forbidden && !self.permitted_here(p, v, c, to)
    }

    /// Whether the law of the person's place demands or expressly allows that now.
    pub(crate) fn permitted_here(self, p: Person, v: Verb, c: Category, to: Option<Holder>) -> bool {
        self.lines().any(|(index, _, seen)| {
            if let LawDemands { request, person, verbs, categories, to: named, place }
            | LawAllows { request, person, verbs, categories, to: named, place } = seen
            {
                let over = |later| opens(later, request) || later == LawDemandEnded { request };
                person == p
                    && verbs.has(v)
                    && categories.has(c)
                    && (named.is_none() || to.is_none() || named == to)
                    && self.is_home(p, place)
                    && !self.after(index, over)
            } else {
                false
            }
        })
    }
}
