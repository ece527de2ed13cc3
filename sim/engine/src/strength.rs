//! How strong each promise is: it is changed in one thing, and something has to tell the change from the promise.
//!
//! A mutant of a promise is told apart by an event on which one of the two is broken and the other is not. Evidence
//! is a log, such as a lawful twin or the shortest story of a defect, or a scope that is exhausted. A mutant that
//! nothing tells apart shows that a part, a trigger or a deadline says nothing, unless there is a reason for it.

mod logs;
mod mutation;
mod scopes;

pub use logs::{Log, by_defect, by_logs};
pub use mutation::{Mutant, Mutation, breaks, mutants};
pub use scopes::by_scope;

use crate::register::Register;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A mutant, with what tells it apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The mutant.
    pub mutant: Mutant,
    /// The first evidence that tells it apart.
    pub told_by: Option<Evidence>,
}

/// What tells a mutant from its promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A lawful twin, by its file.
    Twin(String),
    /// A log of a breach, by its file.
    Log(String),
    /// The story of a defect, by the defect and the scope.
    Defect(String, String),
    /// A scope without a defect.
    Scope(String),
}

/// Every mutant of every promise, not yet tried.
pub fn all(register: &Register) -> Vec<Tried> {
    mutants(register).into_iter().map(|mutant| Tried { mutant, told_by: None }).collect()
}

/// Mutants of a name that are known to be told apart by nothing, and why that is so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    /// The mutant's name.
    name: String,
    /// Why nothing tells it apart.
    reason: String,
    /// The promises of which that is so.
    promises: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    #[serde(default)]
    mutant: Vec<Known>,
}

/// The mutants that are listed as told apart by nothing, by promise and mutant.
///
/// # Errors
/// What is wrong with the list.
pub fn known(text: &str) -> Result<BTreeMap<(String, String), String>, String> {
    let listed: Listed = toml::from_str(text).map_err(|error| error.to_string())?;
    let mut known = BTreeMap::new();
    for Known { name, reason, promises } in listed.mutant {
        if reason.trim().is_empty() {
            return Err(format!("`{name}` has no reason"));
        }
        for promise in promises {
            let twice = format!("{promise}, {name}: it is listed twice");
            if known.insert((promise, name.clone()), reason.clone()).is_some() {
                return Err(twice);
            }
        }
    }
    Ok(known)
}

/// The list that ships with the tool.
pub const KNOWN: &str = include_str!("../../../fixtures/strength.toml");
