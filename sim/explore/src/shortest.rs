//! Searching for the shortest run to a bit, and among those of equal length the one least in action
//! order.
//!
//! The search is breadth first, one thread, with a link from each state to the one it was found
//! from. The states of a level stand in the order of their least action sequences: parents are
//! expanded in that order and their steps taken in the order of the actions, so the first run found
//! is the least. Where several initial states make several parents share one action sequence, their
//! steps are sorted together, because the sequence and not the parent decides.

use std::ops::ControlFlow;

use crate::links::{Link, Links};
use crate::observer::Watch;
use crate::steps::{Steps, Taken};
use crate::table::{Table, mix};
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
    let mut search = Ordered::new(space, *wanted, goal);
    let mut watch = Watch::new(options, observer);
    let extent = search.run(&mut watch);
    search.walks.sort_by_key(|walk| walk.bit);
    let states = search.links.len() as u64;
    Found { walks: search.walks, extent, states, memory: watch.memory }
}

/// A state of a level, at its place in the order.
struct Ranked<S> {
    state: S,
    /// The number of its link.
    link: u32,
    /// Whether it is reached by the same action sequence as the state before it.
    tied: bool,
}

/// The state of one search.
struct Ordered<'a, S: Space> {
    space: &'a S,
    goal: Goal,
    /// What is still to be found.
    wanted: S::Bits,
    table: Table,
    links: Links,
    level: Vec<Ranked<S::State>>,
    next: Vec<Ranked<S::State>>,
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
            level: Vec::new(),
            next: Vec::new(),
            depth: 0,
            transitions: 0,
            walks: Vec::new(),
        }
    }

    fn run(&mut self, watch: &mut Watch<'_>) -> Extent {
        let mut steps = Steps::new();
        self.begin(&mut steps);
        if self.settle(&mut steps).is_break() {
            return Extent::Exhausted;
        }
        while !self.next.is_empty() {
            let level = std::mem::replace(&mut self.next, std::mem::take(&mut self.level));
            self.next.clear();
            let mut since = Self::PATIENCE;
            for (at, equals) in level.chunk_by(|_, after| after.tied).enumerate() {
                if since >= Self::PATIENCE {
                    since = 0;
                    let stats = self.stats(&level, (level.len() - at) as u64, &steps);
                    if let Some(reason) = watch.look(&stats) {
                        return Extent::Cut(reason);
                    }
                }
                since += equals.len();
                for parent in equals {
                    self.take_steps(parent, &mut steps);
                }
                if self.links.len() + steps.taken.len() >= Links::MOST {
                    return Extent::Cut(Reason::States);
                }
                if self.settle(&mut steps).is_break() {
                    return Extent::Exhausted;
                }
            }
            self.level = level;
            self.depth += 1;
        }
        Extent::Exhausted
    }

    fn begin(&mut self, steps: &mut Steps<S>) {
        let mut marks = Marks::default();
        // The visitor never breaks.
        let _ = self.space.initial(&mut marks, &mut |state, breached| {
            let number = steps.taken.len();
            let shows = steps.note(self.goal, breached, &self.wanted);
            let link = Link::Initial(number as u32);
            steps.taken.push(Taken { link, action: None, target: state.clone(), shows });
            ControlFlow::Continue(())
        });
        let (space, goal, wanted) = (self.space, self.goal, self.wanted);
        steps.attribute(0, goal, &marks, &wanted, |marks, visit| space.initial(marks, &mut |_, _| visit()));
    }

    fn take_steps(&mut self, parent: &Ranked<S::State>, steps: &mut Steps<S>) {
        let first = steps.taken.len();
        let mut marks = Marks::default();
        // The visitor never breaks.
        let _ = self.space.successors(&parent.state, &mut marks, &mut |action, target, breached| {
            let shows = steps.note(self.goal, breached, &self.wanted);
            let link = Link::Step { from: parent.link, ordinal: (steps.taken.len() - first) as u32 };
            steps.taken.push(Taken { link, action: Some(action), target: target.clone(), shows });
            ControlFlow::Continue(())
        });
        self.transitions += (steps.taken.len() - first) as u64;
        let (space, goal, wanted) = (self.space, self.goal, self.wanted);
        steps.attribute(first, goal, &marks, &wanted, |marks, visit| {
            space.successors(&parent.state, marks, &mut |_, _, _| visit())
        });
    }

    /// Takes the steps from equally ranked states in the order of their actions: records the runs
    /// that they complete and ranks their targets. Breaks once nothing more is wanted.
    fn settle(&mut self, steps: &mut Steps<S>) -> ControlFlow<()> {
        if !steps.taken.is_sorted_by_key(|step| step.action) {
            // The sort is stable, so equal actions keep the order of their parents.
            steps.taken.sort_by_key(|step| step.action);
        }
        let mut before = None;
        for step in steps.taken.drain(..) {
            if let Some(shown) = step.shows.and_then(|at| steps.shown.get(at)) {
                self.record(step.link, shown);
            }
            if self.table.insert(mix(self.space.fingerprint(&step.target))) {
                let tied = before == Some(step.action);
                before = Some(step.action);
                let link = self.links.push(step.link);
                self.next.push(Ranked { state: step.target, link, tied });
            }
        }
        steps.shown.clear();
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

    fn stats(&self, level: &Vec<Ranked<S::State>>, left: u64, steps: &Steps<S>) -> Stats {
        let frontier_bytes = (level.capacity() + self.next.capacity()) * size_of::<Ranked<S::State>>();
        let bytes = frontier_bytes
            + self.table.bytes()
            + self.links.bytes()
            + steps.taken.capacity() * size_of::<Taken<S::State, S::Action>>();
        Stats {
            pass: Pass::Tracing,
            states: self.links.len() as u64,
            transitions: self.transitions,
            frontier: left + self.next.len() as u64,
            depth: self.depth,
            frontier_bytes,
            bytes,
        }
    }
}
