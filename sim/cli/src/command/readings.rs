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
use vouchsafe_alphabet::readings::{self, Choice, Reading};
use vouchsafe_engine::standings::{Side, Standings, concerned, stand};
use vouchsafe_engine::{Scope, shipped};

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

impl Survey {
    /// Tries every choice.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let readings = self.chosen()?;
        let scopes = self.scopes()?;
        interrupt::heed()?;
        let tried = self.try_all(&readings, &scopes, context.shared.quiet);
        match context.shared.format {
            Format::Json => context.say_json(&json::report(&scopes, &tried))?,
            Format::Text => {
                let text = text::report(&context.page(), &tried);
                context.say(&text)?;
            }
        }
        let settled = tried.iter().flat_map(|tried| &tried.sides).all(Standings::are_settled);
        Ok(if settled && !interrupt::asked() { Outcome::Kept } else { Outcome::Open })
    }

    fn chosen(&self) -> Result<Vec<&'static Reading>, Failure> {
        let known = || readings::ALL.iter().map(|reading| reading.name);
        let find = |name: &String| {
            readings::ALL.iter().find(|reading| reading.name == name.as_str()).ok_or_else(|| {
                Failure::unknown("reading", name, known(), "`vouchsafe list readings` lists all")
            })
        };
        match self.readings.as_slice() {
            [] => Ok(readings::ALL.iter().collect()),
            named => named.iter().map(find).collect(),
        }
    }

    fn scopes(&self) -> Result<Vec<Scope>, Failure> {
        match self.scopes.as_slice() {
            [] => Ok(shipped::all()),
            given => given.iter().map(|given| Ok(scopes::find(given)?.scope)).collect(),
        }
    }

    fn try_all(&self, readings: &[&'static Reading], scopes: &[Scope], quiet: bool) -> Vec<Tried> {
        let choices = readings.iter().flat_map(|reading| {
            reading.choices.iter().skip(1).map(|choice| (*reading, choice, concerned(reading, scopes)))
        });
        let choices: Vec<_> = choices.filter(|(.., scopes)| !scopes.is_empty()).collect();
        let progress = Progress::of_runs((choices.len() * Side::ALL.len()) as u64, quiet);
        let options = self.limits.options(false, false, self.limits.max_seconds);
        let mut done = 0;
        let mut tried = Vec::new();
        for (reading, choice, scopes) in choices {
            let mut sides = Vec::new();
            for side in Side::ALL {
                if interrupt::asked() {
                    break;
                }
                let doing = format!("{}={}, {}", reading.name, choice.name, side.name());
                let watch = Watch { progress: &progress, at: done, doing: &doing };
                sides.push(stand(reading, choice, side, &scopes, &options, &watch));
                done += 1;
            }
            let scopes = scopes.iter().map(|scope| scope.name.clone()).collect();
            tried.push(Tried { reading, choice, scopes, sides });
        }
        tried
    }
}
