//! The states of one depth that wait to be expanded and those of the next, in order and in chunks.

use std::collections::VecDeque;

/// The states of two depths, each in the order in which they were found.
///
/// A chunk is made when the one before is full, so growing never copies or doubles anything. One whose states are
/// all expanded is used again for the next depth.
pub(crate) struct Frontier<S> {
    /// Those of this depth.
    chunks: VecDeque<Vec<S>>,
    /// How many states of the first chunk are done.
    done: usize,
    /// How many wait at this depth.
    len: usize,
    next: Next<S>,
}

/// The states of the next depth.
pub(crate) struct Next<S> {
    chunks: VecDeque<Vec<S>>,
    /// How many are known.
    len: usize,
    /// Chunks to use again.
    spare: Vec<Vec<S>>,
}

impl<S: Clone> Frontier<S> {
    /// States in a chunk: a quarter of a megabyte of them, but not many small ones and not just a few large ones.
    pub(crate) const CHUNK: usize = {
        let size = if size_of::<S>() == 0 { 1 } else { size_of::<S>() };
        let fit = (1 << 18) / size;
        if fit > 1 << 14 {
            1 << 14
        } else if fit < 1 << 6 {
            1 << 6
        } else {
            fit
        }
    };

    /// Bytes from which on a list of states is taken over as a chunk.
    const WORTH: usize = 1 << 15;
    /// How many emptied chunks are kept.
    const SPARE: usize = 8;

    pub(crate) fn new() -> Self {
        Self { chunks: VecDeque::new(), done: 0, len: 0, next: Next::new() }
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
    pub(crate) fn block(&mut self, len: usize, slice: usize) -> (Vec<&[S]>, &mut Next<S>) {
        let mut left = len.min(self.len);
        let mut slices = Vec::new();
        for (at, chunk) in self.chunks.iter().enumerate() {
            if left == 0 {
                break;
            }
            let waiting = chunk.get(if at == 0 { self.done } else { 0 }..).unwrap_or_default();
            let taken = waiting.get(..left).unwrap_or(waiting);
            slices.extend(taken.chunks(slice));
            left -= taken.len();
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
                && emptied.capacity() >= Self::CHUNK
            {
                emptied.clear();
                self.next.spare.push(emptied);
            }
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        let chunks = self.chunks.iter().map(|chunk| chunk.capacity() * size_of::<S>() + size_of::<Vec<S>>());
        chunks.sum::<usize>() + self.next.bytes()
    }
}

impl<S: Clone> Next<S> {
    pub(crate) fn new() -> Self {
        Self { chunks: VecDeque::new(), len: 0, spare: Vec::new() }
    }

    /// How many are known.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Takes over the full chunks of another list, and gives it empty ones for them.
    pub(crate) fn take_full(&mut self, other: &mut Self) {
        while let Some(first) = other.chunks.front()
            && first.len() >= Frontier::<S>::CHUNK
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
        let chunks = self.chunks.iter().chain(&self.spare);
        chunks.map(|chunk| chunk.capacity() * size_of::<S>() + size_of::<Vec<S>>()).sum()
    }

    /// Adds a state.
    #[inline]
    pub(crate) fn push(&mut self, state: &S) {
        self.len += 1;
        match self.chunks.back_mut() {
            Some(chunk) if chunk.len() < Frontier::<S>::CHUNK => chunk.push(state.clone()),
            Some(_) | None => {
                let mut chunk = self.spare.pop().unwrap_or_else(|| Vec::with_capacity(Frontier::<S>::CHUNK));
                chunk.push(state.clone());
                self.chunks.push_back(chunk);
            }
        }
    }

    /// Adds states, which leave their list: many large ones as they are, others one by one.
    pub(crate) fn append(&mut self, states: &mut Vec<S>) {
        if states.len() * size_of::<S>() < Frontier::<S>::WORTH {
            states.drain(..).for_each(|state| self.push(&state));
        } else {
            self.len += states.len();
            self.chunks.push_back(std::mem::take(states));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_come_out_as_they_went_in_and_free_their_chunks() {
        let mut frontier = Frontier::new();
        let count = 3 * Frontier::<u64>::CHUNK as u64 + 5;
        (0..count).for_each(|state| frontier.next().push(&state));
        assert_eq!((frontier.len(), frontier.next_len() as u64), (0, count));
        assert!(frontier.descend());
        let (mut seen, whole) = (Vec::new(), frontier.bytes());
        while frontier.len() > 0 {
            let block: Vec<u64> = frontier.block(1000, 300).0.concat();
            assert!(frontier.block(1000, 300).0.iter().all(|slice| slice.len() <= 300));
            frontier.pass(block.len());
            seen.extend(block);
        }
        assert!(seen.iter().copied().eq(0..count));
        assert!(!frontier.descend());
        frontier.next().push(&1);
        assert!(frontier.descend());
        assert_eq!(frontier.block(9, 9).0, [&[1]]);
        assert_eq!(frontier.bytes(), whole);
    }
}
