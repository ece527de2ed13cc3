//! How far a run may go, and how far it went.

use std::fmt;

/// What a run may use. The default is one thread and no limit.
///
/// Limits are looked at between blocks of states, so a run may exceed one by what a block adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Worker threads; zero counts as one. The report does not depend on it.
    pub threads: usize,
    /// Stop once this many distinct states were found and some are still to be expanded.
    pub states_max: Option<u64>,
    /// Do not expand states that are this many steps away from the initial ones.
    pub depth_max: Option<u32>,
    /// Stop after this many seconds. The search for counterexamples has as many again.
    pub seconds_max: Option<f64>,
    /// Stop once the table, the frontiers and the candidate lists take this many bytes together.
    /// Heap memory behind states is not seen. It bounds each pass, and the first pass has freed its
    /// memory before the search for counterexamples begins.
    pub bytes_max: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { threads: 1, states_max: None, depth_max: None, seconds_max: None, bytes_max: None }
    }
}

/// How much of the space a run covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Every reachable state was found and every step from it was judged.
    Exhausted,
    /// The run was stopped with states still to be expanded.
    Cut(Reason),
}

/// The limit that stopped a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// [`Options::states_max`], or more states than can be linked for a counterexample (2^32 - 1).
    States,
    /// [`Options::depth_max`].
    Depth,
    /// [`Options::seconds_max`].
    Seconds,
    /// [`Options::bytes_max`].
    Memory,
    /// The observer asked for it.
    Interrupted,
    /// All walks were taken ([`RandomWalk::walks`](crate::RandomWalk::walks)); however many there were,
    /// they prove nothing.
    Walks,
}

impl fmt::Display for Extent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exhausted => f.write_str("exhausted"),
            Self::Cut(reason) => write!(f, "cut by {reason}"),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::States => "the limit on states",
            Self::Depth => "the limit on depth",
            Self::Seconds => "the limit on time",
            Self::Memory => "the limit on memory",
            Self::Interrupted => "an interruption",
            Self::Walks => "the number of walks",
        })
    }
}
