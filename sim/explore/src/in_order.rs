//! Expanding a block on several threads so that what is found stands in the same order in every run.
//!
//! It takes two phases. First each slice is expanded on its own, against a table that nobody changes, into a list of
//! candidates; then each shard of the table takes in its candidates of all slices in order. Which of two equal
//! candidates counts as the new one therefore depends on their places in the block alone, never on which thread was
//! faster.
#![expect(
    clippy::indexing_slicing,
    reason = "buckets are made one for each shard, and candidates are numbered as they are pushed"
)]

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::ThreadPool;
use rayon::prelude::*;

use crate::Space;
use crate::block::{Expanded, Pending, Recent, expand};
use crate::frontier::{Next, Slice as Parents};
use crate::table::{SHARDS, Shard, Table, shard_of};

/// The slices of a block, kept from block to block.
pub(crate) struct InOrder<S: Space> {
    slices: Vec<Slice<S>>,
}

/// What was found by expanding a slice, and the room for it, kept from block to block.
struct Slice<S: Space> {
    pending: Pending<S>,
    sums: Expanded<S::Bits>,
    found: Candidates<S>,
}

/// Targets that may be new.
struct Candidates<S: Space> {
    /// In the order of their discovery.
    states: Vec<S::State>,
    /// Which of them turned out to be new; filled in by the shards.
    new: Vec<AtomicBool>,
    /// For each shard, the fingerprints and numbers of its candidates.
    buckets: Vec<Vec<(u64, u32)>>,
}

impl<S: Space> Slice<S> {
    fn new() -> Self {
        Self { pending: Pending::new(), sums: Expanded::none(), found: Candidates::new() }
    }

    fn expand(&mut self, space: &S, table: &Table, parents: &Parents<'_, S>, recent: &mut Recent) {
        let Self { pending, sums, found } = self;
        let mut sift = |state: &S::State, print| {
            if !table.has(print) {
                found.push(state, print);
            }
        };
        parents.each(|parent| {
            if Pending::<S>::WAIT {
                expand(space, parent, sums, recent, |state, print| {
                    table.prefetch(print);
                    pending.push(state, print);
                });
                if pending.is_full() {
                    pending.take(Pending::<S>::BATCH, &mut sift);
                }
            } else {
                expand(space, parent, sums, recent, &mut sift);
            }
        });
        pending.take(usize::MAX, sift);
        found.new.clear();
        found.new.resize_with(found.states.len(), AtomicBool::default);
    }

    fn bytes(&self) -> usize {
        self.pending.bytes() + self.found.bytes()
    }
}

impl<S: Space> Candidates<S> {
    fn new() -> Self {
        let buckets = (0..SHARDS).map(|_| Vec::new()).collect();
        Self { states: Vec::new(), new: Vec::new(), buckets }
    }

    #[inline(always)]
    fn push(&mut self, state: &S::State, print: u64) {
        self.buckets[shard_of(print)].push((print, self.states.len() as u32));
        self.states.push(state.clone());
    }

    /// Hands over what is new, in order, and forgets the rest.
    fn hand_over(&mut self, space: &S, next: &mut Next<S>) {
        for (state, new) in self.states.iter().zip(&mut self.new) {
            if *new.get_mut() {
                next.push(space, state);
            }
        }
        self.states.clear();
        self.buckets.iter_mut().for_each(Vec::clear);
    }

    fn bytes(&self) -> usize {
        let buckets: usize = self.buckets.iter().map(Vec::capacity).sum();
        self.states.capacity() * size_of::<S::State>()
            + self.new.capacity()
            + buckets * size_of::<(u64, u32)>()
    }
}

impl<S: Space> InOrder<S> {
    pub(crate) fn new() -> Self {
        Self { slices: Vec::new() }
    }

    /// Expands the slices, and hands over what is new.
    pub(crate) fn expand(
        &mut self,
        threads: &ThreadPool,
        space: &S,
        block: &[Parents<'_, S>],
        table: &mut Table,
        next: &mut Next<S>,
    ) -> Expanded<S::Bits> {
        while self.slices.len() < block.len() {
            self.slices.push(Slice::new());
        }
        let slices = &mut self.slices[..block.len()];
        threads.install(|| {
            let seen = &*table;
            let parents = block.par_iter().with_max_len(1);
            slices.par_iter_mut().zip(parents).for_each_init(Recent::new, |recent, (slice, parents)| {
                slice.expand(space, seen, parents, recent);
            });
            let found = &*slices;
            table.shards_mut().par_iter_mut().enumerate().for_each(|(at, shard)| take_in(shard, at, found));
        });
        let mut sums = Expanded::none();
        for slice in slices {
            sums.add(&std::mem::replace(&mut slice.sums, Expanded::none()));
            slice.found.hand_over(space, next);
        }
        sums
    }

    pub(crate) fn bytes(&self) -> usize {
        self.slices.iter().map(Slice::bytes).sum()
    }
}

/// Adds the candidates of one shard, slice by slice, and marks those that are new.
fn take_in<S: Space>(shard: &mut Shard, at: usize, slices: &[Slice<S>]) {
    for slice in slices {
        slice.found.buckets[at].iter().for_each(|(print, _)| shard.prefetch(*print));
        for &(print, number) in &slice.found.buckets[at] {
            if shard.insert(print) {
                // The threads are joined before anybody reads, so no ordering is needed.
                slice.found.new[number as usize].store(true, Ordering::Relaxed);
            }
        }
    }
}
