//! Messages on their way in virtual time.
//!
//! After each step the new messages in the system's network are sent on their way, each for as long as the
//! profile says. Where one is handled in a station, the TV or the relay, the system is told of its arrival only
//! when the station is done with it: then it executes, relays or answers.

use super::household::{Active, Flight, Household};
use super::queue::Event;
use super::{Population, Sink, draw};
use crate::latency::Path;
use vouchsafe_system::{Action, InFlight, Parcel, Refusal};

/// After how long a message that was not taken in is sent again.
const RESEND_US: u64 = 60_000_000;

/// Where a message is handled when it has arrived.
pub(super) enum Stop {
    Tv,
    Relay,
    Plugin,
}

/// Where messages of this kind are handled.
pub(super) const fn stop(parcel: Parcel) -> Stop {
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
            let silent = matches!(refusal, Refusal::TvSilent | Refusal::ServersDown);
            let lost_now = silent && self.loses && !flight.lost;
            let (lost, at_us) = (flight.lost || lost_now, if lost_now { now_us } else { now_us + RESEND_US });
            if let Some(active) = self.households.get_mut(number as usize).and_then(|h| h.active.as_mut())
                && let Some(free) = active.flights.get_mut(usize::from(place))
            {
                *free = Some(Flight { lost, ..flight });
                self.queue.push(at_us, number, Event::Handled(place, turn));
            }
        } else if flight.lost {
            self.after_loss(number, now_us, id.index() as u8, sink);
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
