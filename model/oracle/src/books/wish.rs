//! What is true of the limits that a person has asked for in a message.

use super::Outlet;
use crate::mode::{Fact, Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Category, Purpose, Word};

/// What a message may ask to have ended, category by category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Its use.
    Use,
    /// Sharing it with affiliates.
    Affiliates,
    /// Sharing it with providers.
    Providers,
}

impl Wish {
    /// The one that ends sharing with this outlet.
    pub fn with(outlet: Outlet) -> Self {
        match outlet {
            Outlet::Affiliate => Self::Affiliates,
            Outlet::Provider => Self::Providers,
        }
    }
}

/// How many categories there are.
const CATEGORIES: usize = Category::ALL.len();

/// How many purposes there are.
const PURPOSES: usize = Purpose::ALL.len();

/// The book of one person's wishes by mail.
#[derive_where(Clone, Debug, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Trail)]
pub struct WishBook<M: Mode> {
    /// The person asked to have the use of something ended, at some time.
    pub use_asked: Fact<M::Cause>,
    /// The person asked to have sharing ended, at some time.
    pub sharing_asked: Fact<M::Cause>,
    /// By when each wish must have its effect for each category, unless it was let again.
    ends: [[M::Clock; CATEGORIES]; 3],
    /// Purposes to which the person has said yes on their own since they asked to have use ended.
    pub purposes: Marked<M, Purpose>,
    /// By when a later message must have its effect for each of them.
    purpose_ends: [M::Clock; PURPOSES],
    /// The person asked that no phone of theirs be read, and has permitted none since.
    pub reading_asked: Fact<M::Cause>,
    /// By when that must have its effect.
    pub reading: M::Clock,
}

impl<M: Mode> Default for WishBook<M> {
    fn default() -> Self {
        Self {
            use_asked: Fact::default(),
            sharing_asked: Fact::default(),
            ends: [[M::Clock::default(); CATEGORIES]; 3],
            purposes: Marked::default(),
            purpose_ends: [M::Clock::default(); PURPOSES],
            reading_asked: Fact::default(),
            reading: M::Clock::default(),
        }
    }
}

impl<M: Mode> WishBook<M> {
    /// When a wish must have its effect for a category, unset where there is none.
    pub fn of(&self, wish: Wish, category: Category) -> M::Clock {
        self.ends.get(wish as usize).and_then(|of| of.get(category.index())).copied().unwrap_or_default()
    }
    /// The same, to change.
    pub fn of_mut(&mut self, wish: Wish, category: Category) -> Option<&mut M::Clock> {
        self.ends.get_mut(wish as usize).and_then(|of| of.get_mut(category.index()))
    }
    /// When a message must have its effect for a purpose that was let again before it, unset where there is none.
    pub fn of_purpose(&self, purpose: Purpose) -> M::Clock {
        self.purpose_ends.get(purpose.index()).copied().unwrap_or_default()
    }
    /// The same, to change.
    pub fn of_purpose_mut(&mut self, purpose: Purpose) -> Option<&mut M::Clock> {
        self.purpose_ends.get_mut(purpose.index())
    }
    /// Every clock.
    pub fn clocks(&self) -> impl Iterator<Item = &M::Clock> {
        self.ends.iter().flatten().chain(&self.purpose_ends).chain([&self.reading])
    }
    /// Every clock, to change.
    pub fn clocks_mut(&mut self) -> impl Iterator<Item = &mut M::Clock> {
        self.ends.iter_mut().flatten().chain(&mut self.purpose_ends).chain([&mut self.reading])
    }
}
