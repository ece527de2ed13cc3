//! What random walks through a scope have covered of all that is there.

use crate::check::Checked;
use std::collections::BTreeSet;
use vouchsafe_explore::{Bits, Walked};
use vouchsafe_system::Action;

/// How many of how many were reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Those that were reached.
    pub reached: usize,
    /// All.
    pub of: usize,
}

/// What was covered of a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Triggers of promises.
    pub triggers: Share,
    /// Witnesses of promises.
    pub witnesses: Share,
    /// The inputs of the scope, each by its word.
    pub words: Share,
    /// The words of the inputs that were never taken, in the order of the list of inputs.
    pub never_taken: Vec<&'static str>,
}

impl Coverage {
    /// What the walks covered, counting the promises that are asked for by their numbers.
    pub fn of(checked: &Checked<'_>, walked: &Walked<Action>, asked: impl Fn(usize) -> bool) -> Self {
        let product = &checked.product;
        let asked: Vec<usize> = (0..product.promises().len()).filter(|&number| asked(number)).collect();
        let witnesses = product.layout().witnesses().iter().enumerate();
        let witnesses: Vec<usize> =
            witnesses.filter(|(_, (promise, _))| asked.contains(promise)).map(|(bit, _)| bit).collect();
        let marks = &checked.report.marks;
        let count = |bits: &[usize], has: &dyn Fn(usize) -> bool| Share {
            reached: bits.iter().filter(|&&bit| has(bit)).count(),
            of: bits.len(),
        };
        let taken: BTreeSet<&str> = walked.taken.keys().map(|action| action.word()).collect();
        // Inputs of one word stand together in the list.
        let mut words: Vec<&'static str> = product.actions().iter().map(|action| action.word()).collect();
        words.dedup();
        let never_taken: Vec<&'static str> =
            words.iter().copied().filter(|word| !taken.contains(word)).collect();
        Self {
            triggers: count(&asked, &|bit| marks.triggered.has(bit)),
            witnesses: count(&witnesses, &|bit| marks.witnessed.has(bit)),
            words: Share { reached: words.len() - never_taken.len(), of: words.len() },
            never_taken,
        }
    }
}
