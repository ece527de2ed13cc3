//! The disclosure service: a batch with room for one disclosure, checked again when it is sent.

use crate::kinds::Kind;
use crate::refusal::Refusal;
use vouchsafe_alphabet::{Holder, Person};

/// A disclosure that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Queued {
    person: u8,
    kind: Kind,
    holder: u8,
}

/// The disclosure service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Disclosure {
    batch: Option<Queued>,
}

impl Disclosure {
    /// Puts a disclosure into the batch.
    pub(crate) fn queue(&mut self, person: Person, kind: Kind, holder: Holder) -> Result<(), Refusal> {
        if self.batch.is_some() {
            return Err(Refusal::BatchFull);
        }
        self.batch = Some(Queued { person: person.0 as u8, kind, holder: holder.0 as u8 });
        Ok(())
    }
    /// Takes the batch out to be sent.
    pub(crate) fn take(&mut self) -> Result<(Person, Kind, Holder), Refusal> {
        let queued = self.batch.take().ok_or(Refusal::BatchEmpty)?;
        Ok((Person(queued.person.into()), queued.kind, Holder(queued.holder.into())))
    }
}
