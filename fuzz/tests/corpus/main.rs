//! The committed corpus: every target takes every file of it, and the files reach what the targets are about.
//!
//! Files called `seed-…` are written by `VOUCHSAFE_RENEW=1 cargo test -p vouchsafe-fuzz`; whatever else lies
//! beside them was found by a fuzzer and is kept.

mod canary;
mod reached;
mod seeds;
mod texts;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use vouchsafe_engine::replay::Trace;
use vouchsafe_engine::{Product, shipped};
use vouchsafe_fuzz::{TARGETS, story};

/// The most files that a target's corpus has.
const FILES_MAX: usize = 160;
/// The most bytes that a file of the corpus has.
const BYTES_MAX: usize = 8192;

/// What to do where the model has changed and the corpus has not.
const RENEW: &str = "choose the seeds anew with VOUCHSAFE_RENEW=1";

fn folder(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/corpus").join(target)
}

/// The files of a target's corpus with their names, in order.
fn files(target: &str) -> Vec<(String, Vec<u8>)> {
    static WRITTEN: LazyLock<()> = LazyLock::new(|| {
        if std::env::var_os("VOUCHSAFE_RENEW").is_some() {
            seeds::write();
        }
    });
    LazyLock::force(&WRITTEN);
    let entries = std::fs::read_dir(folder(target)).expect("the target has a corpus");
    let paths: BTreeSet<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read(path).expect("it can be read"))).collect()
}

/// What the files of a target's corpus reach together.
fn reached_by(target: &str) -> BTreeSet<String> {
    files(target).iter().flat_map(|(_, data)| reached::by(target, data)).collect()
}

#[test]
fn every_target_takes_every_file() {
    for (target, run) in TARGETS {
        let files = files(target);
        assert!((1..=FILES_MAX).contains(&files.len()), "{target} has {} files", files.len());
        for (name, data) in files {
            assert!(data.len() <= BYTES_MAX, "{target}/{name} has {} bytes", data.len());
            // The file that fails is the last one named.
            println!("{target}/{name}");
            run(&data);
        }
    }
}

#[test]
fn there_is_a_program_for_every_target_and_no_other() {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("targets/fuzz_targets");
    let found: BTreeSet<_> = std::fs::read_dir(programs)
        .expect("it is there")
        .map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned())
        .collect();
    let wanted: BTreeSet<_> = TARGETS.iter().map(|(target, _)| format!("{target}.rs")).collect();
    assert_eq!(found, wanted);
    let manifest = include_str!("../../targets/Cargo.toml");
    for (target, _) in TARGETS {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{target}.rs\"")), "{target}");
    }
}

#[test]
fn arbitrary_logs_trigger_and_break_every_promise() {
    let reached = reached_by("agreement");
    for promise in Product::new(&shipped::default_scopes()[0]).promises() {
        for what in ["triggered", "broken"] {
            let wanted = format!("{} {what}", promise.id);
            assert!(reached.contains(&wanted), "no file reaches: {wanted}; {RENEW}");
        }
    }
}

#[test]
fn honest_runs_trigger_every_promise_in_a_scope_that_decides_it() {
    let (reached, scopes) = (reached_by("honest"), shipped::default_scopes());
    for promise in Product::new(&scopes[0]).promises() {
        let mut asked = scopes.iter().filter(|scope| scope.asks(promise.id));
        let is_reached =
            asked.any(|scope| reached.contains(&format!("{}: {} triggered", scope.name, promise.id)));
        assert!(is_reached, "no file triggers {} where it is decided; {RENEW}", promise.id);
    }
}

#[test]
fn defective_runs_break_what_their_defects_name() {
    let reached = reached_by("defective");
    let defects: BTreeSet<_> = reached.iter().filter_map(|broken| broken.split(' ').next()).collect();
    assert!(defects.len() >= 10, "only {defects:?} show themselves; {RENEW}");
}

#[test]
fn the_story_of_a_failing_run_breaks_the_same_when_it_is_replayed() {
    let mut told = 0;
    for (name, data) in files("defective").into_iter().take(8) {
        let broken = reached::by("defective", &data);
        if broken.is_empty() {
            continue;
        }
        let text = story::of("defective", &data).expect("the bytes choose a run");
        let trace = Trace::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let promise = |part: &String| part.split('/').next().map(str::to_owned);
        let replayed: BTreeSet<_> = trace.broken().iter().filter_map(promise).collect();
        assert!(!replayed.is_empty(), "{name} tells nothing");
        assert!(trace.header.breaks.iter().filter_map(promise).all(|id| replayed.contains(&id)), "{name}");
        told += 1;
    }
    assert!(told > 0, "no file breaks anything; {RENEW}");
}

#[test]
fn texts_are_accepted_and_refused_for_every_reason() {
    for (target, wanted) in [
        ("log", "Unreadable Header Schema Rules TimeGoesBack unknown no-text breached no-breach undecided"),
        ("scope", "deciding clash Toml UnknownPromise UnknownName Twice Nobody Rules Setup"),
        ("register", "accepted Form Twice OneWay Carried"),
        ("trace", "accepted Empty Header Schema Line TimeGoesBack UnknownKind"),
    ] {
        let reached = reached_by(target);
        for reason in wanted.split(' ') {
            assert!(reached.contains(reason), "{target}: no file reaches {reason}, but {reached:?}");
        }
    }
}
