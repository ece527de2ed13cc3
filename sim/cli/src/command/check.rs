//! `check`: explores scopes and judges the promises.

mod clash;
mod coverage;
mod covered;
mod explore;
mod found;
mod json;
mod plan;
mod text;
mod walk;

use super::choices::Choices;
use super::ever;
use super::limits::Limits;
use super::scopes;
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::interrupt;
use crate::manifest;
use crate::outcome::Outcome;
use crate::stream::Stream;
use clap::Args;
use found::Found;
use plan::Plan;
use std::path::{Path, PathBuf};
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::trace::Manifest;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{Checked, Run, Verdict, replay};

const EXAMPLES: &str = "\
Examples:
  vouchsafe check                                       every promise in the scopes that decide it
  vouchsafe check --scope sale --defect sell-outright   the shortest run by which a sale breaks it";

/// The options of `check`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Check {
    /// Explore this scope, a shipped one or a TOML file, not the usual ones; may be given again
    #[arg(long = "scope", value_name = "NAME|FILE")]
    scopes: Vec<String>,
    /// Judge this promise only; may be given again
    #[arg(long = "promise", value_name = "ID")]
    promises: Vec<String>,
    #[command(flatten)]
    choices: Choices,
    /// Explore the wider neighbours of each scope as well, in a few minutes and up to 4 GiB
    #[arg(long)]
    deep: bool,
    /// Say as well how often each input, guard and part of a promise was exercised; takes about three times as long
    #[arg(long)]
    coverage: bool,
    /// Write the counterexample of the first breached promise to this file
    #[arg(long, value_name = "FILE")]
    trace_out: Option<PathBuf>,
    #[command(flatten)]
    limits: Limits,
    #[command(flatten)]
    walks: walk::Walks,
}

impl Check {
    /// Explores and judges.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        walk::agree(self)?;
        coverage::agree(self)?;
        let register = Register::shipped()?;
        let plan = Plan::of(self)?;
        self.check_trace_out(context.shared.force)?;
        interrupt::heed()?;
        let checked = explore::all(&plan, self, context.shared.quiet);
        let exercises = coverage::all(&plan, self, &checked, context.shared.quiet);
        let found = Found::of(&plan, &checked, interrupt::asked())?;
        let trace = self.trace(&checked, &found, context.shared.force)?;
        match context.shared.format {
            Format::Json => {
                context.say_json(&json::report(&plan, &checked, &found, &exercises)?)?;
            }
            Format::Text | Format::Csv => {
                let text =
                    text::report(&context.page(), &register, self, &plan, (&checked, &exercises), &found);
                context.say(&text)?;
            }
        }
        // Results that cannot be written take the trace with them.
        context.out.flush().map_err(Failure::Standard)?;
        if let Some(trace) = trace {
            trace.keep()?;
        }
        Ok(outcome(&found))
    }

    /// Refuses an output file before anything is explored.
    fn check_trace_out(&self, force: bool) -> Result<(), Failure> {
        let Some(path) = &self.trace_out else { return Ok(()) };
        let is_read = |given: &String| {
            let (read, written) = (Path::new(given).canonicalize(), path.canonicalize());
            scopes::is_file(given) && matches!((read, written), (Ok(read), Ok(written)) if read == written)
        };
        if self.scopes.iter().any(is_read) {
            return Err(Failure::usage(
                format!("`{}` is read, and a trace cannot be written to it as well", path.display()),
                "give `--trace-out` a file of its own",
            ));
        }
        Stream::may_create(path, force)
    }

    /// Writes the counterexample that was asked for, where there is one.
    fn trace(&self, checked: &[Checked<'_>], found: &Found, force: bool) -> Result<Option<Stream>, Failure> {
        let (Some(path), Some(tale)) = (&self.trace_out, found.first_tale()) else { return Ok(None) };
        let Some(checked) = checked.get(tale.scope) else { return Ok(None) };
        let fault =
            |error: &dyn std::fmt::Display| Failure::Fault(format!("a counterexample does not run: {error}"));
        let run = Run::of(&checked.product, &tale.actions).map_err(|error| fault(&error))?;
        let about = found.about(tale);
        let manifest = Manifest { seed: self.walks.how().map(|how| how.seed), ..manifest::of("") };
        let owed = tale.ever.iter().flat_map(|_| tale.parts()).collect();
        let text = replay::write_owing(&checked.product, &run, manifest, Some(about), owed);
        let mut stream = Stream::create(path, force)?;
        stream.line(text.trim_end())?;
        Ok(Some(stream))
    }
}

/// The manifest: what all scopes have in common of readings and defects.
fn manifest(schema: &str, plan: &Plan) -> Manifest {
    let readings: Vec<Vec<String>> = plan.items.iter().map(|item| item.chosen.scope.readings()).collect();
    let common = readings.first().into_iter().flatten();
    let common = common.filter(|reading| readings.iter().all(|of| of.contains(reading)));
    let defects = plan.items.first().map(|item| item.chosen.scope.setup.defects).unwrap_or_default();
    Manifest {
        scopes: plan.items.iter().map(|item| manifest::source(&item.chosen.scope)).collect(),
        readings: common.cloned().collect(),
        defects: defects.iter().map(|defect| defect.name().to_owned()).collect(),
        seed: plan.walk.map(|how| how.seed),
        ..manifest::of(schema)
    }
}

/// How the command ends. An interrupted run settles nothing, even where breaches were found.
fn outcome(found: &Found) -> Outcome {
    if found.interrupted {
        return Outcome::Open;
    }
    match found.verdict() {
        Verdict::Holds => Outcome::Kept,
        Verdict::Breached => Outcome::Broken,
        Verdict::Bounded | Verdict::Vacuous => Outcome::Open,
    }
}
