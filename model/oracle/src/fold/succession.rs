//! Folding notices of a change of ownership.

use super::At;
use crate::books::Books;
use crate::mode::{Ids, Mode, Named};
use vouchsafe_alphabet::{Channel, Observation as O, Set};

/// A person is told of one who comes in: what counts is said by e-mail or on the sites (ECO-06 to ECO-08).
pub(super) fn told<M: Mode>(books: &mut dyn Books<M>, saw: &O, at: At<'_, M>) {
    let O::CorporateNotice { person, to, channel, purposes, good } = *saw else { return };
    let by_mail = channel == Channel::Email;
    if !by_mail && !matches!(channel, Channel::Site | Channel::AllSites) {
        return;
    }
    books.person_mut(person).told_of_insert(to, at.cause);
    let book = books.succession_mut(to);
    let told = if by_mail { &mut book.mailed } else { &mut book.posted };
    told.insert(person.0, at.cause);
    if good != Some(false) {
        book.offered.insert(person.0, at.cause);
    }
    book.named.add(person.0, purposes.unwrap_or(Set::EMPTY));
}
