//! `simulate`: the same seed gives the same bytes, and a breach is told with the command that runs it again.

use super::Desk;

const SMALL: [&str; 7] = ["simulate", "--households", "60", "--days", "10", "--seed", "7"];

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_others() {
    let desk = Desk::new();
    for format in ["text", "json"] {
        let arguments = [&SMALL[..], &["--format", format]].concat();
        assert_eq!(desk.run(&arguments).out, desk.run(&arguments).out);
    }
    let log = |name: &str, seed: &str| {
        let more = ["--households", "20", "--days", "10", "--seed", seed, "--trace-out", name];
        let ran = desk.run(&[&["simulate"], &more[..]].concat());
        assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
        let text = std::fs::read_to_string(desk.path(name)).expect("it is written");
        text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let first = log("a.jsonl", "7");
    assert!(first.len() > 1000);
    assert_eq!(first, log("b.jsonl", "7"));
    assert_ne!(first, log("c.jsonl", "8"));
}

#[test]
fn the_log_is_one_that_the_monitor_reads() {
    let desk = Desk::new();
    let simulated = [&SMALL[..], &["--defect", "stop-mail-ignored", "--trace-out", "log.jsonl"]].concat();
    let report = desk.json(&simulated);
    assert_eq!((&report["schema"], &report["verdict"]), (&"vouchsafe.simulate/1".into(), &"breached".into()));
    assert_eq!((&report["seed"], &report["defects"][0]), (&7.into(), &"stop-mail-ignored".into()));
    assert_eq!(report["events_sha256"].as_str().map(str::len), Some(64));
    let judged = desk.json(&["monitor", "log.jsonl", "--until", "864000000"]);
    assert_eq!(judged["events"], report["events"]);
    for (mine, other) in report["promises"]
        .as_array()
        .expect("a list")
        .iter()
        .zip(judged["promises"].as_array().expect("a list"))
    {
        assert_eq!((&mine["id"], &mine["triggered"]), (&other["id"], &other["triggered"]));
        let times: u64 =
            mine["broken"].as_object().expect("an object").values().filter_map(|times| times.as_u64()).sum();
        assert_eq!(times, other["breaches"].as_array().map_or(0, |list| list.len() as u64), "{mine}");
    }
}

#[test]
fn a_breach_is_told_with_the_command_that_runs_it_again() {
    let desk = Desk::new();
    let ran = desk.run(&[&SMALL[..], &["--defect", "stop-mail-ignored"]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    assert!(ran.out.lines().all(|line| line.chars().count() <= 110), "{}", ran.out);
    let (_, again) = ran.out.split_once("Run it again\n").expect("it is told");
    let command = again.split("\n\n").next().expect("a paragraph").replace("\\\n", " ");
    let words: Vec<&str> = command.split_whitespace().skip(1).collect();
    assert_eq!(desk.run(&words).out, ran.out);
    let (_, breaches) = ran.out.split_once("\nBreaches\n").expect("they are told");
    insta::assert_snapshot!(breaches);
}

#[test]
fn a_simulation_that_is_cut_short_clears_nobody() {
    let desk = Desk::new();
    let ran = desk.run(&[&SMALL[..], &["--max-seconds", "0"]].concat());
    assert_eq!(ran.code, Some(3), "{}", ran.out);
    assert!(!ran.out.contains("  no breach"), "{}", ran.out);
}
