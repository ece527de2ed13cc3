//! `graph`: draws the states of a scope, or the state diagram of one machine.

use super::choices::Choices;
use super::scopes;
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::manifest;
use crate::outcome::Outcome;
use crate::whole;
use clap::Args;
use serde::Serialize;
use serde_json::Value;
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::trace::Manifest;
use vouchsafe_engine::drawing::Drawing;
use vouchsafe_engine::state_graph::{self, TooLarge};
use vouchsafe_engine::{Product, Scope, party_graph, shipped};
use vouchsafe_explore::{Extent, Options, Quiet, explore};
use vouchsafe_system::face::{FACES, Face};

const SCHEMA: &str = "vouchsafe.graph/1";

/// A graph of more states is no picture any more.
const STATES_DRAWN: u32 = 300;
/// A scope of more states is not looked at in order to draw one of its machines, nor counted any further.
const STATES_LOOKED_AT: usize = 2_000_000;

const EXAMPLES: &str = "\
Examples:
  vouchsafe graph phone | dot -Tsvg > phone.svg         what a phone goes through
  vouchsafe graph consent --quotient choice --mermaid   a scope by what people choose in it";

/// The options of `graph`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Graph {
    /// A machine of `vouchsafe list parties`, or a scope: a shipped one or a TOML file
    #[arg(value_name = "SCOPE|PARTY")]
    what: String,
    /// Draw a scope by what this machine looks like in it: what looks the same is one node
    #[arg(long, value_name = "PARTY")]
    quotient: Option<String>,
    /// Write a state diagram of Mermaid, not the language of Graphviz
    #[arg(long)]
    mermaid: bool,
    /// Draw no scope of more states than these, or with `--quotient` of more nodes
    #[arg(long, value_name = "N", default_value_t = STATES_DRAWN, value_parser = whole::within::<u32>(1, u32::MAX.into()))]
    max_states: u32,
    #[command(flatten)]
    choices: Choices,
}

impl Graph {
    /// Draws.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        if self.mermaid && context.shared.format == Format::Json {
            return Err(Failure::usage(
                "`--mermaid` and `--format json` are two forms of one graph",
                "give one of the two",
            ));
        }
        let (drawing, explored) = match face(&self.what) {
            Some(face) => (self.party(face)?, shipped::default_scopes()),
            None => {
                let scope = self.scope()?;
                (self.states(&scope)?, vec![scope])
            }
        };
        match context.shared.format {
            Format::Json => context.say_json(&report(&drawing, &explored)?)?,
            Format::Text | Format::Csv if self.mermaid => context.say(&drawing.mermaid())?,
            Format::Text | Format::Csv => context.say(&drawing.dot())?,
        }
        Ok(Outcome::Kept)
    }

    /// The diagram of a machine in all scopes that are exhausted.
    fn party(&self, face: &Face) -> Result<Drawing, Failure> {
        if self.quotient.is_some() || !self.choices.words().is_empty() {
            let name = face.name;
            return Err(Failure::usage(
                format!(
                    "`{name}` is drawn as it is in all shipped scopes, and takes no choices of one of them"
                ),
                format!("for one scope write `vouchsafe graph SCOPE --quotient {name}`, with the choices"),
            ));
        }
        let drawn = party_graph::of(&[*face], &shipped::default_scopes()).into_iter().next();
        drawn.ok_or_else(|| Failure::Fault("a machine was asked for, and none was drawn".to_owned()))
    }

    fn scope(&self) -> Result<Scope, Failure> {
        if !scopes::is_file(&self.what) && scopes::named(&self.what).is_none() {
            let shipped = shipped::TEXTS.iter().map(|(name, _)| *name);
            let names = FACES.iter().map(|face| face.name).chain(shipped);
            let all = "`vouchsafe list scopes` and `vouchsafe list parties` list all; a file's name ends with `.toml`";
            return Err(Failure::unknown("scope or party", &self.what, names, all));
        }
        let mut chosen = scopes::find(&self.what)?;
        self.choices.apply(&mut chosen.scope)?;
        Ok(chosen.scope)
    }

    fn states(&self, scope: &Scope) -> Result<Drawing, Failure> {
        let product = Product::new(scope);
        let most = self.max_states as usize;
        let drawn = match &self.quotient {
            None => state_graph::whole(&product, most),
            Some(name) => {
                let face = face(name).ok_or_else(|| {
                    let names = FACES.iter().map(|face| face.name);
                    Failure::unknown("party", name, names, "`vouchsafe list parties` lists all")
                })?;
                if (face.count)(&scope.setup) == 0 {
                    return Err(Failure::usage(
                        format!("no `{name}` takes part in the scope `{}`", scope.name),
                        "name another with `--quotient`; `vouchsafe list parties` lists all",
                    ));
                }
                state_graph::quotient(&product, face, most, STATES_LOOKED_AT)
            }
        };
        drawn.map_err(|too_large| self.refused(&product, too_large))
    }

    /// Why a graph is not drawn, and what would help.
    fn refused(&self, product: &Product<'_>, too_large: TooLarge) -> Failure {
        let name = &product.scope().name;
        match too_large {
            TooLarge::Nodes(most) if self.quotient.is_some() => Failure::usage(
                format!("the scope `{name}` looks different in more than {most} ways by this machine"),
                "look at another with `--quotient PARTY`, or draw more with `--max-states`",
            ),
            TooLarge::Nodes(most) => Failure::usage(
                format!(
                    "the scope `{name}` has {} states, and more than {most} are no picture",
                    size(product)
                ),
                "draw it by one machine with `--quotient PARTY`, choose a smaller scope, or raise `--max-states`",
            ),
            TooLarge::States(most) => Failure::usage(
                format!("the scope `{name}` has more than {most} states, too many to draw any machine from"),
                "choose a smaller scope, or `vouchsafe graph PARTY`, which draws a machine from all small scopes",
            ),
        }
    }
}

/// The machine with this name.
fn face(name: &str) -> Option<&'static Face> {
    FACES.iter().find(|face| face.name == name)
}

/// How many states a scope has, as far as they are counted.
fn size(product: &Product<'_>) -> String {
    let options = Options { states_max: Some(STATES_LOOKED_AT as u64), ..Options::default() };
    let report = explore(product, &options, &Quiet);
    match report.extent {
        Extent::Exhausted => report.states.to_string(),
        Extent::Cut(_) => format!("more than {STATES_LOOKED_AT}"),
    }
}

#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    manifest: Manifest,
    graph: Value,
}

fn report(drawing: &Drawing, scopes: &[Scope]) -> Result<Report, Failure> {
    let graph = drawing.json();
    let graph =
        graph.map_err(|error| Failure::Fault(format!("a graph cannot be written as JSON: {error}")))?;
    let only = if let [scope] = scopes { Some(scope) } else { None };
    let defects = only.map(|scope| scope.setup.defects).unwrap_or_default();
    let manifest = Manifest {
        scopes: scopes.iter().map(manifest::source).collect(),
        readings: only.map(Scope::readings).unwrap_or_default(),
        defects: defects.iter().map(|defect| defect.name().to_owned()).collect(),
        ..manifest::of(SCHEMA)
    };
    Ok(Report { manifest, graph })
}
