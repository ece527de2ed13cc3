//! Small graphs whose verdicts are plain to see.

use vouchsafe_explore::{Bits, Extent, Goal, Options, Quiet, Report, Walk, explore, find_shortest};

use crate::graph::{Graph, Set, Shows, set};

fn run(graph: &Graph) -> Report<u8, Set> {
    explore(graph, &Options::default(), &Quiet)
}

fn counterexample(report: &Report<u8, Set>, bit: usize) -> Vec<u8> {
    let breach = report.breaches.iter().find(|breach| breach.bit == bit).unwrap();
    let actions = breach.counterexample.clone().unwrap().actions;
    assert_eq!(actions.len(), breach.depth as usize);
    actions
}

#[test]
fn a_ring_without_a_breach_holds() {
    let report = run(&Graph::of(&[(0, 1, 1, &[]), (1, 1, 2, &[]), (2, 1, 0, &[])]));
    assert!(report.holds());
    assert_eq!((report.states, report.transitions, report.depth), (3, 3, 2));
    assert_eq!(report.traced, None);
}

/// The canary: an explorer that cannot see a seeded breach must not pass for one that works.
#[test]
fn a_seeded_breach_is_reported() {
    let mut edges: Vec<(u32, u8, u32, &[usize])> = (0..100_000).map(|at| (at, 0, at + 1, &[][..])).collect();
    edges.push((99_000, 7, 3, &[41]));
    let report = run(&Graph::of(&edges));
    assert!(!report.holds());
    assert_eq!(report.extent, Extent::Exhausted);
    assert_eq!(report.breached, set(&[41]));
    assert_eq!(counterexample(&report, 41), [vec![0; 99_000], vec![7]].concat());
}

#[test]
fn an_initial_state_may_breach_by_itself() {
    let mut graph = Graph::of(&[(0, 1, 1, &[]), (2, 3, 1, &[5])]);
    graph.initial.push((2, Shows { breached: set(&[5, 6]), ..Shows::default() }));
    let report = run(&graph);
    for bit in [5, 6] {
        let breach = report.breaches.iter().find(|breach| breach.bit == bit).unwrap();
        assert_eq!(breach.depth, 0);
        assert_eq!(breach.counterexample, Some(Walk { bit, initial: 1, actions: vec![] }));
    }
}

#[test]
fn a_self_loop_may_breach_and_ends() {
    let report = run(&Graph::of(&[(0, 1, 0, &[]), (0, 2, 0, &[3])]));
    assert_eq!((report.states, report.transitions, report.depth), (1, 2, 0));
    assert_eq!(counterexample(&report, 3), [2]);
}

#[test]
fn a_breach_is_followed_on_and_masks_no_other() {
    let report = run(&Graph::of(&[(0, 1, 1, &[0]), (1, 1, 2, &[1]), (2, 1, 3, &[0, 2])]));
    assert_eq!(report.states, 4);
    assert_eq!(counterexample(&report, 0), [1]);
    assert_eq!(counterexample(&report, 1), [1, 1]);
    assert_eq!(counterexample(&report, 2), [1, 1, 1]);
}

#[test]
fn of_equal_lengths_the_least_in_action_order_is_given() {
    // Both arms of the diamond breach; the states are numbered against the order of the actions.
    let diamond =
        Graph::of(&[(0, 1, 9, &[]), (0, 2, 1, &[]), (9, 8, 5, &[0]), (1, 3, 5, &[0]), (0, 4, 2, &[])]);
    assert_eq!(counterexample(&run(&diamond), 0), [1, 8]);
    // A state that is reached by both arms belongs to the lesser one.
    let joined =
        Graph::of(&[(0, 2, 1, &[]), (0, 1, 2, &[]), (1, 0, 3, &[]), (2, 9, 3, &[]), (3, 0, 4, &[1])]);
    assert_eq!(counterexample(&run(&joined), 1), [1, 9, 0]);
    // The lesser action loses to the shorter run.
    let short = Graph::of(&[(0, 1, 1, &[]), (1, 1, 2, &[0]), (0, 9, 3, &[0])]);
    assert_eq!(counterexample(&run(&short), 0), [9]);
}

#[test]
fn the_least_run_may_start_from_a_later_initial_state() {
    let mut graph = Graph::of(&[(0, 5, 1, &[0]), (2, 3, 1, &[0]), (1, 0, 1, &[])]);
    graph.initial.push((2, Shows::default()));
    let report = run(&graph);
    let walk = report.breaches[0].counterexample.clone().unwrap();
    assert_eq!(walk, Walk { bit: 0, initial: 1, actions: vec![3] });
    assert_eq!(walk.states(&graph).unwrap(), [(2, set(&[])), (1, set(&[0]))]);
}

#[test]
fn the_shortest_run_to_a_mark_names_the_step_that_raised_it() {
    let mut graph = Graph::of(&[(0, 1, 1, &[]), (0, 2, 2, &[]), (0, 3, 0, &[]), (2, 1, 3, &[])]);
    graph.edges[0][1].shows.triggered = set(&[4]);
    graph.edges[0][2].shows.triggered = set(&[4, 5]);
    graph.edges[2][0].shows.witnessed = set(&[4]);
    let find = |goal, bits: &[usize]| find_shortest(&graph, &set(bits), goal, &Options::default(), &Quiet);
    let triggers = find(Goal::Trigger, &[4, 5]);
    let actions: Vec<_> = triggers.walks.iter().map(|walk| (walk.bit, walk.actions.clone())).collect();
    assert_eq!(actions, [(4, vec![2]), (5, vec![3])]);
    let witness = find(Goal::Witness, &[4, 9]);
    assert_eq!(witness.walks, [Walk { bit: 4, initial: 0, actions: vec![2, 1] }]);
    assert_eq!(witness.extent, Extent::Exhausted, "bit 9 cannot be reached");
    let marks = run(&graph).marks;
    assert_eq!((marks.triggered, marks.witnessed), (set(&[4, 5]), set(&[4])));
}

#[test]
fn a_space_without_states_is_exhausted_at_once() {
    let report = run(&Graph::default());
    assert!(report.holds() && report.breached.is_empty());
    assert_eq!((report.states, report.transitions, report.depth), (0, 0, 0));
}

#[test]
fn a_walk_that_is_not_possible_has_no_states() {
    let graph = Graph::of(&[(0, 1, 1, &[])]);
    assert!(vouchsafe_explore::retrace(&graph, 0, &[1]).is_some());
    assert_eq!(vouchsafe_explore::retrace(&graph, 0, &[2]), None);
    assert_eq!(vouchsafe_explore::retrace(&graph, 1, &[]), None);
}
