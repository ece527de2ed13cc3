//! What laws forbid to do with the data of one person, by the place whose law it is.

use std::fmt::Debug;
use std::hash::Hash;
use vouchsafe_alphabet::{Categories, Place, Verbs};

/// One prohibition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Statute {
    /// The place whose law it is, where that is said.
    pub place: Option<Place>,
    /// The place towards which it forbids something, where it is about one alone.
    pub towards: Option<Place>,
    /// What it forbids to do.
    pub verbs: Verbs,
    /// With what.
    pub categories: Categories,
}

/// The prohibitions about one person.
pub trait Statutes<C>: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// Law forbids this.
    fn forbid(&mut self, statute: Statute, cause: C);
    /// Calls `f` with every prohibition.
    fn each(&self, f: &mut dyn FnMut(Statute, C));
}

/// A few prohibitions in place, in ascending order of places and verbs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FewStatutes([Option<Statute>; FewStatutes::MOST]);

impl FewStatutes {
    /// How many there can be that differ in places or verbs.
    pub const MOST: usize = 6;

    fn key(statute: Statute) -> (Option<u8>, Option<u8>, u64) {
        let number = |place: Option<Place>| place.map(|place| place as u8);
        (number(statute.place), number(statute.towards), statute.verbs.bits())
    }
}

impl Statutes<()> for FewStatutes {
    fn forbid(&mut self, statute: Statute, (): ()) {
        let same = |known: &&mut Statute| Self::key(**known) == Self::key(statute);
        if let Some(known) = self.0.iter_mut().flatten().find(same) {
            known.categories = known.categories.union(statute.categories);
            return;
        }
        let free = self.0.iter_mut().find(|slot| slot.is_none());
        debug_assert!(free.is_some(), "a scope has few prohibitions");
        if let Some(slot) = free {
            *slot = Some(statute);
            self.0.sort_by_key(|slot| slot.map_or((true, None), |known| (false, Some(Self::key(known)))));
        }
    }
    fn each(&self, f: &mut dyn FnMut(Statute, ())) {
        self.0.iter().flatten().for_each(|statute| f(*statute, ()));
    }
}

impl<C: Copy + Eq + Hash + Debug + Send + Sync> Statutes<C> for Vec<(Statute, C)> {
    fn forbid(&mut self, statute: Statute, cause: C) {
        if !self.iter().any(|(known, _)| *known == statute) {
            self.push((statute, cause));
        }
    }
    fn each(&self, f: &mut dyn FnMut(Statute, C)) {
        self.iter().for_each(|(statute, cause)| f(*statute, *cause));
    }
}
