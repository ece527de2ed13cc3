//! The set of states seen: fingerprints in an open-addressed table, cut into independent shards.
//!
//! A shard is chosen by the highest bits of a fingerprint and a slot by the bits below them, scaled
//! to the capacity. Slots are therefore in the order of the fingerprints, give or take a collision:
//! growing a shard reads and writes memory from front to back, and the capacity need not be a power
//! of two.
#![expect(
    clippy::indexing_slicing,
    reason = "a scaled slot is below the capacity and probing wraps there; a checked access would need a value to invent"
)]

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

    /// What is in the slot where the search for a fingerprint begins; zero if it is free.
    #[inline(always)]
    pub(crate) fn first(&self, print: u64) -> u64 {
        self.shards[shard_of(print)].first(print)
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
        self.shards.iter().map(|shard| size_of::<Shard>() + size_of_val(&*shard.slots)).sum()
    }
}

/// One part of the table, owned by one worker at a time.
#[derive(Default)]
pub(crate) struct Shard {
    /// Zero marks a free slot.
    slots: Box<[u64]>,
    /// Occupied slots.
    len: usize,
    /// Whether the fingerprint zero, which no slot can hold, is in the set.
    zero: bool,
}

impl Shard {
    #[inline(always)]
    fn home(print: u64, capacity: usize) -> usize {
        ((u128::from(print << SHARD_BITS) * capacity as u128) >> 64) as usize
    }

    /// What is in the slot where the search for a fingerprint begins; zero if it is free.
    #[inline(always)]
    pub(crate) fn first(&self, print: u64) -> u64 {
        self.slots.get(Self::home(print, self.slots.len())).copied().unwrap_or_default()
    }

    #[inline(always)]
    fn has(&self, print: u64) -> bool {
        if print == 0 || self.slots.is_empty() {
            return print == 0 && self.zero;
        }
        let mut at = Self::home(print, self.slots.len());
        loop {
            let held = self.slots[at];
            if held == print || held == 0 {
                return held == print;
            }
            at += 1;
            if at == self.slots.len() {
                at = 0;
            }
        }
    }

    /// Adds a fingerprint; whether it was new.
    #[inline(always)]
    pub(crate) fn insert(&mut self, print: u64) -> bool {
        if print == 0 {
            return !std::mem::replace(&mut self.zero, true);
        }
        if self.len * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let new = Self::place(&mut self.slots, print);
        self.len += usize::from(new);
        new
    }

    #[inline(always)]
    fn place(slots: &mut [u64], print: u64) -> bool {
        let mut at = Self::home(print, slots.len());
        loop {
            let held = slots[at];
            if held == 0 {
                slots[at] = print;
                return true;
            }
            if held == print {
                return false;
            }
            at += 1;
            if at == slots.len() {
                at = 0;
            }
        }
    }

    /// Half as large again: between 10.7 and 16 bytes a state, and three quarters full at most.
    #[cold]
    fn grow(&mut self) {
        let capacity = (self.slots.len() + self.slots.len() / 2).max(64);
        let mut slots = vec![0; capacity].into_boxed_slice();
        for &print in self.slots.iter().filter(|held| **held != 0) {
            Self::place(&mut slots, print);
        }
        self.slots = slots;
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
