//! `simulate --network`: what is measured of the command path, in text, in JSON and as a picture, and the
//! profiles that are refused.

use super::Desk;
use super::failures::told;
use serde_json::Value;

const SMALL: [&str; 9] =
    ["simulate", "--households", "20", "--days", "10", "--network", "lossy-home", "--presses-per-day", "200"];

/// The text of a shipped profile.
fn shipped(name: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/networks");
    std::fs::read_to_string(root.join(name).with_extension("toml")).expect("it is there")
}

#[test]
fn the_command_path_is_told_in_tables() {
    let ran = Desk::new().run(&SMALL);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 110), "{}", ran.out);
    let (_, told) = ran.out.split_once("\nHow presses ended\n").expect("it is told");
    insta::assert_snapshot!(told);
}

#[test]
fn every_press_is_accounted_for_in_json() {
    let desk = Desk::new();
    let report = desk.json(&SMALL);
    let latency = &report["latency"];
    let sum = |counts: &Value| -> u64 {
        counts.as_object().expect("an object").values().filter_map(Value::as_u64).sum()
    };
    let ways = latency["ways"].as_array().expect("a list");
    let of_ways: u64 =
        ways.iter().map(|way| sum(&way["ends"]) + way["under_way"].as_u64().expect("a count")).sum();
    let presses = latency["presses"].as_u64().expect("a count");
    assert_eq!(presses, of_ways + sum(&latency["refused"]));
    assert!(presses > 30_000, "{presses}");
    assert_eq!(latency["network"]["name"], "lossy-home");
    assert_eq!(latency["network"]["sha256"].as_str().map(str::len), Some(64));
    for way in ways {
        let shown = &way["press_to_shown"];
        assert_eq!(shown["count"], way["ends"]["finished"], "{way}");
        let share = |name: &str| shown[name].as_u64().expect("a time");
        let rising = ["median_us", "p90_us", "p99_us", "p999_us", "worst_us"].map(share);
        assert!(rising.is_sorted() && rising[0] > 0, "{rising:?}");
        let last = way["stages"].as_array().and_then(|stages| stages.last()).expect("stages");
        assert_eq!((&last["stamp"], &last["count"]), (&"t8".into(), &shown["count"]));
    }
}

#[test]
fn faults_that_the_scope_does_not_have_are_passed_over_and_that_is_said() {
    let desk = Desk::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/scopes/household.toml");
    let scope = std::fs::read_to_string(root).expect("it is there");
    desk.lay("calm.toml", &[scope.replace("    \"loss\",\n    \"duplication\",\n", "").trim_end()]);
    let arguments = [&SMALL[..], &["--scope", "calm.toml"]].concat();
    let ran = desk.run(&arguments);
    let line = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(line.contains("of loss and duplication is passed over"), "{}", ran.out);
    let report = desk.json(&arguments);
    assert_eq!(report["latency"]["network"]["ignored"], serde_json::json!(["loss", "duplication"]));
    assert_eq!(report["latency"]["ways"][2]["ends"]["finished"], 0);
}

#[test]
fn the_picture_stands_alone_and_is_the_same_for_the_same_seed() {
    let desk = Desk::new();
    let draw = |name: &str| {
        assert_eq!(desk.run(&[&SMALL[..], &["--svg", name]].concat()).code, Some(0));
        std::fs::read_to_string(desk.path(name)).expect("it is drawn")
    };
    let (one, same) = (draw("a.svg"), draw("b.svg"));
    assert_eq!(one, same);
    for part in [
        "role=\"img\"",
        "<title id=\"title\">",
        "<desc id=\"about\">",
        "prefers-color-scheme:dark",
        "in milliseconds (logarithmic)",
        "class=\"line lan executed\"",
        "class=\"line relay shown\"",
        "class=\"line lan-then-relay shown\"",
        "t3 relayed",
    ] {
        assert!(one.contains(part), "{part}");
    }
    assert!(!one.contains("href") && !one.contains("NaN") && !one.contains("inf"));
    let refused = desk.run(&[&SMALL[..], &["--svg", "a.svg"]].concat());
    assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""));
    assert!(refused.err.contains("exists already"), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(desk.path("a.svg")).expect("it is left"), one);
    for twice in [
        &["--svg", "c", "--trace-out", "c"][..],
        &["--svg", "mine.toml", "--network", "mine.toml", "--force"],
    ] {
        desk.lay("mine.toml", &[shipped("lan").trim_end()]);
        assert_eq!(desk.run(&[&["simulate", "--days", "1"], twice].concat()).code, Some(2), "{twice:?}");
    }
}

#[test]
fn a_simulation_without_presses_measures_nothing_and_draws_that() {
    let desk = Desk::new();
    let ran = desk.run(&["simulate", "--days", "1", "--presses-per-day", "0", "--svg", "none.svg"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(!ran.out.contains("How presses ended"));
    let drawn = std::fs::read_to_string(desk.path("none.svg")).expect("it is drawn");
    assert!(drawn.contains("No command was executed.") && !drawn.contains("NaN"));
}

#[test]
fn wrong_networks_are_shown_at_their_place() {
    let desk = Desk::new();
    let profile = shipped("lan");
    let reason = profile.lines().find(|line| line.starts_with("assumption")).expect("a reason");
    for (name, from, to) in [
        ("network-no-reason", format!("{reason}\n"), String::new()),
        ("network-empty-reason", reason.to_owned(), "assumption = \" \"".to_owned()),
        ("network-field", "loss-ppm = 100\n".to_owned(), "los-ppm = 100\n".to_owned()),
        ("network-share", "loss-ppm = 100\n".to_owned(), "loss-ppm = 1000001\n".to_owned()),
        ("network-falls", "[500000, 2500]".to_owned(), "[500000, 25]".to_owned()),
        ("network-part", "[1000000, 400000]".to_owned(), "[999999, 400000]".to_owned()),
        ("network-fraction", "us = 1000000\n".to_owned(), "us = 1.5\n".to_owned()),
        (
            "network-order",
            "[plugin.give-up]\nus = 10000000".to_owned(),
            "[plugin.give-up]\nus = 900000".to_owned(),
        ),
        ("network-workers", "count = 4".to_owned(), "count = 0".to_owned()),
    ] {
        assert!(profile.contains(&from), "{name}");
        desk.lay("mine.toml", &[profile.replacen(&from, &to, 1).trim_end()]);
        insta::assert_snapshot!(name, told(&desk, &["simulate", "--days", "1", "--network", "mine.toml"]));
    }
    let unknown = told(&desk, &["simulate", "--network", "relay-indai"]);
    assert!(unknown.contains("relay-india"), "{unknown}");
}

#[test]
fn a_network_is_listed_and_explained_with_every_reason() {
    let desk = Desk::new();
    let listed = desk.json(&["list", "networks"]);
    let items = listed["items"].as_array().expect("a list");
    assert!(items.iter().any(|item| item["id"] == "relay-singapore"));
    for item in items {
        let figures = item["figures"].as_array().expect("figures");
        assert!(figures.len() >= 14 && figures.iter().all(|figure| figure["assumption"] != ""));
    }
    insta::assert_snapshot!(desk.run(&["explain", "lossy-home"]).out);
}

#[test]
fn a_breach_on_the_way_is_told_with_the_command_that_runs_it_again() {
    let desk = Desk::new();
    desk.lay("my network.toml", &[shipped("lossy-home").trim_end()]);
    let mine = ["--network", "my network.toml", "--defect", "no-duplicate-filter", "--seed", "5"];
    let ran = desk.run(&[&["simulate", "--days", "20", "--presses-per-day", "50"], &mine[..]].concat());
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    let (_, again) = ran.out.split_once("Run it again\n").expect("it is told");
    let command = again.split("\n\n").next().expect("a paragraph");
    // As a shell would take it: the binary stands under its name in the search path.
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_vouchsafe"));
    let folder = binary.parent().expect("a folder").display();
    let script = format!("PATH=\"{folder}:$PATH\"\n{command}");
    let shell = std::process::Command::new("sh")
        .args(["-c", &script])
        .current_dir(desk.path(""))
        .output()
        .expect("a shell runs");
    assert_eq!(
        (shell.status.code(), String::from_utf8_lossy(&shell.stdout)),
        (Some(1), ran.out.as_str().into())
    );
}
