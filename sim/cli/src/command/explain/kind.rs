//! A kind of observation explained: what a log line of that kind says and which fields it has.

use super::{clause_rows, section};
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::observation::Description;
use vouchsafe_alphabet::wire;
use vouchsafe_engine::register::Register;
use vouchsafe_oracle::{Following, promises};

fn clauses<'a>(register: &'a Register, known: &Description) -> Vec<&'a str> {
    let clauses = register.clauses().iter();
    let clauses = clauses.filter(|clause| clause.decided_by.iter().any(|path| path == known.kind.name()));
    clauses.map(|clause| clause.id.as_str()).collect()
}

/// The kind, its fields with their schemas, and the clauses that it decides.
pub(super) fn to_json(register: &Register, known: &Description) -> Value {
    let all = wire::fields();
    let fields = known.fields.iter().map(|field| {
        let found = all.iter().find(|(name, ..)| *name == field.name);
        let schema = found.map(|(_, _, schema)| schema.clone());
        json!({ "name": field.name, "required": field.required, "schema": schema })
    });
    json!({
        "id": known.kind.name(),
        "sentence": known.sentence,
        "fields": fields.collect::<Vec<_>>(),
        "clauses": clauses(register, known),
    })
}

/// The explanation.
pub(super) fn text(page: &Page, register: &Register, known: &Description) -> String {
    let all = wire::fields();
    let fields = known.fields.iter().map(|field| {
        let found = all.iter().find(|(name, ..)| *name == field.name);
        let (says, values) = found.map_or(("", String::new()), |(_, says, schema)| (*says, values(schema)));
        let need = if field.required { "" } else { "may be absent" };
        vec![field.name.to_owned(), need.to_owned(), values, says.to_owned()]
    });
    let promises = promises::every::<Following>();
    let seen = promises.iter().filter(|promise| promise.sees.contains(&known.kind));
    let seen = seen.map(|promise| vec![promise.id.to_owned(), promise.statement.to_owned()]);
    let mut text = format!("{} (observation)\n\n", known.kind.name());
    text.push_str(&page.paragraph(2, known.sentence));
    text.push_str(&section(page, "Fields", fields.collect()));
    text.push_str(&section(page, "Is judged by", seen.collect()));
    text.push_str(&section(page, "Decides the clauses", clause_rows(register, clauses(register, known))));
    text
}

/// The values that a field takes, in words.
fn values(schema: &Value) -> String {
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return words.join(", ");
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("array") => format!("a list of {}", schema.get("items").map(values).unwrap_or_default()),
        Some("integer") => "a whole number".to_owned(),
        Some("boolean") => "true or false".to_owned(),
        Some(_) | None => "a name".to_owned(),
    }
}
