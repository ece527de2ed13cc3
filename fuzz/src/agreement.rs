//! On arbitrary logs under arbitrary rules, the oracle's books say what the naive evaluator says.

use std::collections::BTreeSet;
use vouchsafe_alphabet::{Observation, Rules};
use vouchsafe_engine::agreement::{self as engine, Saying};
use vouchsafe_engine::{arbitrary, choices};

/// The most observations after the opening: the naive evaluator takes time that grows faster than the log.
const LENGTH_MAX: usize = 80;
/// How many bytes an observation takes, roughly; the rules and the opening take some of their own.
const BYTES_EACH: usize = 6;

/// Rules and a log.
#[derive(Clone, Debug)]
pub struct Case {
    /// The rules.
    pub rules: Rules,
    /// The log.
    pub log: Vec<(u64, Observation)>,
    /// The instant until which it is judged, beyond its last line.
    pub until_ms: Option<u64>,
}

impl Case {
    /// The case that these bytes choose; a longer text chooses a longer log.
    pub fn of(data: &[u8]) -> Self {
        let mut choose = choices::of_bytes(data);
        let beyond = choose(4);
        let rules = arbitrary::rules(&mut choose);
        let log = arbitrary::log((data.len() / BYTES_EACH).min(LENGTH_MAX), &mut choose);
        let last = log.last().map_or(0, |(at_ms, _)| *at_ms);
        let until_ms = (beyond > 0).then(|| last + u64::from(beyond - 1) * rules.unit_ms);
        Self { rules, log, until_ms }
    }

    /// What the oracle says.
    pub fn sayings(&self) -> BTreeSet<Saying> {
        engine::oracle(&self.rules, &self.log, self.until_ms)
    }

    /// How the two differ, in words, when the naive evaluator judges by these rules.
    pub fn difference(&self, naive_rules: &Rules) -> Option<String> {
        let naive = engine::naive(naive_rules, &self.log, self.until_ms);
        let oracle = self.sayings();
        let only = |one: &BTreeSet<Saying>, other: &BTreeSet<Saying>| {
            one.difference(other).map(ToString::to_string).collect::<Vec<_>>().join("; ")
        };
        (oracle != naive).then(|| {
            let lines = self.log.iter().zip(1..).map(|((at, saw), line)| format!("{line:4} {at:5} {saw:?}"));
            format!(
                "only the oracle: [{}]; only the naive evaluator: [{}]\n{:?}, until {:?} ms\n{}",
                only(&oracle, &naive),
                only(&naive, &oracle),
                self.rules,
                self.until_ms,
                lines.collect::<Vec<_>>().join("\n")
            )
        })
    }
}

/// Judges the log that the bytes choose twice.
///
/// # Panics
/// Where oracle and naive evaluator differ, with the difference and the log.
pub fn agreement(data: &[u8]) {
    let case = Case::of(data);
    if let Some(difference) = case.difference(&case.rules) {
        panic!("{difference}");
    }
}
