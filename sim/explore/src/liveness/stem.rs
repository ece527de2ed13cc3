//! The stem of a lasso: the shortest way to a haunt by way of a step that opens the duty.
//!
//! The search runs on two floors. On the ground floor nothing is owed yet and every step may be taken; a
//! step that opens the duty and does not answer it leads upstairs as well, and there no step that answers
//! it may be taken.
#![expect(clippy::indexing_slicing, reason = "there is a place on both floors for each state of the graph")]

use std::collections::VecDeque;

use super::graph::Graph;
use super::haunts::{Haunt, Haunts};

/// A way to a haunt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stem {
    /// The place of the initial state in the order of the space.
    pub(super) place: usize,
    /// The steps, by their numbers in the graph.
    pub(super) steps: Vec<usize>,
    /// How many of them there are up to the one that opens the duty, itself included; none if the
    /// initial state does.
    pub(super) opened: usize,
    /// The state that it leads to.
    pub(super) end: u32,
}

/// The shortest ways to either kind of haunt.
pub(super) struct Stems {
    /// To a state in which the run can stop.
    pub(super) to_rest: Option<Stem>,
    /// To a component of this number, unless one to a state of rest is shorter.
    pub(super) to_component: Option<(Stem, u32)>,
}

/// How a state was first reached on a floor.
#[derive(Clone, Copy)]
enum Came {
    /// As an initial state, of this place.
    Start(usize),
    /// By a step on the same floor.
    By(usize),
    /// By a step from the ground floor.
    Up(usize),
}

const GROUND: usize = 0;
const UPSTAIRS: usize = 1;

/// A search for a stem.
pub(super) struct Search<'a> {
    graph: &'a Graph,
    came: [Vec<Option<Came>>; 2],
    queue: VecDeque<(u32, usize)>,
}

impl<'a> Search<'a> {
    /// Memory for each state of the graph, in bytes.
    pub(super) const BYTES: usize = 2 * size_of::<Option<Came>>() + 2 * size_of::<(u32, usize)>();

    /// A search in a graph with so many states.
    pub(super) fn new(graph: &'a Graph, states: u32) -> Self {
        let unseen = vec![None; states as usize];
        Self { graph, came: [unseen.clone(), unseen], queue: VecDeque::new() }
    }

    /// The first of the shortest stems. `opens` and `answers` say for the number of a label whether it does
    /// so.
    pub(super) fn run(
        mut self,
        haunts: &Haunts,
        opens: impl Fn(u32) -> bool,
        answers: impl Fn(u32) -> bool,
    ) -> Stems {
        let mut stems = Stems { to_rest: None, to_component: None };
        for start in self.graph.starts() {
            if opens(start.label) && !answers(start.label) {
                self.reach(start.number, UPSTAIRS, Came::Start(start.place));
            }
            self.reach(start.number, GROUND, Came::Start(start.place));
        }
        while let Some((state, floor)) = self.queue.pop_front() {
            match haunts.at(state).filter(|_| floor == UPSTAIRS) {
                Some(Haunt::Rest) => {
                    stems.to_rest = self.trace(state);
                    return stems;
                }
                Some(Haunt::Component(component)) if stems.to_component.is_none() => {
                    stems.to_component = self.trace(state).map(|stem| (stem, component));
                    if !haunts.have_rest() {
                        return stems;
                    }
                }
                Some(Haunt::Component(_)) | None => {}
            }
            for step in self.graph.steps(state) {
                let (to, mark) = (self.graph.target(step), self.graph.mark(step));
                if floor == UPSTAIRS {
                    if !answers(mark) {
                        self.reach(to, UPSTAIRS, Came::By(step));
                    }
                    continue;
                }
                if opens(mark) && !answers(mark) {
                    self.reach(to, UPSTAIRS, Came::Up(step));
                }
                self.reach(to, GROUND, Came::By(step));
            }
        }
        stems
    }

    fn reach(&mut self, state: u32, floor: usize, came: Came) {
        let seen = &mut self.came[floor][state as usize];
        if seen.is_none() {
            *seen = Some(came);
            self.queue.push_back((state, floor));
        }
    }

    fn trace(&self, end: u32) -> Option<Stem> {
        let (mut at, mut floor) = (end, UPSTAIRS);
        let mut steps = Vec::new();
        let mut upstairs = 0;
        loop {
            match self.came[floor][at as usize]? {
                Came::Start(place) => {
                    steps.reverse();
                    let opened = steps.len() - upstairs;
                    return Some(Stem { place, steps, opened, end });
                }
                Came::By(step) => {
                    steps.push(step);
                    upstairs += usize::from(floor == UPSTAIRS);
                    at = self.graph.source(step);
                }
                Came::Up(step) => {
                    steps.push(step);
                    at = self.graph.source(step);
                    floor = GROUND;
                }
            }
        }
    }
}
