//! The product of system and oracle: scopes, replay, traces and population simulation.

pub mod agreement;
pub mod arbitrary;
pub mod cases;
pub mod chart;
pub mod check;
pub mod choices;
pub mod digest;
pub mod document;
pub mod findings;
pub mod neighbour;
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
pub mod story;

pub use check::{Checked, Decision, Verdict};
pub use product::{Found, Product, State};
pub use run::Run;
pub use scope::{Scope, ScopeError, ScopeKind};
pub use story::Story;
