//! Names of a population: those of the scope's cast with the household's number, from 1.

use crate::cases::{CaseNames, Cases};
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::{Names, Sort};

/// How many ids of a sort a household can have.
pub(super) const STRIDE: u32 = 8;

/// The names.
#[derive(Clone, Copy, Debug)]
pub struct PopulationNames<'a>(pub &'a Names);

impl Naming for PopulationNames<'_> {
    fn id(&mut self, _: Sort, _: &str) -> u32 {
        u32::MAX
    }
    fn name(&self, sort: Sort, id: u32, to: &mut String) {
        if Cases::SORTS.contains(&sort) || sort == Sort::Terms {
            return CaseNames(self.0).name(sort, id, to);
        }
        if sort == Sort::Holder {
            return self.0.name(sort, id, to);
        }
        self.0.name(sort, id % STRIDE, to);
        to.push('-');
        to.push_str(&(id / STRIDE + 1).to_string());
    }
}
