//! The store keeper: which records were stored, and by when each has to be classified (SEC-04 to SEC-07).
//!
//! | state \ input | store | classify | the deadline comes |
//! |---|---|---|---|
//! | in hand | stored, to be classified | - | - |
//! | to be classified | stored again | classified | classified |
//! | classified | stored again | - | - |

use crate::limits::RECORDS;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::Table;
use vouchsafe_alphabet::Clock;

/// How one record stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Shelved<C> {
    /// Whether it lies on a server of the vendor's.
    pub(crate) stored: bool,
    /// Whether it lies with one that works for the vendor.
    pub(crate) backed_up: bool,
    /// Whether it has its class.
    pub(crate) classified: bool,
    /// By when it has to be classified.
    pub(crate) due: C,
}

/// The store keeper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Storage<C> {
    shelves: Table<Shelved<C>, RECORDS>,
}

impl<C: Clock> Default for Storage<C> {
    fn default() -> Self {
        Self { shelves: Table::default() }
    }
}

impl<C: Clock> Storage<C> {
    /// How a record stands.
    pub(crate) fn at(&self, slot: usize) -> Result<&Shelved<C>, Refusal> {
        self.shelves.at(slot)
    }
    /// How a record stands, to change.
    pub(crate) fn at_mut(&mut self, slot: usize) -> Result<&mut Shelved<C>, Refusal> {
        self.shelves.at_mut(slot)
    }
    /// A record is stored: from here on it has to be classified in time.
    pub(crate) fn store(&mut self, setup: &Setup, slot: usize, now: C::Now) -> Result<(), Refusal> {
        let shelf = self.shelves.at_mut(slot)?;
        if !shelf.classified && !shelf.due.is_set() {
            shelf.due = C::start(now, setup.rules.deadlines.classification, &setup.rules);
        }
        Ok(())
    }
    /// Nothing is left of the record in a slot, which may hold another one later.
    pub(crate) fn vacate(&mut self, slot: usize) -> Result<(), Refusal> {
        *self.shelves.at_mut(slot)? = Shelved::default();
        Ok(())
    }
    /// The record whose time to be classified has come, if there is one.
    pub(crate) fn next_due(&self, now: C::Now) -> Option<usize> {
        let reached = |shelf: &Shelved<C>| shelf.due.due(now) || shelf.due.over(now);
        self.shelves.each().find(|(_, shelf)| !shelf.classified && reached(shelf)).map(|(slot, _)| slot)
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        self.shelves.each_mut().for_each(|(_, shelf)| visit(&mut shelf.due));
    }
}
