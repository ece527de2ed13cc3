//! `readings`: which promises stand under which choice of a reading, played, judged, and both.

mod json;
mod text;

use super::limits::Limits;
use super::scopes;
use super::watch::Watch;
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::interrupt;
use crate::outcome::Outcome;
use crate::progress::Progress;
use clap::Args;
use std::time::Instant;
use vouchsafe_alphabet::readings::{self, Choice, Reading};
use vouchsafe_engine::standings::{Side, Standings, concerned, stand};
use vouchsafe_engine::{Checked, Scope, shipped};

const EXAMPLES: &str = "\
A choice is *played* where the parties go by it, and *judged* where the books do. Played and judged it asks whether a \
system that keeps the reading keeps its promises; on one side alone, what becomes of them where the two differ.

Examples:
  vouchsafe readings                     every choice but the defaults, in the scopes that decide what it bears on
  vouchsafe readings business-ground     what hangs on how long a business purpose justifies keeping data";

/// The options of `readings`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Survey {
    /// Try the choices of this reading only; several may be named
    #[arg(value_name = "READING")]
    readings: Vec<String>,
    /// Explore this scope, a shipped one or a TOML file, not the usual ones; may be given again
    #[arg(long = "scope", value_name = "NAME|FILE")]
    scopes: Vec<String>,
    #[command(flatten)]
    limits: Limits,
}

/// What was found of one choice.
struct Tried {
    reading: &'static Reading,
    choice: &'static Choice,
    /// The scopes that were explored.
    scopes: Vec<String>,
    /// For each side in order, as far as it was come to.
    sides: Vec<Standings>,
}

impl Tried {
    /// Whether every side was come to and covered to the end.
    fn is_settled(&self) -> bool {
        self.sides.len() == Side::ALL.len() && self.sides.iter().all(Standings::are_settled)
    }
}

impl Survey {
    /// Tries every choice.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let readings = self.chosen()?;
        let scopes = self.scopes()?;
        let idle: Vec<&str> =
            readings.iter().filter(|of| concerned(of, &scopes).is_empty()).map(|of| of.name).collect();
        if idle.len() == readings.len() {
            return Err(Failure::usage(
                format!("no scope here decides a promise on which {} bears", listed(&idle)),
                "`vouchsafe explain READING` names the promises, and `explain PROMISE` the scopes that decide them",
            ));
        }
        if !idle.is_empty() {
            context.warn(&format!(
                "left out, since no scope here decides what they bear on: {}",
                idle.join(", ")
            ));
        }
        interrupt::heed()?;
        let tried = self.try_all(&readings, &scopes, context.shared.quiet);
        match context.shared.format {
            Format::Json => context.say_json(&json::report(&scopes, &tried))?,
            Format::Text | Format::Csv => {
                let text = text::report(&context.page(), &tried);
                context.say(&text)?;
            }
        }
        Ok(if tried.iter().all(Tried::is_settled) { Outcome::Kept } else { Outcome::Open })
    }

    /// The readings that were named, each once and in the order of the list, or all.
    fn chosen(&self) -> Result<Vec<&'static Reading>, Failure> {
        let known = || readings::ALL.iter().map(|reading| reading.name);
        if let Some(unknown) = self.readings.iter().find(|name| known().all(|known| known != name.as_str())) {
            return Err(Failure::unknown("reading", unknown, known(), "`vouchsafe list readings` lists all"));
        }
        let is_meant = |reading: &&Reading| {
            self.readings.is_empty() || self.readings.iter().any(|name| name == reading.name)
        };
        Ok(readings::ALL.iter().filter(is_meant).collect())
    }

    fn scopes(&self) -> Result<Vec<Scope>, Failure> {
        match self.scopes.as_slice() {
            [] => Ok(shipped::all()),
            given => Ok(scopes::each(given)?.into_iter().map(|chosen| chosen.scope).collect()),
        }
    }

    fn try_all(&self, readings: &[&'static Reading], scopes: &[Scope], quiet: bool) -> Vec<Tried> {
        let choices = readings.iter().flat_map(|reading| {
            reading.choices.iter().skip(1).map(|choice| (*reading, choice, concerned(reading, scopes)))
        });
        let choices: Vec<_> = choices.filter(|(.., scopes)| !scopes.is_empty()).collect();
        let progress = Progress::of_explorations((choices.len() * Side::ALL.len()) as u64, quiet);
        let start = Instant::now();
        let mut place = 0;
        let mut tried = Vec::new();
        for (reading, choice, scopes) in choices {
            let mut sides = Vec::new();
            for side in Side::ALL {
                if interrupt::asked() {
                    break;
                }
                let what = side.setting(reading.name, choice.name);
                let watch = Watch { progress: &progress, scope: &what, place, doing: "exploring" };
                sides.push(stand(reading, choice, side, &scopes, &|scope| {
                    Checked::scope(scope, &self.limits.since(start), &watch)
                }));
                place += 1;
            }
            let scopes = scopes.iter().map(|scope| scope.name.clone()).collect();
            tried.push(Tried { reading, choice, scopes, sides });
        }
        tried
    }
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
}
