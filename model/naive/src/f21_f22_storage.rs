//! F21 and F22: what is stored of a person lies in safe places, and is classified in time and at the top.

use crate::history::Past;
use crate::promise::{Duty, Promise, Seen};
use crate::record::known;
use vouchsafe_alphabet::Observation::{Classified, Collected, Copied, Deidentified, Stored};
use vouchsafe_alphabet::readings::{StorageScope, Tiers};
use vouchsafe_alphabet::{Holder, Level, Record, Sort};

/// What we and those who work for us store lies on safe servers, in controlled facilities (SEC-04, SEC-05).
pub(crate) const SAFE_PLACES: Promise = Promise {
    id: "F21.safe-places",
    trigger: |past, seen| lies_with(past, seen).is_some(),
    parts: &[
        ("own-server", |past, seen| lies_with(past, seen).is_none_or(|(h, safe)| !past.we(h) || safe)),
        ("facility-of-others", |past, seen| lies_with(past, seen).is_none_or(|(h, safe)| past.we(h) || safe)),
    ],
    witnesses: &[
        ("on-own-server", |past, seen| lies_with(past, seen).is_some_and(|(h, _)| past.we(h))),
        ("with-a-provider", |past, seen| lies_with(past, seen).is_some_and(|(h, _)| !past.we(h))),
    ],
    duty: None,
};

/// What is stored is classified by its deadline, and what can be tied to a person at the highest level (SEC-06, SEC-07).
pub(crate) const CLASSIFIED_AT_THE_TOP: Promise = Promise {
    id: "F22.classified-at-the-top",
    trigger: |past, seen| given(past, seen).is_some() || runs_out(past, seen),
    parts: &[
        ("classified", |past, seen| !runs_out(past, seen)),
        ("highest", |past, seen| {
            past.rules.readings.tiers == Tiers::ByImportance
                || given(past, seen)
                    .is_none_or(|(r, level)| level == Level::Highest || !tied_to_somebody(past, r))
        }),
    ],
    witnesses: &[("highest", |past, seen| {
        given(past, seen).is_some_and(|(r, level)| level == Level::Highest && tied_to_somebody(past, r))
    })],
    duty: Some(Duty { sort: Sort::Record, open: |past, id| unclassified_until(past, Record(id)) }),
};

/// With whom a record of a person comes to lie by this, and whether safely; what was stripped there counts no more.
fn lies_with(past: Past<'_>, seen: Seen) -> Option<(Holder, bool)> {
    let Some(Stored { record, to, good, .. }) = seen.line() else { return None };
    let concerns = match past.rules.readings.storage_scope {
        StorageScope::Controlled => past.controlled(to),
        StorageScope::OwnServers => past.we(to),
        StorageScope::EveryCopy => true,
    };
    (concerns && known(past, record).is_some() && !stripped(past, record, to)).then_some((to, good))
}

/// The line from which a known record has been known without a break, for the same person.
fn since(past: Past<'_>, r: Record) -> Option<usize> {
    let it = known(past, r)?;
    let before = past.before(it.collected);
    match known(before, r) {
        Some(older) if older.person == it.person => since(before, r),
        Some(_) | None => Some(it.collected),
    }
}

/// Whether the holder has stripped its copy, and has had none since that can be tied to anybody.
pub(crate) fn stripped(past: Past<'_>, r: Record, h: Holder) -> bool {
    let Some(start) = since(past, r) else { return false };
    let latest = past.from(start).rev().find_map(|(.., seen)| {
        if let Deidentified { record, by, attributable: false } = seen
            && (record, by) == (r, h)
        {
            Some(true)
        } else if let Collected { record, by: holder, .. } | Copied { record, to: holder, .. } = seen
            && (record, holder) == (r, h)
        {
            Some(false)
        } else {
            None
        }
    });
    latest == Some(true)
}

fn given(past: Past<'_>, seen: Seen) -> Option<(Record, Level)> {
    let Some(Classified { record, level }) = seen.line() else { return None };
    known(past, record).is_some().then_some((record, level))
}

/// Whether anybody has a copy that can be tied to its subject.
fn tied_to_somebody(past: Past<'_>, r: Record) -> bool {
    known(past, r).is_some_and(|it| it.held(past, |_| true))
}

/// The last lawful instant of the duty to classify a record, while one is open.
fn unclassified_until(past: Past<'_>, r: Record) -> Option<u64> {
    let start = since(past, r)?;
    let classified = past.from(start).any(|(index, _, seen)| {
        matches!(seen, Classified { record, .. } if record == r) && known(past.before(index), r).is_some()
    });
    let stored = past.from(start).find_map(|(index, at, seen)| {
        let ours =
            matches!(seen, Stored { record, to, .. } if record == r && past.before(index).controlled(to));
        ours.then_some(at)
    });
    let due = past.due(stored?, past.rules.deadlines.classification);
    (!classified && tied_to_somebody(past, r) && past.now <= due).then_some(due)
}

fn runs_out(past: Past<'_>, seen: Seen) -> bool {
    seen.end().is_some_and(|id| unclassified_until(past, Record(id)) == Some(past.now))
}
