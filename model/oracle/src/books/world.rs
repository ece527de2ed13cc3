//! What is true of nobody in particular: the terms in force and the factory's register.

use crate::mode::Mode;
use derive_where::derive_where;
use vouchsafe_alphabet::Terms;

/// The book of the world.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Factory)]
pub struct WorldBook<M: Mode> {
    /// The terms in force.
    pub terms: Option<Terms>,
    /// What made it so.
    pub terms_cause: M::Cause,
    /// How many times terms have come into force.
    pub epoch: u32,
    /// The factory's register of pairs.
    pub factory: M::Factory,
}
