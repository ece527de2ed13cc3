//! The advertising programme: which partners have joined it, who opted out, and whom each partner leaves alone.
//!
//! What the preference page takes down is kept apart from cookies, and goes to every partner in time, and at
//! once to one that joins later (CKT-10).

use crate::defects::Defect;
use crate::limits::{HOLDERS, PEOPLE};
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::{Few, Table};
use vouchsafe_alphabet::{Clock, Holder, Person};

/// The advertising programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Programme<C> {
    /// The partners that have joined.
    joined: Few,
    /// The people who opted out, as the preference page has it.
    out: Few,
    /// The people whom each partner serves nothing by interest.
    spared: Table<Few, HOLDERS>,
    /// The people of whose activity each partner has a profile.
    profiles: Table<Few, HOLDERS>,
    /// When every partner must know at the latest.
    stop: Table<C, PEOPLE>,
}

impl<C: Clock> Default for Programme<C> {
    fn default() -> Self {
        Self {
            joined: Few::default(),
            out: Few::default(),
            spared: Table::default(),
            profiles: Table::default(),
            stop: Table::default(),
        }
    }
}

impl<C: Clock> Programme<C> {
    /// A partner joins, and is given the list of those who opted out.
    pub(crate) fn join(&mut self, setup: &Setup, partner: Holder) -> Result<(), Refusal> {
        if self.joined.has(partner.index()) {
            return Err(Refusal::InProgramme);
        }
        self.joined.add(partner.index());
        if !setup.has(Defect::LateJoinerNotTold) {
            *self.spared.at_mut(partner.index())? = self.out;
        }
        Ok(())
    }
    /// Refuses a partner that has not joined.
    pub(crate) fn member(&self, partner: Holder) -> Result<(), Refusal> {
        if self.joined.has(partner.index()) { Ok(()) } else { Err(Refusal::NotInProgramme) }
    }
    /// A partner gathers activity of a person into a profile; an opt-out is from its use alone.
    pub(crate) fn gather(&mut self, partner: Holder, person: Person) -> Result<(), Refusal> {
        self.member(partner)?;
        self.profiles.at_mut(partner.index())?.add(person.index());
        Ok(())
    }
    /// Refuses to go by a profile that there is not, or of somebody who is to be spared.
    pub(crate) fn by_interest(&self, partner: Holder, person: Person, spares: bool) -> Result<(), Refusal> {
        self.member(partner)?;
        if !self.profiles.at(partner.index())?.has(person.index()) {
            return Err(Refusal::NothingKnown);
        }
        if spares && self.spared.at(partner.index())?.has(person.index()) {
            return Err(Refusal::OptedOut);
        }
        Ok(())
    }
    /// A person opts out on the preference page.
    pub(crate) fn opt_out(&mut self, setup: &Setup, person: Person, now: C::Now) -> Result<(), Refusal> {
        if self.out.has(person.index()) {
            return Err(Refusal::OptedOut);
        }
        self.out.add(person.index());
        let (rules, units) = (&setup.rules, setup.rules.deadlines.ad_stop);
        if units == 0 {
            self.tell(person);
        } else {
            *self.stop.at_mut(person.index())? = C::start(now, units, rules);
        }
        Ok(())
    }
    /// A person opts in again; or what was taken down is lost.
    pub(crate) fn opt_in(&mut self, person: Person) -> Result<(), Refusal> {
        if !self.out.has(person.index()) {
            return Err(Refusal::NotOptedOut);
        }
        self.out.drop(person.index());
        self.spared.each_mut().for_each(|(_, people)| people.drop(person.index()));
        *self.stop.at_mut(person.index())? = C::default();
        Ok(())
    }
    /// Every partner that has joined learns that a person is to be spared.
    fn tell(&mut self, person: Person) {
        let joined = self.joined;
        let partners = self.spared.each_mut().filter(|(partner, _)| joined.has(*partner));
        partners.for_each(|(_, people)| people.add(person.index()));
        if let Ok(stop) = self.stop.at_mut(person.index()) {
            *stop = C::default();
        }
    }
    /// Whoever has to be spared by now is.
    pub(crate) fn due(&mut self, setup: &Setup, now: C::Now) {
        for person in setup.people() {
            if self.stop.at(person.index()).is_ok_and(|stop| stop.due(now) || stop.over(now)) {
                self.tell(person);
            }
        }
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        self.stop.each_mut().for_each(|(_, stop)| visit(stop));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::PersonSpec;
    use vouchsafe_alphabet::{Regime, Ticks};

    #[test]
    fn an_opt_out_reaches_partners_in_time_and_later_ones_at_once() {
        let (ana, first, later) = (Person(0), Holder(1), Holder(2));
        let mut setup = Setup::default();
        setup.cast.people = vec![PersonSpec::adult(Regime::Consent)];
        let mut programme = Programme::<Ticks>::default();
        assert_eq!(programme.gather(first, ana), Err(Refusal::NotInProgramme));
        programme.join(&setup, first).unwrap();
        assert_eq!(programme.by_interest(first, ana, true), Err(Refusal::NothingKnown));
        programme.gather(first, ana).unwrap();
        programme.opt_out(&setup, ana, ()).unwrap();
        assert_eq!(programme.by_interest(first, ana, true), Ok(()));
        programme.join(&setup, later).unwrap();
        programme.gather(later, ana).unwrap();
        assert_eq!(programme.by_interest(later, ana, true), Err(Refusal::OptedOut));
        programme.clocks(&mut |clock| clock.age());
        programme.due(&setup, ());
        assert_eq!(programme.by_interest(first, ana, true), Err(Refusal::OptedOut));
        programme.opt_in(ana).unwrap();
        assert_eq!(programme.by_interest(first, ana, true), Ok(()));
        assert_eq!(programme.opt_in(ana), Err(Refusal::NotOptedOut));
    }
}
