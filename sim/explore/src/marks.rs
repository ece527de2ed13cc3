//! What a run has exercised so far: which bits were triggered and which were witnessed.

use crate::Bits;

/// The bits whose trigger fired and the bits whose lawful fulfilment was seen, gathered over a run.
///
/// Marks guard against vacuity. They are only ever added to, so workers gather their own and the
/// explorer joins them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks<B> {
    /// Bits whose trigger was reached at least once.
    pub triggered: B,
    /// Bits that were seen to be kept at least once.
    pub witnessed: B,
}

impl<B: Bits> Marks<B> {
    /// Adds every mark of `other`.
    pub fn join(&mut self, other: &Self) {
        self.triggered.join(&other.triggered);
        self.witnessed.join(&other.witnessed);
    }
}
