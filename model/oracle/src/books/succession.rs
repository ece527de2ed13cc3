//! What people were told of one who comes in by a change of ownership.

use crate::mode::Mode;
use derive_where::derive_where;

/// The book of one who may take over, by what people were told.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Ids, M::Named)]
pub struct SuccessionBook<M: Mode> {
    /// People who were told by e-mail.
    pub mailed: M::Ids,
    /// People who were told on the sites.
    pub posted: M::Ids,
    /// People to whom a notice set out their choices, or one of which nothing is said about that.
    pub offered: M::Ids,
    /// People custody of whose data it has.
    pub taken: M::Ids,
    /// The uses of their data that notices named to people.
    pub named: M::Named,
}
