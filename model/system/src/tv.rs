//! A TV: what it knows of its owner, co-users and admission, and which commands it has handled.
//!
//! A command is executed only when a check has admitted the TV (USE-13), the sender has a right to it now
//! (USE-19) and the command was not handled before (COL-11).

use crate::defects::Defect;
use crate::setup::Setup;
use crate::table::Few;
use vouchsafe_alphabet::{Key, Route};

/// One TV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Tv {
    /// The person to whom it is bound.
    pub(crate) owner: Option<u8>,
    /// The co-users whom it serves.
    pub(crate) guests: Few,
    /// Whether the last check since binding let it in; the plugin reads the same verdict.
    pub(crate) admitted: bool,
    /// The slots of the open commands that it has handled.
    pub(crate) handled: Few,
    /// The command before, which only a broken TV remembers.
    pub(crate) last: Option<Last>,
}

/// The command before, in a broken TV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Last {
    /// Its slot.
    pub(crate) command: u8,
    /// Its key.
    pub(crate) key: Key,
    /// Its route.
    pub(crate) route: Route,
}

/// What a TV makes of a command that arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reception {
    /// It was handled before: nothing happens.
    Ignored,
    /// The sender has no right, or the TV was not admitted.
    TurnedDown,
    /// It is executed as this key.
    Executed(Key),
}

impl Tv {
    /// A command of `sender` arrives.
    pub(crate) fn receive(
        &mut self,
        setup: &Setup,
        command: usize,
        sender: usize,
        key: Key,
        route: Route,
    ) -> Reception {
        if self.handled.has(command) && !setup.has(Defect::NoDuplicateFilter) {
            return Reception::Ignored;
        }
        self.handled.add(command);
        if !self.serves(sender) || !self.cleared(setup, route) {
            return Reception::TurnedDown;
        }
        let before = self.last;
        if setup.has(Defect::StuckKey) || setup.has(Defect::GhostPress) {
            self.last = Some(Last { command: command as u8, key, route });
        }
        match before {
            Some(before) if setup.has(Defect::StuckKey) => Reception::Executed(before.key),
            Some(_) | None => Reception::Executed(key),
        }
    }
    /// A command arrives whose session has ended: it is turned down, unless it was handled before (CTL-02).
    pub(crate) fn turn_down(&mut self, command: usize) -> Reception {
        if self.handled.has(command) {
            return Reception::Ignored;
        }
        self.handled.add(command);
        Reception::TurnedDown
    }
    /// Whether the person owns the TV or is a co-user, as the TV knows it.
    pub(crate) fn serves(&self, person: usize) -> bool {
        self.owner.is_some_and(|owner| usize::from(owner) == person) || self.guests.has(person)
    }
    /// Whether commands may come by this route: a check has let the TV in (USE-13).
    pub(crate) fn cleared(&self, setup: &Setup, route: Route) -> bool {
        self.admitted || (route == Route::Lan && setup.has(Defect::LanSkipsCheck))
    }
    /// The TV gets a new owner, or none: co-users go, and the verdict is void.
    pub(crate) fn rebind(&mut self, owner: Option<u8>, verdict_lasts: bool) {
        self.owner = owner;
        self.guests = Few::default();
        if !verdict_lasts {
            self.admitted = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::defects::Defects;
    use vouchsafe_alphabet::Route::Lan;

    const UP: Key = Key::VolumeUp;

    /// A TV of person 0, shared with person 1.
    fn tv(admitted: bool, handled: bool) -> Tv {
        let mut tv = Tv { owner: Some(0), guests: Few::one(1), admitted, ..Tv::default() };
        if handled {
            tv.handled.add(0);
        }
        tv
    }

    #[test]
    fn what_arrives_is_executed_turned_down_or_ignored() {
        let honest = Setup::default();
        for (mut tv, sender, expected) in [
            (tv(true, false), 0, Reception::Executed(UP)),
            (tv(true, false), 1, Reception::Executed(UP)),
            (tv(true, false), 2, Reception::TurnedDown),
            (tv(false, false), 0, Reception::TurnedDown),
            (tv(true, true), 0, Reception::Ignored),
            (tv(false, true), 2, Reception::Ignored),
        ] {
            assert_eq!(tv.receive(&honest, 0, sender, UP, Lan), expected);
            assert_eq!(tv.receive(&honest, 0, sender, UP, Lan), Reception::Ignored);
            assert_eq!(tv.last, None, "only a broken TV remembers");
        }
    }

    #[test]
    fn binding_anew_drops_co_users_and_the_verdict() {
        let mut tv = tv(true, false);
        tv.rebind(Some(2), false);
        assert!(tv.serves(2) && !tv.serves(0) && !tv.serves(1) && !tv.admitted);
    }

    #[test]
    fn each_defect_of_a_tv_changes_one_thing() {
        let broken = |defect| Setup { defects: Defects::one(defect), ..Setup::default() };
        let mut twice = tv(true, true);
        let said = twice.receive(&broken(Defect::NoDuplicateFilter), 0, 0, UP, Lan);
        assert_eq!(said, Reception::Executed(UP));
        let mut unchecked = tv(false, false);
        let setup = broken(Defect::LanSkipsCheck);
        assert_eq!(unchecked.receive(&setup, 0, 0, UP, Route::Relay), Reception::TurnedDown);
        assert_eq!(unchecked.receive(&setup, 1, 0, UP, Lan), Reception::Executed(UP));
        let mut stuck = tv(true, false);
        let setup = broken(Defect::StuckKey);
        assert_eq!(stuck.receive(&setup, 0, 0, Key::AudioOn, Lan), Reception::Executed(Key::AudioOn));
        assert_eq!(stuck.receive(&setup, 1, 0, UP, Lan), Reception::Executed(Key::AudioOn));
    }
}
