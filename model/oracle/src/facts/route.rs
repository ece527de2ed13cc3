//! How the route from a phone to a TV stands: which was chosen last, and whether there was a reason to change it
//! since (USE-16).

use crate::books::Books;
use crate::mode::{Mode, Tally};
use vouchsafe_alphabet::{Phone, Route, Tv, Word};

/// The route of one phone to one TV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The route chosen last.
    pub last: Option<Route>,
    /// The network changed since the latest switch.
    pub changed: bool,
    /// The latest switch came without a change.
    pub loose: bool,
}

impl Standing {
    /// How the route of this phone to this TV stands.
    pub(crate) fn of<M: Mode>(books: &dyn Books<M>, phone: Phone, tv: Tv) -> Self {
        Self::read(books.phone(phone).routes.of(tv.0))
    }
    /// As it was written down.
    pub fn read(number: u64) -> Self {
        let last = (number & 3).checked_sub(1).and_then(|index| Route::ALL.get(index as usize).copied());
        Self { last, changed: number & 4 != 0, loose: number & 8 != 0 }
    }
    /// As it is to be written down.
    pub fn write(self) -> u64 {
        let last = self.last.map_or(0, |route| route.index() as u64 + 1);
        last | u64::from(self.changed) << 2 | u64::from(self.loose) << 3
    }
    /// The network has changed.
    pub fn change(self) -> Self {
        Self { changed: true, loose: false, ..self }
    }
    /// Whether choosing this route is a switch from another.
    pub fn switches(self, route: Route) -> bool {
        self.last.is_some_and(|last| last != route)
    }
    /// Whether it is a second switch in a row without a change.
    pub fn flaps(self, route: Route) -> bool {
        self.switches(route) && !self.changed && self.loose
    }
    /// A route is chosen.
    pub fn choose(self, route: Route) -> Self {
        let standing = Self { last: Some(route), ..self };
        match (self.switches(route), self.changed) {
            (false, _) => standing,
            (true, true) => Self { changed: false, ..standing },
            (true, false) => Self { loose: true, ..standing },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_without_a_change_is_flapping() {
        let standing = Standing::default().choose(Route::Lan).choose(Route::Relay);
        assert!(standing.flaps(Route::Lan) && !standing.flaps(Route::Relay));
        assert!(!standing.change().flaps(Route::Lan));
        let justified = standing.change().choose(Route::Lan);
        assert!(!justified.flaps(Route::Relay) && justified.choose(Route::Relay).flaps(Route::Lan));
        assert_eq!(Standing::read(standing.write()), standing);
    }
}
