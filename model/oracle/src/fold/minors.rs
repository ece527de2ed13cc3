//! Folding guardians' reports and approvals.

use super::At;
use crate::books::{Books, PersonBook};
use crate::mode::{Fact, Ids, Mode};
use vouchsafe_alphabet::{Categories, Clock, Holder, Person, Service, Set};

impl<M: Mode> PersonBook<M> {
    pub(super) fn told_of_insert(&mut self, holder: Holder, cause: M::Cause) {
        self.told_of.insert(holder.0, cause);
    }
}

/// A guardian is declared.
pub(super) fn guardian_of<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    guardian: Person,
    at: At<'_, M>,
) {
    books.person_mut(person).guardians.insert(guardian.0, at.cause);
}

impl<M: Mode> PersonBook<M> {
    /// Whether this one may speak for the person: a declared guardian, or anybody where none was declared.
    fn is_guardian(&self, other: Person) -> bool {
        let mut any = false;
        self.guardians.each(&mut |_, _| any = true);
        !any || self.guardians.get(other.0).is_some()
    }
}

/// A guardian reports; a report whose deadline still runs keeps it.
pub(super) fn reported<M: Mode>(books: &mut dyn Books<M>, person: Person, by: Person, at: At<'_, M>) {
    let clock = at.start(at.rules.deadlines.minor_removal);
    let book = books.person_mut(person);
    if !book.is_guardian(by) {
        return;
    }
    book.approved_since_report.clear();
    book.approved_subscriptions = Set::EMPTY;
    if !book.removal.is_running(at.now) {
        book.removal = clock;
        book.reported = Fact::so(at.cause);
    }
}

/// A legal ground that delayed the removal of a reported minor's data has ended: the removal is due anew (T27).
pub(super) fn hold_ended<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    let clock = at.start(at.rules.deadlines.minor_removal);
    let book = books.person_mut(person);
    if book.reported.on() && book.removal.over(at.now) {
        book.removal = clock;
    }
}

/// A subscription begins, or goes on.
pub(super) fn subscribed<M: Mode>(books: &mut dyn Books<M>, person: Person, service: Service, at: At<'_, M>) {
    let book = books.person_mut(person);
    book.subscriptions.add(service.into(), at.cause);
    book.approved_subscriptions = if book.approved_since_report.on() {
        book.approved_subscriptions.with(service)
    } else {
        book.approved_subscriptions.without(service.into())
    };
}

/// A guardian approves.
pub(super) fn approved<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    by: Person,
    categories: Categories,
    at: At<'_, M>,
) {
    let book = books.person_mut(person);
    if !book.is_guardian(by) {
        return;
    }
    book.approved.add(categories, at.cause);
    if book.reported.on() {
        book.approved_since_report.set(at.cause);
    }
}
