//! The `eventually` properties of a stateright model, as duties.

use std::fmt::Debug;
use std::hash::Hash;

use ::stateright::{Expectation, Model};

use super::{FromModel, Ordinal, Refusal};
use crate::{Bits, Duty, Fairness, Flags, Judged, Lasso, Live};

/// Makes the `eventually` properties of any [`Model`] duties to be [decided](crate::decide()).
///
/// Such a property is that on every path some state satisfies the condition, where a path goes on for as
/// long as the model has an action within its boundary. So one class, of all steps, is weakly fair: a run
/// stops in dead ends only. Between actions no fairness is assumed, and a cycle may be gone round for ever.
///
/// A duty is answered by a step into a state that satisfies the condition, or by an initial state that does.
/// The other properties are left to [`explore`](crate::explore()) and [`LiveModel::space`].
pub struct LiveModel<M: Model> {
    space: FromModel<M>,
    /// The places of the `eventually` properties among all.
    places: Vec<usize>,
}

impl<M: Model> LiveModel<M> {
    /// The duties of `model`.
    ///
    /// # Errors
    /// [`Refusal::TooManyProperties`] if the model has more than 256, or more than 128 of this kind.
    pub fn new(model: M) -> Result<Self, Refusal> {
        let properties = model.properties();
        let eventually = |(_, property): &(usize, &::stateright::Property<M>)| {
            property.expectation == Expectation::Eventually
        };
        let places: Vec<usize> =
            properties.iter().enumerate().filter(eventually).map(|(place, _)| place).collect();
        let most = Flags::WIDTH;
        if places.len() > most {
            return Err(Refusal::TooManyProperties(places.len(), most));
        }
        Ok(Self { space: FromModel::without_liveness(model)?, places })
    }

    /// A lasso in words, with the model's own actions.
    pub fn tell(&self, lasso: &Lasso<Ordinal>) -> String
    where
        M::Action: Debug,
    {
        let actions: Vec<Ordinal> = lasso.actions().copied().collect();
        let path = self.space.path(lasso.initial, &actions).unwrap_or_default();
        let taken: Vec<&M::Action> = path.iter().filter_map(|(action, _)| action.as_ref()).collect();
        lasso.tell_by(|at, ordinal| match taken.get(at) {
            Some(action) => self.space.model().format_action(action),
            None => format!("action {}", ordinal.0),
        })
    }
}

impl<M> LiveModel<M>
where
    M: Model + Sync,
    M::State: Clone + Hash + Send + Sync,
{
    fn answers(&self, state: &M::State) -> Judged {
        (0..).zip(&self.places).fold(Judged::default(), |judged, (duty, place)| {
            if self.space.satisfies(*place, state) { judged.answering(duty) } else { judged }
        })
    }
}

impl<M> Live for LiveModel<M>
where
    M: Model + Sync,
    M::State: Clone + Hash + Send + Sync,
{
    type Space = FromModel<M>;

    /// The model as a space. Exploring it judges the other properties, and these not: their bits have
    /// [`Role::Duty`](super::Role::Duty).
    fn space(&self) -> &FromModel<M> {
        &self.space
    }

    fn fairness(&self) -> Vec<Fairness> {
        vec![Fairness::weak("any action")]
    }

    fn duties(&self) -> Vec<Duty> {
        let names: Vec<&str> = self.space.bits().map(|(name, _)| name).collect();
        self.places.iter().filter_map(|place| names.get(*place)).copied().map(Duty::eventually).collect()
    }

    fn begin(&self, state: &M::State) -> Judged {
        self.answers(state)
    }

    fn judge(&self, _: &M::State, _: &Ordinal, to: &M::State) -> Judged {
        self.answers(to).of(0)
    }
}
