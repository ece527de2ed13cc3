//! What passed under one bargain, and the contract that was signed for it.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Holder, Place, Purpose, Set};

/// The book of one bargain.
#[derive_where(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContractBook<M: Mode> {
    /// Personal information went to a third party.
    pub data_left: Fact<M::Cause>,
    /// Value came to us from outside.
    pub value_came: Fact<M::Cause>,
    /// We gave value to somebody outside.
    pub value_went: Fact<M::Cause>,
    /// Aggregate figures went out.
    pub figures_left: Fact<M::Cause>,

    /// A contract was signed; what follows is as it was signed last.
    pub signed: Fact<M::Cause>,
    /// It was signed more than once.
    pub renewed: bool,
    /// The recipient who signed.
    pub to: Holder,
    /// The other side.
    pub with: Holder,
    /// Places whose data law it meets.
    pub laws: Set<Place>,
    /// Places the rights of whose people it secures.
    pub rights: Set<Place>,
    /// The purposes that it names; without any it is silent about them.
    pub purposes: Option<Set<Purpose>>,
    /// It was ended.
    pub ended: Fact<M::Cause>,
    /// When its term is over.
    pub expiry: M::Clock,
}

impl<M: Mode> Default for ContractBook<M> {
    fn default() -> Self {
        Self {
            data_left: Fact::default(),
            value_came: Fact::default(),
            value_went: Fact::default(),
            figures_left: Fact::default(),
            signed: Fact::default(),
            renewed: false,
            to: Holder::VENDOR,
            with: Holder::VENDOR,
            laws: Set::EMPTY,
            rights: Set::EMPTY,
            purposes: None,
            ended: Fact::default(),
            expiry: M::Clock::default(),
        }
    }
}
