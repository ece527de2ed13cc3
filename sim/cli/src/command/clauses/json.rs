//! The report of `clauses` in JSON.

use super::policy::Policy;
use crate::manifest;
use serde::Serialize;
use std::collections::BTreeMap;
use vouchsafe_alphabet::trace::Manifest;
use vouchsafe_engine::register::{Class, Clause, Disposition, Drift, Drifted, Register};

const SCHEMA: &str = "vouchsafe.clauses/1";

/// The report.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    #[serde(flatten)]
    manifest: Manifest,
    clauses: Vec<Row<'a>>,
    by_disposition: BTreeMap<&'static str, usize>,
    /// How a policy text differs from the register's; null where none was given.
    drift: Option<&'a [Drifted<'a>]>,
    /// The text, and what it was compared with; absent where none was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<Compared<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    section: &'a str,
    family: Option<&'a str>,
    class: Class,
    lines: &'a [u32],
    disposition: Disposition,
    carried_by: &'a [String],
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct Compared<'a> {
    file: String,
    revision: &'a str,
    /// How many lines of the text say something.
    lines: usize,
    /// How many lines of the revision have a fingerprint.
    fingerprinted: usize,
    /// How many of these are found in the text.
    found: usize,
    /// Whether it is another text, of which only the lines that are missed are told.
    another_text: bool,
}

/// The report on the register, and on a text where one was given.
pub(super) fn report<'a>(
    register: &'a Register,
    compared: Option<(&'a Policy, &'a Drift<'a>)>,
) -> Report<'a> {
    Report {
        manifest: manifest::of(SCHEMA),
        clauses: register.clauses().iter().map(row).collect(),
        by_disposition: Disposition::ALL
            .iter()
            .map(|gone| (gone.name(), register.count(None, *gone)))
            .collect(),
        drift: compared.map(|(_, drift)| drift.drifted.as_slice()),
        policy: compared.map(|(policy, drift)| Compared {
            file: policy.name.clone(),
            revision: &policy.fingerprints.revision,
            lines: drift.lines,
            fingerprinted: drift.fingerprinted,
            found: drift.found,
            another_text: drift.another.is_some(),
        }),
    }
}

fn row(clause: &Clause) -> Row<'_> {
    Row {
        id: &clause.id,
        section: &clause.section,
        family: clause.family.as_deref(),
        class: clause.class,
        lines: &clause.lines,
        disposition: clause.disposition,
        carried_by: &clause.carried_by,
        reason: clause.reason.as_deref(),
    }
}
