//! Where data goes and lies, and where people move.

use super::{Choose, category, flip, holder, maybe, maybe_not, person, pick, record};
use vouchsafe_alphabet::{Observation as O, Place, Terms, Verb};

fn place(choose: Choose<'_>) -> Place {
    const PLACES: [Place; 4] = [Place::Germany, Place::China, Place::Singapore, Place::Elsewhere];
    pick(choose, &PLACES, Place::Germany)
}

/// An observation of a place.
pub(super) fn observation(choose: Choose<'_>) -> O {
    match choose(12) {
        0..=3 => O::Transferred {
            record: record(choose),
            place: place(choose),
            to_place: place(choose),
            good: choose(3) > 0,
            to: maybe_not(choose, holder),
        },
        4 | 5 => O::Stored {
            record: record(choose),
            to: holder(choose),
            good: choose(3) > 0,
            place: Some(place(choose)),
        },
        6..=8 => O::Copied { record: record(choose), to: holder(choose), place: Some(place(choose)) },
        9 => O::Moved { person: person(choose), place: place(choose), law: None },
        10 => O::LawForbids {
            person: person(choose),
            verbs: if flip(choose) { Verb::Disclose.into() } else { Verb::Use.into() },
            categories: category(choose).into(),
            place: maybe(choose, place),
            to_place: Some(place(choose)),
        },
        _ => O::Published {
            terms: Terms(choose(2)),
            categories: None,
            purpose: None,
            class: None,
            place: Some(place(choose)),
            effective: None,
        },
    }
}
