//! Fresh ids for recycled case slots, so that no two cases in a trace share a name.

use std::collections::BTreeMap;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::{Names, Observation, Sort};
use vouchsafe_system::Out;

/// The ids that the slots in use stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cases {
    open: BTreeMap<(Sort, u32), u32>,
    next: BTreeMap<Sort, u32>,
}

impl Cases {
    /// The sorts whose ids are slots.
    pub const SORTS: [Sort; 4] = [Sort::Command, Sort::Record, Sort::Request, Sort::Contract];

    /// The id that a slot stands for; a slot that was retired stands for a new one.
    pub fn id(&mut self, sort: Sort, slot: u32) -> u32 {
        if !Self::SORTS.contains(&sort) {
            return slot;
        }
        *self.open.entry((sort, slot)).or_insert_with(|| {
            let next = self.next.entry(sort).or_default();
            *next += 1;
            *next - 1
        })
    }

    /// The same observation with slots replaced by what they stand for.
    pub fn fresh(&mut self, saw: Observation) -> Observation {
        saw.mapped(&mut |sort, slot| self.id(sort, slot))
    }

    /// Slots were freed.
    pub fn retire(&mut self, out: &Out) {
        for slot in &out.retired {
            self.open.remove(slot);
        }
    }
}

/// Names of a scope's cast, with short numbered names for cases.
#[derive(Clone, Copy, Debug)]
pub struct CaseNames<'a>(pub &'a Names);

/// The word with which the names of a sort of case begin.
const fn prefix(sort: Sort) -> Option<&'static str> {
    match sort {
        Sort::Command => Some("press"),
        Sort::Record => Some("record"),
        Sort::Request => Some("request"),
        Sort::Contract => Some("contract"),
        Sort::Terms => Some("terms"),
        Sort::Person | Sort::Phone | Sort::Tv | Sort::Holder | Sort::Mac | Sort::DeviceId | Sort::Staff => {
            None
        }
    }
}

/// The number of the first of a sort: versions of the terms are numbered from 1 already, slots from 0.
fn first(sort: Sort) -> u32 {
    u32::from(sort != Sort::Terms)
}

impl Naming for CaseNames<'_> {
    fn id(&mut self, sort: Sort, name: &str) -> u32 {
        let known = match prefix(sort) {
            Some(prefix) => name
                .strip_prefix(prefix)
                .and_then(|number| number.parse::<u32>().ok())
                .and_then(|n| n.checked_sub(first(sort))),
            None => self.0.known(sort, name),
        };
        known.unwrap_or(u32::MAX)
    }
    fn name(&self, sort: Sort, id: u32, to: &mut String) {
        match prefix(sort) {
            Some(prefix) => {
                to.push_str(prefix);
                to.push_str(&(id + first(sort)).to_string());
            }
            None => self.0.name(sort, id, to),
        }
    }
}

/// The same names for inputs, which speak of slots: a slot has the name of the case that it stands for.
#[derive(Clone, Copy, Debug)]
pub struct SlotNames<'a> {
    /// The cast.
    pub cast: &'a Names,
    /// What the slots stand for.
    pub cases: &'a Cases,
}

impl Naming for SlotNames<'_> {
    fn id(&mut self, sort: Sort, name: &str) -> u32 {
        let id = CaseNames(self.cast).id(sort, name);
        if !Cases::SORTS.contains(&sort) {
            return id;
        }
        let slot = self.cases.open.iter().find(|((open, _), case)| *open == sort && **case == id);
        slot.map_or(u32::MAX, |((_, slot), _)| *slot)
    }
    fn name(&self, sort: Sort, slot: u32, to: &mut String) {
        let id = self.cases.open.get(&(sort, slot)).copied().unwrap_or(slot);
        CaseNames(self.cast).name(sort, id, to);
    }
}

/// Names for a state that stands alone, without the run that led to it: a case has the name of its slot.
#[derive(Clone, Copy, Debug)]
pub struct BareSlots<'a>(pub &'a Names);

impl Naming for BareSlots<'_> {
    fn id(&mut self, sort: Sort, name: &str) -> u32 {
        CaseNames(self.0).id(sort, &name.replace("-slot", ""))
    }
    fn name(&self, sort: Sort, slot: u32, to: &mut String) {
        match prefix(sort).filter(|_| Cases::SORTS.contains(&sort)) {
            Some(prefix) => to.push_str(&format!("{prefix}-slot{}", slot + 1)),
            None => CaseNames(self.0).name(sort, slot, to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_read_by_the_name_that_it_is_written_with() {
        let cast = Names::default();
        for sort in Cases::SORTS.into_iter().chain([Sort::Terms]) {
            for id in 1..4 {
                let mut name = String::new();
                CaseNames(&cast).name(sort, id, &mut name);
                assert_eq!(CaseNames(&cast).id(sort, &name), id, "{name}");
            }
        }
    }
}
