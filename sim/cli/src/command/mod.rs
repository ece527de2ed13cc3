//! The commands, one file each; what each is asked and where it goes.

mod check;
mod choices;
mod clauses;
mod ever;
mod explain;
mod explore;
mod graph;
mod jurisdictions;
mod limits;
mod list;
mod matrix;
mod monitor;
mod networks;
mod readings;
mod replay;
mod rules;
mod scopes;
mod simulate;
mod step;
mod story;
mod sweep;
mod traces;
mod watch;

use crate::args::Format;
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
    /// Walk the model by hand, input by input
    Step(step::Walk),
    /// Serve the states of a scope to a browser
    Explore(explore::Explore),
    /// Try every reading: which promises stand under which choice, played and judged
    Readings(readings::Survey),
    /// Move a parameter that the policy leaves open, and find where verdicts flip
    Sweep(sweep::Sweep),
    /// Switch on defect after defect: what does each break, and what breaks by none?
    Matrix(matrix::Matrix),
    /// Simulate many households in virtual time
    Simulate(simulate::Simulate),
    /// Draw the states of a scope, or what one party goes through
    Graph(graph::Graph),
    /// List what there is: promises, readings, clauses, scopes, defects, parties, safeguards
    List(list::List),
    /// Show what is known of the law of the places that the policy names, on a day
    Jurisdictions(jurisdictions::Jurisdictions),
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
        if context.shared.format == Format::Csv && !matches!(self, Self::Matrix(_)) {
            return Err(Failure::usage(
                "only `matrix` is written as csv",
                "use `--format text` or `--format json`",
            ));
        }
        match self {
            Self::Check(check) => check.run(context),
            Self::Replay(replay) => replay.run(context),
            Self::Step(walk) => walk.run(context),
            Self::Explore(explore) => explore.run(context),
            Self::Readings(survey) => survey.run(context),
            Self::Sweep(sweep) => sweep.run(context),
            Self::Matrix(matrix) => matrix.run(context),
            Self::Simulate(simulate) => simulate.run(context),
            Self::Graph(graph) => graph.run(context),
            Self::List(list) => list.run(context),
            Self::Jurisdictions(jurisdictions) => jurisdictions.run(context),
            Self::Explain(explain) => explain.run(context),
            Self::Clauses(clauses) => clauses.run(context),
            Self::Monitor(monitor) => monitor.run(context),
        }
    }
}
