//! F06 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Phone;

const EXECUTION: &str = "F06.execution";
const TRANSMISSION: &str = "F06.transmission";
const RECORD: &str = "F06.record";

fn execute(command: u32) -> Observation {
    executed(command, 1, Key::VolumeUp, Route::Lan)
}
/// A TV bound to Ann, who presses once; then these lines.
fn then(lines: &[Observation]) -> Vec<Timed> {
    [bound(1, ANN), pressed(1, ANN, 1)]
        .into_iter()
        .chain(lines.iter().copied())
        .map(|line| (0, line))
        .collect()
}

#[test]
fn an_execution_has_a_press_of_its_own() {
    assert_eq!(broken(EXECUTION, &rules(), &then(&[execute(1)])), NONE);
    assert_eq!(reached(EXECUTION, &rules(), &then(&[execute(1)])), ["by-lan", "volume"]);
    let relayed = executed(1, 1, Key::VolumeUp, Route::Relay);
    assert_eq!(reached(EXECUTION, &rules(), &then(&[relayed])), ["by-relay", "volume"]);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[execute(2)])), ["own-press@2"]);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[closed(1), execute(1)])), ["own-press@3"]);
}

#[test]
fn a_press_is_executed_once_on_its_tv_with_its_key() {
    assert_eq!(broken(EXECUTION, &rules(), &then(&[execute(1), execute(1)])), ["once@3"]);
    let again = then(&[execute(1), closed(1), pressed(1, ANN, 1), execute(1)]);
    assert_eq!(broken(EXECUTION, &rules(), &again), NONE, "the id is used again");
    let elsewhere = then(&[bound(2, ANN), executed(1, 2, Key::VolumeUp, Route::Lan)]);
    assert_eq!(broken(EXECUTION, &rules(), &elsewhere), ["chosen-tv@3"]);
    let other_key = then(&[executed(1, 1, Key::VolumeDown, Route::Lan)]);
    assert_eq!(broken(EXECUTION, &rules(), &other_key), ["same-key@2"]);
}

#[test]
fn the_presser_is_entitled_at_that_moment() {
    assert_eq!(broken(EXECUTION, &rules(), &then(&[unbound(1, ANN), execute(1)])), ["entitled@3"]);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[bound(1, BOB), execute(1)])), ["entitled@3"]);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[pressed(2, BOB, 1), execute(2)])), ["entitled@3"]);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[shared(1, BOB), pressed(2, BOB, 1), execute(2)])), NONE);
    let unshared = Unshared { tv: Tv(1), person: BOB };
    let gone = then(&[shared(1, BOB), pressed(2, BOB, 1), unshared, execute(2)]);
    assert_eq!(broken(EXECUTION, &rules(), &gone), ["entitled@5"]);
    let rebound = then(&[shared(1, BOB), pressed(2, BOB, 1), bound(1, ANN), execute(2)]);
    assert_eq!(broken(EXECUTION, &rules(), &rebound), ["entitled@5"]);
}

#[test]
fn the_session_of_the_press_is_alive() {
    let log_out = |person, phone| LoggedOut { person, phone: Phone(phone) };
    let log_in = LoggedIn { person: ANN, phone: Phone(1) };
    let out = log_out(ANN, 1);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[out, execute(1)])), ["session-alive@3"]);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[out, log_in, execute(1)])), NONE);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[log_in, out, execute(1)])), ["session-alive@4"]);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[log_out(BOB, 1), execute(1)])), NONE, "another person");
    assert_eq!(broken(EXECUTION, &rules(), &then(&[log_out(ANN, 2), execute(1)])), NONE, "another phone");
    // Logged out before the press counts as well, and opening the plugin is no login.
    let mut before = then(&[opened(ANN), execute(1)]);
    before.insert(0, (0, out));
    assert_eq!(broken(EXECUTION, &rules(), &before), ["session-alive@4"]);
    assert_eq!(broken(EXECUTION, &rules(), &then(&[out, closed(1), execute(1)])), ["own-press@4"]);
}

#[test]
fn order_matters_only_by_that_reading() {
    let order = reading("command-order", "press-order");
    let swapped = then(&[pressed(2, ANN, 1), execute(2), execute(1)]);
    assert_eq!(broken(EXECUTION, &order, &swapped), ["in-order@4"]);
    assert_eq!(broken(EXECUTION, &rules(), &swapped), NONE);
    assert_eq!(broken(EXECUTION, &order, &then(&[pressed(2, ANN, 1), execute(1), execute(2)])), NONE);
    let others = then(&[shared(1, BOB), pressed(2, BOB, 1), execute(2), execute(1)]);
    assert_eq!(broken(EXECUTION, &order, &others), NONE, "another presser");
    let over = then(&[pressed(2, ANN, 1), execute(2), closed(2), execute(1)]);
    assert_eq!(broken(EXECUTION, &order, &over), NONE, "the later one is over");
}

#[test]
fn a_transmission_serves_a_press_that_is_neither_executed_nor_failed() {
    let (lan, relay) = (transmitted(1, 1, Route::Lan), transmitted(1, 1, Route::Relay));
    assert_eq!(broken(TRANSMISSION, &rules(), &then(&[lan, relay])), NONE);
    assert_eq!(reached(TRANSMISSION, &rules(), &then(&[lan, relay])), ["both-routes", "by-lan", "by-relay"]);
    assert_eq!(reached(TRANSMISSION, &rules(), &then(&[relay, lan])), ["by-lan", "by-relay"]);
    assert_eq!(broken(TRANSMISSION, &rules(), &then(&[transmitted(2, 1, Route::Lan)])), ["own-press@2"]);
    assert_eq!(broken(TRANSMISSION, &rules(), &then(&[execute(1), lan])), ["still-open@3"]);
    assert_eq!(broken(TRANSMISSION, &rules(), &then(&[failed(1), lan])), ["still-open@3"]);
    assert_eq!(broken(TRANSMISSION, &rules(), &then(&[failed(1), pressed(1, ANN, 1), lan])), NONE);
    assert_eq!(broken(TRANSMISSION, &rules(), &then(&[transmitted(1, 2, Route::Lan)])), ["chosen-tv@2"]);
}

#[test]
fn a_record_of_a_command_has_its_press() {
    let record = |command, person| command_recorded(command, person, VENDOR);
    assert_eq!(broken(RECORD, &rules(), &then(&[record(Some(1), ANN)])), NONE);
    assert_eq!(reached(RECORD, &rules(), &then(&[record(Some(1), ANN)])), ["recorded"]);
    assert_eq!(broken(RECORD, &rules(), &then(&[record(None, ANN)])), ["own-press@2"]);
    assert_eq!(broken(RECORD, &rules(), &then(&[record(Some(2), ANN)])), ["own-press@2"]);
    assert_eq!(broken(RECORD, &rules(), &then(&[closed(1), record(Some(1), ANN)])), ["own-press@3"]);
    assert_eq!(broken(RECORD, &rules(), &then(&[record(Some(1), ANN), record(Some(1), ANN)])), ["once@3"]);
    assert_eq!(broken(RECORD, &rules(), &then(&[record(Some(1), BOB)])), ["presser@2"]);
    let outsider = then(&[command_recorded(Some(1), ANN, OTHER), record(Some(1), ANN)]);
    assert_eq!(broken(RECORD, &rules(), &outsider), NONE, "an outsider's record is not the vendor's");
    let only_outsider = then(&[command_recorded(Some(1), ANN, OTHER)]);
    assert_eq!(reached(RECORD, &rules(), &only_outsider), NONE);
}

#[test]
fn an_executed_command_is_recorded_where_that_is_asked_for() {
    let mut asked = rules();
    asked.readings.command_record = vouchsafe_alphabet::readings::CommandRecord::Mandatory;
    let over = then(&[execute(1), closed(1)]);
    assert_eq!(broken(RECORD, &asked, &over), ["each-recorded@3"]);
    assert_eq!(broken(RECORD, &rules(), &over), NONE);
    assert_eq!(broken(RECORD, &asked, &then(&[closed(1)])), NONE, "nothing was executed");
    let kept = then(&[execute(1), command_recorded(Some(1), ANN, VENDOR), closed(1)]);
    assert_eq!(broken(RECORD, &asked, &kept), NONE);
}
