//! Random graphs: trying every walk gives the same verdicts, and every lasso is what it says.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use vouchsafe_explore::{Duty, Fairness, Judged, Options, Quiet, Reason, Strength, Verdict, decide};

use crate::graph::{Edge, Graph, Shows};
use crate::lasso_check::check;
use crate::live_graph::LiveGraph;
use crate::live_naive as naive;

/// Each of the classes, and seldom what opens or answers one of two duties.
fn judged() -> impl Strategy<Value = Judged> {
    let rarely = prop::bool::weighted(0.15);
    (vec(prop::bool::weighted(0.3), 4), vec(rarely, 4)).prop_map(|(classes, duties)| {
        let judged = classes.iter().enumerate().filter(|(_, belongs)| **belongs);
        let judged = judged.fold(Judged::default(), |judged, (class, _)| judged.of(class));
        duties.iter().enumerate().filter(|(_, raised)| **raised).fold(judged, |judged, (at, _)| match at {
            0 | 1 => judged.opening(at),
            _ => judged.answering(at - 2),
        })
    })
}

fn fairness() -> impl Strategy<Value = Vec<Fairness>> {
    let strength = prop_oneof![Just(Strength::Weak), Just(Strength::Strong)];
    vec(strength, 0..4).prop_map(|strengths| {
        let class = |(number, strength)| Fairness { name: format!("class {number}"), strength };
        strengths.into_iter().enumerate().map(class).collect()
    })
}

fn graphs() -> impl Strategy<Value = LiveGraph> {
    (1..=12u32, 1..4usize).prop_flat_map(|(states, most)| {
        let edges = vec(vec((0..4u8, 0..states, judged()), 0..=most), states as usize);
        let initial = vec((0..states, judged()), 1..3);
        (edges, initial, fairness(), any::<bool>()).prop_map(|(edges, initial, fairness, eventually)| {
            let mut judged = BTreeMap::new();
            let mut graph = Graph::default();
            for (from, steps) in (0..).zip(edges) {
                let mut row: Vec<Edge> = Vec::new();
                for (action, to, what) in steps {
                    if judged.insert((from, action), what).is_none() {
                        row.push(Edge { action, to, shows: Shows::default() });
                    } else {
                        row.iter_mut().filter(|edge| edge.action == action).for_each(|edge| edge.to = to);
                    }
                }
                row.sort_by_key(|edge| edge.action);
                graph.edges.push(row);
            }
            graph.initial = initial.iter().map(|(state, _)| (*state, Shows::default())).collect();
            let second = if eventually { Duty::eventually("second") } else { Duty::leads_to("second") };
            let duties = vec![Duty::leads_to("first"), second];
            let begins = initial.into_iter().collect();
            LiveGraph { graph, judged, begins, fairness, duties }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn trying_every_walk_gives_the_same_verdicts(live in graphs()) {
        let found = live.decide();
        prop_assert_eq!(&found, &live.decide());
        for (duty, decision) in found.decisions.iter().enumerate() {
            prop_assert_eq!(decision.opened, naive::opened(&live, duty));
            match &decision.verdict {
                Verdict::Breached(lasso) => {
                    prop_assert!(naive::breached(&live, duty), "no run: {lasso:?}");
                    prop_assert_eq!(check(&live, duty, lasso), Ok(()), "{:?}", lasso);
                }
                Verdict::Holds => prop_assert!(decision.opened && !naive::breached(&live, duty)),
                Verdict::Vacuous => prop_assert!(!decision.opened && !naive::breached(&live, duty)),
                Verdict::Undecided(reason) => prop_assert!(false, "nothing limits it, and yet {reason}"),
            }
        }
    }

    #[test]
    fn a_cut_graph_gives_real_lassos_and_no_other_verdict(live in graphs(), most in 1..9u64) {
        let options = Options { states_max: Some(most), ..Options::default() };
        let found = decide(&live, &options, &Quiet);
        let whole = live.decide();
        for (duty, decision) in found.decisions.iter().enumerate() {
            match &decision.verdict {
                Verdict::Breached(lasso) => prop_assert_eq!(check(&live, duty, lasso), Ok(())),
                Verdict::Undecided(reason) => {
                    prop_assert_eq!((found.extent, *reason), (vouchsafe_explore::Extent::Cut(Reason::States), Reason::States));
                }
                other => prop_assert_eq!(other, &whole.decisions[duty].verdict),
            }
            prop_assert_eq!(found.holds(), found.extent == whole.extent && whole.holds());
        }
    }
}
