//! Who watches a run: hears of its progress, may ask it to stop, and keeps its limits in view.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::{Options, Reason};

/// Which part of the work is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Every state is being visited.
    Exploring,
    /// The shortest run to something is being searched for.
    Tracing,
    /// Random walks are being taken.
    Walking,
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stats {
    /// Which part of the work these figures belong to.
    pub pass: Pass,
    /// Distinct states found.
    pub states: u64,
    /// Steps taken.
    pub transitions: u64,
    /// States that are known and still to be expanded; of random walks, those still to be taken.
    pub frontier: u64,
    /// Steps from the initial states to the states being expanded.
    pub depth: u32,
    /// Accounted memory in bytes.
    pub bytes: usize,
    /// How many of these hold states that wait to be expanded.
    pub frontier_bytes: usize,
}

/// The most memory that was accounted for at once in one pass, in bytes.
///
/// It depends on the number of threads, for each has lists of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Everything: what is known of the states seen, the states that wait to be expanded, and the lists in between.
    pub peak: usize,
    /// The same without the states that wait to be expanded.
    pub beside_frontier: usize,
}

impl Memory {
    pub(crate) fn see(&mut self, stats: &Stats) {
        self.peak = self.peak.max(stats.bytes);
        self.beside_frontier = self.beside_frontier.max(stats.bytes - stats.frontier_bytes);
    }
}

/// Hears of progress and may stop a run. Both methods are called from the thread that started it.
pub trait Observer {
    /// Called at most about ten times a second.
    fn progress(&self, stats: &Stats) {
        let _ = stats;
    }

    /// Whether the run should stop; asked between blocks of states.
    fn interrupted(&self) -> bool {
        false
    }
}

/// Watches nothing and never interrupts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Observer for Quiet {}

/// A flag that another thread or a signal handler raises to interrupt the run.
impl Observer for AtomicBool {
    fn interrupted(&self) -> bool {
        self.load(Ordering::Relaxed)
    }
}

/// Holds the limits of one pass against the clock and the memory used, and reports progress.
pub(crate) struct Watch<'a> {
    options: &'a Options,
    observer: &'a dyn Observer,
    started: Instant,
    reported: Instant,
    /// The most memory seen.
    pub(crate) memory: Memory,
}

impl<'a> Watch<'a> {
    const REPORT_EVERY: Duration = Duration::from_millis(100);

    pub(crate) fn new(options: &'a Options, observer: &'a dyn Observer) -> Self {
        let now = Instant::now();
        Self { options, observer, started: now, reported: now, memory: Memory::default() }
    }

    /// The limit that has been reached, if any. Reasons that are the same in every run come first.
    pub(crate) fn look(&mut self, stats: &Stats) -> Option<Reason> {
        self.memory.see(stats);
        let now = Instant::now();
        if now.duration_since(self.reported) >= Self::REPORT_EVERY {
            self.reported = now;
            self.observer.progress(stats);
        }
        let elapsed = now.duration_since(self.started).as_secs_f64();
        if self.options.states_max.is_some_and(|most| stats.states >= most) {
            Some(Reason::States)
        } else if self.options.depth_max.is_some_and(|most| stats.depth >= most) {
            Some(Reason::Depth)
        } else if self.options.bytes_max.is_some_and(|most| stats.bytes >= most) {
            Some(Reason::Memory)
        } else if self.observer.interrupted() {
            Some(Reason::Interrupted)
        } else if self.options.seconds_max.is_some_and(|most| elapsed >= most) {
            Some(Reason::Seconds)
        } else {
            None
        }
    }
}
