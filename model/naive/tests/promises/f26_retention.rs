//! F26 on small logs.

use crate::logs::*;

const PURGE: &str = "F26.purged-in-time";
const BACK: &str = "F26.nothing-comes-back";

/// A record collected at 0 whose purpose ends at 5; then these lines.
fn then(lines: &[Timed]) -> Vec<Timed> {
    [(0, reports_status(1)), (5, purpose_ended(1))].into_iter().chain(lines.iter().copied()).collect()
}
/// The same, and nothing but somebody opening the plugin when all is over.
fn and_nothing(lines: &[Timed]) -> Vec<Timed> {
    then(&[lines, &[(500, opened(BOB))]].concat())
}
fn missed(at: u64) -> Vec<String> {
    vec![format!("vendor-copy-gone@record 1 at {at}")]
}

#[test]
fn a_copy_is_gone_by_the_end_of_inference_and_retention() {
    // One unit to infer and one to purge, from the start of the unit in which the purpose ended.
    assert_eq!(broken(PURGE, &rules(), &and_nothing(&[])), missed(20));
    assert_eq!(broken(PURGE, &rules(), &and_nothing(&[(20, purged(1, VENDOR))])), NONE);
    assert_eq!(broken(PURGE, &rules(), &and_nothing(&[(21, purged(1, VENDOR))])), missed(20));
    assert_eq!(broken(PURGE, &rules(), &then(&[(20, opened(BOB))])), NONE, "not over yet");
    let pending = vouchsafe_naive::judge(&rules(), &then(&[]), None).pending;
    assert_eq!(pending.into_iter().collect::<Vec<_>>(), [(PURGE, 20, Sort::Record, 1)]);
    assert_eq!(broken_until(PURGE, &rules(), &then(&[]), Some(21)), missed(20));
}

#[test]
fn to_strip_a_copy_of_its_subject_is_as_good_but_only_in_earnest() {
    let strip = |attributable| Deidentified { record: Record(1), by: VENDOR, attributable };
    assert_eq!(broken(PURGE, &rules(), &and_nothing(&[(6, strip(false))])), NONE);
    assert_eq!(broken(PURGE, &rules(), &and_nothing(&[(6, strip(true))])), missed(20));
}

#[test]
fn processors_copies_go_too_and_others_may_stay() {
    let log = |for_vendor| {
        [
            (0, introduced(OTHER, Class::Provider, for_vendor)),
            (0, reports_status(1)),
            (1, copied(1, OTHER)),
            (5, purpose_ended(1)),
            (6, purged(1, VENDOR)),
            (21, opened(BOB)),
        ]
    };
    assert_eq!(broken(PURGE, &rules(), &log(true)), ["processor-copies-gone@record 1 at 20"]);
    assert_eq!(broken(PURGE, &rules(), &log(false)), NONE);
}

#[test]
fn an_inference_brings_the_deadline_forward() {
    assert_eq!(broken(PURGE, &rules(), &and_nothing(&[(6, inferred(1))])), missed(10));
    assert_eq!(broken(PURGE, &rules(), &and_nothing(&[(6, inferred(1)), (10, purged(1, VENDOR))])), NONE);
    assert_eq!(broken(PURGE, &rules(), &and_nothing(&[(12, inferred(1))])), missed(20));
    let only = reading("inference", "inferred-only");
    assert_eq!(broken(PURGE, &only, &and_nothing(&[])), NONE);
    assert_eq!(broken(PURGE, &only, &and_nothing(&[(33, inferred(1))])), missed(40));
    assert_eq!(broken(PURGE, &reading("inference", "objective"), &and_nothing(&[])), missed(10));
}

#[test]
fn while_a_ground_lives_it_may_be_kept() {
    for ground in [Ground::Legal, Ground::Dispute, Ground::Enforcement] {
        let log = |ends| and_nothing(&[(6, arose(1, ground)), (50, inferred(1)), (ends, ended(1, ground))]);
        assert_eq!(broken(PURGE, &rules(), &log(100)), missed(120), "an inference under a ground is none");
        assert_eq!(broken(PURGE, &rules(), &and_nothing(&[(6, arose(1, ground))])), NONE);
    }
    let held = then(&[(6, arose(1, Ground::Legal)), (30, ended(1, Ground::Legal)), (50, purged(1, VENDOR))]);
    assert_eq!(broken(PURGE, &rules(), &held), NONE);
    assert_eq!(reached(PURGE, &rules(), &held), ["held-then-purged"]);
    assert!(reached(PURGE, &rules(), &then(&[(6, purged(1, VENDOR))])).is_empty());
}

#[test]
fn a_ground_that_comes_too_late_mends_nothing() {
    let log = |at| and_nothing(&[(at, arose(1, Ground::Legal))]);
    assert_eq!(broken(PURGE, &rules(), &log(20)), NONE, "in time, the duty lapses");
    assert_eq!(broken(PURGE, &rules(), &log(21)), missed(20));
    let copied_then = then(&[(21, arose(1, Ground::Legal)), (22, copied(1, VENDOR))]);
    assert_eq!(broken(BACK, &rules(), &copied_then), ["not-after-deadline@3"]);
}

#[test]
fn a_business_ground_lives_once_and_not_for_ever() {
    let business = and_nothing(&[(6, arose(1, Ground::Business))]);
    // It expires at 10; from there inference and retention.
    assert_eq!(broken(PURGE, &rules(), &business), missed(30));
    assert_eq!(broken(PURGE, &reading("business-ground", "unbounded"), &business), NONE);
    let early = and_nothing(&[(6, arose(1, Ground::Business)), (7, ended(1, Ground::Business))]);
    assert_eq!(broken(PURGE, &rules(), &early), missed(20));
    let renewed = and_nothing(&[
        (6, arose(1, Ground::Business)),
        (9, arose(1, Ground::Business)),
        (15, arose(1, Ground::Business)),
    ]);
    assert_eq!(broken(PURGE, &rules(), &renewed), missed(30), "naming it again does not renew it");
    let unbounded = reading("business-ground", "unbounded");
    let revived = and_nothing(&[
        (6, arose(1, Ground::Business)),
        (7, ended(1, Ground::Business)),
        (8, arose(1, Ground::Business)),
    ]);
    assert_eq!(broken(PURGE, &unbounded, &revived), missed(20));
}

#[test]
fn no_copy_comes_back() {
    assert_eq!(
        broken(BACK, &rules(), &then(&[(6, purged(1, VENDOR)), (7, copied(1, VENDOR))])),
        ["not-after-purge@3"]
    );
    assert_eq!(broken(BACK, &rules(), &then(&[(21, copied(1, VENDOR))])), ["not-after-deadline@2"]);
    assert_eq!(broken(BACK, &rules(), &then(&[(20, copied(1, VENDOR))])), NONE);
    assert_eq!(
        broken(BACK, &rules(), &then(&[(6, purged(1, VENDOR)), (7, copied(1, OTHER))])),
        NONE,
        "not ours"
    );
    let needed = [(0, reports_status(1)), (1, copied(1, VENDOR))];
    assert_eq!(reached(BACK, &rules(), &needed), ["copied-while-needed"]);
    assert!(reached(BACK, &rules(), &then(&[(6, copied(1, VENDOR))])).is_empty());
}

#[test]
fn collected_anew_a_record_starts_anew() {
    let again = then(&[(6, reports_status(1)), (500, copied(1, VENDOR))]);
    assert_eq!(broken("F26", &rules(), &again), NONE);
    let overdue = then(&[(30, reports_status(1)), (31, copied(1, VENDOR))]);
    assert_eq!(broken("F26", &rules(), &overdue), missed(20));
    let finished = then(&[(6, purged(1, VENDOR)), (7, reports_status(1)), (8, copied(1, VENDOR))]);
    assert_eq!(broken("F26", &rules(), &finished), NONE);
}

#[test]
fn copies_stay_when_the_same_person_gives_again_and_only_then() {
    let log = |again| {
        vec![
            (0, introduced(OTHER, Class::Provider, true)),
            (0, reports_status(1)),
            (1, copied(1, OTHER)),
            (2, collected(1, again, STATUS, VENDOR, Source::Reported)),
            (5, purpose_ended(1)),
            (6, purged(1, VENDOR)),
            (21, opened(BOB)),
        ]
    };
    assert_eq!(broken(PURGE, &rules(), &log(ANN)), ["processor-copies-gone@record 1 at 20"]);
    assert_eq!(broken(PURGE, &rules(), &log(BOB)), NONE);
}

#[test]
fn of_an_unknown_record_nothing_is_heard() {
    let log = [
        (0, purpose_ended(1)),
        (1, inferred(1)),
        (1, arose(1, Ground::Legal)),
        (2, reports_status(1)),
        (99, opened(ANN)),
    ];
    assert_eq!(broken("F26", &rules(), &log), NONE);
    assert!(!triggered(PURGE, &rules(), &[(0, purged(1, VENDOR))]));
    assert_eq!(broken(BACK, &rules(), &[(0, copied(1, VENDOR))]), ["not-after-purge@0"]);
}
