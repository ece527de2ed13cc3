//! When the vendor's practices and its policy have to be reviewed again.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;

/// The book of reviews.
#[derive_where(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReviewBook<M: Mode> {
    /// By when security has to be reviewed.
    pub security: M::Clock,
    /// The review by which that is counted.
    pub of_security: Fact<M::Cause>,
    /// By when the policy has to be reviewed.
    pub policy: M::Clock,
    /// The review by which that is counted.
    pub of_policy: Fact<M::Cause>,
}
