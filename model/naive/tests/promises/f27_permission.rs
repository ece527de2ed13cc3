//! F27 on small logs.

use crate::logs::*;
use crate::recipients::demands_of;
use vouchsafe_alphabet::Phone;

const F27: &str = "F27.revoked-is-unread";
const FEATURE: Category = Category::PhoneFeature;

fn grants(person: Person, phone: u32) -> Observation {
    PermissionGranted { person, phone: Phone(phone) }
}
fn revokes(person: Person, phone: u32, channel: Channel) -> Observation {
    PermissionRevoked { person, phone: Phone(phone), channel }
}
fn switch(phone: u32) -> Observation {
    revokes(ANN, phone, Channel::Os)
}
fn message(phone: u32) -> Observation {
    revokes(ANN, phone, Channel::Email)
}
fn reads() -> Observation {
    FeatureRead { person: ANN, phone: Phone(1) }
}
fn collects() -> Observation {
    collected(1, ANN, FEATURE, VENDOR, Source::Observed)
}
fn uses() -> Observation {
    Used {
        person: ANN,
        category: FEATURE,
        purpose: Purpose::ConnectionSelection,
        by: VENDOR,
        record: None,
        ground: None,
    }
}
fn log(lines: &[Timed]) -> Vec<Timed> {
    [&[(0, grants(ANN, 1))][..], lines].concat()
}

#[test]
fn a_phone_is_read_only_once_it_was_let() {
    assert_eq!(broken(F27, &rules(), &[(0, reads())]), ["permitted@0"]);
    assert_eq!(broken(F27, &rules(), &[(0, grants(ANN, 2)), (1, reads())]), ["permitted@1"]);
    assert_eq!(broken(F27, &rules(), &[(0, grants(BOB, 1)), (1, reads())]), NONE, "whoever let it");
    assert_eq!(reached(F27, &rules(), &log(&[(1, reads())])), ["read-while-permitted"]);
}

#[test]
fn the_switch_works_at_once() {
    assert_eq!(broken(F27, &rules(), &log(&[(1, switch(1)), (1, reads())])), ["switch-heeded@2"]);
    assert_eq!(broken(F27, &rules(), &log(&[(1, switch(2)), (1, reads())])), NONE);
    let again = log(&[(1, switch(1)), (2, grants(BOB, 1)), (3, reads())]);
    assert_eq!(broken(F27, &rules(), &again), NONE);
    assert_eq!(reached(F27, &rules(), &again), ["read-while-permitted", "unread-then-granted"]);
}

#[test]
fn a_message_works_by_the_last_lawful_instant() {
    let at = |when| log(&[(5, message(1)), (when, reads())]);
    assert_eq!(broken(F27, &rules(), &at(10)), NONE);
    assert_eq!(broken(F27, &rules(), &at(11)), ["message-heeded@2"]);
    let mut at_once = rules();
    at_once.deadlines.permission_stop = 0;
    assert_eq!(broken(F27, &at_once, &at(5)), ["message-heeded@2"]);
}

#[test]
fn a_message_is_counted_from_the_first_since_the_grant() {
    let twice = log(&[(5, message(1)), (10, message(1)), (11, reads())]);
    assert_eq!(broken(F27, &rules(), &twice), ["message-heeded@3"]);
    let anew = log(&[(5, message(1)), (8, grants(ANN, 1)), (10, message(1)), (11, reads())]);
    assert_eq!(broken(F27, &rules(), &anew), NONE);
}

#[test]
fn after_the_switch_only_a_grant_helps() {
    let both = log(&[(5, switch(1)), (5, message(1)), (6, reads()), (11, reads())]);
    let expected = ["message-heeded@4", "switch-heeded@3", "switch-heeded@4"];
    assert_eq!(sorted(broken(F27, &rules(), &both)), expected);
    let other_way = log(&[(5, message(1)), (11, switch(1)), (11, reads())]);
    assert_eq!(broken(F27, &rules(), &other_way), ["switch-heeded@3"], "the latest word is the switch's");
}

fn sorted(mut findings: Vec<String>) -> Vec<String> {
    findings.sort();
    findings
}

#[test]
fn nothing_of_a_revoked_phone_is_collected_or_used() {
    for act in [collects(), uses()] {
        assert_eq!(broken(F27, &rules(), &log(&[(1, act)])), NONE);
        assert!(triggered(F27, &rules(), &log(&[(1, act)])));
        assert_eq!(broken(F27, &rules(), &log(&[(1, switch(1)), (1, act)])), ["nothing-cached@2"]);
        assert_eq!(broken(F27, &rules(), &log(&[(5, message(1)), (10, act)])), NONE);
        assert_eq!(broken(F27, &rules(), &log(&[(5, message(1)), (11, act)])), ["nothing-cached@2"]);
        assert_eq!(
            broken(F27, &rules(), &[(5, switch(1)), (5, act)]),
            ["nothing-cached@1"],
            "never let at all"
        );
        assert_eq!(broken(F27, &rules(), &[(5, act)]), NONE, "never revoked");
    }
    let law = |verb| LawDemands {
        request: Request(1),
        person: ANN,
        verbs: Verb::into(verb),
        categories: FEATURE.into(),
        to: None,
        place: None,
    };
    let under = |verb| log(&[(1, switch(1)), (1, law(verb)), (1, uses())]);
    assert_eq!(broken(F27, &rules(), &under(Verb::Use)), NONE);
    assert_eq!(broken(F27, &rules(), &under(Verb::Collect)), ["nothing-cached@3"]);
    let others = demands_of(BOB, 1, Verb::Use, None, None);
    assert_eq!(
        broken(F27, &rules(), &log(&[(1, switch(1)), (1, others), (1, uses())])),
        ["nothing-cached@3"]
    );
}

#[test]
fn what_the_person_lets_on_another_phone_may_be_kept() {
    let other_phone = log(&[(1, grants(ANN, 2)), (2, switch(1)), (3, uses())]);
    assert_eq!(broken(F27, &rules(), &other_phone), NONE, "the second phone stands granted");
    let both_gone = log(&[(1, grants(ANN, 2)), (2, switch(1)), (3, switch(2)), (3, uses())]);
    assert_eq!(broken(F27, &rules(), &both_gone), ["nothing-cached@4"]);
    // The revocation before the latest grant is taken back, though on another phone; what came since counts.
    let last_by_message =
        log(&[(1, switch(1)), (2, grants(ANN, 2)), (5, message(2)), (10, uses()), (11, uses())]);
    assert_eq!(broken(F27, &rules(), &last_by_message), ["nothing-cached@5"]);
    let word_of_another = log(&[(1, switch(1)), (2, grants(BOB, 1)), (3, uses())]);
    assert_eq!(broken(F27, &rules(), &word_of_another), ["nothing-cached@3"], "only Ann's own word counts");
}

#[test]
fn other_data_and_other_hands_are_no_concern() {
    let outsider = Used {
        person: ANN,
        category: FEATURE,
        purpose: Purpose::AppRun,
        by: OTHER,
        record: None,
        ground: None,
    };
    assert_eq!(broken(F27, &rules(), &log(&[(1, switch(1)), (2, outsider)])), NONE);
    assert!(!triggered(F27, &rules(), &log(&[(1, switch(1)), (2, outsider), (2, reports_status(1))])));
}
