//! A defect explained: what is wrong, what it breaks, and the shortest run that shows it.

use super::{clause_rows, section};
use crate::command::{ever, story};
use crate::moment::count;
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_alphabet::Word;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{Checked, Scope, Story, shipped};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_oracle::{Checking, Following, Promise, promises};
use vouchsafe_system::{Defect, Defects};

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
        if let Some((story, owed)) = shortest(page, register, &scope, row.breaks) {
            let inputs = count(story.length as u64, "input");
            text.push_str(&page.heading(&format!("Shortest story, {inputs} in the scope {}", scope.name)));
            text.push_str(&story::text(page, register, &scope, &story, None));
            text.push_str(&owed);
        }
    }
    text
}

/// The shortest run to a breach of one of these promises in the scope, and what it owes where it goes on for ever.
fn shortest(page: &Page, register: &Register, scope: &Scope, broken: &[&str]) -> Option<(Story, String)> {
    let options = Options { states_max: Some(STATES_MAX), ..Options::default() };
    let checked = Checked::scope(scope, &options, &Quiet);
    let every = promises::every::<Checking>();
    let breaches = (every.iter().enumerate())
        .filter(|(_, promise)| broken.contains(&promise.id))
        .flat_map(|(number, _)| checked.breaches(number));
    let found = breaches.filter_map(|breach| Some((breach.actions.clone()?, breach)));
    let (actions, breach) = found.min_by_key(|(actions, _)| actions.len())?;
    let promise = every.get(breach.promise)?;
    let wanted = |other: &Promise<_>, of: usize| other.id == promise.id && of == breach.part;
    let story = Story::of(&checked.product, &actions, wanted).ok()?;
    let part = promise.parts.get(breach.part)?;
    let owed = breach.ever.map(|going| ever::text(page, register, promise.id, part, &going, actions.len()));
    Some((story, owed.unwrap_or_default()))
}
