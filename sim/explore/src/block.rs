//! A block of the frontier and its expansion: the unit of parallel work.
//!
//! A block is expanded in two phases. First its slices are expanded on their own, against a table
//! that nobody changes, each into a list of candidates. Then each shard of the table takes in its
//! candidates of all slices in order. Which of two equal candidates counts as the new one therefore
//! depends on their places in the block alone, never on which thread was faster.
#![expect(
    clippy::indexing_slicing,
    reason = "buckets are made one for each shard, and candidates are numbered as they are pushed"
)]

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::table::{SHARDS, Shard, Table, mix, shard_of};
use crate::{Bits, Marks, Space};

/// Parents in a slice, which one worker expands.
const SLICE: usize = 2048;
/// Candidates that are held against the table together.
const BATCH: usize = 64;
/// Parents in a block, between two looks at the limits.
pub(crate) const BLOCK: usize = 16 * SLICE;

/// What was found by expanding a slice, and the room for it, kept from block to block.
struct Slice<S: Space> {
    /// Targets that were not in the table, in the order of their discovery.
    candidates: Vec<S::State>,
    /// Which of them turned out to be new; filled in by the shards.
    new: Vec<AtomicBool>,
    /// For each shard, the fingerprints and numbers of its candidates.
    buckets: Vec<Vec<(u64, u32)>>,
    /// The fingerprints of the last candidates, which have not been held against the table yet.
    pending: Vec<u64>,
    /// What the table has in the first slot of each of them.
    first: Vec<u64>,
    transitions: u64,
    breached: S::Bits,
    marks: Marks<S::Bits>,
}

impl<S: Space> Slice<S> {
    fn new() -> Self {
        Self {
            candidates: Vec::new(),
            new: Vec::new(),
            buckets: (0..SHARDS).map(|_| Vec::new()).collect(),
            pending: Vec::new(),
            first: Vec::new(),
            transitions: 0,
            breached: S::Bits::default(),
            marks: Marks::default(),
        }
    }

    fn expand(&mut self, space: &S, table: &Table, parents: &[S::State], recent: &mut Recent) {
        recent.forget();
        for parent in parents {
            // The visitor never breaks.
            let _ = space.successors(parent, &mut self.marks, &mut |_, target, breached| {
                self.transitions += 1;
                self.breached.join(breached);
                let print = mix(space.fingerprint(target));
                if !recent.saw(print) {
                    self.pending.push(print);
                    self.candidates.push(target.clone());
                }
                ControlFlow::Continue(())
            });
            if self.pending.len() >= BATCH {
                self.sift(table);
            }
        }
        self.sift(table);
        self.new.clear();
        self.new.resize_with(self.candidates.len(), AtomicBool::default);
    }

    /// Drops the pending candidates that the table holds already and files the others. All first
    /// slots are read before any is judged, so that the processor waits for many of them at once.
    fn sift(&mut self, table: &Table) {
        self.first.clear();
        self.first.extend(self.pending.iter().map(|print| table.first(*print)));
        let from = self.candidates.len() - self.pending.len();
        let mut kept = from;
        for (at, (&print, &first)) in self.pending.iter().zip(&self.first).enumerate() {
            let known = first == print || (first != 0 && table.has(print));
            // Zero in the slot of the fingerprint zero says nothing; its shard will know.
            if !known || print == 0 {
                self.buckets[shard_of(print)].push((print, kept as u32));
                self.candidates.swap(kept, from + at);
                kept += 1;
            }
        }
        self.candidates.truncate(kept);
        self.pending.clear();
    }

    fn bytes(&self) -> usize {
        let buckets: usize = self.buckets.iter().map(Vec::capacity).sum();
        self.candidates.capacity() * size_of::<S::State>()
            + self.new.capacity()
            + (self.pending.capacity() + self.first.capacity()) * size_of::<u64>()
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

    fn forget(&mut self) {
        self.0.fill(0);
    }

    #[inline(always)]
    fn saw(&mut self, print: u64) -> bool {
        let held = &mut self.0[print as usize % Self::SIZE];
        // Zero is an empty place, so it never counts as seen.
        print != 0 && std::mem::replace(held, print) == print
    }
}

/// The sums over one block.
pub(crate) struct Expanded<B> {
    pub(crate) transitions: u64,
    pub(crate) breached: B,
    pub(crate) marks: Marks<B>,
}

/// Expands blocks with a fixed number of threads.
pub(crate) struct Expander<'a, S: Space> {
    space: &'a S,
    slices: Vec<Slice<S>>,
    workers: Vec<Recent>,
}

impl<'a, S: Space> Expander<'a, S> {
    pub(crate) fn new(space: &'a S, threads: usize) -> Self {
        Self { space, slices: Vec::new(), workers: (0..threads.max(1)).map(|_| Recent::new()).collect() }
    }

    /// Expands `block`, adds what is new to the table and appends it to `next`.
    pub(crate) fn expand(
        &mut self,
        block: &[S::State],
        table: &mut Table,
        next: &mut Vec<S::State>,
    ) -> Expanded<S::Bits> {
        let needed = block.len().div_ceil(SLICE);
        while self.slices.len() < needed {
            self.slices.push(Slice::new());
        }
        let (space, slices) = (self.space, &mut self.slices[..needed]);
        let seen = &*table;
        share(
            &mut self.workers,
            needed,
            slices.iter_mut().zip(block.chunks(SLICE)),
            |recent, (slice, parents)| {
                slice.expand(space, seen, parents, recent);
            },
        );
        let found = &*slices;
        let shards = if needed > 1 { SHARDS } else { 1 };
        share(&mut self.workers, shards, table.shards_mut().iter_mut().enumerate(), |_, (at, shard)| {
            take_in(shard, at, found);
        });
        gather(slices, next)
    }

    pub(crate) fn bytes(&self) -> usize {
        self.slices.iter().map(Slice::bytes).sum()
    }
}

/// Adds the candidates of one shard, slice by slice, and marks those that are new.
fn take_in<S: Space>(shard: &mut Shard, at: usize, slices: &[Slice<S>]) {
    for slice in slices {
        // Reading all first slots beforehand lets the processor wait for many of them at once; the
        // insertions depend too much on each other for that.
        let firsts = slice.buckets[at].iter().fold(0, |any, (print, _)| any | shard.first(*print));
        std::hint::black_box(firsts);
        for &(print, number) in &slice.buckets[at] {
            if shard.insert(print) {
                // The threads are joined before anybody reads, so no ordering is needed.
                slice.new[number as usize].store(true, Ordering::Relaxed);
            }
        }
    }
}

/// Moves what is new to the next frontier, in order, and empties the slices for the next block.
fn gather<S: Space>(slices: &mut [Slice<S>], next: &mut Vec<S::State>) -> Expanded<S::Bits> {
    let mut sums = Expanded { transitions: 0, breached: S::Bits::default(), marks: Marks::default() };
    for slice in slices {
        sums.transitions += std::mem::take(&mut slice.transitions);
        sums.breached.join(&std::mem::take(&mut slice.breached));
        sums.marks.join(&std::mem::take(&mut slice.marks));
        let new = slice.candidates.drain(..).zip(&mut slice.new);
        next.extend(new.filter_map(|(state, new)| new.get_mut().then_some(state)));
        slice.buckets.iter_mut().for_each(Vec::clear);
    }
    sums
}

/// Does every job once, on as many threads as there are workers if there is more than one piece of
/// work worth a thread.
fn share<W: Send, J: Send>(
    workers: &mut [W],
    pieces: usize,
    jobs: impl Iterator<Item = J> + Send,
    work: impl Fn(&mut W, J) + Sync,
) {
    let jobs = Mutex::new(jobs);
    // A panic in a worker is passed on when its thread is joined; until then the rest may go on.
    let take = || jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
    let run = |worker: &mut W| {
        while let Some(job) = take() {
            work(worker, job);
        }
    };
    let Some((first, others)) = workers.split_first_mut() else {
        return;
    };
    std::thread::scope(|scope| {
        for worker in others.iter_mut().take(pieces.saturating_sub(1)) {
            scope.spawn(|| run(worker));
        }
        run(first);
    });
}
