//! Every input that there is comes about in some scope that a plain check explores.

use std::collections::BTreeSet;
use vouchsafe_engine::exercise::Exercise;
use vouchsafe_engine::{Product, shipped};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_system::{Action, Refusal};

/// A pass is this long at first, and ten times longer where an input has not come about.
const FIRST: u64 = 2_000;
const LAST: u64 = 2_000_000;

/// What only a broken party does; the tests of defects take these.
const BROKEN_ONLY: [&str; 14] = [
    "ghost",
    "usage-job",
    "sell",
    "barter",
    "sell-through-affiliate",
    "sell-through-broker",
    "sell-onward",
    "pull",
    "forward",
    "leak",
    "leak-password",
    "rank-lower",
    "feed-own-brand",
    "replicate",
];

/// What happens in no scope that is to be kept, with the clash scope in which it happens.
const IN_A_CLASH: [(&str, &str); 1] = [
    // What waits in a phone is lost with the plugin: a promise cannot be kept then, and that is a tension.
    ("reinstall-offline", "clash-offline-reinstall"),
];

/// What changes nothing as long as the party is honest, and so is no step.
const WITHOUT_EFFECT: [&str; 1] = [
    // The job for withdrawals has its queue on disk; with the defect `withdrawals-in-memory` it loses it.
    "crash-job",
];

#[test]
fn every_input_is_taken_in_some_default_scope() {
    let scopes = shipped::default_scopes();
    let products: Vec<Product<'_>> = scopes.iter().map(Product::new).collect();
    let mut missing: BTreeSet<&str> = Action::WORDS.iter().map(|(word, ..)| *word).collect();
    for word in BROKEN_ONLY {
        assert!(missing.remove(word), "there is no input `{word}`");
        for product in &products {
            let offered = product.actions().iter().any(|action| action.word() == word);
            assert!(!offered, "`{word}` is offered in {}, so it is no exception", product.scope().name);
        }
    }
    for (word, name) in IN_A_CLASH {
        assert!(missing.remove(word), "there is no input `{word}`");
        let clash = shipped::named(name).unwrap_or_else(|| panic!("there is no scope {name}"));
        let exercise = Exercise::of(&Product::new(&clash), &Options::default(), &Quiet);
        let taken = exercise.inputs.iter().any(|input| input.action.word() == word && input.taken > 0);
        assert!(taken, "`{word}` is not taken in {name} either");
    }
    for word in WITHOUT_EFFECT {
        assert!(missing.remove(word), "there is no input `{word}`");
        let mut seen = BTreeSet::new();
        for product in &products {
            if product.actions().iter().any(|action| action.word() == word) {
                let exercise = Exercise::of(product, &Options::default(), &Quiet);
                assert!(exercise.inputs.iter().all(|input| input.action.word() != word || input.taken == 0));
                seen.extend(
                    exercise.refusals.into_iter().filter(|(_, words)| words.contains_key(word)).map(|r| r.0),
                );
            }
        }
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [Refusal::NothingChanges], "`{word}`");
    }
    let mut states_max = FIRST;
    while !missing.is_empty() && states_max <= LAST {
        for product in &products {
            if product.actions().iter().any(|action| missing.contains(action.word())) {
                let options = Options { states_max: Some(states_max), ..Options::default() };
                let exercise = Exercise::of(product, &options, &Quiet);
                for input in exercise.inputs.iter().filter(|input| input.taken > 0) {
                    missing.remove(input.action.word());
                }
            }
        }
        states_max *= 10;
    }
    assert!(missing.is_empty(), "never taken in a scope of a plain check: {missing:?}");
}
