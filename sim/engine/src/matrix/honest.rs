//! What a scope reaches as long as nothing is wrong.

use crate::check::{Checked, opened, reached};
use crate::scope::Scope;
use std::collections::BTreeSet;
use vouchsafe_explore::{Observer, Options};
use vouchsafe_system::defects::Row;

/// What a scope without a defect reaches of the promises that it is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Honest {
    /// How many states it has.
    pub states: u64,
    /// The witnesses that it reaches, as `PROMISE/WITNESS`.
    pub witnesses: BTreeSet<String>,
}

impl Honest {
    /// Explores the scope as it is.
    pub fn of(scope: &Scope, options: &Options, observer: &dyn Observer) -> Self {
        let checked = Checked::scope(scope, options, observer);
        Self { states: checked.report.states, witnesses: seen(&checked) }
    }

    /// Whether a defect shows in this scope by what its row says: it is named there, or it reaches a witness that the
    /// defect puts out of reach.
    pub fn is_told_of(&self, row: &Row, scope: &Scope) -> bool {
        row.scopes.contains(&scope.name.as_str())
            || row.loses.iter().any(|lost| self.witnesses.contains(*lost))
    }

    /// The witnesses that are out of reach here: reached without the defect, and not with it, in a scope that was
    /// exhausted.
    pub(super) fn lost(&self, checked: &Checked<'_>) -> Vec<String> {
        if !checked.exhausted() {
            return Vec::new();
        }
        let seen = seen(checked);
        self.witnesses.difference(&seen).cloned().collect()
    }
}

/// The witnesses that were seen of promises that the scope is asked about.
fn seen(checked: &Checked<'_>) -> BTreeSet<String> {
    let mut seen = reached(&checked.product, &checked.report.marks).1;
    seen.extend(opened(checked).1);
    let scope = checked.product.scope();
    let asked = |name: &String| name.split_once('/').is_some_and(|(promise, _)| scope.asks(promise));
    seen.into_iter().filter(asked).collect()
}
