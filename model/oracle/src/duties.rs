//! Duties that are owed sooner or later: which observations open one, and which answer it.
//!
//! A duty belongs to one subject, such as one command. Whether it is met in the end is no matter of one event, so
//! it is for whoever sees whole runs to decide.

use crate::books::Books;
use crate::mode::{Mode, Now, Tally};
use crate::promise::{Leading, Owed, Promise};
use crate::view::{Event, View};
use vouchsafe_alphabet::{Observation, Phone, Rules, Sort, Tv};

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

    /// What an observation does, on the books before it: told by the id of the subject and of the TV toward which it
    /// owes something, 0 where there is no such, in order.
    pub fn saw(
        &self,
        books: &dyn Books<M>,
        saw: &Observation,
        rules: &Rules,
        now: Now<M>,
        heard: &mut impl FnMut((u32, u32), Turn),
    ) {
        if !self.promise.sees.contains(&saw.kind()) {
            return;
        }
        let reads = M::Reads::default();
        let view = View::new(Event::Saw(saw), books, rules, now, &reads);
        match self.leading.owed {
            Owed::Each(sort) => {
                if let Some(id) = saw.first(sort) {
                    self.turn(&view, (id, 0), heard);
                }
            }
            Owed::PhoneTowardTv => {
                let Some(phone) = saw.first(Sort::Phone) else { return };
                let mut toward = |tv| self.turn(&View { toward: Some(Tv(tv)), ..view }, (phone, tv), heard);
                match saw.first(Sort::Tv) {
                    Some(tv) => toward(tv),
                    // What befalls a phone concerns each of its routes.
                    None => books.phone(Phone(phone)).routes.each(&mut |tv, _| toward(tv)),
                }
            }
        }
    }

    fn turn(&self, view: &View<'_, M>, subject: (u32, u32), heard: &mut impl FnMut((u32, u32), Turn)) {
        if (self.promise.trigger)(view) {
            heard(subject, Turn::Opened);
        }
        for (number, part) in self.promise.parts.iter().enumerate() {
            if (part.holds)(view) {
                heard(subject, Turn::Answered(number));
            }
        }
        for (number, witness) in self.promise.witnesses.iter().enumerate() {
            if (witness.seen)(view) {
                heard(subject, Turn::Witnessed(number));
            }
        }
    }
}
