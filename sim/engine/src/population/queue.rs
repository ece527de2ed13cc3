//! The queue of what comes next: by time, then household, then sort of event.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What may come next in a household. Places and turns say whose turn it is; one that is over is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Parties do what is due.
    Due,
    /// A message arrives, or is lost.
    Arrives(u8, u16),
    /// Whoever a message has reached is done with it.
    Handled(u8, u16),
    /// The plugin has waited long enough for a local answer.
    Retry(u8, u16),
    /// The plugin has waited long enough for any answer.
    GiveUp(u8, u16),
    /// Somebody presses a key.
    Press,
    /// Somebody does something else.
    Act,
    /// What is on its way beside the command path arrives.
    Soon,
}

impl Event {
    fn pack(self) -> u32 {
        let with = |sort: u32, place: u8, turn: u16| sort << 24 | u32::from(place) << 16 | u32::from(turn);
        match self {
            Self::Due => with(0, 0, 0),
            Self::Arrives(place, turn) => with(1, place, turn),
            Self::Handled(place, turn) => with(2, place, turn),
            Self::Retry(place, turn) => with(3, place, turn),
            Self::GiveUp(place, turn) => with(4, place, turn),
            Self::Press => with(5, 0, 0),
            Self::Act => with(6, 0, 0),
            Self::Soon => with(7, 0, 0),
        }
    }
    fn unpack(packed: u32) -> Self {
        let (place, turn) = ((packed >> 16) as u8, packed as u16);
        match packed >> 24 {
            0 => Self::Due,
            1 => Self::Arrives(place, turn),
            2 => Self::Handled(place, turn),
            3 => Self::Retry(place, turn),
            4 => Self::GiveUp(place, turn),
            5 => Self::Press,
            6 => Self::Act,
            _ => Self::Soon,
        }
    }
}

/// The queue. An entry is one number, so that two are compared at once.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    heap: BinaryHeap<Reverse<u128>>,
    /// How many entries were put in.
    pub pushed: u64,
}

impl Queue {
    /// Something will happen in a household.
    pub fn push(&mut self, at_us: u64, household: u32, event: Event) {
        self.pushed += 1;
        self.heap
            .push(Reverse(u128::from(at_us) << 64 | u128::from(household) << 32 | u128::from(event.pack())));
    }
    /// What comes next: when, where and what.
    pub fn pop(&mut self) -> Option<(u64, u32, Event)> {
        let Reverse(entry) = self.heap.pop()?;
        Some(((entry >> 64) as u64, (entry >> 32) as u32, Event::unpack(entry as u32)))
    }
    /// How many entries wait.
    pub fn len(&self) -> usize {
        self.heap.len()
    }
    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.heap.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out_in_order_and_as_it_was() {
        let mut queue = Queue::default();
        let events = [
            Event::Due,
            Event::Arrives(3, 65_535),
            Event::Handled(1, 2),
            Event::Retry(2, 0),
            Event::GiveUp(0, 9),
            Event::Press,
            Event::Act,
        ];
        for (number, &event) in events.iter().enumerate().rev() {
            queue.push(u64::MAX - 7, number as u32, event);
            queue.push(5, u32::MAX, event);
        }
        let out: Vec<_> = std::iter::from_fn(|| queue.pop()).collect();
        let first: Vec<_> = events.iter().map(|event| (5, u32::MAX, *event)).collect();
        let last: Vec<_> = (0..).zip(events).map(|(number, event)| (u64::MAX - 7, number, event)).collect();
        assert_eq!(out, [first, last].concat());
        assert_eq!((queue.pushed, queue.len(), queue.is_empty()), (14, 0, true));
    }
}
