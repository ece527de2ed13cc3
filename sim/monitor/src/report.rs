//! What a monitor has found, in the form in which it is printed.

use crate::doubt::Doubt;
use serde::Serialize;
use std::collections::BTreeMap;
use vouchsafe_alphabet::Rules;
use vouchsafe_alphabet::trace::{Header, Start};

/// How a promise stands after a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing broke it.
    NoBreach,
    /// Something broke it.
    Breached,
    /// Nothing broke it that was seen, but something may have been missed.
    Undecided,
}

impl Verdict {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoBreach => "no-breach",
            Self::Breached => "breached",
            Self::Undecided => "undecided",
        }
    }
}

/// A breach in a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BreachFound {
    /// The promise.
    pub promise: &'static str,
    /// The line at which it shows; for a missed deadline, the last line, in order of time, before it passed.
    pub line: u64,
    /// The time in milliseconds.
    pub at_ms: u64,
    /// Whether a deadline passed, rather than something was seen.
    pub missed: bool,
    /// Whom or what it is about.
    pub subject: String,
    /// Earlier lines that made it so.
    pub because: Vec<u64>,
    /// The part that failed.
    pub failed: &'static str,
    /// The clauses of that part.
    pub clauses: &'static [&'static str],
    /// What had to be so and was not, in a sentence.
    pub sentence: String,
    /// Whether something before the log may excuse it: the log does not say how it starts, and the promise asks
    /// that something came before, or the breach rests on no line of the log but its own.
    pub excusable: bool,
}

/// A duty that was open at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PendingDuty {
    /// Its last lawful instant, in milliseconds.
    pub due_ms: u64,
    /// Whom or what it is about.
    pub subject: String,
}

/// How one promise stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PromiseReport {
    /// The promise.
    pub id: &'static str,
    /// Its clauses.
    pub clauses: &'static [&'static str],
    /// The verdict.
    pub verdict: Verdict,
    /// How often it was triggered.
    pub triggered: u64,
    /// How often each witness was seen.
    pub witnessed: BTreeMap<&'static str, u64>,
    /// Duties open at the end.
    pub pending: Vec<PendingDuty>,
    /// How often it was breached, excusable breaches included.
    pub breaches: u64,
    /// How many of them may be excused by what came before the log.
    pub excusable: u64,
    /// Why it is undecided, where it is.
    pub doubts: Vec<Doubt>,
}

/// The declared facts with which a log opens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Declared {
    /// How many they are.
    pub facts: u64,
    /// Their kinds, and how many are of each.
    pub kinds: BTreeMap<&'static str, u64>,
    /// The line that says where they end, once it has come.
    pub until_line: Option<u64>,
    /// When the log proper starts, in milliseconds.
    pub starts_ms: u64,
    /// How many breaches there would be among them had they been observed.
    pub would_break: u64,
    /// The first of these.
    pub breaches: Vec<BreachFound>,
}

/// Everything that a monitor has found.
#[derive(Clone, Debug)]
pub struct Report {
    /// The log's own header, if it had one.
    pub header: Option<Header>,
    /// The rules judged by.
    pub rules: Rules,
    /// How the log begins.
    pub start: Start,
    /// The declared facts, where the log opens with them.
    pub declared: Option<Declared>,
    /// How many lines are held back for the sake of order.
    pub held_lines: usize,
    /// How many observations were judged.
    pub events: u64,
    /// How many lines were refused.
    pub refused_lines: u64,
    /// Unknown kinds (`kind x`) and fields (`field x`), and how often they came.
    pub unknown: BTreeMap<String, u64>,
    /// The promises.
    pub promises: Vec<PromiseReport>,
    /// The breaches that were not taken before.
    pub breaches: Vec<BreachFound>,
}

impl Report {
    /// Says that the log was not read to its end: what nothing broke is undecided.
    pub fn cut_short(&mut self) {
        for promise in &mut self.promises {
            if promise.verdict != Verdict::Breached {
                promise.verdict = Verdict::Undecided;
                promise.doubts.push(Doubt::CutShort);
            }
        }
    }

    /// The verdict on the whole log.
    pub fn verdict(&self) -> Verdict {
        let any = |verdict| self.promises.iter().any(|promise| promise.verdict == verdict);
        if any(Verdict::Breached) {
            Verdict::Breached
        } else if any(Verdict::Undecided) {
            Verdict::Undecided
        } else {
            Verdict::NoBreach
        }
    }
}
