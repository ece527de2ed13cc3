//! `replay`: traces that `check` wrote, and traces that were changed.

use super::failures::told;
use super::{COMPLETE, Desk, PROMOTED};

/// A desk with a trace that breaks a promise.
fn with_trace() -> (Desk, String) {
    let desk = Desk::new();
    let ran =
        desk.run(&["check", "--scope", "sale", "--defect", "sell-outright", "--trace-out", "sale.jsonl"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let text = std::fs::read_to_string(desk.path("sale.jsonl")).expect("it is written");
    (desk, text)
}

#[test]
fn a_trace_still_breaks_what_it_broke() {
    let (desk, _) = with_trace();
    let ran = desk.run(&["replay", "sale.jsonl", "--strict"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.out);
    let report = desk.json(&["replay", "sale.jsonl"]);
    assert_eq!((&report["schema"], &report["verdict"]), (&"vouchsafe.replay/1".into(), &"breached".into()));
    assert_eq!(report["same_observations"], true);
    assert_eq!(desk.run(&["monitor", "sale.jsonl"]).code, Some(1), "it is a log as well");
}

#[test]
fn another_digest_is_named_and_refused_when_strict() {
    let (desk, text) = with_trace();
    let digest = text.split_once("\"name\":\"sale\",\"sha256\":\"").expect("it is there").1;
    let digest = digest.split('"').next().expect("it ends");
    desk.lay("old.jsonl", &[text.replace(digest, "0123").trim_end()]);
    let ran = desk.run(&["replay", "old.jsonl"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("0123") && ran.err.contains(digest), "{}", ran.err);
    let strict = told(&desk, &["replay", "old.jsonl", "--strict"]);
    assert!(strict.contains("0123") && strict.contains(&digest[..20]), "{strict}");
}

#[test]
fn a_header_that_says_something_else_is_told() {
    let (desk, text) = with_trace();
    desk.lay(
        "other.jsonl",
        &[text.replace("F13.no-sale/nothing-taken-before", "F13.no-sale/nothing-taken-after").trim_end()],
    );
    let ran = desk.run(&["replay", "other.jsonl"]);
    assert_eq!(ran.code, Some(1));
    let words = "Its header says that it breaks F13.no-sale/nothing-taken-after, and it does not.";
    assert!(ran.out.contains(words), "{}", ran.out);
}

#[test]
fn a_trace_that_was_cut_short_clears_nobody() {
    let (desk, trace) = with_trace();
    let lines: Vec<&str> = trace.lines().collect();
    let before_the_inputs = lines.iter().position(|line| line.contains("\"do\"")).expect("an input");
    for kept in [1, before_the_inputs] {
        let name = format!("cut-{kept}.jsonl");
        desk.lay(&name, &lines[..kept]);
        let ran = desk.run(&["replay", &name]);
        assert_eq!(ran.code, Some(3), "{}{}", ran.out, ran.err);
        assert!(ran.out.contains("cut short"), "{}", ran.out);
        assert_eq!(desk.json(&["replay", &name])["verdict"], "undecided");
    }
}

#[test]
fn a_step_that_cannot_be_taken_is_shown_at_its_place() {
    let (desk, text) = with_trace();
    for (name, from, to) in [
        ("mistyped", "sell(ana, buyer)", "sell(ana, byer)"),
        ("switched-off", "\"defects\":[\"sell-outright\"]", "\"defects\":[]"),
        ("unknown-defect", "\"sell-outright\"]", "\"sell-outrigt\"]"),
    ] {
        desk.lay("wrong.jsonl", &[text.replace(from, to).trim_end()]);
        let err = told(&desk, &["replay", "wrong.jsonl"]);
        let err = err.lines().filter(|line| !line.contains("\"schema\"") && !line.contains("────┬"));
        insta::assert_snapshot!(name, err.collect::<Vec<_>>().join("\n"));
    }
}

#[test]
fn a_trace_without_inputs_is_judged_only() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED]);
    let ran = desk.run(&["replay", "log.jsonl"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.out.contains("no input: nothing is run, only judged"), "{}", ran.out);
    desk.lay("quiet.jsonl", &[COMPLETE]);
    assert_eq!(desk.run(&["replay", "quiet.jsonl"]).code, Some(0));
    desk.lay("open.jsonl", &[r#"{"schema":"vouchsafe.trace/1"}"#]);
    assert_eq!(desk.run(&["replay", "open.jsonl"]).code, Some(3));
    desk.lay("empty.jsonl", &[]);
    told(&desk, &["replay", "empty.jsonl"]);
    desk.lay("broken.jsonl", &[COMPLETE, r#"{"at":1,"kind":"opened","person":7}"#]);
    assert!(told(&desk, &["replay", "broken.jsonl"]).contains("line 2"));
}

#[test]
fn a_scope_that_is_not_shipped_must_be_given() {
    let (desk, text) = with_trace();
    let scope = include_str!("../../../../fixtures/scopes/sale.toml");
    desk.lay("mine.toml", &[scope.replace("\"sale\"\nkind", "\"mine\"\nkind").as_str()]);
    desk.lay("mine.jsonl", &[text.replace("\"name\":\"sale\"", "\"name\":\"mine\"").trim_end()]);
    assert!(told(&desk, &["replay", "mine.jsonl"]).contains("--scope FILE"));
    let ran = desk.run(&["replay", "mine.jsonl", "--scope", "mine.toml"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("was made from another text"), "{}", ran.err);
}

#[test]
fn a_run_that_owes_for_ever_is_left_open_when_it_ends() {
    let desk = Desk::new();
    let ran = desk.run(&[
        "check",
        "--scope",
        "answers",
        "--defect",
        "relay-drops-silently",
        "--trace-out",
        "owed.jsonl",
    ]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.out.contains("vouchsafe step --trace owed.jsonl"), "{}", ran.out);
    let replayed = desk.run(&["replay", "owed.jsonl", "--strict"]);
    assert_eq!((replayed.code, replayed.err.as_str()), (Some(3), ""), "{}", replayed.out);
    insta::assert_snapshot!(replayed.out);
    let said = replayed.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let command =
        said.split('`').nth(1).and_then(|command| command.strip_prefix("vouchsafe ")).expect("a command");
    let decided = desk.run(&command.split(' ').collect::<Vec<_>>());
    assert_eq!(decided.code, Some(1), "`{command}` decides it: {}", decided.out);
    let walked = desk.run_on(b"why F06.press-is-answered\n", &["step", "--trace", "owed.jsonl"]);
    assert_eq!((walked.code, walked.err.as_str()), (Some(0), ""), "{}", walked.out);
    insta::assert_snapshot!(walked.out);
}
