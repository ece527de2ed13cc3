//! A deadline explained.

use super::{Explained, clause_rows, section};
use crate::moment;
use crate::page::Page;
use serde_json::json;
use vouchsafe_alphabet::rules::{Limit, Rules};
use vouchsafe_engine::register::Register;

/// The deadline with this name, explained.
pub(super) fn find(page: &Page, register: &Register, id: &str) -> Option<Explained> {
    let rules = Rules::default();
    let deadlines = rules.deadlines.each();
    let (name, timer, units, limit, says) = deadlines.into_iter().find(|(name, ..)| *name == id)?;
    let says = says.trim();
    let clauses = register.clauses().iter().filter(|clause| clause.timers.iter().any(|known| known == timer));
    let clauses: Vec<&str> = clauses.map(|clause| clause.id.as_str()).collect();
    let bounds = match limit {
        Limit::DoBy => "Something must be done by then; it takes 1 unit or more.",
        Limit::StopBy => "Something must have stopped by then; 0 units mean at once.",
    };
    let default = format!(
        "{}, each of {} unless the rules say otherwise. The policy states no number.",
        moment::count(u64::from(units), "unit"),
        moment::length(rules.unit_ms)
    );
    let mut text = format!("{name} (deadline)\n\n");
    text.push_str(&page.paragraph(2, says));
    text.push_str(&section(page, "Default", vec![vec![default]]));
    text.push_str(&section(page, "Bounds", vec![vec![bounds.to_owned()]]));
    text.push_str(&section(page, "Comes from", clause_rows(register, clauses.iter().copied())));
    Some(Explained {
        what: "deadline",
        json: json!({ "id": name, "timer": timer, "default_units": units, "says": says, "clauses": clauses }),
        text,
    })
}
