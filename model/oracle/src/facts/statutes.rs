//! What the law of a person's own place forbids (COM-10).

use crate::books::{Books, RequestIs};
use crate::facts::law::fits;
use crate::mode::{Mode, Statute, Statutes};
use vouchsafe_alphabet::{Category, Holder, Person, Place, Verb};

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
    forbids_so(books, (person, verb, category), to, &|statute| statute.towards.is_none(), note)
}

/// Whether that law forbids to let the category go to a place, or to somebody there; calls `note` with what made it so.
pub(crate) fn forbids_transfer<M: Mode>(
    books: &dyn Books<M>,
    (person, category): (Person, Category),
    (towards, to): (Place, Option<Holder>),
    note: &mut dyn FnMut(M::Cause),
) -> bool {
    // To keep data within one's own house is no disclosure, wherever the house stands.
    let like = |statute: &Statute| match statute.towards {
        Some(place) => place == towards,
        None => to.is_some(),
    };
    forbids_so(books, (person, Verb::Disclose, category), to, &like, note)
}

/// Whether a prohibition of the person's own place that is like this stands.
fn forbids_so<M: Mode>(
    books: &dyn Books<M>,
    (person, verb, category): (Person, Verb, Category),
    to: Option<Holder>,
    like: &dyn Fn(&Statute) -> bool,
    note: &mut dyn FnMut(M::Cause),
) -> bool {
    let home = books.person(person).place;
    let mut forbidden = false;
    books.statutes(person).forbidden.each(&mut |statute, cause| {
        let named = statute.verbs.has(verb) && statute.categories.has(category);
        if named && like(&statute) && fits(statute.place, home) {
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

/// Whether any law forbids anything about the person, wherever it may be.
pub(crate) fn speak_of<M: Mode>(books: &dyn Books<M>, person: Person) -> bool {
    let mut any = false;
    books.statutes(person).forbidden.each(&mut |statute, _| any |= statute.towards.is_none());
    any
}
