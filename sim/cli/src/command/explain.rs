//! `explain`: one name, what it says, where it comes from, what watches it and what breaks it.

mod clause;
mod deadline;
pub(super) mod defect;
mod kind;
pub(super) mod network;
pub(super) mod promise;
pub(super) mod reading;
pub(super) mod scope;
mod tale;
mod tension;

use super::scopes;
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::page::Page;
use clap::Args;
use serde_json::{Value, json};
use vouchsafe_alphabet::observation::DESCRIPTIONS;
use vouchsafe_alphabet::rules::Deadlines;
use vouchsafe_alphabet::{Kind, Word, readings};
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{network as networks, shipped};
use vouchsafe_oracle::{Following, promises};
use vouchsafe_system::Defect;

const SCHEMA: &str = "vouchsafe.explain/1";

const EXAMPLES: &str = "\
Examples:
  vouchsafe explain MKT-02             what a clause says and what watches it
  vouchsafe explain sell-outright      what is wrong, and the shortest run that shows it";

/// The options of `explain`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Explain {
    /// A promise, a clause, a scope, a defect, a reading, a tension, a deadline, a network or a kind of observation
    #[arg(value_name = "ID")]
    id: String,
}

/// An explanation in both forms.
struct Explained {
    what: &'static str,
    json: Value,
    text: String,
}

impl Explain {
    /// Prints the explanation.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let register = Register::shipped()?;
        let id = self.id.trim();
        let found = explain(&context.page(), &register, id);
        if found.is_empty() {
            let names = names(&register);
            let names = names.iter().map(String::as_str);
            let all = "`vouchsafe list promises`, `list scopes`, `list defects` and so on show what there is";
            return Err(Failure::unknown("promise, clause, reading or other name", id, names, all));
        }
        match context.shared.format {
            Format::Json => {
                let items = found.into_iter().map(|found| json!({ "what": found.what, "item": found.json }));
                context.say_json(&json!({ "schema": SCHEMA, "items": items.collect::<Vec<_>>() }))?;
            }
            Format::Text | Format::Csv => {
                let texts: Vec<String> = found.into_iter().map(|found| found.text).collect();
                context.say(&texts.join("\n"))?;
            }
        }
        Ok(Outcome::Kept)
    }
}

/// Everything that can be explained.
fn names(register: &Register) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for promise in promises::every::<Following>() {
        names.push(promise.id.to_owned());
        names.extend(promise.parts.iter().map(|part| format!("{}/{}", promise.id, part.name)));
        names.extend(promise.witnesses.iter().map(|sight| format!("{}/{}", promise.id, sight.name)));
    }
    names.extend(register.clauses().iter().map(|clause| clause.id.clone()));
    names.extend(register.tensions().iter().map(|tension| tension.id.clone()));
    names.extend(readings::ALL.iter().map(|reading| reading.name.to_owned()));
    names.extend(Deadlines::default().each().iter().map(|(name, ..)| (*name).to_owned()));
    names.extend(shipped::TEXTS.iter().map(|(name, _)| (*name).to_owned()));
    names.extend(networks::TEXTS.iter().map(|(name, _)| (*name).to_owned()));
    names.extend(Defect::ALL.iter().map(|defect| defect.name().to_owned()));
    names.extend(Kind::ALL.iter().map(|kind| kind.name().to_owned()));
    names
}

/// What has this name; things of two sorts may share one, such as a scope and a reading.
fn explain(page: &Page, register: &Register, id: &str) -> Vec<Explained> {
    let mut found = Vec::new();
    // A part or a witness is explained with its promise.
    let (whole, piece) = id.split_once('/').map_or((id, None), |(whole, piece)| (whole, Some(piece)));
    let promises = promises::every::<Following>();
    let promise = promises.iter().find(|promise| promise.id == whole);
    found.extend(promise.filter(|promise| promise::has(promise, piece)).map(|promise| Explained {
        what: "promise",
        json: promise::to_json(promise),
        text: promise::text(page, register, promise, piece),
    }));
    found.extend(scopes::named(id).map(|scope| Explained {
        what: "scope",
        json: scope::to_json(&scope),
        text: scope::text(page, register, &scope),
    }));
    found.extend(networks::named(id).map(|profile| Explained {
        what: "network",
        json: network::to_json(&profile),
        text: network::text(page, &profile),
    }));
    found.extend(Defect::from_name(id).map(|defect| defect::explained(page, register, defect)));
    found.extend(register.clause(id).map(|clause| Explained {
        what: "clause",
        json: clause::to_json(register, clause),
        text: clause::text(page, register, clause),
    }));
    found.extend(register.tension(id).map(|tension| tension::explained(page, register, tension)));
    found.extend(readings::ALL.iter().find(|reading| reading.name == id).map(|reading| Explained {
        what: "reading",
        json: reading::to_json(reading),
        text: reading::text(page, register, reading),
    }));
    found.extend(deadline::find(page, register, id));
    found.extend(DESCRIPTIONS.iter().find(|known| known.kind.name() == id).map(|known| Explained {
        what: "observation",
        json: kind::to_json(register, known),
        text: kind::text(page, register, known),
    }));
    found
}

/// Clauses as rows: id, lines of the policy, paraphrase.
fn clause_rows<'a>(register: &Register, ids: impl IntoIterator<Item = &'a str>) -> Vec<Vec<String>> {
    let found = ids.into_iter().filter_map(|id| register.clause(id));
    found
        .map(|clause| vec![clause.id.clone(), clause::lines(clause), format!("{}.", clause.paraphrase)])
        .collect()
}

/// Tensions as rows: id, title.
fn tension_rows<'a>(register: &Register, ids: impl IntoIterator<Item = &'a str>) -> Vec<Vec<String>> {
    let found = ids.into_iter().filter_map(|id| register.tension(id));
    found.map(|tension| vec![tension.id.clone(), format!("{}.", tension.title)]).collect()
}

/// A heading with a table, or nothing where there is no row.
fn section(page: &Page, heading: &str, rows: Vec<Vec<String>>) -> String {
    if rows.is_empty() { String::new() } else { page.heading(heading) + &page.table(2, &[], rows) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_has_a_name_is_explained_within_the_width_of_a_page() {
        let register = Register::shipped().expect("the shipped register is sound");
        for name in names(&register) {
            let explained = explain(&Page::new(false), &register, &name);
            assert!(!explained.is_empty(), "{name}");
            for Explained { text, .. } in explained {
                let widest = text.lines().map(|line| line.chars().count()).max();
                assert!(widest.is_some_and(|widest| widest <= 110), "{name}:\n{text}");
            }
        }
    }

    #[test]
    fn no_name_stands_for_more_than_two_things() {
        let register = Register::shipped().expect("the shipped register is sound");
        let names = names(&register);
        for name in &names {
            assert!(names.iter().filter(|other| *other == name).count() <= 2, "{name}");
        }
    }
}
