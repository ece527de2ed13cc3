//! What aggregate figures somebody was given.

use crate::mode::Mode;
use derive_where::derive_where;

/// The book of the figures that one recipient was given; the vendor's own has those that anybody was given.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Amounts)]
pub struct FiguresBook<M: Mode> {
    /// About how many people they were.
    pub amounts: M::Amounts,
}
