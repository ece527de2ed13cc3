//! The transfer desk: safeguards between places, what home law bars, where the vendor's own copies lie, and its data centres.
//!
//! A safeguard stands for one pair of places and no other, and may lapse. A transfer abroad takes one that stands now
//! for its own two places, wherever the record came from before (XFR-02), the law of the place where the person lives
//! (XFR-01), and a data centre that the policy names (XFR-03).

use crate::kinds::{Kind, Kinds};
use crate::limits::{BARRIERS, PEOPLE, RECORDS};
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::{Few, Table};
use vouchsafe_alphabet::{Person, Place, Set};

/// The transfer desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Transfers {
    /// Safeguards that have lapsed, by their position in the setup.
    lapsed: Few,
    /// What laws bar, by person and by the position of the pair in the setup.
    barred: Table<Table<Kinds, BARRIERS>, PEOPLE>,
    /// By record, the places in which copies of the vendor's own lie.
    lies: Table<Set<Place>, RECORDS>,
    /// Whether the version in force names a data centre outside of the six places.
    pub(crate) further: bool,
}

/// The position of a pair of places in a list of the setup.
fn position(pairs: &[(Place, Place)], from: Place, to: Place) -> Result<usize, Refusal> {
    pairs.iter().position(|&pair| pair == (from, to)).ok_or(Refusal::Unknown)
}

impl Transfers {
    /// A safeguard lapses or is put in place again.
    pub(crate) fn secure(
        &mut self,
        setup: &Setup,
        (from, to): (Place, Place),
        stands: bool,
    ) -> Result<(), Refusal> {
        let index = position(&setup.safeguards, from, to)?;
        if self.lapsed.has(index) != stands {
            return Err(Refusal::NothingChanges);
        }
        self.lapsed.set(index, !stands);
        Ok(())
    }
    /// Whether a safeguard stands between two places.
    pub(crate) fn stands(&self, setup: &Setup, from: Place, to: Place) -> bool {
        position(&setup.safeguards, from, to).is_ok_and(|index| !self.lapsed.has(index))
    }
    /// Law of a place forbids that a category of a person goes to another place.
    pub(crate) fn bar(
        &mut self,
        setup: &Setup,
        person: Person,
        kind: Kind,
        (of, to): (Place, Place),
    ) -> Result<(), Refusal> {
        let index = position(&setup.barriers, of, to)?;
        let kinds = self.barred.at_mut(person.index())?.at_mut(index)?;
        *kinds = kinds.with(Kinds::one(kind));
        Ok(())
    }
    /// Refuses what the law of a place forbids to let go to another.
    pub(crate) fn permits(
        &self,
        setup: &Setup,
        person: Person,
        kind: Kind,
        (of, to): (Place, Place),
    ) -> Result<(), Refusal> {
        let Ok(index) = position(&setup.barriers, of, to) else { return Ok(()) };
        let barred = self.barred.at(person.index())?.at(index)?.has(kind);
        if barred { Err(Refusal::Forbidden) } else { Ok(()) }
    }
    /// Refuses a place in which no copy of the vendor's lies.
    pub(crate) fn lies(&self, slot: usize, place: Place) -> Result<(), Refusal> {
        if self.lies.at(slot)?.has(place) { Ok(()) } else { Err(Refusal::NoRecord) }
    }
    /// A copy of the vendor's comes to lie in a place.
    pub(crate) fn store(&mut self, slot: usize, place: Place) -> Result<(), Refusal> {
        let places = self.lies.at_mut(slot)?;
        if places.has(place) {
            return Err(Refusal::CopiedAlready);
        }
        *places = places.with(place);
        Ok(())
    }
    /// The vendor has no copy of a record any more.
    pub(crate) fn forget(&mut self, slot: usize) -> Result<(), Refusal> {
        *self.lies.at_mut(slot)? = Set::EMPTY;
        Ok(())
    }
    /// Refuses a place in which the policy in force names no data centre (XFR-03).
    pub(crate) fn listed(&self, place: Place) -> Result<(), Refusal> {
        if place != Place::Elsewhere || self.further { Ok(()) } else { Err(Refusal::NoSuchCentre) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_safeguard_stands_for_its_own_pair_of_places_until_it_lapses() {
        let pair = (Place::Germany, Place::Singapore);
        let setup = Setup { safeguards: vec![pair], ..Setup::default() };
        let mut desk = Transfers::default();
        assert!(desk.stands(&setup, Place::Germany, Place::Singapore));
        assert!(!desk.stands(&setup, Place::Singapore, Place::Germany));
        assert_eq!(desk.secure(&setup, pair, true), Err(Refusal::NothingChanges));
        desk.secure(&setup, pair, false).unwrap();
        assert!(!desk.stands(&setup, Place::Germany, Place::Singapore));
        assert_eq!(desk.secure(&setup, (Place::China, Place::India), false), Err(Refusal::Unknown));
    }

    #[test]
    fn a_copy_lies_once_in_a_place_until_it_is_gone() {
        let mut desk = Transfers::default();
        assert_eq!(desk.lies(0, Place::India), Err(Refusal::NoRecord));
        desk.store(0, Place::India).unwrap();
        assert_eq!(desk.store(0, Place::India), Err(Refusal::CopiedAlready));
        desk.forget(0).unwrap();
        assert_eq!(desk.lies(0, Place::India), Err(Refusal::NoRecord));
        assert_eq!(desk.listed(Place::Elsewhere), Err(Refusal::NoSuchCentre));
        desk.further = true;
        assert_eq!(desk.listed(Place::Elsewhere), Ok(()));
    }
}
