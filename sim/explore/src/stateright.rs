//! Connections with the crate of that name: our spaces as its models, its models as our spaces.
//!
//! A stateright model cannot say that a *step* breaches something, so [`AsModel`] keeps the breached
//! bits in the state. [`FromModel`] brings any model under our explorer, which judges its properties
//! on the states that a step leads to, as stateright does. [`LiveModel`] brings its `eventually` properties
//! under our liveness, which judges cycles and joins as well.

mod as_model;
mod from_model;
mod live_model;

pub use as_model::{AsModel, Tracked};
pub use from_model::{FromModel, Ordinal, Reached, Role};
pub use live_model::LiveModel;

/// What a connection refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Liveness is not judged by exploration, and dropping the property would make it hold vacuously.
    #[error(
        "property '{0}' is of the kind 'eventually', which exploration cannot judge; make the model a LiveModel \
         and decide it"
    )]
    Eventually(&'static str),
    /// More properties than bits.
    #[error("the model has {0} properties, and at most {1} can be judged")]
    TooManyProperties(usize, usize),
    /// A bit that the state cannot hold.
    #[error("bit {bit} ('{name}') is not below {limit}")]
    BitOutOfRange {
        /// The bit.
        bit: usize,
        /// The name it was given.
        name: &'static str,
        /// The least number that is no longer a bit.
        limit: usize,
    },
}
