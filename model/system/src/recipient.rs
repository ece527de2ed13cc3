//! A recipient: its own copy of the permission for what it was given.

use crate::kinds::{Kind, Kinds};
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::table::Table;
use vouchsafe_alphabet::Person;

/// One recipient.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Recipient {
    /// The categories of each person that it was given and may use.
    permitted: Table<Kinds, PEOPLE>,
}

impl Recipient {
    /// It is given a category of a person, with leave to use it.
    pub(crate) fn receive(&mut self, person: Person, kind: Kind) -> Result<(), Refusal> {
        let kinds = self.permitted.at_mut(person.index())?;
        *kinds = kinds.with(Kinds::one(kind));
        Ok(())
    }
    /// The vendor tells it to leave these categories of a person alone (WDC-05, T53).
    pub(crate) fn stop(&mut self, person: Person, stopped: Kinds) {
        if let Ok(kinds) = self.permitted.at_mut(person.index()) {
            *kinds = kinds.without(stopped);
        }
    }
    /// Refuses to use what it was not given or may not use any more.
    pub(crate) fn may_use(&self, person: Person, kind: Kind) -> Result<(), Refusal> {
        if self.permitted.at(person.index())?.has(kind) { Ok(()) } else { Err(Refusal::NotGiven) }
    }
}
