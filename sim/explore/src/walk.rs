//! A walk from an initial state to something of interest, as the actions taken.

use std::ops::ControlFlow;

use crate::{Marks, Space};

/// A run that shows something: a counterexample where `bit` is breached by its last step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk<A> {
    /// The bit that the last step (or the initial state, if there is no step) breaches, triggers or
    /// witnesses.
    pub bit: usize,
    /// Which initial state it starts from, counted from zero in the order of the space.
    pub initial: usize,
    /// The actions, first to last.
    pub actions: Vec<A>,
}

impl<A> Walk<A> {
    /// The states along the walk; see [`retrace`].
    pub fn states<S: Space<Action = A>>(&self, space: &S) -> Option<Vec<(S::State, S::Bits)>> {
        retrace(space, self.initial, &self.actions)
    }
}

/// Follows `actions` from the initial state of that number. Gives each state with what the step
/// into it breached, the initial state first, or `None` if there is no such initial state or an
/// action is not possible where it comes up.
pub fn retrace<S: Space>(
    space: &S,
    initial: usize,
    actions: &[S::Action],
) -> Option<Vec<(S::State, S::Bits)>> {
    let mut at = 0;
    let mut start = None;
    // The break only ends the search early; whether it came is plain from `start`.
    let _ = space.initial(&mut Marks::default(), &mut |state, breached| {
        if at == initial {
            start = Some((state.clone(), *breached));
            return ControlFlow::Break(());
        }
        at += 1;
        ControlFlow::Continue(())
    });
    let mut along = vec![start?];
    for action in actions {
        let (state, _) = along.last()?;
        let next = space.step(state, action)?;
        along.push(next);
    }
    Some(along)
}
