//! What is true of one that receives data.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Class, ProviderKind, Sector, Set};

/// The book of one recipient.
#[derive_where(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RecipientBook<M: Mode> {
    /// What it is to the vendor.
    pub class: Class,
    /// Whether it works for the vendor.
    pub for_vendor: Fact<M::Cause>,
    /// The kinds of provider that it is, where they are declared.
    pub kinds: Option<Set<ProviderKind>>,
    /// The sector that it is active in, where that is declared.
    pub sector: Option<Sector>,
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
            kinds: None,
            sector: None,
            introduced: M::Cause::default(),
            has_data: Fact::default(),
            has_paid: Fact::default(),
        }
    }
}
