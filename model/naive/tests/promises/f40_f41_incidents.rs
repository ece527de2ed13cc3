//! F40 and F41 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Phone;
use vouchsafe_alphabet::data::{Attack, Blame, RequestKind};

const NETWORK: &str = "F40.network-answers-for-transit";
const BLAME: &str = "F41.blame-has-its-cause";
const REPORT: &str = "F41.breach-is-reported";
const EVE: Person = Person(3);

fn blamed(blame: Blame) -> Observation {
    Blamed { person: ANN, blame }
}
fn attacked(person: Person) -> Observation {
    Attacked { person, attack: Attack::Tamper, command: None, tv: None }
}
fn tells(person: Person, other: Person) -> Observation {
    CredentialShared { person, other }
}
fn intrudes(other: Person) -> Observation {
    Intruded { person: ANN, other }
}
fn aware() -> Observation {
    BecameAware { person: ANN, other: None }
}
fn reports(other: Person) -> Observation {
    let (asks, channel) = (RequestKind::BreachReport, Channel::Email);
    RequestMade { request: Request(1), person: ANN, other, asks, channel }
}

#[test]
fn the_network_answers_where_a_message_about_the_person_met_an_adversary() {
    let by_network = blamed(Blame::Network);
    assert_eq!(broken(NETWORK, &rules(), &[(0, by_network)]), ["met-on-the-way@0"]);
    assert_eq!(broken(NETWORK, &rules(), &[(0, attacked(BOB)), (1, by_network)]), ["met-on-the-way@1"]);
    assert_eq!(reached(NETWORK, &rules(), &[(0, attacked(ANN)), (1, by_network)]), ["network-answers"]);
    assert!(!triggered(NETWORK, &rules(), &[(0, blamed(Blame::Vendor))]));
    let press = [(0, pressed_key(1, ANN, 1, Key::VolumeUp)), (1, attacked(ANN))];
    let then = |seen| [&press[..], &[(2, seen)]].concat();
    let executes = executed(1, 1, Key::VolumeUp, Route::Relay);
    assert_eq!(reached(NETWORK, &rules(), &then(executes)), ["executed-all-the-same"]);
    assert_eq!(reached(NETWORK, &rules(), &then(failed(1))), ["comes-to-nothing"]);
    assert_eq!(reached(NETWORK, &rules(), &then(failed(2))), NONE);
}

#[test]
fn a_person_answers_for_an_intruder_who_had_the_password_from_them() {
    let by_user = blamed(Blame::User);
    let log = |lines: &[Observation]| -> Vec<Timed> {
        lines.iter().chain([&by_user]).map(|seen| (0, *seen)).collect()
    };
    assert_eq!(reached(BLAME, &rules(), &log(&[tells(ANN, EVE), intrudes(EVE)])), ["person-answers"]);
    let second_hand = [tells(ANN, BOB), tells(BOB, EVE), intrudes(EVE)];
    assert_eq!(broken(BLAME, &rules(), &log(&second_hand)), NONE);
    assert_eq!(
        broken(BLAME, &rules(), &log(&[tells(BOB, EVE), tells(ANN, BOB), intrudes(EVE)])),
        ["own-lapse@3"]
    );
    for unlike in [
        &[][..],
        &[tells(ANN, EVE)],
        &[intrudes(EVE)],
        &[intrudes(EVE), tells(ANN, EVE)],
        &[tells(ANN, BOB), intrudes(EVE)],
        &[tells(BOB, EVE), intrudes(EVE)],
    ] {
        assert_eq!(broken(BLAME, &rules(), &log(unlike)), [format!("own-lapse@{}", unlike.len())]);
    }
}

#[test]
fn a_lapse_is_answered_for_until_somebody_else_intrudes() {
    let by_user = blamed(Blame::User);
    let at = |lines: &[Observation]| -> Vec<Timed> { lines.iter().map(|seen| (0, *seen)).collect() };
    let lapse = [tells(ANN, BOB), intrudes(BOB)];
    let late = [&lapse[..], &[intrudes(EVE), by_user, by_user]].concat();
    assert_eq!(broken(BLAME, &rules(), &at(&late)), NONE, "what is behind may be laid at the door later");
    let anew = [&lapse[..], &[by_user, by_user, intrudes(EVE), by_user]].concat();
    assert_eq!(broken(BLAME, &rules(), &at(&anew)), ["own-lapse@5"]);
    let again = [&anew[..], &[intrudes(BOB), by_user]].concat();
    assert_eq!(broken(BLAME, &rules(), &at(&again)), ["own-lapse@5"]);
}

#[test]
fn what_we_let_out_is_our_fault() {
    let leak = |to| Disclosed {
        person: ANN,
        category: Category::Credentials,
        by: VENDOR,
        to,
        purpose: Purpose::Unstated,
        other: None,
        record: None,
        contract: None,
        ground: None,
    };
    let log = |class, works| {
        let lines = [
            introduced(OTHER, class, works),
            leak(OTHER),
            tells(ANN, EVE),
            intrudes(EVE),
            blamed(Blame::User),
        ];
        lines.map(|seen| (0, seen))
    };
    assert_eq!(broken(BLAME, &rules(), &log(Class::Outside, false)), ["not-our-leak@4"]);
    assert_eq!(broken(BLAME, &rules(), &log(Class::Provider, true)), NONE);
    assert_eq!(broken(BLAME, &rules(), &log(Class::Authority, false)), NONE);
    let third = reading("affiliate", "third-party");
    assert_eq!(broken(BLAME, &rules(), &log(Class::Affiliate, false)), NONE);
    assert_eq!(broken(BLAME, &third, &log(Class::Affiliate, false)), ["not-our-leak@4"]);
}

#[test]
fn a_breach_is_reported_in_time() {
    let late = broken_until(REPORT, &rules(), &[(5, aware())], Some(30));
    assert_eq!(late, ["reported@person 1 at 10"]);
    assert_eq!(broken_until(REPORT, &rules(), &[(5, aware()), (10, reports(ANN))], Some(30)), NONE);
    let log = [(5, aware()), (8, aware()), (9, reports(BOB))];
    assert_eq!(broken_until(REPORT, &rules(), &log, Some(30)), NONE, "one report answers for both");
    let twice = [(5, aware()), (12, aware()), (13, reports(ANN)), (14, aware())];
    assert_eq!(
        broken_until(REPORT, &rules(), &twice, Some(30)),
        ["reported@person 1 at 10", "reported@person 1 at 20"]
    );
    assert!(!triggered(REPORT, &rules(), &[(5, reports(ANN))]), "nobody has to be aware of anything");
}

#[test]
fn who_is_locked_out_can_report_as_well() {
    let out = LoggedOut { person: ANN, phone: Phone(1) };
    let back = LoggedIn { person: ANN, phone: Phone(1) };
    let log = [(1, aware()), (2, out), (3, reports(ANN))];
    assert_eq!(reached(REPORT, &rules(), &log), ["reported", "reported-when-locked-out"]);
    assert_eq!(
        reached(REPORT, &rules(), &[(1, aware()), (2, out), (2, back), (3, reports(ANN))]),
        ["reported"]
    );
    assert_eq!(
        reached(REPORT, &rules(), &[(1, aware()), (3, reports(ANN)), (4, out)]),
        ["reported", "session-ended-after-report"]
    );
}
