//! `sweep`: relations between parameters, the tables that they come from, and what it will not take.

use super::Desk;
use super::failures::told;

#[test]
fn a_deadline_is_held_against_the_time_for_which_a_phone_is_away() {
    let desk = Desk::new();
    let asked = ["sweep", "--param", "withdrawal", "--against", "offline-limit", "--scope", "offline"];
    let ran = desk.run(&asked);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!("offline", ran.out);
    let report = desk.json(&asked);
    assert_eq!(report["schema"], "vouchsafe.sweep/1");
    let promise = &report["planes"][0]["promises"][0];
    assert_eq!(promise["id"], "F30.processed-in-time");
    assert_eq!(promise["holds"], "where withdrawal >= offline-limit");
    assert_eq!(promise["cells"][0][2]["verdict"], "breached");
}

#[test]
fn what_is_cut_short_is_not_shown_to_hold() {
    let desk = Desk::new();
    let ran = desk.run(&[
        "sweep",
        "--param",
        "retention",
        "--scope",
        "retention",
        "--values",
        "1..2",
        "--max-states",
        "9",
    ]);
    assert_eq!(ran.code, Some(3), "{}", ran.out);
    assert!(ran.out.contains("F26.purged-in-time is not decided"), "{}", ran.out);
}

#[test]
fn what_cannot_be_swept_is_refused() {
    let desk = Desk::new();
    for (arguments, says) in [
        (&["--param", "withdrawl"][..], "withdrawal"),
        (&["--param", "withdrawal", "--against", "withdrawal"], "held against itself"),
        (&["--param", "withdrawal", "--values", "0..3"], "it can be 1 at the least"),
        (&["--param", "withdrawal", "--values", "3..1"], "3 is greater than 1"),
        (&["--param", "withdrawal", "--values", "1..60"], "more than 25 values"),
        (&["--param", "withdrawal", "--values", "many"], "write the first and the last value"),
        (
            &[
                "--param",
                "offline-limit",
                "--against",
                "retention",
                "--scope",
                "retention",
                "--promise",
                "F26.purged-in-time",
            ],
            "has a part where one sets it",
        ),
        (&["--param", "withdrawal", "--promise", "F99.none"], "no promise called"),
        (&["--param", "status-freshness", "--scope", "sale"], "no scope here decides F04.status-truth"),
        (&["--param", "withdrawal", "--scope", "offline", "--scope", "offline"], "given twice"),
        (&["--param", "withdrawal", "--scope", "offline", "--values", "83..84"], "it may be at most 83"),
    ] {
        let said = told(&desk, &[&["sweep"], arguments].concat());
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
}
