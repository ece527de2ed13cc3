//! Whether the system of a scope can show a log: a run whose observations are those of the log, in the same order and in
//! the same units of time.
//!
//! What opens a log may stand in another order than the scope's opening has it. Cases are numbered by when the log first
//! speaks of them; everybody else has to have the name that the scope gives them. How far into its unit something happens
//! says nothing to a scope, so it need not be equal.

use crate::cases::{CaseNames, Cases};
use crate::product::{Product, State};
use crate::run::{Run, Step, Taken};
use rustc_hash::FxHashSet;
use std::collections::VecDeque;
use vouchsafe_alphabet::Observation;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_explore::Space;
use vouchsafe_system::Action;

/// How many states a search looks at before it gives up.
const STATES_MAX: usize = 20_000;

/// A line of a log: in which unit of time, and what is seen, with the ids that a run of the scope gives.
type Line = (u64, Observation);

/// A run of which a log has shown its first lines.
struct Prefix {
    state: State,
    cases: Cases,
    now_ms: u64,
    /// How many lines of the log are shown.
    shown: usize,
    actions: Vec<Action>,
}

impl Prefix {
    /// The run after one input more, if that shows what the log has next and is not too late for it.
    fn after(&self, product: &Product<'_>, action: Action, lines: &[Line]) -> Option<Self> {
        let rest = lines.get(self.shown..)?;
        let mut cases = self.cases.clone();
        let taken = Taken::from(product, &self.state, &mut cases, self.now_ms, action).ok()?;
        let step = &taken.step;
        let unit = step.at_ms / product.scope().judged.unit_ms;
        let mut wanted = rest.iter();
        let shows = step.saw.iter().all(|saw| wanted.next() == Some(&(unit, *saw)));
        let in_time = wanted.next().is_none_or(|(at, _)| unit <= *at);
        if !shows || !in_time {
            return None;
        }
        let mut actions = self.actions.clone();
        actions.push(action);
        let shown = self.shown + step.saw.len();
        Some(Self { now_ms: step.at_ms, state: taken.state, cases, shown, actions })
    }
}

/// A run of the scope that shows exactly this log; the one with the fewest inputs.
///
/// `None` where there is none, and where the search gave up: it says nothing of what the system cannot do.
pub fn produce(product: &Product<'_>, log: &[(u64, Observation)], names: &dyn Naming) -> Option<Run> {
    let unit_ms = product.scope().judged.unit_ms;
    let mut lines = lines(product, log, names);
    let mut cases = Cases::default();
    let (state, opening) = Step::opening(product, &mut cases);
    for saw in opening.saw {
        let place = lines.iter().position(|line| *line == (0, saw))?;
        lines.remove(place);
    }
    let mut met = FxHashSet::default();
    let mut open = VecDeque::from([Prefix { state, cases, now_ms: 0, shown: 0, actions: Vec::new() }]);
    while let Some(prefix) = open.pop_front() {
        if prefix.shown == lines.len() {
            return Run::of(product, &prefix.actions).ok();
        }
        if met.len() >= STATES_MAX {
            return None;
        }
        for &action in product.actions() {
            let Some(next) = prefix.after(product, action, &lines) else { continue };
            if met.insert((product.fingerprint(&next.state), next.shown, next.now_ms / unit_ms)) {
                open.push_back(next);
            }
        }
    }
    None
}

/// The lines of a log in the words of a scope.
fn lines(product: &Product<'_>, log: &[(u64, Observation)], names: &dyn Naming) -> Vec<Line> {
    let scope = product.scope();
    let mut cases = Cases::default();
    let mut name = String::new();
    let mut id = |sort, id| {
        if Cases::SORTS.contains(&sort) {
            return cases.id(sort, id);
        }
        name.clear();
        names.name(sort, id, &mut name);
        CaseNames(&scope.names).id(sort, &name)
    };
    log.iter().map(|(at_ms, saw)| (at_ms / scope.judged.unit_ms, saw.mapped(&mut id))).collect()
}
