//! A promise explained.

use super::{clause_rows, section};
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_alphabet::{Word, readings};
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{Scope, shipped};
use vouchsafe_oracle::{Ends, Following};
use vouchsafe_system::Defect;
use vouchsafe_system::defects::TABLE;

/// A promise; its words are the same in both modes.
pub(in crate::command) type Promise = vouchsafe_oracle::Promise<Following>;

/// Whether the promise has such a part or witness; asked for none, it has.
pub(super) fn has(promise: &Promise, piece: Option<&str>) -> bool {
    piece.is_none_or(|piece| {
        promise.parts.iter().any(|part| part.name == piece)
            || promise.witnesses.iter().any(|witness| witness.name == piece)
    })
}

/// The names of the observations that it is judged at, and of the deadlines.
fn judged_at(promise: &Promise) -> String {
    let kinds: Vec<&str> = promise.sees.iter().map(|kind| kind.name()).collect();
    let ends = match promise.ends {
        Ends::Never => "",
        Ends::OfPeople => ", and deadlines about a person",
        Ends::OfRecords => ", and deadlines about a record",
        Ends::OfRequests => ", and deadlines about a request",
        Ends::OfHolders => ", and deadlines of the vendor",
        Ends::OfInquiries => ", and deadlines about a message",
    };
    format!("{}{ends}", kinds.join(", "))
}

/// The shipped scopes that decide it.
fn scopes(promise: &Promise) -> Vec<Scope> {
    let asked = shipped::default_scopes().into_iter();
    asked.filter(|scope| scope.asks(promise.id)).collect()
}

/// The defects that were made to break it.
fn defects(promise: &Promise) -> impl Iterator<Item = Defect> {
    let id = promise.id;
    TABLE.iter().filter(move |row| row.breaks.contains(&id)).map(|row| row.defect)
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
        "scopes": scopes(promise).into_iter().map(|scope| scope.name).collect::<Vec<_>>(),
        "trigger": promise.when,
        "condition": parts.collect::<Vec<_>>(),
        "witness": witnesses.collect::<Vec<_>>(),
        "defects": defects(promise).map(|defect| defect.name()).collect::<Vec<_>>(),
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
    let decided = scopes(promise).into_iter().map(|scope| vec![scope.name, scope.about]);
    let broken = defects(promise).map(|defect| vec![defect.name().to_owned(), defect.says().to_owned()]);
    let mut text = format!("{} (promise, {})\n\n", promise.id, promise.shape.name());
    text.push_str(&page.paragraph(2, promise.statement));
    text.push_str(&section(page, "Comes from", clause_rows(register, promise.clauses.iter().copied())));
    text.push_str(&section(page, "Is judged when", vec![vec![format!("{}.", promise.when)]]));
    text.push_str(&section(page, "At these observations", vec![vec![format!("{}.", judged_at(promise))]]));
    text.push_str(&section(page, "Then it must be so that", parts.collect()));
    text.push_str(&section(page, "Is shown to be kept by", witnesses.collect()));
    text.push_str(&section(page, "Depends on the readings", on.collect()));
    text.push_str(&section(page, "Is decided in the scopes", decided.collect()));
    text.push_str(&section(page, "Is broken by the defects", broken.collect()));
    text
}
