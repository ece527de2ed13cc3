//! Folding phones and TVs: permissions, sessions, routes, and the states that are reported and shown.

use super::At;
use crate::books::Books;
use crate::facts::route::Standing;
use crate::mode::{Fact, Ids, Mode, Tally};
use vouchsafe_alphabet::{Channel, Clock, Person, Phone, Route, Tv};

/// A person permits the plugin to read the features of a phone.
pub(super) fn granted<M: Mode>(books: &mut dyn Books<M>, person: Person, phone: Phone, at: At<'_, M>) {
    let book = books.phone_mut(phone);
    book.granted.set(at.cause);
    book.switched_off.clear();
    book.revoked.clear();
    book.stop = M::Clock::default();
    let book = books.person_mut(person);
    book.permits.insert(phone.0, at.cause);
    book.permission_stop = M::Clock::default();
}

/// A person revokes that permission, by the phone's own switch or by a message.
pub(super) fn revoked<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    phone: Phone,
    channel: Channel,
    at: At<'_, M>,
) {
    let by_switch = channel == Channel::Os;
    let clock = at.start(if by_switch { 0 } else { at.rules.deadlines.permission_stop });
    let book = books.phone_mut(phone);
    book.ever_revoked.set(at.cause);
    if by_switch {
        book.switched_off.set(at.cause);
        book.revoked.clear();
    } else {
        book.revoked.set(at.cause);
        if !book.stop.is_set() {
            book.stop = clock;
        }
    }
    let book = books.person_mut(person);
    book.permits.remove(phone.0);
    book.revoked = Fact::so(at.cause);
    book.permission_stop = book.permission_stop.sooner(clock);
}

/// A person logs in on a phone, or out.
pub(super) fn session<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    phone: Phone,
    logs_in: bool,
    at: At<'_, M>,
) {
    let logged_out = &mut books.phone_mut(phone).logged_out;
    if logs_in { logged_out.remove(person.0) } else { logged_out.insert(person.0, at.cause) }
}

/// The network between a phone and a TV has changed; before a first choice that means nothing.
pub(super) fn route_changed<M: Mode>(books: &mut dyn Books<M>, phone: Phone, tv: Tv) {
    let number = books.phone(phone).routes.of(tv.0);
    if number != 0 {
        books.phone_mut(phone).routes.put(tv.0, Standing::read(number).change().write());
    }
}

/// A phone's network has changed: so have its routes to every TV.
pub(super) fn phone_moved<M: Mode>(books: &mut dyn Books<M>, phone: Phone) {
    books.phone_mut(phone).routes.change(&mut |standing| Standing::read(standing).change().write());
}

/// A TV's network has changed: so have the routes of every phone to it.
pub(super) fn tv_moved<M: Mode>(books: &mut dyn Books<M>, tv: Tv) {
    let watched_by = books.tv(tv).watched_by.clone();
    watched_by.each(&mut |phone, _| route_changed(books, Phone(phone), tv));
}

/// A route is chosen.
pub(super) fn route_chosen<M: Mode>(
    books: &mut dyn Books<M>,
    phone: Phone,
    tv: Tv,
    route: Route,
    at: At<'_, M>,
) {
    let chosen = Standing::of(books, phone, tv).choose(route);
    books.phone_mut(phone).routes.put(tv.0, chosen.write());
    books.tv_mut(tv).watched_by.insert(phone.0, at.cause);
}

/// A TV's power or network link changes: it falls silent, or is heard again.
pub(super) fn heard<M: Mode>(
    books: &mut dyn Books<M>,
    tv: Tv,
    change: impl FnOnce(&mut Fact<M::Cause>, &mut Fact<M::Cause>),
    at: At<'_, M>,
) {
    let clock = at.start(at.rules.deadlines.status_freshness);
    let book = books.tv_mut(tv);
    change(&mut book.off, &mut book.cut);
    if !book.off.on() && !book.cut.on() {
        book.fresh = M::Clock::default();
    } else if !book.fresh.is_set() {
        book.fresh = clock;
    }
}

/// A TV reports its state.
pub(super) fn reported<M: Mode>(books: &mut dyn Books<M>, tv: Tv, number: u64, at: At<'_, M>) {
    let book = books.tv_mut(tv);
    if number.saturating_add(1) > book.newest {
        book.newest = number.saturating_add(1);
        book.newest_cause = at.cause;
    }
}

/// A confirmed state is shown.
pub(super) fn shown<M: Mode>(books: &mut dyn Books<M>, phone: Phone, tv: Tv, number: u64, at: At<'_, M>) {
    let shown = &mut books.phone_mut(phone).shown;
    if number.saturating_add(1) > shown.of(tv.0) {
        shown.put(tv.0, number.saturating_add(1));
    }
    books.tv_mut(tv).watched_by.insert(phone.0, at.cause);
}

/// A TV takes on an identity: what was reported and shown of it before counts no more.
pub(super) fn identity_changed<M: Mode>(books: &mut dyn Books<M>, tv: Tv) {
    let book = books.tv_mut(tv);
    book.newest = 0;
    book.newest_cause = M::Cause::default();
    let watched_by = book.watched_by.clone();
    watched_by.each(&mut |phone, _| books.phone_mut(Phone(phone)).shown.put(tv.0, 0));
}
