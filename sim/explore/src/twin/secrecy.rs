//! What an exploration of pairs says of secrets.

use super::{Secretive, Twin};
use crate::{Bits, Extent, Mask, Reason, Report};

/// Whether an observer can learn of secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Secrecy {
    /// Every pair of runs was compared, secrets set some of them apart, and nothing that the observer sees
    /// differs.
    Kept,
    /// He can: the report has a pair of runs.
    Leaks,
    /// There never was a secret: nothing is said.
    Vacuous,
    /// There were secrets, but no open step was ever taken after one that made a difference: nothing that
    /// the observer could have seen was put to the test.
    Untested,
    /// A limit was met before all pairs were compared, and until then nothing leaked.
    Undecided(Reason),
}

impl<T: Secretive> Twin<T> {
    /// What the report of an exploration of this space says of secrets.
    pub fn secrecy<A>(&self, report: &Report<A, Mask<1>>) -> Secrecy {
        match report.extent {
            _ if !report.breached.is_empty() => Secrecy::Leaks,
            Extent::Cut(reason) => Secrecy::Undecided(reason),
            Extent::Exhausted if report.marks.triggered.is_empty() => Secrecy::Vacuous,
            Extent::Exhausted if report.marks.witnessed.is_empty() => Secrecy::Untested,
            Extent::Exhausted => Secrecy::Kept,
        }
    }
}
