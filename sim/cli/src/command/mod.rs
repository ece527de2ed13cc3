//! The commands, one file each; what each is asked and where it goes.

mod clauses;
mod explain;
mod list;
mod monitor;
mod rules;

use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::Outcome;
use clap::Subcommand;

/// A command with its own options.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List what there is: promises, readings, clauses, scopes, defects, safeguards
    List(list::List),
    /// Explain one promise, clause, reading or other name
    Explain(explain::Explain),
    /// Show how far the policy's clauses are covered
    Clauses(clauses::Clauses),
    /// Judge a log, without any model of the system behind it
    Monitor(monitor::Monitor),
}

impl Command {
    /// Does what was asked.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        match self {
            Self::List(list) => list.run(context),
            Self::Explain(explain) => explain.run(context),
            Self::Clauses(clauses) => clauses.run(context),
            Self::Monitor(monitor) => monitor.run(context),
        }
    }
}
