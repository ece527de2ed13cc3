//! `graph`: the language of Graphviz and Mermaid, what is refused, and what would help.

use super::Desk;

#[test]
fn a_small_scope_is_drawn_with_every_state() {
    let desk = Desk::new();
    let report = desk.json(&["check", "--scope", "no-objection"]);
    let states = report["scopes"][0]["states"].as_u64().expect("a number") as usize;
    let ran = desk.run(&["graph", "no-objection"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.starts_with("digraph \"no-objection\" {\n") && ran.out.ends_with("}\n"), "{}", ran.out);
    assert_eq!(ran.out.matches("[label=\"").count() - 1, states + ran.out.matches(" -> ").count());
    assert_eq!(ran.out.matches("peripheries=2").count(), 1, "one opening");
    assert!(!ran.out.contains("color=red"), "an honest scope breaches nothing");
    assert_eq!(desk.run(&["graph", "no-objection"]).out, ran.out);
    let broken = desk.run(&["graph", "no-objection", "--defect", "silence-as-consent"]);
    assert!(broken.out.contains("breaches F14.no-marketing-without-consent/"), "{}", broken.out);
    assert!(broken.out.contains("color=red"), "{}", broken.out);
}

#[test]
fn a_party_is_drawn_in_three_forms() {
    let desk = Desk::new();
    let dot = desk.run(&["graph", "bargain"]);
    assert_eq!((dot.code, dot.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!("bargain", dot.out);
    let mermaid = desk.run(&["graph", "bargain", "--mermaid"]);
    assert!(
        mermaid.out.starts_with("stateDiagram-v2\n") && mermaid.out.contains("[*] --> s0"),
        "{}",
        mermaid.out
    );
    let report = desk.json(&["graph", "bargain"]);
    assert_eq!(
        (&report["schema"], &report["graph"]["name"]),
        (&"vouchsafe.graph/1".into(), &"bargain".into())
    );
    assert_eq!(report["graph"]["nodes"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_large_scope_is_drawn_by_one_of_its_machines() {
    let desk = Desk::new();
    let ran = desk.run(&["graph", "consent"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.contains("the scope `consent` has ") && ran.err.contains("--quotient PARTY"),
        "{}",
        ran.err
    );
    let ran = desk.run(&["graph", "consent", "--quotient", "choice", "--mermaid"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("withdrawn"), "{}", ran.out);
}

#[test]
fn what_cannot_be_drawn_is_refused_with_what_would_be_right() {
    let desk = Desk::new();
    for (arguments, says) in [
        (&["graph", "phones"][..], "the nearest is `phone`"),
        (&["graph", "sale", "--quotient", "tv"], "no `tv` takes part in the scope `sale`"),
        (&["graph", "sale", "--quotient", "bargian"], "the nearest is `bargain`"),
        (&["graph", "tv", "--defect", "broadcast"], "vouchsafe graph SCOPE --quotient tv"),
        (&["graph", "tv", "--mermaid", "--format", "json"], "two forms of one graph"),
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        let err = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(err.contains(says), "{err}");
    }
}

#[test]
fn every_party_that_is_listed_can_be_drawn() {
    let desk = Desk::new();
    let list = desk.json(&["list", "parties"]);
    for item in list["items"].as_array().expect("a list") {
        let name = item["id"].as_str().expect("a name");
        // No scope has its name: a quotient by itself is refused as a party's.
        let ran = desk.run(&["graph", name, "--quotient", name]);
        assert!(ran.err.contains("in all shipped"), "{name}: {}", ran.err);
    }
}
