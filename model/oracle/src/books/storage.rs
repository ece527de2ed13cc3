//! What is true of one record where it lies: its class, who has stripped it, and where its copies are.

use crate::mode::{Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Level, Place};

/// The book of where one record lies; it is closed with the record's own.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Ids, M::Pairs, M::Trail)]
pub struct StorageBook<M: Mode> {
    /// The class that it was last given.
    pub level: Option<Level>,
    /// Those who stripped their copy of what ties it to its subject.
    pub stripped: M::Ids,
    /// By when it must be classified, since it was stored.
    pub classify: M::Clock,
    /// Holders and the places in which copies of theirs lie, where that was said.
    pub lies: M::Pairs,
    /// Places to which it was transferred since no copy lay there.
    pub bound: Marked<M, Place>,
}
