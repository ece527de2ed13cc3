//! What a monitor has found so far, promise by promise, and why some stay undecided.

use super::Monitor;
use crate::doubt::Doubt;
use crate::follower::Pending;
use crate::report::{PendingDuty, PromiseReport, Report, Verdict};
use vouchsafe_alphabet::Sort;
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::trace::Start;
use vouchsafe_oracle::mode::Following;
use vouchsafe_oracle::{Ends, Promise, Subject};

impl Monitor {
    /// What was found so far. Lines that are held back are not in it.
    pub fn report(&self) -> Report {
        let pending = self.follower.pending();
        let wanted = self
            .follower
            .promises()
            .iter()
            .enumerate()
            .filter(|(number, _)| self.follower.is_wanted(*number));
        Report {
            header: self.header.clone(),
            rules: self.follower.rules().clone(),
            start: self.start(),
            declared: self.declared.clone(),
            held_lines: self.held_lines(),
            events: self.events,
            refused_lines: self.refused,
            unknown: self.unknown.clone(),
            promises: wanted.map(|(number, promise)| self.of_promise(number, promise, &pending)).collect(),
            breaches: self.breaches.clone(),
        }
    }

    fn of_promise(&self, number: usize, promise: &Promise<Following>, pending: &[Pending]) -> PromiseReport {
        let count = |counts: &[u64]| counts.get(number).copied().unwrap_or(0);
        let (breaches, excusable) = (count(&self.breached), count(&self.excusable));
        let mut doubts = self.doubts(number, promise);
        let verdict = if breaches > excusable {
            doubts.clear();
            Verdict::Breached
        } else if doubts.is_empty() {
            Verdict::NoBreach
        } else {
            Verdict::Undecided
        };
        let witnessed = self.follower.witnessed().get(number).into_iter().flatten();
        let names = promise.witnesses.iter().map(|witness| witness.name);
        let pending = pending.iter().filter(|duty| duty.promise == number);
        PromiseReport {
            id: promise.id,
            clauses: promise.clauses,
            verdict,
            triggered: count(self.follower.triggered()),
            witnessed: names.zip(witnessed.copied()).collect(),
            pending: pending
                .map(|duty| PendingDuty { due_ms: duty.due_ms, subject: self.subject(duty.subject) })
                .collect(),
            breaches,
            excusable,
            doubts,
        }
    }

    /// Why nothing can be said of a promise that nothing has broken for certain.
    fn doubts(&self, number: usize, promise: &Promise<Following>) -> Vec<Doubt> {
        let met = |doubt: &Doubt| match doubt {
            Doubt::StartUnknown => self.start() == Start::Unknown && self.depends_on_the_past(promise),
            Doubt::StartOpen => self.declared.as_ref().is_some_and(|facts| facts.until_line.is_none()),
            Doubt::DeclaredBreach => self.would_break.get(number).is_some_and(|count| *count > 0),
            Doubt::RefusedLines => self.refused > 0,
            Doubt::UnknownKinds => self.unknown.keys().any(|what| what.starts_with("kind ")),
            Doubt::UnknownFields => self.unknown.keys().any(|what| what.starts_with("field ")),
            Doubt::HeldLines => self.held_lines() > 0,
            Doubt::CutShort => false,
        };
        Doubt::ALL.into_iter().filter(met).collect()
    }

    /// Whether what came before the log might have made a breach of what is in it: the log has shown something
    /// that the promise is judged on, or the promise has deadlines, which may have begun before. A log without a
    /// line says nothing of any promise.
    fn depends_on_the_past(&self, promise: &Promise<Following>) -> bool {
        !self.begun
            || promise.ends != Ends::Never
            || promise.sees.iter().any(|kind| self.seen.get(kind.index()).copied().unwrap_or(false))
    }

    fn subject(&self, subject: Subject) -> String {
        let (sort, id) = match subject {
            Subject::Person(id) => (Sort::Person, id.0),
            Subject::Record(id) => (Sort::Record, id.0),
            Subject::Request(id) | Subject::Inquiry(id) => (Sort::Request, id.0),
            Subject::Holder(id) => (Sort::Holder, id.0),
        };
        let mut name = String::new();
        self.names.name(sort, id, &mut name);
        name
    }
}
