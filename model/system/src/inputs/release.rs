//! Release: whether data may be made available, by the vendor's own notes. Every way out asks here.
//!
//! Everybody whom it is about must have agreed, now, that this class of recipient gets it, in a scenario of the
//! policy (SHR-03, SHR-04); and a contract must stand that meets the law and the rights of each (SHR-05 to
//! SHR-07). What law demands or allows goes its own way.

use crate::cast::RecipientSpec;
use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::topic::Topic;
use crate::vendor::{contracts, sharing};
use crate::world::{Ctx, World};
use vouchsafe_alphabet::readings::Authorisation;
use vouchsafe_alphabet::{Category, Class, Clock, Holder, Observation, Person, Purpose, Record, Verb};

/// Data that is to be made available.
#[derive(Clone, Copy)]
pub(crate) struct Release {
    /// Whose it is.
    pub(crate) person: Person,
    /// What it is.
    pub(crate) category: Category,
    /// To whom it goes.
    pub(crate) to: Holder,
    /// For what; a copy for one that works for the vendor says nothing.
    pub(crate) purpose: Option<Purpose>,
}

impl Release {
    /// Refuses what people did not agree to or no contract stands behind.
    pub(crate) fn may<C: Clock>(self, w: &World<C>, ctx: &Ctx<'_, C>) -> Result<(), Refusal> {
        self.agreed(w, ctx)?;
        self.contracted(w, ctx)
    }

    /// Everybody whom the data is about (T35).
    fn subjects<C: Clock>(self, ctx: &Ctx<'_, C>) -> impl Iterator<Item = Person> + use<C> {
        let other = ctx.setup.other(self.person, self.category);
        std::iter::once(self.person).chain(other.filter(|_| !ctx.setup.has(Defect::OwnerSpeaksForAll)))
    }

    /// Refuses what is no scenario, what nobody asked for, and what somebody did not agree to.
    pub(crate) fn agreed<C: Clock>(self, w: &World<C>, ctx: &Ctx<'_, C>) -> Result<(), Refusal> {
        let (setup, spec) = (ctx.setup, ctx.setup.recipient(self.to)?);
        let broker = spec.class == Class::Outside && setup.has(Defect::BrokerServed);
        if spec.class == Class::Affiliate && setup.has(Defect::AffiliatesShutOut) {
            return Err(Refusal::NoScenario);
        }
        if !broker {
            sharing::scenario(spec, self.purpose)?;
        }
        if !setup.has(Defect::UnlistedKindServed) {
            sharing::listed_kind(spec)?;
        }
        let asked = w.vendor.purposes.served.has(self.person.index());
        if self.purpose == Some(Purpose::Provide) && !asked && !setup.has(Defect::NobodyRequested) {
            return Err(Refusal::NoRequest);
        }
        for subject in self.subjects(ctx) {
            let kind = setup.kind(self.category)?;
            let home = w.vendor.homes.of(setup, subject);
            w.vendor.statutes.permits(setup, (subject, home), Verb::Disclose, kind)?;
            w.vendor.halt.open(setup, subject, kind, spec)?;
            if broker {
                w.vendor.account.requires(subject, Verb::Disclose, setup.kind(self.category)?)?;
            } else {
                self.agreed_by(w, ctx, subject, spec)?;
            }
        }
        Ok(())
    }

    /// Refuses what one person did not agree to.
    fn agreed_by<C: Clock>(
        self,
        w: &World<C>,
        ctx: &Ctx<'_, C>,
        subject: Person,
        spec: &RecipientSpec,
    ) -> Result<(), Refusal> {
        let setup = ctx.setup;
        let kind = setup.kind(self.category)?;
        let skipped = (spec.class == Class::Affiliate && setup.has(Defect::AffiliateIsSelf))
            || setup.has(Defect::CheckedAtCollection);
        if skipped {
            return Ok(());
        }
        match w.vendor.sharing.of(subject, spec.class, kind)? {
            Some(false) => return Err(Refusal::Barred),
            Some(true) => {
                let asked = sharing::asked_purpose(setup, spec.class);
                let meant = asked.is_none() || self.purpose.is_none() || asked == self.purpose;
                return if meant { Ok(()) } else { Err(Refusal::NoConsent) };
            }
            None => {}
        }
        let authorisation = setup.rules.readings.authorisation;
        let stretched = spec.class == Class::Ecosystem && setup.has(Defect::GeneralYesForAll);
        let general =
            authorisation != Authorisation::PerScenario && (sharing::named(setup, spec) || stretched);
        if !general {
            return Err(Refusal::NoConsent);
        }
        let account = &w.vendor.account;
        let accepted = authorisation == Authorisation::Acceptance
            && account.accepted(subject)
            && !account.consent(subject)?.barred(Verb::Disclose, kind);
        if accepted { Ok(()) } else { account.requires(subject, Verb::Disclose, kind) }
    }

    /// Refuses a recipient with whom no contract stands that meets the law and the rights of everybody.
    pub(crate) fn contracted<C: Clock>(self, w: &World<C>, ctx: &Ctx<'_, C>) -> Result<(), Refusal> {
        let spec = ctx.setup.recipient(self.to)?;
        if !contracts::owed(ctx.setup, spec) {
            return Ok(());
        }
        if !ctx.setup.has(Defect::ContractAfterwards) {
            w.vendor.contracts.stands(self.to, ctx.now)?;
        }
        let home = |subject| w.vendor.homes.of(ctx.setup, subject);
        self.subjects(ctx).try_for_each(|subject| contracts::covers(ctx.setup, spec, home(subject)))
    }

    /// Refuses what the vendor does not hold; gives the record.
    pub(crate) fn record<C: Clock>(self, w: &World<C>, ctx: &Ctx<'_, C>) -> Result<Record, Refusal> {
        let slot = w.records.held(self.person, ctx.setup.kind(self.category)?)?;
        Ok(Record(slot as u32))
    }

    /// The data changes hands, and the recipient learns whether it may use it.
    pub(crate) fn hand_over<C: Clock>(
        self,
        w: &mut World<C>,
        ctx: &mut Ctx<'_, C>,
        by: Holder,
        record: Option<Record>,
    ) -> Result<(), Refusal> {
        let kind = ctx.setup.kind(self.category)?;
        if !w.vendor.account.consent(self.person)?.barred(Verb::Use, kind) {
            w.recipients.at_mut(self.to.index())?.receive(self.person, kind)?;
        }
        if ctx.setup.topics.has(Topic::ThirdParties) {
            w.vendor.third_parties.give(self.to, self.person)?;
        }
        let shown = self.shown(ctx, by, record);
        ctx.saw(shown);
        Ok(())
    }

    /// What is seen of it.
    pub(crate) fn shown<C: Clock>(self, ctx: &Ctx<'_, C>, by: Holder, record: Option<Record>) -> Observation {
        Observation::Disclosed {
            person: self.person,
            category: self.category,
            by,
            to: self.to,
            purpose: self.purpose.unwrap_or(Purpose::OperateFull),
            other: ctx.setup.other(self.person, self.category),
            record,
            contract: None,
            ground: None,
        }
    }
}
