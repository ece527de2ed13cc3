//! Parts of the same type that keep a fingerprint together, beside each one's own.

use crate::part::{Look, Part, Seal, UNKNOWN};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// An array of parts, and the fingerprint of them all unless one may have changed since that was taken.
///
/// Where none was changed, one look says so for all; where one was, only that one is gone through again.
#[derive(Clone, Copy)]
pub struct Parts<T, const N: usize> {
    parts: [Part<T>; N],
    /// Zero while it is not known.
    print: [u8; 8],
}

impl<T, const N: usize> Parts<T, N> {
    /// A part, to change it; the last one for a place beyond it.
    ///
    /// # Panics
    /// Where there are no parts.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "the place is within the array, which is not empty")]
    pub fn part_mut(&mut self, place: usize) -> &mut T {
        self.print = UNKNOWN;
        &mut self.parts[place.min(N - 1)]
    }
    /// Changes those values that need it.
    #[inline]
    pub fn change(&mut self, needs: impl Fn(&T) -> bool, mut change: impl FnMut(&mut T)) {
        self.change_each(needs, |_, value| change(value));
    }
    /// The same with the place of each.
    #[inline]
    pub fn change_each(&mut self, needs: impl Fn(&T) -> bool, mut change: impl FnMut(u32, &mut T)) {
        for (place, part) in (0..).zip(&mut self.parts).filter(|(_, part)| needs(part)) {
            self.print = UNKNOWN;
            change(place, part);
        }
    }
    /// The fingerprint of all; zero while it is not known.
    #[inline]
    pub const fn print(&self) -> u64 {
        u64::from_ne_bytes(self.print)
    }
}

impl<T: Hash, const N: usize> Parts<T, N> {
    /// Takes every part into a fingerprint.
    #[inline]
    pub fn seal<H: Hasher + Default>(&mut self, seal: &mut Seal<H>) {
        if self.print == UNKNOWN || seal.is_anew() {
            self.print = self.unsealed(seal).to_ne_bytes();
        }
        seal.word(self.print());
    }
    #[inline(never)]
    fn unsealed<H: Hasher + Default>(&mut self, seal: &Seal<H>) -> u64 {
        let mut hasher = H::default();
        self.parts.iter_mut().for_each(|part| hasher.write_u64(seal.of(part)));
        hasher.finish().max(1)
    }
}

impl<T: Copy + 'static, const N: usize> Parts<T, N> {
    /// Looks at every part, and before them at all at once.
    #[inline(always)]
    pub fn look(&self, look: &mut impl Look) {
        if look.parts::<N>(&self.print) {
            self.parts.iter().for_each(|part| look.part(part));
        }
    }
    /// Makes the parts what those of another are; if both have the same fingerprint, they are.
    #[inline(always)]
    pub fn follow(&mut self, other: &Self) {
        if self.print != other.print || self.print == UNKNOWN {
            self.parts.iter_mut().zip(&other.parts).for_each(|(part, other)| part.follow(other));
            self.print = other.print;
        }
    }
}

impl<T, const N: usize> Deref for Parts<T, N> {
    type Target = [Part<T>; N];
    #[inline(always)]
    fn deref(&self) -> &[Part<T>; N] {
        &self.parts
    }
}
impl<T: Copy + Default, const N: usize> Default for Parts<T, N> {
    fn default() -> Self {
        Self { parts: [Part::default(); N], print: UNKNOWN }
    }
}
impl<T: PartialEq, const N: usize> PartialEq for Parts<T, N> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        // A copy that nobody has touched still has the fingerprint of the original.
        (self.print == other.print && self.print != UNKNOWN) || self.parts == other.parts
    }
}
impl<T: Eq, const N: usize> Eq for Parts<T, N> {}
impl<T: Hash, const N: usize> Hash for Parts<T, N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts.hash(state);
    }
}
impl<T: fmt::Debug, const N: usize> fmt::Debug for Parts<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::hash_map::DefaultHasher;

    type Three = Parts<[u8; 3], 3>;

    fn sealed(parts: &mut Three, anew: bool) -> u64 {
        let mut seal = Seal::<DefaultHasher>::new(anew);
        parts.seal(&mut seal);
        seal.finish()
    }

    #[test]
    fn a_change_of_one_is_seen_in_all() {
        let mut parts = Three::default();
        let first = sealed(&mut parts, false);
        assert_eq!(sealed(&mut parts, false), first);
        parts.part_mut(1)[2] = 7;
        assert_eq!(parts.print(), 0);
        let second = sealed(&mut parts, false);
        assert_ne!(second, first);
        parts.change_each(|part| part[2] == 7, |place, part| part[2] = place as u8 - 1);
        assert_eq!(sealed(&mut parts, false), first);
        parts.change(|part| part[2] == 7, |part| part[2] = 1);
        assert_ne!(parts.print(), 0);
        assert_eq!(sealed(&mut parts, true), first);
        *parts.part_mut(9) = [1; 3];
        assert_eq!(parts.map(|part| *part), [[0; 3], [0; 3], [1; 3]]);
    }

    #[test]
    fn parts_follow_others_whatever_was_done_to_them() {
        let mut from = Three::default();
        sealed(&mut from, false);
        let mut parts = from;
        for seals in [false, true] {
            parts.part_mut(1)[1] = 9;
            if seals {
                sealed(&mut parts, false);
            }
            assert!(parts != from);
            parts.follow(&from);
            assert_eq!((parts, parts.print()), (from, from.print()));
        }
        parts.part_mut(0)[1] = 9;
        from.part_mut(2)[1] = 8;
        parts.follow(&from);
        assert_eq!(parts.map(|part| *part), [[0; 3], [0; 3], [0, 8, 0]]);
        assert_eq!(parts.print(), 0);
    }
}
