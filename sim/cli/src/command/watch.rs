//! Watching one of many explorations that a command makes, one after the other.

use crate::interrupt;
use crate::progress::Progress;
use vouchsafe_explore::{Observer, Stats};

/// An observer of one exploration among many.
pub(super) struct Watch<'a> {
    pub(super) progress: &'a Progress,
    /// How many came before it.
    pub(super) at: u64,
    /// What is explored, in a few words.
    pub(super) doing: &'a str,
}

impl Observer for Watch<'_> {
    fn progress(&self, stats: &Stats) {
        self.progress.reached(self.at);
        self.progress.says(format!("{}: {} states", self.doing, stats.states));
    }

    fn interrupted(&self) -> bool {
        interrupt::asked()
    }
}
