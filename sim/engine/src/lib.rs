//! The product of system and oracle: scopes, replay, traces and population simulation.

pub mod agreement;
pub mod arbitrary;
pub mod cases;
pub mod chart;
pub mod check;
pub mod choices;
pub mod coverage;
pub mod digest;
pub mod document;
pub mod drawing;
pub mod findings;
pub mod latency;
pub mod neighbour;
pub mod network;
pub mod party_graph;
pub mod population;
pub mod product;
pub mod profile;
pub mod races;
pub mod register;
pub mod replay;
pub mod run;
pub mod scope;
pub mod shipped;
pub mod smaller;
pub mod state_graph;
pub mod station;
pub mod story;
pub mod transitions;

pub use check::{Checked, Decision, Verdict};
pub use product::{Found, Product, State};
pub use run::Run;
pub use scope::{Scope, ScopeError, ScopeKind};
pub use story::Story;
