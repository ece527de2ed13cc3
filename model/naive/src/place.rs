//! The place of a person, whose law is the person's own.

use crate::history::Past;
use vouchsafe_alphabet::Observation::{Moved, Resides};
use vouchsafe_alphabet::{Person, Place};

impl Past<'_> {
    /// Where the person lives, where that is known; a line that says where somebody lives without a place makes
    /// it unknown again.
    pub(crate) fn place(self, p: Person) -> Option<Place> {
        self.latest_saying(|seen| {
            if let Resides { person, place, .. } = seen
                && person == p
            {
                Some(place)
            } else if let Moved { person, place, .. } = seen
                && person == p
            {
                Some(Some(place))
            } else {
                None
            }
        })
        .flatten()
    }
}
