//! The lawful twins: logs that look like a breach and are none.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;
#[path = "common/twins.rs"]
mod shipped_twins;

use common::{explored, with};
use shipped_twins::twins;
use std::collections::{BTreeMap, BTreeSet};
use vouchsafe_alphabet::Observation;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::trace::{self, Entry};
use vouchsafe_engine::agreement::{self, Saying};
use vouchsafe_engine::cases::{CaseNames, Cases};
use vouchsafe_engine::check::broken_parts;
use vouchsafe_engine::replay;
use vouchsafe_engine::trace_validation::validate;
use vouchsafe_engine::{Checked, Product, Run};
use vouchsafe_explore::{Extent, Options, Quiet};
use vouchsafe_oracle::{Checking, promises};
use vouchsafe_system::defects::TABLE;

/// A twin may differ from a breaching log by this many observations added, removed or changed.
const DISTANCE_MAX: usize = 3;

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

/// The kinds of what is seen, in one order for one log.
fn kinds(log: &[(u64, Observation)]) -> Vec<String> {
    let mut kinds: Vec<_> = log.iter().map(|(_, saw)| saw.kind().to_string()).collect();
    kinds.sort_unstable();
    kinds
}

#[test]
fn the_system_shows_one_at_least_for_every_promise_and_breaks_nothing_by_it() {
    let (options, scopes) = (Options::default(), explored());
    let products: Vec<Product<'_>> = scopes.iter().map(Product::new).collect();
    for (promise, twins) in &twins() {
        let mut shown = 0;
        for (file, twin) in twins {
            let before = shown;
            for product in &products {
                let found = validate(product, &twin.log, &twin.names, &options, &Quiet);
                assert_eq!(found.extent, Extent::Exhausted, "{file}");
                let Some(run) = found.run else { continue };
                assert_eq!(kinds(&run.observations()), kinds(&twin.log), "{file}");
                let broken = replay::parts(product, &run);
                assert!(broken.is_empty(), "{file} in {}: {broken:?}", product.scope().name);
                shown = before + 1;
            }
        }
        assert!(shown > 0, "the system shows none of the {} of {promise}", twins.len());
    }
}

#[test]
fn a_log_is_shown_by_a_run_that_is_like_it_whatever_its_cases_are_called_and_by_no_other() {
    let scopes = explored();
    let scope = scopes.iter().find(|scope| scope.name == "retention").unwrap();
    let product = Product::new(scope);
    let names = CaseNames(&scope.names);
    let mut choose = common::choices(b"which of the inputs comes next");
    let inputs = common::random_run(&product, 12, &mut choose);
    let log = Run::of(&product, &inputs).unwrap().observations();
    let shown = |log: &[(u64, Observation)]| {
        let found = validate(&product, log, &names, &Options::default(), &Quiet);
        assert_eq!(found.extent, Extent::Exhausted);
        found.run.map(|run| run.observations())
    };
    assert!(log.last().unwrap().0 > 0, "time passes in it");
    assert_eq!(shown(&log).as_ref(), Some(&log));
    let renamed: Vec<_> = log
        .iter()
        .map(|(at_ms, saw)| {
            let other = |sort, id| if Cases::SORTS.contains(&sort) { id + 5 } else { id };
            (*at_ms, saw.mapped(&mut { other }))
        })
        .collect();
    assert_ne!(renamed, log);
    assert_eq!(shown(&renamed).as_ref(), Some(&log));
    // Nothing in this scope shows one thing three times in a row.
    assert_eq!(shown(&[&log[..], &[log[log.len() - 1]; 2]].concat()), None);
    assert_eq!(shown(&log[1..]), None, "its opening is part of what it shows");
    let late: Vec<_> = log.iter().map(|(at_ms, saw)| (at_ms + scope.judged.unit_ms, *saw)).collect();
    assert_eq!(shown(&late), None, "it opens at once");
    let other = scopes.iter().find(|scope| scope.name == "keys").unwrap();
    let found = validate(&Product::new(other), &log, &names, &Options::default(), &Quiet);
    assert!(found.run.is_none());
}
