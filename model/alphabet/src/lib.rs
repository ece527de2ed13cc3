//! The words that system and oracle share: parties, data, observations and rules.
//!
//! Nothing here decides anything. The system writes [`Observation`]s, the oracle reads them, and neither
//! sees the other. What both need to agree on, and only that, lives in this crate: who and what there is
//! ([`ids`], [`party`], [`data`]), what can be seen ([`observation`]), how it is written to disk ([`wire`],
//! [`trace`], [`schema`]), how time is counted ([`clock`]) and which deadlines and readings a run takes
//! ([`rules`]).

#[macro_use]
pub mod words;

pub mod clock;
pub mod data;
pub mod ids;
pub mod names;
pub mod observation;
pub mod part;
mod parts;
pub mod party;
pub mod readings;
pub mod rules;
pub mod schema;
pub mod trace;
pub mod wire;

pub use clock::{Clock, Stamp, Ticks};
pub use data::{
    Answer, Categories, Category, Detail, Form, Ground, Level, Mail, Purpose, Source, Verb, Verbs, Worth,
};
pub use ids::{
    Command, Contract, DeviceId, Holder, Mac, Person, Phone, Record, Request, Sort, Staff, Terms, Tv,
};
pub use names::Names;
pub use observation::{Kind, Observation};
pub use part::{Look, Part, Seal};
pub use parts::Parts;
pub use party::{Channel, Class, Context, Key, Place, ProviderKind, Regime, Route, Sector, Service};
pub use rules::{Deadlines, Rules};
pub use words::{Set, Word};
