//! F04, truth of the status shown (USE-17, USE-18): what passes for confirmed was reported, is never older than
//! what was shown before, is shown to who is linked, and does not pass for current once the TV has been silent.

use crate::mode::{Ids, Mode, Tally};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::{Kind, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F04.status-truth",
        family: "F04",
        clauses: &["USE-17", "USE-18"],
        statement: "What the plugin shows as the state of a TV was reported by it, only moves forward, goes to who may see it, and is current or says that it is not.",
        shape: Shape::Absence,
        readings: &[],
        sees: &[Kind::Shown, Kind::ShownUnknown],
        ends: Ends::Never,
        when: "the plugin shows somebody the state of a TV",
        trigger: |v| shown(v).is_some(),
        parts: &[
            Part {
                name: "was-reported",
                clauses: &["USE-17"],
                says: "a confirmed state, or a later one, was reported by that TV",
                holds: |v| {
                    confirmed(v).is_none_or(|number| {
                        v.note(v.tv().newest_cause);
                        number < v.tv().newest
                    })
                },
            },
            Part {
                name: "never-older",
                clauses: &["USE-17"],
                says: "no later state was shown as confirmed on that phone before",
                holds: |v| never_older(v),
            },
            Part {
                name: "viewer-linked",
                clauses: &["USE-17"],
                says: "the viewer owns the TV or shares it at this moment",
                holds: |v| shown(v).is_none() || is_linked(v),
            },
            Part {
                name: "not-stale-as-current",
                clauses: &["USE-18"],
                says: "no state passes for current when the TV has been silent for too long",
                holds: |v| !(is_current(v) && is_silent(v) && v.over(v.tv().fresh)),
            },
        ],
        witnesses: &[
            Witness {
                name: "shown-confirmed",
                says: "a confirmed state is shown",
                seen: |v| confirmed(v).is_some(),
            },
            Witness {
                name: "marked-unconfirmed",
                says: "a state is shown that is marked as not confirmed",
                seen: |v| shown(v).is_some() && confirmed(v).is_none(),
            },
            Witness {
                name: "aged",
                says: "the last state of a silent TV is shown with its age",
                seen: |v| confirmed(v).is_some() && !is_current(v) && is_silent(v),
            },
            Witness {
                name: "said-unknown",
                says: "the state of a silent TV is said to be unknown",
                seen: |v| matches!(v.saw(), Some(Observation::ShownUnknown { .. })) && is_silent(v),
            },
        ],
    }]
}

/// The number of the state shown, whether it passes for confirmed, and whether it is shown with its age.
fn shown<M: Mode>(v: &View<'_, M>) -> Option<(u64, bool, bool)> {
    match v.saw() {
        Some(&Observation::Shown { amount, good, age, .. }) => Some((amount, good, age.is_some())),
        Some(_) | None => None,
    }
}

fn confirmed<M: Mode>(v: &View<'_, M>) -> Option<u64> {
    shown(v).filter(|(_, confirmed, _)| *confirmed).map(|(number, ..)| number)
}

fn is_current<M: Mode>(v: &View<'_, M>) -> bool {
    shown(v).is_some_and(|(_, confirmed, aged)| confirmed && !aged)
}

fn is_silent<M: Mode>(v: &View<'_, M>) -> bool {
    let off = v.is(&v.tv().off);
    v.is(&v.tv().cut) || off
}

fn never_older<M: Mode>(v: &View<'_, M>) -> bool {
    let Some(&Observation::Shown { tv, .. }) = v.saw() else { return true };
    confirmed(v).is_none_or(|number| number.saturating_add(1) >= v.phone().shown.of(tv.0))
}

fn is_linked<M: Mode>(v: &View<'_, M>) -> bool {
    let (tv, viewer) = (v.tv(), v.person_id());
    v.note(tv.owner_cause);
    tv.owner == Some(viewer) || tv.shared_with.get(viewer.0).is_some()
}
