//! What several tests need: shipped scopes, random runs, and what the three engines say of a run.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "support of tests, each of which uses a part of it"
)]

use std::collections::BTreeSet;
use vouchsafe_alphabet::Observation;
use vouchsafe_engine::agreement::{self, Saying};
use vouchsafe_engine::check::reached;
use vouchsafe_engine::{Found, Product, Run, Scope, ScopeKind, replay, shipped};
use vouchsafe_explore::Marks;
use vouchsafe_system::{Action, Defect, Defects, Out};

/// Every scope that a test may explore.
pub(crate) fn explored() -> Vec<Scope> {
    shipped::all()
        .into_iter()
        .filter(|scope| matches!(scope.kind, ScopeKind::Deciding | ScopeKind::Pair))
        .collect()
}

/// The scope with a defect.
pub(crate) fn with(scope: &Scope, defect: Defect) -> Scope {
    let mut scope = scope.clone();
    scope.setup.defects = Defects::one(defect);
    scope
}

/// Choices out of bytes; zeros once they are used up.
pub(crate) fn choices(bytes: &[u8]) -> impl FnMut(u32) -> u32 {
    let mut bytes = bytes.iter().copied();
    move |bound| {
        let high = u32::from(bytes.next().unwrap_or(0));
        if bound <= 256 { high % bound } else { (high << 8 | u32::from(bytes.next().unwrap_or(0))) % bound }
    }
}

/// A run of at most this many inputs, each chosen among those that are enabled.
pub(crate) fn random_run(
    product: &Product<'_>,
    length: usize,
    choose: &mut dyn FnMut(u32) -> u32,
) -> Vec<Action> {
    let (mut state, _) = product.opening();
    let mut actions = Vec::new();
    let mut out = Out::default();
    for _ in 0..length {
        let mut enabled = Vec::new();
        for &action in product.actions() {
            out.clear();
            if let Ok((next, ..)) = product.take(&state, action, &mut out) {
                enabled.push((action, next));
            }
        }
        if enabled.is_empty() {
            break;
        }
        let (action, next) = enabled[choose(enabled.len() as u32) as usize];
        actions.push(action);
        state = next;
    }
    actions
}

/// What was found of a run, leaving out when: broken parts, triggers, witnesses.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Findings {
    pub(crate) broken: BTreeSet<String>,
    pub(crate) triggered: BTreeSet<String>,
    pub(crate) witnessed: BTreeSet<String>,
}

/// What the checker's books say.
pub(crate) fn by_checker(product: &Product<'_>, run: &Run) -> Findings {
    let marks: Marks<Found> = Marks { triggered: run.triggered, witnessed: run.witnessed };
    let (triggered, witnessed) = reached(product, &marks);
    Findings {
        broken: replay::parts(product, run).into_iter().collect(),
        triggered: triggered.into_iter().map(str::to_owned).collect(),
        witnessed: witnessed.into_iter().collect(),
    }
}

/// What is said of the run's observations.
pub(crate) fn findings(says: &BTreeSet<Saying>) -> Findings {
    let mut findings = Findings::default();
    for saying in says {
        match saying {
            Saying::Triggered(promise) => {
                findings.triggered.insert((*promise).to_owned());
            }
            Saying::Witnessed(promise, witness) => {
                findings.witnessed.insert(format!("{promise}/{witness}"));
            }
            Saying::BrokenAt(promise, part, _) | Saying::BrokenWhenEnded(promise, part, ..) => {
                findings.broken.insert(format!("{promise}/{part}"));
            }
            Saying::Pending(..) => {}
        }
    }
    findings
}

/// The observations of a run, and the instant at which the checker has judged.
pub(crate) fn log(run: &Run) -> (Vec<(u64, Observation)>, u64) {
    (run.observations(), run.steps.last().map_or(0, |step| step.at_ms) + 1)
}

/// Asserts that checker, monitor and naive evaluator say the same of a run.
pub(crate) fn assert_agreement(product: &Product<'_>, run: &Run) {
    let rules = &product.scope().judged;
    let (log, until) = log(run);
    let (oracle, naive) = agreement::differences(rules, &log, Some(until));
    let told = || {
        run.steps.iter().map(|step| format!("{} {:?}", step.name, step.saw)).collect::<Vec<_>>().join("\n")
    };
    assert!(
        oracle.is_empty() && naive.is_empty(),
        "only the oracle: {oracle:?}; only naive: {naive:?}\n{}",
        told()
    );
    let mut followed = findings(&agreement::oracle(rules, &log, Some(until)));
    let checked = by_checker(product, run);
    // The opening is judged by whoever follows a log; in the checker it is part of no step.
    let opening = findings(&agreement::oracle(rules, &log[..run.steps[0].saw.len()], None));
    followed.triggered.retain(|it| checked.triggered.contains(it) || !opening.triggered.contains(it));
    followed.witnessed.retain(|it| checked.witnessed.contains(it) || !opening.witnessed.contains(it));
    assert_eq!(checked, followed, "\n{}", told());
}
