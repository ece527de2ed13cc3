//! Incidents: who was let know whose password, who is aware of what, and what the vendor can find out about causes.

use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::table::{Few, Table};
use vouchsafe_alphabet::{Clock, Person};

/// The incidents of everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Incidents<C> {
    /// By person, whom they have let know a password.
    told: Table<Few, PEOPLE>,
    /// By person, who uses their account.
    inside: Table<Option<u8>, PEOPLE>,
    /// By person, until when they have to report what they are aware of; unset where that is nothing.
    report: Table<C, PEOPLE>,
    /// The people whose latest intruder had the password from them.
    pub(crate) lapses: Few,
    /// The people a password of whom has gone from the vendor to others.
    pub(crate) leaked: Few,
    /// The people about whom a message has met an adversary.
    pub(crate) attacked: Few,
}

impl<C: Clock> Default for Incidents<C> {
    fn default() -> Self {
        Self {
            told: Table::default(),
            inside: Table::default(),
            report: Table::default(),
            lapses: Few::default(),
            leaked: Few::default(),
            attacked: Few::default(),
        }
    }
}

impl<C: Clock> Incidents<C> {
    /// A person lets somebody know a password.
    pub(crate) fn tell(&mut self, person: Person, other: Person) -> Result<(), Refusal> {
        let told = self.told.at_mut(person.index())?;
        if told.has(other.index()) || person == other {
            return Err(Refusal::NothingChanges);
        }
        told.add(other.index());
        Ok(())
    }
    /// Whether a person let somebody know a password.
    pub(crate) fn told(&self, person: Person, other: Person) -> Result<bool, Refusal> {
        Ok(self.told.at(person.index())?.has(other.index()))
    }
    /// Somebody uses the account of a person.
    pub(crate) fn break_in(&mut self, person: Person, other: Person) -> Result<(), Refusal> {
        let inside = self.inside.at_mut(person.index())?;
        if inside.is_some() || person == other {
            return Err(Refusal::SessionOpen);
        }
        *inside = Some(other.0 as u8);
        Ok(())
    }
    /// Who uses the account of a person.
    pub(crate) fn intruder(&self, person: Person) -> Result<Person, Refusal> {
        self.inside.at(person.index())?.map(|other| Person(other.into())).ok_or(Refusal::NoSession)
    }
    /// Nobody else uses it any more.
    pub(crate) fn end(&mut self, person: Person) -> Result<(), Refusal> {
        *self.inside.at_mut(person.index())? = None;
        Ok(())
    }
    /// Whether a person is aware of something that they have not reported.
    pub(crate) fn is_aware(&self, person: Person) -> bool {
        self.report.at(person.index()).is_ok_and(|report| report.is_set())
    }
    /// A person becomes aware of something that they have to report by then.
    pub(crate) fn notice(&mut self, person: Person, by: C) -> Result<(), Refusal> {
        let report = self.report.at_mut(person.index())?;
        if report.is_set() {
            return Err(Refusal::NothingChanges);
        }
        *report = by;
        Ok(())
    }
    /// A person has reported it.
    pub(crate) fn reported(&mut self, person: Person) -> Result<(), Refusal> {
        *self.report.at_mut(person.index())? = C::default();
        Ok(())
    }
    /// The people whose time for a report runs out.
    pub(crate) fn due(&self, now: C::Now) -> Few {
        let mut due = Few::default();
        for (person, report) in self.report.each() {
            if report.due(now) {
                due.add(person);
            }
        }
        due
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        self.report.each_mut().for_each(|(_, report)| visit(report));
    }
}
