//! The mutants of a promise, and when one is broken.

use crate::register::Register;
use crate::sweep::{Parameter, hang_on};
use std::fmt;
use vouchsafe_alphabet::rules::Deadlines;
use vouchsafe_alphabet::{Holder, Person, Sort};
use vouchsafe_oracle::books::Subject;
use vouchsafe_oracle::mode::{Checking, Mode};
use vouchsafe_oracle::{Event, Promise, View, promises};

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mutation {
    /// The part of this number says the contrary.
    Negated(usize),
    /// The part of this number is left out.
    Dropped(usize),
    /// It is judged whenever it sees something, trigger or none.
    Untriggered,
    /// This deadline ends a unit later.
    Loosened(&'static str),
    /// The first two of this sort are taken for each other.
    Swapped(Sort),
}

/// A promise with one thing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    /// The promise's number.
    pub promise: usize,
    /// Its id.
    pub id: &'static str,
    /// What is changed.
    pub mutation: Mutation,
    /// Its name among those of the promise.
    pub name: String,
}

impl fmt::Display for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} with {}", self.id, self.name)
    }
}

/// Every mutant of every promise, in order. Deadlines are loosened of the promises that rest on a clause which leaves
/// them open; who may be swapped are people and holders.
pub fn mutants(register: &Register) -> Vec<Mutant> {
    let deadlines = Deadlines::default().each();
    let open: Vec<(&'static str, Vec<&'static str>)> =
        deadlines.iter().map(|(name, ..)| (*name, hang_on(Parameter::Judged(name), register))).collect();
    let mut all = Vec::new();
    for (number, promise) in promises::every::<Checking>().iter().enumerate() {
        let mut add = |mutation, name: String| {
            all.push(Mutant { promise: number, id: promise.id, mutation, name });
        };
        for (place, part) in promise.parts.iter().enumerate() {
            add(Mutation::Negated(place), format!("{} negated", part.name));
            add(Mutation::Dropped(place), format!("{} dropped", part.name));
        }
        add(Mutation::Untriggered, "its trigger dropped".to_owned());
        if promise.leading().is_some() {
            continue;
        }
        for (deadline, _) in open.iter().filter(|(_, rest)| rest.contains(&promise.id)) {
            add(Mutation::Loosened(deadline), format!("{deadline} loosened"));
        }
        add(Mutation::Swapped(Sort::Person), "people swapped".to_owned());
        add(Mutation::Swapped(Sort::Holder), "holders swapped".to_owned());
    }
    all
}

/// Whether an event breaks a promise with this changed; `None` for the promise as it is. A loosened deadline is a
/// matter of the books that the event comes with.
pub fn breaks<M: Mode>(promise: &Promise<M>, mutation: Option<Mutation>, view: &View<'_, M>) -> bool {
    let fails =
        |view: &View<'_, M>, skipped: Option<usize>, negated: Option<usize>| {
            promise.parts.iter().enumerate().any(|(number, part)| {
                Some(number) != skipped && (part.holds)(view) == (Some(number) == negated)
            })
        };
    let triggered = || (promise.trigger)(view);
    match mutation {
        None | Some(Mutation::Loosened(_)) => triggered() && fails(view, None, None),
        Some(Mutation::Negated(part)) => triggered() && fails(view, None, Some(part)),
        Some(Mutation::Dropped(part)) => triggered() && fails(view, Some(part), None),
        Some(Mutation::Untriggered) => fails(view, None, None),
        Some(Mutation::Swapped(sort)) => {
            let swapped;
            let event = match view.event {
                Event::Saw(saw) => {
                    swapped = saw.mapped(&mut |of, id| if of == sort { other(id) } else { id });
                    Event::Saw(&swapped)
                }
                Event::InstantEnds(subject) => Event::InstantEnds(subject_swapped(subject, sort)),
            };
            let view = View { event, ..*view };
            (promise.trigger)(&view) && fails(&view, None, None)
        }
    }
}

/// The other of the first two; all others stay themselves.
fn other(id: u32) -> u32 {
    match id {
        0 => 1,
        1 => 0,
        id => id,
    }
}

fn subject_swapped(subject: Subject, sort: Sort) -> Subject {
    match (subject, sort) {
        (Subject::Person(Person(id)), Sort::Person) => Subject::Person(Person(other(id))),
        (Subject::Holder(Holder(id)), Sort::Holder) => Subject::Holder(Holder(other(id))),
        (
            Subject::Person(_)
            | Subject::Holder(_)
            | Subject::Record(_)
            | Subject::Request(_)
            | Subject::Inquiry(_),
            _,
        ) => subject,
    }
}
