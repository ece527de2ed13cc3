//! F40: the network answers for what befalls messages on their way, and for nothing else.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{Attacked, Blamed, Closed, Executed, Failed, Pressed};
use vouchsafe_alphabet::data::Blame;
use vouchsafe_alphabet::{Command, Person};

/// Nothing is laid at the door of the network unless an adversary met a message (SEC-13).
pub(crate) const NETWORK_ANSWERS_FOR_TRANSIT: Promise = Promise {
    id: "F40.network-answers-for-transit",
    trigger: |_, seen| blamed(seen).is_some(),
    parts: &[("met-on-the-way", |past, seen| blamed(seen).is_none_or(|p| was_attacked(past, p)))],
    witnesses: &[
        ("network-answers", |_, seen| blamed(seen).is_some()),
        (
            "executed-all-the-same",
            |past, seen| matches!(seen.line(), Some(Executed { command, .. }) if is_of_attacked(past, command)),
        ),
        (
            "comes-to-nothing",
            |past, seen| matches!(seen.line(), Some(Failed { command }) if is_of_attacked(past, command)),
        ),
    ],
    duty: None,
};

fn blamed(seen: Seen) -> Option<Person> {
    if let Some(Blamed { person, blame: Blame::Network }) = seen.line() { Some(person) } else { None }
}

fn was_attacked(past: Past<'_>, p: Person) -> bool {
    past.ever(|seen| matches!(seen, Attacked { person, .. } if person == p))
}

/// Whether the command is open and was pressed by somebody of whom a message has met an adversary.
fn is_of_attacked(past: Past<'_>, c: Command) -> bool {
    let latest = past.latest_saying(|seen| {
        if let Pressed { command, person, .. } = seen
            && command == c
        {
            Some(Some(person))
        } else {
            (seen == Closed { command: c }).then_some(None)
        }
    });
    latest.flatten().is_some_and(|p| was_attacked(past, p))
}
