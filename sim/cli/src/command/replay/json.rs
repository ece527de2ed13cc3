//! The report of a replay in JSON.

use super::Ran;
use crate::manifest;
use crate::outcome::Outcome;
use serde::Serialize;
use std::collections::BTreeSet;
use vouchsafe_alphabet::trace::Manifest;

const SCHEMA: &str = "vouchsafe.replay/1";

/// The report.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    #[serde(flatten)]
    manifest: Manifest,
    verdict: &'static str,
    inputs: usize,
    observations: usize,
    /// What the trace's header says that it breaks.
    said: BTreeSet<String>,
    /// Everything that anybody finds broken.
    broken: BTreeSet<String>,
    /// Null where there is no input to run.
    by_system: Option<&'a BTreeSet<String>>,
    by_monitor: &'a BTreeSet<String>,
    by_naive: &'a BTreeSet<String>,
    same_observations: Option<bool>,
    differing_digests: Vec<Digests<'a>>,
}

#[derive(Serialize)]
struct Digests<'a> {
    what: &'a str,
    there: &'a str,
    here: &'a str,
}

/// The report of a trace that was run again.
pub(super) fn report(ran: &Ran) -> Report<'_> {
    let made = &ran.trace.header.manifest;
    let differs = ran.differs.iter();
    Report {
        manifest: Manifest {
            scopes: ran.scope.iter().map(manifest::source).collect(),
            readings: made.readings.clone(),
            defects: made.defects.clone(),
            seed: made.seed,
            ..manifest::of(SCHEMA)
        },
        verdict: match ran.outcome() {
            Outcome::Kept => "no-breach",
            Outcome::Broken => "breached",
            Outcome::Open => "undecided",
        },
        inputs: ran.trace.inputs.len(),
        observations: ran.trace.log.len(),
        said: ran.said(),
        broken: ran.broken(),
        by_system: ran.replayed.by_system.as_ref(),
        by_monitor: &ran.replayed.by_monitor,
        by_naive: &ran.replayed.by_naive,
        same_observations: ran.replayed.same_observations,
        differing_digests: differs
            .map(|differs| Digests { what: &differs.what, there: &differs.there, here: &differs.here })
            .collect(),
    }
}
