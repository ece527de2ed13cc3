//! F32 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Place;
use vouchsafe_alphabet::Place::{Elsewhere, Germany, Russia, Singapore, UnitedStates};

const TRANSFER: &str = "F32.safeguarded-transfer";
const CENTRES: &str = "F32.listed-centres";
const AS_AT_HOME: &str = "F32.abroad-as-at-home";

fn lives(place: Place) -> Observation {
    Resides { person: ANN, law: Regime::Consent, minor: false, place: Some(place) }
}
fn moves(place: Place) -> Observation {
    Moved { person: ANN, place, law: None }
}
fn goes(place: Place, to_place: Place, good: bool) -> Observation {
    Transferred { record: Record(1), place, to_place, good, to: None }
}
fn lies(to: Holder, place: Place) -> Observation {
    Stored { record: Record(1), to, good: true, place: Some(place) }
}
fn forbids(place: Option<Place>, to_place: Option<Place>) -> Observation {
    LawForbids { person: ANN, verbs: Verb::Disclose.into(), categories: STATUS.into(), place, to_place }
}
fn publishes(place: Option<Place>) -> Observation {
    Published { terms: Terms(2), categories: None, purpose: None, class: None, place, effective: None }
}
/// Ann lives in Germany, a record of hers is collected, and then these lines, one a millisecond.
fn then(lines: &[Observation]) -> Vec<Timed> {
    (0..).zip([lives(Germany), reports_status(1)].into_iter().chain(lines.iter().copied())).collect()
}
fn breaks(promise: &str, lines: &[Observation]) -> Vec<String> {
    broken(promise, &rules(), &then(lines))
}

#[test]
fn each_hop_away_from_home_takes_a_safeguard_of_its_own() {
    assert_eq!(
        breaks(TRANSFER, &[goes(Germany, Singapore, true), goes(Singapore, UnitedStates, true)]),
        NONE
    );
    assert_eq!(breaks(TRANSFER, &[goes(Germany, Singapore, false)]), ["safeguard@2"]);
    assert_eq!(
        breaks(TRANSFER, &[goes(Germany, Singapore, true), goes(Singapore, UnitedStates, false)]),
        ["onward-safeguard@3"]
    );
    for back in [goes(Singapore, Germany, false), goes(Germany, Germany, false)] {
        assert_eq!(breaks(TRANSFER, &[back]), NONE);
        assert!(!triggered(TRANSFER, &rules(), &then(&[back])), "nothing leaves the person's place by that");
    }
}

#[test]
fn home_is_where_the_person_lives_by_now() {
    let back = goes(Singapore, Germany, false);
    assert_eq!(breaks(TRANSFER, &[moves(Russia), back]), ["onward-safeguard@3"]);
    assert_eq!(breaks(TRANSFER, &[moves(Singapore), back]), ["safeguard@3"]);
    assert_eq!(breaks(TRANSFER, &[moves(Russia), moves(Germany), back]), NONE);
    let unknown = [(0, reports_status(1)), (1, goes(Germany, Singapore, false))];
    assert!(!triggered(TRANSFER, &rules(), &unknown), "where Ann lives is not known");
}

#[test]
fn the_law_of_home_decides_and_that_of_no_other_place() {
    let under = |law| breaks(TRANSFER, &[law, goes(Germany, Singapore, true)]);
    assert_eq!(under(forbids(Some(Germany), Some(Singapore))), ["home-law@3"]);
    assert_eq!(under(forbids(None, Some(Singapore))), ["home-law@3"], "law of no place in particular");
    assert_eq!(under(forbids(Some(Singapore), Some(Singapore))), NONE);
    assert_eq!(under(forbids(Some(Germany), Some(UnitedStates))), NONE);
    assert_eq!(under(forbids(Some(Germany), None)), NONE, "one's own data centre is told nothing");
    let log = then(&[
        forbids(Some(Germany), None),
        Transferred { record: Record(1), place: Germany, to_place: Singapore, good: true, to: Some(OTHER) },
    ]);
    assert_eq!(broken(TRANSFER, &rules(), &log), ["home-law@3"], "somebody else is");
    let server = forbids(Some(Singapore), Some(UnitedStates));
    let on = [server, goes(Germany, Singapore, true), goes(Singapore, UnitedStates, true)];
    assert_eq!(breaks(TRANSFER, &on), NONE);
    assert!(reached(TRANSFER, &rules(), &then(&on)).contains(&"forbidden-elsewhere"));
}

#[test]
fn what_lies_abroad_came_openly() {
    assert_eq!(breaks(TRANSFER, &[lies(VENDOR, Singapore)]), ["no-hidden-hop@2"]);
    let came = [goes(Germany, Singapore, true), lies(VENDOR, Singapore), lies(VENDOR, Singapore)];
    assert_eq!(breaks(TRANSFER, &came), NONE);
    assert_eq!(
        breaks(TRANSFER, &[lies(VENDOR, Germany), moves(Russia), lies(VENDOR, Germany)]),
        NONE,
        "it lay there"
    );
    assert_eq!(breaks(TRANSFER, &[lies(OTHER, Singapore)]), NONE, "nobody who works for the vendor");
    let again =
        [goes(Germany, Singapore, true), lies(VENDOR, Singapore), purged(1, VENDOR), lies(VENDOR, Singapore)];
    assert_eq!(breaks(TRANSFER, &again), ["no-hidden-hop@5"], "it was gone from there");
}

#[test]
fn own_data_centres_are_in_the_places_that_the_terms_in_force_name() {
    for place in [Germany, Singapore, UnitedStates] {
        assert_eq!(breaks(CENTRES, &[lies(VENDOR, place)]), NONE);
    }
    assert_eq!(breaks(CENTRES, &[lies(VENDOR, Elsewhere)]), ["listed@2"]);
    assert_eq!(
        breaks(CENTRES, &[publishes(Some(Elsewhere)), lies(VENDOR, Elsewhere)]),
        ["listed@3"],
        "not yet"
    );
    let force = TookEffect { terms: Terms(2) };
    let added = [publishes(Some(Elsewhere)), force, lies(VENDOR, Elsewhere)];
    assert_eq!(breaks(CENTRES, &added), NONE);
    assert!(reached(CENTRES, &rules(), &then(&added)).contains(&"added"));
    assert_eq!(breaks(CENTRES, &[publishes(None), force, lies(VENDOR, Elsewhere)]), ["listed@4"]);
    assert_eq!(breaks(CENTRES, &[lies(OTHER, Elsewhere)]), NONE, "others have their own");
    let without = then(&[moves(Elsewhere), lies(VENDOR, Singapore)]);
    assert_eq!(broken(CENTRES, &rules(), &without), NONE);
    assert!(reached(CENTRES, &rules(), &without).contains(&"none-at-home"));
}

#[test]
fn a_copy_abroad_is_purged_in_time() {
    let copy = Copied { record: Record(1), to: OTHER, place: Some(Singapore) };
    let worker = introduced(OTHER, Class::Provider, true);
    let lines = |last: Timed| {
        let mut log = then(&[worker, copy, purpose_ended(1), purged(1, VENDOR)]);
        log.extend([last, (500, opened(BOB))]);
        log
    };
    assert_eq!(broken(AS_AT_HOME, &rules(), &lines((20, purged(1, OTHER)))), NONE);
    assert!(reached(AS_AT_HOME, &rules(), &lines((20, purged(1, OTHER)))).contains(&"purged-abroad"));
    assert_eq!(
        broken(AS_AT_HOME, &rules(), &lines((21, purged(1, OTHER)))),
        ["purged-abroad@record 1 at 20"]
    );
    let home = lines((6, moves(Singapore)));
    assert_eq!(broken(AS_AT_HOME, &rules(), &home), NONE, "it lies at home by now, which F26 judges");
}

#[test]
fn a_withdrawal_holds_abroad() {
    let copy = Copied { record: Record(1), to: OTHER, place: Some(Singapore) };
    let worker = introduced(OTHER, Class::Provider, true);
    let uses = used(ANN, Purpose::Provide, OTHER);
    assert_eq!(breaks(AS_AT_HOME, &[worker, copy, uses]), NONE);
    let withdrawn = [worker, copy, withdrew(1, Verb::Use), processed(1), uses];
    assert_eq!(breaks(AS_AT_HOME, &withdrawn), ["withdrawn-abroad@6"]);
    assert_eq!(
        breaks(AS_AT_HOME, &[worker, withdrew(1, Verb::Use), processed(1), uses]),
        NONE,
        "nothing lies abroad"
    );
    assert_eq!(
        breaks(AS_AT_HOME, &[copy, withdrew(1, Verb::Use), processed(1), uses]),
        NONE,
        "not the vendor's to say"
    );
}

#[test]
fn what_ties_to_nobody_may_go_anywhere() {
    let strip = Deidentified { record: Record(1), by: VENDOR, attributable: false };
    assert_eq!(breaks(TRANSFER, &[strip, goes(Germany, Singapore, false)]), NONE);
    assert_eq!(breaks(TRANSFER, &[strip, lies(VENDOR, Singapore)]), NONE);
}

#[test]
fn the_time_for_an_answer_is_that_of_the_place_where_the_person_lives() {
    const ANSWERED: &str = "F29.answered-in-time";
    let mut rules = rules();
    rules.subject_requests.insert(Germany, 4);
    let asks = RequestMade {
        request: Request(1),
        person: ANN,
        other: ANN,
        asks: vouchsafe_alphabet::data::RequestKind::Access,
        channel: Channel::Email,
    };
    let missed = |log: &[Timed]| broken_until(ANSWERED, &rules, log, Some(500));
    assert_eq!(missed(&[(0, lives(Germany)), (1, asks)]), ["answered@request 1 at 40"]);
    let two = rules.deadlines.subject_request * 10;
    assert_eq!(missed(&[(0, lives(Russia)), (1, asks)]), [format!("answered@request 1 at {two}")]);
    assert_eq!(missed(&[(0, lives(Russia)), (0, moves(Germany)), (1, asks)]), ["answered@request 1 at 40"]);
    assert_eq!(missed(&[(0, lives(Germany)), (1, asks), (2, moves(Russia))]), ["answered@request 1 at 40"]);
}
