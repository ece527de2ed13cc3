//! The report of a simulation in JSON; it holds no times of the real world, so equal seeds give equal bytes.

use super::Simulate;
use super::measured::Measured;
use super::run::{Kept, Ran, Stopped, Told};
use crate::outcome::Outcome;
use serde::Serialize;
use std::collections::BTreeMap;
use vouchsafe_alphabet::trace::Manifest;
use vouchsafe_engine::Scope;

const SCHEMA: &str = "vouchsafe.simulate/1";

/// The report.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    #[serde(flatten)]
    manifest: Manifest,
    verdict: &'static str,
    interrupted: bool,
    /// Whether the limit on time ended it.
    out_of_time: bool,
    households: u32,
    days: u32,
    now_ms: u64,
    inputs: u64,
    refused_inputs: u64,
    events: u64,
    events_sha256: &'a str,
    /// What was measured of the command path.
    latency: Measured<'a>,
    promises: Vec<Promise<'a>>,
    /// The command that runs it again.
    again: Vec<String>,
}

#[derive(Serialize)]
struct Promise<'a> {
    id: &'a str,
    clauses: &'a [&'a str],
    verdict: &'static str,
    triggered: u64,
    witnessed: BTreeMap<&'a str, u64>,
    broken: BTreeMap<&'a str, u64>,
    /// The first breaches of each part.
    breaches: Vec<Breach<'a>>,
}

#[derive(Serialize)]
struct Breach<'a> {
    /// The observation at which it shows, from 1; null for a deadline that passed.
    event: Option<u64>,
    at_ms: u64,
    subject: &'a str,
    because: &'a [u64],
    failed: &'a str,
    sentence: String,
}

/// The report of a simulation that was run.
pub(super) fn report<'a>(options: &Simulate, scope: &Scope, ran: &'a Ran) -> Report<'a> {
    Report {
        manifest: options.manifest(SCHEMA, scope),
        verdict: match (ran.breaches(), ran.outcome()) {
            (0, Outcome::Open) => "undecided",
            (0, Outcome::Kept | Outcome::Broken) => "no-breach",
            (_, _) => "breached",
        },
        interrupted: ran.stopped == Some(Stopped::Interrupted),
        out_of_time: ran.stopped == Some(Stopped::Time),
        households: options.households,
        days: options.days,
        now_ms: ran.tally.now_ms,
        inputs: ran.tally.inputs,
        refused_inputs: ran.tally.refused,
        events: ran.tally.observations,
        events_sha256: &ran.digest,
        latency: Measured::of(options.presses_per_day, scope, ran),
        promises: ran.promises.iter().map(|kept| promise(ran, kept)).collect(),
        again: std::iter::once("vouchsafe".to_owned()).chain(options.again()).collect(),
    }
}

fn promise<'a>(ran: &Ran, kept: &'a Kept) -> Promise<'a> {
    let witnesses = kept.promise.witnesses.iter().map(|witness| witness.name);
    let parts = kept.promise.parts.iter().map(|part| part.name);
    Promise {
        id: kept.promise.id,
        clauses: kept.promise.clauses,
        verdict: match (kept.breaches(), ran.stopped) {
            (0, None) => "no-breach",
            (0, Some(_)) => "undecided",
            (_, _) => "breached",
        },
        triggered: kept.triggered,
        witnessed: witnesses.zip(kept.witnessed.iter().copied()).collect(),
        broken: parts.zip(kept.broken.iter().copied()).filter(|(_, times)| *times > 0).collect(),
        breaches: kept.told.iter().map(|told| breach(kept, told)).collect(),
    }
}

fn breach<'a>(kept: &'a Kept, told: &'a Told) -> Breach<'a> {
    let part = kept.promise.parts.get(told.part);
    Breach {
        event: told.at,
        at_ms: told.at_ms,
        subject: &told.subject,
        because: &told.because,
        failed: part.map_or("", |part| part.name),
        sentence: format!("This must be so and is not: {}.", part.map_or("", |part| part.says)),
    }
}
