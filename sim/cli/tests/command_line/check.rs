//! `check`: verdicts and their exit codes, counterexamples, and the report in both forms.

use super::Desk;
use serde_json::Value;
use vouchsafe_oracle::{Following, promises};

const MANIFEST: [&str; 8] =
    ["schema", "tool", "argv", "register_sha256", "scopes", "readings", "defects", "seed"];

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

/// The report without what differs from run to run.
fn timeless(out: &str) -> String {
    let masked = out.lines().map(|line| match line.split_once(" in ").zip(line.split_once(" s. ")) {
        Some(((before, _), (_, after))) if before.contains("transition") => {
            format!("{before} in time. {after}")
        }
        Some(_) | None => line.to_owned(),
    });
    masked.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_promise_holds_in_the_shipped_scopes() {
    let ran = Desk::new().run(&["check"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    let count = promises::every::<Following>().len();
    assert!(ran.out.ends_with(&format!("\nAll {count} promises hold.\n")), "{}", ran.out);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 110), "{}", ran.out);
}

#[test]
fn a_breach_is_told_as_a_story() {
    let desk = Desk::new();
    for (scope, defect) in
        [("sale", "sell-outright"), ("retention", "replica-survives"), ("two-tvs", "broadcast")]
    {
        let ran = desk.run(&["check", "--scope", scope, "--defect", defect]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
        assert!(ran.out.lines().all(|line| line.chars().count() <= 110), "{}", ran.out);
        insta::assert_snapshot!(defect, timeless(&ran.out));
    }
}

#[test]
fn a_clash_scope_says_whether_the_expected_came_about() {
    let ran = Desk::new().run(&["check", "--scope", "clash-long-offline"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("A breach is expected here:"), "{}", ran.out);
    assert!(ran.out.contains("Exactly that came about."), "{}", ran.out);
}

#[test]
fn the_report_in_json_has_the_keys_of_the_contract() {
    let report = Desk::new().json(&["check", "--scope", "sale", "--defect", "sell-outright"]);
    assert_eq!(report["schema"], "vouchsafe.check/1");
    // The explored scopes stand in the place of the manifest's, with their digests.
    for key in MANIFEST.iter().chain(&["verdict", "interrupted", "promises"]) {
        assert!(keys(&report).contains(key), "{key}");
    }
    assert_eq!((&report["verdict"], &report["interrupted"]), (&"breached".into(), &false.into()));
    assert_eq!(report["defects"], serde_json::json!(["sell-outright"]));
    let scope = &report["scopes"][0];
    for key in ["name", "sha256", "states", "transitions", "depth", "seconds", "exhausted"] {
        assert!(keys(scope).contains(&key), "{key}");
    }
    let promise = &report["promises"][0];
    let needed = [
        "id",
        "family",
        "clauses",
        "kind",
        "statement",
        "scope",
        "verdict",
        "trigger_reached",
        "witness_reached",
        "counterexample",
    ];
    for key in needed {
        assert!(keys(promise).contains(&key), "{key}");
    }
    assert_eq!((&promise["id"], &promise["kind"]), (&"F13.no-sale".into(), &"absence".into()));
    let counterexample = &promise["counterexample"];
    assert_eq!(keys(counterexample), ["length", "steps", "failed"]);
    assert_eq!(counterexample["length"], 1);
    assert_eq!(counterexample["failed"], "nothing-taken-before");
    assert_eq!(counterexample["steps"].as_array().map(Vec::len), Some(2), "the opening and one input");
}

#[test]
fn the_json_text_has_each_key_once() {
    let ran = Desk::new().run(&["check", "--scope", "offline", "--format", "json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    let tops = ran.out.lines().filter(|line| line.starts_with("  \"scopes\":"));
    assert_eq!(tops.count(), 1, "{}", ran.out);
}

#[test]
fn a_part_of_the_scopes_leaves_vacuous_what_others_show() {
    let desk = Desk::new();
    let ran = desk.run(&["check", "--scope", "disclosure"]);
    assert_eq!(ran.code, Some(3), "{}", ran.out);
    assert!(ran.out.contains("Vacuous here: not seen in just these scopes: "), "{}", ran.out);
    let whole = desk.run(&["check", "--promise", "F30.processed-in-time"]);
    assert_eq!(whole.code, Some(0), "{}", whole.out);
    assert_eq!(desk.run(&["check", "--scope", "terms", "--promise", "F13.no-sale"]).code, Some(3));
}

#[test]
fn what_a_limit_cuts_is_bounded_and_never_holds() {
    let desk = Desk::new();
    for limit in [["--max-states", "100"], ["--max-depth", "2"], ["--max-seconds", "0"]] {
        let arguments = [&["check", "--scope", "control"], &limit[..]].concat();
        let ran = desk.run(&arguments);
        assert_eq!(ran.code, Some(3), "{limit:?}: {}", ran.out);
        assert!(ran.out.contains("bounded") && !ran.out.contains("hold"), "{limit:?}: {}", ran.out);
        assert_eq!(desk.json(&arguments)["verdict"], "bounded");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let desk = Desk::new();
    let with = |threads: &str| {
        let arguments = ["check", "--defect", "ghost-press", "--threads", threads];
        timeless(&desk.run(&arguments).out)
    };
    let one = with("1");
    assert!(one.contains("Counterexample"), "{one}");
    assert_eq!(one, with("2"));
}

#[test]
fn readings_are_set_on_both_sides_or_on_one() {
    let desk = Desk::new();
    let readings = |options: &[&str]| {
        let report = desk.json(&[&["check", "--scope", "offline"], options].concat());
        report["readings"].clone()
    };
    assert_eq!(readings(&[]), serde_json::json!([]));
    assert_eq!(readings(&["--reading", "silence=counts"]), serde_json::json!(["silence=counts"]));
    assert_eq!(readings(&["--played", "silence=counts"]), serde_json::json!(["played:silence=counts"]));
    assert_eq!(readings(&["--judged", "silence=counts"]), serde_json::json!(["judged:silence=counts"]));
}

#[test]
fn wider_scopes_are_added_when_they_are_asked_for() {
    let desk = Desk::new();
    let report = desk.json(&["check", "--scope", "offline", "--deep"]);
    let names = report["scopes"].as_array().expect("a list").iter().map(|scope| scope["name"].as_str());
    assert_eq!(names.flatten().collect::<Vec<_>>(), ["offline", "offline+person", "offline+tick"]);
    let alone = desk.json(&["check", "--scope", "offline+tick"]);
    assert_eq!(alone["scopes"][0]["kind"], "wide");
}
