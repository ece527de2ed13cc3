//! Exploring: every reachable state once, breadth first, without links from state to state.
//!
//! Links would cost memory and half the speed, and a run without a breach never needs them. After a
//! breach the counterexamples are found by a second, ordered search ([`find_shortest`]).

use std::ops::ControlFlow;

use crate::block::{Expander, block, slice};
use crate::frontier::{Frontier, Slice};
use crate::observer::Watch;
use crate::table::{Table, mix};
use crate::unchecked::packing::Packing;
use crate::{
    Bits, Breach, Extent, Goal, Marks, Observer, Options, Pass, Report, Space, Stats, find_shortest,
};

/// Explores `space` within the limits of `options`, and finds the shortest counterexample of every
/// bit that was breached, the least in action order among those of equal length.
pub fn explore<S: Space>(
    space: &S,
    options: &Options,
    observer: &dyn Observer,
) -> Report<S::Action, S::Bits> {
    let mut report = Search::new(space, options, observer).run();
    if !report.breached.is_empty() {
        // The breaches are no deeper than the first pass went: further limits would only lose them.
        let limits = Options { states_max: None, depth_max: None, ..*options };
        let mut found = find_shortest(space, &report.breached, Goal::Breach, &limits, observer);
        for breach in &mut report.breaches {
            breach.counterexample = found.walks.extract_if(.., |walk| walk.bit == breach.bit).next();
        }
        report.traced = Some(found.extent);
    }
    report
}

/// The state of one exploration.
struct Search<'a, S: Space> {
    space: &'a S,
    options: &'a Options,
    watch: Watch<'a>,
    table: Table,
    expander: Expander<'a, S>,
    /// The states that are still to be expanded, of this depth and of the next.
    frontier: Frontier<S>,
    depth: u32,
    transitions: u64,
    /// Parents expanded so far, on all levels.
    parents: u64,
    marks: Marks<S::Bits>,
    breached: S::Bits,
    breaches: Vec<Breach<S::Action>>,
}

impl<'a, S: Space> Search<'a, S> {
    fn new(space: &'a S, options: &'a Options, observer: &'a dyn Observer) -> Self {
        let packing = Packing::of(space);
        Self {
            space,
            options,
            watch: Watch::new(options, observer),
            table: Table::new(),
            expander: Expander::new(space, packing.as_ref(), options.threads, options.states_max.is_some()),
            frontier: Frontier::new(packing),
            depth: 0,
            transitions: 0,
            parents: 0,
            marks: Marks::default(),
            breached: S::Bits::default(),
            breaches: Vec::new(),
        }
    }

    fn run(mut self) -> Report<S::Action, S::Bits> {
        self.begin();
        let extent = loop {
            if self.frontier.len() == 0 && !self.descend() {
                break Extent::Exhausted;
            }
            let stats = self.stats();
            if let Some(reason) = self.watch.look(&stats) {
                break Extent::Cut(reason);
            }
            self.expand_block(stats.states);
        };
        // The last look may have come before the last block.
        let stats = self.stats();
        self.watch.memory.see(&stats);
        self.breaches.sort_by_key(|breach| breach.bit);
        Report {
            extent,
            states: stats.states,
            transitions: self.transitions,
            // A cut within a level may have found states of the next one.
            depth: self.depth + u32::from(self.frontier.next_len() + self.expander.len() > 0),
            marks: self.marks,
            breached: self.breached,
            breaches: self.breaches,
            traced: None,
            memory: self.watch.memory,
        }
    }

    fn begin(&mut self) {
        let mut breached = S::Bits::default();
        // The visitor never breaks.
        let _ = self.space.initial(&mut self.marks, &mut |state, by_itself| {
            breached.join(by_itself);
            if self.table.insert(mix(self.space.fingerprint(state))) {
                self.frontier.next().push(self.space, state);
            }
            ControlFlow::Continue(())
        });
        self.frontier.descend();
        self.note(breached, 0);
    }

    /// Takes the next frontier as the current one; `false` if there is none.
    fn descend(&mut self) -> bool {
        self.expander.flush(self.frontier.next());
        if !self.frontier.descend() {
            return false;
        }
        self.depth += 1;
        true
    }

    fn expand_block(&mut self, states: u64) {
        // Close to a limit on states the blocks become short, so that it is hardly exceeded.
        let room = self.options.states_max.map_or(u64::MAX, |most| most.saturating_sub(states) / 8 + 1);
        let len =
            usize::try_from(room).unwrap_or(usize::MAX).min(block::<S::State>()).min(self.room_in_memory());
        let (block, next) = self.frontier.block(len, slice::<S::State>());
        let parents = block.iter().map(Slice::len).sum();
        let sums = self.expander.expand(&block, &mut self.table, next);
        self.frontier.pass(parents);
        self.parents += parents as u64;
        self.transitions += sums.transitions;
        self.marks.join(&sums.marks);
        self.note(sums.breached, self.depth + 1);
    }

    /// How many parents can be expanded in what is left of the memory allowed, should they have as many
    /// successors as those before them, all of them new.
    fn room_in_memory(&self) -> usize {
        let Some(most) = self.options.bytes_max else { return usize::MAX };
        let parents = self.parents.max(1);
        let successors = usize::try_from(self.transitions.div_ceil(parents)).unwrap_or(usize::MAX >> 1) + 1;
        // A successor is held as a candidate, and then in the frontier, whose room may have to double.
        let each = successors.saturating_mul(3 * (size_of::<S::State>() + size_of::<u64>()));
        (most.saturating_sub(self.stats().bytes) / each.max(1)).max(64)
    }

    /// Records the bits that are breached for the first time; depths only grow, so this is the least.
    fn note(&mut self, breached: S::Bits, depth: u32) {
        let first = breached.without(&self.breached);
        self.breaches.extend(first.iter().map(|bit| Breach { bit, depth, counterexample: None }));
        self.breached.join(&first);
    }

    fn stats(&self) -> Stats {
        Stats {
            pass: Pass::Exploring,
            states: self.table.len(),
            transitions: self.transitions,
            frontier: (self.frontier.len() + self.frontier.next_len() + self.expander.len()) as u64,
            depth: self.depth,
            frontier_bytes: self.frontier.bytes(),
            bytes: self.frontier.bytes() + self.table.bytes() + self.expander.bytes(),
        }
    }
}
