//! Small numbers by id: 0 where none was put.

use std::fmt::Debug;
use std::hash::Hash;

/// A number for each id.
pub trait Tally: Clone + Default + Eq + Hash + Debug + Send + Sync {
    /// The number of this id.
    fn of(&self, id: u32) -> u64;
    /// Puts the number of this id.
    fn put(&mut self, id: u32, number: u64);
    /// Calls `f` with every number that is not 0 and its id.
    fn each(&self, f: &mut dyn FnMut(u32, u64));
    /// Changes every number that is not 0.
    fn change(&mut self, change: &mut dyn FnMut(u64) -> u64);
}

/// Ids below 4 and numbers below 256; a scope stays below both.
impl Tally for [u8; 4] {
    #[inline]
    fn of(&self, id: u32) -> u64 {
        self.get(id as usize).map_or(0, |&number| number.into())
    }
    #[inline]
    fn put(&mut self, id: u32, number: u64) {
        if let Some(place) = self.get_mut(id as usize) {
            *place = u8::try_from(number).unwrap_or(u8::MAX);
        }
    }
    fn each(&self, f: &mut dyn FnMut(u32, u64)) {
        for (id, &number) in (0..).zip(self).filter(|(_, number)| **number != 0) {
            f(id, number.into());
        }
    }
    fn change(&mut self, change: &mut dyn FnMut(u64) -> u64) {
        for id in 0..self.len() as u32 {
            if self.of(id) != 0 {
                self.put(id, change(self.of(id)));
            }
        }
    }
}

impl Tally for Vec<(u32, u64)> {
    fn of(&self, id: u32) -> u64 {
        self.iter().find(|(of, _)| *of == id).map_or(0, |&(_, number)| number)
    }
    fn put(&mut self, id: u32, number: u64) {
        match self.iter_mut().find(|(of, _)| *of == id) {
            Some(found) => found.1 = number,
            None => self.push((id, number)),
        }
    }
    fn each(&self, f: &mut dyn FnMut(u32, u64)) {
        for &(id, number) in self.iter().filter(|(_, number)| *number != 0) {
            f(id, number);
        }
    }
    fn change(&mut self, change: &mut dyn FnMut(u64) -> u64) {
        for (_, number) in self.iter_mut().filter(|(_, number)| *number != 0) {
            *number = change(*number);
        }
    }
}
