//! What an answer to a request for access or correction holds, and what it leaves out.

use crate::facts::we::is_controlled;
use crate::mode::{Ids, Mode, Pairs};
use crate::view::View;
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{Categories, Category, Holder, Observation, Set};

/// What a complete answer leaves out of what was held of the person when it was asked for, and still is.
pub(super) fn left_out<M: Mode>(v: &View<'_, M>) -> Categories {
    let inquiry = v.inquiry();
    let Some(&Observation::RequestAnswered { good: true, categories: Some(given), .. }) = v.saw() else {
        return Set::EMPTY;
    };
    let mut still = Set::EMPTY;
    if inquiry.asks == RequestKind::Access && inquiry.is_open() {
        v.books.records_of(inquiry.person, &mut |_, record| {
            let ours = v.any_holder(record, |holder| is_controlled(v.books, v.rules, holder));
            if ours && inquiry.held.set().has(record.category) {
                still = still.union(record.category.into());
            }
        });
    }
    still.without(given)
}

/// Whether this says that a correction is done.
pub(super) fn claims_correction<M: Mode>(v: &View<'_, M>) -> bool {
    let inquiry = v.inquiry();
    matches!(v.saw(), Some(Observation::RequestAnswered { good: true, .. }))
        && inquiry.is_open()
        && inquiry.asks == RequestKind::Correction
}

/// Whether something was corrected, and no copy of it is left as it was.
pub(super) fn is_mended<M: Mode>(v: &View<'_, M>) -> bool {
    let inquiry = v.inquiry();
    let mut left = false;
    inquiry.stale.each(&mut |record, holder| {
        let book = v.books.record(vouchsafe_alphabet::Record(record));
        if let Some(cause) = book.holders.get(holder)
            && is_controlled(v.books, v.rules, Holder(holder))
        {
            v.note(cause);
            left = true;
        }
    });
    v.is(&inquiry.mended) && !left
}

/// Whether some record of the person has two copies or more.
pub(super) fn two_copies<M: Mode>(v: &View<'_, M>) -> bool {
    let mut most = 0;
    v.books.records_of(v.inquiry().person, &mut |_, record| {
        let mut copies = 0;
        record.holders.each(&mut |_, _| copies += 1);
        most = copies.max(most);
    });
    most > 1
}

/// What neither identifies the sender of a request nor finds the data that it is about.
pub(super) fn needless<M: Mode>(v: &View<'_, M>) -> Categories {
    const NEEDED: &[Category] = &[
        Category::Account,
        Category::SharedAccounts,
        Category::DeviceInfo,
        Category::IdentityProof,
        Category::RequestData,
        Category::Correspondence,
        Category::Feedback,
        Category::Purchase,
        Category::Age,
    ];
    match v.saw() {
        Some(&Observation::MoreAsked { categories: Some(asked), .. }) => asked.without(Set::of(NEEDED)),
        Some(_) | None => Set::EMPTY,
    }
}
