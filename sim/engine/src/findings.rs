//! What checker, monitor and naive evaluator find of a run, and whether they agree.

use crate::agreement::{self, Saying};
use crate::check::reached;
use crate::product::{Found, Product};
use crate::replay;
use crate::run::Run;
use std::collections::BTreeSet;
use vouchsafe_explore::Marks;

/// What was found of a run, leaving out when: broken parts, triggers, witnesses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Broken parts, as `PROMISE/PART`.
    pub broken: BTreeSet<String>,
    /// Triggered promises.
    pub triggered: BTreeSet<String>,
    /// Witnesses seen, as `PROMISE/WITNESS`.
    pub witnessed: BTreeSet<String>,
}

impl Findings {
    /// What the checker's books say.
    pub fn of_checker(product: &Product<'_>, run: &Run) -> Self {
        let marks: Marks<Found> = Marks { triggered: run.triggered, witnessed: run.witnessed };
        let (triggered, witnessed) = reached(product, &marks);
        Self {
            broken: replay::parts(product, run).into_iter().collect(),
            triggered: triggered.into_iter().map(str::to_owned).collect(),
            witnessed: witnessed.into_iter().collect(),
        }
    }

    /// What is said of a log; duties that are still open are left out.
    pub fn of_sayings(says: &BTreeSet<Saying>) -> Self {
        let mut findings = Self::default();
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
}

/// How checker, monitor and naive evaluator differ about a run, in words; nothing where they agree.
pub fn disagreement(product: &Product<'_>, run: &Run) -> Option<String> {
    let rules = &product.scope().judged;
    let log = run.observations();
    let until = run.steps.last().map_or(0, |step| step.at_ms) + 1;
    let (oracle, naive) = agreement::differences(rules, &log, Some(until));
    let told = || {
        run.steps.iter().map(|step| format!("{} {:?}", step.name, step.saw)).collect::<Vec<_>>().join("\n")
    };
    if !oracle.is_empty() || !naive.is_empty() {
        return Some(format!("only the oracle: {oracle:?}; only naive: {naive:?}\n{}", told()));
    }
    let mut followed = Findings::of_sayings(&agreement::oracle(rules, &log, Some(until)));
    let checked = Findings::of_checker(product, run);
    // The opening is judged by whoever follows a log; in the checker it is part of no step.
    let shown = run.steps.first().map_or(0, |step| step.saw.len());
    let opening: Vec<_> = log.iter().take(shown).copied().collect();
    let opening = Findings::of_sayings(&agreement::oracle(rules, &opening, None));
    followed.triggered.retain(|it| checked.triggered.contains(it) || !opening.triggered.contains(it));
    followed.witnessed.retain(|it| checked.witnessed.contains(it) || !opening.witnessed.contains(it));
    (checked != followed).then(|| format!("checker: {checked:?}; monitor: {followed:?}\n{}", told()))
}
