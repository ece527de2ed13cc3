//! A defect explained: what is wrong, what it breaks, and the shortest run that shows it.

use super::{clause_rows, section, tale};
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_alphabet::Word;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::shipped;
use vouchsafe_oracle::{Following, promises};
use vouchsafe_system::{Defect, Defects};

/// The defect as an item of a list.
pub(in crate::command) fn to_json(defect: Defect) -> Value {
    let row = defect.row();
    json!({
        "id": defect.name(),
        "clauses": row.clauses,
        "family": family(defect),
        "breaks": row.breaks,
        "scopes": row.scopes,
        "says": defect.says(),
    })
}

/// The family of the first promise that it was made to break.
fn family(defect: Defect) -> Option<&'static str> {
    let (family, _) = defect.row().breaks.first()?.split_once('.')?;
    Some(family)
}

/// The explanation, with a story where a scope is known to show the defect.
pub(super) fn text(page: &Page, register: &Register, defect: Defect) -> String {
    let row = defect.row();
    let all = promises::every::<Following>();
    let broken = all.iter().filter(|promise| row.breaks.contains(&promise.id));
    let broken = broken.map(|promise| vec![promise.id.to_owned(), promise.statement.to_owned()]);
    let scopes = row.scopes.iter().filter_map(|name| shipped::named(name));
    let scopes = scopes.map(|scope| vec![scope.name, scope.about]);
    let mut text = format!("{} (defect)\n\n", defect.name());
    text.push_str(&page.paragraph(2, defect.says()));
    text.push_str(&section(
        page,
        "Weakens what stands behind",
        clause_rows(register, row.clauses.iter().copied()),
    ));
    text.push_str(&section(page, "Is made to break", broken.collect()));
    text.push_str(&section(page, "Shows in the scopes", scopes.collect()));
    if let Some(mut scope) = row.scopes.iter().find_map(|name| shipped::named(name)) {
        scope.setup.defects = Defects::one(defect);
        let is_broken = |part: &str| row.breaks.contains(&part.split('/').next().unwrap_or(part));
        text.push_str(
            &tale::shortest(page, register, &tale::explored(&scope), is_broken).unwrap_or_default(),
        );
    }
    text
}
