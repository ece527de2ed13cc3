//! `replay`: runs a trace again and says whether it still breaks what it broke.

mod json;
mod text;

use super::traces::{Differs, Traced};
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::Outcome;
use clap::Args;
use std::collections::BTreeSet;
use std::path::PathBuf;
use vouchsafe_alphabet::trace::Start;
use vouchsafe_engine::Scope;
use vouchsafe_engine::replay::{Replayed, Trace, replay};

const EXAMPLES: &str = "\
Examples:
  vouchsafe replay F13.no-sale.jsonl
  vouchsafe replay F13.no-sale.jsonl --scope my-sale.toml --strict";

/// The options of `replay`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Replay {
    /// The trace: a header, inputs, and what was seen
    #[arg(value_name = "TRACE")]
    trace: PathBuf,
    /// Run it in this scope, a shipped one or a TOML file, not in the one that its header names
    #[arg(long, value_name = "NAME|FILE")]
    scope: Option<String>,
    /// Refuse a trace that was made from other texts of scope or register
    #[arg(long)]
    strict: bool,
}

/// What came of a trace.
struct Ran {
    trace: Trace,
    scope: Option<Scope>,
    /// The name or file by which the scope was chosen.
    given: Option<String>,
    replayed: Replayed,
    differs: Vec<Differs>,
}

impl Replay {
    /// Runs the trace again.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let traced = Traced::read(&self.trace, self.scope.as_deref())?;
        if let (Some(first), true) = (traced.differs.first(), self.strict) {
            return Err(Failure::usage(
                first.sentence(),
                "without `--strict` it is run all the same; `vouchsafe check --trace-out FILE` writes a new one",
            ));
        }
        for differs in &traced.differs {
            context.warn(&differs.sentence());
        }
        let scope = traced.scope()?;
        let replayed =
            replay(&traced.trace, scope.as_ref()).map_err(|error| traced.not_run(&error, scope.as_ref()))?;
        let given = traced.given().map(str::to_owned);
        let Traced { name, trace, differs, .. } = traced;
        let ran = Ran { trace, scope, given, replayed, differs };
        match context.shared.format {
            Format::Json => context.say_json(&json::report(&ran))?,
            Format::Text | Format::Csv => {
                let text = text::report(&context.page(), &name, &ran);
                context.say(&text)?;
            }
        }
        Ok(ran.outcome())
    }
}

impl Ran {
    /// What its header says that it breaks.
    fn said(&self) -> BTreeSet<String> {
        self.trace.header.breaks.iter().cloned().collect()
    }

    /// Everything that anybody finds broken.
    fn broken(&self) -> BTreeSet<String> {
        let by_system = self.replayed.by_system.iter().flatten();
        by_system.chain(&self.replayed.by_monitor).chain(&self.replayed.by_naive).cloned().collect()
    }

    /// Whether nothing is known of what was before the trace, which may hide a breach.
    fn is_open(&self) -> bool {
        self.trace.header.start == Start::Unknown && self.replayed.by_system.is_none()
    }

    /// Whether nothing of what its header says is broken: a trace that was cut short, or is judged by other promises
    /// than it was written by.
    fn belies_its_header(&self) -> bool {
        self.broken().is_empty() && !self.said().is_empty()
    }

    fn outcome(&self) -> Outcome {
        if !self.broken().is_empty() {
            Outcome::Broken
        } else if self.is_open() || self.belies_its_header() {
            Outcome::Open
        } else {
            Outcome::Kept
        }
    }
}
