//! `list`: what there is, as a table or as JSON items.

use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::Outcome;
use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::{Value, json};
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::readings;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{Scope, network, shipped};
use vouchsafe_oracle::{Following, promises};
use vouchsafe_system::face::{FACES, Face};
use vouchsafe_system::{Defect, Refusal};

const SCHEMA: &str = "vouchsafe.list/1";

const EXAMPLES: &str = "\
Examples:
  vouchsafe list promises
  vouchsafe list readings --format json";

/// The options of `list`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct List {
    /// What to list
    #[arg(value_enum)]
    what: What,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// Bounded worlds to explore
    Scopes,
    /// What the policy promises, as far as it is judged
    Promises,
    /// Ways in which a system can be made to fail
    Defects,
    /// Where the policy leaves a choice open, and the choices
    Readings,
    /// Parties and what they keep, as `graph` draws them
    Parties,
    /// Guards that keep promises; `matrix` says which defects take them away
    Safeguards,
    /// Every clause of the policy
    Clauses,
    /// Networks for the command path in simulations
    Networks,
}

/// A list: its items in JSON, and a table of the same.
struct Items {
    json: Vec<Value>,
    head: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl List {
    /// Prints the list.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let items = match self.what {
            What::Promises => of_promises(),
            What::Readings => of_readings(),
            What::Clauses => of_clauses(&Register::shipped()?),
            What::Scopes => of_scopes(),
            What::Defects => of_defects(),
            What::Parties => of_parties(),
            What::Safeguards => of_safeguards(),
            What::Networks => of_networks(),
        };
        match context.shared.format {
            Format::Json => {
                #[derive(Serialize)]
                struct Listed {
                    schema: &'static str,
                    items: Vec<Value>,
                }
                context.say_json(&Listed { schema: SCHEMA, items: items.json })?;
            }
            Format::Text | Format::Csv => {
                let text = context.page().table(0, items.head, items.rows);
                context.say(&text)?;
            }
        }
        Ok(Outcome::Kept)
    }
}

/// The guards of honest parties that keep promises, by the refusals that they give.
fn of_safeguards() -> Items {
    let guards: Vec<Refusal> = Refusal::ALL.iter().copied().filter(|guard| guard.is_safeguard()).collect();
    let json =
        guards.iter().map(|guard| json!({ "id": guard.name(), "refuses_when": guard.says() })).collect();
    let rows = guards.iter().map(|guard| vec![guard.name().to_owned(), guard.says().to_owned()]).collect();
    Items { json, head: &["safeguard", "refuses when"], rows }
}

fn of_promises() -> Items {
    let promises: Vec<_> =
        promises::by_family::<Following>().into_iter().map(|(_, promise)| promise).collect();
    let json = promises.iter().map(super::explain::promise::to_json).collect();
    let row = |promise: &super::explain::promise::Promise| {
        vec![
            promise.id.to_owned(),
            promise.shape.name().to_owned(),
            promise.clauses.join(" "),
            promise.statement.to_owned(),
        ]
    };
    Items {
        json,
        head: &["promise", "kind", "clauses", "statement"],
        rows: promises.iter().map(row).collect(),
    }
}

fn of_scopes() -> Items {
    let scopes = shipped::all();
    let row = |scope: &Scope| {
        let decides = if scope.decides.is_empty() { "none".to_owned() } else { scope.decides.join("\n") };
        vec![scope.name.clone(), scope.kind.name().to_owned(), decides, scope.about.clone()]
    };
    Items {
        json: scopes.iter().map(super::explain::scope::to_json).collect(),
        head: &["scope", "kind", "decides", "about"],
        rows: scopes.iter().map(row).collect(),
    }
}

fn of_parties() -> Items {
    let row = |face: &Face| vec![face.name.to_owned(), face.says.to_owned()];
    Items {
        json: FACES.iter().map(|face| json!({ "id": face.name, "says": face.says })).collect(),
        head: &["party", "what its diagram shows"],
        rows: FACES.iter().map(row).collect(),
    }
}

fn of_defects() -> Items {
    let row = |&defect: &Defect| {
        let row = defect.row();
        // A column of its own would leave the sentences no room beside the names of promises.
        vec![
            format!("{}\n{}", defect.name(), defect.says()),
            row.clauses.join("\n"),
            row.breaks.join("\n"),
            row.scopes.join("\n"),
        ]
    };
    Items {
        json: Defect::ALL.iter().map(|defect| super::explain::defect::to_json(*defect)).collect(),
        head: &["defect", "clauses", "breaks", "scopes"],
        rows: Defect::ALL.iter().map(row).collect(),
    }
}

fn of_networks() -> Items {
    let networks = network::all();
    let row = |network: &network::Profile| vec![network.name.clone(), network.about.0.clone()];
    Items {
        json: networks.iter().map(super::explain::network::to_json).collect(),
        head: &["network", "about"],
        rows: networks.iter().map(row).collect(),
    }
}

fn of_readings() -> Items {
    let json = readings::ALL.iter().map(super::explain::reading::to_json).collect();
    let row = |reading: &readings::Reading| {
        let mut choices = reading.choices.iter().map(|choice| choice.name);
        vec![
            reading.name.to_owned(),
            choices.next().unwrap_or_default().to_owned(),
            choices.collect::<Vec<_>>().join(", "),
            reading.clauses.join(" "),
            reading.tensions.join(" "),
            reading.question.to_owned(),
        ]
    };
    Items {
        json,
        head: &["reading", "default", "other choices", "clauses", "tensions", "question"],
        rows: readings::ALL.iter().map(row).collect(),
    }
}

fn of_clauses(register: &Register) -> Items {
    let clauses = register.clauses().iter();
    let json = clauses.clone().map(|clause| {
        json!({
            "id": clause.id,
            "section": clause.section,
            "family": clause.family,
            "class": clause.class,
            "lines": clause.lines,
            "disposition": clause.disposition,
            "carried_by": clause.carried_by,
            "paraphrase": clause.paraphrase,
        })
    });
    let row = clauses.clone().map(|clause| {
        vec![
            clause.id.clone(),
            clause.family.clone().unwrap_or_default(),
            clause.disposition.to_string(),
            clause.paraphrase.clone(),
        ]
    });
    Items {
        json: json.collect(),
        head: &["clause", "family", "has gone to", "paraphrase"],
        rows: row.collect(),
    }
}
