//! A fixed table read by small ids; an id beyond it is refused, never a panic.

use crate::refusal::Refusal;

/// `N` entries, one for each small id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Table<T, const N: usize>([T; N]);

impl<T: Copy + Default, const N: usize> Default for Table<T, N> {
    fn default() -> Self {
        Self([T::default(); N])
    }
}

impl<T, const N: usize> Table<T, N> {
    /// The entry of this id.
    #[inline]
    pub(crate) fn at(&self, index: usize) -> Result<&T, Refusal> {
        self.0.get(index).ok_or(Refusal::Unknown)
    }
    /// The entry of this id, to change.
    #[inline]
    pub(crate) fn at_mut(&mut self, index: usize) -> Result<&mut T, Refusal> {
        self.0.get_mut(index).ok_or(Refusal::Unknown)
    }
    /// Every entry with its id, in ascending order.
    #[inline]
    pub(crate) fn each(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().enumerate()
    }
    /// Every entry, to change.
    #[inline]
    pub(crate) fn each_mut(&mut self) -> impl Iterator<Item = (usize, &mut T)> {
        self.0.iter_mut().enumerate()
    }
}

/// A set of small ids: people, TVs, holders, commands, records, requests, services, or what may be so of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Few(u8);

impl Few {
    /// The set with one member.
    #[inline]
    pub(crate) const fn one(index: usize) -> Self {
        if index < 8 { Self(1 << index) } else { Self(0) }
    }
    /// Whether the id is in the set.
    #[inline]
    pub(crate) const fn has(self, index: usize) -> bool {
        self.0 & Self::one(index).0 != 0
    }
    /// Puts the id in.
    #[inline]
    pub(crate) const fn add(&mut self, index: usize) {
        self.0 |= Self::one(index).0;
    }
    /// Takes the id out.
    #[inline]
    pub(crate) const fn drop(&mut self, index: usize) {
        self.0 &= !Self::one(index).0;
    }
    /// Puts the id in, or takes it out.
    #[inline]
    pub(crate) const fn set(&mut self, index: usize, has: bool) {
        if has { self.add(index) } else { self.drop(index) }
    }
    /// Whether nothing is in the set.
    #[inline]
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// The ids in the set, in ascending order.
    #[inline]
    pub(crate) fn each(self) -> impl Iterator<Item = usize> {
        (0..8).filter(move |&index| self.has(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_beyond_the_table_is_refused() {
        let mut table = Table::<u8, 2>::default();
        assert_eq!(table.at(2), Err(Refusal::Unknown));
        *table.at_mut(1).unwrap() = 7;
        assert_eq!(table.at(1), Ok(&7));
    }

    #[test]
    fn a_few_ids_come_and_go() {
        let mut few = Few::default();
        few.add(3);
        few.add(0);
        few.add(9);
        assert_eq!(few.each().collect::<Vec<_>>(), [0, 3]);
        few.set(0, false);
        few.set(5, true);
        assert!(few.has(5) && !few.has(0));
        few.drop(3);
        few.drop(5);
        assert!(few.is_empty());
    }
}
