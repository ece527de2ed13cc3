//! Numbers of states: the fingerprint that was met first has number zero, the next new one has one.
//!
//! The fingerprints stand in the order of their numbers, and an open-addressed table of numbers finds
//! them: eight bytes a state and, at the load it is kept at, between five and eleven more.
#![expect(
    clippy::indexing_slicing,
    reason = "a scaled slot is below the capacity, probing wraps there, and a slot holds a number that was given"
)]

use std::ops::Range;

/// A free slot; no state has this number.
const FREE: u32 = u32::MAX;

/// A set of mixed fingerprints, each with a number.
#[derive(Default)]
pub(crate) struct Numbers {
    prints: Vec<u64>,
    slots: Box<[u32]>,
}

impl Numbers {
    /// So many states have numbers for certain: beyond, a survey has to end.
    pub(crate) const MOST: usize = 1 << 31;

    /// The number of a fingerprint, and whether it has just been given.
    pub(crate) fn give(&mut self, print: u64) -> (u32, bool) {
        if self.prints.len() * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let mut at = Self::home(print, self.slots.len());
        loop {
            let held = self.slots[at];
            if held == FREE {
                let number = self.prints.len() as u32;
                self.slots[at] = number;
                self.prints.push(print);
                return (number, true);
            }
            if self.prints[held as usize] == print {
                return (held, false);
            }
            at = Self::after(at, self.slots.len());
        }
    }

    /// How many numbers were given.
    pub(crate) fn len(&self) -> usize {
        self.prints.len()
    }

    pub(crate) fn bytes(&self) -> usize {
        self.prints.capacity() * size_of::<u64>() + size_of_val(&*self.slots)
    }

    fn home(print: u64, capacity: usize) -> usize {
        ((u128::from(print) * capacity as u128) >> 64) as usize
    }

    fn after(at: usize, capacity: usize) -> usize {
        if at + 1 == capacity { 0 } else { at + 1 }
    }

    #[cold]
    fn grow(&mut self) {
        let capacity = (self.slots.len() * 2).max(64);
        let mut slots = vec![FREE; capacity].into_boxed_slice();
        let all: Range<u32> = 0..self.prints.len() as u32;
        for (number, print) in all.zip(&self.prints) {
            let mut at = Self::home(*print, capacity);
            while slots[at] != FREE {
                at = Self::after(at, capacity);
            }
            slots[at] = number;
        }
        self.slots = slots;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::table::mix;

    #[test]
    fn numbers_are_given_in_order_and_kept() {
        let mut numbers = Numbers::default();
        let mut map = BTreeMap::new();
        for round in 0..50_000u64 {
            // Repeated words, crowded neighbours and the extremes.
            let print = match round % 3 {
                0 => mix(round / 7),
                1 => round % 999,
                _ => u64::MAX - round % 999,
            };
            let next = map.len() as u32;
            let known = map.get(&print).copied();
            assert_eq!(numbers.give(print), (known.unwrap_or(next), known.is_none()));
            map.entry(print).or_insert(next);
        }
        assert_eq!(numbers.len(), map.len());
        assert!(numbers.bytes() >= 12 * map.len());
    }
}
