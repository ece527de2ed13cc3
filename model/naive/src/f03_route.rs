//! F03: the plugin chooses a route that can be used, and stays with it while nothing changes.

use crate::f06_command_path::open;
use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{Failed, Networked, PhoneNetworked, RouteChosen};
use vouchsafe_alphabet::{Observation, Phone, Route, Tv};

/// The local route only on the same network, and no two switches with no cause for either (USE-15, USE-16).
pub(crate) const USABLE_ROUTE: Promise = Promise {
    id: "F03.usable-route",
    trigger: |_, seen| matches!(seen.line(), Some(RouteChosen { .. })),
    parts: &[
        ("lan-on-the-same-network", |_, seen| {
            !matches!(seen.line(), Some(RouteChosen { route: Route::Lan, good: false, .. }))
        }),
        ("no-flapping", no_flapping),
    ],
    witnesses: &[
        ("lan", |_, seen| matches!(seen.line(), Some(RouteChosen { route: Route::Lan, .. }))),
        ("relay", |_, seen| matches!(seen.line(), Some(RouteChosen { route: Route::Relay, .. }))),
        ("switched-after-change", |past, seen| {
            switched(past, seen).is_some_and(|pair| !without_cause(past, pair))
        }),
    ],
    duty: None,
};

/// A phone and a TV.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pair {
    phone: Phone,
    tv: Tv,
}

/// The route that this chooses, and between whom.
fn choice(seen: Observation) -> Option<(Pair, Route)> {
    if let RouteChosen { phone, tv, route, .. } = seen { Some((Pair { phone, tv }, route)) } else { None }
}

/// The pair that this gives another route than it had.
fn switch(past: Past<'_>, seen: Observation) -> Option<Pair> {
    let (pair, route) = choice(seen)?;
    let chosen_before =
        past.latest_saying(|older| choice(older).filter(|(of, _)| *of == pair).map(|(_, route)| route))?;
    (chosen_before != route).then_some(pair)
}

/// Whether this may make another route the better one for the pair.
fn is_change(past: Past<'_>, seen: Observation, pair: Pair) -> bool {
    if let Networked { tv, phone, .. } = seen {
        tv == pair.tv && phone.is_none_or(|phone| phone == pair.phone)
    } else if let PhoneNetworked { phone, .. } = seen {
        phone == pair.phone
    } else if let Failed { command } = seen {
        open(past, command).is_some_and(|press| press.phone == pair.phone && press.tv == pair.tv)
    } else {
        false
    }
}

fn latest_switch(past: Past<'_>, pair: Pair) -> Option<usize> {
    past.latest_then(|then, older| switch(then, older) == Some(pair))
}

/// Whether nothing has changed for the pair since it last switched, or since its first choice if it did not.
fn without_cause(past: Past<'_>, pair: Pair) -> bool {
    let chosen = |older| choice(older).is_some_and(|(of, _)| of == pair);
    let first = past.lines().find(|(.., older)| chosen(*older)).map(|(index, ..)| index);
    let start = latest_switch(past, pair).or(first).map_or(0, |index| index + 1);
    !past.from(start).any(|(index, _, older)| is_change(past.before(index), older, pair))
}

fn switched(past: Past<'_>, seen: Seen) -> Option<Pair> {
    switch(past, seen.line()?)
}

/// Whether this is not a switch without cause that follows upon another.
fn no_flapping(past: Past<'_>, seen: Seen) -> bool {
    let Some(pair) = switched(past, seen) else { return true };
    let switched_so_before =
        latest_switch(past, pair).is_some_and(|index| without_cause(past.before(index), pair));
    !(switched_so_before && without_cause(past, pair))
}
