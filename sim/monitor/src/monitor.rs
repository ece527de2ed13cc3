//! Feeding lines of a log to the oracle, and keeping account of what could not be read.

mod summary;

use crate::follower::{Breach, Follower, Moment};
use crate::header::header;
use crate::refusal::Refusal;
use crate::reorder::Reorder;
use crate::report::{BreachFound, Declared};
use std::collections::BTreeMap;
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::trace::{self, Entry, Header, Start};
use vouchsafe_alphabet::{Kind, Names, Observation, Rules, Sort};
use vouchsafe_oracle::mode::Following;
use vouchsafe_oracle::{Promise, Shape};

/// No more breaches among declared facts are kept than these; all are counted.
const DECLARED_BREACHES_KEPT: usize = 20;

/// The monitor of one log.
pub struct Monitor {
    follower: Follower,
    names: Names,
    given_rules: bool,
    header: Option<Header>,
    reorder: Option<Reorder>,
    /// The number of the last line fed.
    line: u64,
    /// The number of the line that was taken last, which with a window is not the last one fed.
    taken: u64,
    /// Whether a line after the header was taken, so that no header may follow.
    begun: bool,
    now_ms: u64,
    events: u64,
    refused: u64,
    unknown: BTreeMap<String, u64>,
    /// The kinds that were judged, by number.
    seen: Vec<bool>,
    declared: Option<Declared>,
    breaches: Vec<BreachFound>,
    breached: Vec<u64>,
    excusable: Vec<u64>,
    would_break: Vec<u64>,
}

/// Names for a line that is only looked at: each is the same.
struct Anybody;

impl Naming for Anybody {
    fn id(&mut self, _: Sort, _: &str) -> u32 {
        0
    }
    fn name(&self, _: Sort, _: u32, _: &mut String) {}
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
        let promises = follower.promises().len();
        Self {
            follower,
            names: Names::default(),
            given_rules,
            header: None,
            reorder: None,
            line: 0,
            taken: 0,
            begun: false,
            now_ms: 0,
            events: 0,
            refused: 0,
            unknown: BTreeMap::new(),
            seen: vec![false; Kind::ALL.len()],
            declared: None,
            breaches: Vec::new(),
            breached: vec![0; promises],
            excusable: vec![0; promises],
            would_break: vec![0; promises],
        }
    }

    /// The same monitor, which puts lines in order of time before it judges them, those of one time in the order
    /// of the file. Each is held until time is `window_ms` milliseconds beyond it, and what comes later than that
    /// is refused. At most the lines of one window are held. Declared facts have to be in order all the same.
    ///
    /// A log that was shuffled within the window has the report of the log in order. [`Monitor::end`] says that
    /// no line is to be awaited any more.
    #[must_use]
    pub fn reordering(mut self, window_ms: u64) -> Self {
        self.reorder = Some(Reorder::new(window_ms));
        self
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
        // White space in front stays, so that columns are those of the line.
        let text = text.trim_ascii_end();
        let fed = if text.is_empty() { Ok(()) } else { self.take_or_hold(text) };
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

    fn take_or_hold(&mut self, text: &str) -> Result<(), Refusal> {
        if let Some(header) = header(text)? {
            return self.take_header(header);
        }
        let declaring = self.is_declaring();
        let line = self.line;
        let Some(reorder) = self.reorder.as_mut().filter(|_| !declaring) else {
            return self.take(text, line);
        };
        // The names are given when the line's turn comes: a name that is forgotten till then means another case.
        let entry = trace::read(text, &mut Anybody, &mut |_| ())?;
        if matches!(entry, Entry::Begins(_)) {
            return Err(Refusal::StrayMark { again: self.declared.is_some() });
        }
        let at_ms = entry.at_ms();
        let starts_ms = self.declared.as_ref().map_or(0, |declared| declared.starts_ms);
        if at_ms < starts_ms {
            return Err(Refusal::BeforeStart { at_ms, starts_ms });
        }
        let (latest_ms, window_ms) = (reorder.latest_ms(), reorder.window_ms());
        if at_ms < self.now_ms || !reorder.push(at_ms, line, text) {
            return Err(Refusal::TooLate { at_ms, latest_ms, window_ms });
        }
        self.begun = true;
        self.release()
    }

    /// Takes the lines whose turn has come.
    fn release(&mut self) -> Result<(), Refusal> {
        while let Some((line, text)) = self.reorder.as_mut().and_then(Reorder::pop) {
            self.take(&text, line)?;
        }
        Ok(())
    }

    fn take_header(&mut self, header: Header) -> Result<(), Refusal> {
        if self.begun || self.header.is_some() {
            return Err(Refusal::HeaderNotFirst);
        }
        if !self.given_rules {
            self.follower.set_rules(header.rules.clone());
        }
        if header.start == Start::Declared {
            self.declared = Some(Declared::default());
            self.follower.declare(true);
        }
        self.header = Some(header);
        Ok(())
    }

    fn take(&mut self, text: &str, line: u64) -> Result<(), Refusal> {
        let mut strange = Vec::new();
        let entry = trace::read(text, &mut self.names, &mut |field| strange.push(field.to_owned()))?;
        if matches!(entry, Entry::Begins(_)) && !self.is_declaring() {
            return Err(Refusal::StrayMark { again: self.declared.is_some() });
        }
        let at_ms = entry.at_ms();
        if at_ms < self.now_ms {
            return Err(Refusal::TimeGoesBack { at_ms, now_ms: self.now_ms });
        }
        // Names that the line uses may be those of cases that end before it: none is forgotten until it is judged.
        self.advance_judge(at_ms);
        self.begun = true;
        self.taken = line;
        for field in strange {
            *self.unknown.entry(format!("field {field}")).or_default() += 1;
        }
        match entry {
            Entry::Saw(at_ms, saw) => self.saw(at_ms, &saw, line),
            Entry::UnknownKind(_, kind) => *self.unknown.entry(format!("kind {kind}")).or_default() += 1,
            Entry::Input(..) => {}
            Entry::Begins(at_ms) => self.begin(at_ms, line),
        }
        self.forget_closed();
        Ok(())
    }

    fn saw(&mut self, at_ms: u64, saw: &Observation, line: u64) {
        if let Some(declared) = self.declared.as_mut().filter(|declared| declared.until_line.is_none()) {
            declared.facts += 1;
            *declared.kinds.entry(saw.kind().name()).or_default() += 1;
        } else {
            self.events += 1;
            if let Some(seen) = self.seen.get_mut(saw.kind().index()) {
                *seen = true;
            }
        }
        self.follower.saw(at_ms, saw, line);
        self.collect();
        let _ = saw.mapped(&mut |sort, id| {
            self.forget(sort, id);
            id
        });
    }

    /// The declared facts end, and the log proper starts.
    fn begin(&mut self, at_ms: u64, line: u64) {
        if let Some(declared) = &mut self.declared {
            declared.until_line = Some(line);
            declared.starts_ms = at_ms;
        }
        if let Some(reorder) = &mut self.reorder {
            reorder.reach(at_ms);
        }
        self.follower.declare(false);
    }

    fn pass_to(&mut self, now_ms: u64) {
        self.advance_judge(now_ms);
        self.forget_closed();
    }

    fn advance_judge(&mut self, now_ms: u64) {
        self.now_ms = self.now_ms.max(now_ms);
        self.follower.advance(self.now_ms);
        self.collect();
    }

    /// It is now this time in milliseconds: deadlines before it have passed. Where lines are put in order, what
    /// has passed are those that end a window before it, since a line may still come for the rest.
    pub fn advance(&mut self, now_ms: u64) {
        let Some(reorder) = &mut self.reorder else {
            return self.pass_to(now_ms);
        };
        reorder.reach(now_ms);
        let horizon_ms = reorder.horizon_ms();
        self.release_read();
        self.pass_to(horizon_ms);
    }

    /// No further line comes: lines that were held back for the sake of order are judged. Lines that are fed all
    /// the same have to be in order from here on.
    pub fn end(&mut self) {
        if let Some(reorder) = &mut self.reorder {
            reorder.end();
            let latest_ms = reorder.latest_ms();
            self.release_read();
            self.reorder = None;
            self.pass_to(latest_ms);
        }
    }

    /// Takes lines whose turn has come while none is fed; each was read before, and reads again alike.
    fn release_read(&mut self) {
        while self.release().is_err() {
            self.refused += 1;
        }
    }

    /// Takes over what the follower found.
    fn collect(&mut self) {
        for breach in self.follower.take_breaches() {
            let Some(found) = self.describe(&breach) else {
                continue;
            };
            let add = |counts: &mut Vec<u64>| {
                if let Some(count) = counts.get_mut(breach.promise) {
                    *count += 1;
                }
            };
            if let Some(declared) = self.declared.as_mut().filter(|declared| declared.until_line.is_none()) {
                add(&mut self.would_break);
                declared.would_break += 1;
                if declared.breaches.len() < DECLARED_BREACHES_KEPT {
                    declared.breaches.push(found);
                }
                continue;
            }
            add(&mut self.breached);
            if found.excusable {
                add(&mut self.excusable);
            }
            self.breaches.push(found);
        }
    }

    /// Forgets the names of cases that closed.
    fn forget_closed(&mut self) {
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
            Moment::InstantEnd { .. } => self.taken,
        };
        let is_past_needed = promise.shape == Shape::Precedence || breach.because.is_empty();
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
            excusable: self.start() == Start::Unknown && is_past_needed,
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
    /// The time of the last line that was judged, or the later one up to which deadlines have passed.
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
    /// How many lines are held back for the sake of order.
    pub fn held_lines(&self) -> usize {
        self.reorder.as_ref().map_or(0, Reorder::held)
    }
    /// How the log begins, as far as its header has said.
    pub fn start(&self) -> Start {
        self.header.as_ref().map_or(Start::Unknown, |header| header.start)
    }
    /// Whether the next line is a declared fact.
    pub fn is_declaring(&self) -> bool {
        self.declared.as_ref().is_some_and(|declared| declared.until_line.is_none())
    }
}
