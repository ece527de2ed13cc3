//! The heap of last lawful instants: when a duty has to be done, across every book that has a clock for one.

use super::maps::{Due, Maps};
use crate::books::Subject;
use std::cmp::Reverse;
use vouchsafe_alphabet::Clock;

impl Maps {
    /// Every last lawful instant of a subject's do-by duties and of what they hang on.
    fn dues_of(&self, subject: Subject) -> [Option<u64>; 3] {
        match subject {
            Subject::Person(id) => {
                let report = self.incidents.get(&id.0).and_then(|book| book.report.due_ms());
                [self.people.get(&id.0).and_then(|book| book.removal.due_ms()), report, None]
            }
            Subject::Record(id) => match self.records.get(&id.0) {
                Some(book) => {
                    let classify = self.storages.get(&id.0).and_then(|book| book.classify.due_ms());
                    [book.purge.due_ms(), book.business_expiry.due_ms(), classify]
                }
                None => [None, None, None],
            },
            // The first of the two: what comes after it is noted when that one is settled or put off.
            Subject::Holder(_) => {
                let dues = [self.reviews.security.due_ms(), self.reviews.policy.due_ms()];
                [dues.into_iter().flatten().min(), None, None]
            }
            Subject::Request(id) => [self.requests.get(&id.0).and_then(|book| book.due.due_ms()), None, None],
            Subject::Inquiry(id) => {
                [self.inquiries.get(&id.0).and_then(|book| book.due.due_ms()), None, None]
            }
        }
    }

    pub(super) fn note_due(&mut self, subject: Subject) {
        for due in self.dues_of(subject).into_iter().flatten() {
            self.heap.push(Reverse((due, subject)));
        }
    }

    /// The next last lawful instant before `before`, taken from the heap; stale and repeated ones are dropped.
    pub fn pop_due(&mut self, before: u64) -> Option<Due> {
        while let Some(&Reverse((due, subject))) = self.heap.peek()
            && due < before
        {
            self.heap.pop();
            while self.heap.peek() == Some(&Reverse((due, subject))) {
                self.heap.pop();
            }
            if self.dues_of(subject).contains(&Some(due)) {
                return Some((due, subject));
            }
        }
        None
    }

    /// Every open last lawful instant, in order.
    pub fn open_dues(&self) -> Vec<Due> {
        let mut dues: Vec<Due> = self
            .heap
            .iter()
            .map(|Reverse(due)| *due)
            .filter(|(due, subject)| self.dues_of(*subject).contains(&Some(*due)))
            .collect();
        dues.sort_unstable();
        dues.dedup();
        dues
    }
}
