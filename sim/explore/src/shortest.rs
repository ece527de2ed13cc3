//! Searching for the shortest run to a bit, and among those of equal length the one least in action
//! order.
//!
//! The search is breadth first, one thread, with a link from each state to the one it was found
//! from. The states of a level stand in the order of their least action sequences: parents are
//! expanded in that order and their steps taken in the order of the actions, so the first run found
//! is the least. Where several initial states make several parents share one action sequence, their
//! steps are sorted together, because the sequence and not the parent decides.

use std::collections::VecDeque;
use std::ops::ControlFlow;

use crate::block::is_large;
use crate::frontier::{Frontier, Next, Slice};
use crate::links::{Link, Links};
use crate::observer::Watch;
use crate::steps::Steps;
use crate::table::{Table, mix};
use crate::unchecked::packing::Packing;
use crate::{Bits, Extent, Marks, Memory, Observer, Options, Pass, Reason, Space, Stats, Walk};

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// A step that breaches the bit.
    Breach,
    /// A step that triggers the bit.
    Trigger,
    /// A step that witnesses the bit.
    Witness,
}

/// What [`find_shortest`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<A> {
    /// The shortest run to each bit that was reached, in ascending order of bits.
    pub walks: Vec<Walk<A>>,
    /// [`Extent::Exhausted`] if every bit was reached, or if everything was searched, so that a bit
    /// without a run cannot be reached. Otherwise what stopped the search: nothing is known then of
    /// bits without a run.
    pub extent: Extent,
    /// Distinct states found.
    pub states: u64,
    /// The memory that the search took.
    pub memory: Memory,
}

/// Finds for each bit of `wanted` the shortest run to it, the least in action order among those of
/// equal length (actions compared by [`Ord`], first to last). [`Options::threads`] is not used.
pub fn find_shortest<S: Space>(
    space: &S,
    wanted: &S::Bits,
    goal: Goal,
    options: &Options,
    observer: &dyn Observer,
) -> Found<S::Action> {
    let mut watch = Watch::new(options, observer);
    let mut search = Ordered::new(space, *wanted, goal);
    let extent = search.run(&mut Frontier::new(Packing::of(space)), &mut watch);
    search.walks.sort_by_key(|walk| walk.bit);
    let states = search.links.len() as u64;
    Found { walks: search.walks, extent, states, memory: watch.memory }
}

/// The state of one search, but for the states that wait: they are numbered as their links are, in the order in which they
/// wait.
struct Ordered<'a, S: Space> {
    space: &'a S,
    goal: Goal,
    /// What is still to be found.
    wanted: S::Bits,
    table: Table,
    links: Links,
    /// For each state that waits, whether it is reached by the same action sequence as the one before it.
    tied: VecDeque<bool>,
    /// The steps from states that are tied to each other.
    steps: Steps<S>,
    expanded: u32,
    depth: u32,
    transitions: u64,
    walks: Vec<Walk<S::Action>>,
}

impl<'a, S: Space> Ordered<'a, S> {
    /// Expanded states between two looks at the limits.
    const PATIENCE: usize = 4096;

    fn new(space: &'a S, wanted: S::Bits, goal: Goal) -> Self {
        Self {
            space,
            goal,
            wanted,
            table: Table::new(),
            links: Links::new(),
            tied: VecDeque::new(),
            steps: Steps::new(),
            expanded: 0,
            depth: 0,
            transitions: 0,
            walks: Vec::new(),
        }
    }

    fn run(&mut self, frontier: &mut Frontier<S>, watch: &mut Watch<'_>) -> Extent {
        self.begin();
        if self.settle(frontier.next()).is_break() {
            return Extent::Exhausted;
        }
        while frontier.descend() {
            while frontier.len() > 0 {
                if let Some(reason) = watch.look(&self.stats(frontier)) {
                    return Extent::Cut(reason);
                }
                let (block, next) = frontier.block(Self::PATIENCE, Self::PATIENCE);
                match self.expand(&block, next) {
                    ControlFlow::Break(extent) => return extent,
                    ControlFlow::Continue(parents) => frontier.pass(parents),
                }
            }
            if self.settle(frontier.next()).is_break() {
                return Extent::Exhausted;
            }
            self.depth += 1;
        }
        Extent::Exhausted
    }

    fn begin(&mut self) {
        let mut marks = Marks::default();
        // The visitor never breaks.
        let _ = self.space.initial(&mut marks, &mut |state, breached| {
            let number = self.steps.taken.len();
            let shows = self.steps.note(self.goal, breached, &self.wanted);
            let print = mix(self.space.fingerprint(state));
            self.steps.take(Link::Initial(number as u32), None, (state, print, false), shows);
            ControlFlow::Continue(())
        });
        let (space, goal, wanted) = (self.space, self.goal, self.wanted);
        self.steps
            .attribute(0, goal, &marks, &wanted, |marks, visit| space.initial(marks, &mut |_, _| visit()));
    }

    /// Expands states that wait, in order; how many, unless the search ends with them.
    fn expand(&mut self, block: &[Slice<'_, S>], next: &mut Next<S>) -> ControlFlow<Extent, usize> {
        let mut ended = ControlFlow::Continue(0);
        for slice in block {
            slice.each(|parent| {
                let ControlFlow::Continue(parents) = &mut ended else { return };
                *parents += 1;
                let tied = self.tied.pop_front().unwrap_or_default();
                if !tied && self.settle(next).is_break() {
                    ended = ControlFlow::Break(Extent::Exhausted);
                } else if self.links.len() + self.steps.taken.len() >= Links::MOST {
                    ended = ControlFlow::Break(Extent::Cut(Reason::States));
                } else {
                    self.take_steps(parent);
                }
            });
        }
        ended
    }

    fn take_steps(&mut self, parent: &S::State) {
        let Self { space, goal, wanted, table, steps, .. } = self;
        let first = steps.taken.len();
        let mut marks = Marks::default();
        // The visitor never breaks.
        let _ = space.successors(parent, &mut marks, &mut |action, target, breached| {
            let shows = steps.note(*goal, breached, wanted);
            let link = Link::Step { from: self.expanded, ordinal: (steps.taken.len() - first) as u32 };
            let print = mix(space.fingerprint(target));
            // A small target is copied in less time than it takes to look whether it is known.
            let known = is_large::<S::State>() && table.has(print);
            table.prefetch(print);
            steps.take(link, Some(action), (target, print, known), shows);
            ControlFlow::Continue(())
        });
        self.expanded += 1;
        self.transitions += (steps.taken.len() - first) as u64;
        steps.attribute(first, *goal, &marks, wanted, |marks, visit| {
            space.successors(parent, marks, &mut |_, _, _| visit())
        });
    }

    /// Takes the steps from equally ranked states in the order of their actions: records the runs
    /// that they complete and ranks their targets. Breaks once nothing more is wanted.
    fn settle(&mut self, next: &mut Next<S>) -> ControlFlow<()> {
        let mut steps = std::mem::replace(&mut self.steps, Steps::new());
        if !steps.taken.is_sorted_by_key(|step| step.action) {
            // The sort is stable, so equal actions keep the order of their parents.
            steps.taken.sort_by_key(|step| step.action);
        }
        let mut before = None;
        for step in &steps.taken {
            if let Some(shown) = step.shows.and_then(|at| steps.shown.get(at)) {
                self.record(step.link, shown);
            }
            if let Some(target) = step.target.and_then(|at| steps.targets.get(at))
                && self.table.insert(step.print)
            {
                self.tied.push_back(before == Some(step.action));
                before = Some(step.action);
                self.links.push(step.link);
                next.push(self.space, target);
            }
        }
        steps.clear();
        self.steps = steps;
        if self.wanted.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn record(&mut self, last: Link, shown: &S::Bits) {
        let missing = self.wanted.without(&self.wanted.without(shown));
        if missing.is_empty() {
            return;
        }
        let (initial, actions) = self.trace(last);
        let walks = missing.iter().map(|bit| Walk { bit, initial, actions: actions.clone() });
        self.walks.extend(walks);
        self.wanted = self.wanted.without(shown);
    }

    /// The number of the initial state and the actions that end with this link: its steps are taken once more.
    fn trace(&self, last: Link) -> (usize, Vec<S::Action>) {
        let (initial, ordinals) = self.links.trace(last);
        let mut state = None;
        let mut number = 0;
        // The breaks end the calls early; what was found is plain, here and below.
        let _ = self.space.initial(&mut Marks::default(), &mut |start, _| {
            if number == initial {
                state = Some(start.clone());
                return ControlFlow::Break(());
            }
            number += 1;
            ControlFlow::Continue(())
        });
        let mut actions = Vec::with_capacity(ordinals.len());
        for ordinal in ordinals {
            let Some(from) = state.take() else { break };
            let mut left = ordinal;
            let _ = self.space.successors(&from, &mut Marks::default(), &mut |action, target, _| {
                if left == 0 {
                    actions.push(action);
                    state = Some(target.clone());
                    return ControlFlow::Break(());
                }
                left -= 1;
                ControlFlow::Continue(())
            });
        }
        (initial as usize, actions)
    }

    fn stats(&self, frontier: &Frontier<S>) -> Stats {
        let frontier_bytes = frontier.bytes() + self.tied.capacity();
        Stats {
            pass: Pass::Tracing,
            states: self.links.len() as u64,
            transitions: self.transitions,
            frontier: (frontier.len() + frontier.next_len()) as u64,
            depth: self.depth,
            frontier_bytes,
            bytes: frontier_bytes + self.table.bytes() + self.links.bytes() + self.steps.bytes(),
        }
    }
}
