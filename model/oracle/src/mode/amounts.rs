//! Sets of amounts, with the line by which each came.

use super::Cause;
use std::fmt::Debug;
use std::hash::Hash;

/// A set of amounts.
pub trait Amounts<C>: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// Puts an amount in; one that is in it keeps its older cause.
    fn insert(&mut self, amount: u64, cause: C);
    /// Calls `f` with every amount.
    fn each(&self, f: &mut dyn FnMut(u64, C));
}

/// Six amounts at most, in ascending order after the places that are free; scopes share no more.
impl Amounts<()> for [u16; 6] {
    fn insert(&mut self, amount: u64, (): ()) {
        let amount = u16::try_from(amount).unwrap_or(u16::MAX);
        if self.contains(&amount) {
            return;
        }
        debug_assert!(self.contains(&0), "a scope shares no more amounts than there is room for");
        if let Some(free) = self.iter_mut().find(|place| **place == 0) {
            *free = amount;
        }
        self.sort_unstable();
    }
    fn each(&self, f: &mut dyn FnMut(u64, ())) {
        self.iter().filter(|amount| **amount != 0).for_each(|amount| f((*amount).into(), ()));
    }
}

impl Amounts<Cause> for Vec<(u64, Cause)> {
    fn insert(&mut self, amount: u64, cause: Cause) {
        if !self.iter().any(|(known, _)| *known == amount) {
            self.push((amount, cause));
        }
    }
    fn each(&self, f: &mut dyn FnMut(u64, Cause)) {
        self.iter().for_each(|(amount, cause)| f(*amount, *cause));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_kept_once_in_any_order() {
        let (mut one, mut other) = ([0u16; 6], [0u16; 6]);
        for amount in [9, 50, 9] {
            one.insert(amount, ());
        }
        for amount in [50, 9] {
            other.insert(amount, ());
        }
        let mut seen = Vec::new();
        one.each(&mut |amount, ()| seen.push(amount));
        assert_eq!((one, seen), (other, vec![9, 50]));
    }
}
