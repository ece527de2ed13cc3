//! What passed under one bargain.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;

/// The book of one bargain.
#[derive_where(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ContractBook<M: Mode> {
    /// Personal information went to a third party.
    pub data_left: Fact<M::Cause>,
    /// Value came to us from outside.
    pub value_came: Fact<M::Cause>,
    /// We gave value to somebody outside.
    pub value_went: Fact<M::Cause>,
    /// Aggregate figures went out.
    pub figures_left: Fact<M::Cause>,
}
