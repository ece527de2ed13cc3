//! Feeding lines of a log to the oracle, and keeping account of what could not be read.

use crate::follower::{Breach, Follower, Moment};
use crate::header::header;
use crate::refusal::Refusal;
use crate::report::{BreachFound, PendingDuty, PromiseReport, Report, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::trace::{self, Entry, Header, Start};
use vouchsafe_alphabet::{Names, Rules, Sort};
use vouchsafe_oracle::Promise;
use vouchsafe_oracle::Subject;
use vouchsafe_oracle::mode::Following;

/// The monitor of one log.
pub struct Monitor {
    follower: Follower,
    names: Names,
    given_rules: bool,
    header: Option<Header>,
    line: u64,
    now_ms: u64,
    events: u64,
    refused: u64,
    unknown: BTreeMap<String, u64>,
    unsure: BTreeSet<&'static str>,
    breaches: Vec<BreachFound>,
    breached: Vec<u64>,
}

impl Monitor {
    /// A monitor of every promise, by these rules, or else by those of the log's header.
    pub fn new(rules: Option<Rules>) -> Self {
        Self::of(rules, |_| true)
    }

    /// A monitor of the promises that are wanted.
    pub fn of(rules: Option<Rules>, wanted: impl Fn(&Promise<Following>) -> bool) -> Self {
        let given_rules = rules.is_some();
        let follower = Follower::new(rules.unwrap_or_default(), wanted);
        let breached = vec![0; follower.promises().len()];
        Self {
            follower,
            names: Names::default(),
            given_rules,
            header: None,
            line: 0,
            now_ms: 0,
            events: 0,
            refused: 0,
            unknown: BTreeMap::new(),
            unsure: BTreeSet::new(),
            breaches: Vec::new(),
            breached,
        }
    }

    /// Judges by these rules, whatever the log's header says; called before anything was observed.
    pub fn judge_by(&mut self, rules: Rules) {
        self.given_rules = true;
        self.follower.set_rules(rules);
    }

    /// Takes the next line of the log, without or with its line end.
    ///
    /// # Errors
    /// A line that could not be used. It is counted, and the next line may be fed.
    pub fn feed(&mut self, text: &str) -> Result<(), Refusal> {
        self.line += 1;
        let fed = self.take(text);
        if fed.is_err() {
            self.refused += 1;
        }
        fed
    }

    /// Counts the next line as refused without a look at it, for a caller who could not read it as text.
    pub fn refuse_line(&mut self) {
        self.line += 1;
        self.refused += 1;
    }

    fn take(&mut self, text: &str) -> Result<(), Refusal> {
        // White space in front stays, so that columns are those of the line.
        let text = text.trim_ascii_end();
        if text.is_empty() {
            return Ok(());
        }
        if self.header.is_none()
            && self.events == 0
            && let Some(header) = header(text)?
        {
            if !self.given_rules {
                self.follower.set_rules(header.rules.clone());
            }
            self.header = Some(header);
            return Ok(());
        }
        let mut strange = Vec::new();
        let entry = trace::read(text, &mut self.names, &mut |field| strange.push(field.to_owned()))?;
        match entry {
            Entry::Saw(at_ms, saw) => {
                self.take_time(at_ms)?;
                for field in strange {
                    *self.unknown.entry(format!("field {field}")).or_default() += 1;
                    let seen =
                        self.follower.promises().iter().filter(|promise| promise.sees.contains(&saw.kind()));
                    self.unsure.extend(seen.map(|promise| promise.id));
                }
                self.events += 1;
                self.follower.saw(at_ms, &saw, self.line);
                self.collect();
                let _ = saw.mapped(&mut |sort, id| {
                    self.forget(sort, id);
                    id
                });
            }
            Entry::UnknownKind(at_ms, kind) => {
                self.take_time(at_ms)?;
                *self.unknown.entry(format!("kind {kind}")).or_default() += 1;
                self.unsure.extend(self.follower.promises().iter().map(|promise| promise.id));
            }
            Entry::Input(at_ms, _) => self.take_time(at_ms)?,
        }
        Ok(())
    }

    fn take_time(&mut self, at_ms: u64) -> Result<(), Refusal> {
        if at_ms < self.now_ms {
            return Err(Refusal::TimeGoesBack { at_ms, now_ms: self.now_ms });
        }
        // Deadlines that pass before this line are found at the line before it.
        self.line -= 1;
        self.follower.advance(at_ms);
        self.collect();
        self.line += 1;
        self.now_ms = at_ms;
        Ok(())
    }

    /// It is now this time in milliseconds: deadlines before it have passed.
    pub fn advance(&mut self, now_ms: u64) {
        self.now_ms = self.now_ms.max(now_ms);
        self.follower.advance(self.now_ms);
        self.collect();
    }

    /// Takes over what the follower found, and forgets the names of cases that closed.
    fn collect(&mut self) {
        for breach in self.follower.take_breaches() {
            if let Some(count) = self.breached.get_mut(breach.promise) {
                *count += 1;
            }
            let found = self.describe(&breach);
            self.breaches.extend(found);
        }
        for (sort, id) in self.follower.take_closed() {
            self.forget(sort, id);
        }
    }

    /// Forgets the name of one about whom nothing is on record.
    fn forget(&mut self, sort: Sort, id: u32) {
        if !self.follower.holds(sort, id) {
            self.names.forget(sort, id);
        }
    }

    fn describe(&self, breach: &Breach) -> Option<BreachFound> {
        let promise = self.follower.promises().get(breach.promise)?;
        let part = promise.parts.get(breach.part)?;
        let mut subject = String::new();
        if let Some((sort, id)) = breach.subject {
            self.names.name(sort, id, &mut subject);
        }
        let line = match breach.moment {
            Moment::Line(line) => line,
            Moment::InstantEnd { .. } => self.line,
        };
        Some(BreachFound {
            promise: promise.id,
            line,
            at_ms: breach.at_ms,
            missed: matches!(breach.moment, Moment::InstantEnd { .. }),
            subject,
            because: breach.because.clone(),
            failed: part.name,
            clauses: part.clauses,
            sentence: format!("This must be so and is not: {}.", part.says),
        })
    }

    /// Breaches found since this was last asked.
    pub fn take_breaches(&mut self) -> Vec<BreachFound> {
        std::mem::take(&mut self.breaches)
    }
    /// The number of the last line fed.
    pub fn line(&self) -> u64 {
        self.line
    }
    /// The time of the last line, or the later one that it was told of.
    pub fn now_ms(&self) -> u64 {
        self.now_ms
    }
    /// How many observations were judged.
    pub fn events(&self) -> u64 {
        self.events
    }
    /// How many books and names are held.
    pub fn held(&self) -> (usize, usize) {
        (self.follower.books_held(), self.names.len())
    }

    /// What was found so far.
    pub fn report(&self) -> Report {
        let pending = self.follower.pending();
        let start = self.header.as_ref().map_or(Start::Unknown, |header| header.start);
        let all_unsure = start == Start::Unknown || self.refused > 0;
        let promises = self
            .follower
            .promises()
            .iter()
            .enumerate()
            .filter(|(number, _)| self.follower.is_wanted(*number));
        let promises = promises.map(|(number, promise)| {
            let count = |counts: &[u64]| counts.get(number).copied().unwrap_or(0);
            let breaches = count(&self.breached);
            let verdict = if breaches > 0 {
                Verdict::Breached
            } else if all_unsure || self.unsure.contains(promise.id) {
                Verdict::Undecided
            } else {
                Verdict::NoBreach
            };
            let witnessed = self.follower.witnessed().get(number).into_iter().flatten();
            PromiseReport {
                id: promise.id,
                clauses: promise.clauses,
                verdict,
                triggered: count(self.follower.triggered()),
                witnessed: promise
                    .witnesses
                    .iter()
                    .map(|witness| witness.name)
                    .zip(witnessed.copied())
                    .collect(),
                pending: pending
                    .iter()
                    .filter(|duty| duty.promise == number)
                    .map(|duty| PendingDuty { due_ms: duty.due_ms, subject: self.subject(duty.subject) })
                    .collect(),
                breaches,
            }
        });
        Report {
            header: self.header.clone(),
            rules: self.follower.rules().clone(),
            start,
            events: self.events,
            refused_lines: self.refused,
            unknown: self.unknown.clone(),
            promises: promises.collect(),
            breaches: self.breaches.clone(),
        }
    }

    fn subject(&self, subject: Subject) -> String {
        let (sort, id) = match subject {
            Subject::Person(id) => (Sort::Person, id.0),
            Subject::Record(id) => (Sort::Record, id.0),
            Subject::Request(id) => (Sort::Request, id.0),
        };
        let mut name = String::new();
        self.names.name(sort, id, &mut name);
        name
    }
}
