//! What a walk by hand tells of the step taken last: what was seen, what has changed, and which promises it touched.

use super::hand::Hand;
use crate::moment::since_start;
use crate::page::Tone;
use vouchsafe_engine::cases::CaseNames;
use vouchsafe_engine::legible;
use vouchsafe_engine::stepper::Place;
use vouchsafe_explore::Bits;

/// The step by which one came here.
pub(super) fn text(hand: &Hand<'_>) -> String {
    let place = hand.stepper.here();
    let mut text = format!("Step {}: {}", hand.stepper.at(), place.step.name);
    if place.step.name == "tick" {
        text.push_str(&format!(", it is now {}", since_start(place.step.at_ms)));
    }
    text.push('\n');
    text.push_str(&seen(hand, place));
    text.push_str(&changed(hand));
    text.push_str(&promises(hand, place));
    text
}

/// What the last step changed.
pub(super) fn changes(hand: &Hand<'_>) -> String {
    match hand.stepper.before() {
        None => "This is the opening: there was no step.\n".to_owned(),
        Some(_) => changed(hand),
    }
}

fn seen(hand: &Hand<'_>, place: &Place) -> String {
    if place.step.saw.is_empty() {
        return "  seen: nothing\n".to_owned();
    }
    let names = CaseNames(&hand.stepper.product().scope().names);
    let before: usize = hand.stepper.way().iter().map(|place| place.step.saw.len()).sum();
    let first = before - place.step.saw.len() + 1;
    let mut text = String::from("  seen\n");
    for (number, saw) in (first..).zip(&place.step.saw) {
        text.push_str(&hand.page.hanging(&format!("    {number:>3}  "), &saw.sentence(&names)));
    }
    text
}

fn changed(hand: &Hand<'_>) -> String {
    let Some(before) = hand.stepper.before() else { return String::new() };
    let changes = legible::changes(&hand.lines(before), &hand.lines(hand.stepper.here()));
    if changes.is_empty() {
        return "  changed: nothing\n".to_owned();
    }
    let mut text = String::from("  changed\n");
    for change in changes {
        text.push_str(&format!("    {change}\n"));
    }
    text
}

/// The promises that the step touched, and how.
fn promises(hand: &Hand<'_>, place: &Place) -> String {
    let product = hand.stepper.product();
    let layout = product.layout();
    let mut rows: Vec<(Tone, Vec<String>)> = Vec::new();
    for (number, promise) in product.promises().iter().enumerate() {
        let mut row = |tone, word: &str, says: String| {
            rows.push((tone, vec![promise.id.to_owned(), word.to_owned(), says]));
        };
        let broken =
            (0..promise.parts.len()).filter(|&part| place.step.breached.has(layout.part(number, part)));
        let broken: Vec<_> = broken.filter_map(|part| promise.parts.get(part)).collect();
        for part in &broken {
            let clauses = part.clauses.join(" ");
            row(
                Tone::Bad,
                "BREACHED",
                format!("{} ({clauses}). This must be so and is not: {}.", part.name, part.says),
            );
        }
        let seen = 0..promise.witnesses.len();
        let seen = seen.filter(|&witness| place.marks.witnessed.has(layout.witness(number, witness)));
        let seen: Vec<_> = seen.filter_map(|witness| promise.witnesses.get(witness)).collect();
        for witness in &seen {
            row(Tone::Good, "witnessed", format!("{}: {}.", witness.name, witness.says));
        }
        if place.marks.triggered.has(number) && broken.is_empty() && seen.is_empty() {
            row(Tone::Plain, "triggered", "kept: every part holds.".to_owned());
        }
    }
    if rows.is_empty() {
        return "  promises: none is touched\n".to_owned();
    }
    format!("  promises\n{}", hand.page.toned(4, &[], rows))
}
