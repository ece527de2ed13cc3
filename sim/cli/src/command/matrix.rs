//! `matrix`: what each defect breaks, and what nothing breaks.

mod csv;
mod hunting;
mod json;
mod svg;
mod text;

use super::limits::Limits;
use super::scopes;
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::interrupt;
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::stream::Stream;
use clap::Args;
use hunting::{Hunted, Plan};
use std::path::{Path, PathBuf};
use vouchsafe_alphabet::Word;
use vouchsafe_engine::{Scope, shipped};
use vouchsafe_system::defects::{Row, TABLE};

const EXAMPLES: &str = "\
Without an option every defect is hunted in every usual scope, and what no scope shows in the wider ones as well; then \
pairs of defects are hunted for what two break together and neither alone. --quick hunts each defect in the scopes \
that tell of it by its row, or in those that are given, up to the first in which it breaks something. A journal that was \
begun by the same build is gone on with.

Examples:
  vouchsafe matrix --quick
  vouchsafe matrix --journal matrix.jsonl --svg matrix.svg --format csv > matrix.csv";

/// The options of `matrix`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Matrix {
    /// Hunt each defect in the scopes that it names, up to the first that shows it
    #[arg(long)]
    quick: bool,
    /// Hunt this defect, not all; may be given again
    #[arg(long = "defect", value_name = "NAME")]
    defects: Vec<String>,
    /// Hunt in this scope, a shipped one or a TOML file, not in the usual ones; may be given again
    #[arg(long = "scope", value_name = "NAME|FILE")]
    scopes: Vec<String>,
    /// Write each hunt to this file as it ends, and go on with those that are in it
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// Draw the matrix to this file, as SVG
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    #[command(flatten)]
    limits: Limits,
}

impl Matrix {
    /// Hunts.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let plan = Plan {
            rows: self.rows()?,
            scopes: self.scopes()?,
            quick: self.quick,
            scopes_chosen: !self.scopes.is_empty(),
            defects_chosen: !self.defects.is_empty(),
        };
        if let Some(path) = &self.svg {
            Stream::may_create(path, context.shared.force)?;
            if self.journal.as_deref().is_some_and(|journal| is_same(path, journal)) {
                return Err(Failure::usage(
                    format!("`{}` is named twice, for the picture and for the journal", path.display()),
                    "name two files: the one would take the place of the other",
                ));
            }
        }
        interrupt::heed()?;
        let progress = Progress::of_explorations(0, context.shared.quiet);
        let hunted = hunting::hunt(&plan, &self.limits, self.journal.as_deref(), &progress)?;
        drop(progress);
        match context.shared.format {
            Format::Json => context.say_json(&json::report(&plan, &hunted)?)?,
            Format::Csv => {
                let text = csv::report(&hunted);
                context.say(&text)?;
            }
            Format::Text => {
                let text = text::report(&context.page(), &plan, &hunted);
                context.say(&text)?;
            }
        }
        if let Some(path) = &self.svg {
            let mut drawn = Stream::create(path, context.shared.force)?;
            drawn.line(svg::picture(&hunted).trim_end())?;
            context.out.flush().map_err(Failure::Standard)?;
            drawn.keep()?;
        }
        Ok(outcome(&plan, &hunted))
    }

    fn rows(&self) -> Result<Vec<&'static Row>, Failure> {
        let find = |name: &String| {
            let known = || TABLE.iter().map(|row| row.defect.name());
            let row = TABLE.iter().find(|row| row.defect.name() == name);
            row.ok_or_else(|| Failure::unknown("defect", name, known(), "`vouchsafe list defects` lists all"))
        };
        match self.defects.as_slice() {
            [] => Ok(TABLE.iter().collect()),
            named => {
                let mut rows = named.iter().map(find).collect::<Result<Vec<_>, _>>()?;
                rows.sort_by_key(|row| row.defect);
                rows.dedup_by_key(|row| row.defect);
                Ok(rows)
            }
        }
    }

    fn scopes(&self) -> Result<Vec<Scope>, Failure> {
        match self.scopes.as_slice() {
            [] => Ok(shipped::default_scopes()),
            given => Ok(scopes::each(given)?.into_iter().map(|chosen| chosen.scope).collect()),
        }
    }
}

/// Whether two paths name one file, there or not.
fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).ok();
    whole(one) == whole(other)
}

/// Broken where something is amiss with the promises, open where the hunt did not go to its end.
fn outcome(plan: &Plan, hunted: &Hunted) -> Outcome {
    let unbroken = !hunted.summary.unbroken.is_empty() || !hunted.idle().is_empty();
    let amiss = plan.tells_all() && !hunted.is_cut && unbroken;
    if amiss || hunted.survivors().next().is_some() {
        Outcome::Broken
    } else if hunted.is_cut || hunted.open().next().is_some() {
        Outcome::Open
    } else {
        Outcome::Kept
    }
}
