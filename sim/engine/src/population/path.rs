//! The command path in virtual time: presses, messages on their way, and what the plugin does after its timeouts.
//!
//! After each step the new messages in the system's network are sent on their way, each for as long as the
//! profile says. Where one is handled in a station, the TV or the relay, the system is told of its arrival only
//! when the station is done with it: then it executes, relays or answers. A press is let through or refused at
//! once; what the guard takes is added before the command is sent.

use super::household::{Active, Command, Flight, Household};
use super::queue::Event;
use super::{Population, Sink, draw};
use crate::latency::{Path, Press};
use vouchsafe_alphabet::{Command as CommandId, Observation, Phone, Route, Tv};
use vouchsafe_system::{Action, InFlight, Parcel, Refusal};

/// After how long a message that was not taken in is sent again.
const RESEND_US: u64 = 60_000_000;

/// Where a message is handled when it has arrived.
enum Stop {
    Tv,
    Relay,
    Plugin,
}

const fn stop(parcel: Parcel) -> Stop {
    match parcel {
        Parcel::LanCommand | Parcel::PushCommand => Stop::Tv,
        Parcel::RemoteCommand | Parcel::StatusReport => Stop::Relay,
        Parcel::LanAck | Parcel::StatusPush => Stop::Plugin,
    }
}

/// Whether two messages are of one route, on which order is kept.
fn same_route(one: &InFlight, other: &InFlight) -> bool {
    (one.parcel, one.phone, one.tv) == (other.parcel, other.phone, other.tv)
}

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
    fn wake(&mut self, number: u32, now_us: u64, phone: Phone) -> u64 {
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

    /// Sends the new messages in the system's network on their way.
    pub(super) fn send(&mut self, number: u32, now_us: u64, sink: &mut dyn Sink) {
        let Some(household) = self.households.get_mut(number as usize) else { return };
        let mut seen = [false; vouchsafe_system::limits::MESSAGES];
        let mut fresh = [None; vouchsafe_system::limits::MESSAGES];
        if household.active.is_none() && household.world.in_flight().next().is_none() {
            return;
        }
        let flights = household.active.as_ref().map(|active| active.flights).unwrap_or_default();
        for (is, place) in household.world.in_flight().zip(&mut fresh) {
            let mut known = flights.iter().zip(&mut seen).filter(|(flight, seen)| {
                !**seen
                    && flight
                        .is_some_and(|flight| same_route(&flight.is, &is) && flight.is.command == is.command)
            });
            match known.next() {
                Some((_, seen)) => *seen = true,
                None => *place = Some(is),
            }
        }
        if let Some(active) = &mut household.active {
            // What the system has taken out of its network does not arrive.
            for (flight, _) in active.flights.iter_mut().zip(seen).filter(|(_, seen)| !seen) {
                *flight = None;
            }
        }
        let mut doubles = [None; vouchsafe_system::limits::MESSAGES];
        for (is, double) in fresh.into_iter().flatten().zip(&mut doubles) {
            self.dispatch(number, now_us, is);
            let share = self.network.hop(is.parcel).duplicate_ppm;
            if self.doubles && !is.doubled && draw::happens(&mut self.rng, share) {
                *double = Some(is);
            }
        }
        for is in doubles.into_iter().flatten() {
            // A network that is full takes no double.
            let _ = self.take(number, Action::Duplicate(is.parcel, is.command, is.tv), now_us, None, sink);
        }
    }

    /// Sends one message on its way.
    fn dispatch(&mut self, number: u32, now_us: u64, is: InFlight) {
        let hop = self.network.hop(is.parcel);
        let sent_us = self.sent(number, now_us, is);
        let mut arrives_us = sent_us + hop.us.draw(&mut self.rng).max(1);
        let lost = self.loses && draw::happens(&mut self.rng, hop.loss_ppm);
        let reorders = self.reorders;
        let Some(household) = self.households.get_mut(number as usize) else { return };
        let turn = household.next_turn();
        let active = household.active.get_or_insert_with(Box::<Active>::default);
        if !reorders {
            let ahead = active.flights.iter().flatten().filter(|ahead| same_route(&ahead.is, &is));
            arrives_us = ahead.map(|ahead| ahead.arrives_us + 1).fold(arrives_us, u64::max);
        }
        let flight = Flight { is, turn, sent_us, arrives_us, handled_us: 0, lost };
        if let Some((place, free)) = active.flights.iter_mut().enumerate().find(|(_, place)| place.is_none())
        {
            *free = Some(flight);
            self.queue.push(arrives_us, number, Event::Arrives(place as u8, turn));
        }
    }

    /// When a message leaves its sender.
    fn sent(&mut self, number: u32, now_us: u64, is: InFlight) -> u64 {
        let Some(household) = self.households.get_mut(number as usize) else { return now_us };
        if is.doubled {
            // A double comes about on the way, and left when the message did.
            let flights = household.active.iter().flat_map(|active| active.flights.iter().flatten());
            let mut twins = flights.filter(|twin| same_route(&twin.is, &is) && twin.is.command == is.command);
            if let Some(twin) = twins.next() {
                return twin.sent_us;
            }
        }
        match is.parcel {
            Parcel::PushCommand | Parcel::StatusPush => now_us,
            Parcel::LanAck | Parcel::StatusReport => {
                let sent_us = now_us + self.network.tv.report.us.draw(&mut self.rng);
                if let Some(command) = household.command(is.command.index()).filter(|_| is.done) {
                    command.stamps.set(6, sent_us);
                }
                sent_us
            }
            Parcel::LanCommand | Parcel::RemoteCommand => {
                let command = household.command(is.command.index());
                let first_us = command.as_ref().and_then(|command| command.stamps.get(2)).unwrap_or(now_us);
                if command.is_some_and(|command| command.path == Path::LanThenRelay) {
                    return self.wake(number, now_us, is.phone);
                }
                first_us.max(now_us)
            }
        }
    }

    /// A message arrives, or is lost: a station takes it in.
    pub(super) fn arrives(&mut self, number: u32, now_us: u64, place: u8, turn: u16, sink: &mut dyn Sink) {
        let reorders = self.reorders;
        let Some(household) = self.households.get_mut(number as usize) else { return };
        let Some(flight) = household.flight(place, turn).copied() else { return };
        let is = flight.is;
        let mut handled_us = now_us;
        if !flight.lost {
            match stop(is.parcel) {
                Stop::Tv => {
                    let service_us = self.network.tv.execution.us.draw(&mut self.rng);
                    if let Some(free_us) = household.tv_free_us.get_mut(is.tv.index()) {
                        *free_us = now_us.max(*free_us) + service_us;
                        handled_us = *free_us;
                    }
                }
                Stop::Relay => {
                    if let Some(command) = household.command(is.command.index())
                        && is.parcel == Parcel::StatusReport
                    {
                        command.stamps.set(7, now_us);
                    }
                    let service_us = self.network.relay.service.us.draw(&mut self.rng);
                    let turn = self.relay.admit(now_us, service_us);
                    self.latency.relay_waits.record(turn.start_us - now_us);
                    self.latency.relay_busy_us += service_us;
                    handled_us = turn.done_us;
                }
                Stop::Plugin => {
                    let relayed = is.parcel == Parcel::StatusPush;
                    if let Some(last_us) = household.radio_us.get_mut(is.phone.index()).filter(|_| relayed) {
                        *last_us = now_us.max(*last_us);
                    }
                }
            }
        }
        if !reorders {
            // Whoever handles messages of one route hands them on in the order in which they came.
            let flights = household.active.iter().flat_map(|active| active.flights.iter().flatten());
            let ahead = flights.filter(|ahead| ahead.handled_us > 0 && same_route(&ahead.is, &is));
            handled_us = ahead.map(|ahead| ahead.handled_us + 1).fold(handled_us, u64::max);
        }
        if let Some(flight) = household.flight(place, turn) {
            flight.handled_us = handled_us;
        }
        if handled_us == now_us {
            self.handled(number, now_us, place, turn, sink);
        } else {
            self.queue.push(handled_us, number, Event::Handled(place, turn));
        }
    }

    /// Whoever a message has reached is done with it, or it is lost for good.
    pub(super) fn handled(&mut self, number: u32, now_us: u64, place: u8, turn: u16, sink: &mut dyn Sink) {
        let Some(household) = self.households.get_mut(number as usize) else { return };
        let Some(flight) = household.flight(place, turn).copied() else { return };
        let (parcel, id, tv) = (flight.is.parcel, flight.is.command, flight.is.tv);
        let action = if flight.lost { Action::Lose(parcel, id, tv) } else { Action::Deliver(parcel, id, tv) };
        set_down(household, place);
        if let Err(refusal) = self.take(number, action, now_us, Some(flight), sink) {
            // What a silent TV or a server that is down does not take is lost, where things can be lost. Anything
            // else is sent again later, such as an answer for which the network has no room.
            let lost = matches!(refusal, Refusal::TvSilent | Refusal::ServersDown) && self.loses;
            if let Some(active) = self.households.get_mut(number as usize).and_then(|h| h.active.as_mut())
                && let Some(free) = active.flights.get_mut(usize::from(place))
            {
                *free = Some(Flight { lost, ..flight });
                self.queue.push(now_us + RESEND_US, number, Event::Handled(place, turn));
            }
        } else if flight.lost {
            self.after_loss(number, now_us, id.index() as u8, sink);
        }
    }

    /// The plugin that has waited long enough already acts as soon as a command is known to be lost.
    fn after_loss(&mut self, number: u32, now_us: u64, slot: u8, sink: &mut dyn Sink) {
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

/// Takes a message from its place.
fn set_down(household: &mut Household, place: u8) {
    if let Some(active) = &mut household.active
        && let Some(flight) = active.flights.get_mut(usize::from(place))
    {
        *flight = None;
    }
}
