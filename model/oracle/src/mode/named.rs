//! Purposes by id: none where none was put.

use std::fmt::Debug;
use std::hash::Hash;
use vouchsafe_alphabet::{Purpose, Set};

/// A set of purposes for each id.
pub trait Named: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// The purposes of this id.
    fn of(&self, id: u32) -> Set<Purpose>;
    /// Adds purposes to those of this id.
    fn add(&mut self, id: u32, purposes: Set<Purpose>);
}

/// Ids below 4; a scope stays below that.
impl Named for [Set<Purpose>; 4] {
    fn of(&self, id: u32) -> Set<Purpose> {
        self.get(id as usize).copied().unwrap_or(Set::EMPTY)
    }
    fn add(&mut self, id: u32, purposes: Set<Purpose>) {
        if let Some(place) = self.get_mut(id as usize) {
            *place = place.union(purposes);
        }
    }
}

impl Named for Vec<(u32, Set<Purpose>)> {
    fn of(&self, id: u32) -> Set<Purpose> {
        self.iter().find(|(of, _)| *of == id).map_or(Set::EMPTY, |&(_, purposes)| purposes)
    }
    fn add(&mut self, id: u32, purposes: Set<Purpose>) {
        match self.iter_mut().find(|(of, _)| *of == id) {
            Some(found) => found.1 = found.1.union(purposes),
            None => self.push((id, purposes)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_hold_the_same() {
        let mut places = <[Set<Purpose>; 4]>::default();
        let mut list = Vec::new();
        for (id, purpose) in [(2, Purpose::Provide), (0, Purpose::Statistics), (2, Purpose::DirectMarketing)]
        {
            Named::add(&mut places, id, Set::from(purpose));
            Named::add(&mut list, id, Set::from(purpose));
            for id in 0..4 {
                assert_eq!(Named::of(&places, id), Named::of(&list, id), "{id}");
            }
        }
        assert_eq!(Named::of(&list, 2), Set::from(Purpose::Provide).with(Purpose::DirectMarketing));
        assert_eq!((Named::of(&list, 1), list.len()), (Set::EMPTY, 2));
    }
}
