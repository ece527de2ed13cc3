//! The lawful twins: logs that look like a breach and are none.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;

use common::{explored, with};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use vouchsafe_alphabet::Observation;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::trace::{self, Entry};
use vouchsafe_engine::agreement::{self, Saying};
use vouchsafe_engine::cases::CaseNames;
use vouchsafe_engine::check::broken_parts;
use vouchsafe_engine::produce::produce;
use vouchsafe_engine::replay::{self, Trace};
use vouchsafe_engine::{Checked, Product, Run};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_oracle::{Checking, promises};
use vouchsafe_system::defects::TABLE;

/// A twin may differ from a breaching log by this many observations added, removed or changed.
const DISTANCE_MAX: usize = 3;

/// Every twin by the promise that it is a twin for: its file's name and what it holds.
fn twins() -> BTreeMap<String, Vec<(String, Trace)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/twins");
    let mut twins: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        // PROMISE.NUMBER.jsonl, and a promise's id has one full stop.
        let promise = file.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
        let trace = Trace::parse(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        twins.entry(promise).or_default().push((file, trace));
    }
    twins
}

/// Observations as lines, without times.
fn lines(log: &[(u64, Observation)], names: &dyn Naming) -> Vec<String> {
    log.iter().map(|(_, saw)| trace::write(&Entry::Saw(0, *saw), names)).collect()
}

/// How many lines have to be added, removed or changed to make one of the other.
fn distance(one: &[String], other: &[String]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, line) in one.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], place + 1);
        for (column, with) in other.iter().enumerate() {
            let change = diagonal + usize::from(line != with);
            diagonal = row[column + 1];
            row[column + 1] = change.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[test]
fn the_distance_counts_lines_added_removed_and_changed() {
    let lines = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
    assert_eq!(distance(&lines("abc"), &lines("abc")), 0);
    assert_eq!(distance(&lines("abc"), &lines("abxc")), 1);
    assert_eq!(distance(&lines("abc"), &lines("ac")), 1);
    assert_eq!(distance(&lines("kitten"), &lines("sitting")), 3);
}

#[test]
fn every_promise_has_two_that_reach_its_trigger_and_break_nothing() {
    let twins = twins();
    let known: BTreeSet<_> =
        promises::all::<Checking>().iter().map(|promise| promise.id.to_owned()).collect();
    assert_eq!(twins.keys().cloned().collect::<BTreeSet<_>>(), known);
    for (promise, twins) in &twins {
        assert!(twins.len() >= 2, "{promise}");
        for (file, twin) in twins {
            assert!(twin.inputs.is_empty() && twin.header.about.is_some(), "{file}");
            let until = Some(twin.end_ms + 1);
            let (oracle, naive) = agreement::differences(&twin.header.rules, &twin.log, until);
            assert!(oracle.is_empty() && naive.is_empty(), "{file}: {oracle:?} {naive:?}");
            let says = agreement::oracle(&twin.header.rules, &twin.log, until);
            let broken = says
                .iter()
                .find(|saying| matches!(saying, Saying::BrokenAt(..) | Saying::BrokenWhenEnded(..)));
            assert_eq!(broken, None, "{file}");
            // A duty may be judged only when its time has passed.
            let later = Some(twin.end_ms + 50 * twin.header.rules.unit_ms);
            let says = agreement::oracle(&twin.header.rules, &twin.log, later);
            let triggered =
                says.iter().any(|saying| matches!(saying, Saying::Triggered(id) if id == promise));
            assert!(triggered, "{file} does not reach the trigger of {promise}");
        }
    }
}

#[test]
fn each_is_close_to_a_log_in_which_a_defect_breaks_the_promise() {
    let mut nearest: BTreeMap<String, usize> = BTreeMap::new();
    let twins = twins();
    for row in TABLE {
        for scope in explored().iter().filter(|scope| row.scopes.contains(&scope.name.as_str())) {
            let scope = with(scope, row.defect);
            let checked = Checked::scope(&scope, &Options { threads: 2, ..Options::default() }, &Quiet);
            for (part, breach) in broken_parts(&checked).iter().zip(&checked.report.breaches) {
                let promise = part.split('/').next().unwrap();
                let run =
                    Run::of(&checked.product, &breach.counterexample.as_ref().unwrap().actions).unwrap();
                let breaching = lines(&run.observations(), &CaseNames(&scope.names));
                for (file, twin) in twins.get(promise).into_iter().flatten() {
                    let far = distance(&lines(&twin.log, &twin.names), &breaching);
                    let known = nearest.entry(file.clone()).or_insert(far);
                    *known = (*known).min(far);
                }
            }
        }
    }
    let too_far: Vec<_> = nearest.iter().filter(|(_, far)| **far > DISTANCE_MAX || **far == 0).collect();
    assert!(too_far.is_empty(), "{too_far:?}");
    assert_eq!(nearest.len(), twins.values().map(Vec::len).sum::<usize>());
}

#[test]
fn the_system_shows_one_at_least_for_every_promise_and_breaks_nothing_by_it() {
    let scopes = explored();
    let products: Vec<Product<'_>> = scopes.iter().map(Product::new).collect();
    for (promise, twins) in &twins() {
        let mut shown = 0;
        for (file, twin) in twins {
            let mut runs = products
                .iter()
                .filter_map(|product| produce(product, &twin.log, &twin.names).map(|run| (product, run)));
            let Some((product, run)) = runs.next() else { continue };
            shown += 1;
            let broken = replay::parts(product, &run);
            assert!(broken.is_empty(), "{file} in {}: {broken:?}", product.scope().name);
        }
        assert!(shown > 0, "the system shows none of the {} of {promise}", twins.len());
    }
}

#[test]
fn a_log_is_shown_by_its_own_inputs_and_by_no_others_whatever_its_cases_are_called() {
    let scopes = explored();
    let scope = scopes.iter().find(|scope| scope.name == "retention").unwrap();
    let product = Product::new(scope);
    let names = CaseNames(&scope.names);
    let mut choose = common::choices(b"which of the inputs comes next");
    let inputs = common::random_run(&product, 12, &mut choose);
    let log = Run::of(&product, &inputs).unwrap().observations();
    assert!(log.last().unwrap().0 > 0);
    let found = produce(&product, &log, &names).unwrap();
    assert_eq!(found.observations(), log);
    // Nothing in this scope shows one thing three times in a row, and its opening is part of what it shows.
    let mut twice = log.clone();
    twice.push(*log.last().unwrap());
    twice.push(*log.last().unwrap());
    assert!(produce(&product, &twice, &names).is_none());
    let mut short = log;
    assert!(short.remove(0).0 == 0 && produce(&product, &short, &names).is_none());
}
