//! What several tests need: shipped scopes, random runs, and what the three engines say of a run.
#![allow(dead_code, unused_imports, reason = "support of tests, each of which uses a part of it")]

pub(crate) use vouchsafe_engine::choices::{of_bytes as choices, run as random_run};

use vouchsafe_engine::{Product, Run, Scope, findings, shipped};
use vouchsafe_system::{Defect, Defects};

/// Every scope that a test may explore.
pub(crate) fn explored() -> Vec<Scope> {
    shipped::default_scopes()
}

/// The scope with a defect.
pub(crate) fn with(scope: &Scope, defect: Defect) -> Scope {
    let mut scope = scope.clone();
    scope.setup.defects = Defects::one(defect);
    scope
}

/// Asserts that checker, monitor and naive evaluator say the same of a run.
pub(crate) fn assert_agreement(product: &Product<'_>, run: &Run) {
    if let Some(difference) = findings::disagreement(product, run) {
        panic!("{difference}");
    }
}
