//! What is true of one version of the terms: what it adds, from when on it is to apply, and who was told.

use crate::mode::{Clocks, Fact, Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Category, Class, Place, Purpose};

/// The book of one version of the terms, as it was published last.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Trail, M::Ids, M::Clocks)]
pub struct TermsBook<M: Mode> {
    /// It was published.
    pub published: Fact<M::Cause>,
    /// Categories that it adds.
    pub categories: Marked<M, Category>,
    /// Purposes that it adds.
    pub purposes: Marked<M, Purpose>,
    /// Classes of recipient that it adds.
    pub classes: Marked<M, Class>,
    /// Places in which it has a data centre that earlier versions do not name.
    pub centres: Marked<M, Place>,
    /// The latest of the dates that were stated for it.
    pub latest: M::Clock,
    /// The earliest of them.
    pub earliest: M::Clock,
    /// People who were told of it by a channel that counts, since it last grew.
    pub told: M::Ids,
    /// It was posted on every site since then.
    pub posted: Fact<M::Cause>,
    /// From when on those may be held to it who were told what changes, by the first such notice since then.
    pub lead: M::Clocks,
    /// The same of what was posted.
    pub posted_lead: M::Clock,
    /// It came into force.
    pub in_force: Fact<M::Cause>,
}

impl<M: Mode> TermsBook<M> {
    /// Whether it changes what is collected, what for, or who gets it (UPD-03, T38).
    pub fn is_material(&self) -> bool {
        !(self.categories.set().is_empty() && self.purposes.set().is_empty() && self.classes.set().is_empty())
    }
    /// Visits every clock.
    pub fn each_clock(&mut self, f: &mut dyn FnMut(&mut M::Clock)) {
        f(&mut self.latest);
        f(&mut self.earliest);
        self.lead.each_mut(f);
        f(&mut self.posted_lead);
    }
    /// Whether it was published and has not come into force.
    pub fn is_pending(&self) -> bool {
        self.published.on() && !self.in_force.on()
    }
}
