//! A survey: one pass that numbers every reachable state, breadth first, and tells of every step.
//!
//! It has one thread and keeps a number for each state, so it is slower and larger than
//! [`explore`](crate::explore()). It is there for whatever must know the *graph*: which states and steps
//! there are, and how they hang together.

use std::ops::ControlFlow;

use crate::frontier::{Frontier, Next};
use crate::numbers::Numbers;
use crate::observer::Watch;
use crate::table::mix;
use crate::unchecked::packing::Packing;
use crate::{Bits, Extent, Marks, Observer, Options, Pass, Reason, Space, Stats};

/// Hears of everything that a [`survey`] meets, in order.
///
/// First comes [`initial`](Self::initial) for each initial state of the space. Then each state is
/// expanded in the order of the numbers: [`expand`](Self::expand) for the state, and
/// [`step`](Self::step) for each step from it, in the order of the actions. So once a state was
/// expanded and the next one is, or the survey is over, all of its steps were told; a state without any
/// is a dead end. The steps of a state are told together or, if the survey is cut, not at all.
pub trait Surveyor<S: Space> {
    /// An initial state and what it breaches by itself. `new` is false if an earlier initial state was
    /// the same.
    fn initial(&mut self, number: u32, state: &S::State, new: bool, breached: &S::Bits) {
        let _ = (number, state, new, breached);
    }

    /// A state whose steps are told next.
    fn expand(&mut self, number: u32, state: &S::State) {
        let _ = (number, state);
    }

    /// A step from the state that was expanded last.
    fn step(&mut self, step: &Step<'_, S>);

    /// The memory that is kept on account of what was told, in bytes. It counts towards
    /// [`Options::bytes_max`].
    fn bytes(&self) -> usize {
        0
    }
}

/// One step of a [`survey`].
#[derive(Debug)]
pub struct Step<'a, S: Space> {
    /// The number of the state that it leads from.
    pub from: u32,
    /// That state.
    pub source: &'a S::State,
    /// The action taken.
    pub action: S::Action,
    /// The number of the state that it leads to.
    pub to: u32,
    /// That state.
    pub target: &'a S::State,
    /// Whether the target had not been met before. Following only such steps gives a shortest way from
    /// an initial state to every other.
    pub new: bool,
    /// What the step breaches.
    pub breached: &'a S::Bits,
}

/// How far a [`survey`] came and what it counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surveyed<B> {
    /// Whether every reachable state was expanded, and if not, what stopped the survey.
    pub extent: Extent,
    /// Distinct states found; their numbers are those below.
    pub states: u32,
    /// States expanded, those of the lowest numbers; the others are known by name only.
    pub expanded: u32,
    /// Steps told.
    pub transitions: u64,
    /// Steps from the initial states to the farthest state found.
    pub depth: u32,
    /// The bits that were triggered and witnessed.
    pub marks: Marks<B>,
    /// The bits that were breached.
    pub breached: B,
    /// The most memory accounted for at once, in bytes, the surveyor's included.
    pub bytes_peak: usize,
}

/// Visits every reachable state of `space` once, numbers the states from zero in the order in which they
/// are found, breadth first, and tells `surveyor` of each state and each step.
///
/// The limits are those of [`explore`](crate::explore()), looked at more often; [`Options::threads`] is
/// not used. Beyond 2^31 states the survey is cut as if by [`Options::states_max`]. A step that breaches
/// something is followed on. Beside the surveyor's own memory it takes 16 to 24 bytes a state, and the
/// states of two depths.
pub fn survey<S: Space>(
    space: &S,
    options: &Options,
    observer: &dyn Observer,
    surveyor: &mut impl Surveyor<S>,
) -> Surveyed<S::Bits> {
    let mut survey = Survey::new(space);
    let mut frontier = Frontier::new(Packing::of(space));
    let mut watch = Watch::new(options, observer);
    let extent = survey.run(&mut frontier, options, &mut watch, surveyor);
    survey.report(extent, &frontier, &mut watch, surveyor)
}

/// The state of one survey, but for the states that are numbered and still to be expanded: they wait in the order of their
/// numbers.
struct Survey<'a, S: Space> {
    space: &'a S,
    numbers: Numbers,
    expanded: u32,
    /// The number of the first state that is deeper than those being expanded.
    deeper: u32,
    depth: u32,
    transitions: u64,
    marks: Marks<S::Bits>,
    breached: S::Bits,
}

impl<'a, S: Space> Survey<'a, S> {
    /// States expanded between two looks at the limits.
    const PATIENCE: usize = 256;

    fn new(space: &'a S) -> Self {
        Self {
            space,
            numbers: Numbers::default(),
            expanded: 0,
            deeper: 0,
            depth: 0,
            transitions: 0,
            marks: Marks::default(),
            breached: S::Bits::default(),
        }
    }

    fn run(
        &mut self,
        frontier: &mut Frontier<S>,
        options: &Options,
        watch: &mut Watch<'_>,
        surveyor: &mut impl Surveyor<S>,
    ) -> Extent {
        let most = options.states_max.unwrap_or(u64::MAX).min(Numbers::MOST as u64);
        self.begin(frontier.next(), surveyor);
        while frontier.descend() {
            self.depth += u32::from(self.expanded > 0);
            self.deeper = self.numbers.len() as u32;
            while frontier.len() > 0 {
                if let Some(reason) = watch.look(&self.stats(frontier, surveyor)) {
                    return Extent::Cut(reason);
                }
                let (block, next) = frontier.block(Self::PATIENCE, Self::PATIENCE);
                let mut parents = 0;
                for slice in block {
                    slice.each(|state| {
                        if (self.numbers.len() as u64) < most {
                            self.expand(state, next, surveyor);
                            parents += 1;
                        }
                    });
                }
                if parents == 0 {
                    return Extent::Cut(Reason::States);
                }
                frontier.pass(parents);
            }
        }
        Extent::Exhausted
    }

    fn begin(&mut self, next: &mut Next<S>, surveyor: &mut impl Surveyor<S>) {
        // The visitor never breaks, here and below.
        let _ = self.space.initial(&mut self.marks, &mut |state, breached| {
            let (number, new) = self.numbers.give(mix(self.space.fingerprint(state)));
            self.breached.join(breached);
            surveyor.initial(number, state, new, breached);
            if new {
                next.push(self.space, state);
            }
            ControlFlow::Continue(())
        });
    }

    fn expand(&mut self, source: &S::State, next: &mut Next<S>, surveyor: &mut impl Surveyor<S>) {
        let from = self.expanded;
        surveyor.expand(from, source);
        let _ = self.space.successors(source, &mut self.marks, &mut |action, target, breached| {
            let (to, new) = self.numbers.give(mix(self.space.fingerprint(target)));
            self.transitions += 1;
            self.breached.join(breached);
            surveyor.step(&Step { from, source, action, to, target, new, breached });
            if new {
                next.push(self.space, target);
            }
            ControlFlow::Continue(())
        });
        self.expanded += 1;
    }

    fn stats(&self, frontier: &Frontier<S>, surveyor: &impl Surveyor<S>) -> Stats {
        let frontier_bytes = frontier.bytes();
        Stats {
            pass: Pass::Exploring,
            states: self.numbers.len() as u64,
            transitions: self.transitions,
            frontier: (frontier.len() + frontier.next_len()) as u64,
            depth: self.depth,
            frontier_bytes,
            bytes: self.numbers.bytes() + frontier_bytes + surveyor.bytes(),
        }
    }

    fn report(
        &self,
        extent: Extent,
        frontier: &Frontier<S>,
        watch: &mut Watch<'_>,
        surveyor: &impl Surveyor<S>,
    ) -> Surveyed<S::Bits> {
        let stats = self.stats(frontier, surveyor);
        Surveyed {
            extent,
            states: self.numbers.len() as u32,
            expanded: self.expanded,
            transitions: self.transitions,
            // A cut within a depth may have found states of the next one.
            depth: self.depth + u32::from(self.numbers.len() as u32 > self.deeper),
            marks: self.marks,
            breached: self.breached,
            bytes_peak: watch.memory.peak.max(stats.bytes),
        }
    }
}
