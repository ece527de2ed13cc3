//! A space of states to explore: where it begins, what leads on, and what each step breaches.

use std::ops::ControlFlow;

use crate::Patches;
use crate::{Bits, Marks};

/// A directed graph given by its initial states and a successor function.
///
/// The explorer follows a step that breaches something like any other, so that one breach never
/// hides another.
pub trait Space: Sync {
    /// A state. It is cloned once for each time that it is newly found; make it [`Copy`] where speed
    /// matters. Memory on the heap behind a state is not seen by the memory limit.
    type State: Clone + Send + Sync;
    /// The label of a step. Its order decides between counterexamples of equal length.
    type Action: Copy + Ord + Send + Sync;
    /// A set with one bit for each thing that can be breached, triggered or witnessed.
    type Bits: Bits;

    /// A word that stands for the state. Two states with the same word are taken for one, so either
    /// the state fits the word exactly, or the word is a good hash of all of it
    /// ([`fingerprint_of`](crate::fingerprint_of)). It need not be well mixed: the explorer mixes it
    /// reversibly, so a state packed into 64 bits is explored without any collision.
    fn fingerprint(&self, state: &Self::State) -> u64;

    /// Visits every initial state with what it breaches by itself, in a fixed order.
    ///
    /// The marks that an initial state raises go into `marks` before it is visited. A visitor that
    /// breaks ends the call at once, and its break is returned.
    fn initial(
        &self,
        marks: &mut Marks<Self::Bits>,
        visit: &mut impl FnMut(&Self::State, &Self::Bits) -> ControlFlow<()>,
    ) -> ControlFlow<()>;

    /// Visits every step from `state`, each action at most once and in ascending order: the action,
    /// the target, and the bits breached by this very step (not those breached earlier).
    ///
    /// The marks that a step raises go into `marks` after the previous visit and before its own; a
    /// step that raises a mark or breaches a bit is visited even if it leads back to the same state.
    /// A visitor that breaks ends the call at once, and its break is returned.
    fn successors(
        &self,
        state: &Self::State,
        marks: &mut Marks<Self::Bits>,
        visit: &mut impl FnMut(Self::Action, &Self::State, &Self::Bits) -> ControlFlow<()>,
    ) -> ControlFlow<()>;

    /// Hands over the patches of a state: values inside it, in an order that is the same for every state, that together are
    /// all of it by which it can differ from another. Such states wait as what differs from the one before, which spares
    /// memory and time where they are large and alike. The default has none: a state waits as it is.
    ///
    /// What differs outside of the patches, or between values that have the same tag, is lost. A value
    /// must be of the same type in every state, and not part of another whose meaning depends on it.
    #[inline]
    fn patches(&self, _state: &Self::State, _patches: &mut impl Patches) {}

    /// The name of an action, for people and for traces on disk.
    fn name(&self, action: &Self::Action) -> String;

    /// The target of `action` from `state` and what that step breaches, or `None` if the action is
    /// not possible there. The default looks among the successors; a space that can step directly
    /// may do better. Used for retracing runs, never during exploration.
    fn step(&self, state: &Self::State, action: &Self::Action) -> Option<(Self::State, Self::Bits)> {
        let mut found = None;
        // The break only ends the search early; whether it came is plain from `found`.
        let _ = self.successors(state, &mut Marks::default(), &mut |at, target, breached| {
            if at == *action {
                found = Some((target.clone(), *breached));
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        found
    }
}
