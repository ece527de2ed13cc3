//! Judging one event by every promise that sees it.

use crate::books::{Books, Subject};
use crate::mode::{Mode, Now, Reads};
use crate::promise::{Ends, Promise};
use crate::promises;
use crate::view::{Event, View};
use vouchsafe_alphabet::{Kind, Observation, Rules, Word};

/// What judging finds.
pub trait Verdicts<M: Mode> {
    /// The promise's trigger was reached.
    fn triggered(&mut self, promise: usize);
    /// One of its witnesses was seen.
    fn witnessed(&mut self, promise: usize, witness: usize);
    /// One of its parts failed; `view.reads` holds what that part has read.
    fn breached(&mut self, promise: usize, part: usize, view: &View<'_, M>);
}

/// The promises, indexed by what they see.
pub struct Judge<M: Mode> {
    promises: Vec<Promise<M>>,
    wanted: Vec<bool>,
    by_kind: Vec<Vec<usize>>,
    by_end: ByEnd,
}

/// The promises that judge the end of an instant, by whose it is.
#[derive(Clone, Debug, Default)]
struct ByEnd {
    people: Vec<usize>,
    records: Vec<usize>,
    requests: Vec<usize>,
    holders: Vec<usize>,
    inquiries: Vec<usize>,
}

impl<M: Mode> Default for Judge<M> {
    fn default() -> Self {
        Self::new(|_| true)
    }
}

impl<M: Mode> Judge<M> {
    /// A judge of the promises that are wanted; the others keep their numbers and are not judged.
    pub fn new(wanted: impl Fn(&Promise<M>) -> bool) -> Self {
        let promises = promises::all::<M>();
        let wanted: Vec<bool> = promises.iter().map(wanted).collect();
        let mut by_kind = vec![vec![]; Kind::ALL.len()];
        let mut by_end = ByEnd::default();
        for (number, promise) in promises.iter().enumerate() {
            if !wanted.get(number).is_some_and(|wanted| *wanted) {
                continue;
            }
            for kind in promise.sees {
                if let Some(numbers) = by_kind.get_mut(kind.index())
                    && numbers.last() != Some(&number)
                {
                    numbers.push(number);
                }
            }
            match promise.ends {
                Ends::Never => {}
                Ends::OfPeople => by_end.people.push(number),
                Ends::OfRecords => by_end.records.push(number),
                Ends::OfRequests => by_end.requests.push(number),
                Ends::OfHolders => by_end.holders.push(number),
                Ends::OfInquiries => by_end.inquiries.push(number),
            }
        }
        Self { promises, wanted, by_kind, by_end }
    }

    /// Whether the promise with this number is judged.
    pub fn is_wanted(&self, number: usize) -> bool {
        self.wanted.get(number).is_some_and(|wanted| *wanted)
    }
    /// All promises, by number.
    pub fn promises(&self) -> &[Promise<M>] {
        &self.promises
    }

    /// Judges an observation on the books before it.
    #[inline]
    pub fn saw(
        &self,
        books: &dyn Books<M>,
        saw: &Observation,
        rules: &Rules,
        now: Now<M>,
        verdicts: &mut impl Verdicts<M>,
    ) {
        if let Some(numbers) = self.by_kind.get(saw.kind().index()) {
            let reads = M::Reads::default();
            self.judge(numbers, &View::new(Event::Saw(saw), books, rules, now, &reads), verdicts);
        }
    }

    /// Judges the end of an instant for a subject with a due clock.
    pub fn ended(
        &self,
        books: &dyn Books<M>,
        subject: Subject,
        rules: &Rules,
        now: Now<M>,
        verdicts: &mut impl Verdicts<M>,
    ) {
        let numbers = match subject {
            Subject::Person(_) => &self.by_end.people,
            Subject::Record(_) => &self.by_end.records,
            Subject::Request(_) => &self.by_end.requests,
            Subject::Holder(_) => &self.by_end.holders,
            Subject::Inquiry(_) => &self.by_end.inquiries,
        };
        let reads = M::Reads::default();
        self.judge(numbers, &View::new(Event::InstantEnds(subject), books, rules, now, &reads), verdicts);
    }

    fn judge(&self, numbers: &[usize], view: &View<'_, M>, verdicts: &mut impl Verdicts<M>) {
        for &number in numbers {
            let Some(promise) = self.promises.get(number) else {
                continue;
            };
            let mut kept = true;
            if (promise.trigger)(view) {
                verdicts.triggered(number);
                for (part, condition) in promise.parts.iter().enumerate() {
                    view.reads.clear();
                    if !(condition.holds)(view) {
                        kept = false;
                        verdicts.breached(number, part, view);
                    }
                }
            }
            if kept {
                for (witness, sight) in promise.witnesses.iter().enumerate() {
                    if (sight.seen)(view) {
                        verdicts.witnessed(number, witness);
                    }
                }
            }
        }
    }
}

/// Numbers for parts and witnesses, counted through all promises, for whoever keeps verdicts as bits.
#[derive(Clone, Debug)]
pub struct Layout {
    first_part: Vec<usize>,
    first_witness: Vec<usize>,
    parts: Vec<(usize, usize)>,
    witnesses: Vec<(usize, usize)>,
}

impl Layout {
    /// The layout of these promises.
    pub fn new<M: Mode>(promises: &[Promise<M>]) -> Self {
        let mut layout = Self { first_part: vec![], first_witness: vec![], parts: vec![], witnesses: vec![] };
        for (number, promise) in promises.iter().enumerate() {
            layout.first_part.push(layout.parts.len());
            layout.first_witness.push(layout.witnesses.len());
            layout.parts.extend((0..promise.parts.len()).map(|part| (number, part)));
            layout.witnesses.extend((0..promise.witnesses.len()).map(|witness| (number, witness)));
        }
        layout
    }
    /// The number of a part.
    #[inline]
    pub fn part(&self, promise: usize, part: usize) -> usize {
        self.first_part.get(promise).map_or(usize::MAX, |first| first + part)
    }
    /// The number of a witness.
    #[inline]
    pub fn witness(&self, promise: usize, witness: usize) -> usize {
        self.first_witness.get(promise).map_or(usize::MAX, |first| first + witness)
    }
    /// Every part as (promise, part), by number.
    pub fn parts(&self) -> &[(usize, usize)] {
        &self.parts
    }
    /// Every witness as (promise, witness), by number.
    pub fn witnesses(&self) -> &[(usize, usize)] {
        &self.witnesses
    }
}
