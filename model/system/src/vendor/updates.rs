//! The policy desk: the next version of the terms as it was published, its date, and who was told of it.
//!
//! A version with nothing new needs no notice and no date; one that was published waits for its date, and where it
//! is material until everybody was told what changes (UPD-03, UPD-05).

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::setup::Setup;
use vouchsafe_alphabet::Clock;

/// The policy desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Updates<C> {
    /// The next version was published.
    published: bool,
    /// When it is to take effect.
    date: C,
    /// Everybody was told what changes.
    announced: bool,
    /// When the time between the last such notice and the change is over.
    lead: C,
}

impl<C: Clock> Updates<C> {
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        visit(&mut self.date);
        visit(&mut self.lead);
    }
    /// Whether the next version was published.
    pub(crate) fn is_published(&self) -> bool {
        self.published
    }
    /// The next version is published, to take effect on that date.
    pub(crate) fn publish(&mut self, date: C) -> Result<(), Refusal> {
        if self.published {
            return Err(Refusal::PublishedAlready);
        }
        (self.published, self.date) = (true, date);
        Ok(())
    }
    /// Everybody is told what changes.
    pub(crate) fn tell(&mut self, lead: C) -> Result<(), Refusal> {
        if !self.published {
            return Err(Refusal::NotPublished);
        }
        (self.announced, self.lead) = (true, lead);
        Ok(())
    }
    /// The published version takes effect, once that may be.
    pub(crate) fn take_effect(&mut self, setup: &Setup, now: C::Now) -> Result<(), Refusal> {
        let has_come = |clock: C| !clock.is_set() || clock.due(now) || clock.over(now);
        if !has_come(self.date) && !setup.has(Defect::EffectAtPublication) {
            return Err(Refusal::DateNotCome);
        }
        if setup.adds_something() && !setup.has(Defect::MaterialAsMinor) {
            let at_once = setup.has(Defect::LeadCutShort) || setup.has(Defect::EffectAtPublication);
            if !self.announced || !(has_come(self.lead) || at_once) {
                return Err(Refusal::NotAnnounced);
            }
        }
        *self = Self::default();
        Ok(())
    }
}
