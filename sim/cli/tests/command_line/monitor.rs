//! `monitor`: verdicts and their exit codes, and the report in both forms.

use super::{AGREED, COMPLETE, Desk, PROMOTED, WITHDREW};

const TWO_DAYS: &str =
    r#"{"at":300000000,"kind":"used","person":"ana","category":"account","purpose":"support","by":"vendor"}"#;

#[test]
fn a_log_without_a_breach_ends_with_0() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, AGREED, PROMOTED]);
    let ran = desk.run(&["monitor", "log.jsonl"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.ends_with("\nNo breach in 2 observations.\n"), "{}", ran.out);
    assert!(!ran.out.contains("holds"), "runs that were followed prove nothing");
}

#[test]
fn a_breach_ends_with_1_and_is_told_with_its_causes() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, WITHDREW, "", PROMOTED.replace(":5,", ":20,").as_str(), TWO_DAYS]);
    let ran = desk.run(&["monitor", "log.jsonl", "--reading", "deemed=express-only"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    assert!(ran.out.lines().all(|line| line.chars().count() <= 110));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn a_start_that_is_not_declared_leaves_promises_undecided() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[AGREED, PROMOTED]);
    let ran = desk.run(&["monitor", "log.jsonl"]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.out.contains("promises are undecided: no header says"), "{}", ran.out);
    desk.lay("log.jsonl", &[PROMOTED]);
    assert_eq!(desk.run(&["monitor", "log.jsonl"]).code, Some(1), "a breach is one all the same");
    desk.lay("log.jsonl", &[]);
    assert_eq!(desk.run(&["monitor", "log.jsonl"]).code, Some(3), "an empty log says nothing");
}

#[test]
fn unknown_kinds_leave_promises_undecided_and_are_told() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, r#"{"at":1,"kind":"openned","person":"ana"}"#]);
    let ran = desk.run(&["monitor", "log.jsonl"]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.out.contains("the nearest kind is `opened`"), "{}", ran.out);
}

#[test]
fn keeping_going_passes_over_broken_lines_and_tells_them() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, AGREED, "{", r#"{"at":2}"#, PROMOTED]);
    let ran = desk.run(&["monitor", "log.jsonl", "--keep-going", "--promise", "F13.no-sale"]);
    assert_eq!(ran.code, Some(3));
    insta::assert_snapshot!(ran.out.split_once("\nPromises").expect("promises").1);
}

#[test]
fn the_report_in_json_has_the_keys_of_the_contract() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, WITHDREW, PROMOTED.replace(":5,", ":20,").as_str()]);
    let mut report = desk.json(&["monitor", "log.jsonl", "--reading", "silence=counts"]);
    assert_eq!(report["readings"], serde_json::json!(["silence=counts"]));
    assert_eq!(report["register_sha256"].as_str().map(str::len), Some(64));
    report["register_sha256"] = "of the register".into();
    report["tool"]["version"] = "of the tool".into();
    let promises = report["promises"].as_array_mut().expect("a list");
    assert_eq!(promises.len(), vouchsafe_oracle::promises::all::<vouchsafe_oracle::Following>().len());
    promises.retain(|promise| {
        let is = |key: &str| promise[key].as_array().is_some_and(|list| !list.is_empty());
        is("breaches") || is("pending")
    });
    insta::assert_snapshot!(serde_json::to_string_pretty(&report).expect("JSON"));
}

#[test]
fn the_same_log_gives_the_same_bytes() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, WITHDREW, PROMOTED.replace(":5,", ":20,").as_str(), TWO_DAYS]);
    for format in ["text", "json"] {
        let arguments = ["monitor", "log.jsonl", "--format", format];
        assert_eq!(desk.run(&arguments).out, desk.run(&arguments).out);
    }
}

#[test]
fn duties_are_pending_until_time_has_passed() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, WITHDREW]);
    let ran = desk.run(&["monitor", "log.jsonl"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("172800000 ms"), "{}", ran.out);
    let settled = desk.run(&["monitor", "log.jsonl", "--until", "172800001"]);
    assert_eq!(settled.code, Some(1));
    assert!(!settled.out.contains("Pending") && settled.out.contains("after line 2"), "{}", settled.out);
    assert_eq!(desk.run(&["monitor", "log.jsonl", "--until", "172800000"]).code, Some(0));
}

#[test]
fn rules_come_from_the_header_a_file_and_options_in_that_order() {
    let desk = Desk::new();
    let header = r#"{"schema":"vouchsafe.trace/1","start":"complete","rules":{"unit-ms":7,"readings":{"silence":"counts"}}}"#;
    desk.lay("log.jsonl", &["", header, AGREED]);
    desk.lay("rules.toml", &["unit-ms = 9"]);
    let rules = |options: &[&str]| {
        let report = desk.json(&[&["monitor", "log.jsonl"], options].concat());
        let rules = &report["rules"];
        let reading = |name: &str| rules["readings"][name].as_str().unwrap_or_default().to_owned();
        (rules["unit-ms"].as_u64(), reading("silence"), reading("minor"))
    };
    let of = |unit, silence: &str, minor: &str| (Some(unit), silence.to_owned(), minor.to_owned());
    assert_eq!(rules(&[]), of(7, "counts", "known"));
    assert_eq!(rules(&["--reading", "minor=actual-age"]), of(7, "counts", "actual-age"));
    assert_eq!(rules(&["--rules", "rules.toml"]), of(9, "positive-sign", "known"));
    let both = ["--rules", "rules.toml", "--reading", "minor=actual-age"];
    assert_eq!(rules(&both), of(9, "positive-sign", "actual-age"));
}

#[test]
fn line_ends_byte_order_marks_and_pipes_make_no_difference() {
    let desk = Desk::new();
    let log = format!("\u{feff}{COMPLETE}\r\n{AGREED}\r\n{PROMOTED}");
    let ran = desk.run_on(log.as_bytes(), &["monitor", "-"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.starts_with("standard input: 2 observations"), "{}", ran.out);
}
