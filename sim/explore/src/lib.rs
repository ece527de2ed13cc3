//! A model checker as a library: what can happen in a system, and what must.
//!
//! You describe a [`Space`]: the states of your system, the actions that lead from one to the next, and which
//! numbered *bits* a step breaches. What the bits stand for is yours; the crate knows of no system in
//! particular. Then you ask:
//!
//! | question | answered by | with |
//! | --- | --- | --- |
//! | Can it happen that …? | [`explore()`] | every reachable state, and for each breached bit the shortest run to it |
//! | How does it come to …? | [`find_shortest`] | the shortest run that breaches, triggers or witnesses a bit |
//! | Does … have to happen? | [`decide`] | a fair run that goes on for ever without it: a [`Lasso`] |
//! | Can somebody learn that …? | [`Twin`] | two runs side by side that he can tell apart |
//! | How does it all hang together? | [`survey`](survey()) | each state and each step, told to you in order |
//! | It is too large: what then? | [`walk_at_random`] | runs drawn from a seed |
//! | Which part of a run matters? | [`shrink`](shrink()) | a run from which nothing can be left out |
//!
//! [`stateright`] connects spaces with the models of that crate, in both directions.
//!
//! Two rules hold throughout. A run that was stopped by any limit never passes for a complete one
//! ([`Extent`], [`Verdict::Undecided`]), and the same question under the same limits on states and depth gets
//! the same answer, whatever the number of threads.
//!
//! # A crossing
//!
//! Two roads and a light for each, which shall never both be green:
//!
//! ```
//! use std::ops::ControlFlow;
//! use vouchsafe_explore::{Bits, Marks, Mask, Options, Quiet, Space, explore};
//!
//! /// Whether a light turns green without looking at the other one.
//! struct Crossing { careless: bool }
//!
//! const BOTH_GREEN: usize = 0;
//!
//! impl Space for Crossing {
//!     /// Which lights are green.
//!     type State = [bool; 2];
//!     /// The light that changes.
//!     type Action = usize;
//!     type Bits = Mask<1>;
//!
//!     fn fingerprint(&self, [north, east]: &[bool; 2]) -> u64 {
//!         u64::from(*north) | u64::from(*east) << 1
//!     }
//!
//!     fn initial(
//!         &self,
//!         _: &mut Marks<Mask<1>>,
//!         visit: &mut impl FnMut(&[bool; 2], &Mask<1>) -> ControlFlow<()>,
//!     ) -> ControlFlow<()> {
//!         visit(&[false, false], &Mask::default())
//!     }
//!
//!     fn successors(
//!         &self,
//!         lights: &[bool; 2],
//!         marks: &mut Marks<Mask<1>>,
//!         visit: &mut impl FnMut(usize, &[bool; 2], &Mask<1>) -> ControlFlow<()>,
//!     ) -> ControlFlow<()> {
//!         for light in 0..2 {
//!             if lights[light] || self.careless || !lights[1 - light] {
//!                 let mut next = *lights;
//!                 next[light] = !next[light];
//!                 let mut breached = Mask::default();
//!                 if next == [true, true] {
//!                     breached.set(BOTH_GREEN);
//!                 }
//!                 marks.triggered.set(BOTH_GREEN);
//!                 visit(light, &next, &breached)?;
//!             }
//!         }
//!         ControlFlow::Continue(())
//!     }
//!
//!     fn name(&self, light: &usize) -> String {
//!         ["north", "east"][*light].into()
//!     }
//! }
//!
//! let report = explore(&Crossing { careless: false }, &Options::default(), &Quiet);
//! assert!(report.holds());
//! assert_eq!(report.states, 3);
//!
//! let report = explore(&Crossing { careless: true }, &Options::default(), &Quiet);
//! let walk = report.breaches[0].counterexample.as_ref().unwrap();
//! assert_eq!(walk.actions, [0, 1]);
//!
//! // Will the light to the east turn green? Only if it is bound to take a chance that comes again and again.
//! use vouchsafe_explore::{Duty, Fairness, Judged, Live, Strength, Verdict, decide};
//!
//! struct EastTurnsGreen { crossing: Crossing, fairness: Vec<Fairness> }
//!
//! impl Live for EastTurnsGreen {
//!     type Space = Crossing;
//!
//!     fn space(&self) -> &Crossing {
//!         &self.crossing
//!     }
//!
//!     fn fairness(&self) -> Vec<Fairness> {
//!         self.fairness.clone()
//!     }
//!
//!     fn duties(&self) -> Vec<Duty> {
//!         vec![Duty::eventually("east turns green")]
//!     }
//!
//!     fn begin(&self, _: &[bool; 2]) -> Judged {
//!         Judged::default()
//!     }
//!
//!     fn judge(&self, _: &[bool; 2], light: &usize, _: &[bool; 2]) -> Judged {
//!         // North is of class 0 and east of class 1.
//!         let judged = Judged::default().of(*light);
//!         if *light == 1 { judged.answering(0) } else { judged }
//!     }
//! }
//!
//! let decide = |east| {
//!     let fairness = vec![Fairness::weak("north"), Fairness { name: "east".into(), strength: east }];
//!     let live = EastTurnsGreen { crossing: Crossing { careless: false }, fairness };
//!     decide(&live, &Options::default(), &Quiet).decisions.remove(0).verdict
//! };
//! assert_eq!(decide(Strength::Strong), Verdict::Holds);
//! let Verdict::Breached(lasso) = decide(Strength::Weak) else { panic!() };
//! assert_eq!(
//!     lasso.tell(&Crossing { careless: false }),
//!     "from initial state 0, where the duty opens
//! and then for ever
//!   1  north
//!   2  north
//! fair: 'north' (weakly fair) is taken at step 1
//! fair: 'east' (weakly fair) is not possible before step 2
//! ");
//! ```

mod bits;
mod block;
#[cfg(test)]
mod counters;
mod distinct;
mod explore;
mod frontier;
mod hash;
mod in_order;
mod limits;
mod links;
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
mod unchecked;
mod unordered;
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
pub use observer::{Memory, Observer, Pass, Quiet, Stats};
pub use random_walk::{RandomWalk, Sampled, Walked, walk_at_random};
pub use report::{Breach, Report, collision_probability};
pub use shortest::{Found, Goal, find_shortest};
pub use shrink::shrink;
pub use space::Space;
pub use survey::{Step, Surveyed, Surveyor, survey};
pub use twin::{Pair, Secrecy, Secretive, Twin};
pub use unchecked::{Patches, prefetch};
pub use walk::{Walk, retrace};
