//! The tables for people who bring a log: kinds of observation and their fields.

use super::{names, table, words};
use serde_json::Value;
use vouchsafe_alphabet::observation::{Description, FieldOf};
use vouchsafe_alphabet::{observation, wire};
use vouchsafe_oracle::mode::Following;
use vouchsafe_oracle::promises;

/// Every kind of observation: its sentence, its fields, and the families that judge it when it is seen.
pub fn kinds() -> String {
    let promises = promises::every::<Following>();
    table(
        ["kind", "what was seen", "fields", "may have", "judged by"],
        observation::DESCRIPTIONS.iter().map(|kind| {
            let mut families: Vec<_> = promises
                .iter()
                .filter(|promise| promise.sees.contains(&kind.kind))
                .map(|promise| promise.family)
                .collect();
            families.sort_unstable();
            families.dedup();
            [
                names([kind.kind.to_string()]),
                kind.sentence.to_owned(),
                fields_of(kind, |field| field.required),
                fields_of(kind, |field| !field.required),
                words(families),
            ]
        }),
    )
}

fn fields_of(kind: &Description, which: fn(&FieldOf) -> bool) -> String {
    names(kind.fields.iter().filter(|field| which(field)).map(|field| field.name))
}

/// Every field: what it means and what it may hold.
pub fn fields() -> String {
    table(
        ["field", "meaning", "value"],
        wire::fields()
            .into_iter()
            .map(|(name, meaning, schema)| [names([name]), meaning.to_owned(), value(&schema)]),
    )
}

/// What the schema of a field lets it hold, in words.
fn value(schema: &Value) -> String {
    let list = |schema: &Value| {
        let members = schema.get("enum").and_then(Value::as_array);
        members.map(|members| names(members.iter().filter_map(Value::as_str)))
    };
    if let Some(items) = schema.get("items").and_then(list) {
        return format!("a list of: {items}");
    }
    list(schema).map_or_else(
        || match schema.get("type").and_then(Value::as_str) {
            Some("string") => "a name".to_owned(),
            Some("boolean") => "`true` or `false`".to_owned(),
            Some("integer") => "a whole number, 0 or more".to_owned(),
            Some(other) => other.to_owned(),
            None => "any".to_owned(),
        },
        |members| format!("one of: {members}"),
    )
}
