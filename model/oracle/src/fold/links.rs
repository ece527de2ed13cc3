//! Folding web log lines and links between records. A record's links end with it.

use super::At;
use crate::books::{Books, LinkBook};
use crate::facts::links::{kind_of, linked_with};
use crate::mode::{Ids, Mode};
use vouchsafe_alphabet::data::Detail;
use vouchsafe_alphabet::{Category, Holder, Person, Record, Set};

/// A line of the web log is written, as a record or not.
pub(super) fn line_written<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    details: Set<Detail>,
    record: Option<Record>,
    at: At<'_, M>,
) {
    if details.has(Detail::Ip) {
        books.web_mut(person).ip_logged.set(at.cause);
    }
    if let Some(record) = record {
        sever(books, record);
        books.link_mut(record).line.set(at.cause);
    }
}

/// Two records are linked, and with them whatever either was linked with.
pub(super) fn linked<M: Mode>(books: &mut dyn Books<M>, one: Record, other: Record, at: At<'_, M>) {
    if one == other || kind_of(books, one).is_none() || kind_of(books, other).is_none() {
        return;
    }
    let (left, right) = (linked_with(books, one), linked_with(books, other));
    if left.get(other.0).is_some() {
        return;
    }
    let mut join = |here: &M::Ids, there: &M::Ids| {
        here.each(&mut |id, _| {
            let with = &mut books.link_mut(Record(id)).with;
            there.each(&mut |new, _| with.insert(new, at.cause));
        });
    };
    join(&left, &right);
    join(&right, &left);
}

/// A record is collected, or collected anew: of the same person and category, it keeps its links.
pub(super) fn collected<M: Mode>(books: &mut dyn Books<M>, id: Record, person: Person, category: Category) {
    let (link, old) = (books.link(id), books.record(id));
    let same = old.collected.on() && (old.person, old.category) == (person, category);
    let is_plain = !link.line.on() && !link.gone.on();
    if !(same && is_plain) {
        sever(books, id);
    }
}

/// An ecosystem company passes data on about a product; the latest word on its brand counts.
pub(super) fn passed_on<M: Mode>(books: &mut dyn Books<M>, id: Record, vendor_brand: bool, at: At<'_, M>) {
    let book = books.link_mut(id);
    book.vendor_brand = Some(vendor_brand);
    book.brand_cause = at.cause;
}

/// A copy is purged or stripped of its subject: the vendor's web log has no other.
pub(super) fn purged<M: Mode>(books: &mut dyn Books<M>, id: Record, by: Holder, at: At<'_, M>) {
    if by != Holder::VENDOR || !books.link(id).line.on() {
        return;
    }
    sever(books, id);
    if books.record(id).collected.on() {
        books.link_mut(id).gone.set(at.cause);
    }
}

/// What was collected as a record is finished; a web log line of the same name is not.
pub(super) fn finished<M: Mode>(books: &mut dyn Books<M>, id: Record) {
    if !books.link(id).line.on() {
        sever(books, id);
    }
}

/// Ends the links of a record, and its book of them.
fn sever<M: Mode>(books: &mut dyn Books<M>, id: Record) {
    let book = books.link(id);
    if !book.line.on() && !book.gone.on() && book.with == M::Ids::default() {
        return;
    }
    let with = books.link(id).with.clone();
    with.each(&mut |other, _| books.link_mut(Record(other)).with.remove(id.0));
    if books.link(id).vendor_brand.is_none() {
        books.close_link(id);
        return;
    }
    let LinkBook { line, gone, with, .. } = books.link_mut(id);
    line.clear();
    gone.clear();
    *with = M::Ids::default();
}
