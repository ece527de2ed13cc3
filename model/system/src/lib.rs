//! The parties as pure machines: users, phones, TVs, the vendor's services and recipients.
//!
//! A [`Setup`] says who takes part and what may happen; a [`World`] is the state of every party. A step
//! takes a world and one [`Action`] and gives the next world and what an outsider would see of it, or the
//! [`Refusal`] that says why the input does not apply. There is no clock, chance or input and output in here:
//! an engine chooses, and the parties answer.
//!
//! | file | what it holds |
//! |---|---|
//! | [`action`], [`topic`], [`faults`] | the inputs, and which of them a scope switches on |
//! | `user`, `guardian`, `phone`, `tv`, `recipient`, `network` | the parties around the vendor |
//! | `handshake`, `selector`, `broadcast`, `display` | a check under way, a choice of route, reports of a TV, and what is shown of them |
//! | `vendor/…` | the vendor's services, one a file, each with its own flags |
//! | `request`, `record`, `command` | the cases: what travels or is kept, in numbered slots |
//! | `inputs/…` | by topic: which parties an input concerns, in which order |
//! | [`defects`] | what may be wrong in the parties |
//! | [`fairness`] | which inputs are done sooner or later, where a promise assumes it |
//! | [`face`] | what a party is at the moment, in a few words, for diagrams |
//!
//! Guards read the vendor's own flags and the rules that it plays by. What is true is for others to judge.

#[macro_use]
mod list;

mod argument;
mod broadcast;
mod command;
mod display;
mod enumerate;
mod fingerprint;
mod guardian;
mod handshake;
mod incident;
mod inputs;
mod kinds;
mod opening;
mod out;
mod phone;
mod recipient;
mod record;
mod refusal;
mod request;
mod selector;
mod setup;
mod step;
mod table;
mod tv;
mod user;
mod vendor;
mod world;

pub mod action;
pub mod cast;
pub mod defects;
pub mod face;
pub mod fairness;
pub mod faults;
pub mod flags;
pub mod limits;
mod network;
pub mod topic;

pub use action::Action;
pub use argument::ActionError;
pub use cast::{Cast, LocalLaw, PersonSpec, RecipientSpec, TvSpec};
pub use defects::{Defect, Defects};
pub use fairness::Fairness;
pub use faults::Fault;
pub use fingerprint::Fingerprint;
pub use network::{InFlight, Parcel};
pub use out::Out;
pub use refusal::Refusal;
pub use setup::{Setup, SetupError};
pub use topic::Topic;
pub use world::World;
