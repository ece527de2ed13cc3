//! A block of the frontier and its expansion: the unit of work between two looks at the limits.
//!
//! One thread enters each target into the table as it comes. Several threads expand a block in two phases: first
//! its slices are expanded on their own, against a table that nobody changes, each into a list of candidates; then
//! each shard of the table takes in its candidates of all slices in order. Either way, which of two equal
//! candidates counts as the new one depends on their places in the block alone, never on which thread was faster.
#![expect(
    clippy::indexing_slicing,
    reason = "buckets are made one for each shard, and candidates are numbered as they are pushed"
)]

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::ThreadPool;
use rayon::prelude::*;

use crate::frontier::Next;
use crate::table::{SHARDS, Shard, Table, mix, shard_of};
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
const fn is_large<S>() -> bool {
    size_of::<S>() > 128
}

/// The sums over one block.
pub(crate) struct Expanded<B> {
    pub(crate) transitions: u64,
    pub(crate) breached: B,
    pub(crate) marks: Marks<B>,
}

impl<B: Bits> Expanded<B> {
    fn none() -> Self {
        Self { transitions: 0, breached: B::default(), marks: Marks::default() }
    }

    fn add(&mut self, other: &Self) {
        self.transitions += other.transitions;
        self.breached.join(&other.breached);
        self.marks.join(&other.marks);
    }
}

/// Small targets that were not met a moment ago, with their fingerprints: they wait until there are many, so that
/// the processor waits for many slots of the table at once. Copying a large target costs more than a slot does, so
/// such are held against the table at once, and only those are copied that it does not have.
struct Pending<S: Space> {
    states: Vec<S::State>,
    prints: Vec<u64>,
}

impl<S: Space> Pending<S> {
    /// Targets that are held against the table together.
    const BATCH: usize = 256;
    /// Whether targets wait.
    const WAIT: bool = !is_large::<S::State>();

    fn new() -> Self {
        Self { states: Vec::new(), prints: Vec::new() }
    }

    #[inline(always)]
    fn push(&mut self, state: &S::State, print: u64) {
        self.prints.push(print);
        self.states.push(state.clone());
    }

    fn is_full(&self) -> bool {
        self.prints.len() >= Self::BATCH
    }

    /// Hands over each target, with its first slot read.
    #[inline(always)]
    fn each(&mut self, first: impl Fn(u64) -> u64, mut hand: impl FnMut(&S::State, u64)) {
        let read = self.prints.iter().fold(0, |any, print| any | first(*print));
        std::hint::black_box(read);
        for (state, print) in self.states.iter().zip(&self.prints) {
            hand(state, *print);
        }
        self.states.clear();
        self.prints.clear();
    }

    fn bytes(&self) -> usize {
        self.states.capacity() * size_of::<S::State>() + self.prints.capacity() * size_of::<u64>()
    }
}

/// Visits the targets of one parent that were not met a moment ago.
#[inline(always)]
fn expand<S: Space>(
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
    /// Those that turned out to be new.
    kept: Vec<S::State>,
}

impl<S: Space> Slice<S> {
    fn new() -> Self {
        Self { pending: Pending::new(), sums: Expanded::none(), found: Candidates::new() }
    }

    fn expand(&mut self, space: &S, table: &Table, parents: &[S::State], recent: &mut Recent) {
        let Self { pending, sums, found } = self;
        let mut sift = |state: &S::State, print| {
            if !table.has(print) {
                found.push(state, print);
            }
        };
        for parent in parents {
            if Pending::<S>::WAIT {
                expand(space, parent, sums, recent, |state, print| pending.push(state, print));
                if pending.is_full() {
                    pending.each(|print| table.first(print), &mut sift);
                }
            } else {
                expand(space, parent, sums, recent, &mut sift);
            }
        }
        pending.each(|print| table.first(print), sift);
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
        Self { states: Vec::new(), new: Vec::new(), buckets, kept: Vec::new() }
    }

    #[inline(always)]
    fn push(&mut self, state: &S::State, print: u64) {
        self.buckets[shard_of(print)].push((print, self.states.len() as u32));
        self.states.push(state.clone());
    }

    /// Keeps what is new, in order, and forgets the rest.
    fn sort_out(&mut self) {
        let new = self.new.iter_mut().map(|new| *new.get_mut());
        let count = new.filter(|new| *new).count();
        self.kept = Vec::with_capacity(count);
        for (state, new) in self.states.iter().zip(&mut self.new) {
            if *new.get_mut() {
                self.kept.push(state.clone());
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

/// The fingerprints met last in a slice: most repetitions are close together, and finding them here
/// spares a look into the large table. Forgetting only costs time.
struct Recent(Box<[u64; Self::SIZE]>);

impl Recent {
    const SIZE: usize = 4096;

    fn new() -> Self {
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
    slices: Vec<Slice<S>>,
    threads: Option<ThreadPool>,
}

impl<'a, S: Space> Expander<'a, S> {
    pub(crate) fn new(space: &'a S, threads: usize) -> Self {
        // Where the system grants no threads the work is done by one, with the same result.
        let threads = if threads > 1 {
            rayon::ThreadPoolBuilder::new().num_threads(threads).build().ok()
        } else {
            None
        };
        Self { space, recent: Recent::new(), alone: Pending::new(), slices: Vec::new(), threads }
    }

    /// Expands the block made of these slices, adds what is new to the table and appends it to `next`.
    pub(crate) fn expand(
        &mut self,
        block: &[&[S::State]],
        table: &mut Table,
        next: &mut Next<S::State>,
    ) -> Expanded<S::Bits> {
        let parents: usize = block.iter().map(|slice| slice.len()).sum();
        if parents < ALONE || self.threads.is_none() {
            self.expand_alone(block, table, next)
        } else {
            self.expand_shared(block, table, next)
        }
    }

    fn expand_alone(
        &mut self,
        block: &[&[S::State]],
        table: &mut Table,
        next: &mut Next<S::State>,
    ) -> Expanded<S::Bits> {
        let mut sums = Expanded::none();
        let Self { space, recent, alone: pending, .. } = self;
        for parent in block.iter().copied().flatten() {
            if Pending::<S>::WAIT {
                expand(*space, parent, &mut sums, recent, |state, print| pending.push(state, print));
                if pending.is_full() {
                    settle(pending, table, next);
                }
            } else {
                expand(*space, parent, &mut sums, recent, |state, print| {
                    if table.insert(print) {
                        next.push(state);
                    }
                });
            }
        }
        settle(pending, table, next);
        sums
    }

    fn expand_shared(
        &mut self,
        block: &[&[S::State]],
        table: &mut Table,
        next: &mut Next<S::State>,
    ) -> Expanded<S::Bits> {
        while self.slices.len() < block.len() {
            self.slices.push(Slice::new());
        }
        let (space, slices) = (self.space, &mut self.slices[..block.len()]);
        let mut work = || {
            let seen = &*table;
            let parents = block.par_iter().with_max_len(1);
            slices.par_iter_mut().zip(parents).for_each_init(Recent::new, |recent, (slice, parents)| {
                slice.expand(space, seen, parents, recent);
            });
            let found = &*slices;
            table.shards_mut().par_iter_mut().enumerate().for_each(|(at, shard)| take_in(shard, at, found));
            slices.par_iter_mut().with_max_len(1).for_each(|slice| slice.found.sort_out());
        };
        match &self.threads {
            Some(threads) => threads.install(work),
            None => work(),
        }
        let mut sums = Expanded::none();
        for slice in &mut self.slices[..block.len()] {
            sums.add(&std::mem::replace(&mut slice.sums, Expanded::none()));
            next.append(&mut slice.found.kept);
        }
        sums
    }

    pub(crate) fn bytes(&self) -> usize {
        self.alone.bytes() + self.slices.iter().map(Slice::bytes).sum::<usize>()
    }
}

/// Enters what is pending into the table, and what is new into the next frontier.
fn settle<S: Space>(pending: &mut Pending<S>, table: &mut Table, next: &mut Next<S::State>) {
    let Pending { states, prints } = pending;
    let read = prints.iter().fold(0, |any, print| any | table.first(*print));
    std::hint::black_box(read);
    for (state, print) in states.iter().zip(prints.iter()) {
        if table.insert(*print) {
            next.push(state);
        }
    }
    states.clear();
    prints.clear();
}

/// Adds the candidates of one shard, slice by slice, and marks those that are new.
fn take_in<S: Space>(shard: &mut Shard, at: usize, slices: &[Slice<S>]) {
    for slice in slices {
        // As above: the insertions depend too much on each other to be waited for together.
        let read = slice.found.buckets[at].iter().fold(0, |any, (print, _)| any | shard.first(*print));
        std::hint::black_box(read);
        for &(print, number) in &slice.found.buckets[at] {
            if shard.insert(print) {
                // The threads are joined before anybody reads, so no ordering is needed.
                slice.found.new[number as usize].store(true, Ordering::Relaxed);
            }
        }
    }
}
