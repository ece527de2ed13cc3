//! Clocks for deadlines: one contract, counted in ticks by the checker and in milliseconds elsewhere.
//!
//! A deadline is a whole number of units and is counted from the start of the unit in which it begins. It
//! *is due* at its last lawful instant and *over* strictly beyond that. What happens in between decides
//! do-by duties: when the instant ends and the duty is still open, it was missed and the clock *settles*
//! from due to over. A settled clock never becomes unset, or a breached duty could arm itself again.

use crate::rules::Rules;
use std::fmt::Debug;
use std::hash::Hash;

/// A deadline that runs, or none.
pub trait Clock: Copy + Default + Eq + Hash + Debug + 'static {
    /// What tells the time: nothing for a clock that is aged tick by tick, milliseconds for a stamp.
    type Now: Copy + Default + Eq + Debug;

    /// A clock that ends `units` units after the start of the unit that holds `now`; with no units it is
    /// over at once.
    fn start(now: Self::Now, units: u32, rules: &Rules) -> Self;
    /// One unit passes; only the checker's clocks need telling.
    fn age(&mut self);
    /// Whether a deadline was ever started.
    fn is_set(self) -> bool;
    /// Whether the deadline is still running: set and not over.
    fn is_running(self, now: Self::Now) -> bool {
        self.is_set() && !self.over(now)
    }
    /// Whether the last lawful instant is now and was not judged yet.
    fn due(self, now: Self::Now) -> bool;
    /// Whether time is strictly beyond the deadline.
    fn over(self, now: Self::Now) -> bool;
    /// The instant has ended: what was due is over.
    fn settle(&mut self, now: Self::Now);
    /// The clock that ends first; an unset clock never ends.
    #[must_use]
    fn sooner(self, other: Self) -> Self;
    /// The clock that ends last; one that was never started gives way.
    #[must_use]
    fn later(self, other: Self) -> Self;
    /// The last lawful instant in milliseconds, where the clock knows it.
    fn due_ms(self) -> Option<u64>;
}

/// A deadline in the checker: 0 unset, 1 over, 2 due now, `n + 2` with `n` ticks left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticks(u8);

impl Ticks {
    /// The longest deadline that fits, in units; a longer one is refused when rules are loaded.
    pub const LONGEST: u32 = 250;
}

impl Clock for Ticks {
    type Now = ();

    #[inline]
    fn start(_: (), units: u32, _: &Rules) -> Self {
        if units == 0 { Self(1) } else { Self(units.min(Self::LONGEST) as u8 + 2) }
    }
    #[inline]
    fn age(&mut self) {
        if self.0 > 2 {
            self.0 -= 1;
        }
    }
    #[inline]
    fn is_set(self) -> bool {
        self.0 != 0
    }
    #[inline]
    fn due(self, _: ()) -> bool {
        self.0 == 2
    }
    #[inline]
    fn over(self, _: ()) -> bool {
        self.0 == 1
    }
    #[inline]
    fn settle(&mut self, _: ()) {
        if self.0 == 2 {
            self.0 = 1;
        }
    }
    #[inline]
    fn sooner(self, other: Self) -> Self {
        match (self.0, other.0) {
            (0, _) => other,
            (_, 0) => self,
            (a, b) => Self(a.min(b)),
        }
    }
    #[inline]
    fn later(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }
    fn due_ms(self) -> Option<u64> {
        None
    }
}

/// A deadline in milliseconds: 0 unset, the maximum over and judged, else the last lawful millisecond + 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(u64);

impl Stamp {
    const SETTLED: u64 = u64::MAX;
}

impl Clock for Stamp {
    type Now = u64;

    #[inline]
    fn start(now: u64, units: u32, rules: &Rules) -> Self {
        if units == 0 {
            Self(Self::SETTLED)
        } else {
            Self(rules.due_ms(now, units).saturating_add(1).min(Self::SETTLED - 1))
        }
    }
    #[inline]
    fn age(&mut self) {}
    #[inline]
    fn is_set(self) -> bool {
        self.0 != 0
    }
    #[inline]
    fn due(self, now: u64) -> bool {
        self.0 != 0 && self.0 != Self::SETTLED && now == self.0 - 1
    }
    #[inline]
    fn over(self, now: u64) -> bool {
        self.0 == Self::SETTLED || (self.0 != 0 && now >= self.0)
    }
    #[inline]
    fn settle(&mut self, now: u64) {
        if self.0 != 0 && now >= self.0 - 1 {
            self.0 = Self::SETTLED;
        }
    }
    #[inline]
    fn sooner(self, other: Self) -> Self {
        // A settled stamp is over already, and so the sooner of any two.
        match (self.0, other.0) {
            (0, _) => other,
            (_, 0) => self,
            (Self::SETTLED, _) | (_, Self::SETTLED) => Self(Self::SETTLED),
            (a, b) => Self(a.min(b)),
        }
    }
    #[inline]
    fn later(self, other: Self) -> Self {
        // A settled stamp is over already, and so never the later of two that were started.
        match (self.0, other.0) {
            (Self::SETTLED, 0) | (0, Self::SETTLED) => Self(Self::SETTLED),
            (Self::SETTLED, _) => other,
            (_, Self::SETTLED) => self,
            (a, b) => Self(a.max(b)),
        }
    }
    fn due_ms(self) -> Option<u64> {
        (self.0 != 0 && self.0 != Self::SETTLED).then(|| self.0 - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a clock can be asked.
    fn face<C: Clock>(clock: C, now: C::Now) -> (bool, bool, bool) {
        (clock.is_set(), clock.due(now), clock.over(now))
    }

    proptest! {
        /// Ticks and stamps tell the same story of one deadline, at every instant of every unit.
        #[test]
        fn ticks_and_stamps_agree(units in 0u32..6, begin in 0u64..3, inside in 1u64..9, ahead in 0u64..9) {
            let rules = Rules { unit_ms: 10, ..Rules::default() };
            let mut ticks = Ticks::start((), units, &rules);
            let mut stamp = Stamp::start(begin * 10 + inside, units, &rules);
            for unit in begin + 1..=begin + ahead {
                ticks.age();
                prop_assert_eq!(face(ticks, ()), face(stamp, unit * 10));
                ticks.settle(());
                stamp.settle(unit * 10);
                prop_assert_eq!(face(ticks, ()), face(stamp, unit * 10 + inside));
            }
        }
    }

    #[test]
    fn the_sooner_of_two_is_never_an_unset_one() {
        let rules = Rules { unit_ms: 10, ..Rules::default() };
        let (one, three) = (Ticks::start((), 1, &rules), Ticks::start((), 3, &rules));
        assert_eq!(one.sooner(three), one);
        assert_eq!(Ticks::default().sooner(three), three);
        let (one, three) = (Stamp::start(5, 1, &rules), Stamp::start(5, 3, &rules));
        assert_eq!(three.sooner(one), one);
        assert_eq!(one.sooner(Stamp::default()), one);
        assert!(one.sooner(Stamp::start(5, 0, &rules)).over(0));
    }

    #[test]
    fn the_later_of_two_is_one_that_was_started() {
        let rules = Rules { unit_ms: 10, ..Rules::default() };
        let (none, one, three) = (Ticks::default(), Ticks::start((), 1, &rules), Ticks::start((), 3, &rules));
        assert_eq!((one.later(three), three.later(none), none.later(one)), (three, three, one));
        assert_eq!(Ticks::start((), 0, &rules).later(one), one);
        let (none, one, three) = (Stamp::default(), Stamp::start(5, 1, &rules), Stamp::start(5, 3, &rules));
        assert_eq!((one.later(three), three.later(none), none.later(one)), (three, three, one));
        let over = Stamp::start(5, 0, &rules);
        assert_eq!((over.later(one), one.later(over), over.later(none)), (one, one, over));
    }

    #[test]
    fn a_settled_clock_stays_over() {
        let rules = Rules::default();
        let mut clock = Ticks::start((), 1, &rules);
        clock.age();
        clock.settle(());
        clock.age();
        assert!(clock.over(()) && !clock.due(()) && clock.is_set());
    }
}
