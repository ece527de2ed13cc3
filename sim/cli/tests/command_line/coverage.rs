//! `check --coverage`: what was exercised, in tables and in JSON, and what is said of a run that was cut.

use super::Desk;

#[test]
fn a_scope_is_told_input_by_input() {
    let desk = Desk::new();
    let ran = desk.run(&["check", "--scope", "consent", "--coverage", "--threads", "1"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let (_, coverage) = ran.out.split_once("Coverage: inputs").expect("it is told");
    insta::assert_snapshot!("consent", coverage);
}

#[test]
fn several_scopes_are_told_together() {
    let desk = Desk::new();
    let scopes = ["check", "--scope", "keys", "--scope", "no-objection", "--coverage"];
    let ran = desk.run(&scopes);
    let (_, coverage) = ran.out.split_once("Coverage: inputs").expect("it is told");
    insta::assert_snapshot!("several", coverage);
}

#[test]
fn the_report_has_every_count() {
    let desk = Desk::new();
    assert_eq!(desk.json(&["check", "--scope", "consent"])["coverage"], serde_json::Value::Null);
    let arguments = ["check", "--scope", "consent", "--coverage", "--defect", "tv-keeps-reporting"];
    let report = desk.json(&arguments);
    let (scope, coverage) = (&report["scopes"][0], &report["coverage"][0]);
    assert_eq!((&coverage["scope"], &coverage["cut_by"]), (&"consent".into(), &serde_json::Value::Null));
    assert_eq!((&coverage["states"], &coverage["expanded"]), (&scope["states"], &scope["states"]));
    let sum = |list: &str, key: &str| -> u64 {
        coverage[list].as_array().expect("a list").iter().filter_map(|item| item[key].as_u64()).sum()
    };
    assert_eq!(Some(sum("inputs", "taken")), scope["transitions"].as_u64());
    assert_eq!(sum("inputs", "enabled"), sum("inputs", "taken"));
    assert_eq!(Some(sum("inputs", "to_new_states") + 1), scope["states"].as_u64());
    let parts = coverage["parts"].as_array().expect("a list");
    let failed = parts.iter().find(|part| part["part"] == "no-collection").expect("it is asked about");
    assert!(failed["failed"].as_u64() > Some(0) && failed["decisive"].as_u64() > Some(0), "{failed}");
    let other = parts.iter().find(|part| part["part"] == "no-use").expect("it is asked about");
    assert!(other["decisive"].as_u64() < other["judged"].as_u64(), "{other}");
}

#[test]
fn what_is_owed_sooner_or_later_is_told_as_well() {
    let desk = Desk::new();
    let arguments = ["check", "--scope", "answers", "--coverage", "--threads", "1"];
    let ran = desk.run(&arguments);
    let (_, coverage) = ran.out.split_once("Coverage: parts that are owed").expect("it is told");
    insta::assert_snapshot!("owed", coverage);
    let duties = &desk.json(&arguments)["coverage"][0]["duties"];
    assert_eq!(duties[0]["promise"], "F06.press-is-answered");
    assert!(duties[0]["opened"].as_u64() > Some(0) && duties[0]["answered"].as_u64() > Some(0), "{duties}");
    assert_eq!(
        desk.json(&["check", "--scope", "keys", "--coverage"])["coverage"][0]["duties"],
        serde_json::json!([])
    );
}

#[test]
fn a_run_that_was_cut_says_so() {
    let desk = Desk::new();
    let arguments = ["check", "--scope", "control", "--coverage", "--max-states", "100"];
    let ran = desk.run(&arguments);
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    let out = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(out.contains("Of control not everything was counted: it was stopped by"), "{out}");
    assert_ne!(desk.json(&arguments)["coverage"][0]["cut_by"], serde_json::Value::Null);
    let ran = desk.run(&["check", "--scope", "household", "--walk", "5", "--coverage"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("`--coverage` counts while every step is explored"), "{}", ran.err);
}
