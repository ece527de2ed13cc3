//! A phone with the plugin: its connection, its sessions, what it may read, and what waits in it.

use crate::display::Display;
use crate::limits::TVS;
use crate::refusal::Refusal;
use crate::selector::Selector;
use crate::table::{Few, Table};
use vouchsafe_alphabet::{Clock, Rules};

/// What may be so of a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PhoneIs {
    /// It has no connection to the vendor.
    Offline,
    /// It is away from the local network of the TVs.
    Away,
    /// Its clock is a unit ahead of the vendor's.
    Ahead,
    /// Its owner is logged out on it.
    LoggedOut,
    /// The network that it is on elsewhere has the name of the one at home.
    Namesake,
    /// The signal of the network at home is weak.
    Weak,
    /// Its owner lets the plugin read the network that it is on.
    Permitted,
    /// It keeps the network at home as it was last read, which only a broken plugin does.
    Cached,
}

impl PhoneIs {
    /// Each, in the order of their bits.
    pub(crate) const ALL: [Self; 8] = [
        Self::Offline,
        Self::Away,
        Self::Ahead,
        Self::LoggedOut,
        Self::Namesake,
        Self::Weak,
        Self::Permitted,
        Self::Cached,
    ];
}

/// One phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Phone<C> {
    /// Each [`PhoneIs`] that is so; as flags these would take a byte each, of which a world has many.
    so: Few,
    /// The slots of withdrawals that were made here and not sent yet; they outlive a restart.
    pub(crate) outbox: Few,
    /// When it is back online at the latest, where there is such a limit.
    pub(crate) back: C,
    /// Whose account an intruder uses on it.
    pub(crate) stolen: Option<u8>,
    /// Until when a message that takes this back must be heeded.
    pub(crate) stop: C,
    /// The command sent last, in its slot and for which TV, which only a broken plugin keeps.
    pub(crate) kept: Option<(u8, u8)>,
    /// How the plugin chooses the route to each TV.
    pub(crate) selectors: Table<Selector, TVS>,
    /// What the plugin shows of each TV.
    pub(crate) displays: Table<Display, TVS>,
}

impl<C: Clock> Default for Phone<C> {
    fn default() -> Self {
        Self {
            so: Few::default(),
            outbox: Few::default(),
            back: C::default(),
            stolen: None,
            stop: C::default(),
            kept: None,
            selectors: Table::default(),
            displays: Table::default(),
        }
    }
}

impl<C: Clock> Phone<C> {
    /// Whether this is so.
    pub(crate) fn is(&self, so: PhoneIs) -> bool {
        self.so.has(so as usize)
    }
    /// Makes it so, or not.
    pub(crate) fn set(&mut self, so: PhoneIs, is: bool) {
        self.so.set(so as usize, is);
    }
    /// The connection is lost.
    pub(crate) fn lose_connection(
        &mut self,
        now: C::Now,
        limit: Option<u32>,
        rules: &Rules,
    ) -> Result<(), Refusal> {
        if self.is(PhoneIs::Offline) {
            return Err(Refusal::PhoneOffline);
        }
        self.set(PhoneIs::Offline, true);
        self.back = limit.map_or_else(C::default, |units| C::start(now, units, rules));
        Ok(())
    }
    /// The connection is there again; gives what waited in the phone.
    pub(crate) fn connect(&mut self) -> Result<Few, Refusal> {
        if !self.is(PhoneIs::Offline) {
            return Err(Refusal::PhoneOnline);
        }
        self.set(PhoneIs::Offline, false);
        self.back = C::default();
        Ok(std::mem::take(&mut self.outbox))
    }
    /// Leaves the local network, or joins it again.
    pub(crate) fn go(&mut self, away: bool) -> Result<(), Refusal> {
        if self.is(PhoneIs::Away) == away {
            return Err(Refusal::NothingChanges);
        }
        self.set(PhoneIs::Away, away);
        self.set(PhoneIs::Namesake, false);
        self.set(PhoneIs::Weak, false);
        self.network_changed();
        Ok(())
    }
    /// Finds itself away, on a network with the name of the one at home, or no more.
    pub(crate) fn meet_namesake(&mut self) -> Result<(), Refusal> {
        if !self.is(PhoneIs::Away) {
            return Err(Refusal::AtHome);
        }
        self.set(PhoneIs::Namesake, !self.is(PhoneIs::Namesake));
        self.network_changed();
        Ok(())
    }
    fn network_changed(&mut self) {
        self.selectors.each_mut().for_each(|(_, selector)| selector.network_changed());
    }
    /// The owner lets the plugin read the network.
    pub(crate) fn permit(&mut self) {
        self.set(PhoneIs::Permitted, true);
        self.stop = C::default();
    }
    /// The owner's word that the plugin may not read the network any more has its effect.
    pub(crate) fn forbid(&mut self) {
        self.set(PhoneIs::Permitted, false);
        self.stop = C::default();
    }
    /// The plugin stops and starts again: what it kept in memory is gone.
    pub(crate) fn crash(&mut self) {
        self.set(PhoneIs::Cached, false);
        self.selectors.each_mut().for_each(|(_, selector)| selector.changed = false);
        self.displays.each_mut().for_each(|(_, display)| display.stop());
    }
    /// The plugin is removed and installed anew: everything that it kept is gone.
    pub(crate) fn reinstall(&mut self) {
        self.set(PhoneIs::Cached, false);
        self.outbox = Few::default();
        self.set(PhoneIs::LoggedOut, true);
        self.stolen = None;
        self.kept = None;
        self.selectors.each_mut().for_each(|(_, selector)| selector.reinstalled());
        // Which report is the newest it is told again when somebody logs in.
        self.displays.each_mut().for_each(|(_, display)| display.stop());
    }
    /// Refuses who has no session on this phone; its owner is `owner`.
    pub(crate) fn session(&self, person: usize, owner: usize) -> Result<(), Refusal> {
        let alive = if person == owner {
            !self.is(PhoneIs::LoggedOut)
        } else {
            self.stolen.is_some_and(|victim| usize::from(victim) == person)
        };
        if alive { Ok(()) } else { Err(Refusal::NoSession) }
    }
    /// Refuses what needs a connection to the vendor.
    pub(crate) fn connected(&self) -> Result<(), Refusal> {
        if self.is(PhoneIs::Offline) { Err(Refusal::PhoneOffline) } else { Ok(()) }
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
