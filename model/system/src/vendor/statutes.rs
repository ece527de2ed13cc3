//! The table of laws: what the law of each place forbids to do with each category of a person (COM-10).

use crate::defects::Defect;
use crate::kinds::{Kind, Kinds};
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::Table;
use vouchsafe_alphabet::{Person, Place, Verb};

/// The places of a scope whose law is in the table.
const PLACES: usize = 2;

/// The table of laws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Statutes {
    /// By person, place and verb, the categories.
    forbidden: Table<Table<Table<Kinds, 3>, PLACES>, PEOPLE>,
}

/// The position of a place in the scope.
fn position(setup: &Setup, place: Place) -> Result<usize, Refusal> {
    setup.places.iter().position(|&known| known == place).ok_or(Refusal::Unknown)
}

impl Statutes {
    /// Law of a place forbids this.
    pub(crate) fn forbid(
        &mut self,
        setup: &Setup,
        person: Person,
        verb: Verb,
        kind: Kind,
        place: Place,
    ) -> Result<(), Refusal> {
        let of_place = self.forbidden.at_mut(person.index())?.at_mut(position(setup, place)?)?;
        if setup.has(Defect::LatestStatuteAlone) {
            *of_place = Table::default();
        }
        let kinds = of_place.at_mut(verb as usize)?;
        *kinds = kinds.with(Kinds::one(kind));
        Ok(())
    }
    /// Refuses what the law of the person's place forbids, where that is known.
    pub(crate) fn permits(
        &self,
        setup: &Setup,
        person: (Person, Option<Place>),
        verb: Verb,
        kind: Kind,
    ) -> Result<(), Refusal> {
        if verb == Verb::Use && setup.has(Defect::StatuteReadAtCollection) {
            return Ok(());
        }
        let (person, home) = person;
        let applies = |place: &Place| match home {
            Some(_) if setup.has(Defect::HomeLawConsulted) => setup.places.first() == Some(place),
            Some(home) => *place == home,
            None => true,
        };
        for (index, _) in setup.places.iter().enumerate().filter(|(_, place)| applies(place)) {
            if self.forbidden.at(person.index())?.at(index)?.at(verb as usize)?.has(kind) {
                return Err(Refusal::Forbidden);
            }
        }
        Ok(())
    }
}
