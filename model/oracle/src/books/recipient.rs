//! What is true of one that receives data.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::Class;

/// The book of one recipient.
#[derive_where(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RecipientBook<M: Mode> {
    /// What it is to the vendor.
    pub class: Class,
    /// Whether it works for the vendor.
    pub for_vendor: Fact<M::Cause>,
    /// What introduced it.
    pub introduced: M::Cause,
    /// It was given personal information.
    pub has_data: Fact<M::Cause>,
    /// It gave value to us.
    pub has_paid: Fact<M::Cause>,
}

impl<M: Mode> Default for RecipientBook<M> {
    fn default() -> Self {
        Self {
            class: Class::Outside,
            for_vendor: Fact::default(),
            introduced: M::Cause::default(),
            has_data: Fact::default(),
            has_paid: Fact::default(),
        }
    }
}
