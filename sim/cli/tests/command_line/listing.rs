//! `list`, `explain`, `clauses` and help.

use super::Desk;
use serde_json::Value;
use vouchsafe_alphabet::{Word, readings};
use vouchsafe_engine::shipped;
use vouchsafe_oracle::{Following, promises};
use vouchsafe_system::Refusal;
use vouchsafe_system::defects::TABLE;

const COMMANDS: [&str; 7] = ["check", "replay", "simulate", "list", "explain", "clauses", "monitor"];

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn the_help_of_each_command_ends_with_two_examples() {
    let desk = Desk::new();
    for arguments in COMMANDS.map(|command| vec![command, "--help"]).into_iter().chain([vec!["--help"]]) {
        let ran = desk.run(&arguments);
        assert_eq!(ran.code, Some(0), "{arguments:?}");
        let (_, examples) = ran.out.split_once("Examples:\n").expect("examples");
        assert_eq!(examples.trim_end().lines().filter(|line| line.contains("vouchsafe ")).count(), 2);
        assert_eq!(examples.trim_end().lines().count(), 2, "{examples}");
    }
}

#[test]
fn what_is_listed_has_the_keys_of_the_contract() {
    let desk = Desk::new();
    let safeguards = Refusal::ALL.iter().filter(|guard| guard.is_safeguard()).count();
    let listed = [
        (
            "promises",
            promises::every::<Following>().len(),
            &["id", "family", "clauses", "kind", "scopes", "trigger", "condition", "witness"][..],
        ),
        ("readings", readings::ALL.len(), &["id", "name", "choices", "default", "clauses", "tensions"][..]),
        ("scopes", shipped::TEXTS.len(), &["id", "kind", "about", "promises", "tensions"][..]),
        ("defects", TABLE.len(), &["id", "clauses", "family", "breaks", "loses", "scopes"][..]),
        ("safeguards", safeguards, &["id", "refuses_when"][..]),
        ("clauses", 194, &["id", "section", "disposition", "carried_by"][..]),
    ];
    for (what, count, needed) in listed {
        let list = desk.json(&["list", what]);
        assert_eq!(keys(&list), ["schema", "items"]);
        assert_eq!(list["schema"], "vouchsafe.list/1");
        let items = list["items"].as_array().expect("a list");
        assert_eq!(items.len(), count, "{what}");
        for item in items {
            assert!(needed.iter().all(|key| keys(item).contains(key)), "{what}: {item}");
        }
    }
}

#[test]
fn every_list_fits_the_page() {
    let desk = Desk::new();
    for what in ["scopes", "promises", "defects", "readings", "safeguards", "clauses"] {
        let ran = desk.run(&["list", what]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert!(ran.out.lines().all(|line| line.chars().count() <= 110), "{}", ran.out);
    }
}

#[test]
fn the_coverage_of_clauses_is_shown() {
    let desk = Desk::new();
    let ran = desk.run(&["clauses"]);
    assert_eq!(ran.code, Some(0));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn the_coverage_of_clauses_has_the_keys_of_the_contract() {
    let report = Desk::new().json(&["clauses"]);
    let manifest = ["schema", "tool", "argv", "register_sha256", "scopes", "readings", "defects", "seed"];
    assert_eq!(keys(&report), [&manifest[..], &["clauses", "by_disposition", "drift"]].concat());
    assert_eq!(report["schema"], "vouchsafe.clauses/1");
    assert_eq!(report["argv"], serde_json::json!(["vouchsafe", "clauses", "--format", "json"]));
    assert_eq!(keys(&report["tool"]), ["version", "commit"]);
    let clauses = report["clauses"].as_array().expect("a list");
    let row = ["id", "section", "family", "class", "lines", "disposition", "carried_by", "reason"];
    assert!(clauses.iter().all(|clause| keys(clause) == row));
    let counts = report["by_disposition"].as_object().expect("an object");
    assert_eq!(counts.len(), 8);
    let all: u64 = counts.values().filter_map(Value::as_u64).sum();
    assert_eq!((clauses.len(), all), (194, 194));
    assert_eq!(report["drift"], Value::Null);
}

#[test]
fn blanks_about_a_name_do_no_harm() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["explain", " MKT-02\n"]).out, desk.run(&["explain", "MKT-02"]).out);
    let unknown = desk.run(&["explain", "F15\n"]);
    assert!(unknown.err.contains("the nearest is `F15.opt-out-ends-marketing`"), "{}", unknown.err);
}

#[test]
fn whatever_has_a_name_is_explained() {
    let desk = Desk::new();
    for id in ["F15.opt-out-ends-marketing", "MKT-04", "opt-out-reach", "offline", "stuck-key"] {
        let ran = desk.run(&["explain", id]);
        assert_eq!(ran.code, Some(0));
        insta::assert_snapshot!(id, ran.out);
        assert_eq!(desk.json(&["explain", id])["schema"], "vouchsafe.explain/1");
    }
    let both = desk.json(&["explain", "inference"]);
    let whats: Vec<_> = both["items"].as_array().expect("a list").iter().map(|item| &item["what"]).collect();
    assert_eq!(whats, ["reading", "deadline"]);
}

#[test]
fn the_stories_of_an_explanation_are_told_to_machines_as_well() {
    let desk = Desk::new();
    let defect = desk.json(&["explain", "stuck-key"]);
    let story = &defect["items"][0]["item"]["story"];
    let told = &story["counterexample"];
    assert_eq!(
        told["length"].as_u64().map(|inputs| inputs as usize + 1),
        told["steps"].as_array().map(Vec::len)
    );
    let scope = story["scope"].as_str().expect("a scope");
    let checked = desk.json(&["check", "--defect", "stuck-key", "--scope", scope]);
    let promises = checked["promises"].as_array().expect("a list");
    let promise =
        promises.iter().find(|promise| promise["id"] == story["promise"]).expect("it is asked about");
    assert_eq!(promise["counterexample"], *told);

    let tension = desk.json(&["explain", "T56"]);
    let shown = &tension["items"][0]["item"]["shown"][0];
    assert_eq!(shown["scope"], "clash-marks-purged");
    let (promise, told) = (shown["story"]["promise"].as_str(), &shown["story"]["counterexample"]);
    let broken = format!("{}/{}", promise.expect("a promise"), told["failed"].as_str().expect("a part"));
    let all = shown["under_them"]["broken"].as_array().expect("a list");
    assert!(all.contains(&broken.into()), "{all:?}");
    assert_eq!(
        shown["under_the_usual"],
        serde_json::json!({ "exhausted": true, "broken": [], "out_of_reach": [] })
    );
}
