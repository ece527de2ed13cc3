//! The commands, one file each; what each is asked and where it goes.

mod check;
mod choices;
mod clauses;
mod explain;
mod limits;
mod list;
mod monitor;
mod replay;
mod rules;
mod scopes;
mod simulate;
mod story;

use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::Outcome;
use clap::Subcommand;

/// A command with its own options.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Explore scopes and judge the promises
    Check(check::Check),
    /// Run a trace again: does it still break what it broke?
    Replay(replay::Replay),
    /// Simulate many households in virtual time
    Simulate(simulate::Simulate),
    /// List what there is: promises, readings, clauses, scopes, defects, safeguards
    List(list::List),
    /// Explain one promise, clause, reading or other name
    Explain(explain::Explain),
    /// Show how far the policy's clauses are covered, and how a text of it has drifted
    Clauses(clauses::Clauses),
    /// Judge a log, without any model of the system behind it
    Monitor(monitor::Monitor),
}

impl Command {
    /// Does what was asked.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        match self {
            Self::Check(check) => check.run(context),
            Self::Replay(replay) => replay.run(context),
            Self::Simulate(simulate) => simulate.run(context),
            Self::List(list) => list.run(context),
            Self::Explain(explain) => explain.run(context),
            Self::Clauses(clauses) => clauses.run(context),
            Self::Monitor(monitor) => monitor.run(context),
        }
    }
}
