//! The moments of a run, met in order with the books as they were before each: what was seen, and the ends of the last
//! instants of duties.

use crate::run::Run;
use vouchsafe_alphabet::{Observation, Rules};
use vouchsafe_oracle::Subject;
use vouchsafe_oracle::shelf::Maps;

/// When something was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The step, from 1; 0 is the opening.
    pub step: usize,
    /// The observation among all of the run, from 1; nothing where the last instant of a duty ended.
    pub observation: Option<u64>,
    /// The time in milliseconds.
    pub at_ms: u64,
}

/// What is met at a moment.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Met<'a> {
    /// Something was seen.
    Saw(&'a Observation),
    /// The last instant of a duty of this subject has ended.
    InstantEnded(Subject),
}

/// Follows a run to the end of its last step in books that keep causes; gives the books at its end.
pub(crate) fn follow(run: &Run, rules: &Rules, meet: &mut dyn FnMut(&Maps, Moment, Met<'_>)) -> Maps {
    let mut books = Maps::default();
    let mut number = 0;
    for (step, taken) in run.steps.iter().enumerate() {
        pass(&mut books, run, taken.at_ms, rules, meet);
        for saw in &taken.saw {
            number += 1;
            let moment = Moment { step, observation: Some(number), at_ms: taken.at_ms };
            meet(&books, moment, Met::Saw(saw));
            books.fold(saw, taken.at_ms, number, rules);
        }
    }
    let last_ms = run.steps.last().map_or(0, |step| step.at_ms);
    pass(&mut books, run, last_ms + 1, rules, meet);
    books
}

/// Meets the duties whose last instants are before this time.
fn pass(
    books: &mut Maps,
    run: &Run,
    now_ms: u64,
    rules: &Rules,
    meet: &mut dyn FnMut(&Maps, Moment, Met<'_>),
) {
    while let Some((due_ms, subject)) = books.pop_due(now_ms) {
        // The checker judges the end of an instant in the tick with which the instant begins.
        let step = run.steps.iter().rposition(|step| step.at_ms <= due_ms).unwrap_or(0);
        meet(books, Moment { step, observation: None, at_ms: due_ms }, Met::InstantEnded(subject));
        books.settle(subject, due_ms, rules);
    }
}
