//! What an accepted user agreement overrides, where it does (ORD-01, T28).

use crate::books::Books;
use crate::mode::{Key, Mode, Sheet};
use vouchsafe_alphabet::readings::UserAgreement;
use vouchsafe_alphabet::{Category, Person, Purpose, Rules, Verb};

/// Whether an agreement that the person accepted names this; calls `note` with what made it so.
pub(crate) fn covers<M: Mode>(
    books: &dyn Books<M>,
    rules: &Rules,
    person: Person,
    (verb, category, purpose): (Verb, Category, Option<Purpose>),
    note: &mut dyn FnMut(M::Cause),
) -> bool {
    if rules.readings.user_agreement == UserAgreement::Keeps {
        return false;
    }
    let sheet = &books.agreement(person).overrides;
    let keys = [None, purpose].map(|purpose| Key { verb, class: None, purpose });
    let found = keys.into_iter().find(|key| sheet.get(*key).0.has(category));
    if let Some(key) = found {
        sheet.cause(key, category, note);
    }
    found.is_some()
}
