//! Folding what people ask by mail to have limited, and what lets it again.

use super::At;
use crate::books::{Books, Wish, WishBook};
use crate::mode::{Fact, Mode};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{Answer, Categories, Class, Clock, Form, Person, Purpose, Set, Verb, Verbs};

/// A message about a person's data is sent; about one's own it may ask for a limit. What they had agreed to is what they may change their mind about.
pub(super) fn asked<M: Mode>(
    books: &mut dyn Books<M>,
    (person, sender): (Person, Person),
    asks: RequestKind,
    at: At<'_, M>,
) {
    if person != sender {
        return;
    }
    let agreed = books.person(person).agreed_to_collect.set();
    let deadlines = &at.rules.deadlines;
    match asks {
        RequestKind::ChangeOfMind if !agreed.is_empty() => {
            let clock = at.start(deadlines.withdrawal);
            let book = books.wish_mut(person);
            book.use_asked.set(at.cause);
            for purpose in book.purposes.set().iter() {
                if let Some(end) = book.of_purpose_mut(purpose).filter(|end| !end.is_set()) {
                    *end = clock;
                }
            }
            begin(book, &[Wish::Use], agreed, clock);
        }
        RequestKind::StopSharing if !agreed.is_empty() => {
            let clock = at.start(deadlines.sharing_stop);
            let book = books.wish_mut(person);
            book.sharing_asked.set(at.cause);
            begin(book, &[Wish::Affiliates, Wish::Providers], agreed, clock);
        }
        RequestKind::RevokePermission => {
            let clock = at.start(deadlines.permission_stop);
            let book = books.wish_mut(person);
            book.reading_asked.set(at.cause);
            if !book.reading.is_set() {
                book.reading = clock;
            }
        }
        RequestKind::ChangeOfMind
        | RequestKind::StopSharing
        | RequestKind::Question
        | RequestKind::StopMail
        | RequestKind::Access
        | RequestKind::Correction
        | RequestKind::BreachReport
        | RequestKind::MinorReport => {}
    }
}

/// A wish begins for the categories for which it does not run already.
fn begin<M: Mode>(book: &mut WishBook<M>, wishes: &[Wish], categories: Categories, clock: M::Clock) {
    for (wish, category) in
        wishes.iter().flat_map(|&wish| categories.iter().map(move |category| (wish, category)))
    {
        if let Some(end) = book.of_mut(wish, category).filter(|end| !end.is_set()) {
            *end = clock;
        }
    }
}

/// A yes that is given on its own lets again what it names, and nothing else.
pub(super) fn answered<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    (verbs, categories): (Verbs, Categories),
    (answer, form): (Answer, Form),
    (class, purpose): (Option<Class>, Option<Purpose>),
    at: At<'_, M>,
) {
    let book = books.wish(person);
    let asked = book.use_asked.on() || book.sharing_asked.on();
    if answer != Answer::Yes || form != Form::Separate || !asked {
        return;
    }
    let names = |of: Class| class.is_none_or(|class| class == of);
    let of_use = verbs.has(Verb::Use);
    let lifts = [
        (Wish::Use, of_use && class.is_none() && purpose.is_none()),
        (Wish::Affiliates, verbs.has(Verb::Disclose) && names(Class::Affiliate)),
        (Wish::Providers, verbs.has(Verb::Disclose) && names(Class::Provider)),
    ];
    let book = books.wish_mut(person);
    if let Some(purpose) = purpose.filter(|_| of_use && book.use_asked.on()) {
        book.purposes.add(purpose.into(), at.cause);
        if let Some(end) = book.of_purpose_mut(purpose) {
            *end = M::Clock::default();
        }
    }
    for (wish, _) in lifts.into_iter().filter(|(_, lifts)| *lifts) {
        for category in categories.iter() {
            if let Some(end) = book.of_mut(wish, category) {
                *end = M::Clock::default();
            }
        }
    }
}

/// A use of the product that stands for a yes to everything lets again what messages had ended (COM-08).
pub(super) fn let_all<M: Mode>(books: &mut dyn Books<M>, person: Person) {
    let asked = books.wish(person).use_asked.on() || books.wish(person).sharing_asked.on();
    if asked {
        let book = books.wish_mut(person);
        for wish in [Wish::Use, Wish::Affiliates, Wish::Providers] {
            for category in Set::all().iter() {
                if let Some(end) = book.of_mut(wish, category) {
                    *end = M::Clock::default();
                }
            }
        }
    }
}

/// A person permits the reading of a phone.
pub(super) fn granted<M: Mode>(books: &mut dyn Books<M>, person: Person) {
    if books.wish(person).reading_asked.on() {
        let book = books.wish_mut(person);
        book.reading_asked = Fact::default();
        book.reading = M::Clock::default();
    }
}
