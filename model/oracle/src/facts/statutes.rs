//! What the law of a person's own place forbids (COM-10).

use crate::books::{Books, RequestIs};
use crate::facts::law::fits;
use crate::mode::{Mode, Statutes};
use vouchsafe_alphabet::{Category, Holder, Person, Verb};

/// Whether the law of the place where the person lives forbids this verb on this category, and neither demands nor
/// expressly allows it all the same; calls `note` with what made it so.
///
/// A place that nobody named or that is not known is taken as fitting.
pub(crate) fn forbids<M: Mode>(
    books: &dyn Books<M>,
    (person, verb, category): (Person, Verb, Category),
    to: Option<Holder>,
    note: &mut dyn FnMut(M::Cause),
) -> bool {
    let home = books.person(person).place;
    let mut forbidden = false;
    books.statutes(person).forbidden.each(&mut |(place, verbs, categories), cause| {
        if verbs.has(verb) && categories.has(category) && fits(place, home) {
            forbidden = true;
            note(cause);
        }
    });
    forbidden && !permits(books, (person, verb, category), to)
}

/// Whether the law of that place demands or expressly allows it.
fn permits<M: Mode>(
    books: &dyn Books<M>,
    (person, verb, category): (Person, Verb, Category),
    to: Option<Holder>,
) -> bool {
    let home = books.person(person).place;
    let mut permitted = false;
    books.requests_of(person, &mut |_, request| {
        let of_law = matches!(request.is, RequestIs::Demand | RequestIs::Allowance);
        let named = request.covers.get(verb as usize).is_some_and(|covers| covers.set().has(category));
        let addressed = request.to.is_none() || to.is_none() || request.to == to;
        permitted |= of_law && named && addressed && fits(request.place, home);
    });
    permitted
}

/// Whether any law forbids anything about the person.
pub(crate) fn speak_of<M: Mode>(books: &dyn Books<M>, person: Person) -> bool {
    let mut any = false;
    books.statutes(person).forbidden.each(&mut |_, _| any = true);
    any
}
