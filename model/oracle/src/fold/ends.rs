//! Folding the end of an instant: what was due is over.

use super::{At, consent, data, reviews, storage};
use crate::books::{Books, Subject};
use crate::mode::Mode;
use vouchsafe_alphabet::Clock;

/// The instant has ended for a subject with a due clock: what was due is over, and what hangs on it begins.
pub fn settle<M: Mode>(books: &mut dyn Books<M>, subject: Subject, at: At<'_, M>) {
    match subject {
        Subject::Person(person) => {
            let book = books.person_mut(person);
            book.removal.settle(at.now);
            book.marketing_stop.settle(at.now);
            for clock in &mut book.mail_stop {
                clock.settle(at.now);
            }
            if books.incident(person).report.is_set() {
                books.incident_mut(person).report.settle(at.now);
            }
        }
        Subject::Record(record) => {
            data::settle(books, record, at);
            storage::settle(books, record, at);
        }
        Subject::Request(request) => consent::settle(books, request, at),
        Subject::Holder(_) => reviews::settle(books, at),
        Subject::Inquiry(request) => books.inquiry_mut(request).due.settle(at.now),
    }
}
