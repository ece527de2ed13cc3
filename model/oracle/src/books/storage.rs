//! What is true of one record where it lies: its class, and who has stripped it.

use crate::mode::Mode;
use derive_where::derive_where;
use vouchsafe_alphabet::Level;

/// The book of where one record lies; it is closed with the record's own.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Ids)]
pub struct StorageBook<M: Mode> {
    /// The class that it was last given.
    pub level: Option<Level>,
    /// Those who stripped their copy of what ties it to its subject.
    pub stripped: M::Ids,
    /// By when it must be classified, since it was stored.
    pub classify: M::Clock,
}
