//! The states of one depth that wait to be expanded and those of the next, in order and in chunks.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::Space;
use crate::unchecked::packing::{Bundle, Packing};

/// The states of two depths, each in the order in which they were found.
///
/// A chunk is made when the one before is full, so growing never copies or doubles anything. One whose states are
/// all expanded is used again for the next depth.
pub(crate) struct Frontier<S: Space> {
    /// Those of this depth.
    chunks: VecDeque<Chunk<S>>,
    /// How many states of the first chunk are done.
    done: usize,
    /// How many wait at this depth.
    len: usize,
    next: Next<S>,
}

/// The states of the next depth.
pub(crate) struct Next<S: Space> {
    chunks: VecDeque<Chunk<S>>,
    /// How many are known.
    len: usize,
    /// Chunks to use again.
    spare: Vec<Chunk<S>>,
    packing: Option<Arc<Packing<S>>>,
}

/// Some states.
enum Chunk<S: Space> {
    Whole(Vec<S::State>),
    Packed(Bundle<S>),
}

/// Some states of a chunk.
pub(crate) struct Slice<'a, S: Space> {
    chunk: &'a Chunk<S>,
    from: usize,
    to: usize,
}

impl<S: Space> Chunk<S> {
    /// Whole states in a chunk: a quarter of a megabyte of them, but not many small ones and not just a few large ones.
    const WHOLE: usize = {
        let size = if size_of::<S::State>() == 0 { 1 } else { size_of::<S::State>() };
        let fit = (1 << 18) / size;
        if fit > 1 << 14 {
            1 << 14
        } else if fit < 1 << 6 {
            1 << 6
        } else {
            fit
        }
    };

    fn new(packing: Option<&Arc<Packing<S>>>) -> Self {
        match packing {
            None => Self::Whole(Vec::with_capacity(Self::WHOLE)),
            Some(packing) => Self::Packed(Bundle::new(packing)),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Whole(states) => states.len(),
            Self::Packed(bundle) => bundle.len(),
        }
    }

    #[inline]
    fn is_full(&self) -> bool {
        match self {
            Self::Whole(states) => states.len() >= Self::WHOLE,
            Self::Packed(bundle) => bundle.is_full(),
        }
    }

    fn clear(&mut self) {
        match self {
            Self::Whole(states) => states.clear(),
            Self::Packed(bundle) => bundle.clear(),
        }
    }

    #[inline]
    fn push(&mut self, space: &S, state: &S::State) {
        match self {
            Self::Whole(states) => states.push(state.clone()),
            Self::Packed(bundle) => bundle.push(space, state),
        }
    }

    fn bytes(&self) -> usize {
        size_of::<Self>()
            + match self {
                Self::Whole(states) => states.capacity() * size_of::<S::State>(),
                Self::Packed(bundle) => bundle.size(),
            }
    }
}

impl<S: Space> Slice<'_, S> {
    /// How many states there are.
    pub(crate) fn len(&self) -> usize {
        self.to - self.from
    }

    /// Hands over each, in order.
    #[inline(always)]
    pub(crate) fn each(&self, hand: impl FnMut(&S::State)) {
        match self.chunk {
            Chunk::Whole(states) => {
                states.get(self.from..self.to).unwrap_or_default().iter().for_each(hand);
            }
            Chunk::Packed(bundle) => bundle.each(self.from, self.to, hand),
        }
    }
}

impl<S: Space> Frontier<S> {
    /// How many emptied chunks are kept.
    const SPARE: usize = 8;

    pub(crate) fn new(packing: Option<Arc<Packing<S>>>) -> Self {
        Self { chunks: VecDeque::new(), done: 0, len: 0, next: Next::new(packing) }
    }

    /// The next depth becomes this one; whether there was any.
    pub(crate) fn descend(&mut self) -> bool {
        std::mem::swap(&mut self.chunks, &mut self.next.chunks);
        self.len = std::mem::take(&mut self.next.len);
        self.len > 0
    }

    /// How many states wait at this depth.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Where states of the next depth go.
    pub(crate) fn next(&mut self) -> &mut Next<S> {
        &mut self.next
    }

    /// How many states are known of the next depth.
    pub(crate) fn next_len(&self) -> usize {
        self.next.len
    }

    /// The first `len` states, or fewer where fewer wait, in slices of at most `slice`; and where those go that are
    /// found from them.
    pub(crate) fn block(&mut self, len: usize, slice: usize) -> (Vec<Slice<'_, S>>, &mut Next<S>) {
        let mut left = len.min(self.len);
        let mut slices = Vec::new();
        for (at, chunk) in self.chunks.iter().enumerate() {
            let mut from = if at == 0 { self.done } else { 0 };
            let to = chunk.len().min(from + left);
            left -= to - from;
            while from < to {
                let end = to.min(from + slice);
                slices.push(Slice { chunk, from, to: end });
                from = end;
            }
            if left == 0 {
                break;
            }
        }
        (slices, &mut self.next)
    }

    /// The first `len` states are done.
    pub(crate) fn pass(&mut self, len: usize) {
        let len = len.min(self.len);
        self.len -= len;
        self.done += len;
        while let Some(first) = self.chunks.front()
            && self.done >= first.len()
        {
            self.done -= first.len();
            if let Some(mut emptied) = self.chunks.pop_front()
                && self.next.spare.len() < Self::SPARE
            {
                emptied.clear();
                self.next.spare.push(emptied);
            }
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.chunks.iter().map(Chunk::bytes).sum::<usize>() + self.next.bytes()
    }
}

impl<S: Space> Next<S> {
    pub(crate) fn new(packing: Option<Arc<Packing<S>>>) -> Self {
        Self { chunks: VecDeque::new(), len: 0, spare: Vec::new(), packing }
    }

    /// How many are known.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Takes over the full chunks of another list, and gives it empty ones for them.
    pub(crate) fn take_full(&mut self, other: &mut Self) {
        while let Some(first) = other.chunks.front()
            && first.is_full()
        {
            other.len -= first.len();
            self.len += first.len();
            self.chunks.extend(other.chunks.pop_front());
            if other.spare.is_empty() {
                other.spare.extend(self.spare.pop());
            }
        }
    }

    /// Takes over all chunks of another list.
    pub(crate) fn take_all(&mut self, other: &mut Self) {
        self.len += std::mem::take(&mut other.len);
        self.chunks.append(&mut other.chunks);
    }

    pub(crate) fn bytes(&self) -> usize {
        self.chunks.iter().chain(&self.spare).map(Chunk::bytes).sum()
    }

    /// Adds a state.
    #[inline]
    pub(crate) fn push(&mut self, space: &S, state: &S::State) {
        self.len += 1;
        match self.chunks.back_mut() {
            Some(chunk) if !chunk.is_full() => chunk.push(space, state),
            Some(_) | None => {
                let mut chunk = self.spare.pop().unwrap_or_else(|| Chunk::new(self.packing.as_ref()));
                chunk.push(space, state);
                self.chunks.push_back(chunk);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counters::{Counters, Waiting};

    fn states_come_out_as_they_went_in_and_free_their_chunks(waiting: Waiting) {
        let space = Counters(waiting);
        let packing = Packing::of(&space);
        assert_eq!(packing.is_some(), waiting != Waiting::Whole);
        let mut frontier = Frontier::new(packing);
        let count = 3 * Chunk::<Counters>::WHOLE as u16 + 5;
        (0..count).for_each(|of| frontier.next().push(&space, &Counters::state(of)));
        assert_eq!((frontier.len(), frontier.next_len()), (0, count.into()));
        assert!(frontier.descend() && frontier.chunks.len() > 3);
        let mut seen = Vec::new();
        while frontier.len() > 0 {
            let (slices, _) = frontier.block(1000, 300);
            assert!(slices.iter().all(|slice| slice.len() <= 300));
            let before = seen.len();
            slices.iter().for_each(|slice| slice.each(|state| seen.push(*state)));
            let done = seen.len() - before;
            frontier.pass(done);
        }
        assert!(seen.into_iter().eq((0..count).map(Counters::state)));
        assert!(!frontier.descend());
        let emptied = frontier.bytes();
        frontier.next().push(&space, &Counters::state(1));
        assert!(frontier.descend());
        let mut one = Vec::new();
        frontier.block(9, 9).0.iter().for_each(|slice| slice.each(|state| one.push(*state)));
        assert_eq!(one, [Counters::state(1)]);
        assert_eq!(frontier.bytes(), emptied);
    }

    #[test]
    fn whole_states_come_out_as_they_went_in() {
        states_come_out_as_they_went_in_and_free_their_chunks(Waiting::Whole);
    }

    #[test]
    fn packed_states_come_out_as_they_went_in() {
        states_come_out_as_they_went_in_and_free_their_chunks(Waiting::Tagged);
    }
}
