//! What a TV tells of its state: reports with numbers, over the local network and through the server.
//!
//! Each report goes out on both ways to every phone, and each way holds one report at a time: while it is
//! taken, a newer one waits for nobody and is not sent that way. So an older report may arrive after a newer
//! one (USE-17). A TV that is off or cut off says nothing, and is known to be so by its silence alone (USE-18).

use crate::refusal::Refusal;
use crate::table::Few;
use vouchsafe_alphabet::{Clock, Route, Rules};

/// A report in flight on one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Flight {
    /// Its number; 0 when there is none.
    pub(crate) number: u8,
    /// The phones that it has not reached.
    pub(crate) phones: Few,
}

/// What one TV tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Broadcast<C> {
    /// The number of its newest report.
    pub(crate) number: u8,
    /// Whether it is switched off.
    pub(crate) off: bool,
    /// Whether its link to the network is down.
    pub(crate) cut: bool,
    /// For how long its last known state is current, once it has fallen silent.
    pub(crate) fresh: C,
    /// The report on its way over the local network.
    pub(crate) lan: Flight,
    /// The report on its way through the server.
    pub(crate) relay: Flight,
}

impl<C: Clock> Default for Broadcast<C> {
    fn default() -> Self {
        let none = Flight::default();
        Self { number: 0, off: false, cut: false, fresh: C::default(), lan: none, relay: none }
    }
}

impl<C: Clock> Broadcast<C> {
    /// Whether nothing is heard of the TV.
    pub(crate) fn silent(&self) -> bool {
        self.off || self.cut
    }
    /// The TV is switched, or its link changes.
    pub(crate) fn change(&mut self, off: bool, cut: bool, now: C::Now, rules: &Rules) {
        let before = self.silent();
        (self.off, self.cut) = (off, cut);
        if !self.silent() {
            self.fresh = C::default();
        } else if !before {
            self.fresh = C::start(now, rules.deadlines.status_freshness, rules);
        }
    }
    /// The TV reports a change of its state to these phones; gives the number of the report.
    pub(crate) fn report(&mut self, phones: Few, most: u8) -> Result<u8, Refusal> {
        if self.silent() {
            return Err(Refusal::TvSilent);
        }
        if self.number >= most {
            return Err(Refusal::NoMoreReports);
        }
        self.number += 1;
        for way in [&mut self.lan, &mut self.relay] {
            if way.phones.is_empty() {
                *way = Flight { number: self.number, phones };
            }
        }
        Ok(self.number)
    }
    /// The report on one way reaches a phone; gives its number.
    pub(crate) fn arrive(&mut self, way: Route, phone: usize) -> Result<u8, Refusal> {
        let flight = match way {
            Route::Lan => &mut self.lan,
            Route::Relay => &mut self.relay,
        };
        if !flight.phones.has(phone) {
            return Err(Refusal::NoMessage);
        }
        let number = flight.number;
        flight.phones.drop(phone);
        if flight.phones.is_empty() {
            *flight = Flight::default();
        }
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::Ticks;

    #[test]
    fn a_report_may_be_overtaken_by_a_newer_one_on_the_other_way() {
        let mut tv = Broadcast::<Ticks>::default();
        assert_eq!(tv.report(Few::one(0), 2), Ok(1));
        assert_eq!(tv.arrive(Route::Lan, 0), Ok(1));
        assert_eq!(tv.arrive(Route::Lan, 0), Err(Refusal::NoMessage));
        assert_eq!(tv.report(Few::one(0), 2), Ok(2));
        assert_eq!(tv.report(Few::one(0), 2), Err(Refusal::NoMoreReports));
        assert_eq!([tv.arrive(Route::Lan, 0), tv.arrive(Route::Relay, 0)], [Ok(2), Ok(1)]);
    }

    #[test]
    fn silence_is_counted_from_its_beginning() {
        let (rules, mut tv) = (Rules::default(), Broadcast::<Ticks>::default());
        tv.change(true, false, (), &rules);
        assert_eq!(tv.report(Few::one(0), 2), Err(Refusal::TvSilent));
        tv.fresh.age();
        let counted = tv.fresh;
        tv.change(true, true, (), &rules);
        tv.change(false, true, (), &rules);
        assert!(tv.fresh == counted && tv.silent(), "it was silent all the while");
        tv.change(false, false, (), &rules);
        assert!(!tv.silent() && !tv.fresh.is_set());
    }
}
