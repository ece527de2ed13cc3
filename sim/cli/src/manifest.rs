//! The manifest that opens every report: what made it, from what, with which choices.

use crate::failure::Failure;
use serde::Serialize;
use serde_json::{Map, Value};
use vouchsafe_alphabet::readings;
use vouchsafe_alphabet::rules::Rules;
use vouchsafe_alphabet::trace::{Manifest, Source, Tool};
use vouchsafe_engine::{Scope, register};

/// The manifest of a report of this form, made by this command line.
pub(crate) fn of(schema: &str) -> Manifest {
    // The path of the binary says nothing about the run.
    let arguments = std::env::args_os().skip(1);
    let arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
    Manifest {
        schema: schema.to_owned(),
        tool: Tool {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            commit: option_env!("VOUCHSAFE_COMMIT").map(str::to_owned),
        },
        argv: std::iter::once("vouchsafe".to_owned()).chain(arguments).collect(),
        register_sha256: Some(register::sha256()),
        ..Manifest::default()
    }
}

/// A report with its manifest before it; where both have a key of the same name, the report's says more and is the one.
///
/// # Errors
/// What cannot be written as JSON.
pub(crate) fn opens(manifest: &Manifest, report: &impl Serialize) -> Result<Map<String, Value>, Failure> {
    let fault = |error| Failure::Fault(format!("a report cannot be written as JSON: {error}"));
    let mut whole = Map::new();
    for part in [serde_json::to_value(manifest).map_err(fault)?, serde_json::to_value(report).map_err(fault)?]
    {
        if let Value::Object(part) = part {
            whole.extend(part);
        }
    }
    Ok(whole)
}

/// A scope as a manifest names it.
pub(crate) fn source(scope: &Scope) -> Source {
    Source { name: scope.name.clone(), sha256: scope.sha256.clone() }
}

/// The readings that differ from the default, as `NAME=CHOICE`.
pub(crate) fn readings_of(rules: &Rules) -> Vec<String> {
    let default = readings::Readings::default();
    let named = readings::ALL.iter().map(|reading| reading.name);
    named
        .filter(|name| rules.readings.get(name) != default.get(name))
        .filter_map(|name| rules.readings.get(name).map(|choice| format!("{name}={choice}")))
        .collect()
}
