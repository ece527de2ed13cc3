//! Scopes that cannot be run and output files that exist: the code is 2, and nothing is written.

use super::Desk;
use super::failures::told;

const SCOPE: &str = "name = \"mine\"
kind = \"deciding\"
about = \"Ours.\"
decides = [\"F13.no-sale\"]

[cast]
people = [{ name = \"ana\" }]

[run]
topics = [\"sale\"]

[deadlines]
withdrawal = 1
";

#[test]
fn wrong_scopes_are_shown_at_their_place() {
    let desk = Desk::new();
    for (name, from, to) in [
        ("scope-promise", "F13.no-sale", "F13.no-sal"),
        ("scope-nobody", "[{ name = \"ana\" }]", "[]"),
        ("scope-topic", "\"sale\"", "\"sales\""),
        ("scope-key", "about", "abuot"),
        ("scope-toml", "[run]", "[run"),
        ("scope-deadline", "withdrawal = 1", "withdrawal = 300"),
        ("scope-at-once", "withdrawal = 1", "withdrawal = 0"),
        ("scope-age", "{ name = \"ana\" }", "{ name = \"ana\", place = \"germany\", age = 300 }"),
        ("scope-place", "{ name = \"ana\" }", "{ name = \"ana\", place = \"mars\" }"),
        ("scope-half-a-way", "[\"sale\"]", "[\"sale\"]\nsafeguards = [[\"germany\"]]"),
        ("scope-way-to-nowhere", "[\"sale\"]", "[\"sale\"]\nbarriers = [[\"india\", \"india\"]]"),
        ("scope-day", "kind =", "date = \"2019-02-30\"\nkind ="),
    ] {
        desk.lay("mine.toml", &[SCOPE.replace(from, to).trim_end()]);
        let arguments = ["check", "--scope", "mine.toml", "--trace-out", "out.jsonl"];
        insta::assert_snapshot!(name, told(&desk, &arguments));
        assert!(!desk.path("out.jsonl").exists());
    }
}

#[test]
fn a_sound_scope_of_a_file_is_checked() {
    let desk = Desk::new();
    desk.lay("mine.toml", &[SCOPE]);
    let report = desk.json(&["check", "--scope", "mine.toml"]);
    assert_eq!(report["scopes"][0]["name"], "mine");
    assert_eq!(report["promises"][0]["id"], "F13.no-sale");
}

#[test]
fn an_output_file_that_exists_is_refused_before_anything_is_explored() {
    let desk = Desk::new();
    desk.lay("out.jsonl", &["mine"]);
    let read = || std::fs::read_to_string(desk.path("out.jsonl")).expect("it is there");
    for command in [&["check", "--scope", "sale"][..], &["simulate", "--days", "1"][..]] {
        let arguments = [command, &["--trace-out", "out.jsonl"]].concat();
        assert!(told(&desk, &arguments).contains("exists already"));
        assert_eq!(read(), "mine\n");
    }
    let forced = ["check", "--scope", "sale", "--trace-out", "out.jsonl", "--force"];
    assert_eq!(desk.run(&forced).code, Some(0));
    assert_eq!(read(), "mine\n", "there is no counterexample to replace it with");
    assert_eq!(desk.run(&[&forced[..], &["--defect", "sell-outright"]].concat()).code, Some(1));
    assert!(read().starts_with("{\"schema\":\"vouchsafe.trace/1\""));
    assert!(told(&desk, &["check", "--trace-out", "no/out.jsonl"]).contains("cannot be written"));
    assert!(told(&desk, &["check", "--trace-out", "."]).contains("cannot be written"));
    desk.lay("mine.toml", &[SCOPE]);
    told(&desk, &["check", "--scope", "mine.toml", "--trace-out", "./mine.toml", "--force"]);
}
