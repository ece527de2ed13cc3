//! F33 on small logs.

use crate::logs::*;
use crate::recipients::{ABROAD, HOME, lives_in};

const ALONE: &str = "F33.known-minor-left-alone";
const REMOVES: &str = "F33.report-removes";

fn learned() -> Timed {
    (0, AgeLearned { person: ANN })
}
fn subscribed() -> Observation {
    Subscribed { person: ANN, service: Service::Content, renewal: false }
}
fn cancelled() -> Observation {
    SubscriptionEnded { person: ANN, service: Service::Content }
}
fn gone(at: u64) -> Vec<String> {
    vec![format!("data-gone@person 1 at {at}")]
}

#[test]
fn nothing_is_required_of_a_known_minor() {
    let ask = (1, asked(true, Verb::Collect, None));
    assert_eq!(broken(ALONE, &rules(), &[learned(), ask]), ["nothing-required@1"]);
    assert_eq!(broken(ALONE, &rules(), &[(0, guardian_reported(1)), ask]), ["nothing-required@1"]);
    assert_eq!(broken(ALONE, &rules(), &[ask, learned()]), NONE);
    assert_eq!(reached(ALONE, &rules(), &[ask]), ["adult-asked"]);
}

#[test]
fn who_is_a_minor_is_a_reading() {
    let ask = (1, asked(true, Verb::Collect, None));
    let child = (0, resides(Regime::Consent, true));
    assert_eq!(broken(ALONE, &rules(), &[child, ask]), NONE);
    assert_eq!(broken(ALONE, &reading("minor", "actual-age"), &[child, ask]), ["nothing-required@1"]);
    assert_eq!(broken(ALONE, &reading("minor", "actual-age"), &[learned(), ask]), NONE);
    let grown = [child, (0, resides(Regime::Consent, false)), ask];
    assert_eq!(broken(ALONE, &reading("minor", "actual-age"), &grown), NONE);
}

#[test]
fn nothing_is_sought_from_a_known_minor_unapproved() {
    let ask = (1, asked(false, Verb::Collect, None));
    assert_eq!(broken(ALONE, &rules(), &[learned(), ask]), ["nothing-sought@1"]);
    assert_eq!(broken(ALONE, &rules(), &[learned(), (0, guardian_approved(STATUS)), ask]), NONE);
    assert_eq!(
        broken(ALONE, &rules(), &[learned(), (0, guardian_approved(Category::Account)), ask]),
        ["nothing-sought@2"]
    );
    assert_eq!(broken(ALONE, &rules(), &[learned(), (1, asked(false, Verb::Use, None))]), NONE);
    assert_eq!(broken(ALONE, &rules(), &[learned(), (1, reports_status(1))]), ["nothing-sought@1"]);
    assert_eq!(
        broken(ALONE, &rules(), &[learned(), (0, guardian_approved(STATUS)), (1, reports_status(1))]),
        NONE
    );
    assert_eq!(
        broken(ALONE, &rules(), &[learned(), (0, law_demands(1, Verb::Collect)), (1, reports_status(1))]),
        NONE
    );
    let handed = collected(1, ANN, STATUS, VENDOR, Source::Submitted);
    assert_eq!(broken(ALONE, &rules(), &[learned(), (1, handed)]), NONE);
    assert_eq!(
        broken(ALONE, &rules(), &[learned(), (1, collected(1, ANN, STATUS, OTHER, Source::Web))]),
        NONE
    );
}

#[test]
fn no_marketing_is_offered_to_a_known_minor() {
    let offer = (1, asked(false, Verb::Collect, MARKETING));
    let promotion = (1, messaged(Mail::Event, Channel::Push, true));
    assert_eq!(broken(ALONE, &rules(), &[learned(), offer]), ["no-marketing-offer@1"]);
    assert_eq!(broken(ALONE, &rules(), &[learned(), promotion]), ["no-marketing-offer@1"]);
    let service = (1, messaged(Mail::Service, Channel::Push, false));
    assert_eq!(broken(ALONE, &rules(), &[learned(), service]), NONE);
    assert_eq!(reached(ALONE, &rules(), &[learned(), service]), ["minor-still-served"]);
    assert!(reached(ALONE, &rules(), &[service]).is_empty());
}

#[test]
fn what_was_given_unapproved_is_gone_by_the_deadline() {
    let log =
        |at| [(0, reports_status(1)), (5, guardian_reported(1)), (at, purged(1, VENDOR)), (30, opened(BOB))];
    // The purge alone leaves a record that is known and lies nowhere.
    assert_eq!(broken(REMOVES, &rules(), &log(10)), NONE);
    assert_eq!(reached(REMOVES, &rules(), &log(10)), ["removed"]);
    assert_eq!(broken(REMOVES, &rules(), &log(11)), gone(10));
    let open = [(0, reports_status(1)), (5, guardian_reported(1)), (10, opened(BOB))];
    assert_eq!(broken(REMOVES, &rules(), &open), NONE);
    let pending = vouchsafe_naive::judge(&rules(), &open, None).pending;
    assert_eq!(pending.into_iter().collect::<Vec<_>>(), [(REMOVES, 10, Sort::Person, 1)]);
    assert_eq!(broken_until(REMOVES, &rules(), &open, Some(11)), gone(10));
}

#[test]
fn only_prior_approval_of_that_category_keeps_data() {
    let log = |before: &[Timed], after: &[Timed]| {
        [before, &[(1, reports_status(1)), (5, guardian_reported(1))], after, &[(30, opened(BOB))]].concat()
    };
    let kept = log(&[(0, guardian_approved(STATUS))], &[]);
    assert_eq!(broken(REMOVES, &rules(), &kept), NONE);
    assert_eq!(reached(REMOVES, &rules(), &kept), ["approved-kept"]);
    assert_eq!(broken(REMOVES, &rules(), &log(&[(0, guardian_approved(Category::Account))], &[])), gone(10));
    assert_eq!(broken(REMOVES, &rules(), &log(&[], &[(6, guardian_approved(STATUS))])), gone(10));
    assert_eq!(broken(REMOVES, &rules(), &log(&[], &[(6, arose(1, Ground::Legal))])), NONE);
    assert_eq!(broken(REMOVES, &rules(), &log(&[], &[(6, arose(1, Ground::Business))])), gone(10));
    let ended_hold = log(&[], &[(6, arose(1, Ground::Legal)), (7, ended(1, Ground::Legal))]);
    assert_eq!(broken(REMOVES, &rules(), &ended_hold), gone(10));
}

#[test]
fn which_data_goes_is_a_reading() {
    let from = |source| {
        [(0, collected(1, ANN, STATUS, VENDOR, source)), (5, guardian_reported(1)), (30, opened(BOB))]
    };
    let only = reading("minor-data", "submitted-only");
    let all = reading("minor-data", "all");
    for (source, given, submitted) in [
        (Source::Submitted, true, true),
        (Source::Reported, true, false),
        (Source::Observed, true, false),
        (Source::PassedOn, false, false),
        (Source::Derived, false, false),
    ] {
        assert_eq!(!broken(REMOVES, &rules(), &from(source)).is_empty(), given, "{source}");
        assert_eq!(!broken(REMOVES, &only, &from(source)).is_empty(), submitted, "{source}");
        assert_eq!(broken(REMOVES, &all, &from(source)), gone(10), "{source}");
    }
}

#[test]
fn processors_copies_go_too() {
    let log = [
        (0, introduced(OTHER, Class::Provider, true)),
        (0, reports_status(1)),
        (1, copied(1, OTHER)),
        (5, guardian_reported(1)),
        (6, purged(1, VENDOR)),
        (30, opened(BOB)),
    ];
    assert_eq!(broken(REMOVES, &rules(), &log), gone(10));
}

#[test]
fn subscriptions_end_and_come_back_only_with_a_guardian() {
    let log = |lines: &[Timed]| {
        [&[(0, subscribed()), (5, guardian_reported(1))], lines, &[(30, opened(BOB))]].concat()
    };
    let missed = ["subscriptions-ended@person 1 at 10"];
    assert_eq!(broken(REMOVES, &rules(), &log(&[])), missed);
    assert_eq!(broken(REMOVES, &rules(), &log(&[(10, cancelled())])), NONE);
    assert_eq!(broken(REMOVES, &rules(), &log(&[(11, cancelled())])), missed);
    assert_eq!(
        broken(REMOVES, &rules(), &log(&[(6, cancelled()), (7, subscribed())])),
        missed,
        "renewed before the end"
    );
    assert_eq!(
        broken(REMOVES, &rules(), &log(&[(6, cancelled()), (11, subscribed())])),
        ["subscriptions-ended@3"]
    );
    let approved = log(&[(6, cancelled()), (7, guardian_approved(STATUS)), (11, subscribed())]);
    assert_eq!(broken(REMOVES, &rules(), &approved), NONE);
    let before =
        [&[(0, guardian_approved(STATUS))][..], &log(&[(6, cancelled()), (11, subscribed())])].concat();
    assert_eq!(broken(REMOVES, &rules(), &before), ["subscriptions-ended@4"]);
}

#[test]
fn what_was_removed_does_not_return() {
    let log = |at| {
        [(0, reports_status(1)), (5, guardian_reported(1)), (6, purged(1, VENDOR)), (at, copied(1, VENDOR))]
    };
    assert_eq!(broken(REMOVES, &rules(), &log(11)), ["nothing-returns@3"]);
    assert_eq!(broken(REMOVES, &rules(), &log(10)), NONE);
    let approved = [&[(0, guardian_approved(STATUS))][..], &log(11)].concat();
    assert_eq!(broken(REMOVES, &rules(), &approved), NONE);
}

#[test]
fn a_second_report_waits_for_the_first_and_then_starts_anew() {
    let running =
        [(0, reports_status(1)), (5, guardian_reported(1)), (10, guardian_reported(2)), (30, opened(BOB))];
    assert_eq!(broken(REMOVES, &rules(), &running), gone(10));
    let over =
        [(0, reports_status(1)), (5, guardian_reported(1)), (11, guardian_reported(1)), (30, opened(BOB))];
    assert_eq!(broken(REMOVES, &rules(), &over), [gone(10), gone(20)].concat());
}

const STRANGER: Person = Person(3);

#[test]
fn only_a_declared_guardian_reports_where_one_is_declared() {
    let log = |guardian| {
        [
            (0, guardian_of_ann(guardian)),
            (0, reports_status(1)),
            (5, guardian_reported(1)),
            (11, subscribed()),
            (12, asked(true, Verb::Collect, None)),
            (30, opened(BOB)),
        ]
    };
    assert_eq!(
        broken("F33", &rules(), &log(BOB)),
        ["nothing-required@4", &gone(10)[0], "subscriptions-ended@3"]
    );
    assert_eq!(broken("F33", &rules(), &log(STRANGER)), NONE);
    assert!(!triggered(REMOVES, &rules(), &log(STRANGER)));
    let of_somebody_else = GuardianOf { person: BOB, other: STRANGER };
    let mut undeclared = log(BOB);
    undeclared[0] = (0, of_somebody_else);
    assert_eq!(broken(REMOVES, &rules(), &undeclared), broken(REMOVES, &rules(), &log(BOB)));
    // Whoever was taken as a guardian by then was one, whatever is declared later.
    let late = [
        (0, reports_status(1)),
        (5, guardian_reported(1)),
        (6, guardian_of_ann(STRANGER)),
        (30, opened(BOB)),
    ];
    assert_eq!(broken(REMOVES, &rules(), &late), gone(10));
}

#[test]
fn a_report_that_does_not_count_still_takes_its_id() {
    let log = |request| {
        [
            (0, guardian_of_ann(STRANGER)),
            (1, withdrew(1, Verb::Use)),
            (2, guardian_reported(request)),
            (30, opened(BOB)),
        ]
    };
    assert_eq!(broken("F30", &rules(), &log(1)), NONE);
    assert_eq!(broken("F30", &rules(), &log(2)), ["processed@request 1 at 20"]);
}

#[test]
fn only_a_declared_guardian_approves_where_one_is_declared() {
    let ask = (2, asked(false, Verb::Collect, None));
    let sought = |guardian| [learned(), (0, guardian_of_ann(guardian)), (1, guardian_approved(STATUS)), ask];
    assert_eq!(broken(ALONE, &rules(), &sought(BOB)), NONE);
    assert_eq!(broken(ALONE, &rules(), &sought(STRANGER)), ["nothing-sought@3"]);
    let kept = |guardian| {
        [
            (0, guardian_of_ann(guardian)),
            (0, approved_by(STRANGER, STATUS)),
            (1, reports_status(1)),
            (5, reported_by(guardian, 1)),
            (30, opened(BOB)),
        ]
    };
    assert_eq!(broken(REMOVES, &rules(), &kept(STRANGER)), NONE);
    assert_eq!(reached(REMOVES, &rules(), &kept(STRANGER)), ["approved-kept"]);
    assert_eq!(broken(REMOVES, &rules(), &kept(BOB)), gone(10));
    let subscribes = |by| {
        [
            (0, guardian_of_ann(BOB)),
            (5, guardian_reported(1)),
            (7, approved_by(by, STATUS)),
            (11, subscribed()),
        ]
    };
    assert_eq!(broken(REMOVES, &rules(), &subscribes(BOB)), NONE);
    assert_eq!(broken(REMOVES, &rules(), &subscribes(STRANGER)), ["subscriptions-ended@3"]);
}

/// What Ann gave is reported at 5, is held for the law from 6 on, and then these lines.
fn held(lines: &[Timed]) -> Vec<Timed> {
    [
        &[(0, reports_status(1)), (5, guardian_reported(1)), (6, arose(1, Ground::Legal))],
        lines,
        &[(60, opened(BOB))],
    ]
    .concat()
}

#[test]
fn the_end_of_a_hold_asks_for_the_removal_anew() {
    let release = (15, ended(1, Ground::Legal));
    assert_eq!(broken(REMOVES, &rules(), &held(&[])), NONE);
    assert_eq!(broken(REMOVES, &rules(), &held(&[release])), gone(20));
    let in_time = held(&[release, (20, purged(1, VENDOR))]);
    assert_eq!(broken(REMOVES, &rules(), &in_time), NONE);
    assert_eq!(reached(REMOVES, &rules(), &in_time), ["removed"]);
    assert_eq!(broken(REMOVES, &rules(), &held(&[release, (21, purged(1, VENDOR))])), gone(20));
    let pending = vouchsafe_naive::judge(&rules(), &held(&[release])[..4], None).pending;
    assert_eq!(pending.into_iter().collect::<Vec<_>>(), [(REMOVES, 20, Sort::Person, 1)]);
}

#[test]
fn only_the_end_of_a_living_legal_ground_after_the_deadline_does() {
    let at = |at| held(&[(at, ended(1, Ground::Legal))]);
    assert_eq!(broken(REMOVES, &rules(), &at(10)), gone(10), "still the first duty");
    assert_eq!(broken(REMOVES, &rules(), &at(11)), gone(20));
    let twice = held(&[(15, ended(1, Ground::Legal)), (25, ended(1, Ground::Legal))]);
    assert_eq!(broken(REMOVES, &rules(), &twice), gone(20), "it had ended");
    let other = held(&[(7, arose(1, Ground::Dispute)), (15, ended(1, Ground::Dispute))]);
    assert_eq!(broken(REMOVES, &rules(), &other), NONE);
    let unreported = [
        (0, reports_status(1)),
        (6, arose(1, Ground::Legal)),
        (15, ended(1, Ground::Legal)),
        (60, opened(BOB)),
    ];
    assert!(!triggered(REMOVES, &rules(), &unreported));
    let pending = vouchsafe_naive::judge(&rules(), &unreported[..3], None).pending;
    assert!(pending.iter().all(|(promise, ..)| *promise != REMOVES));
    let of_another = held(&[
        (7, collected(2, BOB, STATUS, VENDOR, Source::Reported)),
        (7, arose(2, Ground::Legal)),
        (15, ended(2, Ground::Legal)),
        (16, subscribed()),
    ]);
    assert_eq!(broken(REMOVES, &rules(), &of_another), ["subscriptions-ended@6"]);
    let running = held(&[
        (7, collected(2, ANN, STATUS, VENDOR, Source::Reported)),
        (7, arose(2, Ground::Legal)),
        (11, ended(1, Ground::Legal)),
        (20, ended(2, Ground::Legal)),
        (20, purged(1, VENDOR)),
    ]);
    assert_eq!(broken(REMOVES, &rules(), &running), gone(20), "one duty for both");
}

#[test]
fn the_end_of_a_hold_is_no_new_report() {
    let log =
        |lines: &[Timed]| held(&[lines, &[(15, ended(1, Ground::Legal)), (20, purged(1, VENDOR))]].concat());
    let approved = [log(&[(7, guardian_approved(STATUS))]), vec![(61, subscribed())]].concat();
    assert_eq!(broken(REMOVES, &rules(), &approved), NONE, "approved since the report");
    let unapproved = [log(&[]), vec![(61, subscribed())]].concat();
    assert_eq!(broken(REMOVES, &rules(), &unapproved), ["subscriptions-ended@6"]);
}

#[test]
fn an_allowance_of_the_minors_own_place_covers_a_collection() {
    let allowed_in = |place| LawAllows {
        request: Request(1),
        person: ANN,
        verbs: Verb::Collect.into(),
        categories: STATUS.into(),
        to: Some(OTHER),
        place: Some(place),
    };
    let log = |place| {
        [
            (0, lives_in(ANN, Some(HOME))),
            (0, AgeLearned { person: ANN }),
            (1, allowed_in(place)),
            (2, reports_status(1)),
        ]
    };
    let minor = "F33.known-minor-left-alone";
    assert_eq!(broken(minor, &rules(), &log(HOME)), NONE, "to whom does not matter here");
    assert_eq!(broken(minor, &rules(), &log(ABROAD)), ["nothing-sought@3"]);
}
