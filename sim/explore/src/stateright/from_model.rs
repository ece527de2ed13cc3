//! A stateright model as a space.

use std::fmt::Debug;
use std::hash::Hash;
use std::ops::ControlFlow;

use ::stateright::{Expectation, Model, Property};

use super::Refusal;
use crate::{Bits, Marks, Mask, Space, fingerprint_of};

/// The place of an action in the list that the model gives for a state: a model's own actions need
/// not be ordered. The least run in action order is therefore the least by these places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ordinal(pub u32);

/// What the bit of a property says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// An `always` property: the bit is breached by a step into a state where it does not hold.
    Breach,
    /// A `sometimes` property: the bit is witnessed by a step into a state where it holds.
    Witness,
    /// An `eventually` property, which exploring cannot judge: the bit is never raised. Only the space of a
    /// [`LiveModel`](super::LiveModel) has such bits.
    Duty,
}

/// A state of a model's run and the action that led to it; `None` for the initial state.
pub type Reached<M> = (Option<<M as Model>::Action>, <M as Model>::State);

/// Makes any [`Model`] a [`Space`]. The bit of a property is its place in [`Model::properties`].
///
/// States outside the model's boundary are left out, and no step leads to them. An `always` bit also
/// counts as triggered as soon as there is a state to judge. Fingerprints come from the state's
/// [`Hash`], which must therefore feed the hasher the same in every build.
pub struct FromModel<M: Model> {
    model: M,
    properties: Vec<(Property<M>, Role)>,
}

impl<M: Model> FromModel<M> {
    /// The space of `model`.
    ///
    /// # Errors
    /// [`Refusal::Eventually`] if the model has such a property, which is for a
    /// [`LiveModel`](super::LiveModel) to judge; [`Refusal::TooManyProperties`] if it has more than 256.
    pub fn new(model: M) -> Result<Self, Refusal> {
        let space = Self::without_liveness(model)?;
        match space.properties.iter().find(|(_, role)| *role == Role::Duty) {
            Some((property, _)) => Err(Refusal::Eventually(property.name)),
            None => Ok(space),
        }
    }

    /// The space of a model whose `eventually` properties are judged elsewhere.
    pub(super) fn without_liveness(model: M) -> Result<Self, Refusal> {
        let role = |expectation: &Expectation| match expectation {
            Expectation::Always => Role::Breach,
            Expectation::Sometimes => Role::Witness,
            Expectation::Eventually => Role::Duty,
        };
        let properties: Vec<_> = model
            .properties()
            .into_iter()
            .map(|property| {
                let role = role(&property.expectation);
                (property, role)
            })
            .collect();
        let most = Mask::<4>::WIDTH;
        if properties.len() > most {
            return Err(Refusal::TooManyProperties(properties.len(), most));
        }
        Ok(Self { model, properties })
    }

    /// The model.
    pub fn model(&self) -> &M {
        &self.model
    }

    /// The name and role of each bit, in order.
    pub fn bits(&self) -> impl Iterator<Item = (&'static str, Role)> {
        self.properties.iter().map(|(property, role)| (property.name, *role))
    }

    /// The model's own actions and states of a run, or `None` if it is not a run of this model.
    pub fn path(&self, initial: usize, ordinals: &[Ordinal]) -> Option<Vec<Reached<M>>> {
        let mut starts =
            self.model.init_states().into_iter().filter(|state| self.model.within_boundary(state));
        let mut path = vec![(None, starts.nth(initial)?)];
        for ordinal in ordinals {
            let (_, state) = path.last()?;
            // The action is consumed by the step, and need not be cloneable: it is asked for twice.
            let next = self.model.next_state(state, self.action(state, *ordinal)?)?;
            let action = self.action(state, *ordinal);
            path.push((action, next));
        }
        Some(path)
    }

    fn action(&self, state: &M::State, ordinal: Ordinal) -> Option<M::Action> {
        let mut actions = Vec::new();
        self.model.actions(state, &mut actions);
        actions.into_iter().nth(ordinal.0 as usize)
    }

    /// Whether a state satisfies the condition of the property at this place.
    pub(super) fn satisfies(&self, place: usize, state: &M::State) -> bool {
        self.properties.get(place).is_some_and(|(property, _)| (property.condition)(&self.model, state))
    }

    /// Judges a state that was reached: what it breaches, its marks added to `marks`.
    fn judge(&self, state: &M::State, marks: &mut Marks<Mask<4>>) -> Mask<4> {
        let mut breached = Mask::default();
        for (bit, (property, role)) in self.properties.iter().enumerate() {
            let holds = (property.condition)(&self.model, state);
            match role {
                Role::Breach => {
                    marks.triggered.set(bit);
                    if !holds {
                        breached.set(bit);
                    }
                }
                Role::Witness => {
                    if holds {
                        marks.witnessed.set(bit);
                    }
                }
                Role::Duty => {}
            }
        }
        breached
    }
}

impl<M> Space for FromModel<M>
where
    M: Model + Sync,
    M::State: Clone + Hash + Send + Sync,
{
    type State = M::State;
    type Action = Ordinal;
    type Bits = Mask<4>;

    fn fingerprint(&self, state: &Self::State) -> u64 {
        fingerprint_of(state)
    }

    fn initial(
        &self,
        marks: &mut Marks<Mask<4>>,
        visit: &mut impl FnMut(&Self::State, &Mask<4>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for state in self.model.init_states() {
            if self.model.within_boundary(&state) {
                let breached = self.judge(&state, marks);
                visit(&state, &breached)?;
            }
        }
        ControlFlow::Continue(())
    }

    fn successors(
        &self,
        state: &Self::State,
        marks: &mut Marks<Mask<4>>,
        visit: &mut impl FnMut(Ordinal, &Self::State, &Mask<4>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut actions = Vec::new();
        self.model.actions(state, &mut actions);
        for (ordinal, action) in (0..).zip(actions) {
            let Some(target) = self.model.next_state(state, action) else {
                continue;
            };
            if self.model.within_boundary(&target) {
                let breached = self.judge(&target, marks);
                visit(Ordinal(ordinal), &target, &breached)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// The place alone: which action that is depends on the state; see [`FromModel::path`].
    fn name(&self, action: &Ordinal) -> String {
        format!("action {}", action.0)
    }
}

impl<M: Model + Debug> Debug for FromModel<M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FromModel").field("model", &self.model).finish_non_exhaustive()
    }
}
