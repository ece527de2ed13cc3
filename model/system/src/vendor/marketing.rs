//! The marketing service: who agreed to direct marketing, who ended it, and what the agencies' list says.
//!
//! What a person's law takes is in the vendor's own table of laws (MKT-02, MKT-03). An opt-out stops the
//! vendor at once; the agencies learn of it with the next list, and at the latest at the deadline (MKT-04).

use crate::defects::Defect;
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::{Few, Table};
use vouchsafe_alphabet::readings::{OptOutReach, Silence};
use vouchsafe_alphabet::{Answer, Channel, Clock, Mail, Person, Regime};

/// What the marketing service noted of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Choice<C> {
    /// The last answer to the question about direct marketing.
    answer: Option<Answer>,
    /// Whether the person ended direct marketing, and did not agree anew.
    ended: bool,
    /// The kinds of e-mail that the person stopped; never cleared (MKT-05).
    stopped: Few,
    /// When the agencies must have been told at the latest.
    agency: C,
    /// What the law takes where the person has moved to.
    law: Option<Regime>,
}

impl<C: Clock> Default for Choice<C> {
    fn default() -> Self {
        Self { answer: None, ended: false, stopped: Few::default(), agency: C::default(), law: None }
    }
}

/// The marketing service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Marketing<C> {
    choices: Table<Choice<C>, PEOPLE>,
    /// The list by which agencies send.
    listed: Few,
}

impl<C: Clock> Default for Marketing<C> {
    fn default() -> Self {
        Self { choices: Table::default(), listed: Few::default() }
    }
}

impl<C: Clock> Marketing<C> {
    /// A person answers the question about direct marketing.
    pub(crate) fn answer(&mut self, setup: &Setup, person: Person, answer: Answer) -> Result<(), Refusal> {
        let choice = self.choices.at_mut(person.index())?;
        choice.answer = Some(answer);
        match answer {
            Answer::Yes => {
                choice.ended = false;
                if setup.has(Defect::YesRevivesStoppedMail) {
                    choice.stopped = Few::default();
                }
                if !choice.stopped.has(Mail::Newsletter as usize) {
                    choice.agency = C::default();
                }
            }
            Answer::No | Answer::NoObjection | Answer::Silence => {}
        }
        // An answer that ends consent binds everybody at once: only an opt-out has time to travel.
        if !self.agreed(setup, person)? {
            self.listed.drop(person.index());
            self.choices.at_mut(person.index())?.agency = C::default();
        }
        Ok(())
    }
    /// What the law takes where the person lives.
    pub(crate) fn law(&self, setup: &Setup, person: Person) -> Result<Regime, Refusal> {
        let moved = self.choices.at(person.index())?.law.filter(|_| !setup.has(Defect::HomeAtRegistration));
        moved.map_or_else(|| setup.law(person), Ok)
    }
    /// The person has moved: consent that the law does not take there counts no more.
    pub(crate) fn law_changes(&mut self, setup: &Setup, person: Person, law: Regime) -> Result<(), Refusal> {
        self.choices.at_mut(person.index())?.law = Some(law).filter(|law| setup.law(person) != Ok(*law));
        if !self.agreed(setup, person)? {
            self.listed.drop(person.index());
        }
        Ok(())
    }
    /// The last answer of a person.
    pub(crate) fn answered(&self, person: Person) -> Option<Answer> {
        self.choices.at(person.index()).ok()?.answer
    }
    /// Whether the last answer is one that the person's law takes.
    pub(crate) fn agreed(&self, setup: &Setup, person: Person) -> Result<bool, Refusal> {
        let law = self.law(setup, person)?;
        Ok(match self.choices.at(person.index())?.answer {
            Some(Answer::Yes) => true,
            Some(Answer::NoObjection) => law == Regime::NoObjection,
            Some(Answer::Silence) => {
                let counts = setup.rules.readings.silence == Silence::Counts && law == Regime::NoObjection;
                counts || setup.has(Defect::SilenceAsConsent)
            }
            Some(Answer::No) | None => false,
        })
    }
    /// Refuses marketing use without a live consent that the law takes (MKT-02).
    pub(crate) fn consented(&self, setup: &Setup, person: Person) -> Result<(), Refusal> {
        if self.agreed(setup, person)? { Ok(()) } else { Err(Refusal::NoConsent) }
    }
    /// Refuses marketing use that the person ended (MKT-04).
    ///
    /// `mail` says whether it goes out by e-mail, which is all that the weaker reading ends.
    pub(crate) fn open(&self, setup: &Setup, person: Person, mail: bool) -> Result<(), Refusal> {
        let ended = self.choices.at(person.index())?.ended;
        let reaches = mail || setup.rules.readings.opt_out_reach != OptOutReach::MailOnly;
        if ended && reaches { Err(Refusal::OptedOut) } else { Ok(()) }
    }
    /// Refuses e-mail of a kind that the person stopped (MKT-05).
    pub(crate) fn wanted(&self, setup: &Setup, person: Person, mail: Mail) -> Result<(), Refusal> {
        let stopped = self.choices.at(person.index())?.stopped.has(mail as usize);
        if stopped && !setup.has(Defect::StopMailIgnored) { Err(Refusal::OptedOut) } else { Ok(()) }
    }
    /// Whether a promotion may go out by this channel.
    pub(crate) fn may_promote(&self, setup: &Setup, person: Person, channel: Channel) -> Result<(), Refusal> {
        self.consented(setup, person)?;
        if channel == Channel::Email {
            self.open(setup, person, true)?;
            self.wanted(setup, person, Mail::Newsletter)
        } else if setup.has(Defect::PushAfterOptOut) {
            Ok(())
        } else {
            self.open(setup, person, false)
        }
    }
    /// A person ends direct marketing.
    pub(crate) fn opt_out(&mut self, setup: &Setup, person: Person, now: C::Now) -> Result<(), Refusal> {
        self.choices.at_mut(person.index())?.ended = true;
        self.tell_agencies_in_time(setup, person, now)
    }
    /// A person stops a kind of e-mail.
    pub(crate) fn stop_mail(
        &mut self,
        setup: &Setup,
        person: Person,
        mail: Mail,
        now: C::Now,
    ) -> Result<(), Refusal> {
        self.choices.at_mut(person.index())?.stopped.add(mail as usize);
        if mail == Mail::Newsletter { self.tell_agencies_in_time(setup, person, now) } else { Ok(()) }
    }
    /// Starts the time within which the agencies must learn that they may not write to a person.
    fn tell_agencies_in_time(&mut self, setup: &Setup, person: Person, now: C::Now) -> Result<(), Refusal> {
        let rules = &setup.rules;
        let at_once =
            rules.readings.opt_out_reach == OptOutReach::AtOnce || rules.deadlines.marketing_stop == 0;
        let choice = self.choices.at_mut(person.index())?;
        if !self.listed.has(person.index()) || choice.agency.is_set() {
            return Ok(());
        }
        if at_once {
            self.strike(setup, person);
        } else {
            choice.agency = C::start(now, rules.deadlines.marketing_stop, rules);
        }
        Ok(())
    }
    /// Takes a person off the agencies' list.
    fn strike(&mut self, setup: &Setup, person: Person) {
        if !setup.has(Defect::AgencyNeverSynced) {
            self.listed.drop(person.index());
        }
        if let Ok(choice) = self.choices.at_mut(person.index()) {
            choice.agency = C::default();
        }
    }
    /// Whether an agency has a person on its list.
    pub(crate) fn listed(&self, person: Person) -> Result<(), Refusal> {
        if self.listed.has(person.index()) { Ok(()) } else { Err(Refusal::NotListed) }
    }
    /// The agencies get a new list: everybody to whom newsletters may go.
    pub(crate) fn sync(&mut self, setup: &Setup, allowed: impl Fn(Person) -> bool) {
        for person in setup.people() {
            if allowed(person) && self.may_promote(setup, person, Channel::Email).is_ok() {
                self.listed.add(person.index());
            } else {
                self.strike(setup, person);
            }
        }
    }
    /// Strikes off the agencies' list whoever has to be off it by now.
    pub(crate) fn due(&mut self, setup: &Setup, now: C::Now) {
        for person in setup.people() {
            if self
                .choices
                .at(person.index())
                .is_ok_and(|choice| choice.agency.due(now) || choice.agency.over(now))
            {
                self.strike(setup, person);
            }
        }
    }
    /// A known minor is on no list, at once (MIN-03).
    pub(crate) fn forget(&mut self, person: Person) {
        self.listed.drop(person.index());
        if let Ok(choice) = self.choices.at_mut(person.index()) {
            choice.agency = C::default();
        }
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        for (_, choice) in self.choices.each_mut() {
            visit(&mut choice.agency);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::PersonSpec;
    use crate::defects::Defects;
    use vouchsafe_alphabet::{Ticks, Word};

    const ANA: Person = Person(0);

    fn setup(law: Regime) -> Setup {
        let mut setup = Setup::default();
        setup.cast.people = vec![PersonSpec::adult(law)];
        setup
    }

    #[test]
    fn each_law_takes_the_answers_that_it_takes() {
        let taken = |setup: &Setup| {
            let agrees = |answer: &&Answer| {
                let mut service = Marketing::<Ticks>::default();
                service.answer(setup, ANA, **answer).unwrap();
                service.agreed(setup, ANA).unwrap()
            };
            Answer::ALL.iter().filter(agrees).copied().collect::<Vec<_>>()
        };
        assert_eq!(taken(&setup(Regime::Consent)), [Answer::Yes]);
        assert_eq!(taken(&setup(Regime::SeparateConsent)), [Answer::Yes]);
        assert_eq!(taken(&setup(Regime::NoObjection)), [Answer::Yes, Answer::NoObjection]);
        let mut counts = setup(Regime::NoObjection);
        counts.rules.readings.silence = Silence::Counts;
        assert_eq!(taken(&counts), [Answer::Yes, Answer::NoObjection, Answer::Silence]);
        let broken = Setup { defects: Defects::one(Defect::SilenceAsConsent), ..setup(Regime::Consent) };
        assert_eq!(taken(&broken), [Answer::Yes, Answer::Silence]);
    }

    #[test]
    fn an_opt_out_stops_the_vendor_at_once_and_the_agency_in_time() {
        let setup = setup(Regime::Consent);
        let mut service = Marketing::<Ticks>::default();
        let email = |service: &Marketing<Ticks>| service.may_promote(&setup, ANA, Channel::Email);
        assert_eq!(email(&service), Err(Refusal::NoConsent));
        service.answer(&setup, ANA, Answer::Yes).unwrap();
        assert_eq!((email(&service), service.listed(ANA)), (Ok(()), Err(Refusal::NotListed)));
        service.sync(&setup, |_| true);
        service.opt_out(&setup, ANA, ()).unwrap();
        assert_eq!((email(&service), service.listed(ANA)), (Err(Refusal::OptedOut), Ok(())));
        service.clocks(&mut |clock| clock.age());
        service.due(&setup, ());
        assert_eq!(service.listed(ANA), Err(Refusal::NotListed));
        service.answer(&setup, ANA, Answer::NoObjection).unwrap();
        assert!(email(&service).is_err(), "a sign of no objection lifts no opt-out");
        service.answer(&setup, ANA, Answer::Yes).unwrap();
        assert_eq!(email(&service), Ok(()));
    }

    #[test]
    fn a_stopped_kind_of_mail_stays_stopped() {
        let setup = setup(Regime::Consent);
        let mut service = Marketing::<Ticks>::default();
        service.stop_mail(&setup, ANA, Mail::Product, ()).unwrap();
        service.answer(&setup, ANA, Answer::Yes).unwrap();
        assert_eq!(service.wanted(&setup, ANA, Mail::Product), Err(Refusal::OptedOut));
        assert_eq!(service.wanted(&setup, ANA, Mail::Newsletter), Ok(()));
    }
}
