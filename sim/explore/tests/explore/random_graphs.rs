//! Random graphs: the naive search finds the same, and so does any number of threads.

use proptest::collection::vec;
use proptest::prelude::*;
use vouchsafe_explore::{Extent, Goal, Options, Quiet, explore, find_shortest};

use crate::graph::{Edge, Graph, Set, Shows, set};
use crate::naive;

/// Few bits are set, or every run would be short.
fn bits() -> impl Strategy<Value = Set> {
    prop_oneof![20 => Just(set(&[])), 1 => (0..12usize).prop_map(|bit| set(&[bit]))]
}

fn shows() -> impl Strategy<Value = Shows> {
    (bits(), bits(), bits()).prop_map(|(breached, triggered, witnessed)| Shows {
        breached,
        triggered,
        witnessed,
    })
}

pub(crate) fn graphs() -> impl Strategy<Value = Graph> {
    (1..60u32).prop_flat_map(|states| {
        let edge = (0..6u8, 0..states, shows()).prop_map(|(action, to, shows)| Edge { action, to, shows });
        let edges = vec(edge, 0..4).prop_map(|mut edges| {
            edges.sort_by_key(|edge| edge.action);
            edges.dedup_by_key(|edge| edge.action);
            edges
        });
        (vec((0..states, shows()), 1..4), vec(edges, states as usize))
            .prop_map(|(initial, edges)| Graph { initial, edges })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_naive_search_finds_the_same(graph in graphs()) {
        let report = explore(&graph, &Options::default(), &Quiet);
        let naive = naive::search(&graph);
        prop_assert_eq!(report.extent, Extent::Exhausted);
        prop_assert_eq!(
            (report.states, report.transitions, report.depth),
            (naive.states, naive.transitions, naive.depth)
        );
        prop_assert_eq!(report.breached, naive.shown.breached);
        prop_assert_eq!(report.marks.triggered, naive.shown.triggered);
        prop_assert_eq!(report.marks.witnessed, naive.shown.witnessed);
        let runs: Vec<_> = report
            .breaches
            .iter()
            .map(|breach| (breach.bit, breach.counterexample.clone().unwrap().actions))
            .collect();
        for (breach, (_, actions)) in report.breaches.iter().zip(&runs) {
            prop_assert_eq!(breach.depth as usize, actions.len());
        }
        prop_assert_eq!(runs, naive::least_runs(&graph, Goal::Breach).into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn the_least_runs_to_marks_are_those_of_the_naive_search(graph in graphs()) {
        for goal in [Goal::Trigger, Goal::Witness] {
            let found = find_shortest(&graph, &set(&(0..12).collect::<Vec<_>>()), goal, &Options::default(), &Quiet);
            prop_assert_eq!(found.extent, Extent::Exhausted);
            let runs: Vec<_> = found.walks.into_iter().map(|walk| (walk.bit, walk.actions)).collect();
            prop_assert_eq!(runs, naive::least_runs(&graph, goal).into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_counterexample_is_a_run_that_ends_in_its_breach(graph in graphs()) {
        let report = explore(&graph, &Options::default(), &Quiet);
        for breach in report.breaches {
            let states = breach.counterexample.unwrap().states(&graph).unwrap();
            prop_assert!(states.last().unwrap().1.0[0] >> breach.bit & 1 == 1);
        }
    }
}

/// Pseudo-random graphs large enough for many slices and blocks.
fn large(seed: u64) -> Graph {
    let mut word = seed;
    let mut next = |below: u64| {
        word = word.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (word >> 33) % below
    };
    let states = 120_000;
    let edges = (0..states)
        .map(|_| {
            (0..next(5) as u8)
                .map(|action| {
                    let breached = if next(20_000) == 0 { set(&[next(64) as usize]) } else { set(&[]) };
                    let triggered = set(&[next(64) as usize]);
                    let shows = Shows { breached, triggered, witnessed: set(&[]) };
                    Edge { action, to: next(states) as u32, shows }
                })
                .collect()
        })
        .collect();
    Graph { initial: (0..10).map(|state| (state, Shows::default())).collect(), edges }
}

#[test]
fn the_report_does_not_depend_on_the_number_of_threads() {
    for seed in 0..4 {
        let graph = large(seed);
        let naive = naive::search(&graph);
        for states_max in [None, Some(30_000), Some(70_001)] {
            let run =
                |threads| explore(&graph, &Options { threads, states_max, ..Options::default() }, &Quiet);
            let one = run(1);
            if states_max.is_none() {
                assert!(one.states > 80_000 && !one.breaches.is_empty());
                assert_eq!(
                    (one.states, one.transitions, one.depth),
                    (naive.states, naive.transitions, naive.depth)
                );
            }
            for threads in [1, 2, 3] {
                assert!(run(threads).says_the_same(&one), "{threads} threads");
            }
        }
    }
}
