//! The report of a check in JSON.

use super::coverage::{self, Coverage};
use super::covered::{self, Covered};
use super::found::{Finding, Found};
use super::plan::Plan;
use crate::command::story::Counterexample;
use crate::failure::Failure;
use crate::manifest;
use serde::Serialize;
use serde_json::{Map, Value};
use vouchsafe_engine::Checked;
use vouchsafe_engine::exercise::Exercise;
use vouchsafe_explore::Extent;

const SCHEMA: &str = "vouchsafe.check/1";

/// What follows the manifest in the report.
#[derive(Serialize)]
struct Report<'a> {
    verdict: &'static str,
    interrupted: bool,
    scopes: Vec<Scope<'a>>,
    promises: Vec<Promise<'a>>,
    clashes: Vec<Clash<'a>>,
    /// How often everything was exercised, scope by scope; null without `--coverage`.
    coverage: Option<Vec<Coverage<'a>>>,
}

#[derive(Serialize)]
struct Scope<'a> {
    name: &'a str,
    sha256: &'a str,
    kind: &'static str,
    states: u64,
    transitions: u64,
    depth: u32,
    seconds: f64,
    exhausted: bool,
    /// What stopped the exploration; null where nothing did.
    cut_by: Option<String>,
    collision_probability: f64,
    /// What random walks covered; null where the scope was to be exhausted.
    walked: Option<Covered>,
}

#[derive(Serialize)]
struct Promise<'a> {
    id: &'a str,
    family: &'a str,
    clauses: &'a [&'a str],
    kind: &'static str,
    statement: &'a str,
    /// The scope of the counterexample, or else the first of those that were asked.
    scope: Option<&'a str>,
    scopes: Vec<&'a str>,
    verdict: &'static str,
    trigger_reached: bool,
    witness_reached: bool,
    witnesses: Vec<Witness<'a>>,
    counterexample: Option<Counterexample<'a>>,
    breaches: Vec<Breach<'a>>,
}

#[derive(Serialize)]
struct Witness<'a> {
    name: &'a str,
    reached: bool,
}

/// A part that is breached.
#[derive(Serialize)]
struct Breach<'a> {
    failed: &'a str,
    clauses: &'a [&'a str],
    says: &'a str,
    scope: Option<&'a str>,
    length: u32,
    at_ms: Option<u64>,
    /// The observation at which it failed, from 1; null for a deadline that passed.
    at: Option<u64>,
    because: &'a [u64],
}

#[derive(Serialize)]
struct Clash<'a> {
    scope: &'a str,
    tensions: &'a [String],
    expected: &'a [String],
    absent: &'a [String],
    strange: &'a [String],
}

/// The report of what was found.
pub(super) fn report(
    plan: &Plan,
    checked: &[Checked<'_>],
    found: &Found,
    exercises: &[Exercise],
) -> Result<Map<String, Value>, Failure> {
    let report = Report {
        verdict: found.verdict().name(),
        interrupted: found.interrupted,
        scopes: checked.iter().enumerate().map(|(place, checked)| scope(plan, place, checked)).collect(),
        promises: found.findings.iter().map(|finding| promise(plan, found, finding)).collect(),
        clashes: found.clashes.iter().map(clash).collect(),
        coverage: coverage::json(plan, checked, exercises),
    };
    // The scopes of the report have their names and digests as well.
    manifest::opens(&super::manifest(SCHEMA, plan), &report)
}

fn scope<'a>(plan: &Plan, place: usize, checked: &'a Checked<'_>) -> Scope<'a> {
    let (scope, report) = (checked.product.scope(), &checked.report);
    Scope {
        name: &scope.name,
        sha256: &scope.sha256,
        kind: scope.kind.name(),
        states: report.states,
        transitions: report.transitions,
        depth: report.depth,
        seconds: checked.seconds,
        exhausted: checked.exhausted(),
        cut_by: match report.extent {
            Extent::Exhausted => None,
            Extent::Cut(reason) => Some(reason.to_string()),
        },
        collision_probability: report.collision_probability(),
        walked: covered::json(plan, place, checked),
    }
}

fn promise<'a>(plan: &'a Plan, found: &'a Found, finding: &'a Finding) -> Promise<'a> {
    let soonest = finding.soonest();
    let shown = soonest.map(|broken| broken.scope).or_else(|| finding.scopes.first().copied());
    let counterexample = soonest.and_then(|broken| {
        let tale = found.tales.get(broken.tale?)?;
        let failed = finding.part(broken);
        Some(Counterexample::of(&tale.story, broken.length, failed, tale.ever.as_ref()))
    });
    let witnesses = finding.promise.witnesses.iter().zip(&finding.witnesses);
    Promise {
        id: finding.promise.id,
        family: finding.promise.family,
        clauses: finding.promise.clauses,
        kind: finding.promise.shape.name(),
        statement: finding.promise.statement,
        scope: shown.and_then(|place| plan.scope(place)).map(|scope| scope.name.as_str()),
        scopes: plan.names(&finding.scopes),
        verdict: finding.verdict.name(),
        trigger_reached: finding.trigger,
        witness_reached: finding.missing().is_empty(),
        witnesses: witnesses.map(|(witness, &reached)| Witness { name: witness.name, reached }).collect(),
        counterexample,
        breaches: finding.breaches.iter().map(|broken| breach(plan, found, finding, broken)).collect(),
    }
}

fn breach<'a>(
    plan: &'a Plan,
    found: &'a Found,
    finding: &'a Finding,
    broken: &super::found::Broken,
) -> Breach<'a> {
    let name = finding.part(broken);
    let part = finding.promise.parts.get(broken.part);
    let tale = broken.tale.and_then(|tale| found.tales.get(tale));
    let failures = tale.into_iter().flat_map(|tale| &tale.story.failures);
    let failure =
        failures.into_iter().find(|known| (known.promise, known.part) == (finding.promise.id, name));
    Breach {
        failed: name,
        clauses: part.map_or(&[], |part| part.clauses),
        says: part.map_or("", |part| part.says),
        scope: plan.scope(broken.scope).map(|scope| scope.name.as_str()),
        length: broken.length,
        at_ms: failure.map(|failure| failure.at_ms),
        at: failure.and_then(|failure| failure.at),
        because: failure.map_or(&[], |failure| failure.because.as_slice()),
    }
}

fn clash(clash: &super::clash::Clash) -> Clash<'_> {
    Clash {
        scope: &clash.scope,
        tensions: &clash.tensions,
        expected: &clash.expected,
        absent: &clash.absent,
        strange: &clash.strange,
    }
}
