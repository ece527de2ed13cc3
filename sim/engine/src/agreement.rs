//! Whether the oracle's books and the naive evaluator say the same of a log.

use std::collections::BTreeSet;
use std::fmt;
use vouchsafe_alphabet::{Observation, Rules, Sort};
use vouchsafe_monitor::{Follower, Moment};
use vouchsafe_oracle::Subject;

/// Something that one of the two says of a log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Saying {
    /// The promise was triggered.
    Triggered(&'static str),
    /// A witness of the promise was seen.
    Witnessed(&'static str, &'static str),
    /// A part of the promise was broken at this observation, counted from 1.
    BrokenAt(&'static str, &'static str, u64),
    /// A part of the promise was broken when this instant of this subject ended.
    BrokenWhenEnded(&'static str, &'static str, u64, Sort, u32),
    /// A duty is open that is due at this instant.
    Pending(&'static str, u64, Sort, u32),
}

impl fmt::Display for Saying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Triggered(promise) => write!(f, "{promise} triggered"),
            Self::Witnessed(promise, witness) => write!(f, "{promise} witnessed: {witness}"),
            Self::BrokenAt(promise, part, line) => write!(f, "{promise}/{part} broken at {line}"),
            Self::BrokenWhenEnded(promise, part, due, sort, id) => {
                write!(f, "{promise}/{part} broken when {due} ms ended for {sort} {id}")
            }
            Self::Pending(promise, due, sort, id) => {
                write!(f, "{promise} pending for {sort} {id}, due at {due} ms")
            }
        }
    }
}

fn subject(subject: Subject) -> (Sort, u32) {
    match subject {
        Subject::Person(id) => (Sort::Person, id.0),
        Subject::Record(id) => (Sort::Record, id.0),
        Subject::Request(id) | Subject::Inquiry(id) => (Sort::Request, id.0),
        Subject::Holder(id) => (Sort::Holder, id.0),
    }
}

/// What the oracle says.
pub fn oracle(rules: &Rules, log: &[(u64, Observation)], until_ms: Option<u64>) -> BTreeSet<Saying> {
    let mut follower = Follower::new(rules.clone(), |_| true);
    for (line, (at_ms, saw)) in (1..).zip(log) {
        follower.saw(*at_ms, saw, line);
    }
    if let Some(until_ms) = until_ms {
        follower.advance(until_ms);
    }
    let breaches = follower.take_breaches();
    let mut says = BTreeSet::new();
    for (number, promise) in follower.promises().iter().enumerate() {
        if follower.triggered().get(number).is_some_and(|count| *count > 0) {
            says.insert(Saying::Triggered(promise.id));
        }
        let counts = follower.witnessed().get(number).into_iter().flatten();
        for (witness, _) in promise.witnesses.iter().zip(counts).filter(|(_, count)| **count > 0) {
            says.insert(Saying::Witnessed(promise.id, witness.name));
        }
        for breach in breaches.iter().filter(|breach| breach.promise == number) {
            let part = promise.parts.get(breach.part).map_or("?", |part| part.name);
            says.insert(match breach.moment {
                Moment::Line(line) => Saying::BrokenAt(promise.id, part, line),
                Moment::InstantEnd { due_ms, subject: whose } => {
                    let (sort, id) = subject(whose);
                    Saying::BrokenWhenEnded(promise.id, part, due_ms, sort, id)
                }
            });
        }
        for duty in follower.pending().iter().filter(|duty| duty.promise == number) {
            let (sort, id) = subject(duty.subject);
            says.insert(Saying::Pending(promise.id, duty.due_ms, sort, id));
        }
    }
    says
}

/// What the naive evaluator says.
pub fn naive(rules: &Rules, log: &[(u64, Observation)], until_ms: Option<u64>) -> BTreeSet<Saying> {
    let report = vouchsafe_naive::judge(rules, log, until_ms);
    let mut says: BTreeSet<Saying> = report.triggered.into_iter().map(Saying::Triggered).collect();
    says.extend(report.witnessed.into_iter().map(|(promise, witness)| Saying::Witnessed(promise, witness)));
    says.extend(report.breaches.into_iter().map(|finding| match finding.moment {
        vouchsafe_naive::Moment::Line(index) => {
            Saying::BrokenAt(finding.promise, finding.part, index as u64 + 1)
        }
        vouchsafe_naive::Moment::InstantEnd { due_ms, sort, id } => {
            Saying::BrokenWhenEnded(finding.promise, finding.part, due_ms, sort, id)
        }
    }));
    says.extend(
        report.pending.into_iter().map(|(promise, due, sort, id)| Saying::Pending(promise, due, sort, id)),
    );
    says
}

/// What only one of the two says: the oracle's first, then the naive evaluator's.
pub fn differences(
    rules: &Rules,
    log: &[(u64, Observation)],
    until_ms: Option<u64>,
) -> (Vec<Saying>, Vec<Saying>) {
    let (oracle, naive) = (oracle(rules, log, until_ms), naive(rules, log, until_ms));
    (oracle.difference(&naive).cloned().collect(), naive.difference(&oracle).cloned().collect())
}
