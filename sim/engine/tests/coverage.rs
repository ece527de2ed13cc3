//! Every input that there is comes about in some scope that a plain check explores.

use std::collections::BTreeSet;
use vouchsafe_engine::exercise::Exercise;
use vouchsafe_engine::{Product, shipped};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_system::Action;

/// A pass is this long at first, and ten times longer where an input has not come about.
const FIRST: u64 = 2_000;
const LAST: u64 = 2_000_000;

/// What only a broken party does; the tests of defects take these.
const BROKEN_ONLY: [&str; 10] = [
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
