//! What the law covers: demands of any law, and express allowances of the person's own (OTH-01, NOC-03, NOC-04).

use crate::books::{Books, RequestIs};
use crate::mode::Mode;
use vouchsafe_alphabet::readings::LawBasis;
use vouchsafe_alphabet::{Category, Holder, Person, Place, Rules, Verb};

/// Whether a live demand or allowance covers this verb on this category of this person, towards `to` where that is
/// a disclosure; calls `note` with what made it so.
///
/// A place that nobody named or that is not known is taken as fitting.
pub(crate) fn covers<M: Mode>(
    books: &dyn Books<M>,
    rules: &Rules,
    (person, verb, category): (Person, Verb, Category),
    to: Option<Holder>,
    note: &mut dyn FnMut(M::Cause),
) -> bool {
    let home = books.person(person).place;
    let mut covered = false;
    books.requests_of(person, &mut |_, request| {
        let local_only = match request.is {
            RequestIs::Closed | RequestIs::Withdrawal => return,
            RequestIs::Demand => rules.readings.law_basis == LawBasis::LocalOnly,
            RequestIs::Allowance => true,
        };
        let named = request.covers.get(verb as usize).is_some_and(|covers| covers.set().has(category));
        let addressed = request.to.is_none() || to.is_none() || request.to == to;
        if named && addressed && (!local_only || fits(request.place, home)) {
            covered = true;
            note(request.made.cause());
        }
    });
    covered
}

/// Whether the law of a place counts where somebody lives.
pub(crate) fn fits(place: Option<Place>, home: Option<Place>) -> bool {
    place.is_none() || home.is_none() || place == home
}
