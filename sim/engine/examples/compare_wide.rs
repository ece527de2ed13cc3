//! Counts the distinct states of every wide scope with stateright's own breadth-first search and with ours.
//!
//! `cargo run --release -p vouchsafe-engine --example compare_wide [STATES_MAX]` looks at the wide scopes of up to
//! that many states (300,000 unless said otherwise) and fails where the two counts differ.
#![expect(clippy::print_stdout, reason = "what it prints is its report")]

use std::process::ExitCode;
use std::sync::LazyLock;
use vouchsafe_engine::neighbour::larger;
use vouchsafe_engine::{Checked, Product, Scope, ScopeKind, shipped};
use vouchsafe_explore::stateright::AsModel;
use vouchsafe_explore::{Options, Quiet};

/// A checker of stateright's keeps its model for good.
static WIDE: LazyLock<Vec<Scope>> = LazyLock::new(|| {
    let deciding = shipped::all().into_iter().filter(|scope| scope.kind == ScopeKind::Deciding);
    deciding.flat_map(|scope| larger(&scope)).map(|(_, scope)| scope).collect()
});

/// A bit that nothing sets: stateright stops at once when it has no property to look at.
const NOTHING: usize = 255;

fn main() -> ExitCode {
    let states_max = std::env::args().nth(1).and_then(|most| most.parse().ok()).unwrap_or(300_000);
    let (mut compared, mut different) = (0, 0);
    for scope in WIDE.iter() {
        let options = Options { states_max: Some(states_max), threads: 2, ..Options::default() };
        let ours = Checked::scope(scope, &options, &Quiet);
        if !ours.exhausted() {
            println!("{:32} more than {states_max} states, not compared", scope.name);
            continue;
        }
        let Ok(model) = AsModel::new(Product::new(scope), vec![("nothing", NOTHING)]) else { continue };
        let checker = stateright::Checker::join(stateright::Model::checker(model).spawn_bfs());
        let theirs = stateright::Checker::unique_state_count(&checker) as u64;
        compared += 1;
        different += u32::from(theirs != ours.report.states);
        println!("{:32} {:>9} {theirs:>9}", scope.name, ours.report.states);
    }
    println!("{compared} scopes compared, {different} differ");
    if different == 0 && compared > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
