//! F11 beyond disclosure, on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Place;

const LAWFUL: &str = "F11.lawful-handling";

fn forbids(verb: Verb, place: Option<Place>) -> Observation {
    LawForbids { person: ANN, verbs: verb.into(), categories: STATUS.into(), place, to_place: None }
}
fn lives(place: Option<Place>) -> Observation {
    Resides { person: ANN, law: Regime::Consent, minor: false, place }
}
fn allowed(verb: Verb, place: Option<Place>) -> Observation {
    LawAllows {
        request: Request(1),
        person: ANN,
        verbs: verb.into(),
        categories: STATUS.into(),
        to: None,
        place,
    }
}

#[test]
fn what_law_forbids_where_the_person_lives_is_not_done() {
    let germany = Some(Place::Germany);
    for (verb, act, part) in [
        (Verb::Collect, reports_status(1), "collected-lawfully"),
        (Verb::Use, used(ANN, Purpose::Provide, VENDOR), "used-lawfully"),
        (Verb::Disclose, disclosed(OTHER, None), "disclosed-lawfully"),
    ] {
        let under = |place| [(0, lives(germany)), (1, forbids(verb, place)), (2, act)];
        assert_eq!(broken(LAWFUL, &rules(), &under(germany)), [format!("{part}@2")]);
        assert_eq!(
            broken(LAWFUL, &rules(), &under(None)),
            [format!("{part}@2")],
            "law of no place in particular"
        );
        assert_eq!(broken(LAWFUL, &rules(), &under(Some(Place::India))), NONE);
        assert!(triggered(LAWFUL, &rules(), &under(Some(Place::India))));
        let nowhere = [(0, forbids(verb, germany)), (1, act)];
        assert_eq!(broken(LAWFUL, &rules(), &nowhere), [format!("{part}@1")], "where Ann lives is not known");
    }
    assert!(!triggered(LAWFUL, &rules(), &[(0, reports_status(1))]));
}

#[test]
fn the_same_law_may_allow_it_after_all() {
    let germany = Some(Place::Germany);
    let under = |place| {
        [
            (0, lives(germany)),
            (1, forbids(Verb::Collect, germany)),
            (2, allowed(Verb::Collect, place)),
            (3, reports_status(1)),
        ]
    };
    assert_eq!(broken(LAWFUL, &rules(), &under(germany)), NONE);
    assert_eq!(broken(LAWFUL, &rules(), &under(Some(Place::China))), ["collected-lawfully@3"]);
    let over = [
        (0, forbids(Verb::Collect, None)),
        (1, allowed(Verb::Collect, None)),
        (2, law_demand_ended(1)),
        (3, reports_status(1)),
    ];
    assert_eq!(broken(LAWFUL, &rules(), &over), ["collected-lawfully@3"]);
}

#[test]
fn who_moves_lives_under_another_law() {
    let moves = |place| Moved { person: ANN, place, law: None };
    let log = |to| {
        [
            (0, lives(Some(Place::Germany))),
            (1, forbids(Verb::Collect, Some(Place::India))),
            (2, moves(to)),
            (3, reports_status(1)),
        ]
    };
    assert_eq!(broken(LAWFUL, &rules(), &log(Place::India)), ["collected-lawfully@3"]);
    assert_eq!(broken(LAWFUL, &rules(), &log(Place::China)), NONE);
    assert_eq!(reached(LAWFUL, &rules(), &log(Place::China)), ["forbidden-elsewhere"]);
    let use_goes_on = [(0, forbids(Verb::Collect, None)), (1, used(ANN, Purpose::Provide, VENDOR))];
    assert_eq!(reached(LAWFUL, &rules(), &use_goes_on), ["other-verb-goes-on"]);
}
