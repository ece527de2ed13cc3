//! Watching one of the explorations that a command makes, one after the other.

use crate::interrupt;
use crate::progress::Progress;
use vouchsafe_explore::{Observer, Pass, Stats};

/// An observer of one exploration among the many of a command.
pub(super) struct Watch<'a> {
    pub(super) progress: &'a Progress,
    /// What is explored.
    pub(super) scope: &'a str,
    /// How many came before it.
    pub(super) place: usize,
    /// What is done while every state is visited.
    pub(super) doing: &'static str,
}

impl Observer for Watch<'_> {
    fn progress(&self, stats: &Stats) {
        let doing = match stats.pass {
            Pass::Exploring => self.doing,
            Pass::Tracing => "tracing a breach",
            Pass::Walking => "walking",
        };
        let to_come = if stats.pass == Pass::Walking { "walks to take" } else { "to expand" };
        self.progress.reached(self.place as u64);
        self.progress.says(format!(
            "{}, {doing}: {} states, {} {to_come}, depth {}",
            self.scope, stats.states, stats.frontier, stats.depth
        ));
    }

    fn interrupted(&self) -> bool {
        interrupt::asked()
    }
}
