//! The monitor's report in JSON.

use super::follow::{Followed, Refused};
use crate::manifest;
use serde::Serialize;
use std::collections::BTreeMap;
use vouchsafe_alphabet::Rules;
use vouchsafe_alphabet::trace::{Manifest, Start};
use vouchsafe_monitor::{BreachFound, Declared, Doubt, PendingDuty, PromiseReport, Verdict};
use vouchsafe_oracle::{Following, promises};

const SCHEMA: &str = "vouchsafe.monitor/1";

/// The report.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    #[serde(flatten)]
    manifest: Manifest,
    verdict: Verdict,
    interrupted: bool,
    start: Start,
    declared: Option<&'a Declared>,
    reorder_window_ms: Option<u64>,
    rules: &'a Rules,
    events: u64,
    refused_lines: u64,
    refused: &'a [Refused],
    held_lines: usize,
    unknown: &'a BTreeMap<String, u64>,
    promises: Vec<Promise<'a>>,
    /// Promises that lead to something sooner or later, which no log that ends decides.
    not_judged: Vec<&'static str>,
}

#[derive(Serialize)]
struct Promise<'a> {
    id: &'a str,
    clauses: &'a [&'a str],
    verdict: Verdict,
    undecided_because: &'a [Doubt],
    triggered: u64,
    witnessed: &'a BTreeMap<&'static str, u64>,
    pending: &'a [PendingDuty],
    breaches: Vec<Breach<'a>>,
}

#[derive(Serialize)]
struct Breach<'a> {
    line: u64,
    at_ms: u64,
    missed: bool,
    subject: &'a str,
    because: &'a [u64],
    failed: &'a str,
    clauses: &'a [&'a str],
    sentence: &'a str,
    excusable: bool,
}

/// The report of a log that was followed.
pub(super) fn report(followed: &Followed) -> Report<'_> {
    let found = &followed.report;
    Report {
        manifest: Manifest { readings: manifest::readings_of(&found.rules), ..manifest::of(SCHEMA) },
        verdict: found.verdict(),
        interrupted: followed.interrupted,
        start: found.start,
        declared: found.declared.as_ref(),
        reorder_window_ms: followed.window_ms,
        rules: &found.rules,
        events: found.events,
        refused_lines: found.refused_lines,
        refused: &followed.refused,
        held_lines: found.held_lines,
        unknown: &found.unknown,
        promises: found.promises.iter().map(|promise| of_promise(followed, promise)).collect(),
        not_judged: promises::leads_to::<Following>().iter().map(|promise| promise.id).collect(),
    }
}

fn of_promise<'a>(followed: &'a Followed, promise: &'a PromiseReport) -> Promise<'a> {
    let breaches = followed.breaches.get(promise.id).into_iter().flatten();
    Promise {
        id: promise.id,
        clauses: promise.clauses,
        verdict: promise.verdict,
        undecided_because: &promise.doubts,
        triggered: promise.triggered,
        witnessed: &promise.witnessed,
        pending: &promise.pending,
        breaches: breaches.map(of_breach).collect(),
    }
}

fn of_breach(breach: &BreachFound) -> Breach<'_> {
    Breach {
        line: breach.line,
        at_ms: breach.at_ms,
        missed: breach.missed,
        subject: &breach.subject,
        because: &breach.because,
        failed: breach.failed,
        clauses: breach.clauses,
        sentence: &breach.sentence,
        excusable: breach.excusable,
    }
}
