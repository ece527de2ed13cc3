//! `check --walk`: what random walks find, and that they never prove anything.

use super::Desk;
use serde_json::Value;

const WALK: [&str; 6] = ["check", "--scope", "household", "--walk", "400", "--seed"];

/// A report without what differs from run to run.
fn timeless(mut report: Value) -> Value {
    for (place, what) in [("/scopes/0", "seconds"), ("/scopes/0/walked", "steps_per_second")] {
        let told = report.pointer_mut(place).and_then(Value::as_object_mut).expect("a report of a walk");
        told.remove(what).expect("it is told");
    }
    report.as_object_mut().expect("a report").remove("argv");
    report
}

#[test]
fn an_honest_scope_is_bounded_however_small_it_is() {
    let desk = Desk::new();
    let ran = desk.run(&["check", "--scope", "keys", "--walk", "200"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(3), ""), "{}", ran.out);
    assert!(
        ran.out.contains("1 promise is bounded, so nothing is proved: F06.execution-has-its-press."),
        "{}",
        ran.out
    );
    assert!(ran.out.lines().all(|line| line.chars().count() <= 110), "{}", ran.out);
    let report = desk.json(&["check", "--scope", "keys", "--walk", "200"]);
    let exhausted = desk.json(&["check", "--scope", "keys"]);
    assert_eq!((&report["verdict"], &report["seed"]), (&"bounded".into(), &1.into()));
    let (scope, walked) = (&report["scopes"][0], &report["scopes"][0]["walked"]);
    assert_eq!(scope["states"], exhausted["scopes"][0]["states"], "so many walks go everywhere in it");
    assert_eq!((&scope["exhausted"], &scope["cut_by"]), (&false.into(), &"the number of walks".into()));
    assert_eq!((&walked["walks"], &walked["steps"]), (&200.into(), &20_000.into()));
    assert_eq!((&walked["states_exact"], &walked["new_states_in_last_tenth"]), (&true.into(), &0.into()));
    assert_eq!(walked["triggers"], serde_json::json!({ "reached": 1, "of": 1 }));
    assert_eq!(walked["inputs"], serde_json::json!({ "reached": 8, "of": 12 }));
    assert_eq!(walked["inputs_never_taken"], serde_json::json!(["share", "unshare", "retry", "send-next"]));
    assert_eq!(exhausted["scopes"][0]["walked"], Value::Null);
}

#[test]
fn a_seed_gives_the_same_walks_with_any_number_of_threads() {
    let desk = Desk::new();
    let walk = |seed, threads| {
        timeless(desk.json(&[&WALK[..], &[seed, "--threads", threads, "--defect", "broadcast"]].concat()))
    };
    let one = walk("5", "1");
    assert_eq!(one.to_string(), walk("5", "2").to_string());
    assert_ne!(one["scopes"], walk("6", "2")["scopes"]);
}

#[test]
fn a_defect_is_found_in_a_scope_that_is_too_large_to_exhaust() {
    let desk = Desk::new();
    let trace = ["4", "--defect", "pending-is-passed", "--trace-out", "trace.jsonl"];
    let ran = desk.run(&[&WALK[..], &trace].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{}", ran.out);
    // Bound, under check, pressed and delivered before the verdict: nothing of that can be left out.
    let title = "Counterexample: 5 inputs in the scope household, shrunk from a random walk";
    assert!(ran.out.contains(title), "{}", ran.out);
    let again = desk.run(&["replay", "trace.jsonl"]);
    assert_eq!(again.code, Some(1), "{}", again.err);
    let written = std::fs::read_to_string(desk.path("trace.jsonl")).expect("it was written");
    let header: Value = serde_json::from_str(written.lines().next().expect("a header")).expect("a header");
    assert_eq!(header["seed"], 4);
    assert_eq!(
        header["about"],
        "A run, from a random walk and shrunk, to a breach of F01.checked-before-operated/checked: 5 inputs."
    );
    // The command that is told to run it again finds the same.
    let told = desk.run(&[&WALK[..], &["4", "--defect", "pending-is-passed"]].concat()).out;
    let command: String = told.lines().skip_while(|line| !line.contains("Run it again")).skip(1).collect();
    let words = command.replace("\\", " ");
    let (words, _) = words.split_once(" vouchsafe replay").expect("the trace is run after it");
    let words: Vec<&str> = words.split_whitespace().skip(1).collect();
    let found = desk.run(&[&words[..], &["--force"]].concat());
    assert_eq!(found.code, Some(1), "{words:?} {}", found.err);
    assert!(found.out.contains(title), "{}", found.out);
}

#[test]
fn walks_are_limited_like_exploring() {
    let desk = Desk::new();
    let limited = |limit: [&str; 2]| {
        let report = desk.json(&[&WALK[..], &["1"], &limit].concat());
        (report["scopes"][0]["cut_by"].clone(), report["scopes"][0]["depth"].clone())
    };
    assert_eq!(limited(["--max-depth", "7"]), ("the number of walks".into(), 7.into()));
    assert_eq!(limited(["--max-states", "500"]), ("the limit on states".into(), 100.into()));
    assert_eq!(limited(["--max-seconds", "0"]), ("the limit on time".into(), 0.into()));
}

#[test]
fn options_that_make_no_sense_together_are_refused() {
    let desk = Desk::new();
    for (arguments, says) in [
        (&["check", "--seed", "4"][..], "`--seed` chooses random walks, and none are asked for"),
        (&["check", "--walk", "4", "--deep"], "`--deep` adds scopes in order to exhaust them"),
        (&["check", "--walk", "4", "--max-depth", "0"], "with `--max-depth 0` no walk takes a single input"),
        (&["check", "--walk", "0"], "invalid value '0' for '--walk <N>': write a whole number, 1 or more"),
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains(says), "{}", ran.err);
    }
}
