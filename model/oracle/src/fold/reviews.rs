//! Folding reviews: each begins the time to the next.

use super::At;
use crate::books::Books;
use crate::mode::Mode;
use vouchsafe_alphabet::Clock;
use vouchsafe_alphabet::data::Review;

/// A review takes place; one that is not complete counts for nothing but that reviews are due from here on.
pub(super) fn reviewed<M: Mode>(books: &mut dyn Books<M>, review: Review, good: bool, at: At<'_, M>) {
    let deadlines = &at.rules.deadlines;
    let book = books.reviews_mut();
    let (clock, cause, units) = match review {
        Review::Security => (&mut book.security, &mut book.of_security, deadlines.security_review),
        Review::Policy => (&mut book.policy, &mut book.of_policy, deadlines.policy_review),
    };
    if good || !clock.is_set() {
        (*clock, *cause) = (at.start(units), at.so());
    }
}

/// The instant has ended: what was due is over.
pub(super) fn settle<M: Mode>(books: &mut dyn Books<M>, at: At<'_, M>) {
    let book = books.reviews_mut();
    book.security.settle(at.now);
    book.policy.settle(at.now);
}
