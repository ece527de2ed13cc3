//! What a step shows: observations in order, and the case slots that it freed.

use vouchsafe_alphabet::{Observation, Sort};

/// What a step shows; the caller keeps one and clears it between steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Out {
    /// The observations, in order.
    pub observations: Vec<Observation>,
    /// Case slots that were freed: their next use is a new case and gets a fresh id.
    pub retired: Vec<(Sort, u32)>,
}

impl Out {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.observations.clear();
        self.retired.clear();
    }
    /// How much has been shown, to come back to with [`Out::back_to`].
    pub(crate) fn mark(&self) -> (usize, usize) {
        (self.observations.len(), self.retired.len())
    }
    /// Forgets what was shown since the mark.
    pub(crate) fn back_to(&mut self, mark: (usize, usize)) {
        self.observations.truncate(mark.0);
        self.retired.truncate(mark.1);
    }
}
