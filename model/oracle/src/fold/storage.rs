//! Folding where records lie, and how they are classified.

use super::At;
use crate::books::{Books, StorageBook};
use crate::facts::we;
use crate::mode::{Ids, Mode};
use vouchsafe_alphabet::{Clock, Holder, Level, Record};

/// A record is stored: from here on it has to be classified in time, unless it is.
pub(super) fn stored<M: Mode>(books: &mut dyn Books<M>, id: Record, to: Holder, at: At<'_, M>) {
    let known = books.record(id).collected.on();
    if !known || !we::is_controlled(books, at.rules, to) {
        return;
    }
    let clock = at.start(at.rules.deadlines.classification);
    let book = books.storage(id);
    if book.level.is_none() && !book.classify.is_set() {
        books.storage_mut(id).classify = clock;
    }
}

/// A record is classified.
pub(super) fn classified<M: Mode>(books: &mut dyn Books<M>, id: Record, level: Level) {
    if books.record(id).collected.on() {
        let book = books.storage_mut(id);
        book.level = Some(level);
        book.classify = M::Clock::default();
    }
}

/// A copy is stripped of what ties it to its subject.
pub(super) fn stripped<M: Mode>(books: &mut dyn Books<M>, id: Record, by: Holder, at: At<'_, M>) {
    if books.record(id).collected.on() {
        books.storage_mut(id).stripped.insert(by.0, at.cause);
    }
}

/// A copy that can be tied to its subject comes to lie with somebody.
pub(super) fn tied<M: Mode>(books: &mut dyn Books<M>, id: Record, to: Holder) {
    if books.storage(id).stripped.get(to.0).is_some() {
        books.storage_mut(id).stripped.remove(to.0);
    }
}

/// The instant has ended for a record: its classification is overdue.
pub(super) fn settle<M: Mode>(books: &mut dyn Books<M>, id: Record, at: At<'_, M>) {
    if books.storage(id).classify.is_set() {
        books.storage_mut(id).classify.settle(at.now);
    }
}

/// A record that is collected anew lies where it lay.
pub(super) fn kept<M: Mode>(books: &mut dyn Books<M>, id: Record, book: StorageBook<M>) {
    if book != StorageBook::default() {
        *books.storage_mut(id) = book;
    }
}
