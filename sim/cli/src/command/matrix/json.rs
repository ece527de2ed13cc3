//! The matrix in JSON.

use super::hunting::{Hunted, Plan};
use crate::failure::Failure;
use crate::manifest;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::trace::Manifest;
use vouchsafe_engine::matrix::Defective;
use vouchsafe_system::{Defect, Refusal};

const SCHEMA: &str = "vouchsafe.matrix/1";

/// The report.
#[derive(Serialize)]
struct Report<'a> {
    form: &'static str,
    interrupted: bool,
    seconds: f64,
    resumed_hunts: usize,
    hunts: usize,
    defects: Vec<OneDefect<'a>>,
    survivors: Vec<&'static str>,
    /// Null where not every defect was hunted everywhere.
    unbroken: Option<&'a [String]>,
    deep_only: Vec<&'static str>,
    /// Null in the quick form, in which a defect tells one story of many.
    alike: Option<&'a [Vec<&'static str>]>,
    pairs: Vec<OnePair<'a>>,
    /// Null in the quick form.
    safeguards: Option<Vec<OneSafeguard>>,
    /// Null where not every defect was hunted everywhere.
    idle_safeguards: Option<Vec<&'static str>>,
}

#[derive(Serialize)]
struct OneDefect<'a> {
    id: &'static str,
    clauses: &'static [&'static str],
    breaks: Vec<OneBreak<'a>>,
    loses: &'a [String],
    scopes: &'a [String],
    bounded: &'a [String],
}

#[derive(Serialize)]
struct OneBreak<'a> {
    promise: &'a str,
    part: &'a str,
    scope: &'a str,
    length: u32,
}

#[derive(Serialize)]
struct OnePair<'a> {
    defects: [&'static str; 2],
    scope: &'a str,
    breaks: Vec<OnePart<'a>>,
}

#[derive(Serialize)]
struct OnePart<'a> {
    part: &'a str,
    length: u32,
}

#[derive(Serialize)]
struct OneSafeguard {
    id: &'static str,
    taken_away_by: Vec<&'static str>,
}

/// The report of what was hunted.
pub(super) fn report(plan: &Plan, hunted: &Hunted) -> Result<Map<String, Value>, Failure> {
    let summary = &hunted.summary;
    let name = |defect: &Defective| defect.row.defect.name();
    let scopes = plan.scopes.iter().map(manifest::source).collect();
    let report = Report {
        form: if plan.quick { "quick" } else { "full" },
        interrupted: hunted.is_cut,
        seconds: hunted.seconds,
        resumed_hunts: hunted.resumed,
        hunts: hunted.hunts.len(),
        defects: summary.defects.iter().map(defect).collect(),
        survivors: hunted.survivors().map(name).collect(),
        unbroken: (plan.tells_all() && !hunted.is_cut).then_some(summary.unbroken.as_slice()),
        deep_only: summary.deep_only().map(name).collect(),
        alike: (!plan.quick).then_some(summary.alike.as_slice()),
        pairs: hunted
            .pairs
            .iter()
            .map(|pair| OnePair {
                defects: pair.defects.map(|defect| defect.name()),
                scope: &pair.scope,
                breaks: pair.parts.iter().map(|(part, length)| OnePart { part, length: *length }).collect(),
            })
            .collect(),
        safeguards: (!plan.quick).then(|| hunted.freed.iter().map(safeguard).collect()),
        idle_safeguards: (plan.tells_all() && !hunted.is_cut)
            .then(|| hunted.idle().into_iter().map(|refusal| refusal.name()).collect()),
    };
    // The defects of the report have their names as well.
    manifest::opens(&Manifest { scopes, ..manifest::of(SCHEMA) }, &report)
}

fn safeguard((refusal, by): (&Refusal, &BTreeSet<Defect>)) -> OneSafeguard {
    OneSafeguard { id: refusal.name(), taken_away_by: by.iter().map(|defect| defect.name()).collect() }
}

fn defect(defect: &Defective) -> OneDefect<'_> {
    let breaks = defect.breaks.iter().map(|broken| OneBreak {
        promise: &broken.promise,
        part: &broken.part,
        scope: &broken.scope,
        length: broken.length,
    });
    OneDefect {
        id: defect.row.defect.name(),
        clauses: defect.row.clauses,
        breaks: breaks.collect(),
        loses: &defect.loses,
        scopes: &defect.scopes,
        bounded: &defect.bounded,
    }
}
