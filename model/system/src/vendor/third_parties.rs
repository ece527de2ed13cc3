//! What the vendor notes of third parties: whose parts were used, who gathers, and what was passed on.

use crate::limits::HOLDERS;
use crate::refusal::Refusal;
use crate::table::{Few, Table};
use vouchsafe_alphabet::{Holder, Person};

/// What is noted of third parties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct ThirdParties {
    /// The people who have used a part of each.
    parts: Table<Few, HOLDERS>,
    /// The people of whom each has gathered data itself.
    gathered: Table<Few, HOLDERS>,
    /// The people of whom each was given something by us.
    given: Table<Few, HOLDERS>,
    /// The people about whom an ecosystem company has passed data on.
    pub(crate) passed_on: Few,
}

impl ThirdParties {
    /// A person uses a part of a third party.
    pub(crate) fn using(&mut self, by: Holder, person: Person) -> Result<(), Refusal> {
        self.parts.at_mut(by.index())?.add(person.index());
        Ok(())
    }
    /// Refuses a third party of which a person has used no part.
    pub(crate) fn was_used(&self, by: Holder, person: Person) -> Result<(), Refusal> {
        if self.parts.at(by.index())?.has(person.index()) { Ok(()) } else { Err(Refusal::NothingUsed) }
    }
    /// A third party gathers data of a person.
    pub(crate) fn gather(&mut self, by: Holder, person: Person) -> Result<(), Refusal> {
        self.gathered.at_mut(by.index())?.add(person.index());
        Ok(())
    }
    /// A recipient was given data of a person.
    pub(crate) fn give(&mut self, to: Holder, person: Person) -> Result<(), Refusal> {
        self.given.at_mut(to.index())?.add(person.index());
        Ok(())
    }
    /// Refuses to lay at the door of third parties what none of them has from its own gathering alone.
    pub(crate) fn gathered_alone(&self, person: Person) -> Result<(), Refusal> {
        let given = |by: usize| self.given.at(by).is_ok_and(|given| given.has(person.index()));
        let alone = self.gathered.each().any(|(by, people)| people.has(person.index()) && !given(by));
        if alone { Ok(()) } else { Err(Refusal::NobodyElse) }
    }
}
