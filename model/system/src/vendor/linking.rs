//! The analysts' workbench: which web log lines are filed, and which records were linked with each other.
//!
//! Before it links two records it looks at everything that either hangs together with (CKT-07, CKT-13).

use crate::limits::{LINES, RECORDS};
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::{Few, Table};

const ALL: usize = RECORDS + LINES;

/// The workbench.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Linking {
    /// How many lines are filed.
    filed: u8,
    /// What each record was linked with, directly or through others.
    with: Table<Few, ALL>,
}

/// The number of each record and line that a scope may have.
pub(crate) fn numbers(setup: &Setup) -> impl Iterator<Item = u32> + use<> {
    (0..u32::from(setup.records)).chain(RECORDS as u32..ALL as u32)
}

impl Linking {
    /// Files a line of the web log under a number.
    pub(crate) fn file(&mut self) -> Result<usize, Refusal> {
        if usize::from(self.filed) == LINES {
            return Err(Refusal::NoSlot);
        }
        self.filed += 1;
        Ok(RECORDS + usize::from(self.filed) - 1)
    }
    /// Whether a number is that of a line, filed or not.
    pub(crate) const fn is_line(number: usize) -> bool {
        number >= RECORDS
    }
    /// Refuses a line that is not filed.
    pub(crate) fn filed(&self, number: usize) -> Result<(), Refusal> {
        if number < RECORDS + usize::from(self.filed) { Ok(()) } else { Err(Refusal::NoRecord) }
    }
    /// A record and everything that it was linked with.
    pub(crate) fn together(&self, number: usize) -> Result<Few, Refusal> {
        let mut all = *self.with.at(number)?;
        all.add(number);
        Ok(all)
    }
    /// Links two records, and what they were linked with.
    pub(crate) fn link(&mut self, one: usize, other: usize) -> Result<(), Refusal> {
        let (here, there) = (self.together(one)?, self.together(other)?);
        if here.has(other) {
            return Err(Refusal::LinkedTogether);
        }
        for (left, right) in [(here, there), (there, here)] {
            for member in left.each() {
                let with = self.with.at_mut(member)?;
                right.each().for_each(|new| with.add(new));
            }
        }
        Ok(())
    }
    /// Nothing is left of a record, whose number may be that of another one later.
    pub(crate) fn vacate(&mut self, number: usize) -> Result<(), Refusal> {
        *self.with.at_mut(number)? = Few::default();
        self.with.each_mut().for_each(|(_, with)| with.drop(number));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_reach_over_what_was_linked_before() {
        let mut bench = Linking::default();
        bench.link(0, 1).unwrap();
        bench.link(1, 2).unwrap();
        assert_eq!(bench.together(0).unwrap().each().collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(bench.link(2, 0), Err(Refusal::LinkedTogether));
        assert_eq!(bench.filed(RECORDS), Err(Refusal::NoRecord));
        let filed = [bench.file(), bench.file(), bench.file()];
        assert_eq!(filed, [Ok(RECORDS), Ok(RECORDS + 1), Err(Refusal::NoSlot)]);
        assert_eq!(bench.filed(RECORDS + 1), Ok(()));
    }
}
