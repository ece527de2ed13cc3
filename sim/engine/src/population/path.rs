//! The command path in virtual time, as the plugin sees it: presses, what is measured of them, and what it does after
//! its timeouts.
//!
//! A press is let through or refused at once; what the guard takes is added before the command is sent.

use super::flight::{Stop, stop};
use super::household::{Active, Command, Flight};
use super::queue::Event;
use super::{Population, Sink, draw};
use crate::latency::{Path, Press};
use vouchsafe_alphabet::{Command as CommandId, Observation, Phone, Route, Tv};
use vouchsafe_system::{Action, Parcel, Refusal};

impl Population<'_> {
    /// Somebody presses a key. The plugin offers nobody a TV to which the person has no right, so that a pair of
    /// person and TV is passed over for this reason alone, unless no other is left.
    pub(super) fn press(&mut self, number: u32, now_us: u64, sink: &mut dyn Sink) {
        let count = self.acts.pairs.len();
        let (first, key) =
            (draw::below(&mut self.rng, count), draw::below(&mut self.rng, self.acts.keys.len()));
        let mut refusal = Refusal::NotLinked;
        for pair in (first..count).chain(0..first) {
            let (Some(&(person, tv)), Some(&key)) = (self.acts.pairs.get(pair), self.acts.keys.get(key))
            else {
                break;
            };
            match self.take(number, Action::Press(person, tv, key), now_us, None, sink) {
                Ok(()) => return,
                Err(Refusal::NotLinked) => {}
                Err(Refusal::NotAdmitted) => {
                    // The plugin has the TV checked, so that a later press may pass.
                    refusal = Refusal::NotAdmitted;
                    let _ = self.take(number, Action::Check(tv), now_us, None, sink);
                    break;
                }
                Err(other) => {
                    refusal = other;
                    break;
                }
            }
        }
        self.latency.presses += 1;
        self.latency.refused(refusal);
    }

    /// Takes note of what a step showed of the command path.
    pub(super) fn measure(&mut self, number: u32, now_us: u64, flight: Option<Flight>, sink: &mut dyn Sink) {
        let Some(household) = self.households.get_mut(number as usize) else { return };
        let answered = flight.filter(|flight| {
            flight.is.done && !flight.lost && matches!(stop(flight.is.parcel), Stop::Plugin)
        });
        if let Some(command) = answered.and_then(|flight| household.command(flight.is.command.index())) {
            command.stamps.set(8, now_us);
        }
        for index in 0..self.out.observations.len() {
            let Some(&saw) = self.out.observations.get(index) else { break };
            let Some(household) = self.households.get_mut(number as usize) else { return };
            if let Observation::Pressed { command, phone, tv, .. } = saw {
                self.open(number, now_us, command, phone, tv);
            } else if let Observation::Transmitted { command, route: Route::Relay, .. } = saw {
                let relayed = flight.is_some_and(|flight| flight.is.parcel == Parcel::RemoteCommand);
                if let Some(command) = household.command(command.index()).filter(|_| relayed) {
                    command.stamps.set(3, now_us);
                }
            } else if let Observation::Executed { command, .. } = saw {
                if let Some(command) = household.command(command.index()) {
                    command.stamps.set(4, flight.map_or(now_us, |flight| flight.arrives_us));
                    command.stamps.set(5, now_us);
                }
            } else if let Observation::Checked { tv, passed, .. } = saw {
                let bit = 1_u8.checked_shl(tv.0).unwrap_or(0);
                household.checked = household.checked & !bit | if passed { bit } else { 0 };
            } else if let Observation::Closed { command } = saw {
                self.close(number, command, sink);
            }
        }
    }

    /// A command was let through by the guard.
    fn open(&mut self, number: u32, now_us: u64, id: CommandId, phone: Phone, tv: Tv) {
        self.latency.presses += 1;
        let by_relay = |saw: &Observation| matches!(saw, Observation::Transmitted { command, route: Route::Relay, .. } if *command == id);
        let path = if self.out.observations.iter().any(by_relay) { Path::Relay } else { Path::Lan };
        let mut command = Command {
            stamps: Default::default(),
            turn: 0,
            path,
            first: false,
            given_up: false,
            may_retry: false,
            may_give_up: false,
        };
        command.stamps.set(0, now_us);
        let guarded_us = now_us + self.network.plugin.guard.us.draw(&mut self.rng);
        command.stamps.set(1, guarded_us);
        let awake_us = match path {
            Path::Relay => self.wake(number, guarded_us, phone),
            Path::Lan | Path::LanThenRelay => guarded_us,
        };
        command.stamps.set(2, awake_us);
        let plugin = &self.network.plugin;
        let Some(household) = self.households.get_mut(number as usize) else { return };
        let bit = 1_u8.checked_shl(tv.0).unwrap_or(0);
        command.first = household.checked & bit != 0;
        household.checked &= !bit;
        command.turn = household.next_turn();
        let slot = id.index() as u8;
        if path == Path::Lan {
            let at_us = awake_us + u64::from(plugin.lan_timeout.us);
            self.queue.push(at_us, number, Event::Retry(slot, command.turn));
        }
        self.queue.push(now_us + u64::from(plugin.give_up.us), number, Event::GiveUp(slot, command.turn));
        let active = household.active.get_or_insert_with(Box::<Active>::default);
        if let Some(place) = active.commands.get_mut(id.index()) {
            *place = Some(command);
        }
    }

    /// When a phone can send to the relay: its radio may have to be woken first.
    pub(super) fn wake(&mut self, number: u32, now_us: u64, phone: Phone) -> u64 {
        let wake_up = &self.network.plugin.wake_up;
        let household = self.households.get_mut(number as usize);
        let Some(last_us) = household.and_then(|household| household.radio_us.get_mut(phone.index())) else {
            return now_us;
        };
        let asleep = *last_us == 0 || now_us.saturating_sub(*last_us) > u64::from(wake_up.idle_us);
        let awake_us = if asleep { now_us + wake_up.us.draw(&mut self.rng) } else { now_us };
        *last_us = awake_us.max(*last_us);
        awake_us
    }

    /// Nothing of a command is under way or awaited any more.
    fn close(&mut self, number: u32, id: CommandId, sink: &mut dyn Sink) {
        let Some(household) = self.households.get_mut(number as usize) else { return };
        let Some(active) = &mut household.active else { return };
        let Some(command) = active.commands.get_mut(id.index()).and_then(Option::take) else { return };
        if active.commands.iter().all(Option::is_none) && active.flights.iter().all(Option::is_none) {
            household.active = None;
        }
        let press =
            Press { stamps: command.stamps, path: command.path, end: command.end(), first: command.first };
        self.latency.ended(&press);
        sink.ended(&press);
    }

    /// The plugin that has waited long enough already acts as soon as a command is known to be lost.
    pub(super) fn after_loss(&mut self, number: u32, now_us: u64, slot: u8, sink: &mut dyn Sink) {
        let waiting = |population: &mut Self| {
            let household = population.households.get_mut(number as usize)?;
            household.command(usize::from(slot)).copied()
        };
        if let Some(command) = waiting(self).filter(|command| command.may_retry) {
            self.patience_of_route(number, now_us, slot, command.turn, sink);
        }
        if let Some(command) = waiting(self).filter(|command| command.may_give_up) {
            self.patience_of_all(number, now_us, slot, command.turn, sink);
        }
    }

    /// The command in a slot, if it is still the one of this turn.
    fn waits(&mut self, number: u32, slot: u8, turn: u16) -> Option<&mut Command> {
        let household = self.households.get_mut(number as usize)?;
        household.command(usize::from(slot)).filter(|command| command.turn == turn)
    }

    /// The plugin has waited long enough for a local answer: it tries the relay, if the command was lost.
    pub(super) fn patience_of_route(
        &mut self,
        number: u32,
        now_us: u64,
        slot: u8,
        turn: u16,
        sink: &mut dyn Sink,
    ) {
        let Some(command) = self.waits(number, slot, turn) else { return };
        let before = command.path;
        (command.may_retry, command.path) = (false, Path::LanThenRelay);
        let tried = self.take(number, Action::Retry(CommandId(slot.into())), now_us, None, sink);
        if let (Err(refusal), Some(command)) = (tried, self.waits(number, slot, turn)) {
            command.path = before;
            command.may_retry = refusal == Refusal::NotLost;
        }
    }

    /// The plugin has waited long enough for any answer: it gives up, if the command was lost.
    pub(super) fn patience_of_all(
        &mut self,
        number: u32,
        now_us: u64,
        slot: u8,
        turn: u16,
        sink: &mut dyn Sink,
    ) {
        let Some(command) = self.waits(number, slot, turn) else { return };
        // Giving up closes the command in the same step, so that this is noted before.
        (command.may_retry, command.given_up) = (false, true);
        let tried = self.take(number, Action::GiveUp(CommandId(slot.into())), now_us, None, sink);
        if let (Err(refusal), Some(command)) = (tried, self.waits(number, slot, turn)) {
            command.given_up = false;
            command.may_give_up = refusal == Refusal::NotLost;
        }
    }
}
