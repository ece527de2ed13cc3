//! A scope explained: who takes part, what can happen, how it is judged, and what it decides.

use super::{section, tension_rows};
use crate::moment::count;
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_alphabet::{Sort, Word};
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{Scope, profile};
use vouchsafe_oracle::{Following, promises};

/// The scope as an item of a list.
pub(in crate::command) fn to_json(scope: &Scope) -> Value {
    json!({
        "id": scope.name,
        "kind": scope.kind.name(),
        "about": scope.about,
        "promises": scope.decides,
        "tensions": scope.tensions,
        "expects": scope.expects,
        "readings": scope.readings(),
        "defects": defects(scope),
        "sha256": scope.sha256,
    })
}

/// The defects that show in it.
fn defects(scope: &Scope) -> Vec<&'static str> {
    profile::defects_of(&scope.name).into_iter().map(|defect| defect.name()).collect()
}

/// Who takes part, what can happen and for how long, as rows.
fn bounds(scope: &Scope) -> Vec<Vec<String>> {
    let named = |sort: Sort| scope.names.all(sort).join(", ");
    let setup = &scope.setup;
    let at_a_time = [(setup.commands, "command"), (setup.records, "record"), (setup.requests, "request")];
    let at_a_time = at_a_time.map(|(number, thing)| count(u64::from(number), thing));
    let words = |names: Vec<&str>| names.join(", ");
    let deadlines = setup.rules.deadlines.each();
    let usual = vouchsafe_alphabet::Deadlines::default().each();
    let set = deadlines.iter().zip(&usual).filter(|(set, usual)| set.2 != usual.2);
    let set: Vec<String> = set.map(|((name, _, units, ..), _)| format!("{name} {units}")).collect();
    let rows = [
        ("people", named(Sort::Person)),
        ("phones", named(Sort::Phone)),
        ("TVs", named(Sort::Tv)),
        ("recipients", scope.names.all(Sort::Holder).into_iter().skip(1).collect::<Vec<_>>().join(", ")),
        ("topics", words(setup.topics.iter().map(|topic| topic.name()).collect())),
        ("faults", words(setup.faults.iter().map(|fault| fault.name()).collect())),
        ("categories", words(setup.categories.iter().map(|category| category.name()).collect())),
        ("at a time", at_a_time.join(", ")),
        ("deadlines set", set.join(", ")),
        ("readings set", scope.readings().join(", ")),
        ("inputs", setup.actions().len().to_string()),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    rows.map(|(name, value)| vec![name.to_owned(), value]).collect()
}

/// The explanation.
pub(super) fn text(page: &Page, register: &Register, scope: &Scope) -> String {
    let all = promises::every::<Following>();
    let decided = all.iter().filter(|promise| scope.asks(promise.id));
    let decided = decided.map(|promise| vec![promise.id.to_owned(), promise.statement.to_owned()]);
    let expected = scope.expects.iter().map(|part| vec![part.clone()]).collect();
    let shown = profile::defects_of(&scope.name).into_iter();
    let shown = shown.map(|defect| vec![defect.name().to_owned(), defect.says().to_owned()]);
    let mut text = format!("{} (scope, {})\n\n", scope.name, scope.kind.name());
    text.push_str(&page.paragraph(2, &scope.about));
    text.push_str(&section(page, "Is bounded by", bounds(scope)));
    text.push_str(&section(page, "Decides", decided.collect()));
    let tensions = scope.tensions.iter().map(String::as_str);
    text.push_str(&section(page, "Shows the tensions", tension_rows(register, tensions)));
    text.push_str(&section(page, "Is expected to break", expected));
    text.push_str(&section(page, "Shows the defects", shown.collect()));
    text
}
