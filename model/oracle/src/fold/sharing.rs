//! Folding what goes where, contracts, answers about sharing and purposes, and what a person asks for.

use super::At;
use crate::books::{Books, ContractBook};
use crate::facts::answers;
use crate::facts::flow::Flow;
use crate::mode::{Key, Mode, Reach};
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
                answers::yes(books, person, key, categories, at.cause);
            }
            Answer::No => answers::no(books, person, key, categories, at.cause),
            Answer::Yes | Answer::NoObjection | Answer::Silence => {}
        }
    }
}
