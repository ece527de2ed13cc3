//! `clauses --policy`: how a text has drifted, with made-up policies that are compared with fingerprints of their own.

use super::Desk;
use super::failures::told;
use serde_json::{Value, json};
use vouchsafe_engine::register::Fingerprints;

/// A made-up policy with a line for each that the shipped register knows, under the same number.
fn policy() -> Vec<String> {
    let shipped = Fingerprints::shipped().expect("the shipped fingerprints are sound");
    let mut lines = Vec::new();
    for line in shipped.lines() {
        let place = usize::try_from(line.number).expect("policies are short");
        lines.resize(place - 1, String::new());
        lines.push(if line.heading {
            format!("HEADING {place}")
        } else {
            format!("This is sentence {place}: it \u{201c}promises\u{201d} \u{2013} as far as that goes \u{2013} nothing at all.")
        });
    }
    lines
}

/// A desk with the fingerprints of the made-up policy, and a text that was made of it.
fn desk(change: impl FnOnce(&mut Vec<String>)) -> Desk {
    let desk = Desk::new();
    let mut lines = policy();
    let prints = Fingerprints::of("Made-up policy", "2000-01-01", &lines.join("\n"), None);
    std::fs::write(desk.path("prints.toml"), prints.to_toml()).expect("it is written");
    change(&mut lines);
    std::fs::write(desk.path("policy.txt"), lines.join("\n")).expect("it is written");
    desk
}

const COMPARE: [&str; 5] = ["clauses", "--policy", "policy.txt", "--fingerprints", "prints.toml"];

/// Deletes, changes, adds, moves and copies lines.
fn edit(lines: &mut Vec<String>) {
    let changed = lines.get_mut(85).expect("it is there");
    changed.push_str(" And more so, in words that go on until they no longer fit the line.");
    lines.swap(122, 126);
    let copied = lines.get(150).expect("it is there").clone();
    lines.insert(200, copied);
    lines.insert(87, "\u{1b}[31mA new sentence.".to_owned());
    lines.remove(66);
}

#[test]
fn a_text_that_is_the_same_ends_with_0_and_a_sentence() {
    let desk = desk(|_| ());
    let ran = desk.run(&COMPARE);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.out);
    assert_eq!(desk.json(&COMPARE)["drift"], json!([]));
    let text = std::fs::read(desk.path("policy.txt")).expect("it is there");
    let input = desk.run_on(&text, &["clauses", "--policy", "-", "--fingerprints", "prints.toml"]);
    assert_eq!(input.code, Some(0));
    assert!(input.out.starts_with("Nothing has drifted: `standard input`"), "{}", input.out);
}

#[test]
fn a_text_that_is_set_anew_is_the_same() {
    let desk = desk(|lines| {
        let plain = |line: &String| line.replace(['\u{201c}', '\u{201d}'], "\"").replace('\u{2013}', "-");
        *lines =
            lines.iter().map(|line| format!(" {}\r", plain(line).replace(": ", ":\r\n\u{a0} "))).collect();
        lines[0].insert(0, '\u{feff}');
    });
    let ran = desk.run(&COMPARE);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    insta::assert_snapshot!(ran.out);
}

#[test]
fn drift_ends_with_1_and_is_told_with_what_hangs_on_it() {
    let ran = desk(edit).run(&COMPARE);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    assert!(ran.out.lines().all(|line| line.chars().count() <= 110), "{}", ran.out);
    insta::assert_snapshot!(ran.out);
}

#[test]
fn drift_in_json_has_the_keys_of_the_contract() {
    let desk = desk(edit);
    let mut command = desk.command(&COMPARE);
    let ended = command.args(["--format", "json"]).output().expect("it runs");
    assert_eq!(ended.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&ended.stdout).expect("JSON");
    let drift = report["drift"].as_array().expect("a list");
    for item in drift {
        let keys: Vec<&str> = item.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys[..4], ["line", "status", "clauses", "promises"]);
    }
    let brief: Vec<Value> = drift
        .iter()
        .map(|item| json!([item["status"], item["line"], item["old_line"], item["new_line"]]))
        .collect();
    insta::assert_snapshot!(brief.iter().map(Value::to_string).collect::<Vec<_>>().join("\n"));
    let changed = drift.iter().find(|item| item["status"] == "changed").expect("one has changed");
    assert_eq!((&changed["clauses"], &changed["promises"]), (&json!(["SHR-01"]), &json!(["F13.no-sale"])));
    assert_eq!(report["policy"]["revision"], "2000-01-01");
    assert_eq!(report["policy"]["another_text"], false);
    assert_eq!(report["clauses"].as_array().map(Vec::len), Some(194));
}

#[test]
fn another_text_is_told_in_a_sentence() {
    let desk = desk(|lines| *lines = (0..50_000).map(|line| format!("Something else, {line}.")).collect());
    let ran = desk.run(&COMPARE);
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!(ran.out);
    let report = desk.json(&COMPARE);
    assert_eq!(report["policy"]["another_text"], true);
    let drift = report["drift"].as_array().expect("a list");
    assert_eq!(drift.len(), policy().iter().filter(|line| !line.is_empty()).count());
    assert!(drift.iter().all(|item| item["status"] == "vanished"));
    // The same text is another than the one that was shipped.
    assert_eq!(desk.run(&COMPARE[..3]).code, Some(1));
}

#[test]
fn of_very_many_lines_the_first_are_shown() {
    let ran = desk(|lines| lines.extend((0..20_000).map(|line| format!("New, {line}.")))).run(&COMPARE);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("19900 more are not shown"), "{}", ran.out);
    assert_eq!(ran.out.lines().filter(|line| line.starts_with("new ")).count(), 100);
}

#[test]
fn what_is_no_text_of_a_policy_is_told() {
    let desk = desk(|lines| lines[0] = "HEADING\u{0}".to_owned());
    assert_eq!(desk.run(&COMPARE).code, Some(1), "text all the same");
    let files: [(&str, &[u8]); 5] = [
        ("empty.txt", b""),
        ("blank.txt", "\u{feff}\r\n \u{a0}\r\n".as_bytes()),
        ("latin.txt", b"A line\nthat is no \xe4 text\n"),
        ("wide.txt", b"\xff\xfeA\0 \0l\0i\0n\0e\0"),
        ("prints.toml", b"schema = \"vouchsafe.fingerprints/1\"\npolicy = 7\n"),
    ];
    let mut all = String::new();
    for (name, bytes) in files {
        std::fs::write(desk.path(name), bytes).expect("it is written");
        let arguments = if name == "prints.toml" { &COMPARE[..] } else { &["clauses", "--policy", name] };
        all.push_str(&format!("$ vouchsafe {}\n{}\n", arguments.join(" "), told(&desk, arguments)));
    }
    insta::assert_snapshot!(all);
    assert!(told(&desk, &["clauses", "--policy", "none.txt"]).contains("`none.txt` cannot be read"));
    assert!(told(&desk, &["clauses", "--policy", "."]).contains("`.` cannot be read"));
    assert!(told(&desk, &["clauses", "--fingerprints", "prints.toml"]).contains("--policy"));
    let long = std::fs::File::create(desk.path("long.txt")).expect("it is new");
    long.set_len((1 << 26) + 1).expect("it has no need of room on the disk");
    assert!(told(&desk, &["clauses", "--policy", "long.txt"]).contains("longer than 64 MiB"));
}
