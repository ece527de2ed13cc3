//! A defect explained: what is wrong, what it breaks, and the shortest run that shows it.

use super::tale::{self, Tale};
use super::{Explained, clause_rows, section};
use crate::page::Page;
use serde::Serialize;
use serde_json::{Value, json};
use vouchsafe_alphabet::Word;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::shipped;
use vouchsafe_oracle::{Following, Promise, promises};
use vouchsafe_system::{Defect, Defects};

/// The defect as an item of a list.
pub(in crate::command) fn to_json(defect: Defect) -> Value {
    let row = defect.row();
    json!({
        "id": defect.name(),
        "clauses": row.clauses,
        "family": family(defect),
        "breaks": row.breaks,
        "loses": row.loses,
        "scopes": row.scopes,
        "says": defect.says(),
    })
}

/// The family of the first promise that it breaks or makes hollow.
fn family(defect: Defect) -> Option<&'static str> {
    let row = defect.row();
    let (family, _) = row.breaks.first().or(row.loses.first())?.split_once('.')?;
    Some(family)
}

/// The explanation, with a story where a scope is known to show the defect.
pub(super) fn explained(page: &Page, register: &Register, defect: Defect) -> Explained {
    let mut text = text(page, register, defect);
    let row = defect.row();
    let shows = row.scopes.iter().find_map(|name| shipped::named(name)).map(|mut scope| {
        scope.setup.defects = Defects::one(defect);
        scope
    });
    let checked = shows.as_ref().map(tale::explored);
    let is_broken = |part: &str| row.breaks.contains(&part.split('/').next().unwrap_or(part));
    let tale = checked.as_ref().and_then(|checked| Tale::shortest(checked, is_broken));
    if let Some(tale) = &tale {
        text.push_str(&tale.text(page, register));
    }
    let told = Told { defect: to_json(defect), story: tale.map(|tale| tale.to_json()) };
    Explained { what: "defect", json: serde_json::to_value(told).unwrap_or_default(), text }
}

/// The defect, and the shortest run that shows it.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    defect: Value,
    story: Option<Value>,
}

fn text(page: &Page, register: &Register, defect: Defect) -> String {
    let row = defect.row();
    let all = promises::every::<Following>();
    let broken = all.iter().filter(|promise| row.breaks.contains(&promise.id));
    let broken = broken.map(|promise| vec![promise.id.to_owned(), promise.statement.to_owned()]);
    let scopes = row.scopes.iter().filter_map(|name| shipped::named(name));
    let scopes = scopes.map(|scope| vec![scope.name, scope.about]);
    let mut text = format!("{} (defect)\n\n", defect.name());
    text.push_str(&page.paragraph(2, defect.says()));
    text.push_str(&section(
        page,
        "Weakens what stands behind",
        clause_rows(register, row.clauses.iter().copied()),
    ));
    let lost = row.loses.iter().map(|witness| vec![(*witness).to_owned(), says(&all, witness)]);
    let (broken, lost): (Vec<_>, Vec<_>) = (broken.collect(), lost.collect());
    if !broken.is_empty() {
        text.push_str(&section(page, "Is made to break", broken));
    }
    if !lost.is_empty() {
        text.push_str(&section(page, "Puts out of reach", lost));
    }
    if !row.scopes.is_empty() {
        text.push_str(&section(page, "Shows in the scopes", scopes.collect()));
    }
    text
}

/// What is seen where a witness is, by its name.
fn says(all: &[Promise<Following>], witness: &str) -> String {
    let (id, name) = witness.split_once('/').unwrap_or((witness, ""));
    let promise = all.iter().find(|promise| promise.id == id);
    let sight = promise.and_then(|promise| promise.witnesses.iter().find(|sight| sight.name == name));
    sight.map_or_else(String::new, |sight| format!("No run shows any more that {}.", sight.says))
}
