//! F03, choice of the route (USE-15, USE-16): the local route is taken on the same network alone, and the choice
//! settles while the network does.

use crate::facts::route::Standing;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::{Kind, Observation, Route};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F03.usable-route",
        family: "F03",
        clauses: &["USE-15", "USE-16"],
        statement: "The plugin takes the local route on the network of the TV alone, and does not go to and fro between routes without a reason.",
        shape: Shape::Absence,
        readings: &[],
        sees: &[Kind::RouteChosen],
        ends: Ends::Never,
        when: "the plugin chooses a route to a TV",
        trigger: |_| true,
        parts: &[
            Part {
                name: "lan-on-the-same-network",
                clauses: &["USE-15"],
                says: "the route is not the local one, or phone and TV are on the same network",
                holds: |v| choice(v).is_none_or(|(route, same, _)| route != Route::Lan || same),
            },
            Part {
                name: "no-flapping",
                clauses: &["USE-16"],
                says: "it is no second switch in a row without a change of network or a failure between them",
                holds: |v| choice(v).is_none_or(|(route, _, standing)| !standing.flaps(route)),
            },
        ],
        witnesses: &[
            Witness {
                name: "lan",
                says: "the local route is chosen",
                seen: |v| chosen(v) == Some(Route::Lan),
            },
            Witness { name: "relay", says: "the relay is chosen", seen: |v| chosen(v) == Some(Route::Relay) },
            Witness {
                name: "switched-after-change",
                says: "the route is switched after a change",
                seen: |v| {
                    choice(v).is_some_and(|(route, _, standing)| standing.switches(route) && standing.changed)
                },
            },
        ],
    }]
}

/// The route chosen, whether phone and TV are on the same network, and how the route stood before.
fn choice<M: Mode>(v: &View<'_, M>) -> Option<(Route, bool, Standing)> {
    match v.saw() {
        Some(&Observation::RouteChosen { phone, tv, route, good }) => {
            Some((route, good, Standing::of(v.books, phone, tv)))
        }
        Some(_) | None => None,
    }
}

fn chosen<M: Mode>(v: &View<'_, M>) -> Option<Route> {
    choice(v).map(|(route, ..)| route)
}
