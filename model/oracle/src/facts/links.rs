//! What records are, and which hang together by links.

use crate::books::Books;
use crate::mode::{Ids, Mode};
use vouchsafe_alphabet::{Category, Record, Source};

/// What a record is to whoever links it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Linkable {
    /// What it is.
    pub(crate) category: Category,
    /// Whether the person handed it over.
    pub(crate) submitted: bool,
}

/// What a record is, while it is known: a web log line, or what was collected.
pub(crate) fn kind_of<M: Mode>(books: &dyn Books<M>, id: Record) -> Option<Linkable> {
    let (link, book) = (books.link(id), books.record(id));
    if link.line.on() {
        return Some(Linkable { category: Category::WebLog, submitted: false });
    }
    let collected = book.collected.on() && !link.gone.on();
    collected.then_some(Linkable { category: book.category, submitted: book.source == Source::Submitted })
}

/// A record and everything that it is linked with.
pub(crate) fn linked_with<M: Mode>(books: &dyn Books<M>, id: Record) -> M::Ids {
    let mut all = books.link(id).with.clone();
    all.insert(id.0, M::Cause::default());
    all
}
