//! `list`: what there is, as a table or as JSON items.

use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::Outcome;
use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::{Value, json};
use vouchsafe_alphabet::readings;
use vouchsafe_engine::register::Register;
use vouchsafe_oracle::{Following, promises};

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
    /// Guards that keep promises
    Safeguards,
    /// Every clause of the policy
    Clauses,
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
            What::Scopes | What::Defects | What::Safeguards => Items::none(),
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
            Format::Text if items.rows.is_empty() => {
                let what = self.what.to_possible_value();
                let what = what.as_ref().map_or("items", |value| value.get_name());
                context.say(&format!("This version has no {what}.\n"))?;
            }
            Format::Text => {
                let text = context.page().table(0, items.head, items.rows);
                context.say(&text)?;
            }
        }
        Ok(Outcome::Kept)
    }
}

impl Items {
    const fn none() -> Self {
        Self { json: Vec::new(), head: &[], rows: Vec::new() }
    }
}

fn of_promises() -> Items {
    let promises = promises::all::<Following>();
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
