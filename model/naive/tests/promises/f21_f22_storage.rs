//! F21 and F22 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Level;

const F21: &str = "F21.safe-places";
const F22: &str = "F22.classified-at-the-top";

fn stored(to: Holder, good: bool) -> Observation {
    Stored { record: Record(1), to, good, place: None }
}
fn classified(level: Level) -> Observation {
    Classified { record: Record(1), level }
}
fn strips(by: Holder) -> Observation {
    Deidentified { record: Record(1), by, attributable: false }
}

#[test]
fn what_is_stored_lies_in_safe_places() {
    let log = |rest: &[Timed]| [&[(0, reports_status(1))], rest].concat();
    assert_eq!(broken(F21, &rules(), &log(&[(1, stored(VENDOR, true))])), NONE);
    assert_eq!(broken(F21, &rules(), &log(&[(1, stored(VENDOR, false))])), ["own-server@1"]);
    assert!(!triggered(F21, &rules(), &log(&[(1, stored(OTHER, false))])), "nobody of ours");
    assert!(!triggered(F21, &rules(), &[(0, stored(VENDOR, false))]), "a record of nobody");
    let worker = (1, introduced(OTHER, Class::Provider, true));
    assert_eq!(broken(F21, &rules(), &log(&[worker, (2, stored(OTHER, false))])), ["facility-of-others@2"]);
    assert_eq!(reached(F21, &rules(), &log(&[worker, (2, stored(OTHER, true))])), ["with-a-provider"]);
    let own = reading("storage-scope", "own-servers");
    assert_eq!(broken(F21, &own, &log(&[worker, (2, stored(OTHER, false))])), NONE);
    let every = reading("storage-scope", "every-copy");
    assert_eq!(broken(F21, &every, &log(&[(1, stored(OTHER, false))])), ["facility-of-others@1"]);
}

#[test]
fn what_was_stripped_where_it_lies_is_of_nobody() {
    let log = |rest: &[Timed]| [&[(0, reports_status(1)), (1, strips(VENDOR))], rest].concat();
    assert_eq!(broken(F21, &rules(), &log(&[(2, stored(VENDOR, false))])), NONE);
    let back = log(&[(2, copied(1, VENDOR)), (3, stored(VENDOR, false))]);
    assert_eq!(broken(F21, &rules(), &back), ["own-server@3"]);
    let anew = log(&[(2, reports_status(1)), (3, stored(VENDOR, false))]);
    assert_eq!(broken(F21, &rules(), &anew), ["own-server@3"]);
}

#[test]
fn what_is_stored_is_classified_by_its_deadline() {
    let log = |rest: &[Timed]| [&[(0, reports_status(1)), (5, stored(VENDOR, true))], rest].concat();
    let late = |rest: &[Timed]| broken_until(F22, &rules(), &log(rest), Some(30));
    assert_eq!(late(&[]), ["classified@record 1 at 10"]);
    assert_eq!(broken_until(F22, &rules(), &log(&[]), Some(10)), NONE, "it is not too late yet");
    assert_eq!(late(&[(10, classified(Level::Highest))]), NONE);
    assert_eq!(late(&[(11, classified(Level::Highest))]), ["classified@record 1 at 10"]);
    assert_eq!(late(&[(7, purged(1, VENDOR))]), NONE, "there is nothing left of it");
    assert_eq!(late(&[(7, stored(VENDOR, true))]), ["classified@record 1 at 10"], "from the first storing");
    let before = [(0, reports_status(1)), (1, classified(Level::Highest)), (2, stored(VENDOR, true))];
    assert_eq!(broken_until(F22, &rules(), &before, Some(40)), NONE);
    let never_stored = [(0, reports_status(1))];
    assert_eq!(broken_until(F22, &rules(), &never_stored, Some(40)), NONE);
}

#[test]
fn personal_information_has_the_highest_level() {
    let log = |level| [(0, reports_status(1)), (1, classified(level))];
    assert_eq!(broken(F22, &rules(), &log(Level::Highest)), NONE);
    assert_eq!(reached(F22, &rules(), &log(Level::Highest)), ["highest"]);
    for level in [Level::Middle, Level::Low] {
        assert_eq!(broken(F22, &rules(), &log(level)), ["highest@1"]);
        assert_eq!(broken(F22, &reading("tiers", "by-importance"), &log(level)), NONE);
    }
    let of_nobody = [(0, reports_status(1)), (1, strips(VENDOR)), (2, classified(Level::Low))];
    assert_eq!(broken(F22, &rules(), &of_nobody), NONE);
    assert!(!triggered(F22, &rules(), &[(0, classified(Level::Low))]));
}
