//! F26: what nothing justifies keeping is gone in time, and does not come back.

use crate::history::Past;
use crate::promise::{Duty, Promise, Seen};
use crate::record::{Known, known};
use vouchsafe_alphabet::Observation::{Copied, Deidentified, Purged};
use vouchsafe_alphabet::{Record, Sort};

/// By the deadline no copy that tells its subject is left with us or our processors (RET-03, RET-04, RET-06).
pub(crate) const PURGED_IN_TIME: Promise = Promise {
    id: "F26.purged-in-time",
    trigger: |past, seen| touched(past, seen).is_some_and(|it| it.running(past).is_some()),
    parts: &[
        ("vendor-copy-gone", |past, seen| {
            !at_end(past, seen).is_some_and(|it| it.held(past, |h| past.we(h)))
        }),
        ("processor-copies-gone", |past, seen| {
            !at_end(past, seen).is_some_and(|it| it.held(past, |h| past.controlled(h) && !past.we(h)))
        }),
    ],
    witnesses: &[("held-then-purged", held_then_purged)],
    duty: Some(Duty {
        sort: Sort::Record,
        open: |past, id| known(past, Record(id)).and_then(|it| it.running(past)),
    }),
};

/// No copy comes to lie with us or our processors once the record is purged or overdue (RET-03, RET-04).
pub(crate) const NOTHING_COMES_BACK: Promise = Promise {
    id: "F26.nothing-comes-back",
    trigger: |past, seen| copied(past, seen).is_some(),
    parts: &[
        ("not-after-purge", |past, seen| copied(past, seen).is_none_or(|r| known(past, r).is_some())),
        ("not-after-deadline", |past, seen| {
            !copied(past, seen).and_then(|r| known(past, r)).is_some_and(|it| it.overdue(past))
        }),
    ],
    witnesses: &[("copied-while-needed", |past, seen| {
        copied(past, seen).and_then(|r| known(past, r)).is_some_and(|it| !it.ended(past))
    })],
    duty: None,
};

/// The known record that is purged or stripped by this, or whose duty is due.
fn touched(past: Past<'_>, seen: Seen) -> Option<Known> {
    let r = match seen {
        Seen::Line(Purged { record, .. } | Deidentified { record, .. }) => record,
        Seen::Line(_) => return None,
        Seen::End(id) => Record(id),
    };
    known(past, r)
}

/// The record whose duty is due at this instant's end.
fn at_end(past: Past<'_>, seen: Seen) -> Option<Known> {
    seen.end().and_then(|id| known(past, Record(id)))
}

/// The record of which a copy comes under the vendor's control.
fn copied(past: Past<'_>, seen: Seen) -> Option<Record> {
    if let Copied { record, to, .. } = seen.line()?
        && past.controlled(to)
    {
        Some(record)
    } else {
        None
    }
}

fn held_then_purged(past: Past<'_>, seen: Seen) -> bool {
    let Some(Purged { record, .. }) = seen.line() else {
        return false;
    };
    known(past, record).is_some_and(|it| it.running(past).is_some() && it.was_held_on_a_ground(past))
}
