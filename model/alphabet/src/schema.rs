//! The JSON Schema of a trace file's lines, generated from the types.

use crate::observation::DESCRIPTIONS;
use crate::words::Word;
use crate::{trace, wire};
use serde_json::{Map, Value, json};

/// The schema of one line after the header: an observation of some kind, or an input.
pub fn line() -> Value {
    let fields = wire::fields();
    let schema_of = |name: &str| {
        let found = fields.iter().find(|(field, _, _)| *field == name);
        found.map_or(Value::Bool(true), |(_, _, schema)| schema.clone())
    };
    let kinds: Vec<Value> = DESCRIPTIONS
        .iter()
        .map(|description| {
            let mut properties = Map::new();
            properties.insert("at".into(), json!({ "type": "integer", "minimum": 0 }));
            properties.insert("kind".into(), json!({ "const": description.kind.name() }));
            let mut required = vec!["at", "kind"];
            for field in description.fields {
                properties.insert(field.name.into(), schema_of(field.name));
                if field.required {
                    required.push(field.name);
                }
            }
            json!({
                "title": description.kind.name(),
                "description": description.sentence,
                "type": "object",
                "properties": properties,
                "required": required,
                "patternProperties": own_fields(),
                "additionalProperties": false,
            })
        })
        .collect();
    let mut one_of = kinds;
    one_of.push(json!({
        "title": "input",
        "description": "What the system was given next; judged by nobody.",
        "type": "object",
        "properties": { "at": { "type": "integer", "minimum": 0 }, "do": { "type": "string" } },
        "required": ["at", "do"],
        "patternProperties": own_fields(),
        "additionalProperties": false,
    }));
    one_of.push(json!({
        "title": "start",
        "description": "In a log whose header says `\"start\":\"declared\"`: the lines before this one are declared \
            facts, entered in the books and judged by nobody; the log proper starts here.",
        "type": "object",
        "properties": { "at": { "type": "integer", "minimum": 0 }, "mark": { "const": trace::START } },
        "required": ["at", "mark"],
        "patternProperties": own_fields(),
        "additionalProperties": false,
    }));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("vouchsafe:{}", trace::SCHEMA),
        "title": "A line of a trace file",
        "description": "The first line of a file is its header; every further line is one of these.",
        "oneOf": one_of,
    })
}

/// Fields that are the log's own business may hold anything.
fn own_fields() -> Value {
    json!({ format!("^{}", trace::OWN_FIELD): true })
}
