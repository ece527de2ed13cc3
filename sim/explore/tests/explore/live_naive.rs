//! The reference for liveness: every closed walk, told apart by what it has done for each class.
//!
//! There is a fair run that owes the duty for ever if and only if there is a walk, from where the duty is
//! owed and without a step that answers it, back to where it began, on which each class got its due. What
//! counts of a walk is where it is and, for each class, whether it took a step of it, was where it is
//! enabled, and was where it is not. There are finitely many such facts, so all walks can be tried. A walk
//! of no step at all is a run that stops.

use std::collections::{BTreeSet, VecDeque};

use vouchsafe_explore::{Bits, Form, Strength};

use crate::live_graph::LiveGraph;

/// Of each class: taken, seen enabled, seen not enabled.
type Facts = Vec<(bool, bool, bool)>;

/// Whether a fair run breaches the duty of this number.
pub(crate) fn breached(live: &LiveGraph, duty: usize) -> bool {
    owing(live, duty).into_iter().any(|state| stays(live, duty, state))
}

/// The length of the shortest run that owes the duty in a state where it can stay.
pub(crate) fn distance(live: &LiveGraph, duty: usize) -> Option<usize> {
    let homes: BTreeSet<u32> =
        (0..live.graph.edges.len() as u32).filter(|at| stays(live, duty, *at)).collect();
    // Runs of each length by their last state and whether they owe the duty.
    let mut level = BTreeSet::new();
    for (state, _) in &live.graph.initial {
        let answers = live.begins.get(state).is_some_and(|judged| judged.answers.has(duty));
        level.insert((*state, false));
        level.insert((*state, opens_at_first(live, duty, *state) && !answers));
    }
    (0..=2 * live.graph.edges.len()).find(|_| {
        let found = level.iter().any(|(state, owes)| *owes && homes.contains(state));
        let mut next = BTreeSet::new();
        for (state, owes) in &level {
            for edge in &live.graph.edges[*state as usize] {
                let judged = live.judged[&(*state, edge.action)];
                let opens = live.duties[duty].form == Form::LeadsTo && judged.opens.has(duty);
                if !judged.answers.has(duty) {
                    next.insert((edge.to, *owes || opens));
                }
                // Forgetting that it is owed loses nothing, for a duty that can be opened later.
                if live.duties[duty].form == Form::LeadsTo {
                    next.insert((edge.to, false));
                }
            }
        }
        level = next;
        found
    })
}

/// Whether a run opens the duty.
pub(crate) fn opened(live: &LiveGraph, duty: usize) -> bool {
    let at_first = live.graph.initial.iter().any(|(state, _)| opens_at_first(live, duty, *state));
    at_first
        || reachable(live).iter().any(|state| {
            live.duties[duty].form == Form::LeadsTo
                && live.graph.edges[*state as usize]
                    .iter()
                    .any(|edge| live.judged[&(*state, edge.action)].opens.has(duty))
        })
}

fn opens_at_first(live: &LiveGraph, duty: usize, state: u32) -> bool {
    live.duties[duty].form == Form::Eventually
        || live.begins.get(&state).is_some_and(|judged| judged.opens.has(duty))
}

fn reachable(live: &LiveGraph) -> BTreeSet<u32> {
    let mut reached: BTreeSet<u32> = live.graph.initial.iter().map(|(state, _)| *state).collect();
    loop {
        let more: BTreeSet<u32> = reached
            .iter()
            .flat_map(|state| live.graph.edges[*state as usize].iter().map(|edge| edge.to))
            .collect();
        let before = reached.len();
        reached.extend(more);
        if reached.len() == before {
            return reached;
        }
    }
}

/// The states in which a run can be that owes the duty.
fn owing(live: &LiveGraph, duty: usize) -> BTreeSet<u32> {
    let mut owing = BTreeSet::new();
    for (state, _) in &live.graph.initial {
        let answers = live.begins.get(state).is_some_and(|judged| judged.answers.has(duty));
        if opens_at_first(live, duty, *state) && !answers {
            owing.insert(*state);
        }
    }
    let reachable = reachable(live);
    for _ in 0..=live.graph.edges.len() {
        for state in &reachable {
            for edge in &live.graph.edges[*state as usize] {
                let judged = live.judged[&(*state, edge.action)];
                let opens = live.duties[duty].form == Form::LeadsTo && judged.opens.has(duty);
                if (opens || owing.contains(state)) && !judged.answers.has(duty) {
                    owing.insert(edge.to);
                }
            }
        }
    }
    owing
}

/// Whether a fair walk without an answer leads from `home` back to it.
fn stays(live: &LiveGraph, duty: usize, home: u32) -> bool {
    let classes = live.fairness.len();
    let visit = |facts: &Facts, state: u32| -> Facts {
        let enabled = live.enabled(state);
        let seen = |(class, (taken, on, off)): (usize, &(bool, bool, bool))| {
            (*taken, *on || enabled.has(class), *off || !enabled.has(class))
        };
        facts.iter().enumerate().map(seen).collect()
    };
    let fair = |facts: &Facts| {
        facts.iter().zip(&live.fairness).all(|((taken, on, off), class)| match class.strength {
            Strength::Weak => *taken || *off,
            Strength::Strong => *taken || !*on,
        })
    };
    let first = (home, visit(&vec![(false, false, false); classes], home));
    let mut tried = BTreeSet::from([first.clone()]);
    let mut queue = VecDeque::from([first]);
    while let Some((state, facts)) = queue.pop_front() {
        if state == home && fair(&facts) {
            return true;
        }
        for edge in &live.graph.edges[state as usize] {
            let judged = live.judged[&(state, edge.action)];
            if judged.answers.has(duty) {
                continue;
            }
            let mut facts = visit(&facts, edge.to);
            for (class, fact) in facts.iter_mut().enumerate() {
                fact.0 |= judged.classes.has(class);
            }
            if tried.insert((edge.to, facts.clone())) {
                queue.push_back((edge.to, facts));
            }
        }
    }
    false
}
