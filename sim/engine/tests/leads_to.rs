//! Promises that lead to something: each is decided in a small scope, kept by honest parties and broken by
//! defects, with a run that owes it for ever.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;

use common::{explored, with};
use std::collections::{BTreeMap, BTreeSet};
use vouchsafe_alphabet::Word;
use vouchsafe_engine::check::{PartBreach, Verdict, decide, owed_parts};
use vouchsafe_engine::{Checked, Scope, shipped};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_oracle::promises;
use vouchsafe_oracle::{Checking, Promise};
use vouchsafe_system::defects::TABLE;
use vouchsafe_system::{Defect, Fairness};

fn checked(scope: &Scope) -> Checked<'_> {
    Checked::scope(scope, &Options::default(), &Quiet)
}

/// Every promise that leads to something, with its number.
fn numbered() -> Vec<(usize, Promise<Checking>)> {
    let every = promises::every::<Checking>().into_iter().enumerate();
    every.filter(|(_, promise)| promise.leading().is_some()).collect()
}

#[test]
fn each_holds_in_every_scope_that_decides_it_and_none_is_large() {
    for (number, promise) in numbered() {
        let scopes: Vec<Scope> =
            shipped::default_scopes().into_iter().filter(|scope| scope.asks(promise.id)).collect();
        let checked: Vec<_> = scopes.iter().map(checked).collect();
        for checked in &checked {
            assert!(checked.report.states <= 100_000);
        }
        let decision = decide(&checked, number, |_| true).unwrap();
        assert_eq!(decision.verdict, Verdict::Holds, "{}: {decision:?}", promise.id);
    }
}

#[test]
fn what_is_assumed_to_be_fair_is_known_and_needed() {
    for (_, promise) in numbered() {
        for name in promise.leading().unwrap().fair {
            assert!(Fairness::from_name(name).is_some(), "{}: {name}", promise.id);
        }
    }
    let assumed: BTreeSet<_> = numbered().iter().flat_map(|(_, p)| p.leading().unwrap().fair).collect();
    assert_eq!(assumed.len(), Fairness::ALL.len(), "and no assumption is idle");
}

/// The lassos of a defect in a scope, by part.
fn lassos(scope: &Scope, defect: Defect) -> BTreeMap<String, PartBreach> {
    let scope = with(scope, defect);
    let checked = checked(&scope);
    let breaches = checked.led.iter().flat_map(|led| checked.breaches(led.promise));
    owed_parts(&checked).into_iter().zip(breaches).collect()
}

#[test]
fn each_is_broken_by_two_defects_at_least() {
    let (mut told, mut wrong) = (Vec::new(), Vec::new());
    let mut ways: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for scope in explored().iter().filter(|scope| numbered().iter().any(|(_, p)| scope.asks(p.id))) {
        for row in TABLE {
            for (part, breach) in lassos(scope, row.defect) {
                let promise = numbered().into_iter().find(|(_, p)| part.starts_with(p.id)).unwrap().1;
                if !row.breaks.contains(&promise.id) || !row.scopes.contains(&scope.name.as_str()) {
                    wrong.push(format!("{} breaks {part} in {}", row.defect, scope.name));
                }
                ways.entry(promise.id).or_default().insert(row.defect.name());
                let actions = breach.actions.unwrap();
                let ever = breach.ever.unwrap();
                let name = |action: &vouchsafe_system::Action| action.name(&scope.names);
                let (stem, round) = actions.split_at(ever.stem);
                told.push(format!(
                    "{} in {}: {part}: {} | {}",
                    row.defect,
                    scope.name,
                    stem.iter().map(name).collect::<Vec<_>>().join(" "),
                    round.iter().map(name).collect::<Vec<_>>().join(" "),
                ));
            }
        }
    }
    for (_, promise) in numbered() {
        assert!(ways.get(promise.id).is_some_and(|defects| defects.len() >= 2), "{}: {told:#?}", promise.id);
    }
    assert_eq!(wrong, [""; 0]);
}
