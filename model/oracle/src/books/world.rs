//! What is true of nobody in particular: the terms in force and the factory's register.

use crate::mode::{Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Category, Terms};

/// The book of the world.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Factory, M::Trail)]
pub struct WorldBook<M: Mode> {
    /// The terms in force.
    pub terms: Option<Terms>,
    /// What made it so.
    pub terms_cause: M::Cause,
    /// How many times terms have come into force.
    pub epoch: u32,
    /// Categories that published terms name beyond those of the first (UPD-08).
    pub named: Marked<M, Category>,
    /// The factory's register of pairs.
    pub factory: M::Factory,
}
