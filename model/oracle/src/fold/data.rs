//! Folding collection, copies, purges, grounds and the end of purposes.

use super::At;
use crate::books::{Books, Business, RecordBook, StorageBook};
use crate::facts::we;
use crate::mode::{Fact, Ids, Mode};
use vouchsafe_alphabet::readings::{BusinessGround, Inference};
use vouchsafe_alphabet::{Categories, Category, Clock, Ground, Holder, Person, Purpose, Record, Source};

/// A record is collected, or collected anew: for the same person those who hold copies still do.
pub(super) fn collected<M: Mode>(
    books: &mut dyn Books<M>,
    id: Record,
    (person, other): (Person, Option<Person>),
    category: Category,
    by: Holder,
    (source, purpose): (Source, Option<Purpose>),
    at: At<'_, M>,
) {
    super::links::collected(books, id, person, category);
    let old = books.record(id);
    let mut holders =
        if old.collected.on() && old.person == person { old.holders.clone() } else { M::Ids::default() };
    holders.insert(by.0, at.cause);
    let approved = books.person(person).approved.set().has(category);
    let mut cause = at.cause;
    books.person(person).approved.causes(category.into(), &mut |approval| cause = approval);
    let same = old.collected.on() && old.person == person;
    let lies = if same { books.storage(id).clone() } else { StorageBook::default() };
    books.close_record(id);
    books.open_record(id, person);
    *books.record_mut(id) = RecordBook {
        collected: Fact::so(at.cause),
        person,
        other,
        category,
        source,
        purpose,
        holders,
        approved: if approved { Fact::so(cause) } else { Fact::default() },
        ..RecordBook::default()
    };
    super::storage::kept(books, id, lies);
    super::storage::tied(books, id, by);
}

/// The book of a record, when the record is known.
fn known<M: Mode>(books: &mut dyn Books<M>, id: Record) -> Option<&mut RecordBook<M>> {
    books.record(id).collected.on().then(|| books.record_mut(id))
}

/// A copy comes to lie with somebody.
pub(super) fn copied<M: Mode>(books: &mut dyn Books<M>, id: Record, to: Holder, at: At<'_, M>) {
    if let Some(book) = known(books, id) {
        book.holders.insert(to.0, at.cause);
    }
}

/// A copy is purged, or can no longer be tied to its subject.
pub(super) fn gone_from<M: Mode>(books: &mut dyn Books<M>, id: Record, by: Holder, at: At<'_, M>) {
    if let Some(book) = known(books, id) {
        book.holders.remove(by.0);
        finish(books, id, at);
    }
}

/// A copy is said to be stripped of its subject, and is not.
pub(super) fn stripped_in_name<M: Mode>(books: &mut dyn Books<M>, id: Record, at: At<'_, M>) {
    if let Some(book) = known(books, id) {
        book.in_name_only.set(at.cause);
    }
}

/// A record whose purpose has ended and of which no controlled copy is left is finished.
fn finish<M: Mode>(books: &mut dyn Books<M>, id: Record, at: At<'_, M>) {
    let book = books.record(id);
    if !book.purpose_ended.on() {
        return;
    }
    let mut held = false;
    let view: &dyn Books<M> = books;
    book.holders.each(&mut |holder, _| held |= we::is_controlled(view, at.rules, Holder(holder)));
    if !held {
        super::links::finished(books, id);
        books.close_record(id);
    }
}

/// The purpose ends.
pub(super) fn purpose_ended<M: Mode>(books: &mut dyn Books<M>, id: Record, at: At<'_, M>) {
    if let Some(book) = known(books, id) {
        if !book.purpose_ended.on() {
            book.purpose_ended.set(at.cause);
            begin_if_free(book, at);
        }
        finish(books, id, at);
    }
}

/// What a person withdrew from using serves no purpose any more (T19).
pub(super) fn withdrawn<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    categories: Categories,
    at: At<'_, M>,
) {
    let mut records = M::Ids::default();
    books.records_of(person, &mut |id, book| {
        if categories.has(book.category) {
            records.insert(id.0, at.cause);
        }
    });
    records.each(&mut |id, _| purpose_ended(books, Record(id), at));
}

/// The duty to purge begins when nothing keeps the record any longer.
fn begin_if_free<M: Mode>(book: &mut RecordBook<M>, at: At<'_, M>) {
    if !book.is_free() || book.purge.is_set() {
        return;
    }
    let deadlines = &at.rules.deadlines;
    match at.rules.readings.inference {
        Inference::Inferable => book.purge = at.start(deadlines.inference + deadlines.retention),
        Inference::Objective => book.purge = at.start(deadlines.retention),
        Inference::InferredOnly => {}
    }
}

/// The vendor infers that keeping the record serves no purpose.
pub(super) fn inferred<M: Mode>(books: &mut dyn Books<M>, id: Record, at: At<'_, M>) {
    let clock = at.start(at.rules.deadlines.retention);
    if let Some(book) = known(books, id)
        && book.is_free()
        && !book.purge.over(at.now)
    {
        book.purge = book.purge.sooner(clock);
    }
}

/// A ground to keep the record arises; a duty that is still open lapses.
pub(super) fn ground_arose<M: Mode>(books: &mut dyn Books<M>, id: Record, ground: Ground, at: At<'_, M>) {
    let expiry = at.start(at.rules.deadlines.business_ground);
    let Some(book) = known(books, id) else { return };
    match ground {
        Ground::Legal | Ground::Dispute | Ground::Enforcement => book.grounds.add(ground.into(), at.cause),
        Ground::Business if book.business == Business::Never => {
            book.business = Business::Live;
            book.business_cause = at.cause;
            if at.rules.readings.business_ground == BusinessGround::Expires {
                book.business_expiry = expiry;
            }
        }
        Ground::Business => return,
    }
    book.was_held.set(at.cause);
    if !book.purge.over(at.now) {
        book.purge = M::Clock::default();
    }
}

/// A ground to keep the record ends.
pub(super) fn ground_ended<M: Mode>(books: &mut dyn Books<M>, id: Record, ground: Ground, at: At<'_, M>) {
    let Some(book) = known(books, id) else { return };
    match ground {
        Ground::Legal | Ground::Dispute | Ground::Enforcement => {
            let was_live = book.grounds.set().has(ground);
            book.grounds.take(ground.into());
            begin_if_free(book, at);
            if was_live && ground == Ground::Legal {
                let person = book.person;
                super::minors::hold_ended(books, person, at);
            }
        }
        Ground::Business => {
            if book.business == Business::Live {
                book.business = Business::Gone;
                book.business_expiry = M::Clock::default();
                begin_if_free(book, at);
            }
        }
    }
}

/// The instant has ended for a record: its business ground expires, or its purge is overdue.
pub(super) fn settle<M: Mode>(books: &mut dyn Books<M>, id: Record, at: At<'_, M>) {
    let Some(book) = known(books, id) else { return };
    book.purge.settle(at.now);
    if book.business_expiry.due(at.now) {
        book.business = Business::Gone;
        book.business_expiry = M::Clock::default();
        begin_if_free(book, at);
    }
}
