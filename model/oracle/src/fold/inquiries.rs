//! Folding messages that ask something of the vendor: requests for access and correction, questions and the rest.

use super::At;
use crate::books::{Books, InquiryBook};
use crate::facts::we::is_controlled;
use crate::mode::{Fact, Ids, Marked, Mode, Pairs};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::readings::RequestClock;
use vouchsafe_alphabet::{Category, Channel, Clock, Holder, Person, Place, Record, Request};

/// What a request itself brings with it, which nobody asks access to (T62).
const BROUGHT: [Category; 2] = [Category::RequestData, Category::IdentityProof];

/// A message is sent.
pub(super) fn made<M: Mode>(
    books: &mut dyn Books<M>,
    id: Request,
    (person, sender): (Person, Person),
    asks: RequestKind,
    channel: Channel,
    at: At<'_, M>,
) {
    let of_right = matches!(asks, RequestKind::Access | RequestKind::Correction);
    let due = if of_right { time(books, person, at) } else { M::Clock::default() };
    let mut held: Marked<M, Category> = Marked::default();
    if asks == RequestKind::Access {
        books.records_of(person, &mut |_, record| {
            let mut ours = false;
            record.holders.each(&mut |holder, _| ours |= is_controlled(books, at.rules, Holder(holder)));
            if ours && !BROUGHT.contains(&record.category) {
                held.add(record.category.into(), at.cause);
            }
        });
    }
    books.open_inquiry(id, person);
    let made = Fact::so(at.cause);
    *books.inquiry_mut(id) =
        InquiryBook { made, asks, person, sender, channel, due, held, ..InquiryBook::default() };
}

/// The time for an answer to a person, by the law of the place where they live.
fn time<M: Mode>(books: &dyn Books<M>, person: Person, at: At<'_, M>) -> M::Clock {
    let deadlines = &at.rules.deadlines;
    let place = books.person(person).place;
    let by_default =
        if place == Some(Place::China) { deadlines.subject_request_home } else { deadlines.subject_request };
    at.start(place.and_then(|place| at.rules.subject_requests.get(&place).copied()).unwrap_or(by_default))
}

/// It reaches a desk.
pub(super) fn routed<M: Mode>(books: &mut dyn Books<M>, id: Request, desk: RequestKind, at: At<'_, M>) {
    let book = books.inquiry(id);
    if book.made.on() && book.asks == desk {
        books.inquiry_mut(id).routed.set(at.cause);
    }
}

/// The vendor asks for more: the time stands still until that is supplied, once.
pub(super) fn more_asked<M: Mode>(books: &mut dyn Books<M>, id: Request, at: At<'_, M>) {
    let book = books.inquiry(id);
    let stops = at.rules.readings.request_clock == RequestClock::FromEnough;
    if stops && book.is_open() && !book.renewed && book.due.is_running(at.now) {
        let book = books.inquiry_mut(id);
        book.waits.set(at.cause);
        book.due = M::Clock::default();
    }
}

/// The sender supplies what was asked for.
pub(super) fn supplied<M: Mode>(books: &mut dyn Books<M>, id: Request, at: At<'_, M>) {
    let book = books.inquiry(id);
    if book.waits.on() {
        let due = time(books, book.person, at);
        let book = books.inquiry_mut(id);
        book.waits.clear();
        book.renewed = true;
        book.due = due;
    }
}

/// The sender is checked.
pub(super) fn checked<M: Mode>(books: &mut dyn Books<M>, id: Request, passed: bool, at: At<'_, M>) {
    if !books.inquiry(id).made.on() {
        return;
    }
    let proved = &mut books.inquiry_mut(id).proved;
    if passed {
        *proved = at.so()
    } else {
        proved.clear()
    }
    if passed {
        supplied(books, id, at);
    }
}

/// A person's proof of identity is looked at, which checks whoever rightly asks for them (COM-03).
pub(super) fn verified<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    let guardians = books.person(person).guardians.clone();
    books.inquiries_of_mut(person, &mut |_, inquiry| {
        if inquiry.sender == person || guardians.get(inquiry.sender.0).is_some() {
            inquiry.proved = at.so();
        }
    });
}

/// Something of a person was corrected or completed.
pub(super) fn mended<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    books.inquiries_of_mut(person, &mut |_, inquiry| {
        if inquiry.asks == RequestKind::Correction {
            inquiry.mended.set(at.cause);
        }
    });
}

/// A copy of a record is corrected, for one request or for all that its subject has open.
pub(super) fn corrected<M: Mode>(
    books: &mut dyn Books<M>,
    record: Record,
    to: Holder,
    request: Option<Request>,
    at: At<'_, M>,
) {
    let book = books.record(record);
    if !book.collected.on() {
        return;
    }
    let (person, holders) = (book.person, book.holders.clone());
    let mut copies: Vec<u32> = Vec::new();
    holders.each(&mut |holder, _| {
        if is_controlled(books, at.rules, Holder(holder)) {
            copies.push(holder);
        }
    });
    books.inquiries_of_mut(person, &mut |id, inquiry| {
        if inquiry.asks != RequestKind::Correction || request.is_some_and(|request| request != id) {
            return;
        }
        inquiry.mended.set(at.cause);
        if inquiry.touched.get(record.0).is_none() {
            inquiry.touched.insert(record.0, at.cause);
            copies.iter().for_each(|&holder| inquiry.stale.insert(record.0, holder));
        }
        inquiry.stale.remove(record.0, to.0);
    });
}

/// A fee is charged.
pub(super) fn charged<M: Mode>(books: &mut dyn Books<M>, id: Request, amount: u64) {
    if books.inquiry(id).made.on() {
        let charged = &mut books.inquiry_mut(id).charged;
        *charged = charged.saturating_add(amount);
    }
}

/// It is answered for good: what was owed is owed no more.
pub(super) fn answered<M: Mode>(books: &mut dyn Books<M>, id: Request, at: At<'_, M>) {
    let InquiryBook { made, asks, person, sender, channel, routed, proved, charged, .. } =
        books.inquiry(id).clone();
    if !made.on() {
        return;
    }
    let answered = at.so();
    *books.inquiry_mut(id) = InquiryBook {
        made,
        asks,
        person,
        sender,
        channel,
        routed,
        proved,
        charged,
        answered,
        ..InquiryBook::default()
    };
    books.settle_inquiry(id);
}
