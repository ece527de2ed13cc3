//! `step`: scripts on standard input, what they are answered, what is saved, and how wrong lines end.

use super::Desk;

const BROKEN: [&str; 5] = ["step", "--scope", "consent", "--defect", "tv-keeps-reporting"];
const RUN: &str = "\
do ask(ana, device-info)
do answer(ana, device-info, yes)
do withdraw(phone1, collect)
do tick
do collect(ana, device-info)
";

#[test]
fn a_walk_tells_what_is_seen_changed_and_judged() {
    let desk = Desk::new();
    let script = format!(
        "# a breach by hand\nactions a\n{RUN}why F30.nothing-after-withdrawal\nback\ndiff\ngoto 0\nstate\ngoto 5\n\
         state record\nquit\nnothing is read after the end\n"
    );
    let ran = desk.run_on(script.as_bytes(), &BROKEN);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    insta::assert_snapshot!("walked", ran.out);
    assert_eq!(desk.run_on(script.as_bytes(), &BROKEN).out, ran.out);
}

#[test]
fn an_input_is_taken_by_its_number_or_its_name() {
    let desk = Desk::new();
    let by_name = desk.run_on(b"do open(phone1)\n", &["step"]);
    let list = desk.run_on(b"actions\n", &["step"]).out;
    let line = list.lines().find(|line| line.contains("open(phone1)")).expect("it is enabled");
    let number = line.split_whitespace().next().expect("a number");
    let by_number = desk.run_on(format!("do {number}\n").as_bytes(), &["step"]);
    assert_eq!((by_name.code, by_number.code), (Some(0), Some(0)));
    assert_eq!(by_name.out, by_number.out);
    assert!(by_name.out.starts_with("Step 1: open(phone1)\n"), "{}", by_name.out);
}

#[test]
fn a_saved_walk_is_replayed_and_walked_again() {
    let desk = Desk::new();
    let script = format!("{RUN}save run.jsonl\ngoto 2\nsave short.jsonl\n");
    let ran = desk.run_on(script.as_bytes(), &BROKEN);
    assert!(ran.out.contains("Saved 5 inputs to run.jsonl.\n"), "{} {}", ran.out, ran.err);
    assert_eq!(ran.code, Some(0), "where the walk was left, nothing is breached yet");
    let replayed = desk.run(&["replay", "run.jsonl"]);
    assert_eq!(replayed.code, Some(1), "{}{}", replayed.out, replayed.err);
    assert_eq!(desk.run(&["replay", "short.jsonl"]).code, Some(0));
    // The trace brings its defect with it, and one stands at its end.
    let script = b"diff\nback\nwhy F30.processed-in-time\nsave run.jsonl\n";
    let again = desk.run_on(script, &["step", "--trace", "run.jsonl"]);
    assert_eq!(again.code, Some(2), "{}", again.out);
    assert!(again.err.contains("line 4") && again.err.contains("exists already"), "{}", again.err);
    assert!(again.out.contains("books.records.record1.collected: yes"), "{}", again.out);
    assert!(again.out.contains("Step 4 of 5, at 1d 00:00:00.000: tick"), "{}", again.out);
    assert!(again.out.contains("its trigger was reached at step 4"), "{}", again.out);
    let forced = desk.run_on(b"goto 1\nsave run.jsonl --force\n", &["step", "--trace", "run.jsonl"]);
    assert_eq!((forced.code, forced.err.as_str()), (Some(0), ""));
    let forced = desk.run_on(b"back\nsave run.jsonl\n", &["step", "--trace", "run.jsonl", "--force"]);
    assert_eq!(forced.code, Some(0), "{}", forced.err);
}

#[test]
fn a_refused_input_is_told_with_its_guard() {
    let desk = Desk::new();
    let script = "why answer(ana, device-info, yes)\nwhy ask(ana, device-info)\nwhy bind(ana, tv1)\n";
    let ran = desk.run_on(script.as_bytes(), &["step"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "asking is no mistake");
    insta::assert_snapshot!("asked", ran.out);
    let ran = desk.run_on(b"do answer(ana, device-info, yes)\ndo tick\n", &["step"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "nothing is done after a wrong line");
    let err = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(err.contains("line 1, `do answer(ana, device-info, yes)`") && err.contains("not-asked"), "{err}");
}

#[test]
fn a_script_that_keeps_going_tells_each_wrong_line() {
    let desk = Desk::new();
    let script = "dod tick\ndo tik\ndo 99\ngoto 7\nback\nwhy F30.processed\nsave\ndo tick\n";
    let ran = desk.run_on(script.as_bytes(), &["step", "--keep-going"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.starts_with("Step 1: tick, it is now 1d 00:00:00.000\n"), "{}", ran.out);
    insta::assert_snapshot!("wrong-lines", ran.err);
}

#[test]
fn what_makes_no_sense_together_is_refused() {
    let desk = Desk::new();
    desk.run_on(format!("{RUN}save run.jsonl\n").as_bytes(), &BROKEN);
    desk.lay("log.jsonl", &[super::COMPLETE, super::PROMOTED]);
    for (arguments, says) in [
        (&["step", "--format", "json"][..], "`step` answers in text alone"),
        (&["step", "--trace", "run.jsonl", "--defect", "tv-keeps-reporting"], "leave out one of the two"),
        (&["step", "--trace", "log.jsonl", "--scope", "consent"], "has no inputs to walk along"),
        (&["step", "--scope", "consnet"], "the nearest is `consent`"),
        (&["step", "--trace", "run.jsonl", "--scope", "sale"], "cannot be run"),
    ] {
        let ran = desk.run_on(b"", arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        let err = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(err.contains(says), "{err}");
    }
}
