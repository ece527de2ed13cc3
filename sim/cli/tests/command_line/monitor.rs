//! `monitor`: verdicts and their exit codes, and the report in both forms.

use super::{AGREED, COMPLETE, Desk, PROMOTED, WITHDREW};
use std::path::Path;

const DECLARED: &str = r#"{"schema":"vouchsafe.trace/1","start":"declared"}"#;
const START: &str = r#"{"at":9,"mark":"start"}"#;
const OPTED_OUT: &str = r#"{"at":2,"kind":"opted-out","person":"ana","channel":"plugin"}"#;
const LATER: &str = r#"{"at":200000000,"kind":"messaged","person":"ana","by":"vendor","mail":"newsletter","channel":"email","promotional":true}"#;

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
    desk.lay("log.jsonl", &[]);
    let empty = desk.run(&["monitor", "log.jsonl", "--promise", "F13.no-sale"]);
    assert_eq!(empty.code, Some(3), "an empty log says nothing");
    assert!(empty.out.contains("the log is empty"), "{}", empty.out);
}

#[test]
fn without_a_start_a_breach_counts_where_the_past_cannot_excuse_it() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[PROMOTED]);
    let ran = desk.run(&["monitor", "log.jsonl"]);
    assert_eq!(ran.code, Some(3), "the person may have agreed before");
    insta::assert_snapshot!(ran.out.split_once("\nBreaches").expect("breaches").1);
    desk.lay("log.jsonl", &[OPTED_OUT, LATER]);
    let ran = desk.run(&["monitor", "log.jsonl"]);
    assert_eq!(ran.code, Some(1), "the log itself shows the opt-out");
    assert!(ran.out.contains("1 breach of 1 promise in 2 observations."), "{}", ran.out);
}

#[test]
fn declared_facts_are_shown_with_what_would_have_been_a_breach() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[DECLARED, OPTED_OUT, PROMOTED, START, WITHDREW]);
    let ran = desk.run(&["monitor", "log.jsonl"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(3), ""));
    let (declared, rest) = ran.out.split_once("\nRules").expect("rules");
    let undecided = rest.split_once("\nPending").expect("pending duties").1;
    insta::assert_snapshot!(format!("{declared}{undecided}"));
    let report = desk.json(&["monitor", "log.jsonl"]);
    assert_eq!(report["declared"]["facts"], 2);
    assert_eq!(report["declared"]["until_line"], 4);
    assert_eq!(report["declared"]["breaches"][0]["line"], 3);
}

#[test]
fn lines_are_put_in_order_within_the_window_and_refused_beyond_it() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED, AGREED]);
    let refused = desk.run(&["monitor", "log.jsonl"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("`--reorder-window 4ms` or more"), "{}", refused.err);
    let ordered = desk.run(&["monitor", "log.jsonl", "--reorder-window", "4ms"]);
    assert_eq!((ordered.code, ordered.err.as_str()), (Some(0), ""));
    assert!(ordered.out.contains("in order of time within 4 milliseconds"), "{}", ordered.out);
    let late = ["monitor", "log.jsonl", "--reorder-window", "3"];
    let told = desk.run(&late);
    assert_eq!(told.code, Some(2));
    assert!(told.err.contains("4 ms before"), "{}", told.err);
    let report = desk.json(&[&late[..], &["--keep-going"]].concat());
    assert_eq!((&report["refused_lines"], &report["refused"][0]["line"]), (&1.into(), &3.into()));
    assert_eq!(report["events"], 1);
}

#[test]
fn the_rules_are_told_where_they_differ_from_the_defaults() {
    let desk = Desk::new();
    let header = r#"{"schema":"vouchsafe.trace/1","start":"complete","rules":{"unit-ms":3600000,"deadlines":{"withdrawal":48}}}"#;
    desk.lay("log.jsonl", &[header, AGREED]);
    let ran = desk.run(&["monitor", "log.jsonl", "--reading", "silence=counts"]);
    let rules = ran.out.split_once("\nRules").expect("rules").1.split_once("\nPromises").expect("promises").0;
    insta::assert_snapshot!(rules);
    let readings = desk.json(&["monitor", "log.jsonl"])["rules"]["readings"].as_object().map(|all| all.len());
    assert_eq!(readings, Some(vouchsafe_alphabet::readings::ALL.len()), "JSON has all");
}

#[test]
fn the_logs_of_the_fixtures_can_be_judged_as_they_lie() {
    let desk = Desk::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    for (folder, code) in [("twins", 0), ("logs", 1)] {
        for entry in std::fs::read_dir(root.join(folder)).expect("it is there") {
            let path = entry.expect("it can be read").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let log = path.to_string_lossy().into_owned();
            let code = if name.starts_with("honest") { 0 } else { code };
            let window: &[&str] =
                if name.starts_with("reorder") { &["--reorder-window", "1200ms"] } else { &[] };
            let ran = desk.run(&[&["monitor", &log], window].concat());
            assert_eq!((ran.code, ran.err.as_str()), (Some(code), ""), "{name}: {}", ran.out);
        }
    }
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
    assert_eq!(desk.run(&["monitor", "log.jsonl", "--until", "2d"]).code, Some(0));
    assert_eq!(desk.run(&["monitor", "log.jsonl", "--until", "48h1ms"]).code, Some(1));
    assert_eq!(desk.run(&["monitor", "log.jsonl", "--until", "+2d"]).code, Some(1));
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

#[test]
fn the_worked_example_of_the_page_is_what_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = std::fs::read_to_string(root.join("docs/LOGS.md")).expect("the page is there");
    let (before, rest) = page.split_once("<!-- example: ").expect("it has an example");
    let (arguments, rest) = rest.split_once(" -->\n\n```text\n").expect("it names what is run");
    let (_, after) = rest.split_once("```\n\n<!-- end: example -->").expect("it has an end");
    let mut command = Desk::new().command(&arguments.split(' ').collect::<Vec<_>>());
    let ran: super::Ran = command.current_dir(&root).output().expect("it runs").into();
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let ought = format!(
        "{before}<!-- example: {arguments} -->\n\n```text\n{}```\n\n<!-- end: example -->{after}",
        ran.out
    );
    if page != ought && std::env::var_os("VOUCHSAFE_RENEW").is_some_and(|value| value == "1") {
        return std::fs::write(root.join("docs/LOGS.md"), ought).expect("it is written");
    }
    assert_eq!(page, ought, "renew it with VOUCHSAFE_RENEW=1 cargo test -p vouchsafe worked_example");
    // The log that the page shows is the one that is judged, and so is the one with declared facts.
    for log in [
        arguments.split(' ').nth(1).expect("it names a log"),
        "fixtures/logs/declared.F30.withdrawal-left-lying.jsonl",
    ] {
        let log = std::fs::read_to_string(root.join(log)).expect("it is there");
        assert!(page.contains(&format!("```json\n{log}```")), "{log}");
    }
}
