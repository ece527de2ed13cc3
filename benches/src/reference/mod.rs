//! One model, written once for each checker that it is compared on: two people, one TV, the plugin, a server and
//! two recipients, with at most two messages under way.
//!
//! Every checker must find [`STATES`] states and, where it counts them, [`TRANSITIONS`] steps.

pub mod ceiling;
mod step;

use std::ops::ControlFlow;
use step::{ACTIONS, invariant, step};
use vouchsafe_explore::{Marks, Mask, Space};

/// Distinct states.
pub const STATES: u64 = 4_338_048;
/// Steps, self-loops and steps to known states included.
pub const TRANSITIONS: u64 = 25_182_426;
/// Steps from the initial state to the farthest one.
pub const DEPTH: u32 = 46;

/// The model. A state is a word, and its fingerprint is the state.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reference;

/// Calls `visit` with each enabled action and its target, in order.
#[inline(always)]
pub fn steps(state: u64, mut visit: impl FnMut(u8, u64) -> ControlFlow<()>) -> ControlFlow<()> {
    macro_rules! take {
        ($($action:literal)*) => { $(
            if let Some(target) = step(state, $action) {
                visit($action, target)?;
            }
        )* };
    }
    // Each action is a constant, so that the compiler decides most of its step.
    take!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);
    take!(21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40);
    ControlFlow::Continue(())
}

impl Space for Reference {
    type State = u64;
    type Action = u8;
    type Bits = Mask<1>;

    #[inline(always)]
    fn fingerprint(&self, state: &u64) -> u64 {
        *state
    }

    fn initial(
        &self,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&u64, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&0, &Mask::default())
    }

    #[inline(always)]
    fn successors(
        &self,
        state: &u64,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(u8, &u64, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        steps(*state, |action, target| visit(action, &target, &Mask([u64::from(invariant(target))])))
    }

    fn name(&self, action: &u8) -> String {
        format!("action {action}")
    }
}

/// The model for a release of stateright: the same text for each, since their traits have the same shape.
macro_rules! model {
    ($stateright:ident) => {
        impl $stateright::Model for Reference {
            type State = u64;
            type Action = u8;

            fn init_states(&self) -> Vec<u64> {
                vec![0]
            }

            fn actions(&self, state: &u64, actions: &mut Vec<u8>) {
                // Never breaks.
                let _ = steps(*state, |action, _| {
                    actions.push(action);
                    ControlFlow::Continue(())
                });
            }

            fn next_state(&self, state: &u64, action: u8) -> Option<u64> {
                step(*state, action)
            }

            fn properties(&self) -> Vec<$stateright::Property<Self>> {
                vec![$stateright::Property::always("nothing is wrong", |_, state| invariant(*state) == 0)]
            }
        }
    };
}

model!(stateright);
model!(stateright_030);

const _: () = assert!(ACTIONS == 41);
