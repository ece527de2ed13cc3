//! A space as a stateright model.

use std::fmt::Debug;
use std::hash::Hash;
use std::ops::ControlFlow;

use ::stateright::{Model, Property};

use super::Refusal;
use crate::{Bits, Marks, Space};

/// A state of the space, with everything that was breached on the way to it.
///
/// The breached set is empty in honest runs, so there the number of states is that of the space. A
/// breach makes the states after it distinct from those reached without it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tracked<S, B> {
    /// The state of the space.
    pub state: S,
    /// The bits breached so far.
    pub breached: B,
}

/// Makes a [`Space`] a [`Model`], for stateright's checkers and its Explorer.
#[derive(Clone, Debug)]
pub struct AsModel<S> {
    space: S,
    properties: Vec<(&'static str, usize)>,
}

impl<S: Space> AsModel<S> {
    /// The least number that is no longer a bit. A property's condition is a plain function, so there
    /// has to be one for each bit.
    const LIMIT: usize = 256;

    /// The model of `space` with one `always` property for each of the named bits: that the bit was
    /// never breached.
    ///
    /// # Errors
    /// [`Refusal::BitOutOfRange`] for a bit that the set cannot hold, or from 256 on.
    pub fn new(space: S, properties: Vec<(&'static str, usize)>) -> Result<Self, Refusal> {
        let limit = S::Bits::WIDTH.min(Self::LIMIT);
        match properties.iter().find(|(_, bit)| *bit >= limit) {
            Some(&(name, bit)) => Err(Refusal::BitOutOfRange { bit, name, limit }),
            None => Ok(Self { space, properties }),
        }
    }

    /// The space.
    pub fn space(&self) -> &S {
        &self.space
    }
}

impl<S> Model for AsModel<S>
where
    S: Space,
    S::State: Hash + Eq + Debug,
    S::Action: Debug,
{
    type State = Tracked<S::State, S::Bits>;
    type Action = S::Action;

    fn init_states(&self) -> Vec<Self::State> {
        let mut states = Vec::new();
        // The visitor never breaks, here and below.
        let _ = self.space.initial(&mut Marks::default(), &mut |state, breached| {
            states.push(Tracked { state: state.clone(), breached: *breached });
            ControlFlow::Continue(())
        });
        states
    }

    fn actions(&self, last: &Self::State, actions: &mut Vec<Self::Action>) {
        let _ = self.space.successors(&last.state, &mut Marks::default(), &mut |action, _, _| {
            actions.push(action);
            ControlFlow::Continue(())
        });
    }

    fn next_state(&self, last: &Self::State, action: Self::Action) -> Option<Self::State> {
        let (state, mut breached) = self.space.step(&last.state, &action)?;
        breached.join(&last.breached);
        Some(Tracked { state, breached })
    }

    fn format_action(&self, action: &Self::Action) -> String {
        self.space.name(action)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        let conditions = conditions::<S>();
        let of = |bit: usize| conditions.get(bit / 16).and_then(|row| row.get(bit % 16));
        self.properties
            .iter()
            .filter_map(|(name, bit)| of(*bit).map(|condition| Property::always(name, *condition)))
            .collect()
    }
}

/// Whether a bit is kept in a state: stateright takes a function, not a closure.
type Condition<S> = fn(&AsModel<S>, &Tracked<<S as Space>::State, <S as Space>::Bits>) -> bool;

fn kept<S: Space, const BIT: usize>(_: &AsModel<S>, tracked: &Tracked<S::State, S::Bits>) -> bool {
    !tracked.breached.has(BIT)
}

/// The conditions of bits 0 to 255, sixteen a row.
fn conditions<S: Space>() -> [[Condition<S>; 16]; 16] {
    macro_rules! row {
        ($row:literal: $($column:literal)*) => { [$(kept::<S, { $row * 16 + $column }> as Condition<S>),*] };
    }
    macro_rules! rows {
        ($($row:literal)*) => { [$(row!($row: 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)),*] };
    }
    rows!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
}
