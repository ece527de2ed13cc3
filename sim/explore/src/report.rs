//! What an exploration found.

use crate::{Extent, Marks, Memory, Walk};

/// The result of [`explore`](crate::explore()).
///
/// It holds no times. Two runs of the same space under the same limits on states and depth give equal reports,
/// whatever the number of threads, but for the memory that they took; see [`Report::says_the_same`].
#[derive(Clone, Debug, PartialEq)]
pub struct Report<A, B> {
    /// Whether everything reachable was covered, and if not, what stopped the run.
    pub extent: Extent,
    /// Distinct states found.
    pub states: u64,
    /// Steps taken, self-loops and steps to known states included.
    pub transitions: u64,
    /// Steps from the initial states to the farthest state found.
    pub depth: u32,
    /// The bits that were triggered and witnessed.
    pub marks: Marks<B>,
    /// The breached bits as a set.
    pub breached: B,
    /// One entry for each breached bit, in ascending order.
    pub breaches: Vec<Breach<A>>,
    /// How far the search for counterexamples came; `None` if nothing was breached. When it was cut
    /// some counterexamples are missing, but the breaches stand.
    pub traced: Option<Extent>,
    /// The memory that exploration took.
    pub memory: Memory,
}

impl<A, B> Report<A, B> {
    /// Whether every reachable state was covered and nothing was breached.
    pub fn holds(&self) -> bool {
        self.extent == Extent::Exhausted && self.breaches.is_empty()
    }

    /// Whether another report says the same of the space: everything but the memory is equal.
    pub fn says_the_same(&self, other: &Self) -> bool
    where
        Self: Clone + PartialEq,
    {
        *self == Self { memory: self.memory, ..other.clone() }
    }

    /// The probability that two different states shared a fingerprint, so that one was missed; see
    /// [`collision_probability`]. It is no concern where the fingerprint is the whole state.
    pub fn collision_probability(&self) -> f64 {
        collision_probability(self.states)
    }
}

/// One breached bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach<A> {
    /// The bit.
    pub bit: usize,
    /// The length of the shortest run that breaches it, in steps; zero if an initial state does.
    pub depth: u32,
    /// That run; `None` if the search for it was cut.
    pub counterexample: Option<Walk<A>>,
}

/// The probability that among this many distinct states at least two share a 64-bit fingerprint, for
/// a perfect hash: about the square of the count over 2^65.
pub fn collision_probability(states: u64) -> f64 {
    let count = states as f64;
    (count * count / 2f64.powi(65)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_probability_is_that_of_the_birthday_bound() {
        assert!(collision_probability(1) < 1e-19);
        assert!((collision_probability(1 << 22) - 2f64.powi(44 - 65)).abs() < 1e-12);
        assert!((collision_probability(u64::MAX) - 1.0).abs() < f64::EPSILON);
    }
}
