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
    /// The people of whom some third party has gathered data itself.
    gathered: Few,
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
    pub(crate) fn gather(&mut self, person: Person) {
        self.gathered.add(person.index());
    }
    /// Refuses to lay at the door of third parties what none of them has gathered.
    pub(crate) fn gathered_any(&self, person: Person) -> Result<(), Refusal> {
        if self.gathered.has(person.index()) { Ok(()) } else { Err(Refusal::NobodyElse) }
    }
}
