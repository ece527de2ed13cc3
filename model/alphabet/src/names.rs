//! A two-way table of names and ids; names of closed cases can be forgotten.

use crate::ids::{Naming, Sort};
use crate::words::Word;
use std::collections::HashMap;

/// Names met so far, each sort numbered on its own in order of appearance.
#[derive(Clone, Debug)]
pub struct Names {
    sorts: Vec<Table>,
}

#[derive(Clone, Debug, Default)]
struct Table {
    ids: HashMap<Box<str>, u32>,
    names: HashMap<u32, Box<str>>,
    next: u32,
}

impl Table {
    fn insert(&mut self, name: &str) -> u32 {
        let id = self.next;
        self.next += 1;
        self.ids.insert(name.into(), id);
        self.names.insert(id, name.into());
        id
    }
}

impl Default for Names {
    /// A table that knows the vendor and nobody else.
    fn default() -> Self {
        let mut names = Self { sorts: Sort::ALL.iter().map(|_| Table::default()).collect() };
        names.id(Sort::Holder, "vendor");
        names
    }
}

impl Names {
    /// The id of a name that was met before.
    pub fn known(&self, sort: Sort, name: &str) -> Option<u32> {
        self.sorts.get(sort.index()).and_then(|table| table.ids.get(name)).copied()
    }
    /// The names of a sort, in order of their ids.
    pub fn all(&self, sort: Sort) -> Vec<&str> {
        let Some(table) = self.sorts.get(sort.index()) else {
            return Vec::new();
        };
        let mut names: Vec<_> = table.names.iter().collect();
        names.sort_unstable();
        names.into_iter().map(|(_, name)| &**name).collect()
    }
    /// Forgets a name: should it come again, it gets a new id.
    pub fn forget(&mut self, sort: Sort, id: u32) {
        if let Some(table) = self.sorts.get_mut(sort.index())
            && let Some(name) = table.names.remove(&id)
        {
            table.ids.remove(&name);
        }
    }
    /// How many names are held.
    pub fn len(&self) -> usize {
        self.sorts.iter().map(|table| table.names.len()).sum()
    }
    /// Whether no name is held.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Naming for Names {
    fn id(&mut self, sort: Sort, name: &str) -> u32 {
        match self.sorts.get_mut(sort.index()) {
            Some(table) => match table.ids.get(name) {
                Some(&id) => id,
                None => table.insert(name),
            },
            None => 0,
        }
    }
    fn name(&self, sort: Sort, id: u32, to: &mut String) {
        match self.sorts.get(sort.index()).and_then(|table| table.names.get(&id)) {
            Some(name) => to.push_str(name),
            None => {
                to.push_str(sort.name());
                to.push('-');
                to.push_str(&id.to_string());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_by_sort_and_can_be_forgotten() {
        let mut names = Names::default();
        assert_eq!(names.id(Sort::Holder, "vendor"), 0);
        assert_eq!((names.id(Sort::Person, "ana"), names.id(Sort::Tv, "ana")), (0, 0));
        assert_eq!(names.id(Sort::Command, "c1"), 0);
        names.forget(Sort::Command, 0);
        assert_eq!(names.known(Sort::Command, "c1"), None);
        assert_eq!(names.id(Sort::Command, "c1"), 1);
    }
}
