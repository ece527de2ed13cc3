//! The fingerprints of the policy's lines: each hangs together with the clauses, and the text is theirs where it is at hand.
//!
//! `VOUCHSAFE_RENEW=1 cargo test -p vouchsafe-engine --test policy` writes them anew from the policy's text, which
//! is no part of the project: it is read where `VOUCHSAFE_POLICY` says, or else from a folder beside the
//! project. Without a text nothing is renewed, and every other test runs all the same.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use vouchsafe_engine::register::{Drift, FINGERPRINTS, Fingerprints, Register};

const RENEW: &str = "VOUCHSAFE_RENEW=1 cargo test -p vouchsafe-engine --test policy";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn shipped() -> (Register, Fingerprints) {
    let register = Register::shipped().expect("the shipped register is sound");
    (register, Fingerprints::shipped().expect("the shipped fingerprints are sound"))
}

/// The text of the policy, where it is at hand.
fn text() -> Option<String> {
    if let Some(named) = std::env::var_os("VOUCHSAFE_POLICY") {
        return Some(std::fs::read_to_string(&named).expect("VOUCHSAFE_POLICY names a text"));
    }
    let beside = root().join("../shared/policy/privacy-policy.txt");
    beside.exists().then(|| std::fs::read_to_string(&beside).expect("the policy can be read"))
}

#[test]
fn the_fingerprints_are_those_of_the_policy() {
    let (register, fingerprints) = shipped();
    let Some(text) = text() else { return };
    let ought = Fingerprints::of(&fingerprints.policy, &fingerprints.revision, &text, Some(&fingerprints));
    if std::env::var_os("VOUCHSAFE_RENEW").is_some_and(|value| value == "1") {
        let path = root().join("fixtures/policy").join(FINGERPRINTS.0);
        return std::fs::write(path, ought.to_toml()).expect("the file can be written");
    }
    let drift = Drift::of(&register, &fingerprints, &text);
    assert!(drift.is_none(), "{:#?}\nwhere the text is right, renew with\n  {RENEW}", drift.drifted);
    assert_eq!((drift.renumbered, drift.found), (None, fingerprints.lines().len()), "renew with\n  {RENEW}");
}

#[test]
fn the_file_is_written_as_it_is_read() {
    let (_, fingerprints) = shipped();
    assert_eq!(FINGERPRINTS.1, fingerprints.to_toml(), "renew with\n  {RENEW}");
}

#[test]
fn every_line_bears_a_clause_or_is_a_heading_and_every_clause_has_its_lines() {
    let (register, fingerprints) = shipped();
    for line in fingerprints.lines() {
        let bears = register.on_line(line.number).next().is_some();
        assert!(
            bears != line.heading,
            "line {} {}",
            line.number,
            if bears {
                "is declared a heading, and a clause hangs on it"
            } else {
                "bears no clause and is no heading"
            }
        );
    }
    let numbers: BTreeSet<u32> = fingerprints.lines().iter().map(|line| line.number).collect();
    for clause in register.clauses() {
        assert!(!clause.lines.is_empty(), "{} hangs on no line", clause.id);
        for line in &clause.lines {
            assert!(numbers.contains(line), "{} hangs on line {line}, which has no fingerprint", clause.id);
        }
    }
}

#[test]
fn no_two_lines_say_the_same() {
    let (_, fingerprints) = shipped();
    let different: BTreeSet<_> = fingerprints.lines().iter().map(|line| line.sha256).collect();
    assert_eq!(different.len(), fingerprints.lines().len(), "a line that moved could be taken for its twin");
}
