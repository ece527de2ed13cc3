//! F03 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::{Command, Phone};

const F03: &str = "F03";

fn chosen(route: Route) -> Observation {
    chosen_on(1, 1, route)
}
fn chosen_on(phone: u32, tv: u32, route: Route) -> Observation {
    RouteChosen { phone: Phone(phone), tv: Tv(tv), route, good: true }
}
fn networked(tv: u32, phone: Option<u32>) -> Observation {
    Networked { tv: Tv(tv), good: true, phone: phone.map(Phone) }
}
fn phone_networked(phone: u32) -> Observation {
    PhoneNetworked { phone: Phone(phone), good: false }
}
fn log(lines: &[Observation]) -> Vec<Timed> {
    lines.iter().map(|line| (0, *line)).collect()
}

#[test]
fn the_local_route_needs_the_same_network() {
    let choice = |route, good| log(&[RouteChosen { phone: Phone(1), tv: Tv(1), route, good }]);
    assert_eq!(broken(F03, &rules(), &choice(Route::Lan, false)), ["lan-on-the-same-network@0"]);
    assert_eq!(broken(F03, &rules(), &choice(Route::Lan, true)), NONE);
    assert_eq!(reached(F03, &rules(), &choice(Route::Lan, true)), ["lan"]);
    assert_eq!(broken(F03, &rules(), &choice(Route::Relay, false)), NONE);
    assert_eq!(reached(F03, &rules(), &choice(Route::Relay, false)), ["relay"]);
}

#[test]
fn one_switch_without_cause_is_free_and_the_next_is_not() {
    let (lan, relay) = (chosen(Route::Lan), chosen(Route::Relay));
    assert_eq!(broken(F03, &rules(), &log(&[lan, relay])), NONE);
    assert_eq!(broken(F03, &rules(), &log(&[lan, relay, lan])), ["no-flapping@2"]);
    assert_eq!(broken(F03, &rules(), &log(&[lan, relay, lan, relay])), ["no-flapping@2", "no-flapping@3"]);
    assert_eq!(broken(F03, &rules(), &log(&[lan, lan, relay, relay])), NONE, "the same route is no switch");
}

#[test]
fn a_change_of_the_pair_allows_a_switch_and_forgives_the_loose_one() {
    let (lan, relay) = (chosen(Route::Lan), chosen(Route::Relay));
    for change in [networked(1, None), networked(1, Some(1)), phone_networked(1)] {
        let after = log(&[lan, relay, change, lan]);
        assert_eq!(broken(F03, &rules(), &after), NONE);
        assert_eq!(reached(F03, &rules(), &after), ["lan", "relay", "switched-after-change"]);
        // It serves one switch with cause; the loose one that it forgave may come once more.
        assert_eq!(broken(F03, &rules(), &log(&[lan, relay, change, lan, relay])), NONE);
        let spent = log(&[lan, relay, change, lan, relay, lan]);
        assert_eq!(broken(F03, &rules(), &spent), ["no-flapping@5"]);
        let before_all = log(&[change, lan, relay, lan, relay]);
        // Before the first choice a change means nothing.
        assert_eq!(broken(F03, &rules(), &before_all), ["no-flapping@3", "no-flapping@4"]);
    }
    for other in [networked(2, None), networked(1, Some(2)), phone_networked(2)] {
        assert_eq!(broken(F03, &rules(), &log(&[lan, relay, other, lan])), ["no-flapping@3"]);
    }
}

#[test]
fn a_change_between_two_switches_is_spent_by_the_second_alone() {
    let (lan, relay, change) = (chosen(Route::Lan), chosen(Route::Relay), networked(1, None));
    let changes_add_up_to_one = log(&[lan, change, change, relay, lan, relay]);
    assert_eq!(broken(F03, &rules(), &changes_add_up_to_one), ["no-flapping@5"]);
    let repeated = log(&[lan, relay, relay, change, relay, lan]);
    assert_eq!(broken(F03, &rules(), &repeated), NONE, "a choice that is no switch spends no change");
}

#[test]
fn a_failed_command_is_a_change_while_it_is_open() {
    let (lan, relay) = (chosen(Route::Lan), chosen(Route::Relay));
    let after = |press, lines: &[Observation]| log(&[&[lan, relay, press][..], lines, &[lan]].concat());
    let press = pressed(1, ANN, 1);
    assert_eq!(broken(F03, &rules(), &after(press, &[failed(1)])), NONE);
    assert_eq!(broken(F03, &rules(), &after(press, &[failed(2)])), ["no-flapping@4"]);
    assert_eq!(broken(F03, &rules(), &after(press, &[closed(1), failed(1)])), ["no-flapping@5"]);
    assert_eq!(broken(F03, &rules(), &after(press, &[failed(1), closed(1)])), NONE, "it was open then");
    assert_eq!(broken(F03, &rules(), &after(pressed(1, ANN, 2), &[failed(1)])), ["no-flapping@4"]);
    let (command, person, key) = (Command(1), ANN, Key::VolumeUp);
    let elsewhere = Pressed { command, person, phone: Phone(2), tv: Tv(1), key };
    assert_eq!(broken(F03, &rules(), &after(elsewhere, &[failed(1)])), ["no-flapping@4"]);
}

#[test]
fn each_pair_has_routes_of_its_own() {
    let (lan, relay) = (chosen(Route::Lan), chosen(Route::Relay));
    let another = [chosen_on(2, 1, Route::Lan), chosen_on(1, 2, Route::Lan)];
    assert_eq!(broken(F03, &rules(), &log(&[lan, relay, another[0], another[1], relay])), NONE);
}
