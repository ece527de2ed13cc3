//! Folding what people decline to give, and their wish that sharing stop.

use super::At;
use crate::books::{Books, Outlet};
use crate::mode::Mode;
use vouchsafe_alphabet::{Answer, Categories, Class, Clock, Form, Person, Set, Verb, Verbs};

/// A person asks that sharing stop.
pub(super) fn stopped<M: Mode>(books: &mut dyn Books<M>, person: Person, at: At<'_, M>) {
    let clock = at.start(at.rules.deadlines.sharing_stop);
    let book = books.limit_mut(person);
    book.asked = at.so();
    for (_, _, stop) in book.stops_mut().filter(|(_, _, stop)| !stop.is_set()) {
        *stop = clock;
    }
}

/// A person declines to give these categories.
pub(super) fn declined<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    categories: Categories,
    at: At<'_, M>,
) {
    books.limit_mut(person).declined.add(categories, at.cause);
}

/// A person gives them after all.
pub(super) fn provided<M: Mode>(books: &mut dyn Books<M>, person: Person, categories: Categories) {
    if books.limit(person).declined.set().meets(categories) {
        books.limit_mut(person).declined.take(categories);
    }
}

/// A person answers a question; what is refused or left open is declined, and a yes to sharing, given on its own, lets it again for whom it names.
pub(super) fn answered<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    verbs: Verbs,
    categories: Categories,
    (answer, form): (Answer, Form),
    (class, for_purpose): (Option<Class>, bool),
    at: At<'_, M>,
) {
    if verbs.meets(Set::of(&[Verb::Collect, Verb::Use])) && class.is_none() && !for_purpose {
        match answer {
            Answer::Yes => provided(books, person, categories),
            Answer::No | Answer::Silence => declined(books, person, categories, at),
            Answer::NoObjection => {}
        }
    }
    let lets = answer == Answer::Yes && form == Form::Separate && verbs.has(Verb::Disclose);
    if lets && books.limit(person).asked.on() {
        for (outlet, category, stop) in books.limit_mut(person).stops_mut() {
            if categories.has(category) && class.is_none_or(|class| Outlet::of(class) == Some(outlet)) {
                *stop = M::Clock::default();
            }
        }
    }
}
