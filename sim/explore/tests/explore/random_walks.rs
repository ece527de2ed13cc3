//! Random walks cover what can be covered, find what can be found, and say the same with any number of threads.

use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use vouchsafe_explore::{
    Bits, Extent, Options, Quiet, RandomWalk, Reason, Walk, explore, retrace, walk_at_random,
};

use crate::graph::{Graph, Shows, set};
use crate::random_graphs::graphs;

fn how(walks: u64) -> RandomWalk {
    RandomWalk { walks, seed: 7 }
}

fn to_depth(depth: u32) -> Options {
    Options { depth_max: Some(depth), ..Options::default() }
}

/// A ring of rooms, each with a door back and one onwards.
fn ring(rooms: u32) -> Graph {
    let doors = (0..rooms).flat_map(|at| {
        let none: &[usize] = &[];
        [(at, 0, (at + 1) % rooms, none), (at, 1, (at + rooms - 1) % rooms, none)]
    });
    Graph::of(&doors.collect::<Vec<_>>())
}

#[test]
fn coverage_of_a_small_graph_becomes_complete() {
    let (report, walked) = walk_at_random(&ring(20), how(200), &to_depth(100), &Quiet);
    assert_eq!((report.states, walked.exact), (20, true));
    assert_eq!((walked.walks, walked.steps, walked.judged), (200, 20_000, 40_000));
    assert_eq!((report.depth, walked.dead_ends), (100, 0));
    assert!((walked.depth_mean() - 100.0).abs() < 1e-9);
    assert_eq!(walked.fresh.iter().sum::<u64>(), 20);
    assert_eq!(walked.fresh.last(), Some(&0), "nothing is new any more");
    // Even so it is no proof.
    assert_eq!(report.extent, Extent::Cut(Reason::Walks));
    assert!(report.breaches.is_empty() && !report.holds());
}

#[test]
fn steps_are_chosen_with_equal_chances() {
    let rays: Vec<(u32, u8, u32, &[usize])> =
        (0..8).map(|ray| (0, ray, u32::from(ray) + 1, &[][..])).collect();
    let (_, walked) = walk_at_random(&Graph::of(&rays), how(80_000), &to_depth(5), &Quiet);
    assert_eq!((walked.steps, walked.dead_ends), (80_000, 80_000));
    assert_eq!(walked.taken.len(), 8);
    for (ray, times) in walked.taken {
        // Ten thousand each, with a standard deviation of 94.
        assert!(times.abs_diff(10_000) < 500, "{ray} was taken {times} times");
    }
}

/// The canary: of the thousand runs of five steps just one breaches, and among detours it has to be shrunk.
#[test]
fn a_breach_behind_five_steps_is_found_and_shrunk() {
    let mut edges: Vec<(u32, u8, u32, &[usize])> = Vec::new();
    for lock in 0..5 {
        // Three idle steps, and one that opens the next lock.
        edges.extend((0..3).map(|idle| (lock, idle, lock, &[][..])));
        edges.push((lock, 3, lock + 1, if lock == 4 { &[41] } else { &[] }));
    }
    edges.push((5, 0, 0, &[]));
    let (report, _) = walk_at_random(&Graph::of(&edges), how(20), &to_depth(60), &Quiet);
    assert_eq!(report.breached, set(&[41]));
    let breach = report.breaches.first().unwrap();
    assert_eq!((breach.bit, breach.depth), (41, 5));
    assert_eq!(breach.counterexample, Some(Walk { bit: 41, initial: 0, actions: vec![3; 5] }));
}

#[test]
fn what_is_possible_is_judged_even_where_it_is_not_taken() {
    // A walk of one step takes one of a hundred, and judges them all.
    let fan: Vec<(u32, u8, u32, &[usize])> =
        (0..100).map(|ray| (0, ray, 1, if ray == 63 { &[5][..] } else { &[] })).collect();
    let (report, walked) = walk_at_random(&Graph::of(&fan), how(1), &to_depth(1), &Quiet);
    assert_eq!((walked.steps, walked.judged), (1, 100));
    assert_eq!(report.breaches[0].counterexample.clone().unwrap().actions, [63]);
}

#[test]
fn an_initial_state_may_breach_and_a_space_may_be_empty() {
    let mut graph = ring(3);
    graph.initial.push((2, Shows { breached: set(&[9]), ..Shows::default() }));
    let (report, _) = walk_at_random(&graph, how(50), &to_depth(3), &Quiet);
    assert_eq!(report.breaches[0].counterexample, Some(Walk { bit: 9, initial: 1, actions: vec![] }));
    let (report, walked) = walk_at_random(&Graph::default(), how(3), &to_depth(3), &Quiet);
    assert_eq!((report.states, walked.walks, walked.steps), (0, 3, 0));
}

#[test]
fn seeds_differ_and_threads_do_not() {
    let run = |seed, threads| {
        let options = Options { threads, ..to_depth(30) };
        walk_at_random(&ring(500), RandomWalk { walks: 300, seed }, &options, &Quiet)
    };
    let one = run(1, 1);
    for threads in [0, 2, 3, 8] {
        assert_eq!(run(1, threads), one);
    }
    assert_ne!(run(2, 1).1, one.1);
}

#[test]
fn limits_end_the_walks() {
    let some = Options { states_max: Some(100), ..to_depth(1000) };
    let (report, walked) = walk_at_random(&ring(5000), how(1000), &some, &Quiet);
    assert_eq!(report.extent, Extent::Cut(Reason::States));
    assert!(report.states >= 100 && walked.walks < 1000);
    for threads in [2, 3] {
        let again = walk_at_random(&ring(5000), how(1000), &Options { threads, ..some }, &Quiet);
        assert_eq!(again, (report.clone(), walked.clone()));
    }
    let at_once = Options { seconds_max: Some(0.0), ..to_depth(1000) };
    let (report, walked) = walk_at_random(&ring(10), how(u64::MAX), &at_once, &Quiet);
    assert_eq!((report.extent, walked.walks), (Extent::Cut(Reason::Seconds), 0));
    let (report, _) = walk_at_random(&ring(10), how(u64::MAX), &to_depth(1000), &AtomicBool::new(true));
    assert_eq!(report.extent, Extent::Cut(Reason::Interrupted));
}

#[test]
fn a_walk_without_an_end_is_cut_and_told() {
    let options = Options { seconds_max: Some(0.05), threads: 2, ..to_depth(u32::MAX) };
    let (report, walked) = walk_at_random(&ring(10), how(1), &options, &Quiet);
    assert_eq!((report.extent, walked.walks), (Extent::Cut(Reason::Seconds), 1));
    assert!(walked.steps > 0 && walked.steps == u64::from(report.depth));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn walks_find_nothing_that_is_not_there(graph in graphs(), seed in any::<u64>()) {
        let whole = explore(&graph, &Options::default(), &Quiet);
        let (report, walked) = walk_at_random(&graph, RandomWalk { walks: 40, seed }, &to_depth(20), &Quiet);
        prop_assert!(report.states <= whole.states);
        prop_assert!(whole.breached.covers(&report.breached));
        prop_assert!(whole.marks.triggered.covers(&report.marks.triggered));
        prop_assert!(whole.marks.witnessed.covers(&report.marks.witnessed));
        prop_assert_eq!(walked.taken.values().sum::<u64>(), walked.steps);
        for breach in &report.breaches {
            let walk = breach.counterexample.clone().unwrap();
            let along = retrace(&graph, walk.initial, &walk.actions).unwrap();
            prop_assert!(along.last().unwrap().1.has(breach.bit), "the last step breaches");
            let shortest = whole.breaches.iter().find(|known| known.bit == breach.bit).unwrap().depth;
            prop_assert!(breach.depth >= shortest && breach.depth as usize == walk.actions.len());
        }
    }
}
