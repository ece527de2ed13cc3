//! A block of the frontier and its expansion: the unit of work between two looks at the limits.
//!
//! One thread enters each target into the table as it comes; so do several threads, each for itself
//! ([`Unordered`]), unless what they find has to be in the same order in every run ([`InOrder`]).
#![expect(clippy::indexing_slicing, reason = "a remainder is below its divisor")]

use std::ops::ControlFlow;
use std::sync::Arc;

use rayon::ThreadPool;

use crate::frontier::{Next, Slice};
use crate::in_order::InOrder;
use crate::table::{SHARDS, Table, mix};
use crate::unchecked::packing::Packing;
use crate::unordered::Unordered;
use crate::{Bits, Marks, Space};

/// Parents in a slice, which one worker expands: fewer of large states, whose candidates should stay close by.
pub(crate) const fn slice<S>() -> usize {
    if is_large::<S>() { 64 } else { 256 }
}
/// Parents in a block.
pub(crate) const fn block<S>() -> usize {
    slice::<S>() * if is_large::<S>() { 16 } else { 64 }
}
/// Blocks of fewer parents are not worth a second thread.
const ALONE: usize = 32;

/// Whether copying a state takes longer than a look into the table.
pub(crate) const fn is_large<S>() -> bool {
    size_of::<S>() > 128
}

/// The sums over one block.
pub(crate) struct Expanded<B> {
    pub(crate) transitions: u64,
    pub(crate) breached: B,
    pub(crate) marks: Marks<B>,
}

impl<B: Bits> Expanded<B> {
    pub(crate) fn none() -> Self {
        Self { transitions: 0, breached: B::default(), marks: Marks::default() }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.transitions += other.transitions;
        self.breached.join(&other.breached);
        self.marks.join(&other.marks);
    }
}

/// Small targets that were not met a moment ago, with their fingerprints: they wait until the processor has fetched
/// their slots of the table, while others are found. Copying a large target costs more than a slot does, so such are
/// held against the table at once, and only those are copied that it does not have.
pub(crate) struct Pending<S: Space> {
    pub(crate) states: Vec<S::State>,
    pub(crate) prints: Vec<u64>,
}

impl<S: Space> Pending<S> {
    /// Targets that are held against the table together, while as many wait.
    pub(crate) const BATCH: usize = 64;
    /// Whether targets wait.
    pub(crate) const WAIT: bool = !is_large::<S::State>();

    pub(crate) fn new() -> Self {
        Self { states: Vec::new(), prints: Vec::new() }
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, state: &S::State, print: u64) {
        self.prints.push(print);
        self.states.push(state.clone());
    }

    pub(crate) fn is_full(&self) -> bool {
        self.prints.len() >= 2 * Self::BATCH
    }

    /// Hands over the first targets, so many at most.
    #[inline(always)]
    pub(crate) fn take(&mut self, most: usize, mut hand: impl FnMut(&S::State, u64)) {
        let count = most.min(self.prints.len());
        for (state, print) in self.states.drain(..count).zip(self.prints.drain(..count)) {
            hand(&state, print);
        }
    }

    pub(crate) fn clear(&mut self) {
        self.states.clear();
        self.prints.clear();
    }

    pub(crate) fn bytes(&self) -> usize {
        self.states.capacity() * size_of::<S::State>() + self.prints.capacity() * size_of::<u64>()
    }
}

/// Visits the targets of one parent that were not met a moment ago.
#[inline(always)]
pub(crate) fn expand<S: Space>(
    space: &S,
    parent: &S::State,
    sums: &mut Expanded<S::Bits>,
    recent: &mut Recent,
    mut meet: impl FnMut(&S::State, u64),
) {
    let Expanded { transitions, breached: all, marks } = sums;
    // The visitor never breaks.
    let _ = space.successors(parent, marks, &mut |_, target, breached| {
        *transitions += 1;
        all.join(breached);
        let print = mix(space.fingerprint(target));
        if !recent.saw(print) {
            meet(target, print);
        }
        ControlFlow::Continue(())
    });
}

/// The fingerprints met last in a slice: most repetitions are close together, and finding them here
/// spares a look into the large table. Forgetting only costs time.
pub(crate) struct Recent(Box<[u64; Self::SIZE]>);

impl Recent {
    const SIZE: usize = 4096;

    pub(crate) fn new() -> Self {
        Self(Box::new([0; Self::SIZE]))
    }

    #[inline(always)]
    fn saw(&mut self, print: u64) -> bool {
        let held = &mut self.0[print as usize % Self::SIZE];
        // Zero is an empty place, so it never counts as seen.
        print != 0 && std::mem::replace(held, print) == print
    }
}

/// Expands blocks, on threads of its own if there are to be several.
pub(crate) struct Expander<'a, S: Space> {
    space: &'a S,
    recent: Recent,
    alone: Pending<S>,
    in_order: InOrder<S>,
    unordered: Option<Unordered<S>>,
    threads: Option<ThreadPool>,
}

impl<'a, S: Space> Expander<'a, S> {
    /// With so many threads; `ordered` if what is found must be in the same order in every run.
    pub(crate) fn new(
        space: &'a S,
        packing: Option<&Arc<Packing<S>>>,
        threads: usize,
        ordered: bool,
    ) -> Self {
        let unordered = (threads > 1 && !ordered).then(|| Unordered::new(threads, SHARDS, packing));
        // Where the system grants no threads the work is done by one, with the same result.
        let threads = if threads > 1 {
            rayon::ThreadPoolBuilder::new().num_threads(threads).build().ok()
        } else {
            None
        };
        Self {
            space,
            recent: Recent::new(),
            alone: Pending::new(),
            in_order: InOrder::new(),
            unordered,
            threads,
        }
    }

    /// Expands the block made of these slices, adds what is new to the table and appends it to `next`.
    pub(crate) fn expand(
        &mut self,
        block: &[Slice<'_, S>],
        table: &mut Table,
        next: &mut Next<S>,
    ) -> Expanded<S::Bits> {
        let parents: usize = block.iter().map(Slice::len).sum();
        match (&self.threads, &mut self.unordered) {
            (Some(threads), Some(unordered)) if parents >= ALONE => {
                unordered.expand(threads, self.space, block, table, next)
            }
            (Some(threads), None) if parents >= ALONE => {
                self.in_order.expand(threads, self.space, block, table, next)
            }
            _ => self.expand_alone(block, table, next),
        }
    }

    /// Hands over what was found and kept.
    pub(crate) fn flush(&mut self, next: &mut Next<S>) {
        if let Some(unordered) = &mut self.unordered {
            unordered.flush(next);
        }
    }

    /// How many states were found and kept.
    pub(crate) fn len(&self) -> usize {
        self.unordered.as_ref().map_or(0, Unordered::len)
    }

    fn expand_alone(
        &mut self,
        block: &[Slice<'_, S>],
        table: &mut Table,
        next: &mut Next<S>,
    ) -> Expanded<S::Bits> {
        let mut sums = Expanded::none();
        let Self { space, recent, alone: pending, .. } = self;
        for slice in block {
            slice.each(|parent| {
                if Pending::<S>::WAIT {
                    expand(*space, parent, &mut sums, recent, |state, print| {
                        table.prefetch(print);
                        pending.push(state, print);
                    });
                    if pending.is_full() {
                        pending.take(Pending::<S>::BATCH, |state, print| {
                            enter(*space, state, print, table, next)
                        });
                    }
                } else {
                    expand(*space, parent, &mut sums, recent, |state, print| {
                        enter(*space, state, print, table, next)
                    });
                }
            });
        }
        pending.take(usize::MAX, |state, print| enter(*space, state, print, table, next));
        sums
    }

    pub(crate) fn bytes(&self) -> usize {
        let unordered = self.unordered.as_ref().map_or(0, Unordered::bytes);
        unordered + self.alone.bytes() + self.in_order.bytes()
    }
}

/// Enters a target into the table and, if it is new, into the next frontier.
#[inline(always)]
fn enter<S: Space>(space: &S, state: &S::State, print: u64, table: &mut Table, next: &mut Next<S>) {
    if table.insert(print) {
        next.push(space, state);
    }
}
