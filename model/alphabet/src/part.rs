//! A part of a state that keeps its fingerprint until it is changed.
//!
//! A step changes few parts of a large state. With each part's fingerprint beside it, that of the whole costs
//! little more than the parts that were touched, and what differs between two states is found without comparing them.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};

/// A value, and its fingerprint unless it may have changed since that was taken.
///
/// Whoever borrows the value to change it makes the fingerprint unknown, so it can never be a wrong one. Equality
/// and [`Hash`] are those of the value.
#[derive(Clone, Copy)]
pub struct Part<T> {
    value: T,
    /// Zero while it is not known. Bytes, so that a part is aligned as its value is.
    print: [u8; 8],
}

pub(crate) const UNKNOWN: [u8; 8] = [0; 8];

impl<T> Part<T> {
    /// The part with this value.
    pub const fn new(value: T) -> Self {
        Self { value, print: UNKNOWN }
    }
}

impl<T: Hash> Part<T> {
    /// The fingerprint, which is kept; never zero.
    #[inline]
    fn seal<H: Hasher + Default>(&mut self) -> u64 {
        if self.print() != 0 {
            return self.print();
        }
        let print = self.unsealed::<H>();
        self.print = print.to_ne_bytes();
        print
    }
    /// The fingerprint, taken anew.
    #[cold]
    #[inline(never)]
    fn unsealed<H: Hasher + Default>(&self) -> u64 {
        let mut hasher = H::default();
        self.value.hash(&mut hasher);
        hasher.finish().max(1)
    }
}

impl<T> Part<T> {
    /// The fingerprint; zero while it is not known.
    #[inline]
    pub const fn print(&self) -> u64 {
        u64::from_ne_bytes(self.print)
    }
}

impl<T: Copy> Part<T> {
    /// Makes it what the other is; if both have the same fingerprint, it is.
    #[inline(always)]
    pub fn follow(&mut self, other: &Self) {
        if self.print != other.print || self.print == UNKNOWN {
            *self = *other;
        }
    }
}

impl<T: Copy + Eq> Part<T> {
    /// Changes the value; what leaves it as it was keeps the fingerprint.
    #[inline]
    pub fn update(&mut self, change: impl FnOnce(&mut T)) {
        let before = self.value;
        change(&mut self.value);
        if self.value != before {
            self.print = UNKNOWN;
        }
    }
}

impl<T> Deref for Part<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        &self.value
    }
}
impl<T> DerefMut for Part<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        self.print = UNKNOWN;
        &mut self.value
    }
}
impl<T: Default> Default for Part<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}
impl<T: PartialEq> PartialEq for Part<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        // A copy that nobody has touched still has the fingerprint of the original.
        (self.print() == other.print() && self.print() != 0) || self.value == other.value
    }
}
impl<T: Eq> Eq for Part<T> {}
impl<T: Hash> Hash for Part<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}
impl<T: fmt::Debug> fmt::Debug for Part<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

/// Gathers the fingerprints of parts, each by its place, into that of the whole.
pub struct Seal<H> {
    sum: u64,
    factor: u64,
    /// Whether every part is taken anew, kept fingerprints or not.
    anew: bool,
    hasher: std::marker::PhantomData<H>,
}

impl<H: Hasher + Default> Seal<H> {
    /// Of no part yet; `anew` to distrust the kept fingerprints, which a test does.
    pub const fn new(anew: bool) -> Self {
        Self { sum: 0, factor: 0x9E37_79B9_7F4A_7C15, anew, hasher: std::marker::PhantomData }
    }
    /// Takes in the next part.
    #[inline]
    pub fn part<T: Hash>(&mut self, part: &mut Part<T>) {
        let print = self.of(part);
        self.word(print);
    }
    /// The fingerprint of a part.
    #[inline]
    pub(crate) fn of<T: Hash>(&self, part: &mut Part<T>) -> u64 {
        if self.anew { part.unsealed::<H>() } else { part.seal::<H>() }
    }
    /// Whether kept fingerprints are distrusted.
    pub(crate) const fn is_anew(&self) -> bool {
        self.anew
    }
    /// Takes in a word that stands for itself.
    #[inline]
    pub fn word(&mut self, word: u64) {
        // An odd factor of its own for each place: what is in two places cannot change them unseen.
        self.sum = self.sum.wrapping_add(word.wrapping_mul(self.factor));
        self.factor = self.factor.wrapping_add(0xD1B5_4A32_D192_ED02);
    }
    /// The fingerprint of the whole.
    pub const fn finish(&self) -> u64 {
        self.sum
    }
}

/// Looks at the parts of a state, one by one.
pub trait Look {
    /// Looks at a part.
    fn part<T: Copy + 'static>(&mut self, part: &Part<T>);
    /// Looks at a word that stands for itself.
    fn word<T: Copy + Into<u64> + 'static>(&mut self, word: &T);
    /// Looks at parts together, with the fingerprint of all where it lies; whether to look at each of them as well.
    fn parts<const N: usize>(&mut self, print: &[u8; 8]) -> bool;
}

/// Lists the fields of a state by what they are: a `part`, a `word`, or something `within` that has parts of its own:
/// [`Parts`](crate::Parts), or a struct with such a list. From the list come functions that go through all of them in its
/// order: `seal`, which takes them into a fingerprint, `look`, and with `follow` before the list one that makes them what
/// another's are.
#[macro_export]
macro_rules! parts {
    ($seen:vis, follow: $($kind:ident $field:ident,)*) => {
        $crate::parts!($seen, $($kind $field,)*);
        /// Makes every part what that of another is; those that are the same are left alone.
        #[inline]
        $seen fn follow(&mut self, other: &Self) {
            let Self { $($field),* } = self;
            $($field.follow(&other.$field);)*
        }
    };
    ($seen:vis, $($kind:ident $field:ident,)*) => {
        /// Takes every part into a fingerprint.
        $seen fn seal<H: ::std::hash::Hasher + Default>(&mut self, seal: &mut $crate::Seal<H>) {
            let Self { $($field),* } = self;
            $($crate::parts!(@seal seal $kind $field);)*
        }
        /// Looks at every part.
        #[inline(always)]
        $seen fn look(&self, look: &mut impl $crate::Look) {
            let Self { $($field),* } = self;
            $($crate::parts!(@look look $kind $field);)*
        }
    };
    (@seal $seal:ident within $field:ident) => { $field.seal($seal) };
    (@seal $seal:ident word $field:ident) => { $seal.word((*$field).into()) };
    (@seal $seal:ident $kind:ident $field:ident) => { $seal.$kind($field) };
    (@look $look:ident within $field:ident) => { $field.look($look) };
    (@look $look:ident $kind:ident $field:ident) => { $look.$kind($field) };
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::hash_map::DefaultHasher;

    fn sealed(parts: &mut [Part<[u8; 3]>], anew: bool) -> u64 {
        let mut seal = Seal::<DefaultHasher>::new(anew);
        parts.iter_mut().for_each(|part| seal.part(part));
        seal.finish()
    }

    #[test]
    fn a_change_is_seen_wherever_it_comes_from() {
        let mut parts = [Part::new([1, 2, 3]), Part::new([4, 5, 6])];
        let first = sealed(&mut parts, false);
        assert_eq!(sealed(&mut parts, false), first);
        parts[1][2] = 7;
        let second = sealed(&mut parts, false);
        assert_ne!(second, first);
        parts[1].update(|value| value[2] = 6);
        assert_eq!(sealed(&mut parts, false), first);
        parts[0].update(|_| ());
        assert_eq!(sealed(&mut parts, false), sealed(&mut parts, true));
    }

    #[test]
    fn a_part_follows_another_whatever_was_done_to_it() {
        let mut from = Part::new([1, 2, 3]);
        let print = from.seal::<DefaultHasher>();
        let mut part = from;
        part[1] = 9;
        part.follow(&from);
        assert_eq!((*part, part.print()), ([1, 2, 3], print));
        part[1] = 9;
        part.seal::<DefaultHasher>();
        part.follow(&from);
        assert_eq!((*part, part.print()), ([1, 2, 3], print));
        // Two parts whose fingerprints are not known may differ.
        part[1] = 9;
        from[1] = 8;
        part.follow(&from);
        assert_eq!(*part, [1, 8, 3]);
    }

    #[test]
    fn the_place_of_a_part_counts() {
        let mut one = [Part::new([1, 2, 3]), Part::new([4, 5, 6])];
        let mut two = [Part::new([4, 5, 6]), Part::new([1, 2, 3])];
        assert_ne!(sealed(&mut one, false), sealed(&mut two, false));
        assert!(one != two && one[0] == two[1]);
    }
}
