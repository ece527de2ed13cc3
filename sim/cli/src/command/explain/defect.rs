//! A defect explained: what is wrong, what it breaks, and the shortest run that shows it.

use super::{clause_rows, section};
use crate::command::story;
use crate::moment::count;
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_alphabet::Word;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{Checked, Scope, Story, shipped};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_oracle::{Following, promises};
use vouchsafe_system::{Action, Defect, Defects};

/// An explanation does not explore for longer than this.
const STATES_MAX: u64 = 200_000;

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
    let all = promises::all::<Following>();
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
        if let Some(story) = shortest(&scope, row.breaks) {
            let inputs = count(story.length as u64, "input");
            text.push_str(&page.heading(&format!("Shortest story, {inputs} in the scope {}", scope.name)));
            text.push_str(&story::text(page, register, &scope, &story, None));
        }
    }
    text
}

/// The shortest run to a breach of one of these promises in the scope.
fn shortest(scope: &Scope, promises: &[&str]) -> Option<Story> {
    let options = Options { states_max: Some(STATES_MAX), ..Options::default() };
    let checked = Checked::scope(scope, &options, &Quiet);
    let numbered = checked.product.promises().iter().enumerate();
    let breaches = numbered
        .filter(|(_, promise)| promises.contains(&promise.id))
        .flat_map(|(number, _)| checked.breaches(number));
    let found = breaches.filter_map(|breach| Some((breach.promise, breach.part, breach.actions?)));
    let (promise, part, actions): (usize, usize, Vec<Action>) =
        found.min_by_key(|(.., actions)| actions.len())?;
    let id = checked.product.promises().get(promise)?.id;
    Story::of(&checked.product, &actions, |other, of| other.id == id && of == part).ok()
}
