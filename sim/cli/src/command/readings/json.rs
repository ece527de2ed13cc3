//! What was found of the choices, in JSON.

use super::Tried;
use crate::manifest;
use serde_json::{Map, Value, json};
use vouchsafe_engine::Scope;
use vouchsafe_engine::standings::{Standing, Standings};

const SCHEMA: &str = "vouchsafe.readings/1";

/// The report.
pub(super) fn report(scopes: &[Scope], tried: &[Tried]) -> Value {
    let mut manifest = manifest::of(SCHEMA);
    manifest.scopes = scopes.iter().map(manifest::source).collect();
    let mut whole = match serde_json::to_value(manifest) {
        Ok(Value::Object(manifest)) => manifest,
        Ok(_) | Err(_) => Map::new(),
    };
    let settled = tried.iter().flat_map(|tried| &tried.sides).all(Standings::are_settled);
    whole.insert("exhausted".to_owned(), settled.into());
    whole.insert("choices".to_owned(), tried.iter().map(choice).collect());
    Value::Object(whole)
}

fn choice(tried: &Tried) -> Value {
    json!({
        "reading": tried.reading.name,
        "choice": tried.choice.name,
        "scopes": tried.scopes,
        "sides": tried.sides.iter().map(side).collect::<Vec<_>>(),
    })
}

fn side(standings: &Standings) -> Value {
    let refused = standings.refused.iter().map(|(scope, why)| json!({ "scope": scope, "why": why }));
    json!({
        "side": standings.side.name(),
        "promises": standings.promises.iter().map(standing).collect::<Vec<_>>(),
        "refused": refused.collect::<Vec<_>>(),
    })
}

fn standing(standing: &Standing) -> Value {
    let breaks = standing
        .fallen
        .iter()
        .map(|fallen| json!({ "part": fallen.part, "scope": fallen.scope, "length": fallen.length }));
    json!({
        "promise": standing.promise,
        "verdict": standing.verdict.name(),
        "breaks": breaks.collect::<Vec<_>>(),
        "unseen": standing.unseen,
    })
}
