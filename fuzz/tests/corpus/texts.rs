//! The texts of the corpus: logs, traces and scopes, and each of them with one thing wrong.

use crate::seeds::{Seed, bytes};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use vouchsafe_alphabet::trace::{self, Entry, Manifest};
use vouchsafe_engine::{Product, replay, shipped};
use vouchsafe_fuzz::agreement::Case;
use vouchsafe_fuzz::honest;
use vouchsafe_fuzz::story::Numbered;

const HEADER: &str = r#"{"schema":"vouchsafe.trace/1","start":"complete"}"#;

/// An arbitrary log as text.
fn arbitrary(seed: u64, header: &str) -> String {
    let case = Case::of(&bytes(&mut ChaCha8Rng::seed_from_u64(seed), 120, 121));
    let lines = case.log.iter().map(|(at_ms, saw)| trace::write(&Entry::Saw(*at_ms, *saw), &Numbered));
    format!("{header}\n{}", lines.collect::<String>())
}

/// Texts for `log` and `trace` that are refused somewhere, or pass over something.
fn broken() -> Vec<Seed> {
    let learned = r#"{"at":5,"kind":"age-learned","person":"ana"}"#;
    let texts = [
        ("empty", String::new()),
        ("blank", "\n\n".into()),
        ("header-alone", HEADER.into()),
        ("header-of-another-form", r#"{"schema":"vouchsafe.trace/9"}"#.into()),
        ("header-with-a-wrong-value", r#"{"schema":"vouchsafe.trace/1","start":"middle"}"#.into()),
        ("header-without-a-unit", r#"{"schema":"vouchsafe.trace/1","rules":{"unit-ms":0}}"#.into()),
        ("time-goes-back", format!("{HEADER}\n{learned}\n{}\n", learned.replace('5', "4"))),
        ("time-is-at-its-end", format!("{HEADER}\n{}\n", learned.replace('5', &u64::MAX.to_string()))),
        ("time-is-missing", format!("{HEADER}\n{}\n", learned.replace("\"at\":5,", ""))),
        ("kind-is-unknown", format!("{HEADER}\n{{\"at\":1,\"kind\":\"danced\",\"partner\":3}}\n")),
        ("field-is-unknown", format!("{HEADER}\n{}\n", learned.replace('}', ",\"shoe\":1}"))),
        ("field-is-stray", format!("{HEADER}\n{}\n", learned.replace('}', ",\"tv\":\"tv1\"}"))),
        ("field-is-missing", format!("{HEADER}\n{{\"at\":1,\"kind\":\"age-learned\"}}\n")),
        ("line-is-cut", format!("{HEADER}\n{}\n", &learned[..20])),
        ("line-is-a-list", format!("{HEADER}\n[]\n")),
        ("line-is-an-input", format!("{HEADER}\n{{\"at\":1,\"do\":\"tick\"}}\n")),
        ("name-is-empty", format!("{HEADER}\n{}\n", learned.replace("ana", ""))),
        ("name-is-escaped", format!("{HEADER}\n{}\n", learned.replace("ana", "a\\u0000\\\"\u{e4}"))),
        ("line-ends-differ", format!("{HEADER}\r\n{learned}\r\n\r\n  {learned}")),
    ];
    let mut seeds: Vec<_> =
        texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    seeds.push(("line-is-no-text".into(), [HEADER.as_bytes(), b"\n{\"at\":1,\xff\xfe\n"].concat()));
    seeds
}

/// Logs that a monitor reads, and what it refuses.
pub(crate) fn logs() -> Vec<Seed> {
    let declared = HEADER.replace("complete", "declared");
    let mut seeds = broken();
    seeds.extend((1..=8).map(|seed| (format!("arbitrary-{seed}"), arbitrary(seed, HEADER).into_bytes())));
    seeds.push(("declared".into(), arbitrary(9, &declared).into_bytes()));
    seeds.push(("without-a-header".into(), arbitrary(10, "").into_bytes()));
    seeds
}

/// Runs of some scopes, and what is no trace.
pub(crate) fn traces() -> Vec<Seed> {
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let mut seeds = broken();
    for scope in shipped::default_scopes().into_iter().step_by(3) {
        let product = Product::new(&scope);
        let run = honest::run(&product, &bytes(&mut rng, 10, 11));
        let text = replay::write(&product, &run, Manifest::default(), Some(scope.about.clone()));
        seeds.push((scope.name.clone(), text.into_bytes()));
    }
    seeds
}

/// A register of one clause, and the same with one thing wrong.
pub(crate) fn registers() -> Vec<Seed> {
    let clause = |id: &str, tensions: &str, rest: &str| {
        format!(
            "[[clause]]\nid = '{id}'\nsection = 'S'\nlines = [1]\nparaphrase = 'p'\nmodality = 'right'\n\
             class = 'liveness'\ntimers = []\ntensions = [{tensions}]\ndecided_by = []\n{rest}\n"
        )
    };
    let planned = "disposition = 'planned'\ncarried_by = []";
    let texts = [
        ("sound", clause("A-01", "", planned)),
        ("twice", clause("A-01", "", planned).repeat(2)),
        ("one-way", clause("A-01", "'T01'", planned)),
        ("uncarried", clause("A-01", "", "disposition = 'promise'\ncarried_by = []")),
        ("strange", clause("A-01", "", "disposition = 'lost'\ncarried_by = []")),
        ("cut", clause("A-01", "", planned).replace("]\n", "\n")),
        ("empty", String::new()),
    ];
    texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

/// Shipped scopes, and a shipped scope with one thing wrong.
pub(crate) fn scopes() -> Vec<Seed> {
    let shipped =
        |name: &str| shipped::TEXTS.iter().find(|(of, _)| *of == name).map_or("", |(_, text)| *text);
    let control = shipped("control");
    let with = |from: &str, to: &str| {
        assert!(control.contains(from), "{from}");
        control.replace(from, to)
    };
    let texts = [
        ("no-toml", with("[cast]", "[cast")),
        ("another-field", with("[run]", "[run]\nshoes = 2")),
        ("another-topic", with("topics = [\"control\"]", "topics = [\"dancing\"]")),
        ("another-promise", with("F01.", "F99.")),
        ("a-phone-of-nobody", with("of = \"ana\"", "of = \"eve\"")),
        ("a-name-twice", with("{ name = \"ana\" }", "{ name = \"ana\" }, { name = \"ana\" }")),
        ("nobody", with("{ name = \"ana\" }", "").replace("{ name = \"phone1\", of = \"ana\" }", "")),
        ("no-unit", with("[cast]", "unit-ms = 0\n\n[cast]")),
        ("too-long-a-deadline", with("[run]", "[deadlines]\nretention = 251\n\n[run]")),
        ("too-many-commands", with("[run]", "[run]\ncommands = 255")),
        ("too-many-records", with("[run]", "[run]\nrecords = 4")),
        ("no-terms", with("[run]", "[run]\nterms = 0")),
        ("given-and-not-asked", with("given = [\"command\"]", "given = [\"account\"]")),
        ("nothing-switched-on", with("topics = [\"control\"]", "topics = []")),
        ("empty", String::new()),
    ];
    let mut seeds: Vec<_> =
        texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    for name in ["control", "minors-copies", "sale", "clash-blanket-consent", "household"] {
        seeds.push((format!("shipped-{name}"), shipped(name).as_bytes().to_vec()));
    }
    seeds
}
