//! Folding what goes where, contracts, answers about sharing and purposes, and what a person asks for.

use super::{At, incidents};
use crate::books::{Books, ContractBook};
use crate::facts::flow::Flow;
use crate::mode::{Key, Mode, Reach, Sheet};
use vouchsafe_alphabet::readings::Authorisation;
use vouchsafe_alphabet::{
    Answer, Categories, Class, Contract, Form, Holder, Observation, Person, Purpose, Rules, Verb, Verbs,
};

/// Data came to somebody: if it came from us, that is on record for good.
pub(super) fn reached<M: Mode>(books: &mut dyn Books<M>, saw: &Observation, at: At<'_, M>) {
    let Some(flow) = Flow::seen(books, saw) else { return };
    if flow.to == Holder::VENDOR || !flow.is_ours(books, at.rules, &mut |_| {}) {
        return;
    }
    incidents::leaked(books, &flow, at);
    for person in flow.subjects() {
        books.person_mut(person).reached.add(flow.to, flow.category.into(), at.cause);
    }
}

/// A contract is signed, or signed anew.
pub(super) fn signed<M: Mode>(
    books: &mut dyn Books<M>,
    id: Contract,
    terms: ContractBook<M>,
    term: Option<u64>,
    at: At<'_, M>,
) {
    books.open_contract(id, terms.to);
    let book = books.contract_mut(id);
    *book = ContractBook {
        data_left: book.data_left,
        value_came: book.value_came,
        value_went: book.value_went,
        figures_left: book.figures_left,
        signed: at.so(),
        renewed: book.signed.on(),
        expiry: term.map_or_else(M::Clock::default, |units| at.start(units.try_into().unwrap_or(u32::MAX))),
        ..terms
    };
}

/// A contract ends before its time.
pub(super) fn ended<M: Mode>(books: &mut dyn Books<M>, id: Contract, at: At<'_, M>) {
    if books.contract(id).signed.on() {
        books.contract_mut(id).ended.set(at.cause);
    }
}

/// Whether a yes in this form counts as an authorisation (USE-03, SHR-04, T04).
fn counts(rules: &Rules, form: Form) -> bool {
    form == Form::Separate || rules.readings.authorisation == Authorisation::Acceptance
}

/// A person answered: what is said of disclosure is kept, and what is said of use for a purpose.
#[expect(clippy::too_many_arguments, reason = "the fields of the answer")]
pub(super) fn answered<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    verbs: Verbs,
    categories: Categories,
    (answer, form): (Answer, Form),
    purpose: Option<Purpose>,
    class: Option<Class>,
    at: At<'_, M>,
) {
    for verb in [Verb::Use, Verb::Disclose] {
        if !verbs.has(verb) || (verb == Verb::Use && purpose.is_none()) {
            continue;
        }
        let key = Key { verb, class, purpose };
        match answer {
            Answer::Yes if counts(at.rules, form) => {
                yes(books, person, key, categories, at.cause);
            }
            Answer::No => no(books, person, key, categories, at.cause),
            Answer::Yes | Answer::NoObjection | Answer::Silence => {}
        }
    }
}

impl Key {
    /// Whether the other key is as narrow as this one or narrower.
    fn holds(self, other: Self) -> bool {
        self.verb == other.verb
            && self.class.is_none_or(|class| other.class == Some(class))
            && self.purpose.is_none_or(|purpose| other.purpose == Some(purpose))
    }
    /// Whether a yes to this key takes back a no to the other.
    fn revives(self, other: Self) -> bool {
        self.holds(other)
            && (self.class == other.class
                || (self.class.is_none() && matches!(other.class, Some(Class::Affiliate | Class::Provider))))
    }
}

/// A person says yes under a key.
pub(super) fn yes<M: Mode>(
    books: &mut dyn Books<M>,
    person: Person,
    key: Key,
    categories: Categories,
    cause: M::Cause,
) {
    let sheet = &mut books.person_mut(person).answers;
    sheet.take(&|other| key.revives(other), Categories::EMPTY, categories);
    sheet.add(key, categories, Categories::EMPTY, cause);
    // A withdrawal made before this yes leaves it alone when it comes into force.
    books.requests_of_mut(person, &mut |_, request| {
        request.cancels.take(&|other| key == other, categories, Categories::EMPTY);
    });
}

/// A person says no under a key.
fn no<M: Mode>(books: &mut dyn Books<M>, person: Person, key: Key, categories: Categories, cause: M::Cause) {
    let sheet = &mut books.person_mut(person).answers;
    sheet.take(&|other| key.holds(other), categories, categories);
    sheet.add(key, Categories::EMPTY, categories, cause);
}
