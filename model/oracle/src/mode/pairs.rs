//! A set of pairs of a record and a holder.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::hash::Hash;

/// Pairs of ids.
pub trait Pairs: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// Puts a pair in.
    fn insert(&mut self, one: u32, other: u32);
    /// Takes a pair out.
    fn remove(&mut self, one: u32, other: u32);
    /// Calls `f` for every pair in the set.
    fn each(&self, f: &mut dyn FnMut(u32, u32));
}

/// Ids below 8 as bits of a matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PairBits(u64);

impl PairBits {
    fn bit(one: u32, other: u32) -> u64 {
        if one < 8 && other < 8 { 1 << (one * 8 + other) } else { 0 }
    }
}

impl Pairs for PairBits {
    fn insert(&mut self, one: u32, other: u32) {
        self.0 |= Self::bit(one, other);
    }
    fn remove(&mut self, one: u32, other: u32) {
        self.0 &= !Self::bit(one, other);
    }
    fn each(&self, f: &mut dyn FnMut(u32, u32)) {
        let mut rest = self.0;
        while rest != 0 {
            let bit = rest.trailing_zeros();
            f(bit / 8, bit % 8);
            rest &= rest - 1;
        }
    }
}

impl Pairs for BTreeSet<(u32, u32)> {
    fn insert(&mut self, one: u32, other: u32) {
        self.insert((one, other));
    }
    fn remove(&mut self, one: u32, other: u32) {
        self.remove(&(one, other));
    }
    fn each(&self, f: &mut dyn FnMut(u32, u32)) {
        for &(one, other) in self {
            f(one, other);
        }
    }
}
