//! How many distinct states were seen: exactly up to a size, and from there on by an estimate.
//!
//! Every fingerprint is kept until the table would take more memory than it may. Then only those are
//! kept whose lowest bit is zero, then those whose two lowest bits are, and so on: a fair sample of
//! known rate (adaptive sampling, Wegman 1984; Flajolet 1990). What is counted in the sample stands for
//! that many times as much. With n fingerprints kept the standard error is about 1.2 over the root of
//! n, so a table of a megabyte is right to a hundredth and one of 100 megabytes to a thousandth.

use crate::table::Table;

/// A set of mixed fingerprints that knows its size, exactly or about.
pub(crate) struct Distinct {
    table: Table,
    /// How many fingerprints it holds.
    kept: usize,
    /// How many it may hold.
    kept_max: usize,
    /// How many of the lowest bits of a fingerprint in the sample are zero.
    thinned: u32,
}

impl Distinct {
    /// The table may hold this many fingerprints at the least: with fewer the estimate would be poor.
    const KEPT_MIN: usize = 1 << 13;
    /// What a fingerprint takes in a table that has just grown.
    const BYTES_EACH: usize = 16;

    /// An empty set that takes about this many bytes at the most.
    pub(crate) fn new(bytes_max: Option<usize>) -> Self {
        let kept_max = bytes_max.map_or(usize::MAX, |bytes| (bytes / Self::BYTES_EACH).max(Self::KEPT_MIN));
        Self { table: Table::new(), kept: 0, kept_max, thinned: 0 }
    }

    /// Adds a fingerprint; how many states that are new it stands for.
    pub(crate) fn insert(&mut self, print: u64) -> u64 {
        if !self.sampled(print) || !self.table.insert(print) {
            return 0;
        }
        let stands_for = 1 << self.thinned;
        self.kept += 1;
        if self.kept > self.kept_max {
            self.thin();
        }
        stands_for
    }

    fn sampled(&self, print: u64) -> bool {
        print.trailing_zeros() >= self.thinned
    }

    #[cold]
    fn thin(&mut self) {
        self.thinned += 1;
        let whole = std::mem::replace(&mut self.table, Table::new());
        whole.each(|print| {
            if self.sampled(print) {
                self.table.insert(print);
            }
        });
        self.kept = self.table.len() as usize;
    }

    /// The number of distinct states.
    pub(crate) fn len(&self) -> u64 {
        (self.kept as u64) << self.thinned
    }

    /// Whether that number is exact.
    pub(crate) fn exact(&self) -> bool {
        self.thinned == 0
    }

    pub(crate) fn bytes(&self) -> usize {
        self.table.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::mix;

    #[test]
    fn counting_is_exact_without_a_limit() {
        let mut set = Distinct::new(None);
        let new: u64 = (0..50_000u64).map(|word| set.insert(mix(word % 20_000))).sum();
        assert_eq!((set.len(), new, set.exact()), (20_000, 20_000, true));
    }

    #[test]
    fn beyond_its_memory_the_count_is_an_estimate() {
        const WORDS: u64 = 2_000_000;
        let mut set = Distinct::new(Some(1 << 20));
        let mut new = 0;
        for word in 0..WORDS {
            new += set.insert(mix(word));
            new += set.insert(mix(word / 2));
        }
        assert!(!set.exact() && set.bytes() <= 5 << 18, "{}", set.bytes());
        for count in [set.len(), new] {
            let off = count.abs_diff(WORDS);
            assert!(off < WORDS / 50, "{count} is too far from {WORDS}");
        }
    }
}
