//! `replay`: runs a trace again and says whether it still breaks what it broke.

mod json;
mod text;
mod wrong;

use super::scopes::{self, Chosen};
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::input_text;
use crate::outcome::Outcome;
use clap::Args;
use std::collections::BTreeSet;
use std::path::PathBuf;
use vouchsafe_alphabet::trace::Start;
use vouchsafe_engine::replay::{Replayed, Trace, replay};
use vouchsafe_engine::{Scope, register};

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

/// Two digests that ought to be one.
struct Differs {
    /// What was digested.
    what: String,
    /// The digest in the trace.
    there: String,
    /// The digest of what is at hand.
    here: String,
}

/// What came of a trace.
struct Ran {
    trace: Trace,
    scope: Option<Scope>,
    replayed: Replayed,
    differs: Vec<Differs>,
}

impl Replay {
    /// Runs the trace again.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let text = input_text::read(&self.trace, "traces are written in UTF-8")?;
        let name = self.trace.display().to_string();
        let trace = Trace::parse(&text).map_err(|error| wrong::trace(&name, &text, &error))?;
        let chosen = self.scope(&trace)?;
        let differs = self.differing(&trace, chosen.as_ref().map(|chosen| &chosen.scope));
        if let (Some(first), true) = (differs.first(), self.strict) {
            return Err(Failure::usage(
                first.sentence(),
                "without `--strict` it is run all the same; `vouchsafe check --trace-out FILE` writes a new one",
            ));
        }
        for differs in &differs {
            context.warn(&differs.sentence());
        }
        let scope = chosen.map(|chosen| trace.scope(&chosen.scope)).transpose();
        let scope = scope.map_err(|error| wrong::trace(&name, &text, &error))?;
        let replayed = replay(&trace, scope.as_ref())
            .map_err(|error| wrong::step(&name, &text, &error, scope.as_ref()))?;
        let ran = Ran { trace, scope, replayed, differs };
        match context.shared.format {
            Format::Json => context.say_json(&json::report(&ran))?,
            Format::Text => {
                let text = text::report(&context.page(), &name, &ran);
                context.say(&text)?;
            }
        }
        Ok(ran.outcome())
    }

    /// The scope to run it in; a trace without inputs needs none.
    fn scope(&self, trace: &Trace) -> Result<Option<Chosen>, Failure> {
        if let Some(given) = &self.scope {
            return scopes::find(given).map(Some);
        }
        let named = trace.header.manifest.scopes.first();
        let found = named.and_then(|source| scopes::named(&source.name)).map(Chosen::from);
        if found.is_some() || trace.inputs.is_empty() {
            return Ok(found);
        }
        let says = match named {
            Some(source) => {
                format!("the trace was made in the scope `{}`, which is not a shipped one", source.name)
            }
            None => "the trace has inputs, and its header names no scope".to_owned(),
        };
        Err(Failure::usage(says, "give the scope's file with `--scope FILE`"))
    }

    /// The digests of the trace's header that are others than those at hand.
    fn differing(&self, trace: &Trace, scope: Option<&Scope>) -> Vec<Differs> {
        let manifest = &trace.header.manifest;
        let mut differs = Vec::new();
        if let (Some(source), Some(scope)) = (manifest.scopes.first(), scope)
            && source.sha256 != scope.sha256
        {
            let what = if source.name == scope.name {
                format!("the scope `{}`", scope.name)
            } else {
                format!("the scope `{}`, and is run in `{}`", source.name, scope.name)
            };
            differs.push(Differs { what, there: source.sha256.clone(), here: scope.sha256.clone() });
        }
        let here = register::sha256();
        if let Some(there) = manifest.register_sha256.as_ref().filter(|there| **there != here) {
            differs.push(Differs { what: "the clause register".to_owned(), there: there.clone(), here });
        }
        differs
    }
}

impl Differs {
    fn sentence(&self) -> String {
        format!(
            "the trace was made from another text of {}: its SHA-256 was {} and is {} here",
            self.what, self.there, self.here
        )
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
