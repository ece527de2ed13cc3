//! The rules that a run takes: deadlines and readings from a file or a log, with single readings set by option.

use crate::failure::Failure;
use crate::input_text;
use crate::moment;
use crate::nearest;
use crate::page::Page;
use crate::place::Place;
use std::path::Path;
use vouchsafe_alphabet::readings;
use vouchsafe_alphabet::rules::{Deadlines, Rules};

const ALL_READINGS: &str = "`vouchsafe list readings` lists all";

/// Reads rules from a TOML file.
pub(crate) fn read(path: &Path) -> Result<Rules, Failure> {
    let name = path.display().to_string();
    let text = input_text::read(path, "rules are written in TOML, which is UTF-8")?;
    let rules: Rules = toml::from_str(&text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let wrong = text.get(span.clone()).unwrap_or_default().trim_matches(['"', '\'']);
        Failure::Input {
            says: format!("`{name}` holds no rules: {}", error.message()),
            help: nearest_word(wrong),
            place: Box::new(Place::in_text(&name, &text, span)),
        }
    })?;
    rules.check().map_err(|error| Failure::Input {
        says: format!("the rules of `{name}` cannot be used: {error}"),
        help: Some("a deadline counts units of `unit-ms` milliseconds each".into()),
        place: Box::new(Place::in_text(&name, &text, wrong_value(&text, &rules.deadlines))),
    })?;
    Ok(rules)
}

/// A word that a rules file may hold and that is near to one that it may not.
pub(crate) fn nearest_word(wrong: &str) -> Option<String> {
    let deadlines = Deadlines::default().each();
    let mut words = vec!["unit-ms", "deadlines", "readings"];
    words.extend(deadlines.iter().map(|(name, ..)| *name));
    for reading in readings::ALL {
        words.push(reading.name);
        words.extend(reading.choices.iter().map(|choice| choice.name));
    }
    let is_word =
        !wrong.is_empty() && wrong.chars().all(|letter| letter.is_alphanumeric() || "-_".contains(letter));
    if !is_word || words.contains(&wrong) {
        return None;
    }
    nearest::to(wrong, words).map(|word| format!("the nearest name is `{word}`; {ALL_READINGS}"))
}

/// Where the first value stands that no clock can hold.
pub(crate) fn wrong_value(text: &str, given: &Deadlines) -> std::ops::Range<usize> {
    let alone = |name: &str, units: u32| {
        let mut one = Rules::default();
        one.deadlines.set(name, units) && one.check().is_err()
    };
    let deadlines = given.each();
    let name = deadlines.iter().find(|(name, _, units, ..)| alone(name, *units));
    let name = name.map_or("unit-ms", |(name, ..)| *name);
    let found = toml::de::DeTable::parse(text).ok().and_then(|table| {
        let table = table.into_inner();
        let inner = match table.get("deadlines") {
            Some(deadlines) if name != "unit-ms" => deadlines.get_ref().as_table()?,
            _ => &table,
        };
        inner.get(name).map(toml::Spanned::span)
    });
    found.unwrap_or(0..0)
}

/// The name and the choice of a setting that was given with this option as `NAME=CHOICE`.
pub(crate) fn setting<'a>(option: &str, setting: &'a str) -> Result<(&'a str, &'a str), Failure> {
    let Some((name, choice)) = setting.split_once('=') else {
        return Err(Failure::usage(
            format!("`{option} {setting}` sets nothing"),
            format!("write NAME=CHOICE, such as `{option} deemed=blanket`"),
        ));
    };
    let Some(reading) = readings::ALL.iter().find(|reading| reading.name == name) else {
        let names = readings::ALL.iter().map(|reading| reading.name);
        return Err(Failure::unknown("reading", name, names, ALL_READINGS));
    };
    if reading.choices.iter().all(|known| known.name != choice) {
        let choices: Vec<&str> = reading.choices.iter().map(|choice| choice.name).collect();
        let all = format!("`{name}` can be {}", choices.join(", "));
        return Err(Failure::unknown("choice of that reading", choice, choices, &all));
    }
    Ok((name, choice))
}

/// Sets readings that were given as `NAME=CHOICE`.
pub(crate) fn set(rules: &mut Rules, settings: &[String]) -> Result<(), Failure> {
    for given in settings {
        let (name, choice) = setting("--reading", given)?;
        if !rules.readings.set(name, choice) {
            return Err(Failure::Fault(format!("the reading `{name}` does not take its choice `{choice}`")));
        }
    }
    Ok(())
}

/// The rules that differ from the defaults as tables, and how many stand at them.
pub(crate) fn tables(page: &Page, rules: &Rules) -> String {
    let default = Rules::default();
    let mut deadlines = Vec::new();
    if rules.unit_ms != default.unit_ms {
        let unit = format!("{} ms ({})", rules.unit_ms, moment::length(rules.unit_ms));
        deadlines.push(vec![
            "unit-ms".to_owned(),
            unit,
            "The unit in which deadlines are counted.".to_owned(),
        ]);
    }
    let usual = default.deadlines.each();
    let all_deadlines = usual.len() + 1;
    for ((name, _, units, _, says), (.., usual, _, _)) in rules.deadlines.each().into_iter().zip(usual) {
        if units != usual {
            let value = moment::count(u64::from(units), "unit");
            deadlines.push(vec![name.to_owned(), value, says.trim().to_owned()]);
        }
    }
    let mut readings = Vec::new();
    for reading in readings::ALL {
        let choice = rules.readings.get(reading.name).unwrap_or_default();
        if default.readings.get(reading.name) != Some(choice) {
            let says = reading.choices.iter().find(|known| known.name == choice);
            let says = says.map_or("", |choice| choice.says);
            readings.push(vec![reading.name.to_owned(), choice.to_owned(), says.to_owned()]);
        }
    }
    let usual = at_default("deadline", all_deadlines, deadlines.len())
        + &at_default("reading", readings::ALL.len(), readings.len());
    let mut text = String::new();
    for (head, rows) in [("deadline", deadlines), ("reading", readings)] {
        if !rows.is_empty() {
            text.push_str(&page.table(2, &[head, "set to", ""], rows));
            text.push('\n');
        }
    }
    text + &page.paragraph(2, usual.trim_end())
}

/// How many of so many rules of a sort stand at their default, in a sentence.
fn at_default(sort: &str, all: usize, set: usize) -> String {
    match (set, all - set) {
        (0, all) => format!("All {all} {sort}s stand at their defaults. "),
        (_, 0) => format!("No {sort} stands at its default. "),
        (_, 1) => format!("One other {sort} stands at its default. "),
        (_, others) => format!("The other {others} {sort}s stand at their defaults. "),
    }
}
