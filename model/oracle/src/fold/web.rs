//! Folding what people do on the web: opting out of interest-based advertisements, and using parts of others.

use super::At;
use crate::books::Books;
use crate::mode::{Ids, Mode};
use vouchsafe_alphabet::{Holder, Person};

/// A person opts out of interest-based advertisements; the first word since the last opting in counts.
pub(super) fn ads_off<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    let clock = at.start(at.rules.deadlines.ad_stop);
    let book = books.web_mut(person);
    if !book.ads_off.on() {
        book.ads_off.set(at.cause);
        book.ad_stop = clock;
    }
}

/// A person opts in again.
pub(super) fn ads_on<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    let book = books.web_mut(person);
    if book.ads_off.on() {
        book.ads_off.clear();
        book.ad_stop = M::Clock::default();
        book.ads_back.set(at.cause);
    }
}

/// Somebody gathers data of a person itself.
pub(super) fn gathered<M: Mode>(books: &mut dyn Books<M>, person: Person, by: Holder, at: At<'_, M>) {
    let gathered_by = &mut books.web_mut(person).gathered_by;
    if gathered_by.get(by.0).is_none() {
        gathered_by.insert(by.0, at.cause);
    }
}

/// A person uses an embedded part or a link of somebody.
pub(super) fn part_used<M: Mode>(books: &mut dyn Books<M>, person: Person, by: Holder, at: At<'_, M>) {
    let parts = &mut books.web_mut(person).parts_used;
    if parts.get(by.0).is_none() {
        parts.insert(by.0, at.cause);
    }
}
