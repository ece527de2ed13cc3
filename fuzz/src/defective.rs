//! A defect breaks the promises that its row names, and no other; checker, monitor and naive evaluator agree
//! about it.

use crate::honest::{run, scope};
use std::collections::BTreeSet;
use vouchsafe_engine::profile::defects_of;
use vouchsafe_engine::{Product, Run, Scope, findings, replay};
use vouchsafe_system::{Defect, Defects};

/// A scope with one of its defects, and the bytes that choose the inputs.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The scope, with the defect switched on.
    pub scope: Scope,
    /// The defect.
    pub defect: Defect,
    bytes: &'a [u8],
}

impl<'a> Case<'a> {
    /// The case that these bytes choose: scope, defect, inputs; none where the scope has no defect.
    pub fn of(data: &'a [u8]) -> Option<Self> {
        let (scope, rest) = scope(data)?;
        let (&which, bytes) = rest.split_first()?;
        let defects = defects_of(&scope.name);
        let defect = *defects.get(usize::from(which) % defects.len().max(1))?;
        let mut scope = scope.clone();
        scope.setup.defects = Defects::one(defect);
        Some(Self { scope, defect, bytes })
    }

    /// The run that the bytes choose.
    pub fn run(&self, product: &Product<'_>) -> Run {
        run(product, self.bytes)
    }

    /// The promises that the run breaks.
    pub fn broken(&self) -> BTreeSet<String> {
        let product = Product::new(&self.scope);
        promises(&replay::parts(&product, &self.run(&product)))
    }

    /// What is wrong with the run, in words.
    pub fn fault(&self) -> Option<String> {
        let product = Product::new(&self.scope);
        let run = self.run(&product);
        let broken = promises(&replay::parts(&product, &run));
        let row = self.defect.row();
        // What a scope is not asked about may be broken there in passing.
        let asked = broken.iter().filter(|id| self.scope.asks(id));
        let more: Vec<_> = asked.filter(|id| !row.breaks.contains(&id.as_str())).collect();
        let told = findings::disagreement(&product, &run);
        (!more.is_empty() || told.is_some()).then(|| {
            let steps: Vec<_> = run.steps.iter().map(|step| step.name.as_str()).collect();
            format!(
                "{} with {}: breaks {more:?} besides {:?}\n{}\n{}",
                self.scope.name,
                self.defect,
                row.breaks,
                told.unwrap_or_default(),
                steps.join("\n")
            )
        })
    }
}

/// The promises of these parts, each as `PROMISE/PART`.
fn promises(parts: &[String]) -> BTreeSet<String> {
    parts.iter().filter_map(|part| part.split('/').next().map(str::to_owned)).collect()
}

/// Runs the scope that the first byte chooses, with the defect that the second chooses and the inputs that the
/// others choose.
///
/// # Panics
/// Where a promise is breached that the defect does not name, or the three judges differ, with the run.
pub fn defective(data: &[u8]) {
    if let Some(fault) = Case::of(data).and_then(|case| case.fault()) {
        panic!("{fault}");
    }
}
