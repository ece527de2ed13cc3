//! A reading explained.

use super::{clause_rows, section, tension_rows};
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_alphabet::readings::{Choice, Reading, Strength};
use vouchsafe_engine::register::Register;
use vouchsafe_oracle::{Following, promises};

const fn strength(choice: &Choice) -> &'static str {
    match choice.strength {
        Strength::Default => "default",
        Strength::Weaker => "weaker",
        Strength::Stronger => "stronger",
    }
}

/// The reading as an item of a list.
pub(in crate::command) fn to_json(reading: &Reading) -> Value {
    let choices: Vec<&str> = reading.choices.iter().map(|choice| choice.name).collect();
    let told = reading.choices.iter();
    let told = told
        .map(|choice| json!({ "choice": choice.name, "strength": strength(choice), "says": choice.says }));
    json!({
        "id": reading.name,
        "name": reading.name,
        "question": reading.question,
        "choices": choices,
        "default": choices.first(),
        "clauses": reading.clauses,
        "tensions": reading.tensions,
        "told": told.collect::<Vec<_>>(),
    })
}

/// The explanation.
pub(super) fn text(page: &Page, register: &Register, reading: &Reading) -> String {
    let choices = reading.choices.iter();
    let choices = choices
        .map(|choice| vec![choice.name.to_owned(), strength(choice).to_owned(), choice.says.to_owned()]);
    let promises = promises::every::<Following>();
    let bears = promises.iter().filter(|promise| promise.readings.contains(&reading.name));
    let bears = bears.map(|promise| vec![promise.id.to_owned(), promise.statement.to_owned()]);
    let mut text = format!("{} (reading)\n\n", reading.name);
    text.push_str(&page.paragraph(2, reading.question));
    text.push_str(&section(page, "Choices", choices.collect()));
    text.push_str(&section(page, "Comes from", clause_rows(register, reading.clauses.iter().copied())));
    text.push_str(&section(
        page,
        "Settles the tensions",
        tension_rows(register, reading.tensions.iter().copied()),
    ));
    text.push_str(&section(page, "Bears on", bears.collect()));
    text
}
