//! A promise explained.

use super::{clause_rows, section};
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_alphabet::{Word, readings};
use vouchsafe_engine::register::Register;
use vouchsafe_oracle::{Ends, Following};

/// A promise; its words are the same in both modes.
pub(in crate::command) type Promise = vouchsafe_oracle::Promise<Following>;

/// Whether the promise has such a part or witness; asked for none, it has.
pub(super) fn has(promise: &Promise, piece: Option<&str>) -> bool {
    piece.is_none_or(|piece| {
        promise.parts.iter().any(|part| part.name == piece)
            || promise.witnesses.iter().any(|witness| witness.name == piece)
    })
}

/// What it is judged at, in words.
fn trigger(promise: &Promise) -> String {
    let kinds: Vec<&str> = promise.sees.iter().map(|kind| kind.name()).collect();
    let seen = format!("seen: {}", kinds.join(", "));
    let ends = match promise.ends {
        Ends::Never => return seen,
        Ends::OfPeople => "a deadline about a person passes",
        Ends::OfRecords => "a deadline about a record passes",
        Ends::OfRequests => "a deadline about a request passes",
    };
    format!("{seen}; or {ends}")
}

/// The promise as an item of a list.
pub(in crate::command) fn to_json(promise: &Promise) -> Value {
    let parts = promise.parts.iter();
    let parts = parts.map(|part| json!({ "name": part.name, "clauses": part.clauses, "says": part.says }));
    let witnesses = promise.witnesses.iter();
    let witnesses = witnesses.map(|witness| json!({ "name": witness.name, "says": witness.says }));
    json!({
        "id": promise.id,
        "family": promise.family,
        "clauses": promise.clauses,
        "kind": promise.shape.name(),
        "statement": promise.statement,
        "readings": promise.readings,
        "scopes": [],
        "trigger": trigger(promise),
        "condition": parts.collect::<Vec<_>>(),
        "witness": witnesses.collect::<Vec<_>>(),
    })
}

/// The explanation; a part or witness that was asked for is marked.
pub(super) fn text(page: &Page, register: &Register, promise: &Promise, piece: Option<&str>) -> String {
    let name = |name: &str| {
        let mark = if piece == Some(name) { "> " } else { "" };
        format!("{mark}{name}")
    };
    let parts = promise.parts.iter();
    let parts = parts.map(|part| vec![name(part.name), part.clauses.join(" "), format!("{}.", part.says)]);
    let witnesses = promise.witnesses.iter();
    let witnesses = witnesses.map(|witness| vec![name(witness.name), format!("{}.", witness.says)]);
    let on = readings::ALL.iter().filter(|reading| promise.readings.contains(&reading.name));
    let on = on.map(|reading| vec![reading.name.to_owned(), reading.question.to_owned()]);
    let mut text = format!("{} (promise, {})\n\n", promise.id, promise.shape.name());
    text.push_str(&page.paragraph(2, promise.statement));
    text.push_str(&section(page, "Comes from", clause_rows(register, promise.clauses.iter().copied())));
    text.push_str(&section(page, "Is judged when", vec![vec![format!("{}.", trigger(promise))]]));
    text.push_str(&section(page, "Then it must be so that", parts.collect()));
    text.push_str(&section(page, "Is shown to be kept by", witnesses.collect()));
    text.push_str(&section(page, "Depends on the readings", on.collect()));
    text
}
