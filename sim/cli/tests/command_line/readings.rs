//! `readings`: what becomes of promises under another choice, and what it will not take.

use super::Desk;
use super::failures::told;

#[test]
fn each_choice_is_tried_on_each_side() {
    let desk = Desk::new();
    let ran = desk.run(&["readings", "business-ground", "deemed"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!("choices", ran.out);
    let report = desk.json(&["readings", "business-ground"]);
    assert_eq!(report["schema"], "vouchsafe.readings/1");
    assert_eq!(report["exhausted"], true);
    let sides = &report["choices"][0]["sides"];
    let of = |side: usize| -> Vec<&str> {
        let promises = sides[side]["promises"].as_array().expect("a list");
        promises
            .iter()
            .filter(|of| of["breaks"] != serde_json::json!([]))
            .filter_map(|of| of["promise"].as_str())
            .collect()
    };
    assert_eq!((sides[0]["side"].as_str(), sides[1]["side"].as_str()), (Some("both"), Some("played")));
    assert!(of(0).is_empty() && of(2).is_empty(), "{sides}");
    assert!(of(1).contains(&"F26.purged-in-time"), "{sides}");
}

#[test]
fn what_is_cut_short_proves_nothing() {
    let desk = Desk::new();
    let ran = desk.run(&["readings", "business-ground", "--scope", "retention", "--max-states", "5"]);
    assert_eq!(ran.code, Some(3), "{}", ran.out);
    assert!(ran.out.contains("bounded: F26.purged-in-time"), "{}", ran.out);
    let words: Vec<&str> = ran.out.split_whitespace().collect();
    assert!(words.join(" ").contains("what is bounded proves nothing"), "{}", ran.out);
}

#[test]
fn an_unknown_reading_is_told_with_the_nearest() {
    let desk = Desk::new();
    assert!(told(&desk, &["readings", "demed"]).contains("deemed"));
    assert!(
        told(&desk, &["readings", "--scope", "no-such"]).contains("no scope"),
        "a scope that there is not"
    );
}

#[test]
fn a_tension_is_shown_under_one_reading_and_not_under_the_other() {
    let desk = Desk::new();
    let ran = desk.run(&["explain", "T01"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!("tension", ran.out);
}
