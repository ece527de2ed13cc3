//! A counterexample as a story: numbered steps with sentences, and what failed because of what.

use crate::cases::CaseNames;
use crate::product::Product;
use crate::run::{NotEnabled, Run};
use serde::Serialize;
use vouchsafe_alphabet::Observation;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_monitor::{Breach, Follower, Moment};
use vouchsafe_oracle::Promise;
use vouchsafe_oracle::mode::Following;
use vouchsafe_system::Action;

/// One numbered step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoryStep {
    /// Its number; the opening is 0.
    pub step: usize,
    /// The input.
    pub input: String,
    /// When, in milliseconds.
    pub at_ms: u64,
    /// What was seen, a sentence each.
    pub saw: Vec<String>,
    /// The numbers of those observations among all, from 1.
    pub numbers: Vec<u64>,
}

/// What failed at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The promise.
    pub promise: &'static str,
    /// The part.
    pub part: &'static str,
    /// Its clauses.
    pub clauses: &'static [&'static str],
    /// What had to be so.
    pub says: &'static str,
    /// When, in milliseconds.
    pub at_ms: u64,
    /// The observation at which it failed; for a missed deadline there is none.
    pub at: Option<u64>,
    /// The earlier observations that made it so.
    pub because: Vec<u64>,
}

/// A counterexample for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Story {
    /// How many inputs it takes.
    pub length: usize,
    /// The steps, with the opening first.
    pub steps: Vec<StoryStep>,
    /// What failed.
    pub failures: Vec<Failure>,
    /// Every observation, for a chart.
    #[serde(skip)]
    pub run: Vec<(usize, Observation)>,
}

impl Story {
    /// The story of these inputs, with the failures that are wanted.
    ///
    /// Causes are found by judging the run anew with books that keep them.
    ///
    /// # Errors
    /// An input that is not enabled.
    pub fn of(
        product: &Product<'_>,
        actions: &[Action],
        wanted: impl Fn(&Promise<Following>, usize) -> bool,
    ) -> Result<Self, NotEnabled> {
        let run = Run::of(product, actions)?;
        let names = CaseNames(&product.scope().names);
        let mut number = 0;
        let mut steps = Vec::new();
        let mut seen = Vec::new();
        for (step, taken) in run.steps.iter().enumerate() {
            let numbers = taken
                .saw
                .iter()
                .map(|_| {
                    number += 1;
                    number
                })
                .collect();
            seen.extend(taken.saw.iter().map(|saw| (step, *saw)));
            steps.push(StoryStep {
                step,
                input: taken.name.clone(),
                at_ms: taken.at_ms,
                saw: taken.saw.iter().map(|saw| saw.sentence(&names)).collect(),
                numbers,
            });
        }
        let mut failures = Vec::new();
        let breaches = judged(product, &run);
        let promises = vouchsafe_oracle::promises::all::<Following>();
        for breach in breaches {
            if let Some(promise) = promises.get(breach.promise)
                && let Some(part) = promise.parts.get(breach.part)
                && wanted(promise, breach.part)
            {
                failures.push(Failure {
                    promise: promise.id,
                    part: part.name,
                    clauses: part.clauses,
                    says: part.says,
                    at_ms: breach.at_ms,
                    at: match breach.moment {
                        Moment::Line(line) => Some(line),
                        Moment::InstantEnd { .. } => None,
                    },
                    because: breach.because,
                });
            }
        }
        Ok(Self { length: actions.len(), steps, failures, run: seen })
    }
}

/// The breaches of a run, judged with books that keep causes; observations are numbered from 1.
pub fn judged(product: &Product<'_>, run: &Run) -> Vec<Breach> {
    let mut follower = Follower::new(product.scope().judged.clone(), |_| true);
    let mut number = 0;
    let mut last_ms = 0;
    for step in &run.steps {
        // A tick at which nothing is seen still lets time pass.
        follower.advance(step.at_ms);
        for saw in &step.saw {
            number += 1;
            follower.saw(step.at_ms, saw, number);
        }
        last_ms = step.at_ms;
    }
    // The checker judges the end of a tick's instant within the tick.
    follower.advance(last_ms + 1);
    follower.take_breaches()
}

/// The name of one of the cast or of a case.
pub fn name_of(names: &dyn Naming, sort: vouchsafe_alphabet::Sort, id: u32) -> String {
    let mut name = String::new();
    names.name(sort, id, &mut name);
    name
}
