//! The set of states seen: fingerprints in an open-addressed table, cut into independent shards.
//!
//! A shard is chosen by the highest bits of a fingerprint and its home among the slots by the bits below
//! them, scaled to the number of homes, which need not be a power of two. Slots are kept in the order of the
//! fingerprints.
#![expect(
    clippy::indexing_slicing,
    reason = "a scaled slot is below the capacity and probing wraps there; a checked access would need a value to invent"
)]

use crate::prefetch;

const SHARD_BITS: u32 = 6;

/// How many shards there are. It is fixed, so that results do not depend on the number of threads.
pub(crate) const SHARDS: usize = 1 << SHARD_BITS;

/// Mixes a fingerprint reversibly: no two words become one, and poor words become usable.
#[inline(always)]
pub(crate) fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let word = (word ^ (word >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    word ^ (word >> 32)
}

/// Which shard holds a mixed fingerprint.
#[inline(always)]
pub(crate) fn shard_of(print: u64) -> usize {
    (print >> (64 - SHARD_BITS)) as usize
}

/// A set of mixed fingerprints.
pub(crate) struct Table {
    shards: Vec<Shard>,
}

impl Table {
    pub(crate) fn new() -> Self {
        Self { shards: (0..SHARDS).map(|_| Shard::default()).collect() }
    }

    #[inline(always)]
    pub(crate) fn has(&self, print: u64) -> bool {
        self.shards[shard_of(print)].has(print)
    }

    /// Has the processor fetch the slot where the search for a fingerprint begins.
    #[inline(always)]
    pub(crate) fn prefetch(&self, print: u64) {
        self.shards[shard_of(print)].prefetch(print);
    }

    /// Adds a fingerprint; whether it was new.
    #[inline(always)]
    pub(crate) fn insert(&mut self, print: u64) -> bool {
        self.shards[shard_of(print)].insert(print)
    }

    pub(crate) fn shards_mut(&mut self) -> &mut [Shard] {
        &mut self.shards
    }

    pub(crate) fn len(&self) -> u64 {
        self.shards.iter().map(|shard| shard.len as u64 + u64::from(shard.zero)).sum()
    }

    /// Visits every fingerprint.
    pub(crate) fn each(&self, mut visit: impl FnMut(u64)) {
        for shard in &self.shards {
            shard.slots.iter().filter(|held| **held != 0).for_each(|held| visit(*held));
            if shard.zero {
                visit(0);
            }
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.shards.iter().map(|shard| size_of::<Shard>() + shard.slots.capacity() * size_of::<u64>()).sum()
    }
}

/// One part of the table, owned by one worker at a time.
///
/// The slots in use are in ascending order, each at its home or behind it without a gap: a search ends at the
/// first larger fingerprint, so a nearly full shard is still fast. Beyond the last home there is some room, so no
/// run has to wrap around.
#[derive(Default)]
pub(crate) struct Shard {
    /// Zero marks a free slot; the last one is always free.
    slots: Vec<u64>,
    /// How many homes there are.
    homes: usize,
    /// Occupied slots.
    len: usize,
    /// Whether the fingerprint zero, which no slot can hold, is in the set.
    zero: bool,
}

impl Shard {
    /// Room behind the last home, at first and whenever it is used up.
    const SPILL: usize = 64;

    #[inline(always)]
    fn home(print: u64, homes: usize) -> usize {
        ((u128::from(print << SHARD_BITS) * homes as u128) >> 64) as usize
    }

    /// Has the processor fetch the slot where the search for a fingerprint begins.
    #[inline(always)]
    pub(crate) fn prefetch(&self, print: u64) {
        prefetch(&self.slots, Self::home(print, self.homes));
    }

    /// Where the fingerprint is, or where it belongs.
    #[inline(always)]
    fn find(&self, print: u64) -> usize {
        let mut at = Self::home(print, self.homes);
        // How many of the next slots hold smaller ones is counted without a branch: which they are, nobody can predict.
        // Free is not smaller.
        while let Some(slots) = self.slots[at..].first_chunk::<4>() {
            let smaller = slots.map(|held| usize::from(held.wrapping_sub(1) < print.wrapping_sub(1)));
            let smaller: usize = smaller.iter().sum();
            at += smaller;
            if smaller < slots.len() {
                return at;
            }
        }
        // The last slot is free.
        while self.slots[at].wrapping_sub(1) < print.wrapping_sub(1) {
            at += 1;
        }
        at
    }

    #[inline(always)]
    fn has(&self, print: u64) -> bool {
        if print == 0 || self.slots.is_empty() {
            return print == 0 && self.zero;
        }
        self.slots[self.find(print)] == print
    }

    /// Adds a fingerprint; whether it was new.
    #[inline(always)]
    pub(crate) fn insert(&mut self, print: u64) -> bool {
        if print == 0 {
            return !std::mem::replace(&mut self.zero, true);
        }
        if self.slots.is_empty() {
            self.grow();
        }
        let at = self.find(print);
        if self.slots[at] == print {
            return false;
        }
        self.put(at, print);
        true
    }

    /// Puts a fingerprint where it belongs; those behind it move up to the next free slot.
    #[inline]
    fn put(&mut self, at: usize, print: u64) {
        let mut moved = print;
        let mut place = at;
        while moved != 0 {
            moved = std::mem::replace(&mut self.slots[place], moved);
            place += 1;
        }
        self.len += 1;
        if self.len * 5 > self.homes * 4 {
            self.grow();
        } else if place == self.slots.len() {
            self.extend(Self::SPILL);
        }
    }

    /// More free slots behind the others.
    fn extend(&mut self, more: usize) {
        let len = self.slots.len() + more;
        self.slots.reserve_exact(more);
        self.slots.resize(len, 0);
    }

    /// A sixth as large again: four fifths full at most and 24 of 35 at least, so between 10 and 11.7 bytes a
    /// state. The order stays, so it is done in place, from the last to the first.
    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let homes = (self.homes + self.homes / 6).max(64);
        let old = self.slots.len();
        // What spilled over the last home before finds room there again: no fingerprint comes closer to the end.
        self.extend(homes - self.homes + if old == 0 { Self::SPILL } else { 0 });
        self.homes = homes;
        // First everything goes to the end, in order and without gaps; then each to its place.
        let mut end = self.slots.len();
        for at in (0..old).rev() {
            let print = std::mem::take(&mut self.slots[at]);
            if print != 0 {
                end -= 1;
                self.slots[end] = print;
            }
        }
        let mut free = 0;
        for at in end..self.slots.len() {
            let print = std::mem::take(&mut self.slots[at]);
            let place = Self::home(print, homes).max(free);
            self.slots[place] = print;
            free = place + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_table_agrees_with_a_hash_set() {
        let mut table = Table::new();
        let mut set = HashSet::new();
        let mut word = 1u64;
        for round in 0..40_000u64 {
            word = word.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            // Few distinct words, among them zero, the extremes and crowded neighbours.
            let print = match round % 4 {
                0 => mix(word >> 46),
                1 => word >> 54,
                2 => u64::MAX - (word >> 54),
                _ => mix(round),
            };
            assert_eq!(table.has(print), set.contains(&print));
            assert_eq!(table.insert(print), set.insert(print));
            assert!(table.has(print));
        }
        assert!(set.contains(&0));
        assert_eq!(table.len(), set.len() as u64);
        assert!(table.bytes() >= set.len() * 8);
    }

    #[test]
    fn mixing_is_reversible() {
        // Each multiplier is odd and each shift is undone by repeating it, so distinct words stay so.
        let mixed: HashSet<u64> = (0..100_000).map(mix).collect();
        assert_eq!(mixed.len(), 100_000);
        assert_eq!(mix(0), 0);
    }
}
