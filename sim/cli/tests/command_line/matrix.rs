//! `matrix`: what defects break, the forms in which it is told, and a journal that is gone on with.

use super::Desk;
use super::failures::told;

/// Two defects, of which one breaks a part and the other puts a witness out of reach.
const TWO: [&str; 5] = ["matrix", "--defect", "stuck-key", "--defect", "policy-page-last"];

#[test]
fn each_defect_is_told_with_its_shortest_story() {
    let desk = Desk::new();
    let scopes = ["--scope", "keys", "--scope", "limits-by-mail"];
    let asked = [&TWO[..], &scopes[..]].concat();
    let ran = desk.run(&asked);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert!(ran.out.contains("2 of 2 defects are told of"), "{}", ran.out);
    let report = desk.json(&asked);
    assert_eq!((&report["schema"], &report["form"]), (&"vouchsafe.matrix/1".into(), &"full".into()));
    let defects = report["defects"].as_array().expect("a list");
    assert_eq!(defects[0]["breaks"][0]["promise"], "F06.execution-has-its-press");
    assert_eq!(defects[0]["breaks"][0]["part"], "same-key");
    assert_eq!(defects[1]["loses"][0], "F28.limits-asked-by-mail/policy-read-first");
    assert_eq!(report["survivors"], serde_json::json!([]));
    assert_eq!(report["unbroken"], serde_json::Value::Null, "not every defect was hunted");
}

#[test]
fn the_quick_form_finds_every_defect_and_says_nothing_of_what_it_does_not_look_for() {
    let ran = Desk::new().run(&["matrix", "--quick", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
    assert_eq!((&report["form"], &report["survivors"]), (&"quick".into(), &serde_json::json!([])));
    let found = report["defects"].as_array().expect("a list");
    assert!(found.iter().all(|defect| defect["bounded"] == serde_json::json!([])));
    assert!(found.iter().any(|defect| defect["breaks"] == serde_json::json!([])), "some only lose a witness");
    for unknown in ["unbroken", "alike", "safeguards", "idle_safeguards"] {
        assert!(report[unknown].is_null(), "{unknown}: {}", report[unknown]);
    }
}

#[test]
fn the_same_is_written_as_values_and_drawn() {
    let desk = Desk::new();
    let ran =
        desk.run(&["matrix", "--quick", "--defect", "stuck-key", "--format", "csv", "--svg", "kills.svg"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let mut lines = ran.out.lines();
    assert_eq!(lines.next(), Some("defect,clauses,effect,promise,part,scope,length"));
    assert_eq!(lines.next(), Some("stuck-key,USE-20,breaks,F06.execution-has-its-press,same-key,keys,7"));
    let drawn = read(&desk, "kills.svg");
    assert!(
        drawn.starts_with("<svg") && drawn.contains("stuck-key breaks F06.execution-has-its-press/same-key")
    );
    let other = told(&desk, &["list", "scopes", "--format", "csv"]);
    assert!(other.contains("only `matrix` is written as csv"), "{other}");
}

#[test]
fn a_journal_is_gone_on_with_and_another_is_refused() {
    let desk = Desk::new();
    let asked = [
        "matrix",
        "--defect",
        "stuck-key",
        "--scope",
        "keys",
        "--journal",
        "hunts.jsonl",
        "--format",
        "json",
    ];
    let first = desk.json(&asked[..7]);
    assert_eq!((&first["hunts"], &first["resumed_hunts"]), (&1.into(), &0.into()));
    let again = desk.json(&asked[..7]);
    assert_eq!((&again["hunts"], &again["resumed_hunts"]), (&1.into(), &1.into()));
    assert_eq!(first["defects"], again["defects"]);
    let text = read(&desk, "hunts.jsonl");
    assert_eq!(text.lines().count(), 2, "{text}");
    let asked = ["matrix", "--defect", "stuck-key", "--scope", "control", "--journal", "hunts.jsonl"];
    let refused = told(&desk, &asked);
    assert!(refused.contains("about other scopes"), "{refused}");
    assert_eq!(read(&desk, "hunts.jsonl"), text, "nothing is lost");
}

#[test]
fn the_quick_form_hunts_in_the_scopes_that_are_given_whatever_the_row_of_a_defect_names() {
    let desk = Desk::new();
    let given = desk.run(&["matrix", "--quick", "--defect", "stuck-key", "--scope", "consent"]);
    assert_eq!(given.code, Some(1), "it breaks nothing there");
    assert!(
        given.out.contains("0 of 1 defects are told of, hunted in the scopes given: 1 hunt,"),
        "{}",
        given.out
    );
    let two =
        desk.json(&["matrix", "--quick", "--defect", "stuck-key", "--scope", "consent", "--scope", "keys"]);
    assert_eq!(
        (&two["hunts"], &two["survivors"]),
        (&1.into(), &serde_json::json!([])),
        "the one named comes first"
    );
    assert_eq!(two["defects"][0]["breaks"][0]["scope"], "keys");
}

#[test]
fn a_defect_that_was_not_hunted_to_the_end_is_no_survivor() {
    let desk = Desk::new();
    let asked = ["matrix", "--quick", "--defect", "stuck-key", "--max-states", "1"];
    let ran = desk.run(&asked);
    assert_eq!(ran.code, Some(3));
    assert!(ran.out.contains("nothing is said of stuck-key") && !ran.out.contains("survive"), "{}", ran.out);
    let report = desk.json(&asked);
    assert_eq!(report["survivors"], serde_json::json!([]));
    assert_eq!(report["defects"][0]["bounded"], serde_json::json!(["keys"]));
}

#[test]
fn picture_and_journal_are_two_files() {
    let desk = Desk::new();
    let names = ["matrix", "--defect", "stuck-key", "--scope", "keys", "--journal", "hunts.jsonl"];
    let refused = |more: &[&str]| {
        let said = told(&desk, &[&names[..], more].concat());
        assert!(said.contains("is named twice"), "{said}");
    };
    refused(&["--svg", "./hunts.jsonl"]);
    assert!(!desk.path("hunts.jsonl").exists(), "nothing was begun");
    assert_eq!(desk.run(&names).code, Some(0));
    let kept = read(&desk, "hunts.jsonl");
    refused(&["--svg", "hunts.jsonl", "--force"]);
    assert_eq!(read(&desk, "hunts.jsonl"), kept);
}

#[test]
fn a_wrong_name_is_answered_with_the_nearest() {
    let desk = Desk::new();
    assert!(told(&desk, &["matrix", "--defect", "stuck-kye"]).contains("stuck-key"));
}

fn read(desk: &Desk, name: &str) -> String {
    std::fs::read_to_string(desk.path(name)).expect("it can be read")
}
