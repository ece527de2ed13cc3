//! The reference: a breadth-first search with a hash set, and all least runs by brute force.

use std::collections::{BTreeMap, BTreeSet};

use vouchsafe_explore::{Bits, Goal};

use crate::graph::{Graph, Set, Shows};

/// What a naive search finds.
#[derive(Debug, Default)]
pub(crate) struct Naive {
    pub(crate) states: u64,
    pub(crate) transitions: u64,
    pub(crate) depth: u32,
    pub(crate) shown: Shows,
}

pub(crate) fn search(graph: &Graph) -> Naive {
    let mut naive = Naive::default();
    let mut show = |shows: &Shows| {
        naive.shown.breached.join(&shows.breached);
        naive.shown.triggered.join(&shows.triggered);
        naive.shown.witnessed.join(&shows.witnessed);
    };
    let mut seen = BTreeSet::new();
    let mut level = Vec::new();
    for (state, shows) in &graph.initial {
        show(shows);
        if seen.insert(*state) {
            level.push(*state);
        }
    }
    loop {
        let mut next = Vec::new();
        for state in &level {
            for edge in &graph.edges[*state as usize] {
                naive.transitions += 1;
                show(&edge.shows);
                if seen.insert(edge.to) {
                    next.push(edge.to);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        naive.depth += 1;
        level = next;
    }
    naive.states = seen.len() as u64;
    naive
}

fn of(goal: Goal, shows: &Shows) -> Set {
    match goal {
        Goal::Breach => shows.breached,
        Goal::Trigger => shows.triggered,
        Goal::Witness => shows.witnessed,
    }
}

/// The least among the shortest action sequences to each bit. It keeps, depth by depth, the least
/// sequence to every state at exactly that depth: a prefix of a least run may be replaced by the
/// least of its length, so nothing is lost.
pub(crate) fn least_runs(graph: &Graph, goal: Goal) -> BTreeMap<usize, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut level: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
    for (state, shows) in &graph.initial {
        for bit in of(goal, shows).iter() {
            found.entry(bit).or_insert_with(Vec::new);
        }
        level.insert(*state, Vec::new());
    }
    for _ in 0..=graph.edges.len() {
        let mut at_this_depth: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
        let mut next: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
        for (state, run) in &level {
            for edge in &graph.edges[*state as usize] {
                let mut longer = run.clone();
                longer.push(edge.action);
                for bit in of(goal, &edge.shows).iter() {
                    keep_least(&mut at_this_depth, bit, &longer);
                }
                keep_least(&mut next, edge.to, &longer);
            }
        }
        for (bit, run) in at_this_depth {
            found.entry(bit).or_insert(run);
        }
        level = next;
    }
    found
}

fn keep_least<K: Ord>(runs: &mut BTreeMap<K, Vec<u8>>, key: K, run: &[u8]) {
    let held = runs.entry(key).or_insert_with(|| run.to_vec());
    if run < held.as_slice() {
        *held = run.to_vec();
    }
}
