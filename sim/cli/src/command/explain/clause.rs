//! A clause explained.

use super::{section, tension_rows};
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_engine::register::{Clause, Register};
use vouchsafe_oracle::{Following, promises};

/// The lines of the policy that it stands on.
pub(super) fn lines(clause: &Clause) -> String {
    let ending = if clause.lines.len() == 1 { "" } else { "s" };
    let lines: Vec<String> = clause.lines.iter().map(u32::to_string).collect();
    format!("line{ending} {}", lines.join(", "))
}

/// The clause and its tensions.
pub(super) fn to_json(register: &Register, clause: &Clause) -> Value {
    let tensions = clause.tensions.iter().filter_map(|id| register.tension(id));
    json!({ "clause": clause, "tensions": tensions.collect::<Vec<_>>() })
}

/// The explanation.
pub(super) fn text(page: &Page, register: &Register, clause: &Clause) -> String {
    let fact = |name: &str, value: String| vec![name.to_owned(), value];
    let class = match clause.secondary {
        Some(secondary) => format!("{}, and {}", clause.class, secondary),
        None => clause.class.to_string(),
    };
    let mut facts = vec![
        fact("section", clause.section.clone()),
        fact("policy", lines(clause)),
        fact("modality", clause.modality.to_string()),
        fact("class", class),
    ];
    facts.extend(clause.family.clone().map(|family| fact("family", family)));
    let gone = format!("{}: {}", clause.disposition, clause.disposition.says());
    let mut fate = vec![vec![gone]];
    fate.extend(clause.reason.clone().map(|reason| vec![reason]));
    let mut text = format!("{} (clause)\n\n", clause.id);
    text.push_str(&page.paragraph(2, &format!("{}.", clause.paraphrase)));
    text.push_str(&section(page, "Comes from", facts));
    text.push_str(&section(page, "Has gone to", fate));
    text.push_str(&section(page, "Is carried by", carriers(clause)));
    let decided = (!clause.decided_by.is_empty()).then(|| vec![kinds(clause).join(", ")]);
    text.push_str(&section(page, "Is decided from observations of", decided.into_iter().collect()));
    text.push_str(&section(
        page,
        "Takes part in the tensions",
        tension_rows(register, clause.tensions.iter().map(String::as_str)),
    ));
    text
}

/// What carries it, with the words of the part or witness where it is one.
fn carriers(clause: &Clause) -> Vec<Vec<String>> {
    let promises = promises::every::<Following>();
    let says = |carrier: &str| {
        let (id, piece) = carrier.split_once('/')?;
        let promise = promises.iter().find(|promise| promise.id == id)?;
        let part = promise.parts.iter().find(|part| part.name == piece).map(|part| part.says);
        let witness = promise.witnesses.iter().find(|witness| witness.name == piece);
        part.or(witness.map(|witness| witness.says)).map(|says| format!("{says}."))
    };
    let row = |carrier: &String| vec![carrier.clone(), says(carrier).unwrap_or_default()];
    clause.carried_by.iter().map(row).collect()
}

/// The kinds of observation that decide it, without their fields.
fn kinds(clause: &Clause) -> Vec<&str> {
    let kinds = clause.decided_by.iter().filter(|path| !path.contains('.'));
    kinds.map(String::as_str).collect()
}
