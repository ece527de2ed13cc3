//! The network of the command path: the messages in flight, the only place where any are kept.
//!
//! Messages of one route between one phone and one TV arrive in the order in which they were sent, unless a
//! scope lets them overtake each other. The queue is kept sorted by route, so that sendings on different
//! routes that happened in either order leave one and the same state.

use crate::limits::MESSAGES;
use crate::refusal::Refusal;
use crate::world::World;
use vouchsafe_alphabet::{Command, Key, Phone, Tv};

list! {
    /// The kinds of message on the command path (COL-11, USE-17, USE-19).
    "message" Parcel {
        /// From plugin to TV, over the local network.
        LanCommand "lan-command",
        /// From plugin to server.
        RemoteCommand "remote-command",
        /// From server to TV.
        PushCommand "push-command",
        /// From TV to plugin, over the local network.
        LanAck "lan-ack",
        /// From TV to server.
        StatusReport "status-report",
        /// From server to plugin.
        StatusPush "status-push",
    }
}

impl Parcel {
    /// Whether it is on its way to the TV.
    pub(crate) const fn outbound(self) -> bool {
        match self {
            Self::LanCommand | Self::RemoteCommand | Self::PushCommand => true,
            Self::LanAck | Self::StatusReport | Self::StatusPush => false,
        }
    }
    /// Whether it takes a way on which an adversary may sit.
    pub(crate) const fn wide_area(self) -> bool {
        match self {
            Self::RemoteCommand | Self::PushCommand | Self::StatusReport | Self::StatusPush => true,
            Self::LanCommand | Self::LanAck => false,
        }
    }
}

/// A message in flight as one with full view sees it, for an engine that decides when it arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InFlight {
    /// Its kind.
    pub parcel: Parcel,
    /// The phone at one end of the route.
    pub phone: Phone,
    /// The TV at the other.
    pub tv: Tv,
    /// The slot of the command.
    pub command: Command,
    /// On the way back: whether the TV executed the command, rather than turned it down.
    pub done: bool,
    /// Whether it is, or has, a double; it is not doubled again.
    pub doubled: bool,
}

impl<C> World<C> {
    /// The messages in flight: by route, and within a route in the order of sending unless messages overtake
    /// each other.
    pub fn in_flight(&self) -> impl Iterator<Item = InFlight> + '_ {
        self.network.each().map(|message| InFlight {
            parcel: message.parcel,
            phone: Phone(message.phone.into()),
            tv: Tv(message.tv.into()),
            command: Command(message.command.into()),
            done: message.done,
            doubled: message.doubled,
        })
    }
}

/// A message in flight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Message {
    /// Its kind.
    pub(crate) parcel: Parcel,
    /// The phone at one end of the route.
    pub(crate) phone: u8,
    /// The TV at the other.
    pub(crate) tv: u8,
    /// The slot of the command.
    pub(crate) command: u8,
    /// On the way back: whether the TV executed the command, rather than turned it down.
    pub(crate) done: bool,
    /// Whether it is, or has, a double; it is not doubled again.
    pub(crate) doubled: bool,
    /// Whether somebody changed it on the way, so that its seal does not fit.
    pub(crate) changed: bool,
}

/// A command that an adversary has copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Copied {
    /// The slot of the command.
    pub(crate) command: u8,
    /// Who pressed.
    pub(crate) person: u8,
    /// For which TV.
    pub(crate) tv: u8,
    /// Which key.
    pub(crate) key: Key,
}

impl Message {
    fn same_route(&self, other: &Self) -> bool {
        (self.parcel, self.phone, self.tv) == (other.parcel, other.phone, other.tv)
    }
    fn is(&self, parcel: Parcel, command: usize, tv: usize) -> bool {
        self.parcel == parcel && usize::from(self.command) == command && usize::from(self.tv) == tv
    }
}

/// The messages in flight: sorted by route, within a route in the order of sending.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Network {
    flight: [Option<Message>; MESSAGES],
    /// What an adversary on the wide-area way has copied.
    pub(crate) copied: Option<Copied>,
}

impl Network {
    fn each(&self) -> impl Iterator<Item = &Message> {
        self.flight.iter().flatten()
    }
    /// Refuses what is about a message that is not in flight.
    pub(crate) fn has(&self, parcel: Parcel, command: usize, tv: usize) -> Result<(), Refusal> {
        let found = self.each().any(|message| message.is(parcel, command, tv));
        if found { Ok(()) } else { Err(Refusal::NoMessage) }
    }
    /// How many are in flight.
    fn count(&self) -> usize {
        self.each().count()
    }
    /// Whether anything of a command is in flight.
    pub(crate) fn carries(&self, command: usize) -> bool {
        self.each().any(|message| usize::from(message.command) == command)
    }
    /// Whether a copy of a command is still on its way to the TV.
    pub(crate) fn carries_out(&self, command: usize) -> bool {
        self.each().any(|message| usize::from(message.command) == command && message.parcel.outbound())
    }
    /// Sends a message; `reordering` says that order within a route is not kept.
    pub(crate) fn send(&mut self, message: Message, most: u8, reordering: bool) -> Result<(), Refusal> {
        if self.count() >= usize::from(most) {
            return Err(Refusal::NetworkFull);
        }
        *self.flight.last_mut().ok_or(Refusal::NetworkFull)? = Some(message);
        self.settle(reordering);
        Ok(())
    }
    /// Restores the order of the queue: free places last.
    fn settle(&mut self, reordering: bool) {
        if reordering {
            self.flight.sort_by_key(|place| (place.is_none(), *place));
        } else {
            let route = |message: &Message| (message.parcel, message.phone, message.tv);
            self.flight.sort_by_key(|place| (place.is_none(), place.as_ref().map(route)));
        }
    }
    /// The place of a message that is the next of its route.
    pub(crate) fn find(
        &self,
        parcel: Parcel,
        command: usize,
        tv: usize,
        reordering: bool,
    ) -> Result<usize, Refusal> {
        let found = self.flight.iter().position(|place| place.is_some_and(|m| m.is(parcel, command, tv)));
        let place = found.ok_or(Refusal::NoMessage)?;
        let message = self.flight.get(place).copied().flatten().ok_or(Refusal::NoMessage)?;
        let waits = self.flight.iter().take(place).flatten().any(|earlier| earlier.same_route(&message));
        if waits && !reordering { Err(Refusal::NoMessage) } else { Ok(place) }
    }
    /// Takes out a message that is the next of its route.
    pub(crate) fn take(
        &mut self,
        parcel: Parcel,
        command: usize,
        tv: usize,
        reordering: bool,
    ) -> Result<Message, Refusal> {
        let place = self.find(parcel, command, tv, reordering)?;
        let message = self.flight.get_mut(place).and_then(Option::take).ok_or(Refusal::NoMessage)?;
        self.settle(reordering);
        Ok(message)
    }
    /// Changes the key of a message, or the TV to which it goes.
    pub(crate) fn tamper(
        &mut self,
        parcel: Parcel,
        command: usize,
        tv: usize,
        to: Option<Tv>,
        reordering: bool,
    ) -> Result<(), Refusal> {
        let place = self.find(parcel, command, tv, reordering)?;
        let message = self.flight.get_mut(place).and_then(Option::as_mut).ok_or(Refusal::NoMessage)?;
        if message.changed {
            return Err(Refusal::NothingChanges);
        }
        message.changed = true;
        message.tv = to.map_or(message.tv, |tv| tv.0 as u8);
        self.settle(reordering);
        Ok(())
    }
    /// Doubles a message.
    pub(crate) fn double(
        &mut self,
        parcel: Parcel,
        command: usize,
        tv: usize,
        most: u8,
        reordering: bool,
    ) -> Result<(), Refusal> {
        let mut places = self.flight.iter_mut().flatten();
        let message = places.find(|m| m.is(parcel, command, tv) && !m.doubled).ok_or(Refusal::NoMessage)?;
        message.doubled = true;
        let copy = *message;
        self.send(copy, most, reordering)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(parcel: Parcel, command: u8) -> Message {
        Message { parcel, phone: 0, tv: 0, command, done: false, doubled: false, changed: false }
    }

    #[test]
    fn a_route_keeps_its_order_unless_it_may_not() {
        let mut network = Network::default();
        network.send(message(Parcel::LanCommand, 1), 4, false).unwrap();
        network.send(message(Parcel::LanCommand, 0), 4, false).unwrap();
        assert_eq!(network.take(Parcel::LanCommand, 0, 0, false), Err(Refusal::NoMessage));
        assert!(network.take(Parcel::LanCommand, 0, 0, true).is_ok());
        assert!(network.take(Parcel::LanCommand, 1, 0, false).is_ok());
        assert_eq!(network, Network::default());
    }

    #[test]
    fn sendings_on_two_routes_commute() {
        let (a, b) = (message(Parcel::LanCommand, 0), message(Parcel::RemoteCommand, 1));
        let (mut one, mut other) = (Network::default(), Network::default());
        one.send(a, 4, false).unwrap();
        one.send(b, 4, false).unwrap();
        other.send(b, 4, false).unwrap();
        other.send(a, 4, false).unwrap();
        assert_eq!(one, other);
    }

    #[test]
    fn a_message_is_doubled_once_and_the_network_fills_up() {
        let mut network = Network::default();
        network.send(message(Parcel::LanCommand, 0), 2, false).unwrap();
        network.double(Parcel::LanCommand, 0, 0, 2, false).unwrap();
        assert_eq!(network.double(Parcel::LanCommand, 0, 0, 2, false), Err(Refusal::NoMessage));
        assert_eq!(network.send(message(Parcel::LanAck, 0), 2, false), Err(Refusal::NetworkFull));
    }
}
