//! The steps from states of equal rank, and which of them show something that is searched for.

use std::ops::ControlFlow;

use crate::links::Link;
use crate::{Bits, Goal, Marks, Space};

/// A step from a state that is being expanded.
pub(crate) struct Taken<A> {
    pub(crate) link: Link,
    /// The action; none for an initial state.
    pub(crate) action: Option<A>,
    /// The mixed fingerprint of the target.
    pub(crate) print: u64,
    /// Where the target is in the list of targets; nowhere if it was known before.
    pub(crate) target: Option<usize>,
    /// What the step shows of what is wanted.
    pub(crate) shows: Shown,
}

/// Where in the list of shown sets the set of a step is. Most steps show nothing.
pub(crate) type Shown = Option<usize>;

/// The steps from the states of equal rank, the targets that may be new, and the sets of wanted bits that some steps show.
pub(crate) struct Steps<S: Space> {
    pub(crate) taken: Vec<Taken<S::Action>>,
    pub(crate) targets: Vec<S::State>,
    pub(crate) shown: Vec<S::Bits>,
}

impl<S: Space> Steps<S> {
    pub(crate) fn new() -> Self {
        Self { taken: Vec::new(), targets: Vec::new(), shown: Vec::new() }
    }

    /// Notes a step to a target that is known or not, and shows what is told.
    pub(crate) fn take(
        &mut self,
        link: Link,
        action: Option<S::Action>,
        (target, print, known): (&S::State, u64, bool),
        shows: Shown,
    ) {
        let target = (!known).then(|| {
            self.targets.push(target.clone());
            self.targets.len() - 1
        });
        self.taken.push(Taken { link, action, print, target, shows });
    }

    /// Forgets them all.
    pub(crate) fn clear(&mut self) {
        self.taken.clear();
        self.targets.clear();
        self.shown.clear();
    }

    pub(crate) fn bytes(&self) -> usize {
        self.taken.capacity() * size_of::<Taken<S::Action>>()
            + self.targets.capacity() * size_of::<S::State>()
            + self.shown.capacity() * size_of::<S::Bits>()
    }

    /// Keeps what a step breaches, if breaches are wanted and it breaches one that is.
    pub(crate) fn note(&mut self, goal: Goal, breached: &S::Bits, wanted: &S::Bits) -> Shown {
        match goal {
            Goal::Breach => self.keep(*breached, wanted),
            Goal::Trigger | Goal::Witness => None,
        }
    }

    fn keep(&mut self, shown: S::Bits, wanted: &S::Bits) -> Shown {
        if wanted.without(&shown) == *wanted {
            return None;
        }
        self.shown.push(shown);
        Some(self.shown.len() - 1)
    }

    /// Finds the steps, from the one numbered `first` on, that raised wanted marks. A mark is raised
    /// before the visit of its step, so a call that breaks at a visit has gathered the marks of the
    /// steps up to it. Most calls raise nothing that is wanted and are not repeated.
    pub(crate) fn attribute(
        &mut self,
        first: usize,
        goal: Goal,
        all: &Marks<S::Bits>,
        wanted: &S::Bits,
        again: impl Fn(&mut Marks<S::Bits>, &mut dyn FnMut() -> ControlFlow<()>) -> ControlFlow<()>,
    ) {
        let of = |marks: &Marks<S::Bits>| match goal {
            Goal::Breach => S::Bits::default(),
            Goal::Trigger => marks.triggered,
            Goal::Witness => marks.witnessed,
        };
        let mut missing = of(all);
        for at in first..self.taken.len() {
            if wanted.without(&missing) == *wanted {
                return;
            }
            let mut marks = Marks::default();
            let mut left = at - first;
            let _ = again(&mut marks, &mut || {
                if left == 0 {
                    return ControlFlow::Break(());
                }
                left -= 1;
                ControlFlow::Continue(())
            });
            let shown = missing.without(&missing.without(&of(&marks)));
            missing = missing.without(&shown);
            let kept = self.keep(shown, wanted);
            if let Some(step) = self.taken.get_mut(at) {
                step.shows = kept;
            }
        }
    }
}
