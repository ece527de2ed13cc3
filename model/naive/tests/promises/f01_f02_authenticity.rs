//! F01 and F02 on small logs.

use crate::logs::*;

const F01: &str = "F01";
const F02: &str = "F02";

fn execute() -> Observation {
    executed(1, 1, Key::VolumeUp, Route::Lan)
}
fn genuine() -> Vec<Timed> {
    vec![(0, manufactured(1, 1)), (0, carries(1, 1, 1)), (0, checked(1, 1, 1, true))]
}
fn then(lines: &[Observation]) -> Vec<Timed> {
    genuine().into_iter().chain(lines.iter().map(|line| (1, *line))).collect()
}

#[test]
fn nothing_is_executed_before_a_check_that_passed() {
    assert_eq!(broken(F01, &rules(), &[(0, execute())]), ["checked@0"]);
    assert_eq!(broken(F01, &rules(), &[(0, checked(2, 1, 1, true)), (0, execute())]), ["checked@1"]);
    assert_eq!(broken(F01, &rules(), &[(0, checked(1, 1, 1, false)), (0, execute())]), ["checked@1"]);
    assert_eq!(broken(F01, &rules(), &then(&[execute()])), NONE);
    assert_eq!(reached(F01, &rules(), &then(&[execute()])), ["genuine-executes"]);
}

#[test]
fn a_check_is_void_after_a_new_binding_identity_or_failure() {
    for void in [bound(1, ANN), unbound(1, ANN), carries(1, 2, 2), checked(1, 2, 2, false)] {
        assert_eq!(broken(F01, &rules(), &then(&[void, execute()])), ["still-valid@4"]);
        assert_eq!(broken(F01, &reading("auth-lifetime", "once-ever"), &then(&[void, execute()])), NONE);
        assert_eq!(broken(F01, &rules(), &then(&[void, checked(1, 1, 1, true), execute()])), NONE);
    }
    assert_eq!(broken(F01, &rules(), &then(&[bound(2, ANN), execute()])), NONE, "another TV");
}

#[test]
fn each_session_needs_its_own_check_by_that_reading() {
    let each = reading("auth-lifetime", "each-session");
    let log = then(&[opened(ANN), pressed(1, ANN, 1), execute()]);
    assert_eq!(broken(F01, &each, &log), ["still-valid@5"]);
    assert_eq!(broken(F01, &rules(), &log), NONE);
    assert_eq!(broken(F01, &each, &then(&[opened(BOB), pressed(1, ANN, 1), execute()])), NONE);
}

#[test]
fn a_pair_passes_only_when_it_left_the_factory_together() {
    let mixed = [
        (0, manufactured(1, 1)),
        (0, manufactured(2, 2)),
        (0, carries(1, 1, 2)),
        (0, checked(1, 1, 2, true)),
    ];
    assert_eq!(broken(F02, &rules(), &mixed), ["pair-registered@3"]);
    assert_eq!(broken(F02, &reading("auth-pair", "separately"), &mixed), NONE);
    let unknown = [(0, manufactured(1, 1)), (0, carries(1, 1, 3)), (0, checked(1, 1, 3, true))];
    assert_eq!(broken(F02, &reading("auth-pair", "separately"), &unknown), ["pair-registered@2"]);
    assert_eq!(broken(F02, &rules(), &genuine()), NONE);
    assert_eq!(reached(F02, &rules(), &genuine()), ["genuine-passes"]);
}

#[test]
fn a_tv_is_checked_by_the_identity_that_it_carries() {
    let borrowed = [(0, manufactured(1, 1)), (0, carries(1, 2, 2)), (0, checked(1, 1, 1, true))];
    assert_eq!(broken(F02, &rules(), &borrowed), ["own-identity@2"]);
    assert_eq!(
        broken(F02, &rules(), &[(0, manufactured(1, 1)), (0, checked(1, 1, 1, true))]),
        ["own-identity@1"]
    );
}

#[test]
fn a_clone_is_refused() {
    let log = [(0, manufactured(1, 1)), (0, carries(1, 1, 2)), (0, checked(1, 1, 2, false))];
    assert_eq!(broken(F02, &rules(), &log), NONE);
    assert_eq!(
        (reached(F01, &rules(), &log), reached(F02, &rules(), &log)),
        (vec!["clone-refused"], vec!["clone-refused"])
    );
    assert!(!triggered("F02.pair-checked", &rules(), &log));
    let wrongly = then(&[checked(1, 1, 1, false)]);
    assert_eq!(reached(F01, &rules(), &wrongly), [""; 0]);
}
