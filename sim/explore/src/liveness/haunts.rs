//! Haunts: where a fair run can stay for ever without answering a duty.
//!
//! A run that goes on for ever ends up in a strong component and visits some set of its states and steps
//! again and again. A run that stops stays in one state. So a haunt is either a component in which every
//! class gets its due, or a state in which no class is enabled.
//!
//! Which classes are enabled in a state is judged by all of its steps, those that answer the duty or lead
//! out of the component included.
#![expect(
    clippy::indexing_slicing,
    reason = "there is a place for each state, and numbers of states come from the graph"
)]

use super::graph::Graph;
use super::live::{Fairness, Flags, Strength};
use super::part::Part;
use crate::{Bits, Reason};

/// The declared classes by strength.
#[derive(Clone, Copy, Default)]
pub(super) struct Classes {
    pub(super) weak: Flags,
    pub(super) strong: Flags,
}

impl Classes {
    pub(super) fn of(fairness: &[Fairness]) -> Self {
        let mut classes = Self::default();
        for (number, class) in fairness.iter().enumerate() {
            match class.strength {
                Strength::Weak => classes.weak.set(number),
                Strength::Strong => classes.strong.set(number),
            }
        }
        classes
    }

    /// Whether a run may stop in a state with these classes enabled.
    pub(super) fn allow_rest(&self, enabled: &Flags) -> bool {
        common(enabled, &self.weak).is_empty() && common(enabled, &self.strong).is_empty()
    }
}

/// The bits that both have.
pub(super) fn common(one: &Flags, other: &Flags) -> Flags {
    one.without(&one.without(other))
}

/// For each state of the graph whether and where a run can stay that passes through it.
pub(super) struct Haunts {
    rests: Vec<bool>,
    resting: bool,
    /// The number of the component that a state belongs to, if it is fair.
    components: Vec<u32>,
    count: u32,
}

/// What a state is to a run that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Haunt {
    /// The run can stop here.
    Rest,
    /// The run can go round in the component of this number.
    Component(u32),
}

impl Haunts {
    const NONE: u32 = u32::MAX;
    /// Memory for each state of the graph, with what the search needs for itself, in bytes.
    pub(super) const BYTES: usize = 6;

    /// The haunts among `region`, a set of states that no step accepted by `counts` leaves.
    ///
    /// # Errors
    /// What `look` says, which is asked before each search for components.
    pub(super) fn find(
        graph: &Graph,
        states: u32,
        classes: &Classes,
        mut region: Vec<u32>,
        counts: &impl Fn(usize) -> bool,
        look: &mut impl FnMut() -> Option<Reason>,
    ) -> Result<Self, Reason> {
        let mut haunts = Self {
            rests: vec![false; states as usize],
            resting: false,
            components: vec![Self::NONE; states as usize],
            count: 0,
        };
        let mut inside = vec![false; states as usize];
        // What a state that was not expanded allows is not known.
        region.retain(|state| *state < graph.expanded());
        for state in &region {
            if classes.allow_rest(&graph.enabled(*state)) {
                haunts.rests[*state as usize] = true;
                haunts.resting = true;
            }
        }
        let mut local = Part::unlisted(states);
        let mut pending = vec![region];
        while let Some(members) = pending.pop() {
            if let Some(reason) = look() {
                return Err(reason);
            }
            for component in Part::of(graph, &members, counts, &mut local).components() {
                match Self::assess(graph, classes, &component, counts, &mut inside) {
                    Assessed::Fair => haunts.settle(&component),
                    Assessed::Unfair => {}
                    Assessed::UnfairWhere(wronged) => {
                        let rest = component.into_iter();
                        let rest = rest.filter(|state| common(&graph.enabled(*state), &wronged).is_empty());
                        let rest: Vec<u32> = rest.collect();
                        if !rest.is_empty() {
                            pending.push(rest);
                        }
                    }
                }
            }
        }
        Ok(haunts)
    }

    fn settle(&mut self, component: &[u32]) {
        for state in component {
            self.components[*state as usize] = self.count;
        }
        self.count += 1;
    }

    /// Whether a run through all of a component is fair, and if not, whether one through less could be.
    fn assess(
        graph: &Graph,
        classes: &Classes,
        component: &[u32],
        counts: &impl Fn(usize) -> bool,
        inside: &mut [bool],
    ) -> Assessed {
        for state in component {
            inside[*state as usize] = true;
        }
        let (mut always, mut ever, mut taken) = (None, Flags::default(), Flags::default());
        for state in component {
            let enabled = graph.enabled(*state);
            always = Some(always.map_or(enabled, |always| common(&always, &enabled)));
            ever.join(&enabled);
            let stays = |step: &usize| inside[graph.target(*step) as usize] && counts(*step);
            for step in graph.steps(*state).filter(stays) {
                taken.join(&graph.classes(step));
            }
        }
        for state in component {
            inside[*state as usize] = false;
        }
        let starved = common(&always.unwrap_or_default(), &classes.weak).without(&taken);
        if !starved.is_empty() {
            // In less of the component the class is no less enabled and no more taken.
            return Assessed::Unfair;
        }
        let wronged = common(&ever, &classes.strong).without(&taken);
        // It is not taken in less of the component either: a fair run must keep away from where it could be.
        if wronged.is_empty() { Assessed::Fair } else { Assessed::UnfairWhere(wronged) }
    }

    /// Whether a run can stay here, stopping if it can: that is the simpler way.
    pub(super) fn at(&self, state: u32) -> Option<Haunt> {
        if self.rests[state as usize] {
            return Some(Haunt::Rest);
        }
        let component = self.components[state as usize];
        (component != Self::NONE).then_some(Haunt::Component(component))
    }

    /// Whether a state belongs to a component, even if a run could stop there as well.
    pub(super) fn within(&self, state: u32, component: u32) -> bool {
        self.components[state as usize] == component
    }

    /// Whether there is a state in which a run can stop.
    pub(super) fn have_rest(&self) -> bool {
        self.resting
    }

    /// Whether there is none at all.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0 && !self.resting
    }
}

/// What became of a component.
enum Assessed {
    Fair,
    Unfair,
    /// These strongly fair classes are enabled in it and never taken.
    UnfairWhere(Flags),
}
