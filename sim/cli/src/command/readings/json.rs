//! What was found of the choices, in JSON.

use super::Tried;
use crate::interrupt;
use crate::manifest;
use serde::Serialize;
use vouchsafe_alphabet::trace::Manifest;
use vouchsafe_engine::Scope;
use vouchsafe_engine::standings::{Standing, Standings};

const SCHEMA: &str = "vouchsafe.readings/1";

/// The report.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    #[serde(flatten)]
    manifest: Manifest,
    interrupted: bool,
    /// Whether every side of every choice was covered to the end.
    exhausted: bool,
    choices: Vec<Choice<'a>>,
}

#[derive(Serialize)]
struct Choice<'a> {
    reading: &'a str,
    choice: &'a str,
    scopes: &'a [String],
    sides: Vec<OneSide<'a>>,
}

#[derive(Serialize)]
struct OneSide<'a> {
    side: &'a str,
    promises: Vec<Promise<'a>>,
    /// Scopes that cannot be run with the choice.
    refused: Vec<Refused<'a>>,
}

#[derive(Serialize)]
struct Refused<'a> {
    scope: &'a str,
    why: &'a str,
}

#[derive(Serialize)]
struct Promise<'a> {
    promise: &'a str,
    verdict: &'a str,
    breaks: Vec<Broken<'a>>,
    /// Witnesses that cannot be reached.
    unseen: &'a [&'a str],
}

#[derive(Serialize)]
struct Broken<'a> {
    part: &'a str,
    scope: &'a str,
    length: u32,
}

/// The report of what was tried.
pub(super) fn report<'a>(scopes: &[Scope], tried: &'a [Tried]) -> Report<'a> {
    Report {
        manifest: Manifest { scopes: scopes.iter().map(manifest::source).collect(), ..manifest::of(SCHEMA) },
        interrupted: interrupt::asked(),
        exhausted: tried.iter().all(Tried::is_settled),
        choices: tried.iter().map(choice).collect(),
    }
}

fn choice(tried: &Tried) -> Choice<'_> {
    Choice {
        reading: tried.reading.name,
        choice: tried.choice.name,
        scopes: &tried.scopes,
        sides: tried.sides.iter().map(side).collect(),
    }
}

fn side(standings: &Standings) -> OneSide<'_> {
    OneSide {
        side: standings.side.name(),
        promises: standings.promises.iter().map(promise).collect(),
        refused: standings.refused.iter().map(|(scope, why)| Refused { scope, why }).collect(),
    }
}

fn promise(standing: &Standing) -> Promise<'_> {
    let breaks = standing.fallen.iter();
    Promise {
        promise: standing.promise,
        verdict: standing.verdict.name(),
        breaks: breaks
            .map(|fallen| Broken { part: fallen.part, scope: &fallen.scope, length: fallen.length })
            .collect(),
        unseen: &standing.unseen,
    }
}
