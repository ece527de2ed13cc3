//! A first signal gets an honest report, marked interrupted, with code 3; a second one ends the work at once.

use super::{COMPLETE, Desk, PROMOTED, Ran};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

/// Starts to monitor a pipe that stays open, and returns once the first breach was streamed.
fn started(desk: &Desk, format: &str) -> Child {
    let fifo = desk.path("breaches");
    assert!(Command::new("mkfifo").arg(&fifo).status().expect("mkfifo").success());
    let arguments = ["monitor", "-", "--breaches", "breaches", "--format", format];
    let mut child = desk.command(&arguments).stdin(Stdio::piped()).spawn().expect("it starts");
    let mut log = child.stdin.take().expect("it has one");
    writeln!(log, "{COMPLETE}\n{PROMOTED}").and_then(|()| log.flush()).expect("it is read");
    child.stdin = Some(log);
    let mut first = String::new();
    BufReader::new(std::fs::File::open(fifo).expect("a pipe")).read_line(&mut first).expect("a breach");
    assert!(first.contains("F14.no-marketing-without-consent"), "{first}");
    child
}

fn signal(child: &Child, name: &str) {
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-s", name, &id]).status().expect("kill").success());
}

/// Waits for the end with the log still open: nothing but the signal ends the work.
fn ended(mut child: Child) -> Ran {
    let log = child.stdin.take();
    let ended = child.wait_with_output().expect("it ends");
    drop(log);
    ended.into()
}

#[test]
fn the_first_signal_ends_with_an_honest_report() {
    for name in ["INT", "TERM"] {
        let desk = Desk::new();
        let child = started(&desk, "json");
        signal(&child, name);
        let ran = ended(child);
        assert_eq!(ran.code, Some(3), "{}", ran.err);
        let report: serde_json::Value = serde_json::from_str(&ran.out).expect("a whole report");
        assert_eq!(report["interrupted"], true);
        assert_eq!((&report["verdict"], &report["events"]), (&"breached".into(), &1.into()));
        let verdicts = report["promises"].as_array().expect("a list").iter().map(|p| p["verdict"].as_str());
        let clean = verdicts.filter(|verdict| *verdict == Some("no-breach")).count();
        assert_eq!(clean, 0, "a log that was not read to its end clears nobody");
    }
}

#[test]
fn the_report_for_people_says_that_it_was_interrupted() {
    let desk = Desk::new();
    let child = started(&desk, "text");
    signal(&child, "TERM");
    let ran = ended(child);
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    assert!(ran.out.contains("Interrupted before the end of the log."), "{}", ran.out);
}

/// Waits until the process heeds SIGINT.
#[cfg(target_os = "linux")]
fn wait_until_heeded(child: &Child) {
    let status = format!("/proc/{}/status", child.id());
    let caught = || {
        let text = std::fs::read_to_string(&status).expect("it runs");
        let mask = text.lines().find_map(|line| line.strip_prefix("SigCgt:")).expect("a mask");
        u64::from_str_radix(mask.trim(), 16).expect("a mask") & 2 != 0
    };
    while !caught() {
        std::thread::yield_now();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn interrupted_walks_are_told_as_far_as_they_came() {
    let desk = Desk::new();
    let arguments = ["check", "--scope", "household", "--walk", "1000000000", "--format", "json"];
    let child = desk.command(&arguments).spawn().expect("it starts");
    wait_until_heeded(&child);
    signal(&child, "INT");
    let ran = ended(child);
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("a whole report");
    assert_eq!((&report["interrupted"], &report["verdict"]), (&true.into(), &"bounded".into()));
    assert_eq!(report["scopes"][0]["cut_by"], "an interruption");
    let walked = &report["scopes"][0]["walked"];
    assert_eq!(walked["walks_asked_for"], 1_000_000_000);
    assert!(walked["walks"].as_u64().is_some_and(|walks| walks < 1_000_000_000), "{walked}");
}

#[test]
#[cfg(target_os = "linux")]
fn an_interrupted_check_is_bounded() {
    let desk = Desk::new();
    let arguments = ["check", "--scope", "household", "--promise", "F13.no-sale", "--format", "json"];
    let child = desk.command(&arguments).spawn().expect("it starts");
    wait_until_heeded(&child);
    signal(&child, "INT");
    let ran = ended(child);
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("a whole report");
    assert_eq!((&report["interrupted"], &report["verdict"]), (&true.into(), &"bounded".into()));
    assert_eq!(report["scopes"][0]["exhausted"], false);
}
