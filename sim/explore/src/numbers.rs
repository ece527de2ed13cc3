//! Numbers of states: the fingerprint that was met first has number zero, the next new one has one.
//!
//! An open-addressed table holds each fingerprint beside its number, so that to find it takes one look at
//! memory: twelve bytes a slot, and between half and three quarters of the slots are taken.
#![expect(
    clippy::indexing_slicing,
    reason = "a scaled slot is below the capacity and probing wraps there, and a remainder is below its divisor"
)]

/// No state has this number.
const FREE: u32 = u32::MAX;

/// How many of the fingerprints met last are at hand.
const RECENT: usize = 1 << 12;

/// A fingerprint in two halves and its number, without a gap between them.
#[derive(Clone, Copy)]
struct Slot {
    print: [u32; 2],
    number: u32,
}

impl Slot {
    const FREE: Self = Self { print: [0; 2], number: FREE };

    fn print(&self) -> u64 {
        let [low, high] = self.print;
        u64::from(low) | u64::from(high) << 32
    }
}

/// A set of mixed fingerprints, each with a number.
pub(crate) struct Numbers {
    slots: Box<[Slot]>,
    len: usize,
    /// Fingerprints met before, with their numbers, where the lowest bits say: most repetitions are close
    /// together, and finding them here spares a look into the large table.
    recent: Box<[Slot; RECENT]>,
}

impl Default for Numbers {
    fn default() -> Self {
        Self { slots: Box::default(), len: 0, recent: Box::new([Slot::FREE; RECENT]) }
    }
}

impl Numbers {
    /// So many states have numbers for certain: beyond, a survey has to end.
    pub(crate) const MOST: usize = 1 << 31;

    /// The number of a fingerprint, and whether it has just been given.
    #[inline]
    pub(crate) fn give(&mut self, print: u64) -> (u32, bool) {
        let at = print as usize % RECENT;
        let held = self.recent[at];
        if held.number != FREE && held.print() == print {
            return (held.number, false);
        }
        if self.len * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let wanted = Slot { print: [print as u32, (print >> 32) as u32], number: self.len as u32 };
        let number = Self::place(&mut self.slots, wanted);
        let new = number == wanted.number;
        self.len += usize::from(new);
        self.recent[at] = Slot { number, ..wanted };
        (number, new)
    }

    /// How many numbers were given.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn bytes(&self) -> usize {
        size_of_val(&*self.slots)
    }

    /// The number that the fingerprint has already, or else the one that it gets here.
    fn place(slots: &mut [Slot], wanted: Slot) -> u32 {
        let mut at = ((u128::from(wanted.print()) * slots.len() as u128) >> 64) as usize;
        loop {
            let held = slots[at];
            if held.number == FREE {
                slots[at] = wanted;
                return wanted.number;
            }
            if held.print == wanted.print {
                return held.number;
            }
            at += 1;
            if at == slots.len() {
                at = 0;
            }
        }
    }

    /// Makes room for half as many again.
    #[cold]
    fn grow(&mut self) {
        let capacity = (self.slots.len() + self.slots.len() / 2).max(64);
        let mut slots = vec![Slot::FREE; capacity].into_boxed_slice();
        for held in self.slots.iter().filter(|held| held.number != FREE) {
            Self::place(&mut slots, *held);
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
