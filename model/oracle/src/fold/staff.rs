//! Folding who is engaged and bound to secrecy.

use super::At;
use crate::books::Books;
use crate::mode::Mode;
use vouchsafe_alphabet::Staff;

/// Somebody is bound to secrecy, which begins an engagement anew.
pub(super) fn bound<M: Mode>(books: &mut dyn Books<M>, staff: Staff) {
    if books.staff(staff).dismissed.on() {
        books.staff_mut(staff).dismissed.clear();
    }
}

/// Somebody is no longer engaged.
pub(super) fn dismissed<M: Mode>(books: &mut dyn Books<M>, staff: Staff, at: At<'_, M>) {
    books.staff_mut(staff).dismissed.set(at.cause);
}
