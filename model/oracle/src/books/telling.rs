//! What is true of what a TV tells: about whom it has told something while it was theirs to use.

use crate::mode::Mode;
use derive_where::derive_where;

/// The book of what one TV tells, besides what it is, how it runs and who shares it.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Ids)]
pub struct TellingBook<M: Mode> {
    /// The people about whom it told something while it was bound to them or shared with them.
    pub about: M::Ids,
}
