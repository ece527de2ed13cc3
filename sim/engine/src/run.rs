//! A run of a scope written down: inputs and observations with times and fresh case ids.

use crate::cases::{Cases, SlotNames};
use crate::product::{Found, Product, State};
use vouchsafe_alphabet::Observation;
use vouchsafe_alphabet::trace::Entry;
use vouchsafe_explore::{Bits, Marks};
use vouchsafe_system::{Action, ActionError, Out, Refusal};

/// One step of a run.
#[derive(Clone, Debug)]
pub struct Step {
    /// The input; the opening has none.
    pub action: Option<Action>,
    /// The input's name.
    pub name: String,
    /// When, in milliseconds.
    pub at_ms: u64,
    /// What it showed, with fresh case ids.
    pub saw: Vec<Observation>,
    /// The parts breached by it.
    pub breached: Found,
}

/// A run from the opening of a scope.
#[derive(Clone, Debug)]
pub struct Run {
    /// The opening, and then a step for each input.
    pub steps: Vec<Step>,
    /// Everything breached.
    pub breached: Found,
    /// Everything triggered.
    pub triggered: Found,
    /// Everything witnessed.
    pub witnessed: Found,
    /// The last state.
    pub last: State,
}

impl Step {
    /// The opening of a scope, with the state that it leads to.
    pub(crate) fn opening(product: &Product<'_>, cases: &mut Cases) -> (State, Self) {
        let (state, opening) = product.opening();
        let saw = opening.into_iter().map(|saw| cases.fresh(saw)).collect();
        (state, Self { action: None, name: String::new(), at_ms: 0, saw, breached: Found::default() })
    }
}

/// A step with what came of it.
pub(crate) struct Taken {
    pub(crate) step: Step,
    pub(crate) state: State,
    pub(crate) marks: Marks<Found>,
}

impl Taken {
    /// Takes an input from this state at this time; a refusal leaves the cases as they were.
    pub(crate) fn from(
        product: &Product<'_>,
        state: &State,
        cases: &mut Cases,
        now_ms: u64,
        action: Action,
    ) -> Result<Self, Refusal> {
        let mut out = Out::default();
        let (next, marks, breached) = product.take(state, action, &mut out)?;
        let unit_ms = product.scope().judged.unit_ms;
        let at_ms = if action == Action::Tick { (now_ms / unit_ms + 1) * unit_ms } else { now_ms + 1 };
        let name = action.name(&SlotNames { cast: &product.scope().names, cases });
        let saw = out.observations.iter().map(|saw| cases.fresh(*saw)).collect();
        cases.retire(&out);
        Ok(Self { step: Step { action: Some(action), name, at_ms, saw, breached }, state: next, marks })
    }
}

/// Why a run could not go on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("step {step}, `{name}`, is not enabled: {refusal}")]
pub struct NotEnabled {
    /// Which step, from 1.
    pub step: usize,
    /// The input.
    pub name: String,
    /// The refusal of the party to which it does not apply.
    pub refusal: Refusal,
}

/// Why names make no run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoRun {
    /// A name is no input.
    #[error("step {step}: {error}")]
    NoInput {
        /// Which step, from 1.
        step: usize,
        /// What is wrong with it.
        error: ActionError,
    },
    /// An input is not enabled.
    #[error(transparent)]
    NotEnabled(#[from] NotEnabled),
}

impl Run {
    /// Takes these inputs one by one.
    ///
    /// A tick happens at the start of a unit, and each further input a millisecond after the one before.
    ///
    /// # Errors
    /// An input that is not enabled where it comes up.
    pub fn of(product: &Product<'_>, actions: &[Action]) -> Result<Self, NotEnabled> {
        let mut cases = Cases::default();
        let (state, opening) = Step::opening(product, &mut cases);
        let mut run = Self {
            steps: vec![opening],
            breached: Found::default(),
            triggered: Found::default(),
            witnessed: Found::default(),
            last: state,
        };
        let mut now_ms = 0;
        for (number, &action) in actions.iter().enumerate() {
            let taken = Taken::from(product, &run.last, &mut cases, now_ms, action).map_err(|refusal| {
                let name = action.name(&SlotNames { cast: &product.scope().names, cases: &cases });
                NotEnabled { step: number + 1, name, refusal }
            })?;
            now_ms = taken.step.at_ms;
            run.last = taken.state;
            run.breached.join(&taken.step.breached);
            run.triggered.join(&taken.marks.triggered);
            run.witnessed.join(&taken.marks.witnessed);
            run.steps.push(taken.step);
        }
        Ok(run)
    }

    /// Takes the inputs with these names one by one.
    ///
    /// # Errors
    /// A name that is no input, and an input that is not enabled where it comes up.
    pub fn named(product: &Product<'_>, names: &[String]) -> Result<Self, NoRun> {
        // An input names cases by what came before, so each is read after its forerunners were taken.
        let mut actions = Vec::new();
        let (mut state, opening) = product.opening();
        let mut cases = Cases::default();
        for saw in opening {
            let _ = cases.fresh(saw);
        }
        let mut out = Out::default();
        for (number, name) in names.iter().enumerate() {
            out.clear();
            let step = number + 1;
            let action = Action::parse(name, &mut SlotNames { cast: &product.scope().names, cases: &cases })
                .map_err(|error| NoRun::NoInput { step, error })?;
            let (next, ..) = product
                .take(&state, action, &mut out)
                .map_err(|refusal| NoRun::NotEnabled(NotEnabled { step, name: name.clone(), refusal }))?;
            for saw in &out.observations {
                let _ = cases.fresh(*saw);
            }
            cases.retire(&out);
            state = next;
            actions.push(action);
        }
        Ok(Self::of(product, &actions)?)
    }

    /// The entries of its trace.
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for step in &self.steps {
            if step.action.is_some() {
                entries.push(Entry::Input(step.at_ms, step.name.clone()));
            }
            entries.extend(step.saw.iter().map(|saw| Entry::Saw(step.at_ms, *saw)));
        }
        entries
    }

    /// The observations with their times.
    pub fn observations(&self) -> Vec<(u64, Observation)> {
        self.steps.iter().flat_map(|step| step.saw.iter().map(|saw| (step.at_ms, *saw))).collect()
    }
}
