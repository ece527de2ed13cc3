//! Searches that are set against each other, and what each of them took.

use crate::reference::{Reference, ceiling};
use crate::wide::{Twice, WideModel, wide};
use std::collections::BTreeMap;
use std::fmt;
use vouchsafe_engine::{Product, Scope};
use vouchsafe_explore::{Bits, Extent, Goal, Mask, Options, Quiet, Space, explore, find_shortest};

/// This project's search of the wide scope.
pub const WIDE: &str = "wide: this project, 1 thread";
/// The same in two processes at the same time.
pub const WIDE_BESIDE: &str = "wide: this project, 1 thread, two at the same time";
/// stateright's searches of it with one thread.
pub const WIDE_OTHERS: [&str; 2] = ["wide: stateright 0.31, 1 thread", "wide: stateright 0.30.2, 1 thread"];
/// This project's search where every state is expanded twice.
pub const WIDE_TWICE: &str = "wide: this project, each step taken twice";

/// A search of the whole of a model.
pub struct Search {
    /// Its name.
    pub name: String,
    /// Runs it; says how many states it found, and of this project's searches how many bytes it accounts for beside
    /// the states that wait.
    pub run: Box<dyn Fn() -> (u64, u64)>,
}

impl Search {
    fn new(name: impl Into<String>, run: impl Fn() -> (u64, u64) + 'static) -> Self {
        Self { name: name.into(), run: Box::new(run) }
    }
}

/// What one run of a search took.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// Distinct states.
    pub states: u64,
    /// Wall-clock time.
    pub nanoseconds: u64,
    /// The most memory that the process had.
    pub bytes: u64,
    /// What it accounts for beside the states that wait; nought where it says nothing.
    pub beside: u64,
}

fn ours<S: Space>(space: &S, threads: usize) -> (u64, u64) {
    let report = explore(space, &Options { threads, ..Options::default() }, &Quiet);
    assert!(report.holds(), "the model is honest and has an end");
    (report.states, report.memory.beside_frontier as u64)
}

/// The search with links from state to state, looking for what is never found.
fn linked<S: Space>(space: &S, never: &S::Bits) -> (u64, u64) {
    let found = find_shortest(space, never, Goal::Breach, &Options::default(), &Quiet);
    assert!(
        found.walks.is_empty() && found.extent == Extent::Exhausted,
        "the model is honest and has an end"
    );
    (found.states, found.memory.beside_frontier as u64)
}

/// How many states a release of stateright finds.
macro_rules! stateright {
    ($stateright:ident, $model:expr, $threads:expr) => {{
        use $stateright::{Checker, Model};
        let checker = $model.checker().threads($threads).spawn_bfs().join();
        checker.assert_properties();
        (checker.unique_state_count() as u64, 0)
    }};
}

/// Searches of the reference model.
pub fn reference_searches() -> Vec<Search> {
    let never = Mask([1]);
    vec![
        Search::new("this project, 1 thread", || ours(&Reference, 1)),
        Search::new("this project, 2 threads", || ours(&Reference, 2)),
        Search::new("this project, with links", move || linked(&Reference, &never)),
        Search::new("hand-packed loop", || (ceiling::run().states, 0)),
        Search::new("stateright 0.31, 1 thread", || stateright!(stateright, Reference, 1)),
        Search::new("stateright 0.31, 2 threads", || stateright!(stateright, Reference, 2)),
        Search::new("stateright 0.30.2, 1 thread", || stateright!(stateright_030, Reference, 1)),
        Search::new("stateright 0.30.2, 2 threads", || stateright!(stateright_030, Reference, 2)),
    ]
}

/// Searches of the wide scope.
pub fn wide_searches() -> Vec<Search> {
    // stateright's threads want a model that outlives them; it is made once for each search.
    let model = || WideModel(Product::new(Box::<Scope>::leak(Box::new(wide()))));
    let mut never = vouchsafe_engine::product::Found::default();
    never.set(0);
    vec![
        Search::new(WIDE, || ours(&Product::new(&wide()), 1)),
        Search::new("wide: this project, 2 threads", || ours(&Product::new(&wide()), 2)),
        Search::new(WIDE_TWICE, || ours(&Twice(Product::new(&wide())), 1)),
        Search::new("wide: this project, with links", move || linked(&Product::new(&wide()), &never)),
        Search::new(WIDE_OTHERS[0], move || stateright!(stateright, model(), 1)),
        Search::new("wide: stateright 0.31, 2 threads", move || stateright!(stateright, model(), 2)),
        Search::new(WIDE_OTHERS[1], move || stateright!(stateright_030, model(), 1)),
        Search::new("wide: stateright 0.30.2, 2 threads", move || stateright!(stateright_030, model(), 2)),
    ]
}

/// What every search of one model took, round by round.
pub struct Contest {
    about: &'static str,
    /// How many states there are; nought until the first search has said so.
    states: u64,
    order: Vec<String>,
    rounds: BTreeMap<String, Vec<Measured>>,
}

/// A search that did not find what the others find.
#[derive(Debug)]
pub struct Disagreement(String);

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl std::error::Error for Disagreement {}

impl Contest {
    /// Of a model with so many states; nought where that is to be found out.
    pub fn new(about: &'static str, states: u64) -> Self {
        Self { about, states, order: Vec::new(), rounds: BTreeMap::new() }
    }

    /// Enters what a search took.
    ///
    /// # Errors
    /// A number of states that is not that of the others.
    pub fn enter(&mut self, search: &Search, measured: Measured) -> Result<(), Disagreement> {
        self.enter_as(&search.name, measured)
    }

    /// The same by name.
    ///
    /// # Errors
    /// A number of states that is not that of the others.
    pub fn enter_as(&mut self, name: &str, measured: Measured) -> Result<(), Disagreement> {
        if self.states == 0 {
            self.states = measured.states;
        }
        if measured.states != self.states {
            let (found, ought) = (measured.states, self.states);
            return Err(Disagreement(format!("{name} finds {found} states of {}, not {ought}", self.about)));
        }
        if !self.rounds.contains_key(name) {
            self.order.push(name.to_owned());
        }
        self.rounds.entry(name.to_owned()).or_default().push(measured);
        Ok(())
    }

    /// The median time of a search, where it was entered.
    pub fn nanoseconds(&self, name: &str) -> Option<u64> {
        let mut times: Vec<u64> =
            self.rounds.get(name)?.iter().map(|measured| measured.nanoseconds).collect();
        times.sort_unstable();
        times.get(times.len() / 2).copied()
    }
}

impl fmt::Display for Contest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{}: {} states\n", self.about, self.states)?;
        writeln!(
            f,
            "| search | seconds | states a second | the first is so many times as fast | bytes a state, whole process | bytes a state beside the frontier |"
        )?;
        writeln!(f, "| --- | --- | --- | --- | --- | --- |")?;
        let first = self.order.first().and_then(|name| self.nanoseconds(name)).unwrap_or(1);
        for name in &self.order {
            let time = self.nanoseconds(name).unwrap_or(1);
            let most = |bytes: fn(&Measured) -> u64| {
                let most = self.rounds.get(name).into_iter().flatten().map(bytes).max();
                most.unwrap_or_default() as f64 / self.states as f64
            };
            let beside = most(|measured| measured.beside);
            writeln!(
                f,
                "| {name} | {:.2} | {:.0} | {:.2} | {:.0} | {} |",
                time as f64 / 1e9,
                self.states as f64 * 1e9 / time as f64,
                time as f64 / first as f64,
                most(|measured| measured.bytes),
                if beside > 0.0 { format!("{beside:.1}") } else { "-".to_owned() },
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference;

    fn took(states: u64, nanoseconds: u64) -> Measured {
        Measured { states, nanoseconds, bytes: 80 * states, beside: 12 * states }
    }

    #[test]
    fn medians_are_set_against_the_first_and_counts_must_agree() {
        let mut contest = Contest::new("a model", 0);
        for time in [5_000, 1_000, 2_000] {
            contest.enter_as("one", took(10, time)).unwrap();
            contest.enter_as("two", took(10, 3 * time)).unwrap();
        }
        let text = contest.to_string();
        assert!(text.contains("| two | 0.00 | 1666667 | 3.00 | 80 | 12.0 |"), "{text}");
        let error = contest.enter_as("three", took(11, 1)).unwrap_err();
        assert_eq!(error.to_string(), "three finds 11 states of a model, not 10");
    }

    #[test]
    fn the_hand_packed_loop_finds_what_the_explorer_finds() {
        let counted = ceiling::run();
        assert_eq!(
            (counted.states, counted.transitions, counted.wrong),
            (reference::STATES, reference::TRANSITIONS, 0)
        );
    }
}
