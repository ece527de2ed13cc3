//! Trace validation: whether some run of a scope shows a log, with the same observations in the same order and in the same
//! units of time.
//!
//! What opens a log may stand in another order than the scope's opening has it. Cases are numbered by when the log first
//! speaks of them; everybody else has to have the name that the scope gives them. How far into its unit something happens
//! says nothing to a scope, so it need not be equal.

use crate::cases::{CaseNames, Cases};
use crate::product::{Product, State};
use crate::run::{Run, Step, Taken};
use std::ops::ControlFlow;
use vouchsafe_alphabet::Observation;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_explore::{Extent, Goal, Marks, Mask, Observer, Options, Space, find_shortest, fingerprint_of};
use vouchsafe_system::Action;

/// What became of a log.
#[derive(Clone, Debug)]
pub struct Validated {
    /// The shortest run that shows it.
    pub run: Option<Run>,
    /// [`Extent::Exhausted`] where a run was found or there is none; otherwise what ended the search without either.
    pub extent: Extent,
}

/// Looks for a run of the scope that shows exactly this log.
pub fn validate(
    product: &Product<'_>,
    log: &[(u64, Observation)],
    names: &dyn Naming,
    options: &Options,
    observer: &dyn Observer,
) -> Validated {
    let mut lines = lines(product, log, names);
    let mut cases = Cases::default();
    let (state, opening) = Step::opening(product, &mut cases);
    for saw in opening.saw {
        let Some(place) = lines.iter().position(|line| *line == (0, saw)) else {
            return Validated { run: None, extent: Extent::Exhausted };
        };
        lines.remove(place);
    }
    let showing = Showing { product, lines, first: Prefix { state, cases, now_ms: 0, shown: 0 } };
    let found = find_shortest(&showing, &ALL_SHOWN, Goal::Breach, options, observer);
    let run = found.walks.first().and_then(|walk| Run::of(product, &walk.actions).ok());
    Validated { run, extent: found.extent }
}

/// A line of a log: in which unit of time, and what is seen, with the ids that a run of the scope gives.
type Line = (u64, Observation);

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

/// The runs of a scope that show a beginning of a log, as a space to search.
struct Showing<'a> {
    product: &'a Product<'a>,
    /// The log without what opens it.
    lines: Vec<Line>,
    first: Prefix,
}

/// A run that has shown the first lines of the log.
#[derive(Clone)]
struct Prefix {
    state: State,
    cases: Cases,
    now_ms: u64,
    /// How many lines are shown.
    shown: usize,
}

/// The bit of a step after which everything is shown.
const ALL_SHOWN: Mask<1> = Mask([1]);

impl Showing<'_> {
    fn unit(&self, at_ms: u64) -> u64 {
        at_ms / self.product.scope().judged.unit_ms
    }

    fn bits(&self, prefix: &Prefix) -> Mask<1> {
        if prefix.shown == self.lines.len() { ALL_SHOWN } else { Mask::default() }
    }

    /// The run after one input more, if that shows what the log has next and is not too late for it.
    fn after(&self, prefix: &Prefix, action: Action) -> Option<Prefix> {
        let mut cases = prefix.cases.clone();
        let taken = Taken::from(self.product, &prefix.state, &mut cases, prefix.now_ms, action).ok()?;
        let (now_ms, unit) = (taken.step.at_ms, self.unit(taken.step.at_ms));
        let mut wanted = self.lines.iter().skip(prefix.shown);
        let shows = taken.step.saw.iter().all(|saw| wanted.next() == Some(&(unit, *saw)));
        let in_time = wanted.next().is_none_or(|(at, _)| unit <= *at);
        let shown = prefix.shown + taken.step.saw.len();
        (shows && in_time).then_some(Prefix { state: taken.state, cases, now_ms, shown })
    }
}

impl Space for Showing<'_> {
    type State = Prefix;
    type Action = Action;
    type Bits = Mask<1>;

    fn fingerprint(&self, prefix: &Prefix) -> u64 {
        let state = self.product.fingerprint(&prefix.state);
        fingerprint_of(&(state, &prefix.cases, self.unit(prefix.now_ms), prefix.shown))
    }

    fn initial(
        &self,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&Prefix, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&self.first, &self.bits(&self.first))
    }

    fn successors(
        &self,
        prefix: &Prefix,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(Action, &Prefix, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for &action in self.product.actions() {
            if let Some(next) = self.after(prefix, action) {
                visit(action, &next, &self.bits(&next))?;
            }
        }
        ControlFlow::Continue(())
    }

    fn name(&self, action: &Action) -> String {
        self.product.name(action)
    }
}
