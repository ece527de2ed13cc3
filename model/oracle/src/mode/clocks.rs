//! Clocks by id: unset where none was put.

use std::fmt::Debug;
use std::hash::Hash;
use vouchsafe_alphabet::{Clock, Stamp, Ticks};

/// A clock for each id.
pub trait Clocks<C: Clock>: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// The clock of this id.
    fn of(&self, id: u32) -> C;
    /// Puts the clock of this id.
    fn put(&mut self, id: u32, clock: C);
    /// Calls `f` with every clock.
    fn each_mut(&mut self, f: &mut dyn FnMut(&mut C));
}

/// Ids below 4; a scope stays below that.
impl Clocks<Ticks> for [Ticks; 4] {
    fn of(&self, id: u32) -> Ticks {
        self.get(id as usize).copied().unwrap_or_default()
    }
    fn put(&mut self, id: u32, clock: Ticks) {
        if let Some(place) = self.get_mut(id as usize) {
            *place = clock;
        }
    }
    fn each_mut(&mut self, f: &mut dyn FnMut(&mut Ticks)) {
        self.iter_mut().for_each(f);
    }
}

impl Clocks<Stamp> for Vec<(u32, Stamp)> {
    fn of(&self, id: u32) -> Stamp {
        self.iter().find(|(of, _)| *of == id).map_or_else(Stamp::default, |&(_, clock)| clock)
    }
    fn put(&mut self, id: u32, clock: Stamp) {
        match self.iter_mut().find(|(of, _)| *of == id) {
            Some(found) => found.1 = clock,
            None => self.push((id, clock)),
        }
    }
    fn each_mut(&mut self, f: &mut dyn FnMut(&mut Stamp)) {
        self.iter_mut().for_each(|(_, clock)| f(clock));
    }
}
