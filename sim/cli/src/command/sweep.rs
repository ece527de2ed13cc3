//! `sweep`: where verdicts flip as a parameter moves that the policy leaves open.

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
use std::cell::Cell;
use std::str::FromStr;
use std::time::Instant;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::sweep::{Grid, Parameter, Plane, hang_on, over};
use vouchsafe_engine::{Checked, Scope, shipped};
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promises;

const EXAMPLES: &str = "\
A parameter is a deadline as it is promised (`withdrawal`), the same as the parties keep it (`played:withdrawal`), or \
`offline-limit`, the units for which a phone may stay away. It is held against --against; without that, a deadline is \
held against itself on the other side and against `offline-limit`, where that matters in a scope, and `offline-limit` \
against `withdrawal`.

Examples:
  vouchsafe sweep --param withdrawal
  vouchsafe sweep --param retention --against played:inference --values 1..6";

/// How many values are tried where none are given.
const VALUES: u32 = 4;

/// The options of `sweep`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Sweep {
    /// Move this parameter
    #[arg(long, value_name = "NAME")]
    param: String,
    /// Hold it against this one
    #[arg(long, value_name = "NAME")]
    against: Option<String>,
    /// Try these values of the parameter, such as 1..6, the last one included
    #[arg(long, value_name = "A..B")]
    values: Option<Values>,
    /// Try these values of what it is held against
    #[arg(long, value_name = "A..B")]
    against_values: Option<Values>,
    /// Judge this promise, not those that rest on a clause which leaves the parameter open; may be given again
    #[arg(long = "promise", value_name = "ID")]
    promises: Vec<String>,
    /// Explore this scope, a shipped one or a TOML file, not the usual ones; may be given again
    #[arg(long = "scope", value_name = "NAME|FILE")]
    scopes: Vec<String>,
    #[command(flatten)]
    limits: Limits,
}

/// Values from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Values(u32, u32);

impl FromStr for Values {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "write the first and the last value, such as 1..6".to_owned();
        let (first, last) = text.split_once("..").ok_or_else(wrong)?;
        let number = |text: &str| text.trim().parse::<u32>().map_err(|_| wrong());
        let (first, last) = (number(first)?, number(last)?);
        if first > last {
            return Err(format!("{first} is greater than {last}"));
        }
        if last - first > 24 {
            return Err("these are more than 25 values".to_owned());
        }
        Ok(Self(first, last))
    }
}

/// One plane with the grids of its promises.
struct Swept {
    plane: Plane,
    grids: Vec<Grid>,
}

impl Sweep {
    /// Moves the parameter.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let register = Register::shipped()?;
        let rows = parameter(&self.param)?;
        let promises = self.promises(rows, &register)?;
        let scopes = self.scopes()?;
        let planes = self.planes(rows, &promises, &scopes)?;
        interrupt::heed()?;
        let of = |plane: &Plane| {
            let cells = plane.row_values.len() * plane.column_values.len();
            cells * plane.concerned(&promises, &scopes).len()
        };
        let progress = Progress::of_explorations(
            planes.iter().map(|plane| of(plane) as u64).sum(),
            context.shared.quiet,
        );
        let start = Instant::now();
        let place = Cell::new(0);
        let mut swept = Vec::new();
        for plane in planes {
            let grids = over(&plane, &promises, &scopes, &|scope| {
                let watch =
                    Watch { progress: &progress, scope: &scope.name, place: place.get(), doing: "exploring" };
                place.set(place.get() + 1);
                Checked::scope(scope, &self.limits.since(start), &watch)
            })
            .map_err(|error| {
                Failure::usage(
                    format!("`{}` against `{}` cannot be swept so far: {error}", plane.rows, plane.columns),
                    "give smaller values with `--values` and `--against-values`",
                )
            })?;
            swept.push(Swept { plane, grids });
        }
        drop(progress);
        match context.shared.format {
            Format::Json => context.say_json(&json::report(&scopes, &swept))?,
            Format::Text | Format::Csv => {
                let text = text::report(&context.page(), &swept);
                context.say(&text)?;
            }
        }
        let is_decided = swept.iter().flat_map(|swept| &swept.grids).all(|grid| grid.bounded() == 0);
        Ok(if is_decided { Outcome::Kept } else { Outcome::Open })
    }

    fn promises(&self, rows: Parameter, register: &Register) -> Result<Vec<&'static str>, Failure> {
        let every = promises::every::<Checking>();
        let find = |id: &String| {
            let known = || every.iter().map(|promise| promise.id);
            known().find(|known| known == id).ok_or_else(|| {
                Failure::unknown("promise", id, known(), "`vouchsafe list promises` lists all")
            })
        };
        let asked = match self.promises.as_slice() {
            [] => hang_on(rows, register),
            named => named.iter().map(find).collect::<Result<_, _>>()?,
        };
        if asked.is_empty() {
            return Err(Failure::usage(
                format!("no promise rests on a clause that leaves `{}` open", self.param),
                "name the promises to judge with `--promise`",
            ));
        }
        Ok(asked)
    }

    fn scopes(&self) -> Result<Vec<Scope>, Failure> {
        match self.scopes.as_slice() {
            [] => Ok(shipped::default_scopes()),
            given => Ok(scopes::each(given)?.into_iter().map(|chosen| chosen.scope).collect()),
        }
    }

    /// The planes to sweep: of those that were not asked for by name only the ones that matter here.
    fn planes(&self, rows: Parameter, promises: &[&str], scopes: &[Scope]) -> Result<Vec<Plane>, Failure> {
        let against = match (&self.against, rows) {
            (Some(named), _) => vec![parameter(named)?],
            (None, Parameter::Judged(name)) => vec![Parameter::Played(name), Parameter::OfflineLimit],
            (None, Parameter::Played(name)) => vec![Parameter::Judged(name), Parameter::OfflineLimit],
            (None, Parameter::OfflineLimit) => vec![Parameter::Judged("withdrawal")],
        };
        if against.contains(&rows) {
            return Err(Failure::usage(
                format!("`{rows}` is held against itself"),
                "name another parameter with `--against`",
            ));
        }
        let values = |given: Option<Values>, parameter: Parameter| {
            let least = parameter.least();
            let Values(first, last) = given.unwrap_or(Values(least, least + VALUES - 1));
            if first < least {
                return Err(Failure::usage(
                    format!("`{parameter}` is tried from {first}, and it can be {least} at the least"),
                    format!("start with {least}, as in `{least}..{}`", least + VALUES - 1),
                ));
            }
            Ok((first..=last).collect::<Vec<u32>>())
        };
        let plane = |columns: Parameter| {
            Ok(Plane {
                rows,
                row_values: values(self.values, rows)?,
                columns,
                column_values: values(self.against_values, columns)?,
            })
        };
        let mut planes = against.into_iter().map(plane).collect::<Result<Vec<_>, Failure>>()?;
        planes.retain(|plane| !plane.concerned(promises, scopes).is_empty());
        if planes.is_empty() {
            return Err(Failure::usage(
                format!("no scope here decides {}, with a part for these parameters", promises.join(" or ")),
                "`vouchsafe explain PROMISE` names the scopes; `offline-limit` has a part where one sets it",
            ));
        }
        Ok(planes)
    }
}

/// The parameter with this name.
fn parameter(name: &str) -> Result<Parameter, Failure> {
    name.parse().map_err(|_| {
        let known: Vec<String> = Parameter::all().iter().map(Parameter::to_string).collect();
        let all = format!("the parameters are {}", known.join(", "));
        Failure::unknown("parameter", name, known.iter().map(String::as_str), &all)
    })
}
