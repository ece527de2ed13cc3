//! A survey tells of every state and step once, in order, and of its limits.

use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use vouchsafe_explore::{Extent, Options, Quiet, Reason, Step, Surveyed, Surveyor, explore, survey};

use crate::graph::{Graph, Set, Shows, set};
use crate::random_graphs::graphs;

/// Writes down what it is told.
#[derive(Debug, Default, PartialEq)]
struct Scribe {
    initial: Vec<(u32, u32, bool)>,
    expanded: Vec<(u32, u32)>,
    steps: Vec<(u32, u8, u32, bool, Set)>,
    /// The state behind each number, as the steps told.
    named: Vec<u32>,
}

impl Surveyor<Graph> for Scribe {
    fn initial(&mut self, number: u32, state: &u32, new: bool, _: &Set) {
        self.initial.push((number, *state, new));
        if new {
            assert_eq!(number as usize, self.named.len());
            self.named.push(*state);
        }
    }

    fn expand(&mut self, number: u32, state: &u32) {
        self.expanded.push((number, *state));
    }

    fn step(&mut self, step: &Step<'_, Graph>) {
        assert_eq!(self.expanded.last(), Some(&(step.from, *step.source)));
        if step.new {
            assert_eq!(step.to as usize, self.named.len());
            self.named.push(*step.target);
        }
        assert_eq!(self.named[step.to as usize], *step.target);
        self.steps.push((step.from, step.action, step.to, step.new, *step.breached));
    }

    fn bytes(&self) -> usize {
        self.steps.capacity() * 32
    }
}

fn scribe(graph: &Graph, options: &Options) -> (Scribe, Surveyed<Set>) {
    let mut scribe = Scribe::default();
    let surveyed = survey(graph, options, &Quiet, &mut scribe);
    (scribe, surveyed)
}

#[test]
fn states_are_numbered_breadth_first_and_steps_told_in_order() {
    let mut graph =
        Graph::of(&[(0, 2, 5, &[]), (0, 1, 3, &[7]), (3, 1, 0, &[]), (5, 1, 5, &[]), (5, 2, 4, &[])]);
    graph.initial.push((5, Shows::default()));
    graph.initial.push((0, Shows::default()));
    let (scribe, surveyed) = scribe(&graph, &Options::default());
    assert_eq!(scribe.initial, [(0, 0, true), (1, 5, true), (0, 0, false)]);
    assert_eq!(scribe.expanded, [(0, 0), (1, 5), (2, 3), (3, 4)]);
    let none = set(&[]);
    let steps = [
        (0, 1, 2, true, set(&[7])),
        (0, 2, 1, false, none),
        (1, 1, 1, false, none),
        (1, 2, 3, true, none),
        (2, 1, 0, false, none),
    ];
    assert_eq!(scribe.steps, steps);
    assert_eq!((surveyed.extent, surveyed.states, surveyed.expanded), (Extent::Exhausted, 4, 4));
    assert_eq!((surveyed.transitions, surveyed.depth, surveyed.breached), (5, 1, set(&[7])));
}

#[test]
fn a_cut_survey_says_so_and_tells_whole_states_only() {
    let chain = Graph::of(&[(0, 1, 1, &[]), (1, 1, 2, &[]), (1, 2, 3, &[]), (2, 1, 4, &[])]);
    let cut = |options: Options| {
        let (scribe, surveyed) = scribe(&chain, &options);
        assert_eq!(scribe.expanded.len(), surveyed.expanded as usize);
        assert_eq!(scribe.steps.len() as u64, surveyed.transitions);
        (surveyed.extent, surveyed.states, surveyed.expanded, surveyed.depth)
    };
    let depth = |most| cut(Options { depth_max: Some(most), ..Options::default() });
    assert_eq!(depth(0), (Extent::Cut(Reason::Depth), 1, 0, 0));
    assert_eq!(depth(2), (Extent::Cut(Reason::Depth), 4, 2, 2));
    assert_eq!(depth(4), (Extent::Exhausted, 5, 5, 3));
    let states = |most| cut(Options { states_max: Some(most), ..Options::default() });
    assert_eq!(states(2), (Extent::Cut(Reason::States), 2, 1, 1));
    assert_eq!(states(3), (Extent::Cut(Reason::States), 4, 2, 2));
    assert_eq!(states(6), (Extent::Exhausted, 5, 5, 3));
    assert_eq!(cut(Options { bytes_max: Some(1), ..Options::default() }).0, Extent::Cut(Reason::Memory));
    assert_eq!(cut(Options { seconds_max: Some(0.0), ..Options::default() }).0, Extent::Cut(Reason::Seconds));
    let raised = AtomicBool::new(true);
    let interrupted = survey(&chain, &Options::default(), &raised, &mut Scribe::default());
    assert_eq!((interrupted.extent, interrupted.states), (Extent::Cut(Reason::Interrupted), 1));
}

#[test]
fn a_space_without_states_is_surveyed_at_once() {
    let (scribe, surveyed) = scribe(&Graph::default(), &Options::default());
    assert_eq!((scribe, surveyed.extent, surveyed.states), (Scribe::default(), Extent::Exhausted, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_survey_counts_what_exploration_counts(graph in graphs()) {
        let report = explore(&graph, &Options::default(), &Quiet);
        let (scribe, surveyed) = scribe(&graph, &Options::default());
        prop_assert_eq!(u64::from(surveyed.states), report.states);
        prop_assert_eq!(surveyed.expanded, surveyed.states);
        prop_assert_eq!((surveyed.transitions, surveyed.depth), (report.transitions, report.depth));
        prop_assert_eq!((surveyed.marks, surveyed.breached), (report.marks, report.breached));
        prop_assert_eq!(scribe.steps.len() as u64, report.transitions);
        // Every step of every state, in its order.
        let mut steps = scribe.steps.iter();
        for (number, state) in &scribe.expanded {
            for edge in &graph.edges[*state as usize] {
                let (from, action, to, _, breached) = steps.next().unwrap();
                prop_assert_eq!((from, *action, scribe.named[*to as usize]), (number, edge.action, edge.to));
                prop_assert_eq!(*breached, edge.shows.breached);
            }
        }
    }
}
