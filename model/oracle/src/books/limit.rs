//! What is true of the limits that a person has set: what they decline to give, and that sharing stop.

use crate::mode::{Fact, Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Category, Class, Word};

/// Those to whom sharing stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlet {
    /// Affiliates.
    Affiliate,
    /// Providers.
    Provider,
}

impl Outlet {
    /// Whether a recipient of this class is one.
    pub fn of(class: Class) -> Option<Self> {
        match class {
            Class::Affiliate => Some(Self::Affiliate),
            Class::Provider => Some(Self::Provider),
            Class::Ecosystem
            | Class::Partner
            | Class::AdPartner
            | Class::Advertiser
            | Class::Authority
            | Class::Successor
            | Class::Outside => None,
        }
    }
}

/// How many categories there are.
const CATEGORIES: usize = Category::ALL.len();

/// The book of one person's limits.
#[derive_where(Clone, Debug, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Trail)]
pub struct LimitBook<M: Mode> {
    /// The person asked that sharing stop, at some time.
    pub asked: Fact<M::Cause>,
    /// By when sharing of each category with affiliates and with providers must have stopped, unless it was let again.
    stops: [[M::Clock; CATEGORIES]; 2],
    /// Categories that the person last declined to give, or did not answer for.
    pub declined: Marked<M, Category>,
}

impl<M: Mode> Default for LimitBook<M> {
    fn default() -> Self {
        Self {
            asked: Fact::default(),
            stops: [[M::Clock::default(); CATEGORIES]; 2],
            declined: Marked::default(),
        }
    }
}

impl<M: Mode> LimitBook<M> {
    /// The stop for a category, unset where there is none.
    pub fn of(&self, outlet: Outlet, category: Category) -> M::Clock {
        self.stops.get(outlet as usize).and_then(|of| of.get(category.index())).copied().unwrap_or_default()
    }
    /// Every stop, to change.
    pub fn stops_mut(&mut self) -> impl Iterator<Item = (Outlet, Category, &mut M::Clock)> {
        let [affiliates, providers] = &mut self.stops;
        let with =
            |outlet, of| Category::ALL.iter().zip(of).map(move |(&category, stop)| (outlet, category, stop));
        with(Outlet::Affiliate, affiliates.iter_mut()).chain(with(Outlet::Provider, providers.iter_mut()))
    }
    /// Every stop.
    pub fn stops(&self) -> impl Iterator<Item = &M::Clock> {
        self.stops.iter().flatten()
    }
}
