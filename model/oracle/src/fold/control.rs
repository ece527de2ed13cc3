//! Folding identity, binding, checks and the path of commands.

use super::At;
use crate::books::{Books, CommandBook, TvBook};
use crate::mode::{Fact, Factory, Ids, Mode};
use vouchsafe_alphabet::readings::{AuthLifetime, CommandOrder};
use vouchsafe_alphabet::{Command, DeviceId, Key, Mac, Person, Phone, Route, Tv};

impl<M: Mode> TvBook<M> {
    pub(super) fn shared_with_insert(&mut self, person: Person, cause: M::Cause) {
        self.shared_with.insert(person.0, cause);
    }
    pub(super) fn shared_with_remove(&mut self, person: Person) {
        self.shared_with.remove(person.0);
    }
    /// Whatever the latest check showed no longer counts.
    fn void(&mut self, cause: M::Cause) {
        if self.passed.on() {
            self.voided.set(cause);
        }
    }
}

pub(super) fn manufactured<M: Mode>(books: &mut dyn Books<M>, mac: Mac, id: DeviceId) {
    books.world_mut().factory.register(mac, id);
}

/// A TV has, or takes on, an identity.
pub(super) fn carries<M: Mode>(books: &mut dyn Books<M>, tv: Tv, pair: (Mac, DeviceId), at: At<'_, M>) {
    let book = books.tv_mut(tv);
    book.carries = Some(pair);
    book.carries_cause = at.cause;
    book.void(at.cause);
}

/// A TV is bound or unbound; either drops its shares.
pub(super) fn bound<M: Mode>(books: &mut dyn Books<M>, tv: Tv, owner: Option<Person>, at: At<'_, M>) {
    let book = books.tv_mut(tv);
    book.owner = owner;
    book.owner_cause = at.cause;
    book.shared_with = M::Ids::default();
    book.void(at.cause);
}

/// A check passed or failed.
pub(super) fn checked<M: Mode>(books: &mut dyn Books<M>, tv: Tv, passed: bool, at: At<'_, M>) {
    let book = books.tv_mut(tv);
    if passed {
        book.passed = Fact::so(at.cause);
        book.voided.clear();
        book.opened_since = M::Ids::default();
    } else {
        book.void(at.cause);
    }
}

/// A person opened the plugin: under the reading of a check each session, older checks no longer serve them.
pub(super) fn opened<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    if at.rules.readings.auth_lifetime == AuthLifetime::EachSession {
        books.tvs_mut(&mut |_, book| book.opened_since.insert(person.0, at.cause));
    }
}

/// A press opens a command.
pub(super) fn pressed<M: Mode>(
    books: &mut dyn Books<M>,
    id: Command,
    (person, phone): (Person, Phone),
    tv: Tv,
    key: Key,
    at: At<'_, M>,
) {
    books.close_command(id);
    let mut place = 0;
    if at.rules.readings.command_order == CommandOrder::PressOrder {
        books.commands(&mut |_, other| {
            if other.person == person && other.tv == tv {
                place = place.max(other.place + 1);
            }
        });
    }
    *books.command_mut(id) =
        CommandBook { pressed: Fact::so(at.cause), person, phone, tv, key, place, ..CommandBook::default() };
}

/// A command went on its way.
pub(super) fn transmitted<M: Mode>(books: &mut dyn Books<M>, id: Command, route: Route, at: At<'_, M>) {
    if route == Route::Lan {
        on_open(books, id, |book| book.sent_by_lan.set(at.cause));
    }
}

/// Changes the book of a command that is open, and no other.
pub(super) fn on_open<M: Mode>(
    books: &mut dyn Books<M>,
    id: Command,
    change: impl FnOnce(&mut CommandBook<M>),
) {
    if books.command(id).pressed.on() {
        change(books.command_mut(id));
    }
}
