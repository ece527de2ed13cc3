//! What the benchmarks run on: a generated log as text, and transitions of a scope.

pub mod contest;
pub mod reference;
pub mod wide;

use std::collections::{HashSet, VecDeque};
use std::ops::ControlFlow;
use vouchsafe_alphabet::trace::{self, Entry};
use vouchsafe_engine::network::{self, Profile};
use vouchsafe_engine::population::{Plan, Population, PopulationNames, Sink};
use vouchsafe_engine::product::State;
use vouchsafe_engine::{Product, Scope, shipped};
use vouchsafe_explore::{Marks, Space};
use vouchsafe_monitor::Breach;
use vouchsafe_system::Action;

/// The shipped scope with this name.
///
/// # Panics
/// Where there is none such.
pub fn scope(name: &str) -> Scope {
    match shipped::named(name) {
        Some(scope) => scope,
        None => panic!("no shipped scope is called {name}"),
    }
}

/// The network that a simulation has unless another one is named.
///
/// # Panics
/// Where there is none such.
pub fn network() -> Profile {
    match network::named(network::DEFAULT) {
        Some(network) => network,
        None => panic!("no shipped network is called {}", network::DEFAULT),
    }
}

/// A population whose log is some ten thousand lines long.
pub const PLAN: Plan =
    Plan { households: 20, duration_ms: 30 * 86_400_000, seed: 1, pause_ms: 7_200_000, presses_per_day: 24 };

/// The log of a simulated population: a header, then a line for each observation.
pub fn log(scope: &Scope, plan: Plan) -> Vec<String> {
    let mut lines = Lines { names: PopulationNames(&scope.names), lines: vec![HEADER.to_owned()] };
    let network = network();
    let mut population = Population::new(scope, &network, plan, &mut lines);
    while population.step(&mut lines) {}
    lines.lines
}

const HEADER: &str = r#"{"schema":"vouchsafe.trace/1","start":"complete"}"#;

/// Keeps what a population shows as lines.
struct Lines<'a> {
    names: PopulationNames<'a>,
    lines: Vec<String>,
}

impl Sink for Lines<'_> {
    fn entry(&mut self, entry: &Entry) {
        let mut line = trace::write(entry, &self.names);
        line.truncate(line.trim_end().len());
        self.lines.push(line);
    }
    fn breach(&mut self, _: &Breach) {}
}

/// The first transitions of a scope in breadth-first order, at most this many, each an enabled input in a state.
pub fn transitions(product: &Product<'_>, most: usize) -> Vec<(State, Action)> {
    let (first, _) = product.opening();
    let mut known = HashSet::from([first]);
    let mut queue = VecDeque::from([first]);
    let mut found = Vec::new();
    while let Some(state) = queue.pop_front() {
        let flow = product.successors(&state, &mut Marks::default(), &mut |action, next, _| {
            found.push((state, action));
            if known.insert(*next) {
                queue.push_back(*next);
            }
            if found.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        if flow.is_break() {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_monitor::Monitor;

    #[test]
    fn the_log_is_long_and_every_line_of_it_is_judged() {
        let plan = Plan { households: 2, ..PLAN };
        let lines = log(&scope("household"), plan);
        let mut monitor = Monitor::new(None);
        for line in &lines {
            assert_eq!(monitor.feed(line), Ok(()), "{line}");
        }
        assert_eq!(monitor.events(), lines.len() as u64 - 1);
        assert!(lines.len() > 500, "{} lines", lines.len());
    }

    #[test]
    fn transitions_are_enabled() {
        let scope = scope("control");
        let product = Product::new(&scope);
        let found = transitions(&product, 100);
        assert_eq!(found.len(), 100);
        assert!(found.iter().all(|(state, action)| product.step(state, action).is_some()));
    }
}
