//! What a walk by hand answers about where one stands: enabled inputs, the state, the place in the run.

use super::hand::Hand;
use super::order::COMMANDS;
use crate::moment::{count, since_start};
use crate::page::{Page, WIDTH_MAX, shorten};

/// What came of a line.
pub(super) enum Answer {
    /// The line asked for nothing.
    Nothing,
    /// This is to be shown.
    Text(String),
    /// The walk ends.
    End,
}

/// Names of inputs are padded to at most this many letters.
const NAME_MAX: usize = 44;

/// The commands.
pub(super) fn help(page: &Page) -> String {
    let rows = COMMANDS
        .iter()
        .map(|(name, takes, does)| vec![format!("{name} {takes}").trim_end().to_owned(), format!("{does}")]);
    page.table(2, &[], rows.collect())
}

/// The inputs that are enabled, a line each, with their numbers.
pub(super) fn actions(hand: &Hand<'_>, text: Option<&str>) -> String {
    let enabled = hand.stepper.enabled();
    let named: Vec<(usize, String, &str)> = (1..)
        .zip(&enabled)
        .map(|(number, action)| (number, hand.stepper.name(*action), action.says()))
        .filter(|(_, name, _)| text.is_none_or(|text| name.contains(text)))
        .collect();
    if named.is_empty() {
        return match text {
            Some(text) if !enabled.is_empty() => {
                format!(
                    "None of {} has `{text}` in its name.\n",
                    count(enabled.len() as u64, "enabled input")
                )
            }
            Some(_) | None => "No input is enabled here.\n".to_owned(),
        };
    }
    let width = named.iter().map(|(_, name, _)| name.chars().count()).max().unwrap_or(0).min(NAME_MAX);
    let room = usize::from(WIDTH_MAX).saturating_sub(width + 8);
    let line = |(number, name, says): &(usize, String, &str)| {
        format!("{number:>4}  {name:<width$}  {}\n", shorten(says, room, 1))
    };
    named.iter().map(line).collect()
}

/// What is so, a line a field.
pub(super) fn state(hand: &Hand<'_>, text: Option<&str>) -> String {
    let lines = hand.lines(hand.stepper.here());
    let shown = lines.iter().filter(|line| text.is_none_or(|text| line.path.contains(text)));
    let shown: String = shown.map(|line| format!("{}: {}\n", line.path, line.value)).collect();
    match (shown.is_empty(), text) {
        (false, _) => shown,
        (true, Some(text)) => format!("Nothing is so in a field that has `{text}` in its path.\n"),
        (true, None) => "Everything is as it was made.\n".to_owned(),
    }
}

/// Which step of the run this is.
pub(super) fn place(hand: &Hand<'_>) -> String {
    let (at, len) = (hand.stepper.at(), hand.stepper.len());
    let step = &hand.stepper.here().step;
    let what = if at == 0 { "the opening" } else { &step.name };
    format!("Step {at} of {len}, at {}: {what}\n", since_start(step.at_ms))
}
