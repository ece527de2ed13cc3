//! The register of homes: where people live by now, and so whose law counts for them.

use crate::defects::Defect;
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::Table;
use vouchsafe_alphabet::{Person, Place};

/// The register of homes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Homes {
    /// Where each person has moved; nothing means that they live where they did in the opening.
    moved: Table<Option<Place>, PEOPLE>,
}

impl Homes {
    /// Where a person lives, where that is known.
    pub(crate) fn of(&self, setup: &Setup, person: Person) -> Option<Place> {
        let registered = setup.cast.people.get(person.index()).and_then(|spec| spec.place);
        match self.moved.at(person.index()) {
            Ok(Some(place)) if !setup.has(Defect::HomeAtRegistration) => Some(*place),
            Ok(_) | Err(_) => registered,
        }
    }
    /// A person moves.
    pub(crate) fn moves(&mut self, setup: &Setup, person: Person, to: Place) -> Result<(), Refusal> {
        let registered = setup.cast.people.get(person.index()).ok_or(Refusal::Unknown)?.place;
        let moved = self.moved.at_mut(person.index())?;
        if moved.or(registered) == Some(to) {
            return Err(Refusal::NothingChanges);
        }
        *moved = Some(to).filter(|to| Some(*to) != registered);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::PersonSpec;
    use vouchsafe_alphabet::Regime;

    #[test]
    fn a_person_lives_where_they_moved_last() {
        let mut setup = Setup::default();
        let ana = PersonSpec { place: Some(Place::Germany), ..PersonSpec::adult(Regime::Consent) };
        setup.cast.people = vec![ana];
        let (mut homes, ana) = (Homes::default(), Person(0));
        assert_eq!(homes.of(&setup, ana), Some(Place::Germany));
        assert_eq!(homes.moves(&setup, ana, Place::Germany), Err(Refusal::NothingChanges));
        homes.moves(&setup, ana, Place::Russia).unwrap();
        assert_eq!(homes.of(&setup, ana), Some(Place::Russia));
        homes.moves(&setup, ana, Place::Germany).unwrap();
        assert_eq!(homes, Homes::default(), "who is back lives as if never gone");
        assert_eq!(homes.moves(&setup, Person(2), Place::China), Err(Refusal::Unknown));
    }
}
