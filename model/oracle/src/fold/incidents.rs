//! Folding incidents: passwords that get about, intrusions, attacks on the way, awareness and reports.

use super::At;
use crate::books::Books;
use crate::facts::flow::Flow;
use crate::facts::we::is_controlled;
use crate::mode::{Fact, Ids, Mode};
use vouchsafe_alphabet::data::{Blame, RequestKind};
use vouchsafe_alphabet::{Category, Class, Clock, Person};

/// A person lets somebody know a password: their own, and those that they know themselves.
pub(super) fn let_know<M: Mode>(books: &mut dyn Books<M>, person: Person, other: Person, at: At<'_, M>) {
    books.incidents_mut(&mut |book| {
        if book.let_know.get(person.0).is_some() && book.let_know.get(other.0).is_none() {
            book.let_know.insert(other.0, at.cause);
        }
    });
    if books.incident(person).let_know.get(other.0).is_none() {
        books.incident_mut(person).let_know.insert(other.0, at.cause);
    }
}

/// Somebody acts with the account of a person.
pub(super) fn intruded<M: Mode>(books: &mut dyn Books<M>, person: Person, other: Person, at: At<'_, M>) {
    let book = books.incident(person);
    if book.let_know.get(other.0).is_some() {
        let book = books.incident_mut(person);
        book.by_lapse = at.so();
        book.laid.clear();
    } else if book.laid.on() {
        let book = books.incident_mut(person);
        book.by_lapse.clear();
        book.laid.clear();
    }
}

/// An incident is laid at somebody's door.
pub(super) fn blamed<M: Mode>(books: &mut dyn Books<M>, person: Person, blame: Blame, at: At<'_, M>) {
    if blame == Blame::User && books.incident(person).by_lapse.on() {
        books.incident_mut(person).laid.set(at.cause);
    }
}

/// Data of ours goes somewhere: a password that goes to others than those who work for us has leaked.
pub(super) fn leaked<M: Mode>(books: &mut dyn Books<M>, flow: &Flow, at: At<'_, M>) {
    let stays = is_controlled(books, at.rules, flow.to) || books.recipient(flow.to).class == Class::Authority;
    if flow.category == Category::Credentials && !stays {
        flow.subjects().for_each(|person| books.incident_mut(person).leaked.set(at.cause));
    }
}

/// A message about a person met an adversary.
pub(super) fn attacked<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    books.incident_mut(person).attacked.set(at.cause);
}

/// A person becomes aware of an incident; a duty that is open already stays as it is.
pub(super) fn aware<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    let clock = at.start(at.rules.deadlines.user_report);
    let book = books.incident_mut(person);
    if !(book.aware.on() && book.report.is_running(at.now)) {
        book.aware = at.so();
        book.report = clock;
    }
}

/// A request about a person is made: a report of a breach answers for what the person is aware of.
pub(super) fn requested<M: Mode>(books: &mut dyn Books<M>, person: Person, asks: RequestKind, at: At<'_, M>) {
    if asks == RequestKind::BreachReport && books.incident(person).aware.on() {
        let book = books.incident_mut(person);
        book.aware = Fact::default();
        book.report = M::Clock::default();
        book.reported.set(at.cause);
    }
}

/// A session of a person ends or begins: whoever is aware of an incident may be locked out by that.
pub(super) fn session<M: Mode>(books: &mut dyn Books<M>, person: Person, begins: bool, at: At<'_, M>) {
    let book = books.incident(person);
    if begins && book.locked_out.on() {
        books.incident_mut(person).locked_out.clear();
    } else if !begins && book.aware.on() {
        books.incident_mut(person).locked_out.set(at.cause);
    }
}
