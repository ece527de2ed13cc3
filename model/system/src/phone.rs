//! A phone with the plugin: its connection and the withdrawals that wait in it.

use crate::refusal::Refusal;
use crate::table::Few;
use vouchsafe_alphabet::{Clock, Rules};

/// One phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Phone<C> {
    /// Whether it has no connection to the vendor.
    pub(crate) offline: bool,
    /// Whether it is away from the local network of the TVs.
    pub(crate) away: bool,
    /// The slots of withdrawals that were made here and not sent yet; they outlive a restart.
    pub(crate) outbox: Few,
    /// When it is back online at the latest, where there is such a limit.
    pub(crate) back: C,
}

impl<C: Clock> Default for Phone<C> {
    fn default() -> Self {
        Self { offline: false, away: false, outbox: Few::default(), back: C::default() }
    }
}

impl<C: Clock> Phone<C> {
    /// The connection is lost.
    pub(crate) fn lose_connection(
        &mut self,
        now: C::Now,
        limit: Option<u32>,
        rules: &Rules,
    ) -> Result<(), Refusal> {
        if self.offline {
            return Err(Refusal::PhoneOffline);
        }
        self.offline = true;
        self.back = limit.map_or_else(C::default, |units| C::start(now, units, rules));
        Ok(())
    }
    /// The connection is there again; gives what waited in the phone.
    pub(crate) fn connect(&mut self) -> Result<Few, Refusal> {
        if !self.offline {
            return Err(Refusal::PhoneOnline);
        }
        self.offline = false;
        self.back = C::default();
        Ok(std::mem::take(&mut self.outbox))
    }
    /// Leaves the local network, or joins it again.
    pub(crate) fn go(&mut self, away: bool) -> Result<(), Refusal> {
        if self.away == away {
            return Err(Refusal::NothingChanges);
        }
        self.away = away;
        Ok(())
    }
    /// Refuses what needs a connection to the vendor.
    pub(crate) fn connected(&self) -> Result<(), Refusal> {
        if self.offline { Err(Refusal::PhoneOffline) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::Ticks;

    #[test]
    fn a_phone_goes_offline_and_comes_back_with_its_outbox() {
        let rules = Rules::default();
        let mut phone = Phone::<Ticks>::default();
        assert_eq!(phone.connect(), Err(Refusal::PhoneOnline));
        assert_eq!(phone.connected(), Ok(()));
        assert_eq!(phone.lose_connection((), Some(1), &rules), Ok(()));
        assert_eq!(phone.lose_connection((), Some(1), &rules), Err(Refusal::PhoneOffline));
        assert!(phone.back.is_set() && phone.connected() == Err(Refusal::PhoneOffline));
        phone.outbox.add(2);
        assert_eq!(phone.connect(), Ok(Few::one(2)));
        assert_eq!(phone, Phone::default());
        assert_eq!(phone.lose_connection((), None, &rules), Ok(()));
        assert!(!phone.back.is_set(), "without a limit a phone may stay away");
    }
}
