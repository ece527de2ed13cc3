//! Folding guardians' reports and approvals.

use super::At;
use crate::books::{Books, PersonBook};
use crate::mode::{Fact, Ids, Mode};
use vouchsafe_alphabet::{Categories, Clock, Holder, Person};

impl<M: Mode> PersonBook<M> {
    pub(super) fn told_of_insert(&mut self, holder: Holder, cause: M::Cause) {
        self.told_of.insert(holder.0, cause);
    }
}

/// A guardian reports; a report whose deadline still runs keeps it.
pub(super) fn reported<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    let clock = at.start(at.rules.deadlines.minor_removal);
    let book = books.person_mut(person);
    book.approved_since_report.clear();
    if !book.removal.is_running(at.now) {
        book.removal = clock;
        book.reported = Fact::so(at.cause);
    }
}

/// A guardian approves.
pub(super) fn approved<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    categories: Categories,
    at: At<'_, M>,
) {
    let book = books.person_mut(person);
    book.approved.add(categories, at.cause);
    if book.reported.on() {
        book.approved_since_report.set(at.cause);
    }
}
