//! Random graphs with secrets: trying every short run finds the same leaks, and none that is shorter.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use vouchsafe_explore::{Options, Quiet, Secretive, Twin, explore};

use crate::graph::{Edge, Graph, Shows};

const ACTIONS: u8 = 4;
/// Every run up to this length is tried.
const LENGTH: usize = 5;

#[derive(Clone, Debug)]
struct Masked {
    graph: Graph,
    /// What the steps show that show anything, by the state that they lead from and their action.
    shows: BTreeMap<(u32, u8), u8>,
}

impl Secretive for Masked {
    type Space = Graph;
    type Sight = u8;

    fn space(&self) -> &Graph {
        &self.graph
    }

    fn is_secret(&self, action: &u8) -> bool {
        *action < 2
    }

    fn knows(&self, _: &u32) -> u8 {
        0
    }

    fn shows(&self, from: &u32, action: &u8, _: &u32) -> Option<u8> {
        self.shows.get(&(*from, *action)).copied()
    }

    fn describe(&self, sight: &u8) -> String {
        sight.to_string()
    }
}

fn masked() -> impl Strategy<Value = Masked> {
    let step = (0..ACTIONS, 0..4u32, prop_oneof![8 => Just(None), 1 => (0..2u8).prop_map(Some)]);
    vec(vec(step, 0..6), 4).prop_map(|rows| {
        let mut masked = Masked { graph: Graph::default(), shows: BTreeMap::new() };
        masked.graph.initial.push((0, Shows::default()));
        for (from, mut steps) in (0..).zip(rows) {
            steps.sort_by_key(|(action, _, _)| *action);
            steps.dedup_by_key(|(action, _, _)| *action);
            let shown = steps.iter().filter_map(|(action, _, shows)| Some(((from, *action), (*shows)?)));
            masked.shows.extend(shown);
            let edges = steps.iter().map(|(action, to, _)| Edge {
                action: *action,
                to: *to,
                shows: Shows::default(),
            });
            masked.graph.edges.push(edges.collect());
        }
        masked
    })
}

impl Masked {
    fn target(&self, from: u32, action: u8) -> Option<u32> {
        self.graph.edges[from as usize].iter().find(|edge| edge.action == action).map(|edge| edge.to)
    }

    /// Where a run ends, if it is possible.
    fn end(&self, run: &[u8]) -> Option<u32> {
        run.iter().try_fold(0, |state, action| self.target(state, *action))
    }

    /// Whether the last action of a run gives something away that its purged twin does not show: by what it
    /// shows, or by being possible. `None` if there is no such pair of runs.
    fn leaks(&self, run: &[u8]) -> Option<[bool; 2]> {
        let (last, before) = run.split_last()?;
        let open: Vec<u8> = before.iter().copied().filter(|action| !self.is_secret(action)).collect();
        let (one, other) = (self.end(before)?, self.end(&open)?);
        let shown = |state| self.shows.get(&(state, *last));
        if self.is_secret(last) {
            return self.target(one, *last).map(|_| [shown(one).is_some(), false]);
        }
        match (self.target(one, *last), self.target(other, *last)) {
            (None, None) => None,
            (Some(_), Some(_)) => Some([shown(one) != shown(other), false]),
            (Some(_), None) | (None, Some(_)) => Some([false, true]),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn trying_every_short_run_finds_the_same_leaks(masked in masked()) {
        let mut shortest = [None; 2];
        let mut runs = vec![Vec::new()];
        for length in 1..=LENGTH {
            runs = runs.iter().flat_map(|run| (0..ACTIONS).map(|action| [run.as_slice(), &[action]].concat())).collect();
            for run in &runs {
                for (bit, leaks) in masked.leaks(run).into_iter().flatten().enumerate() {
                    if leaks && shortest[bit].is_none() {
                        shortest[bit] = Some(length as u32);
                    }
                }
            }
        }
        let twin = Twin::new(masked);
        let report = explore(&twin, &Options::default(), &Quiet);
        for (bit, shortest) in shortest.into_iter().enumerate() {
            let breach = report.breaches.iter().find(|breach| breach.bit == bit);
            let depth = breach.map(|breach| breach.depth).filter(|depth| *depth as usize <= LENGTH);
            prop_assert_eq!(depth, shortest);
            if let Some(walk) = breach.and_then(|breach| breach.counterexample.as_ref()) {
                prop_assert!(twin.tell(walk).unwrap().ends_with("<\n"));
            }
        }
    }
}
