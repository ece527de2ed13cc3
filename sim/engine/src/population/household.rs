//! One household: its world, the ids of its open cases, and its commands under way.

use super::names::STRIDE;
use crate::latency::{End, Path, Stamps};
use vouchsafe_alphabet::{Sort, Stamp};
use vouchsafe_system::limits::{COMMANDS, MESSAGES, PHONES, TVS};
use vouchsafe_system::{InFlight, World};

/// A case slot that stands for nothing now.
const NONE: u32 = u32::MAX;

/// One household.
pub(super) struct Household {
    pub(super) world: World<Stamp>,
    /// When the queue says that something is due next, in microseconds; the maximum where it says nothing.
    pub(super) due_us: u64,
    /// Whether the queue says that something beside the command path is on its way.
    pub(super) soon: bool,
    /// What its case slots stand for, by sort.
    ids: [[u32; STRIDE as usize]; 4],
    /// When each phone last had a message from or to the relay.
    pub(super) radio_us: [u64; PHONES],
    /// When each TV is done with what it executes.
    pub(super) tv_free_us: [u64; TVS],
    /// The TVs that passed a check and got no command since, a bit each.
    pub(super) checked: u8,
    /// Counts commands and messages, to tell one in a place from the next there.
    pub(super) turn: u16,
    /// What is under way; most of the time that is nothing.
    pub(super) active: Option<Box<Active>>,
}

/// Commands and messages under way.
#[derive(Default)]
pub(super) struct Active {
    pub(super) flights: [Option<Flight>; MESSAGES],
    pub(super) commands: [Option<Command>; COMMANDS],
}

/// A message on its way.
#[derive(Clone, Copy)]
pub(super) struct Flight {
    pub(super) is: InFlight,
    pub(super) turn: u16,
    pub(super) sent_us: u64,
    pub(super) arrives_us: u64,
    /// When whoever it has reached is done with it; 0 before it has arrived.
    pub(super) handled_us: u64,
    pub(super) lost: bool,
}

/// A command under way.
#[derive(Clone, Copy)]
pub(super) struct Command {
    pub(super) stamps: Stamps,
    pub(super) turn: u16,
    pub(super) path: Path,
    pub(super) first: bool,
    pub(super) given_up: bool,
    /// Whether the plugin would try the relay, if only it knew that the command was lost.
    pub(super) may_retry: bool,
    /// Whether the plugin would give up, if only it knew that the command was lost.
    pub(super) may_give_up: bool,
}

impl Command {
    /// How it ends, now that nothing of it is under way.
    pub(super) fn end(&self) -> End {
        let (executed, shown) = (self.stamps.get(5).is_some(), self.stamps.get(8).is_some());
        match (executed, shown) {
            (true, true) => End::Finished,
            (_, _) if self.given_up => End::GivenUp,
            (true, false) => End::Unanswered,
            (false, _) => End::TurnedDown,
        }
    }
}

impl Household {
    pub(super) fn new(world: World<Stamp>) -> Self {
        Self {
            world,
            due_us: u64::MAX,
            soon: false,
            ids: [[NONE; STRIDE as usize]; 4],
            radio_us: [0; PHONES],
            tv_free_us: [0; TVS],
            checked: 0,
            turn: 0,
            active: None,
        }
    }

    fn place(&mut self, sort: Sort, slot: u32) -> Option<&mut u32> {
        self.ids.get_mut(case(sort)?)?.get_mut(slot as usize)
    }

    /// Whether a case slot stands for something.
    pub(super) fn is_open(&self, sort: Sort, slot: u32) -> bool {
        let ids = case(sort).and_then(|case| self.ids.get(case)?.get(slot as usize));
        ids.is_some_and(|id| *id != NONE)
    }

    /// The id that no other household or case has, for an id of this household numbered `number`.
    pub(super) fn global(&mut self, number: u32, sort: Sort, id: u32, next: &mut [u32; 4]) -> u32 {
        match sort {
            Sort::Person | Sort::Phone | Sort::Tv | Sort::Mac | Sort::DeviceId | Sort::Staff => {
                number * STRIDE + id
            }
            Sort::Holder | Sort::Terms => id,
            Sort::Command | Sort::Record | Sort::Request | Sort::Contract => {
                let count = case(sort).and_then(|case| next.get_mut(case));
                let (Some(place), Some(count)) = (self.place(sort, id), count) else {
                    debug_assert!(false, "a household has fewer slots than {STRIDE} of a sort");
                    return NONE;
                };
                if *place == NONE {
                    *place = *count;
                    *count += 1;
                }
                *place
            }
        }
    }

    /// A case slot is free.
    pub(super) fn retire(&mut self, sort: Sort, slot: u32) {
        if let Some(place) = self.place(sort, slot) {
            *place = NONE;
        }
    }

    /// The next turn.
    pub(super) fn next_turn(&mut self) -> u16 {
        self.turn = self.turn.wrapping_add(1);
        self.turn
    }

    /// The command in a slot.
    pub(super) fn command(&mut self, slot: usize) -> Option<&mut Command> {
        self.active.as_mut()?.commands.get_mut(slot)?.as_mut()
    }

    /// The message in a place, if it is still the one of this turn.
    pub(super) fn flight(&mut self, place: u8, turn: u16) -> Option<&mut Flight> {
        let flight = self.active.as_mut()?.flights.get_mut(usize::from(place))?.as_mut()?;
        (flight.turn == turn).then_some(flight)
    }
}

/// The number of a sort of case.
fn case(sort: Sort) -> Option<usize> {
    match sort {
        Sort::Command => Some(0),
        Sort::Record => Some(1),
        Sort::Request => Some(2),
        Sort::Contract => Some(3),
        Sort::Person
        | Sort::Phone
        | Sort::Tv
        | Sort::Holder
        | Sort::Mac
        | Sort::DeviceId
        | Sort::Staff
        | Sort::Terms => None,
    }
}
