//! Which categories of a person have reached which holders, and by which line.

use super::{Cause, Following, Marked};
use std::fmt::Debug;
use std::hash::Hash;
use vouchsafe_alphabet::{Categories, Category, Holder, Set};

/// Categories by holder.
pub trait Reach<C>: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// These categories came to a holder.
    fn add(&mut self, holder: Holder, categories: Categories, cause: C);
    /// The categories that have come to a holder.
    fn of(&self, holder: Holder) -> Categories;
    /// Calls `f` with the line by which a category came there.
    fn cause(&self, holder: Holder, category: Category, f: &mut dyn FnMut(C));
}

/// Holders below 8, and a bit for each category.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReachedBits([u32; 8]);

impl Reach<()> for ReachedBits {
    #[inline]
    fn add(&mut self, holder: Holder, categories: Categories, (): ()) {
        if let Some(place) = self.0.get_mut(holder.index()) {
            *place |= categories.bits() as u32;
        }
    }
    #[inline]
    fn of(&self, holder: Holder) -> Categories {
        Set::from_bits(self.0.get(holder.index()).map_or(0, |&bits| bits.into()))
    }
    #[inline]
    fn cause(&self, _: Holder, _: Category, _: &mut dyn FnMut(())) {}
}

/// Holders of any number, with causes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Reached(Vec<(u32, Marked<Following, Category>)>);

impl Reach<Cause> for Reached {
    fn add(&mut self, holder: Holder, categories: Categories, cause: Cause) {
        match self.0.iter_mut().find(|(of, _)| *of == holder.0) {
            // What came there first is what made it so.
            Some((_, reached)) => reached.add(categories.without(reached.set()), cause),
            None => {
                let mut reached = Marked::default();
                reached.add(categories, cause);
                self.0.push((holder.0, reached));
            }
        }
    }
    fn of(&self, holder: Holder) -> Categories {
        self.0.iter().find(|(of, _)| *of == holder.0).map_or(Set::EMPTY, |(_, reached)| reached.set())
    }
    fn cause(&self, holder: Holder, category: Category, f: &mut dyn FnMut(Cause)) {
        if let Some((_, reached)) = self.0.iter().find(|(of, _)| *of == holder.0) {
            reached.causes(category.into(), f);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::Word;

    #[test]
    fn every_category_has_a_bit() {
        assert!(Category::ALL.len() <= 32);
        let mut reach = ReachedBits::default();
        reach.add(Holder(3), Set::all(), ());
        assert_eq!((reach.of(Holder(3)), reach.of(Holder(2))), (Set::all(), Set::EMPTY));
    }
}
