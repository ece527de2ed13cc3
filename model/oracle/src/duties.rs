//! Duties that are owed sooner or later: which observations open one, and which answer it.
//!
//! A duty belongs to one subject, such as one command. Whether it is met in the end is no matter of one event, so
//! it is for whoever sees whole runs to decide.

use crate::books::Books;
use crate::mode::{Mode, Now};
use crate::promise::{Leading, Promise};
use crate::view::{Event, View};
use vouchsafe_alphabet::{Observation, Rules};

/// What an observation does to the duty of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is owed from here on.
    Opened,
    /// The part of this number has come about.
    Answered(usize),
    /// The witness of this number is seen.
    Witnessed(usize),
}

/// The duties of one promise that leads to something.
pub struct Duties<M: Mode> {
    promise: Promise<M>,
    leading: Leading,
}

impl<M: Mode> Duties<M> {
    /// The duties of this promise; none where it is judged event by event.
    pub fn of(promise: Promise<M>) -> Option<Self> {
        promise.leading().map(|leading| Self { promise, leading })
    }
    /// The promise.
    pub fn promise(&self) -> &Promise<M> {
        &self.promise
    }
    /// What it is owed for, and on what condition.
    pub fn leading(&self) -> Leading {
        self.leading
    }

    /// What an observation does, on the books before it: told by the id of the subject, in order.
    pub fn saw(
        &self,
        books: &dyn Books<M>,
        saw: &Observation,
        rules: &Rules,
        now: Now<M>,
        heard: &mut impl FnMut(u32, Turn),
    ) {
        if !self.promise.sees.contains(&saw.kind()) {
            return;
        }
        let Some(subject) = saw.first(self.leading.owed) else { return };
        let reads = M::Reads::default();
        let view = View { event: Event::Saw(saw), books, rules, now, reads: &reads };
        if (self.promise.trigger)(&view) {
            heard(subject, Turn::Opened);
        }
        for (number, part) in self.promise.parts.iter().enumerate() {
            if (part.holds)(&view) {
                heard(subject, Turn::Answered(number));
            }
        }
        for (number, witness) in self.promise.witnesses.iter().enumerate() {
            if (witness.seen)(&view) {
                heard(subject, Turn::Witnessed(number));
            }
        }
    }
}
