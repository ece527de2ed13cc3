//! Judging observations one by one, with deadlines popped in order between them.

use vouchsafe_alphabet::{Observation, Rules, Sort};
use vouchsafe_oracle::mode::{Following, Reads};
use vouchsafe_oracle::shelf::Maps;
use vouchsafe_oracle::{Event, Judge, Promise, Subject, Verdicts, View};

/// When something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// At this line, from 1.
    Line(u64),
    /// At the end of the last lawful instant of a duty.
    InstantEnd {
        /// That instant, in milliseconds.
        due_ms: u64,
        /// Whose duty it was about.
        subject: Subject,
    },
}

/// A part of a promise that failed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The promise's number.
    pub promise: usize,
    /// The part's number within it.
    pub part: usize,
    /// When.
    pub moment: Moment,
    /// The time in milliseconds.
    pub at_ms: u64,
    /// Earlier lines that made it so, in ascending order.
    pub because: Vec<u64>,
    /// Who or what it is about.
    pub subject: Option<(Sort, u32)>,
}

/// A duty that is open at the end of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pending {
    /// The promise's number.
    pub promise: usize,
    /// Its last lawful instant, in milliseconds.
    pub due_ms: u64,
    /// Whose duty it is about.
    pub subject: Subject,
}

/// The oracle with its books, following a sequence of observations.
pub struct Follower {
    judge: Judge<Following>,
    books: Maps,
    rules: Rules,
    tally: Tally,
}

/// What was found so far.
#[derive(Default)]
struct Tally {
    triggered: Vec<u64>,
    witnessed: Vec<Vec<u64>>,
    breaches: Vec<Breach>,
    moment: Option<(Moment, u64)>,
    /// What is seen are declared facts: they trigger and show nothing.
    declared: bool,
}

impl Verdicts<Following> for Tally {
    fn triggered(&mut self, promise: usize) {
        if let Some(count) = self.triggered.get_mut(promise).filter(|_| !self.declared) {
            *count += 1;
        }
    }
    fn witnessed(&mut self, promise: usize, witness: usize) {
        let counts = self.witnessed.get_mut(promise).filter(|_| !self.declared);
        if let Some(count) = counts.and_then(|counts| counts.get_mut(witness)) {
            *count += 1;
        }
    }
    fn breached(&mut self, promise: usize, part: usize, view: &View<'_, Following>) {
        let Some((moment, at_ms)) = self.moment else {
            return;
        };
        let mut because = view.reads.lines();
        if let Moment::Line(line) = moment {
            because.retain(|cause| *cause != line);
        }
        let subject = match view.event {
            Event::Saw(saw) => {
                [Sort::Person, Sort::Command, Sort::Tv, Sort::Record, Sort::Request, Sort::Contract]
                    .into_iter()
                    .find_map(|sort| saw.first(sort).map(|id| (sort, id)))
            }
            Event::InstantEnds(Subject::Person(id)) => Some((Sort::Person, id.0)),
            Event::InstantEnds(Subject::Record(id)) => Some((Sort::Record, id.0)),
            Event::InstantEnds(Subject::Request(id) | Subject::Inquiry(id)) => Some((Sort::Request, id.0)),
            Event::InstantEnds(Subject::Holder(id)) => Some((Sort::Holder, id.0)),
        };
        self.breaches.push(Breach { promise, part, moment, at_ms, because, subject });
    }
}

impl Follower {
    /// A follower that judges the promises that are wanted.
    pub fn new(rules: Rules, wanted: impl Fn(&Promise<Following>) -> bool) -> Self {
        let judge = Judge::new(wanted);
        let tally = Tally {
            triggered: vec![0; judge.promises().len()],
            witnessed: judge.promises().iter().map(|promise| vec![0; promise.witnesses.len()]).collect(),
            ..Tally::default()
        };
        Self { judge, books: Maps::default(), rules, tally }
    }

    /// Every promise, by number.
    pub fn promises(&self) -> &[Promise<Following>] {
        self.judge.promises()
    }
    /// The rules that it judges by.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }
    /// Judges by other rules from here on; called before anything was seen.
    pub fn set_rules(&mut self, rules: Rules) {
        self.rules = rules;
    }
    /// Whether the promise with this number is judged.
    pub fn is_wanted(&self, number: usize) -> bool {
        self.judge.is_wanted(number)
    }
    /// How often each promise was triggered.
    pub fn triggered(&self) -> &[u64] {
        &self.tally.triggered
    }
    /// How often each witness of each promise was seen.
    pub fn witnessed(&self) -> &[Vec<u64>] {
        &self.tally.witnessed
    }
    /// Breaches found since this was last asked.
    pub fn take_breaches(&mut self) -> Vec<Breach> {
        std::mem::take(&mut self.tally.breaches)
    }
    /// Cases closed since this was last asked, whose names may be forgotten.
    pub fn take_closed(&mut self) -> Vec<(Sort, u32)> {
        self.books.take_closed()
    }
    /// Whether something is on record about this one.
    pub fn holds(&self, sort: Sort, id: u32) -> bool {
        self.books.holds(sort, id)
    }
    /// How many books are held.
    pub fn books_held(&self) -> usize {
        self.books.len()
    }

    /// Whether what comes next are declared facts rather than sights. Facts are entered in the books alike, but
    /// they trigger nothing, and the breaches taken meanwhile are what would have been ones.
    pub fn declare(&mut self, declared: bool) {
        self.tally.declared = declared;
    }

    /// Something was seen at this time, which no earlier call was beyond.
    pub fn saw(&mut self, at_ms: u64, saw: &Observation, line: u64) {
        self.advance(at_ms);
        self.tally.moment = Some((Moment::Line(line), at_ms));
        self.judge.saw(&self.books, saw, &self.rules, at_ms, &mut self.tally);
        self.books.fold(saw, at_ms, line, &self.rules);
    }

    /// It is now this time: instants before it have ended.
    pub fn advance(&mut self, now_ms: u64) {
        while let Some((due_ms, subject)) = self.books.pop_due(now_ms) {
            self.tally.moment = Some((Moment::InstantEnd { due_ms, subject }, due_ms));
            self.judge.ended(&self.books, subject, &self.rules, due_ms, &mut self.tally);
            self.books.settle(subject, due_ms, &self.rules);
        }
    }

    /// Duties that are open.
    pub fn pending(&self) -> Vec<Pending> {
        let mut pending = Vec::new();
        for (due_ms, subject) in self.books.open_dues() {
            for (number, promise) in self.judge.promises().iter().enumerate() {
                let reads = Default::default();
                let event = Event::InstantEnds(subject);
                let view = View::new(event, &self.books, &self.rules, due_ms, &reads);
                if promise.ends.concern(subject) && self.judge.is_wanted(number) && (promise.trigger)(&view) {
                    pending.push(Pending { promise: number, due_ms, subject });
                }
            }
        }
        pending
    }
}
