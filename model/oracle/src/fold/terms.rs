//! Folding versions of the terms: publication, notices and coming into force.

use super::At;
use crate::books::{Books, TermsBook};
use crate::mode::{Clocks, Fact, Ids, Mode};
use vouchsafe_alphabet::party::Address;
use vouchsafe_alphabet::{Channel, Class, Clock, Observation as O, Place, Purpose, Set, Terms};

/// A version is published. What is added to it after people were told makes earlier notices incomplete (T38).
pub(super) fn published<M: Mode>(books: &mut dyn Books<M>, saw: &O, at: At<'_, M>) {
    let O::Published { terms, categories, purpose, class, place, effective } = *saw else { return };
    let categories = categories.unwrap_or(Set::EMPTY);
    let purposes = purpose.map_or(Set::EMPTY, Purpose::into);
    let classes = class.map_or(Set::EMPTY, Class::into);
    let book = books.version_mut(terms);
    let grows = !(categories.without(book.categories.set()).is_empty()
        && purposes.without(book.purposes.set()).is_empty()
        && classes.without(book.classes.set()).is_empty());
    if grows && book.is_pending() {
        let TermsBook { told, posted, lead, posted_lead, .. } = TermsBook::<M>::default();
        (book.told, book.posted, book.lead, book.posted_lead) = (told, posted, lead, posted_lead);
    }
    book.published.set(at.cause);
    book.categories.add(categories.without(book.categories.set()), at.cause);
    book.purposes.add(purposes.without(book.purposes.set()), at.cause);
    book.classes.add(classes.without(book.classes.set()), at.cause);
    book.centres.add(place.map_or(Set::EMPTY, Place::into), at.cause);
    stated(book, effective, at);
}

/// A date from which it is to apply is stated (UPD-11, T66).
fn stated<M: Mode>(book: &mut TermsBook<M>, effective: Option<u64>, at: At<'_, M>) {
    if let Some(units) = effective {
        let date = at.start(units.try_into().unwrap_or(u32::MAX));
        book.latest = book.latest.later(date);
        book.earliest = book.earliest.sooner(date);
    }
}

/// A person is told of a version, by whatever channel (UPD-03, UPD-04, UPD-10).
pub(super) fn notified<M: Mode>(books: &mut dyn Books<M>, saw: &O, at: At<'_, M>) {
    let O::Notified { person, terms, channel, good, effective, address } = *saw else { return };
    let book = books.version_mut(terms);
    stated(book, effective, at);
    let lead = at.start(at.rules.deadlines.notice_lead);
    if channel == Channel::AllSites {
        book.posted.set(at.cause);
        if good && !book.posted_lead.is_set() {
            book.posted_lead = lead;
        }
    } else if reaches(channel, address) {
        book.told.insert(person.0, at.cause);
        if good && !book.lead.of(person.0).is_set() {
            book.lead.put(person.0, lead);
        }
    }
}

/// Whether a notice by this channel reaches the person: by e-mail to the address in the account, or the phone.
fn reaches(channel: Channel, address: Option<Address>) -> bool {
    match channel {
        Channel::Email => address.is_none_or(|address| address == Address::Account),
        Channel::Push | Channel::Sms | Channel::Plugin => true,
        Channel::Letter
        | Channel::Site
        | Channel::AllSites
        | Channel::Os
        | Channel::AdPage
        | Channel::AccountPage => false,
    }
}

/// A version comes into force.
pub(super) fn took_effect<M: Mode>(books: &mut dyn Books<M>, terms: Terms, at: At<'_, M>) {
    let in_force: &mut Fact<M::Cause> = &mut books.version_mut(terms).in_force;
    in_force.set(at.cause);
}
