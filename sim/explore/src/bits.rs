//! Sets of small numbers, one bit each: which promises a step breached, triggered or witnessed.
#![expect(
    clippy::indexing_slicing,
    reason = "a bit beyond the width is a breach that would be lost: it must stop the run instead"
)]

use std::fmt::Debug;
use std::hash::Hash;

/// A set of bit numbers below [`Bits::WIDTH`]. The default is the empty set.
pub trait Bits: Copy + Default + Eq + Hash + Send + Sync + Debug {
    /// How many different bits the set can hold.
    const WIDTH: usize;

    /// Adds `bit`.
    ///
    /// # Panics
    /// When `bit` is not below [`Bits::WIDTH`], because dropping it would hide a breach.
    fn set(&mut self, bit: usize);
    /// Whether `bit` is in the set; `false` for every number beyond the width.
    fn has(&self, bit: usize) -> bool;
    /// Adds every bit of `other`.
    fn join(&mut self, other: &Self);
    /// The bits of this set that are not in `other`.
    fn without(&self, other: &Self) -> Self;
    /// Whether no bit is set.
    fn is_empty(&self) -> bool;
    /// The bits in ascending order.
    fn iter(&self) -> impl Iterator<Item = usize>;
    /// Whether every bit of `other` is in this set.
    fn covers(&self, other: &Self) -> bool {
        other.without(self).is_empty()
    }
}

/// A set of `64 * W` bits in `W` words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mask<const W: usize>(pub [u64; W]);

impl<const W: usize> Default for Mask<W> {
    fn default() -> Self {
        Self([0; W])
    }
}

impl<const W: usize> FromIterator<usize> for Mask<W> {
    fn from_iter<I: IntoIterator<Item = usize>>(bits: I) -> Self {
        let mut mask = Self::default();
        for bit in bits {
            mask.set(bit);
        }
        mask
    }
}

impl<const W: usize> Bits for Mask<W> {
    const WIDTH: usize = 64 * W;

    #[inline(always)]
    fn set(&mut self, bit: usize) {
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    #[inline(always)]
    fn has(&self, bit: usize) -> bool {
        self.0.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    #[inline(always)]
    fn join(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    #[inline(always)]
    fn without(&self, other: &Self) -> Self {
        let mut rest = *self;
        for (word, gone) in rest.0.iter_mut().zip(other.0) {
            *word &= !gone;
        }
        rest
    }

    #[inline(always)]
    fn is_empty(&self) -> bool {
        self.0.iter().fold(0, |any, word| any | word) == 0
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(at, word)| Ones(*word).map(move |bit| at * 64 + bit))
    }
}

/// The positions of the ones of a word, ascending.
struct Ones(u64);

impl Iterator for Ones {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_behaves_as_a_set() {
        let mut mask: Mask<2> = [0, 63, 64, 127].into_iter().collect();
        assert_eq!(mask.iter().collect::<Vec<_>>(), [0, 63, 64, 127]);
        assert!(mask.has(64) && !mask.has(65) && !mask.has(128) && !mask.has(usize::MAX));
        let low: Mask<2> = [0, 63].into_iter().collect();
        assert!(mask.covers(&low) && !low.covers(&mask) && low.covers(&Mask::default()));
        assert_eq!(mask.without(&low).iter().collect::<Vec<_>>(), [64, 127]);
        mask.join(&[5].into_iter().collect());
        assert!(mask.has(5) && !mask.is_empty() && Mask::<2>::default().is_empty());
    }

    #[test]
    #[should_panic(expected = "out of bounds")]
    fn a_bit_beyond_the_width_is_not_lost_silently() {
        Mask::<1>::default().set(64);
    }
}
