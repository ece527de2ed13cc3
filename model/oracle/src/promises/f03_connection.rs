//! F03, choice of the route (USE-15, USE-16): the local route is taken on the same network alone, and the choice
//! settles while the network does.

use crate::facts::route::Standing;
use crate::mode::Mode;
use crate::promise::{Ends, Leading, Owed, Part, Promise, Shape, Witness};
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

/// What a stable connection comes to where the network stays as it is, for each phone and TV.
pub(super) const fn leads_to<M: Mode>() -> [Promise<M>; 2] {
    const SHAPE: Shape = Shape::LeadsTo(Leading { owed: Owed::PhoneTowardTv, fair: &["plugins-choose"] });
    [
        Promise {
            id: "F03.lost-route-is-replaced",
            family: "F03",
            clauses: &["USE-16"],
            statement: "A plugin that has lost the local route comes to a route that is of use, unless the phone is back before.",
            shape: SHAPE,
            readings: &[],
            sees: &[Kind::PhoneNetworked, Kind::RouteChosen],
            ends: Ends::Never,
            when: "a phone is not on the network of the TVs any more, and the local route to the TV was chosen last",
            trigger: |v| v.saw().is_some_and(|saw| loses_local_route(v, saw)),
            parts: &[Part {
                name: "replaced",
                clauses: &["USE-16"],
                says: "a route is chosen that is of use, or the phone is on that network again",
                holds: |v| match v.saw() {
                    Some(&Observation::RouteChosen { route, good, .. }) => route == Route::Relay || good,
                    Some(&Observation::PhoneNetworked { good, .. }) => good,
                    Some(_) | None => false,
                },
            }],
            witnesses: &[Witness {
                name: "by-relay",
                says: "after the local route was lost, the relay is chosen",
                seen: |v| {
                    choice(v).is_some_and(|(route, _, standing)| {
                        route == Route::Relay && standing.last == Some(Route::Lan)
                    })
                },
            }],
        },
        Promise {
            id: "F03.choice-settles",
            family: "F03",
            clauses: &["USE-16"],
            statement: "A plugin that has switched to another route comes to stay with one, while the network stays as it is.",
            shape: SHAPE,
            readings: &[],
            sees: &[Kind::RouteChosen, Kind::PhoneNetworked],
            ends: Ends::Never,
            when: "the plugin switches from one route to the other",
            trigger: |v| choice(v).is_some_and(|(route, _, standing)| standing.switches(route)),
            parts: &[Part {
                name: "settles",
                clauses: &["USE-16"],
                says: "the same route is chosen once more, or the network changes",
                holds: |v| match v.saw() {
                    Some(Observation::PhoneNetworked { .. }) => true,
                    Some(_) | None => choice(v).is_some_and(|(route, _, standing)| !standing.switches(route)),
                },
            }],
            witnesses: &[Witness {
                name: "stays",
                says: "the relay is chosen twice in a row",
                seen: |v| {
                    choice(v).is_some_and(|(route, _, standing)| {
                        route == Route::Relay && standing.last == Some(Route::Relay)
                    })
                },
            }],
        },
    ]
}

/// Whether a phone leaves the network of the TVs while a local route stands.
fn loses_local_route<M: Mode>(v: &View<'_, M>, saw: &Observation) -> bool {
    let &Observation::PhoneNetworked { phone, good: false } = saw else { return false };
    v.toward.is_some_and(|tv| Standing::of(v.books, phone, tv).last == Some(Route::Lan))
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
