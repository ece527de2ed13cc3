//! What user agreements override that a person accepted.

use crate::mode::Mode;
use derive_where::derive_where;

/// The book of one person's user agreements.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Sheet)]
pub struct AgreementBook<M: Mode> {
    /// What may be done by them: categories by verb, and by purpose where they name one.
    pub overrides: M::Sheet,
}
