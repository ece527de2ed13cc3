//! Folding in which places copies lie, and where records were transferred.

use super::At;
use crate::books::Books;
use crate::mode::{Mode, Pairs};
use vouchsafe_alphabet::{Holder, Place, Record, Set, Word};

/// A record is transferred to a place.
pub(super) fn transferred<M: Mode>(books: &mut dyn Books<M>, id: Record, to: Place, at: At<'_, M>) {
    if books.record(id).collected.on() {
        books.storage_mut(id).bound.add(to.into(), at.cause);
    }
}

/// A copy comes to lie with somebody in a place.
pub(super) fn lies<M: Mode>(books: &mut dyn Books<M>, id: Record, to: Holder, place: Option<Place>) {
    if let Some(place) = place
        && books.record(id).collected.on()
    {
        books.storage_mut(id).lies.insert(to.0, place.index() as u32);
    }
}

/// Somebody has no copy any more: a place in which no other copy lies has to be reached anew.
pub(super) fn gone_from<M: Mode>(books: &mut dyn Books<M>, id: Record, by: Holder) {
    let (mut left, mut others) = (Set::<Place>::EMPTY, Set::<Place>::EMPTY);
    books.storage(id).lies.each(&mut |holder, place| {
        let place = Place::ALL.get(place as usize).map_or(Set::EMPTY, |place| Set::from(*place));
        let of = if holder == by.0 { &mut left } else { &mut others };
        *of = of.union(place);
    });
    if left.is_empty() {
        return;
    }
    let book = books.storage_mut(id);
    left.iter().for_each(|place| book.lies.remove(by.0, place.index() as u32));
    book.bound.take(left.without(others));
}
