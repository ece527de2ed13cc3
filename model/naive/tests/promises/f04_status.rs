//! F04 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Phone;

const F04: &str = "F04.status-truth";

fn says(tv: u32, amount: u64) -> Observation {
    Reported { tv: Tv(tv), amount, details: None }
}
fn shows(amount: u64, good: bool) -> Observation {
    shows_on(1, ANN, amount, good, None)
}
fn shows_on(phone: u32, person: Person, amount: u64, good: bool, age: Option<u64>) -> Observation {
    Shown { phone: Phone(phone), person, tv: Tv(1), amount, good, age }
}
fn aged(amount: u64) -> Observation {
    shows_on(1, ANN, amount, true, Some(30))
}
fn powered(good: bool) -> Observation {
    Powered { tv: Tv(1), good }
}
fn linked(good: bool) -> Observation {
    Networked { tv: Tv(1), good, phone: None }
}
/// A TV bound to Ann that has reported a state; then these lines.
fn log(lines: &[Timed]) -> Vec<Timed> {
    [&[(0, bound(1, ANN)), (0, says(1, 5))][..], lines].concat()
}

#[test]
fn what_is_confirmed_was_reported_by_that_tv() {
    assert_eq!(broken(F04, &rules(), &log(&[(1, shows(5, true))])), NONE);
    assert_eq!(reached(F04, &rules(), &log(&[(1, shows(5, true))])), ["shown-confirmed"]);
    assert_eq!(broken(F04, &rules(), &log(&[(1, shows(6, true))])), ["was-reported@2"]);
    assert_eq!(broken(F04, &rules(), &log(&[(1, shows(4, true))])), NONE);
    assert_eq!(broken(F04, &rules(), &log(&[(1, shows(6, false))])), NONE);
    assert_eq!(reached(F04, &rules(), &log(&[(1, shows(6, false))])), ["marked-unconfirmed"]);
    assert_eq!(broken(F04, &rules(), &log(&[(1, says(2, 9)), (1, shows(6, true))])), ["was-reported@3"]);
    let greatest = log(&[(1, says(1, 3)), (1, shows(5, true))]);
    assert_eq!(broken(F04, &rules(), &greatest), NONE, "a lower number reported later takes nothing back");
}

#[test]
fn a_phone_shows_nothing_older_than_it_has_confirmed() {
    let again = |phone, good| log(&[(1, shows_on(phone, ANN, 5, good, None)), (1, shows(4, true))]);
    assert_eq!(broken(F04, &rules(), &again(1, true)), ["never-older@3"]);
    assert_eq!(broken(F04, &rules(), &again(2, true)), NONE, "another phone");
    assert_eq!(broken(F04, &rules(), &again(1, false)), NONE, "it was not confirmed");
    // What ought not to have been shown was shown all the same.
    let false_one = log(&[(1, shows(7, true)), (1, shows(5, true))]);
    assert_eq!(broken(F04, &rules(), &false_one), ["never-older@3", "was-reported@2"]);
    assert_eq!(broken(F04, &rules(), &log(&[(1, shows(5, true)), (1, shows(4, false))])), NONE);
}

#[test]
fn with_a_new_identity_numbers_begin_anew() {
    let log = |later: &[Timed]| log(&[&[(1, shows(5, true)), (1, carries(1, 1, 1))][..], later].concat());
    assert_eq!(broken(F04, &rules(), &log(&[(2, shows(5, true))])), ["was-reported@4"]);
    assert_eq!(broken(F04, &rules(), &log(&[(2, says(1, 1)), (2, shows(1, true))])), NONE);
    assert_eq!(broken(F04, &rules(), &log(&[(2, shows(0, true))])), ["was-reported@4"]);
}

#[test]
fn the_viewer_is_linked_to_the_tv_at_that_moment() {
    let seen_by = |person| shows_on(1, person, 5, false, None);
    assert_eq!(broken(F04, &rules(), &log(&[(1, seen_by(BOB))])), ["viewer-linked@2"]);
    assert_eq!(broken(F04, &rules(), &log(&[(1, shared(1, BOB)), (1, seen_by(BOB))])), NONE);
    assert_eq!(broken(F04, &rules(), &log(&[(1, unbound(1, ANN)), (1, seen_by(ANN))])), ["viewer-linked@3"]);
}

#[test]
fn a_silent_tv_is_shown_as_current_until_the_last_lawful_instant() {
    for silence in [powered(false), linked(false)] {
        let at = |when, line| log(&[(5, silence), (when, line)]);
        assert_eq!(broken(F04, &rules(), &at(10, shows(5, true))), NONE);
        assert_eq!(broken(F04, &rules(), &at(11, shows(5, true))), ["not-stale-as-current@3"]);
        assert_eq!(broken(F04, &rules(), &at(11, shows(5, false))), NONE);
        assert_eq!(broken(F04, &rules(), &at(11, aged(5))), NONE);
        assert_eq!(reached(F04, &rules(), &at(11, aged(5))), ["aged", "shown-confirmed"]);
    }
    assert_eq!(reached(F04, &rules(), &log(&[(1, aged(5))])), ["shown-confirmed"], "it is not silent");
    let mut at_once = rules();
    at_once.deadlines.status_freshness = 0;
    assert_eq!(
        broken(F04, &at_once, &log(&[(5, powered(false)), (5, shows(5, true))])),
        ["not-stale-as-current@3"]
    );
}

#[test]
fn silence_is_counted_from_when_it_fell_silent() {
    // Off first, then cut as well: the second changes nothing, and neither does one of them ending.
    let both = |more: &[Timed]| log(&[&[(5, powered(false)), (15, linked(false))][..], more].concat());
    assert_eq!(broken(F04, &rules(), &both(&[(16, shows(5, true))])), ["not-stale-as-current@4"]);
    let still = both(&[(16, powered(true)), (17, powered(false)), (18, shows(5, true))]);
    assert_eq!(broken(F04, &rules(), &still), ["not-stale-as-current@6"]);
    let told_twice = log(&[(5, powered(false)), (15, powered(false)), (16, shows(5, true))]);
    assert_eq!(broken(F04, &rules(), &told_twice), ["not-stale-as-current@4"]);
    let back = both(&[(16, powered(true)), (16, linked(true)), (17, shows(5, true))]);
    assert_eq!(broken(F04, &rules(), &back), NONE);
    let anew = both(&[(16, powered(true)), (16, linked(true)), (17, linked(false)), (20, shows(5, true))]);
    assert_eq!(broken(F04, &rules(), &anew), NONE);
}

#[test]
fn of_a_silent_tv_it_may_be_said_that_nothing_is_known() {
    let unknown = ShownUnknown { phone: Phone(1), person: ANN, tv: Tv(1) };
    assert_eq!(reached(F04, &rules(), &log(&[(1, powered(false)), (2, unknown)])), ["said-unknown"]);
    assert_eq!(reached(F04, &rules(), &log(&[(2, unknown)])), NONE);
    assert!(!triggered(F04, &rules(), &log(&[(1, powered(false)), (2, unknown)])));
}
