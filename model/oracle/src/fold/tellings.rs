//! Folding what TVs tell about the people whose they are.

use super::At;
use crate::books::{Books, TellingBook};
use crate::facts::we::is_controlled;
use crate::mode::{Ids, Mode};
use vouchsafe_alphabet::{Category, Holder, Person, Tv};

impl<M: Mode> TellingBook<M> {
    /// Whether it is judged of data of this category who it is about: the rest is judged by its own occasion
    /// (COL-05, COL-06, COL-12) or by the press that it records (COL-10).
    pub fn concerns(category: Category) -> bool {
        !matches!(
            category,
            Category::DeviceInfo
                | Category::OperationsInfo
                | Category::Status
                | Category::SharedAccounts
                | Category::Command
        )
    }
}

/// Something of a TV is collected about people; those to whom it is linked are remembered.
pub(super) fn told<M: Mode>(
    books: &mut dyn Books<M>,
    tv: Option<Tv>,
    people: (Person, Option<Person>),
    (category, by): (Category, Holder),
    at: At<'_, M>,
) {
    let Some(tv) = tv else { return };
    if !TellingBook::<M>::concerns(category) || !is_controlled(books, at.rules, by) {
        return;
    }
    for person in [Some(people.0), people.1].into_iter().flatten() {
        let book = books.tv(tv);
        let linked = book.owner == Some(person) || book.shared_with.get(person.0).is_some();
        if linked && books.telling(tv).about.get(person.0).is_none() {
            books.telling_mut(tv).about.insert(person.0, at.cause);
        }
    }
}
