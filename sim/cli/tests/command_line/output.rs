//! Where things are written: files that exist, files that a failure takes away, colour, and readers who go.

use super::{COMPLETE, Desk, PROMOTED};
use std::process::Stdio;

#[test]
fn breaches_are_streamed_as_json_lines() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED, PROMOTED]);
    let arguments = ["monitor", "log.jsonl", "--breaches", "out.jsonl"];
    assert_eq!(desk.run(&arguments).code, Some(1));
    let text = std::fs::read_to_string(desk.path("out.jsonl")).expect("it is there");
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["promise"], "F14.no-marketing-without-consent");
    assert_eq!(lines[1]["line"], 3);
}

#[test]
fn a_file_that_exists_is_left_as_it_is_unless_forced() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED]);
    desk.lay("out.jsonl", &["mine"]);
    let arguments = ["monitor", "log.jsonl", "--breaches", "out.jsonl"];
    let ran = desk.run(&arguments);
    assert_eq!(ran.code, Some(2));
    insta::assert_snapshot!(ran.err);
    let read = || std::fs::read_to_string(desk.path("out.jsonl")).expect("it is there");
    assert_eq!(read(), "mine\n");
    assert_eq!(desk.run(&[&arguments[..], &["--force"]].concat()).code, Some(1));
    assert_eq!(read().lines().count(), 1);
    assert!(!read().contains("mine"));
}

#[test]
fn a_failure_leaves_nothing_half_written() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED, "{"]);
    assert_eq!(desk.run(&["monitor", "log.jsonl", "--breaches", "out.jsonl"]).code, Some(2));
    let left: Vec<_> = std::fs::read_dir(desk.path("")).expect("a folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn what_is_read_is_never_written_to() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED]);
    let before = std::fs::read(desk.path("log.jsonl")).expect("it is there");
    let ran = desk.run(&["monitor", "log.jsonl", "--breaches", "./log.jsonl", "--force"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(std::fs::read(desk.path("log.jsonl")).expect("it is there"), before);
}

#[test]
fn colour_is_used_when_it_is_asked_for_and_never_in_a_pipe() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED]);
    let coloured = |options: &[&str]| {
        let good = desk.run(&[&["monitor", "log.jsonl"], options].concat()).out;
        let bad = desk.run(&[&["explain", "nothing-like-it"], options].concat()).err;
        (good.contains('\u{1b}'), bad.contains('\u{1b}'))
    };
    assert_eq!(coloured(&[]), (false, false));
    assert_eq!(coloured(&["--color", "always"]), (true, true));
    assert_eq!(coloured(&["--color", "never"]), (false, false));
}

#[test]
fn a_reader_who_goes_is_no_failure() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED]);
    for (arguments, code) in [(&["list", "clauses"][..], 0), (&["monitor", "log.jsonl"][..], 1)] {
        let mut child = desk.command(arguments).spawn().expect("it starts");
        drop(child.stdout.take());
        let ended = child.wait_with_output().expect("it ends");
        assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(code), &b""[..]));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_a_failure_that_is_told() {
    let desk = Desk::new();
    desk.lay("log.jsonl", &[COMPLETE, PROMOTED]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there");
    let arguments = ["monitor", "log.jsonl", "--breaches", "out.jsonl"];
    let ended = desk.command(&arguments).stdout(Stdio::from(full)).output().expect("it ends");
    assert_eq!(ended.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("standard output cannot be written to"));
    assert!(!desk.path("out.jsonl").exists());
    let to_full = desk.run(&["monitor", "log.jsonl", "--breaches", "/dev/full"]);
    assert_eq!(to_full.code, Some(2), "{}", to_full.err);
    assert!(std::path::Path::new("/dev/full").exists(), "a device is never removed");
}
