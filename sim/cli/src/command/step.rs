//! `step`: walks the model by hand, line by line, for people and for scripts.

mod answer;
mod hand;
mod order;
mod owed;
mod script;
mod taken;
mod terminal;
mod why;

use super::choices::Choices;
use super::scopes;
use super::traces::Traced;
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::Outcome;
use clap::Args;
use hand::Hand;
use std::io::IsTerminal;
use std::path::PathBuf;
use vouchsafe_engine::run::{NoRun, NotEnabled};
use vouchsafe_engine::stepper::Stepper;
use vouchsafe_engine::{Product, Scope};

/// Walked where no scope is named.
const SCOPE: &str = "consent";

const EXAMPLES: &str = "\
Commands, one a line:
  actions [TEXT]   inputs that are enabled here, numbered; those with TEXT in their names
  do N|INPUT       take an input, by its number or its name
  back             go to the step before
  goto N           go to step N of the run so far; 0 is the opening
  state [TEXT]     what is so here; the fields with TEXT in their paths
  diff             what the last step changed
  why PROMISE      where a promise stands in this run, part by part, and why
  why INPUT        which guard refuses an input here
  save FILE        write the run up to here as a trace; replace one with --force
  help, quit

A script is read from standard input. Its answers go to standard output, without a prompt; blank lines and lines \
that begin with # are passed over. At a line that is wrong, or an input that is refused, it ends with exit code 2 \
and says on standard error which line that was; with --keep-going the lines after it are done all the same. \
Otherwise the exit code is 1 where the run breaches a promise up to the step at which it was left, and else 0.

Examples:
  vouchsafe step --scope sale --defect sell-outright
  echo 'why F13.no-sale' | vouchsafe step --trace F13.no-sale.jsonl";

/// The options of `step`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Walk {
    /// Walk in this scope, a shipped one or a TOML file: `consent`, or the one that the trace names
    #[arg(long, value_name = "NAME|FILE")]
    scope: Option<String>,
    /// Begin with the run of this trace, at its end, with the readings and defects that its header names
    #[arg(long, value_name = "TRACE")]
    trace: Option<PathBuf>,
    #[command(flatten)]
    choices: Choices,
    /// Go on with a script after a line that is wrong; the exit code is 2 all the same
    #[arg(long)]
    keep_going: bool,
}

impl Walk {
    /// Walks until the input ends or says so.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        if context.shared.format == Format::Json {
            return Err(Failure::usage(
                "`step` answers in text alone",
                "`save FILE` writes the run as JSON Lines, and `check`, `replay` and `explain` have `--format json`",
            ));
        }
        let traced = self.traced(context)?;
        let scope = self.scope(traced.as_ref())?;
        let product = Product::new(&scope);
        let mut stepper = Stepper::new(&product);
        if let Some(traced) = &traced {
            retrace(traced, &mut stepper)?;
        }
        let mut hand = Hand { stepper, page: context.page(), force: context.shared.force };
        if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
            terminal::walk(&mut hand, context)?;
        } else {
            script::walk(&mut hand, context, self.keep_going)?;
        }
        Ok(hand.outcome())
    }

    fn traced(&self, context: &mut Context<'_>) -> Result<Option<Traced>, Failure> {
        let Some(path) = &self.trace else { return Ok(None) };
        if let Some(option) = self.choices.words().first() {
            return Err(Failure::usage(
                format!(
                    "`{option}` is given, and the trace says itself with which readings and defects it was made"
                ),
                "leave out one of the two",
            ));
        }
        let traced = Traced::read(path, self.scope.as_deref())?;
        for differs in &traced.differs {
            context.warn(&differs.sentence());
        }
        Ok(Some(traced))
    }

    fn scope(&self, traced: Option<&Traced>) -> Result<Scope, Failure> {
        let Some(traced) = traced else {
            let mut chosen = scopes::find(self.scope.as_deref().unwrap_or(SCOPE))?;
            self.choices.apply(&mut chosen.scope)?;
            return Ok(chosen.scope);
        };
        traced.scope()?.filter(|_| !traced.trace.inputs.is_empty()).ok_or_else(|| {
            Failure::usage(
                format!("`{}` has no inputs to walk along: it is a log, or the run of a simulation", traced.name),
                "`vouchsafe monitor` judges a log; `vouchsafe check --trace-out FILE` writes a run with inputs",
            )
        })
    }
}

/// Takes the inputs of a trace.
fn retrace(traced: &Traced, stepper: &mut Stepper<'_>) -> Result<(), Failure> {
    for (number, name) in (1..).zip(&traced.trace.inputs) {
        let wrong = |error| traced.not_run(&error, Some(stepper.product().scope()));
        let action = stepper.parse(name).map_err(|error| wrong(NoRun::NoInput { step: number, error }))?;
        if let Some(refusal) = stepper.refusal(action) {
            return Err(wrong(NotEnabled { step: number, name: name.clone(), refusal }.into()));
        }
        // It was asked just now, and is not refused.
        let _ = stepper.take(action);
    }
    Ok(())
}
