//! The staff office: who is engaged and bound to secrecy, and whose breach is still to be dealt with (SEC-08, SEC-09).
//!
//! | state \ input | bind | notice a breach | sanction | dismiss |
//! |---|---|---|---|---|
//! | not bound | bound | - | - | - |
//! | bound | - | to be dealt with | - | gone |
//! | to be dealt with | - | - | bound | gone |
//! | gone | bound | - | - | - |

use crate::limits::STAFF;
use crate::refusal::Refusal;
use crate::table::Table;

/// How a member of staff stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Standing {
    /// Not bound to secrecy yet.
    #[default]
    New,
    /// Bound and engaged.
    Bound,
    /// Bound, and a breach was noticed.
    Noticed,
    /// Dismissed.
    Gone,
}

/// The staff office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Office {
    standing: Table<Standing, STAFF>,
}

impl Office {
    /// How somebody stands.
    pub(crate) fn at(&self, staff: usize) -> Result<Standing, Refusal> {
        self.standing.at(staff).copied()
    }
    /// Whoever was noticed works on as if nothing had been; only a defect drops cases.
    pub(crate) fn drop_cases(&mut self) {
        for (_, standing) in self.standing.each_mut() {
            if *standing == Standing::Noticed {
                *standing = Standing::Bound;
            }
        }
    }
    /// Somebody stands so from here on.
    pub(crate) fn set(&mut self, staff: usize, standing: Standing) -> Result<(), Refusal> {
        *self.standing.at_mut(staff)? = standing;
        Ok(())
    }
}
