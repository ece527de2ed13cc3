//! What went where: data made available to somebody, and whether it came from us, over any number of hops
//! (SHR-07, MKT-06).

use super::we::is_controlled;
use crate::books::Books;
use crate::mode::{Mode, Reach};
use vouchsafe_alphabet::readings::JointData;
use vouchsafe_alphabet::{Categories, Category, Holder, Observation, Person, Purpose, Rules, Set, Word};

/// Data made available to somebody, by a disclosure or by a copy that comes to lie there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flow {
    subjects: [Option<Person>; 4],
    /// What it is.
    pub(crate) category: Category,
    /// Who makes it available; nobody is named for a copy.
    pub(crate) by: Option<Holder>,
    /// To whom.
    pub(crate) to: Holder,
    /// For what, as far as it is said.
    pub(crate) purpose: Option<Purpose>,
}

impl Flow {
    /// The flow that was seen, if it is one; of a copy only where its record is open.
    pub(crate) fn seen<M: Mode>(books: &dyn Books<M>, saw: &Observation) -> Option<Self> {
        if let Observation::Disclosed { person, category, by, to, purpose, other, record, .. } = *saw {
            let record = record.map(|id| books.record(id)).filter(|book| book.collected.on());
            let (also, joint) = (record.map(|book| book.person), record.and_then(|book| book.other));
            let subjects = [Some(person), other, also, joint];
            Some(Self { subjects, category, by: Some(by), to, purpose: Some(purpose) })
        } else if let Observation::Copied { record, to, .. } = *saw {
            let book = books.record(record);
            let subjects = [None, None, Some(book.person), book.other];
            let flow = Self { subjects, category: book.category, by: None, to, purpose: None };
            book.collected.on().then_some(flow)
        } else {
            None
        }
    }
    /// Everybody whom the data is about.
    pub(crate) fn subjects(&self) -> impl Iterator<Item = Person> {
        self.subjects.into_iter().flatten()
    }
    /// Those of them whose word is needed to share it (T35): everybody, or those from whose accounts it is.
    pub(crate) fn asked(&self, rules: &Rules) -> impl Iterator<Item = Person> {
        let [person, other, of_record, joint] = self.subjects;
        let asked = match rules.readings.joint_data {
            JointData::Everybody => [person, other, of_record, joint],
            JointData::Acting => [person, None, of_record, None],
        };
        asked.into_iter().flatten()
    }
    /// Whether the data came from us: directly, through those who work for the vendor, or through a recipient whom
    /// it had reached before.
    pub(crate) fn is_ours<M: Mode>(
        &self,
        books: &dyn Books<M>,
        rules: &Rules,
        note: &mut dyn FnMut(M::Cause),
    ) -> bool {
        match self.by {
            None => true,
            Some(by) => {
                is_controlled(books, rules, by)
                    || self.subjects().any(|person| is_sourced(books, person, self.category, by, note))
            }
        }
    }
}

/// Categories that are made out of others: whoever was given any data of a person may have derived them from it.
const DERIVED: [Category; 6] = [
    Category::AdProfile,
    Category::Statistic,
    Category::Demographic,
    Category::CookieReport,
    Category::Status,
    Category::Analytics,
];

/// Whether what a holder has of this category of a person may have come from us.
pub(crate) fn is_sourced<M: Mode>(
    books: &dyn Books<M>,
    person: Person,
    category: Category,
    holder: Holder,
    note: &mut dyn FnMut(M::Cause),
) -> bool {
    let reached = books.person(person).reached.of(holder);
    let from: Categories = if DERIVED.contains(&category) { Set::all() } else { category.into() };
    let found = reached.intersection(from);
    if let Some(first) = Category::ALL.iter().copied().find(|&category| found.has(category)) {
        books.person(person).reached.cause(holder, first, note);
    }
    !found.is_empty()
}

/// Whether any data of a person has come from us to a holder.
pub(crate) fn is_reached<M: Mode>(
    books: &dyn Books<M>,
    person: Person,
    holder: Holder,
    note: &mut dyn FnMut(M::Cause),
) -> bool {
    is_sourced(books, person, Category::AdProfile, holder, note)
}
