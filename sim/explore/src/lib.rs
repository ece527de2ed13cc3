//! Exhaustive breadth-first exploration of a space of states, with shortest counterexamples.
//!
//! The crate knows nothing of policies, promises or parties. A caller describes a [`Space`]: states,
//! the actions that lead from one to the next, and which numbered *bits* a step breaches, triggers
//! or witnesses. [`explore()`] visits every reachable state once and says honestly how far it got;
//! [`find_shortest`] finds the shortest run to a bit; [`survey`](survey()) numbers the states and tells of
//! every step; [`walk_at_random`] samples a space that is too
//! large to exhaust; [`shrink`](shrink()) makes a failing run small;
//! [`stateright`] connects spaces with the models of that crate, in both directions.
//!
//! Two rules hold throughout. A run that was stopped by any limit never passes for a complete one
//! ([`Extent`]), and the same space under the same limits on states and depth gives the same report
//! whatever the number of threads.

mod bits;
mod block;
mod distinct;
mod explore;
mod hash;
mod limits;
mod liveness;
mod marks;
mod numbers;
mod observer;
mod random_walk;
mod report;
mod shortest;
mod shrink;
mod space;
pub mod stateright;
mod steps;
mod survey;
mod table;
mod trip;
mod twin;
mod walk;

pub use bits::{Bits, Mask};
pub use explore::explore;
pub use hash::{WordHasher, fingerprint_of};
pub use limits::{Extent, Options, Reason};
pub use liveness::{
    Decision, Due, Duty, Fairness, Flags, Form, Judged, Lasso, Live, Liveness, Respect, Strength, Verdict,
    decide,
};
pub use marks::Marks;
pub use observer::{Observer, Pass, Quiet, Stats};
pub use random_walk::{RandomWalk, Sampled, Walked, walk_at_random};
pub use report::{Breach, Report, collision_probability};
pub use shortest::{Found, Goal, find_shortest};
pub use shrink::shrink;
pub use space::Space;
pub use survey::{Step, Surveyed, Surveyor, survey};
pub use twin::{Pair, Secretive, Twin};
pub use walk::{Walk, retrace};
