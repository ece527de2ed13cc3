//! What laws forbid to do with a person's data.

use crate::mode::Mode;
use derive_where::derive_where;

/// The book of what laws forbid about one person.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Statutes)]
pub struct StatuteBook<M: Mode> {
    /// The prohibitions.
    pub forbidden: M::Statutes,
}
