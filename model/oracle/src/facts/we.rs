//! Who "we" are, and whose copies the vendor controls.

use crate::books::Books;
use crate::mode::Mode;
use vouchsafe_alphabet::readings::Affiliate;
use vouchsafe_alphabet::{Class, Holder, Rules};

/// The vendor, and its affiliates unless they are read as third parties (T07).
pub(crate) fn is_we<M: Mode>(books: &dyn Books<M>, rules: &Rules, holder: Holder) -> bool {
    holder == Holder::VENDOR
        || (rules.readings.affiliate == Affiliate::Inside
            && books.recipient(holder).class == Class::Affiliate)
}

/// Us, and those who work for the vendor (WDC-05, T53).
pub(crate) fn is_controlled<M: Mode>(books: &dyn Books<M>, rules: &Rules, holder: Holder) -> bool {
    is_we(books, rules, holder) || books.recipient(holder).for_vendor.on()
}

/// Whether value given by the one to the other comes to us from outside, directly or through those who work for
/// the vendor (SHR-01).
pub(crate) fn is_income<M: Mode>(books: &dyn Books<M>, rules: &Rules, by: Holder, to: Holder) -> bool {
    (is_we(books, rules, to) && !is_we(books, rules, by))
        || (is_controlled(books, rules, to) && !is_controlled(books, rules, by))
}
