//! What is measured of the command path: how every press ended, and how long its stages took.

use hdrhistogram::Histogram;
use std::collections::BTreeMap;
use vouchsafe_system::Refusal;

/// The way that a command took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Path {
    /// Over the local network.
    Lan,
    /// Through the relay.
    Relay,
    /// Over the local network, where it was lost, and then through the relay.
    LanThenRelay,
}

impl Path {
    /// Every way, in order.
    pub const ALL: [Self; 3] = [Self::Lan, Self::Relay, Self::LanThenRelay];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lan => "lan",
            Self::Relay => "relay",
            Self::LanThenRelay => "lan-then-relay",
        }
    }
}

/// When things happened, in microseconds of virtual time; 0 for what did not. The press itself is never at 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamps {
    /// `t0` to `t8`: press, guard done, sent, relayed, at the TV, executed, report sent, report at the server,
    /// shown.
    pub us: [u64; 9],
}

/// The names of the stamps.
pub const STAMPS: [&str; 9] = [
    "press",
    "guard done",
    "sent",
    "relayed",
    "at the TV",
    "executed",
    "report sent",
    "report at the server",
    "shown",
];

impl Stamps {
    /// A stamp, where it was set.
    pub fn get(&self, stamp: usize) -> Option<u64> {
        self.us.get(stamp).copied().filter(|us| *us > 0)
    }
    /// Sets a stamp, unless an earlier copy of the command has set it.
    pub(crate) fn set(&mut self, stamp: usize, now_us: u64) {
        if let Some(us) = self.us.get_mut(stamp)
            && *us == 0
        {
            *us = now_us;
        }
    }
    /// How long after the press a stamp was set.
    pub fn since_press(&self, stamp: usize) -> Option<u64> {
        Some(self.get(stamp)?.saturating_sub(self.get(0)?))
    }
    /// The stages: each stamp that was set, with the time since the one before that was set.
    pub fn stages(&self) -> impl Iterator<Item = (usize, u64)> + '_ {
        let mut before = None;
        (0..self.us.len()).filter_map(move |stamp| {
            let now = self.get(stamp)?;
            before.replace(now).map(|before| (stamp, now.saturating_sub(before)))
        })
    }
}

/// How a press that the guard let through ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// It was executed, and the plugin showed that.
    Finished,
    /// It was executed, and the answer was lost.
    Unanswered,
    /// The TV or the server turned it down.
    TurnedDown,
    /// The plugin gave it up, since every copy was lost.
    GivenUp,
}

impl End {
    /// Every end, in order.
    pub const ALL: [Self; 4] = [Self::Finished, Self::Unanswered, Self::TurnedDown, Self::GivenUp];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Unanswered => "unanswered",
            Self::TurnedDown => "turned-down",
            Self::GivenUp => "given-up",
        }
    }

    /// What it means.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Finished => "executed, and shown",
            Self::Unanswered => "executed, and the answer was lost",
            Self::TurnedDown => "turned down by the TV or the server",
            Self::GivenUp => "lost, and given up by the plugin",
        }
    }
}

/// A press that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    /// When things happened.
    pub stamps: Stamps,
    /// The way that the command took.
    pub path: Path,
    /// How it ended.
    pub end: End,
    /// Whether it was the first for its TV after a check that the TV passed.
    pub first: bool,
}

/// Times in microseconds: an HDR histogram with three digits, and the exact worst.
#[derive(Clone, Debug)]
pub struct Times {
    histogram: Histogram<u64>,
    worst_us: u64,
}

impl Default for Times {
    fn default() -> Self {
        // Three digits are always allowed; the bounds grow with what is recorded.
        let mut histogram = Histogram::new(3).unwrap_or_else(|_| unreachable!("three digits are allowed"));
        histogram.auto(true);
        Self { histogram, worst_us: 0 }
    }
}

impl Times {
    /// A time is recorded.
    pub fn record(&mut self, us: u64) {
        let recorded = self.histogram.record(us);
        debug_assert!(recorded.is_ok(), "the bounds grow");
        self.worst_us = self.worst_us.max(us);
    }
    /// How many were recorded.
    pub fn count(&self) -> u64 {
        self.histogram.len()
    }
    /// The longest, exactly.
    pub fn worst_us(&self) -> Option<u64> {
        (self.count() > 0).then_some(self.worst_us)
    }
    /// The time that this share, in parts per million, does not exceed, to three digits.
    pub fn at_ppm(&self, ppm: u32) -> Option<u64> {
        let found = || self.histogram.value_at_quantile(f64::from(ppm) / 1e6).min(self.worst_us);
        (self.count() > 0).then(found)
    }
    /// The points of the cumulative distribution: a time, and how many did not exceed it.
    pub fn cumulative(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        let mut sum = 0;
        self.histogram.iter_recorded().map(move |step| {
            sum += step.count_since_last_iteration();
            (step.value_iterated_to().min(self.worst_us), sum)
        })
    }
}

/// The times and ends of the commands of one way.
#[derive(Clone, Debug, Default)]
pub struct Way {
    /// How many ended, by [`End`].
    pub ends: [u64; 4],
    /// From press to execution, of all that were executed.
    pub executed: Times,
    /// From press to shown status, of all that finished.
    pub shown: Times,
    /// The same of the first command after a check that the TV passed.
    pub first_executed: Times,
    /// The same of the first command after a check that the TV passed.
    pub first_shown: Times,
    /// The stages of those that finished, by the stamp at which each ends.
    pub stages: [Times; 9],
}

/// What is measured of all presses.
#[derive(Clone, Debug, Default)]
pub struct Latency {
    /// How many presses there were.
    pub presses: u64,
    /// How many the guard refused, by reason.
    pub refused: BTreeMap<Refusal, u64>,
    /// The commands of each way, by [`Path`].
    pub ways: [Way; 3],
    /// How long messages waited at the relay until a worker took them up.
    pub relay_waits: Times,
    /// For how long the relay's workers were busy, all together.
    pub relay_busy_us: u64,
}

impl Latency {
    /// A press was refused.
    pub(crate) fn refused(&mut self, refusal: Refusal) {
        *self.refused.entry(refusal).or_default() += 1;
    }

    /// A press has ended.
    pub(crate) fn ended(&mut self, press: &Press) {
        let Some(way) = self.ways.get_mut(press.path as usize) else { return };
        if let Some(count) = way.ends.get_mut(press.end as usize) {
            *count += 1;
        }
        if let Some(us) = press.stamps.since_press(5) {
            way.executed.record(us);
            if press.first {
                way.first_executed.record(us);
            }
        }
        if press.end != End::Finished {
            return;
        }
        if let Some(us) = press.stamps.since_press(8) {
            way.shown.record(us);
            if press.first {
                way.first_shown.record(us);
            }
        }
        for (stamp, us) in press.stamps.stages() {
            if let Some(times) = way.stages.get_mut(stamp) {
                times.record(us);
            }
        }
    }

    /// The commands of a way.
    pub fn way(&self, path: Path) -> &Way {
        let [lan, relay, both] = &self.ways;
        match path {
            Path::Lan => lan,
            Path::Relay => relay,
            Path::LanThenRelay => both,
        }
    }
    /// How many presses were refused.
    pub fn refusals(&self) -> u64 {
        self.refused.values().sum()
    }
    /// How many presses have ended, one way or another.
    pub fn ends(&self) -> u64 {
        self.ways.iter().flat_map(|way| way.ends).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_lead_from_each_stamp_that_was_set_to_the_next() {
        let stamps = Stamps { us: [10, 11, 13, 0, 20, 30, 31, 0, 50] };
        assert_eq!(stamps.stages().collect::<Vec<_>>(), [(1, 1), (2, 2), (4, 7), (5, 10), (6, 1), (8, 19)]);
        assert_eq!(
            (stamps.since_press(5), stamps.since_press(8), stamps.since_press(3)),
            (Some(20), Some(40), None)
        );
    }

    #[test]
    fn a_press_that_was_executed_and_not_shown_has_only_its_execution_recorded() {
        let mut latency = Latency { presses: 1, ..Latency::default() };
        let stamps = Stamps { us: [10, 11, 13, 0, 20, 30, 31, 0, 0] };
        latency.ended(&Press { stamps, path: Path::Lan, end: End::Unanswered, first: true });
        let way = latency.way(Path::Lan);
        assert_eq!((way.executed.count(), way.first_executed.count(), way.shown.count()), (1, 1, 0));
        assert_eq!((way.executed.at_ppm(500_000), way.shown.at_ppm(500_000)), (Some(20), None));
        assert_eq!((latency.ends(), way.ends), (1, [0, 1, 0, 0]));
    }
}
