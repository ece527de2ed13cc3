//! F04: the status shown is one that the TV reported, the newest known, and shown as current only while it may be.

use crate::f06_command_path::entitled;
use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{Carries, Networked, Powered, Reported, Shown, ShownUnknown};
use vouchsafe_alphabet::{Observation, Person, Phone, Tv};

/// A state that is shown as confirmed was reported, is no older than one shown before, goes to somebody linked
/// to the TV, and carries its age once the TV has been silent for too long (USE-17, USE-18).
pub(crate) const STATUS_TRUTH: Promise = Promise {
    id: "F04.status-truth",
    trigger: |_, seen| shown(seen).is_some(),
    parts: &[
        ("was-reported", was_reported),
        ("never-older", never_older),
        ("viewer-linked", |past, seen| shown(seen).is_none_or(|it| entitled(past, it.person, it.tv))),
        ("not-stale-as-current", not_stale_as_current),
    ],
    witnesses: &[
        ("shown-confirmed", |_, seen| confirmed(seen).is_some()),
        ("marked-unconfirmed", |_, seen| shown(seen).is_some_and(|it| !it.good)),
        (
            "said-unknown",
            |past, seen| matches!(seen.line(), Some(ShownUnknown { tv, .. }) if silent(past, tv)),
        ),
        ("aged", |past, seen| confirmed(seen).is_some_and(|it| it.age.is_some() && silent(past, it.tv))),
    ],
    duty: None,
};

/// A state as it is shown.
struct Display {
    phone: Phone,
    person: Person,
    tv: Tv,
    amount: u64,
    good: bool,
    age: Option<u64>,
}

fn display(seen: Observation) -> Option<Display> {
    if let Shown { phone, person, tv, amount, good, age } = seen {
        Some(Display { phone, person, tv, amount, good, age })
    } else {
        None
    }
}

fn shown(seen: Seen) -> Option<Display> {
    display(seen.line()?)
}

/// What is shown as confirmed.
fn confirmed(seen: Seen) -> Option<Display> {
    shown(seen).filter(|it| it.good)
}

/// The lines since the TV got the identity that it carries; its count of states begins anew with it.
fn of_this_identity(past: Past<'_>, t: Tv) -> impl Iterator<Item = Observation> {
    let start = past.latest(|seen| matches!(seen, Carries { tv, .. } if tv == t)).unwrap_or(0);
    past.from(start).map(|(.., seen)| seen)
}

fn was_reported(past: Past<'_>, seen: Seen) -> bool {
    confirmed(seen).is_none_or(|it| {
        of_this_identity(past, it.tv)
            .any(|older| matches!(older, Reported { tv, amount, .. } if tv == it.tv && it.amount <= amount))
    })
}

fn never_older(past: Past<'_>, seen: Seen) -> bool {
    confirmed(seen).is_none_or(|it| {
        !of_this_identity(past, it.tv).filter_map(display).any(|older| {
            older.good && older.phone == it.phone && older.tv == it.tv && older.amount > it.amount
        })
    })
}

/// Whether nothing comes from the TV, since it is off or cut from the network.
fn silent(past: Past<'_>, t: Tv) -> bool {
    let on = past.latest_saying(|seen| {
        if let Powered { tv, good } = seen
            && tv == t
        {
            Some(good)
        } else {
            None
        }
    });
    let linked = past.latest_saying(|seen| {
        if let Networked { tv, good, .. } = seen
            && tv == t
        {
            Some(good)
        } else {
            None
        }
    });
    on == Some(false) || linked == Some(false)
}

/// When the TV fell silent, if it is.
fn silent_since(past: Past<'_>, t: Tv) -> Option<u64> {
    let fell = past.latest_then(|then, _| !silent(then, t)).filter(|_| silent(past, t))?;
    Some(past.before(fell).now)
}

fn not_stale_as_current(past: Past<'_>, seen: Seen) -> bool {
    confirmed(seen).filter(|it| it.age.is_none()).is_none_or(|it| {
        let units = past.rules.deadlines.status_freshness;
        silent_since(past, it.tv).is_none_or(|at| !past.over(at, units))
    })
}
