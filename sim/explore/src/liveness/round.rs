//! The loop of a lasso: a way round in a fair component that gives every class its due.
//!
//! From where the stem ends it goes to the nearest state or step that gives a class its due which has not
//! got it yet, from there to the next, and back in the end, each time by a shortest way. Detours that turn
//! out to be needless are cut out.
#![expect(clippy::indexing_slicing, reason = "there is a place for each state of the graph")]

use std::collections::{BTreeMap, VecDeque};

use super::graph::Graph;
use super::haunts::{Classes, Haunts, common};
use super::live::Flags;
use crate::Bits;

/// A search for a loop in one component.
pub(super) struct Round<'a, C> {
    graph: &'a Graph,
    haunts: &'a Haunts,
    component: u32,
    classes: Classes,
    /// The classes that have not got their due yet.
    unmet: Flags,
    /// Which steps may be taken.
    counts: C,
    /// By which step a state was reached from where the present search began, and which states were.
    came: Vec<usize>,
    seen: Vec<u32>,
    steps: Vec<usize>,
}

/// Not reached.
const NEVER: usize = usize::MAX;
/// Where the search began.
const HERE: usize = usize::MAX - 1;

impl<'a, C: Fn(usize) -> bool> Round<'a, C> {
    /// A longer loop keeps its detours: to find them takes time that grows with the square.
    const TIDIED_MAX: usize = 1000;

    pub(super) fn new(
        graph: &'a Graph,
        haunts: &'a Haunts,
        component: u32,
        classes: Classes,
        states: u32,
        counts: C,
    ) -> Self {
        Self {
            graph,
            haunts,
            component,
            classes,
            unmet: Flags::default(),
            counts,
            came: vec![NEVER; states as usize],
            seen: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// The steps of a loop that begins and ends in `start`.
    pub(super) fn run(mut self, start: u32) -> Vec<usize> {
        let owed = self.owed();
        self.unmet = owed.without(&self.met_in(start));
        let mut at = start;
        while !self.unmet.is_empty() {
            let unmet = self.unmet;
            let Some(end) = self.go(at, |this, step| !common(&this.met_by(step), &unmet).is_empty()) else {
                break;
            };
            at = end;
        }
        if at != start || self.steps.is_empty() {
            self.go(at, |this, step| this.graph.target(step) == start);
        }
        while self.steps.len() <= Self::TIDIED_MAX && self.cut_detour(&owed) {}
        self.steps
    }

    /// Cuts out the first and of those the longest part that leads back to where it begins and without
    /// which the loop still gives every class its due; whether there was one.
    fn cut_detour(&mut self, owed: &Flags) -> bool {
        let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, step) in self.steps.iter().enumerate() {
            places.entry(self.graph.source(*step)).or_default().push(at);
        }
        let len = self.steps.len();
        for from in 0..len {
            let state = self.graph.source(self.steps[from]);
            // The loop ends where it begins.
            let end = places[&state].first().filter(|first| **first == 0).map(|_| len);
            let again = end.into_iter().chain(places[&state].iter().rev().copied());
            for to in again.take_while(|to| *to > from).filter(|to| to - from < len) {
                let rest = || self.steps[..from].iter().chain(&self.steps[to..]);
                let mut met = Flags::default();
                for step in rest() {
                    met.join(&self.met_by(*step));
                }
                if met.covers(owed) {
                    self.steps.drain(from..to);
                    return true;
                }
            }
        }
        false
    }

    /// All weakly fair classes, and those strongly fair ones that are enabled in the component at all.
    fn owed(&self) -> Flags {
        let mut ever = Flags::default();
        for state in (0..self.graph.expanded()).filter(|state| self.haunts.within(*state, self.component)) {
            ever.join(&self.graph.enabled(state));
        }
        let mut owed = common(&ever, &self.classes.strong);
        owed.join(&self.classes.weak);
        owed
    }

    /// The classes that get their due in a state: weakly fair ones that are not enabled there.
    fn met_in(&self, state: u32) -> Flags {
        self.classes.weak.without(&self.graph.enabled(state))
    }

    /// The classes that get their due by a step or where it leads.
    fn met_by(&self, step: usize) -> Flags {
        let mut met = self.met_in(self.graph.target(step));
        met.join(&self.graph.classes(step));
        met
    }

    /// Goes by a shortest way from `from` to the first step that is `wanted`, and takes it; gives where it
    /// leads, or nothing if there is no such step in the component.
    fn go(&mut self, from: u32, wanted: impl Fn(&Self, usize) -> bool) -> Option<u32> {
        for state in self.seen.drain(..) {
            self.came[state as usize] = NEVER;
        }
        self.came[from as usize] = HERE;
        self.seen.push(from);
        let mut queue = VecDeque::from([from]);
        while let Some(state) = queue.pop_front() {
            for step in self.graph.steps(state) {
                let to = self.graph.target(step);
                if !self.haunts.within(to, self.component) || !(self.counts)(step) {
                    continue;
                }
                if wanted(self, step) {
                    self.take(step);
                    return Some(to);
                }
                if self.came[to as usize] == NEVER {
                    self.came[to as usize] = step;
                    self.seen.push(to);
                    queue.push_back(to);
                }
            }
        }
        None
    }

    /// Takes the way that was searched, up to this step.
    fn take(&mut self, last: usize) {
        let mut way = vec![last];
        let mut at = self.graph.source(last);
        while self.came[at as usize] != HERE {
            let step = self.came[at as usize];
            way.push(step);
            at = self.graph.source(step);
        }
        way.reverse();
        for step in way {
            self.unmet = self.unmet.without(&self.met_by(step));
            self.steps.push(step);
        }
    }
}
