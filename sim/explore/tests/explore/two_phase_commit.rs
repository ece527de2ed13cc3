//! Two-phase commit after Gray and Lamport, "Consensus on Transaction Commit", as a stateright model.

use std::collections::BTreeSet;

use stateright::{Model, Property};

pub(crate) struct TwoPhaseCommit {
    pub(crate) managers: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Manager {
    Working,
    Prepared,
    Committed,
    Aborted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Decision {
    Open,
    Commit,
    Abort,
}

/// Messages are never taken from the network, so a decision is its own message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct State {
    managers: Vec<Manager>,
    decision: Decision,
    announced: BTreeSet<u8>,
    heard: BTreeSet<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Prepare(u8),
    Give(u8),
    Hear(u8),
    Decide(Decision),
    Obey(u8),
}

impl Model for TwoPhaseCommit {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        vec![State {
            managers: vec![Manager::Working; usize::from(self.managers)],
            decision: Decision::Open,
            announced: BTreeSet::new(),
            heard: BTreeSet::new(),
        }]
    }

    fn actions(&self, _: &State, actions: &mut Vec<Action>) {
        actions.extend([Action::Decide(Decision::Commit), Action::Decide(Decision::Abort)]);
        for manager in 0..self.managers {
            let each = [Action::Prepare, Action::Give, Action::Hear, Action::Obey];
            actions.extend(each.map(|action| action(manager)));
        }
    }

    fn next_state(&self, last: &State, action: Action) -> Option<State> {
        let mut next = last.clone();
        let open = last.decision == Decision::Open;
        let working = |manager: u8| last.managers[usize::from(manager)] == Manager::Working;
        match action {
            Action::Prepare(manager) if working(manager) => {
                next.managers[usize::from(manager)] = Manager::Prepared;
                next.announced.insert(manager);
            }
            Action::Give(manager) if working(manager) => {
                next.managers[usize::from(manager)] = Manager::Aborted;
            }
            Action::Hear(manager) if open && last.announced.contains(&manager) => {
                next.heard.insert(manager);
            }
            Action::Decide(Decision::Commit) if open && last.heard.len() == last.managers.len() => {
                next.decision = Decision::Commit;
            }
            Action::Decide(Decision::Abort) if open => next.decision = Decision::Abort,
            Action::Obey(manager) => {
                next.managers[usize::from(manager)] = match last.decision {
                    Decision::Open => return None,
                    Decision::Commit => Manager::Committed,
                    Decision::Abort => Manager::Aborted,
                };
            }
            Action::Prepare(_) | Action::Give(_) | Action::Hear(_) | Action::Decide(_) => return None,
        }
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::sometimes("all abort", |_, state: &State| {
                state.managers.iter().all(|manager| *manager == Manager::Aborted)
            }),
            Property::always("consistent", |_, state: &State| {
                !(state.managers.contains(&Manager::Aborted) && state.managers.contains(&Manager::Committed))
            }),
            Property::sometimes("all commit", |_, state: &State| {
                state.managers.iter().all(|manager| *manager == Manager::Committed)
            }),
        ]
    }
}
