//! What is true of a member of staff or an agent.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;

/// The book of one member of staff.
#[derive_where(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct StaffBook<M: Mode> {
    /// The engagement has ended, and was not begun anew by a new bond.
    pub dismissed: Fact<M::Cause>,
}
