//! Names that are not known, lines and files that are wrong: the code is 2 and the text says what is right.

use super::{COMPLETE, Desk, PROMOTED};

pub(super) fn told(desk: &Desk, arguments: &[&str]) -> String {
    let ran = desk.run(arguments);
    assert_eq!(ran.code, Some(2), "{arguments:?}: {}", ran.err);
    assert_eq!(ran.out, "", "results of a failure");
    ran.err
}

#[test]
fn unknown_names_are_answered_with_the_nearest() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE]);
    let asked: [&[&str]; 15] = [
        &["explain", "mkt02"],
        &["monitor", "log.jsonl", "--promise", "F14.no-marketing"],
        &["monitor", "log.jsonl", "--reading", "deemd=blanket"],
        &["monitor", "log.jsonl", "--reading", "deemed=blankt"],
        &["monitor", "log.jsonl", "--reading", "deemed"],
        &["moniter", "log.jsonl"],
        &["list", "promise"],
        &["check", "--scope", "consnt"],
        &["check", "--promise", "F13.no-slae"],
        &["check", "--reading", "deemd=blanket"],
        &["check", "--judged", "deemed"],
        &["check", "--defect", "sell-out"],
        &["check", "--max-memory", "lots"],
        &["check", "--scope", "sale", "--scope", "sale"],
        &["simulate", "--scope", "houshold"],
    ];
    let all: Vec<String> = asked
        .iter()
        .map(|arguments| format!("$ vouchsafe {}\n{}", arguments.join(" "), told(&desk, arguments)))
        .collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn a_wrong_number_is_answered_with_what_would_be_right() {
    let desk = Desk::new();
    for (arguments, says) in [
        (&["simulate", "--presses-per-day", "-3"], "write a whole number from 0 to 86400"),
        (&["simulate", "--presses-per-day", "NaN"], "write a whole number from 0 to 86400"),
        (&["simulate", "--households", "99999999999999999999"], "write a whole number from 1 to 1000000"),
        (&["simulate", "--seed", "-1"], "write a whole number, 0 or more"),
        (&["check", "--threads", "0"], "write a whole number from 1 to 1024"),
        (&["check", "--max-depth", "1.5"], "write a whole number from 0 to 4294967295"),
        (&["check", "--max-seconds", "-1"], "write a number of seconds, such as 60 or 0.5"),
        (&["explore", "--port", "65536"], "write a whole number from 0 to 65535"),
    ] {
        let said = told(&desk, arguments);
        assert!(said.contains(&format!("invalid value '{}' for '{}", arguments[2], arguments[1])), "{said}");
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn broken_lines_are_shown_with_line_and_column() {
    let desk = Desk::new();
    let long = format!(r#"{{"at":7,"kind":"opened","person":"{}","phone":7}}"#, "x".repeat(300));
    let broken = [
        ("word", r#"  {"at":7,"kind":"opted-out","person":"ana","channel":"pigeon"}"#),
        ("missing", r#"{"at":7,"kind":"age-learned"}"#),
        ("stray", r#"{"at":7,"kind":"age-learned","person":"ana","tv":"tv1"}"#),
        ("open", r#"{"at":7,"kind":"age-learned","person":"ana""#),
        ("back", r#"{"at":4,"kind":"age-learned","person":"ana"}"#),
        ("timeless", r#"{"kind":"age-learned","person":"ana"}"#),
        ("no-json", "at,kind,person"),
        ("list", r#"[{"at":7}]"#),
        ("in-many-lines", "{"),
        ("text-for-time", r#"{"at":"2019-10-01T00:00:00Z","kind":"age-learned","person":"ana"}"#),
        ("too-large", r#"{"at":99999999999999999999,"kind":"age-learned","person":"ana"}"#),
        ("wrong-type", r#"{"at":7,"shoe":1,"kind":"age-learned","person":7}"#),
        ("no-kind", r#"{"at":7,"person":"ana"}"#),
        ("no-name", r#"{"at":7,"kind":"age-learned","person":""}"#),
        ("second-header", COMPLETE),
        ("stray-mark", r#"{"at":7,"mark":"start"}"#),
        ("unknown-mark", r#"{"at":7,"mark":"end"}"#),
        ("long", &long),
        ("steering", "{\"at\":7,\"kind\":\"age-\u{1b}[31mlearned\"}"),
    ];
    for (name, line) in broken {
        desk.lay("log.jsonl", &[COMPLETE, PROMOTED, line]);
        let err = told(&desk, &["monitor", "log.jsonl"]);
        assert!(err.contains("line 3") && err.contains("log.jsonl:3:"), "{err}");
        insta::assert_snapshot!(name, err);
    }
}

#[test]
fn a_line_that_is_no_text_is_told_by_its_byte() {
    let desk = Desk::new();
    std::fs::write(desk.path("log.jsonl"), b"{\"at\":5,\"kind\":\"age-learned\",\"person\":\"\xff\"}\n")
        .expect("written");
    insta::assert_snapshot!(told(&desk, &["monitor", "log.jsonl"]));
}

#[test]
fn a_file_that_is_no_log_is_told_by_how_it_begins() {
    let desk = Desk::new();
    let text = format!("{COMPLETE}\n{PROMOTED}\n");
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [(&str, Vec<u8>); 3] = [
        ("packed with gzip", b"\x1f\x8b\x08\x00\x00".to_vec()),
        ("packed with zstd", b"\x28\xb5\x2f\xfd\x04".to_vec()),
        ("text in UTF-16", [b"\xff\xfe".as_slice(), wide.as_slice()].concat()),
    ];
    for (what, bytes) in files {
        std::fs::write(desk.path("log.jsonl"), bytes).expect("written");
        let err = told(&desk, &["monitor", "log.jsonl", "--keep-going"]);
        assert!(err.contains(what) && err.contains("| vouchsafe monitor -"), "{err}");
    }
}

#[test]
fn a_line_without_an_end_is_told_and_not_kept() {
    let desk = Desk::new();
    let line = |length| PROMOTED.replace("ana", &"a".repeat(length));
    desk.lay("log.jsonl", &[COMPLETE, &line(10 << 20)]);
    assert_eq!(desk.run(&["monitor", "log.jsonl", "--quiet"]).code, Some(1), "ten megabytes are a line");
    let wrong = line(10 << 20).replace("\"vendor\"", "7").replace("newsletter", &"n".repeat(1 << 20));
    desk.lay("log.jsonl", &[COMPLETE, &wrong]);
    let err = told(&desk, &["monitor", "log.jsonl"]);
    assert!(err.contains("line 2, column") && err.len() < 3000, "{} bytes", err.len());
    desk.lay("log.jsonl", &[COMPLETE, &line(20 << 20)]);
    let err = told(&desk, &["monitor", "log.jsonl"]);
    assert!(err.contains("line 2 of log.jsonl") && err.contains("longer than 16 MiB"), "{err}");
    assert!(err.len() < 1000, "the line is not told in full");
}

#[test]
fn declared_facts_without_an_end_are_told() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[&COMPLETE.replace("complete", "declared"), PROMOTED]);
    insta::assert_snapshot!(told(&desk, &["monitor", "log.jsonl"]));
}

#[test]
fn lengths_of_time_are_told_where_they_are_none() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE]);
    for option in ["--until", "--reorder-window"] {
        let err = told(&desk, &["monitor", "log.jsonl", option, "5x"]);
        assert!(err.contains(option) && err.contains("such as `90s`"), "{err}");
    }
}

#[test]
fn a_header_that_cannot_be_used_ends_the_work_even_when_it_is_to_keep_going() {
    let desk = Desk::new();
    let headers = [
        ("other-form", r#"{"schema":"vouchsafe.trace/9"}"#),
        ("other-key", r#"{"schema":"vouchsafe.trace/1","strat":"complete"}"#),
        ("other-start", r#"{"schema":"vouchsafe.trace/1","start":"middle"}"#),
        ("other-rules", r#"{"schema":"vouchsafe.trace/1","rules":{"deadlines":{"withdrawal":0}}}"#),
    ];
    for (name, header) in headers {
        desk.lay("log.jsonl", &[header, PROMOTED]);
        insta::assert_snapshot!(name, told(&desk, &["monitor", "log.jsonl", "--keep-going"]));
    }
}

#[test]
fn wrong_rules_are_shown_at_their_place() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE]);
    let files = [
        ("unknown-deadline", "unit-ms = 1000\n[deadlines]\nwithdrawl = 3"),
        ("unknown-choice", "[readings]\ndeemed = \"blankt\""),
        ("too-long", "unit-ms = 1000\n[deadlines]\nretention = 300"),
        ("no-unit", "unit-ms = 0"),
        ("no-toml", "[readings"),
    ];
    for (name, text) in files {
        desk.lay("rules.toml", &[text]);
        insta::assert_snapshot!(name, told(&desk, &["monitor", "log.jsonl", "--rules", "rules.toml"]));
    }
}

#[test]
fn files_that_are_not_there_are_told() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE]);
    assert!(told(&desk, &["monitor", "no.jsonl"]).contains("`no.jsonl` cannot be read"));
    assert!(told(&desk, &["monitor", "."]).contains("`.` cannot be read"));
    for command in [&["replay", "."][..], &["step", "--trace", "."], &["step", "--trace", "no.jsonl"]] {
        let told = told(&desk, command);
        assert!(told.contains("cannot be read") && told.contains("give a file that is there"), "{told}");
    }
    assert!(
        told(&desk, &["monitor", "log.jsonl", "--rules", "no.toml"]).contains("`no.toml` cannot be read")
    );
}

#[test]
fn time_does_not_go_back_at_the_end() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED]);
    insta::assert_snapshot!(told(&desk, &["monitor", "log.jsonl", "--until", "4"]));
}
