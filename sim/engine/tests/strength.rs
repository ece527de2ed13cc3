//! Each promise is stronger than itself with a part, its trigger or a deadline changed: something tells them apart.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;
#[path = "common/matrix.rs"]
mod hunts;
#[path = "common/page.rs"]
mod page;
#[path = "common/twins.rs"]
mod shipped_twins;

use common::explored;
use hunts::matrix;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use vouchsafe_engine::blind::Blind;
use vouchsafe_engine::document::Twins;
use vouchsafe_engine::exercise::Exercise;
use vouchsafe_engine::matrix::each;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::replay::Trace;
use vouchsafe_engine::strength::{self, Evidence, KNOWN, Log, Tried, by_defect, by_logs, by_scope};
use vouchsafe_engine::trace_validation::validate;
use vouchsafe_engine::{Product, arbitrary, document};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_system::defects::TABLE;

/// The logs in a folder of the fixtures.
fn logs(folder: &str, evidence: fn(String) -> Evidence) -> Vec<Log> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    // Those that begin otherwise are logs out of order, or with a past.
    files.retain(|file| file.file_name().unwrap().to_str().unwrap().starts_with(['F', 'b']));
    let log = |path: &std::path::PathBuf| {
        let trace = Trace::parse(&std::fs::read_to_string(path).unwrap()).unwrap();
        Log {
            evidence: evidence(path.file_stem().unwrap().to_str().unwrap().to_owned()),
            rules: trace.header.rules.clone(),
            until_ms: trace.end_ms + 50 * trace.header.rules.unit_ms,
            saw: trace.log,
        }
    };
    files.iter().map(log).collect()
}

/// Every mutant, with what tells it apart first: a twin, a log of a breach, the story of a defect, a scope.
static TRIED: LazyLock<Vec<Tried>> = LazyLock::new(|| {
    let (options, scopes) = (Options::default(), explored());
    let mut tried = strength::all(&Register::shipped().unwrap());
    by_logs(&mut tried, &logs("twins", Evidence::Twin));
    by_logs(&mut tried, &logs("logs", Evidence::Log));
    for row in TABLE {
        for scope in scopes.iter().filter(|scope| row.scopes.contains(&scope.name.as_str())) {
            by_defect(&mut tried, row, scope, &options, &Quiet);
        }
    }
    for scope in &scopes {
        by_scope(&mut tried, scope, &options, &Quiet);
    }
    tried
});

#[test]
fn every_mutant_of_a_promise_is_told_apart_or_listed_with_a_reason() {
    let known = strength::known(KNOWN).unwrap();
    let name = |tried: &Tried| (tried.mutant.id.to_owned(), tried.mutant.name.clone());
    let survivors: Vec<_> = TRIED.iter().filter(|tried| tried.told_by.is_none()).map(name).collect();
    let unlisted: Vec<_> = survivors.iter().filter(|name| !known.contains_key(*name)).collect();
    assert!(unlisted.is_empty(), "{} of {}: {unlisted:#?}", unlisted.len(), TRIED.len());
    let stale: Vec<_> = known.keys().filter(|name| !survivors.contains(name)).collect();
    assert!(stale.is_empty(), "told apart after all, or no mutants: {stale:?}");
}

#[test]
fn the_page_of_evidence_is_current() {
    let scopes = explored();
    let products: Vec<Product<'_>> = scopes.iter().map(Product::new).collect();
    let mut twins: BTreeMap<String, Twins> = BTreeMap::new();
    for (promise, logs) in shipped_twins::twins() {
        let shows = |twin: &Trace, product| {
            validate(product, &twin.log, &twin.names, &Options::default(), &Quiet).run.is_some()
        };
        let shown = logs.iter().filter(|(_, twin)| products.iter().any(|product| shows(twin, product)));
        twins.insert(promise, Twins { all: logs.len(), shown: shown.count() });
    }
    let mut exercises: Vec<Option<Exercise>> = products.iter().map(|_| None).collect();
    let exercise = |product: &Product<'_>| Some(Exercise::of(product, &Options::default(), &Quiet));
    each(&products, 2, exercise, |at, found| exercises[at] = Some(found));
    let parts = products.iter().map(|product| product.layout().parts());
    let exercises: Vec<_> = parts.zip(exercises.into_iter().flatten()).collect();
    let summary = matrix(|_| false);
    assert_eq!(summary.uncaught().count(), 0);
    page::hold(
        "docs/EVIDENCE.md",
        &document::fill(
            &std::fs::read_to_string(page::root().join("docs/EVIDENCE.md")).unwrap(),
            &[
                (
                    "promises",
                    document::evidence(&summary, &TRIED, &twins, &document::seen(&exercises), &scopes),
                ),
                ("mutants", document::mutants(&TRIED, &strength::known(KNOWN).unwrap())),
                (
                    "blind",
                    document::blind(&Blind::read(include_str!("../../../fixtures/blind.toml")).unwrap()),
                ),
                ("alike", document::alike(&summary)),
            ],
        )
        .unwrap(),
    );
}

/// How many arbitrary logs try the mutants that are listed as told apart by nothing.
const LOGS: u64 = 2_000;

#[test]
fn no_arbitrary_log_tells_a_listed_mutant_apart() {
    let known = strength::known(KNOWN).unwrap();
    let mut tried = strength::all(&Register::shipped().unwrap());
    tried.retain(|tried| known.contains_key(&(tried.mutant.id.to_owned(), tried.mutant.name.clone())));
    for seed in 0..LOGS {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut choose = move |bound: u32| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 33) as u32 % bound
        };
        let rules = arbitrary::rules(&mut choose);
        let saw = arbitrary::log(40, &mut choose);
        let until_ms = saw.last().map_or(0, |(at_ms, _)| at_ms + 50 * rules.unit_ms);
        by_logs(&mut tried, &[Log { evidence: Evidence::Log(seed.to_string()), rules, saw, until_ms }]);
    }
    let told: Vec<_> = tried.iter().filter(|tried| tried.told_by.is_some()).collect();
    assert!(told.is_empty(), "{told:?}");
}
