//! A scope as a model for stateright's Explorer, with inputs, states and runs that people can read.

use crate::cases::{BareSlots, CaseNames};
use crate::chart::svg;
use crate::legible::{self, Line};
use crate::product::{Found, Product, State};
use crate::run::Run;
use crate::scope::Scope;
use stateright::{Model, Path, Property};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use vouchsafe_explore::{Bits, Marks, Space};
use vouchsafe_system::{Action, Out};

/// A scope that is explored for as long as the process lives: the Explorer never gives a model back.
#[derive(Clone, Copy)]
pub struct Explorable {
    product: &'static Product<'static>,
    /// How often the search may still ask whether a promise is kept in a state; it asks for every promise in every
    /// state, and nobody else asks.
    left: &'static AtomicUsize,
}

/// A state with everything that was breached on the way to it.
///
/// Two states are one where both are the same; in an honest scope that is where the states are.
#[derive(Clone, Copy)]
pub struct Reached {
    model: Explorable,
    state: State,
    breached: Found,
}

impl PartialEq for Reached {
    fn eq(&self, other: &Self) -> bool {
        (&self.state, &self.breached) == (&other.state, &other.breached)
    }
}

impl Hash for Reached {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        (&self.state, &self.breached).hash(hasher);
    }
}

impl fmt::Debug for Reached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in self.model.parts(&self.breached) {
            writeln!(f, "BREACHED on the way: {part}")?;
        }
        let lines = self.model.lines(&self.state);
        if lines.is_empty() {
            f.write_str("Everything is as it was made.")?;
        }
        for Line { path, value } in lines {
            writeln!(f, "{path}: {value}")?;
        }
        Ok(())
    }
}

impl Explorable {
    /// The model of a scope, which is kept until the process ends.
    ///
    /// A search of it rests for ever in about the state of the number `states_max`: stateright takes a search that
    /// its own limit ends for a complete one, and says of every promise that it holds.
    pub fn new(scope: Scope, states_max: usize) -> Self {
        let scope: &'static Scope = Box::leak(Box::new(scope));
        let left = Box::leak(Box::new(AtomicUsize::new(usize::MAX)));
        let model = Self { product: Box::leak(Box::new(Product::new(scope))), left };
        left.store(states_max.saturating_mul(model.properties().len()), Ordering::Relaxed);
        model
    }

    /// Counts a question of the search; the thread that asks one too many gets no answer.
    fn count(&self) {
        let one_less = |left: usize| left.checked_sub(1);
        while self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less).is_err() {
            std::thread::park();
        }
    }

    fn scope(&self) -> &'static Scope {
        self.product.scope
    }

    fn names(&self) -> BareSlots<'static> {
        BareSlots(&self.scope().names)
    }

    fn lines(&self, state: &State) -> Vec<Line> {
        legible::lines(self.scope(), &self.names(), state)
    }

    fn parts(&self, breached: &Found) -> Vec<String> {
        breached.iter().filter_map(|bit| self.product.part_name(bit)).collect()
    }
}

impl Model for Explorable {
    type State = Reached;
    type Action = Action;

    fn init_states(&self) -> Vec<Reached> {
        let (state, _) = self.product.opening();
        vec![Reached { model: *self, state, breached: Found::default() }]
    }

    fn actions(&self, last: &Reached, actions: &mut Vec<Action>) {
        // The visitor never breaks.
        let _ = self.product.successors(&last.state, &mut Marks::default(), &mut |action, _, _| {
            actions.push(action);
            ControlFlow::Continue(())
        });
    }

    fn next_state(&self, last: &Reached, action: Action) -> Option<Reached> {
        let (state, mut breached) = self.product.step(&last.state, &action)?;
        breached.join(&last.breached);
        Some(Reached { model: *self, state, breached })
    }

    fn format_action(&self, action: &Action) -> String {
        action.name(&self.names())
    }

    /// What is seen, breached and changed by a step.
    fn format_step(&self, last: &Reached, action: Action) -> Option<String> {
        let mut out = Out::default();
        let (next, _, breached) = self.product.take(&last.state, action, &mut out).ok()?;
        let mut text = String::new();
        for part in self.parts(&breached) {
            text.push_str(&format!("BREACHES {part}\n"));
        }
        for saw in &out.observations {
            text.push_str(&saw.sentence(&self.names()));
            text.push('\n');
        }
        if out.observations.is_empty() {
            text.push_str("Nothing is seen.\n");
        }
        text.push('\n');
        for change in legible::changes(&self.lines(&last.state), &self.lines(&next)) {
            text.push_str(&format!("{change}\n"));
        }
        Some(text)
    }

    /// The run as a sequence chart; the opening alone has none.
    fn as_svg(&self, path: Path<Reached, Action>) -> Option<String> {
        let actions = path.into_actions();
        // A run of the model is one of the product.
        let run = Run::of(self.product, &actions).ok().filter(|_| !actions.is_empty())?;
        let rows = run.steps.into_iter().map(|step| svg::Row {
            breaks: self.parts(&step.breached),
            title: step.name,
            saw: step.saw,
        });
        Some(svg::draw(&rows.collect::<Vec<_>>(), &CaseNames(&self.scope().names)))
    }

    /// That each promise which the scope decides is kept; where it decides none of those that are judged step by
    /// step, each that there is.
    fn properties(&self) -> Vec<Property<Self>> {
        let decides = |id: &str| self.scope().asks(id);
        let none = !self.product.promises().iter().any(|promise| decides(promise.id));
        let promises = self.product.promises().iter().zip(CONDITIONS);
        let promises = promises.filter(|(promise, _)| none || decides(promise.id));
        promises.map(|(promise, kept)| Property::always(promise.id, kept)).collect()
    }
}

/// Whether a promise is kept on the way to a state: stateright takes a function for each, not a closure.
type Condition = fn(&Explorable, &Reached) -> bool;

fn kept<const PROMISE: usize>(model: &Explorable, reached: &Reached) -> bool {
    model.count();
    let of_promise =
        |bit: usize| model.product.layout().parts().get(bit).is_some_and(|part| part.0 == PROMISE);
    !reached.breached.iter().any(of_promise)
}

macro_rules! conditions {
    ($($promise:literal)*) => { [$(kept::<$promise>),*] };
}

/// The conditions of the promises, by their numbers.
static CONDITIONS: [Condition; 64] = conditions! {
    0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipped;
    use stateright::Checker;
    use vouchsafe_explore::{Options, Quiet, explore};
    use vouchsafe_system::{Defect, Defects};

    #[test]
    fn every_promise_has_a_condition() {
        let scope = shipped::named("consent").unwrap();
        assert!(Product::new(&scope).promises().len() <= CONDITIONS.len());
    }

    #[test]
    fn an_honest_scope_has_as_many_states_and_keeps_its_promises() {
        let scope = shipped::named("no-objection").unwrap();
        let report = explore(&Product::new(&scope), &Options::default(), &Quiet);
        let checker = Explorable::new(scope, usize::MAX).checker().spawn_bfs().join();
        assert_eq!(checker.unique_state_count() as u64, report.states);
        checker.assert_properties();
    }

    #[test]
    fn a_breach_is_discovered_and_told() {
        let mut scope = shipped::named("consent").unwrap();
        scope.setup.defects = [Defect::TvKeepsReporting].into_iter().collect::<Defects>();
        let checker = Explorable::new(scope, usize::MAX).checker().target_max_depth(7).spawn_bfs().join();
        let path = checker.discovery("F30.nothing-after-withdrawal").unwrap();
        let last = format!("{:#?}", path.last_state());
        assert!(last.starts_with("BREACHED on the way: F30.nothing-after-withdrawal/"), "{last}");
        let svg = checker.model().as_svg(path).unwrap();
        assert!(svg.contains("breaches F30.nothing-after-withdrawal/"), "{svg}");
    }

    #[test]
    fn a_search_that_is_cut_never_passes_for_a_complete_one() {
        let scope = shipped::named("consent").unwrap();
        let checker = Explorable::new(scope, 50).checker().spawn_on_demand();
        checker.run_to_completion();
        while checker.unique_state_count() < 50 {
            std::thread::yield_now();
        }
        let looks = std::iter::repeat_with(|| (checker.is_done(), checker.unique_state_count())).take(1000);
        assert!(looks.into_iter().all(|(done, states)| !done && states < 531));
    }

    #[test]
    fn a_scope_that_decides_what_is_owed_alone_shows_every_promise() {
        let model = Explorable::new(shipped::named("answers").unwrap(), usize::MAX);
        assert_eq!(model.properties().len(), model.product.promises().len());
    }
}
