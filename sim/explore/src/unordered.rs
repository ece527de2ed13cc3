//! Expanding a block on several threads, each target entered into the table as it comes.
//!
//! What is found is the same in every run, but not its order: this is for searches that no limit on states may stop
//! in the middle of a depth.

use std::sync::{Arc, Mutex, PoisonError};

use rayon::ThreadPool;
use rayon::prelude::*;

use crate::Space;
use crate::block::{Expanded, Pending, Recent, expand};
use crate::frontier::{Next, Slice};
use crate::table::{Shard, Table, shard_of};
use crate::unchecked::packing::Packing;

/// What a thread has of its own.
struct Worker<S: Space> {
    pending: Pending<S>,
    recent: Recent,
    sums: Expanded<S::Bits>,
    next: Next<S>,
    /// For each shard, the places of its targets among those that are pending.
    places: Vec<Vec<u32>>,
}

/// The threads and what they have.
pub(crate) struct Unordered<S: Space> {
    workers: Vec<Mutex<Worker<S>>>,
}

impl<S: Space> Unordered<S> {
    /// Slices that a thread expands at a time.
    const TOGETHER: usize = if Pending::<S>::WAIT { 8 } else { 1 };

    pub(crate) fn new(threads: usize, shards: usize, packing: Option<&Arc<Packing<S>>>) -> Self {
        let worker = |_| {
            Mutex::new(Worker {
                pending: Pending::new(),
                recent: Recent::new(),
                sums: Expanded::none(),
                next: Next::new(packing.cloned()),
                places: vec![Vec::new(); shards],
            })
        };
        Self { workers: (0..threads).map(worker).collect() }
    }

    /// Expands the slices; what is new stays with the threads until it fills chunks, or until it is asked for.
    pub(crate) fn expand(
        &mut self,
        threads: &ThreadPool,
        space: &S,
        block: &[Slice<'_, S>],
        table: &mut Table,
        next: &mut Next<S>,
    ) -> Expanded<S::Bits> {
        let shards: Vec<Mutex<&mut Shard>> = table.shards_mut().iter_mut().map(Mutex::new).collect();
        let workers = &self.workers;
        threads.install(|| {
            block.par_chunks(Self::TOGETHER).with_max_len(1).for_each(|slices| {
                let own = rayon::current_thread_index().and_then(|at| workers.get(at));
                let Some(own) = own else { unreachable!("there is a worker for each thread of the pool") };
                lock(own).expand(space, slices, &shards);
            });
        });
        let mut sums = Expanded::none();
        for worker in &mut self.workers {
            let worker = worker.get_mut().unwrap_or_else(PoisonError::into_inner);
            sums.add(&std::mem::replace(&mut worker.sums, Expanded::none()));
            next.take_full(&mut worker.next);
        }
        sums
    }

    /// Hands over what the threads have found and kept.
    pub(crate) fn flush(&mut self, next: &mut Next<S>) {
        for worker in &mut self.workers {
            next.take_all(&mut worker.get_mut().unwrap_or_else(PoisonError::into_inner).next);
        }
    }

    /// How many states the threads keep.
    pub(crate) fn len(&self) -> usize {
        self.workers.iter().map(|worker| lock(worker).next.len()).sum()
    }

    pub(crate) fn bytes(&self) -> usize {
        self.workers
            .iter()
            .map(|worker| lock(worker))
            .map(|worker| worker.pending.bytes() + worker.next.bytes())
            .sum()
    }
}

/// A panic in a worker is passed on when its thread is joined; until then the rest may go on.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<S: Space> Worker<S> {
    /// Targets that are entered together: many for each shard.
    const BATCH: usize = 1 << 12;

    fn expand(&mut self, space: &S, slices: &[Slice<'_, S>], shards: &[Mutex<&mut Shard>]) {
        let Self { pending, recent, sums, next, places } = self;
        for slice in slices {
            slice.each(|parent| {
                if Pending::<S>::WAIT {
                    expand(space, parent, sums, recent, |state, print| pending.push(state, print));
                    if pending.prints.len() >= Self::BATCH {
                        settle(space, pending, places, next, shards);
                    }
                } else {
                    expand(space, parent, sums, recent, |state, print| {
                        let new = shards.get(shard_of(print)).is_some_and(|shard| lock(shard).insert(print));
                        if new {
                            next.push(space, state);
                        }
                    });
                }
            });
        }
        settle(space, pending, places, next, shards);
    }
}

/// Enters what is pending into the table, shard by shard, so that each is locked once.
fn settle<S: Space>(
    space: &S,
    pending: &mut Pending<S>,
    places: &mut [Vec<u32>],
    next: &mut Next<S>,
    shards: &[Mutex<&mut Shard>],
) {
    for (place, print) in (0..).zip(&pending.prints) {
        if let Some(places) = places.get_mut(shard_of(*print)) {
            places.push(place);
        }
    }
    for (places, shard) in places.iter_mut().zip(shards) {
        let mut shard = lock(shard);
        let found = places
            .iter()
            .filter_map(|&at| Some((pending.states.get(at as usize)?, *pending.prints.get(at as usize)?)));
        found.clone().for_each(|(_, print)| shard.prefetch(print));
        for (state, print) in found {
            if shard.insert(print) {
                next.push(space, state);
            }
        }
        places.clear();
    }
    pending.clear();
}
