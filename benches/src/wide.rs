//! A wide scope, the command path with one press more at a time, as a space and as a model of stateright.
//!
//! Both take the same steps by the same code, judge by the same oracle and feed a hasher the same: the fingerprint
//! of a state. What differs is the search.

use crate::scope;
use std::hash::{Hash, Hasher};
use std::hint::black_box;
use std::ops::ControlFlow;
use vouchsafe_engine::neighbour::{Change, larger};
use vouchsafe_engine::product::{Found, State};
use vouchsafe_engine::{Product, Scope};
use vouchsafe_explore::{Bits, Marks, Patches, Space};
use vouchsafe_system::{Action, Out};

/// The scope.
///
/// # Panics
/// Where the scope of the command path has no such neighbour.
pub fn wide() -> Scope {
    match larger(&scope("control")).into_iter().find(|(change, _)| *change == Change::Press) {
        Some((_, scope)) => scope,
        None => panic!("a scope with presses can have one more"),
    }
}

/// A space in which every state is expanded twice. How much longer its search takes is what expanding takes, and so what
/// any search of the space takes at least.
pub struct Twice<S>(pub S);

impl<S: Space> Space for Twice<S> {
    type State = S::State;
    type Action = S::Action;
    type Bits = S::Bits;

    #[inline]
    fn fingerprint(&self, state: &S::State) -> u64 {
        self.0.fingerprint(state)
    }

    fn initial(
        &self,
        marks: &mut Marks<S::Bits>,
        visit: &mut impl FnMut(&S::State, &S::Bits) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.0.initial(marks, visit)
    }

    #[inline]
    fn successors(
        &self,
        state: &S::State,
        marks: &mut Marks<S::Bits>,
        visit: &mut impl FnMut(S::Action, &S::State, &S::Bits) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.0.successors(state, &mut Marks::default(), &mut |_, target, _| {
            black_box(target);
            ControlFlow::Continue(())
        })?;
        self.0.successors(state, marks, visit)
    }

    #[inline]
    fn patches(&self, state: &S::State, patches: &mut impl Patches) {
        self.0.patches(state, patches);
    }

    fn name(&self, action: &S::Action) -> String {
        self.0.name(action)
    }
}

/// The product of a scope as a model, written as its user would: every input is an action, and one that is refused
/// leads nowhere. What a step breaches is kept in the state; it is empty on an honest run.
pub struct WideModel<'a>(pub Product<'a>);

/// A state, and what was breached on the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    state: State,
    breached: Found,
}

impl Hash for Judged {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.state.hash(hasher);
        self.breached.hash(hasher);
    }
}

macro_rules! model {
    ($stateright:ident) => {
        impl $stateright::Model for WideModel<'_> {
            type State = Judged;
            type Action = Action;

            fn init_states(&self) -> Vec<Judged> {
                vec![Judged { state: self.0.opening().0, breached: Found::default() }]
            }

            fn actions(&self, _: &Judged, actions: &mut Vec<Action>) {
                actions.extend_from_slice(self.0.actions());
            }

            fn next_state(&self, last: &Judged, action: Action) -> Option<Judged> {
                let (state, _, mut breached) = self.0.take(&last.state, action, &mut Out::default()).ok()?;
                breached.join(&last.breached);
                Some(Judged { state, breached })
            }

            fn properties(&self) -> Vec<$stateright::Property<Self>> {
                vec![$stateright::Property::always("nothing is breached", |_, judged: &Judged| {
                    judged.breached.is_empty()
                })]
            }
        }
    };
}

model!(stateright);
model!(stateright_030);
