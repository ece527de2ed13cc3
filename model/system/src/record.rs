//! Records: each item of personal information with the list of its copies, as the vendor keeps it.

use crate::kinds::Kind;
use crate::limits::RECORDS;
use crate::refusal::Refusal;
use crate::table::{Few, Table};
use vouchsafe_alphabet::{Clock, Ground, Holder, Person, Purpose};

/// One record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Record<C> {
    /// Whose it is.
    pub(crate) person: u8,
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether a guardian had approved when it was last collected (MIN-08).
    pub(crate) approved: bool,
    /// For what it was last collected, where that was said.
    pub(crate) purpose: Option<Purpose>,
    /// The vendor and the recipients that have a copy, as the vendor's list names them.
    pub(crate) holders: Few,
    /// Copies that the vendor's list does not name; only a broken replication makes such.
    pub(crate) unlisted: Few,
    /// Whether the purpose has ended.
    pub(crate) ended: bool,
    /// The grounds to keep it that are live (RET-05).
    pub(crate) grounds: Few,
    /// Whether its one business ground is spent.
    pub(crate) spent: bool,
    /// When the business ground expires.
    pub(crate) business: C,
    /// When the vendor infers that keeping it serves no purpose (RET-06).
    pub(crate) inference: C,
    /// When it must be purged (RET-03).
    pub(crate) purge: C,
}

impl<C: Clock> Record<C> {
    fn new(person: Person, kind: Kind, approved: bool) -> Self {
        Self {
            person: person.0 as u8,
            kind,
            approved,
            purpose: None,
            holders: Few::one(Holder::VENDOR.index()),
            unlisted: Few::default(),
            ended: false,
            grounds: Few::default(),
            spent: false,
            business: C::default(),
            inference: C::default(),
            purge: C::default(),
        }
    }
    /// Whose it is.
    pub(crate) fn subject(&self) -> Person {
        Person(u32::from(self.person))
    }
    /// Whether the vendor has its copy.
    pub(crate) fn held(&self) -> bool {
        self.holders.has(Holder::VENDOR.index())
    }
    /// Whether this ground is live.
    pub(crate) fn kept_for(&self, ground: Ground) -> bool {
        self.grounds.has(ground as usize)
    }
    /// Whether nobody has a copy.
    pub(crate) fn gone(&self) -> bool {
        self.holders.is_empty() && self.unlisted.is_empty()
    }
}

/// The records that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Records<C> {
    pub(crate) slots: Table<Option<Record<C>>, RECORDS>,
}

impl<C: Clock> Default for Records<C> {
    fn default() -> Self {
        Self { slots: Table::default() }
    }
}

impl<C: Clock> Records<C> {
    /// A datum is collected: under the slot of the same person and category, or in the first free one.
    ///
    /// Collected again, a record keeps its copies and everything else about it starts anew, what it was
    /// collected for included.
    pub(crate) fn collect(
        &mut self,
        person: Person,
        kind: Kind,
        approved: bool,
        most: u8,
    ) -> Result<usize, Refusal> {
        let fresh = Record::new(person, kind, approved);
        if let Some(index) = self.find(person, kind) {
            let record = self.get_mut(index)?;
            let mut holders = record.holders;
            holders.add(Holder::VENDOR.index());
            *record = Record { holders, unlisted: record.unlisted, ..fresh };
            return Ok(index);
        }
        let mut free = self.slots.each_mut().take(usize::from(most)).filter(|(_, slot)| slot.is_none());
        let (index, slot) = free.next().ok_or(Refusal::NoSlot)?;
        *slot = Some(fresh);
        Ok(index)
    }
    /// The slot of a person's record of a category.
    pub(crate) fn find(&self, person: Person, kind: Kind) -> Option<usize> {
        let is = |r: &Record<C>| r.subject() == person && r.kind == kind;
        self.slots.each().find(|(_, slot)| slot.as_ref().is_some_and(is)).map(|(index, _)| index)
    }
    /// The slot of a person's record of a category that the vendor has.
    pub(crate) fn held(&self, person: Person, kind: Kind) -> Result<usize, Refusal> {
        let index = self.find(person, kind).ok_or(Refusal::NoRecord)?;
        if self.get(index)?.held() { Ok(index) } else { Err(Refusal::NoRecord) }
    }
    /// The record in a slot.
    pub(crate) fn get(&self, index: usize) -> Result<Record<C>, Refusal> {
        self.slots.at(index)?.ok_or(Refusal::NoRecord)
    }
    /// The record in a slot, to change.
    pub(crate) fn get_mut(&mut self, index: usize) -> Result<&mut Record<C>, Refusal> {
        self.slots.at_mut(index)?.as_mut().ok_or(Refusal::NoRecord)
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        for (_, slot) in self.slots.each_mut() {
            if let Some(record) = slot {
                visit(&mut record.business);
                visit(&mut record.inference);
                visit(&mut record.purge);
            }
        }
    }
}
