//! A twin: two runs side by side, of which only the first has secrets, seen by somebody who should not be
//! able to tell them apart.
//!
//! An action is *secret* if the observer is not to learn whether it was taken, and *open* otherwise. Secret
//! actions step the first run alone, open actions step both at once. Whatever the observer then sees of one
//! run and not of the other has come from a secret. This is noninterference after Goguen and Meseguer: the
//! second run is the first with its secret actions purged.
//!
//! What is compared is what each open action shows and whether it is possible. These channels are **not**
//! looked at: how long a step takes; how many secret steps there are between two open ones, or that there
//! are any; how likely one step is rather than another; whether a run comes to an end, or stops for a while,
//! other than by an open action that is not possible; and anything that [`Secretive::shows`] does not show.

mod secrecy;
mod told;

use std::cmp::Ordering;
use std::hash::Hasher;
use std::ops::ControlFlow;

use crate::{Bits, Marks, Mask, Space, WordHasher};

pub use secrecy::Secrecy;

/// A space with secrets and an observer.
pub trait Secretive: Sync {
    /// The states and steps of one run. What it breaches and marks is of no concern here.
    type Space: Space;
    /// What the observer can see at one time.
    type Sight: PartialEq;

    /// The space.
    fn space(&self) -> &Self::Space;

    /// Whether an action is secret. An action that comes about because of secrets alone is secret too: if
    /// it were open, its being possible would be a leak.
    fn is_secret(&self, action: &<Self::Space as Space>::Action) -> bool;

    /// What the observer knows of an initial state. Two runs begin in any two initial states of which he
    /// knows the same; their difference is a secret as well.
    fn knows(&self, initial: &<Self::Space as Space>::State) -> Self::Sight;

    /// What the observer sees of a step; `None` if he does not notice it.
    fn shows(
        &self,
        from: &<Self::Space as Space>::State,
        action: &<Self::Space as Space>::Action,
        to: &<Self::Space as Space>::State,
    ) -> Option<Self::Sight>;

    /// A sight in words.
    fn describe(&self, sight: &Self::Sight) -> String;
}

/// The pairs of runs of a [`Secretive`] space, as a space to be explored.
///
/// A leak breaches the bit of its kind, [`Twin::SHOWN`] or [`Twin::POSSIBLE`]. Both bits are *triggered* by
/// a secret action and by two different initial states, and *witnessed* where two runs in different states
/// take an open step and nothing of it differs. [`Twin::secrecy`] says what follows from a report.
///
/// After a step that one run can take and the other cannot, the pair stays as it is. After one that shows
/// different things both have taken it, and are followed on.
#[derive(Clone, Debug)]
pub struct Twin<T> {
    of: T,
}

/// The states of two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pair<S> {
    /// That of the run with secrets.
    pub first: S,
    /// That of the run without.
    pub second: S,
}

type StateOf<T> = <<T as Secretive>::Space as Space>::State;
type ActionOf<T> = <<T as Secretive>::Space as Space>::Action;

impl<T> Twin<T> {
    /// The bit of a step that shows the observer different things in the two runs.
    pub const SHOWN: usize = 0;
    /// The bit of an open step that is possible in one run and not in the other.
    pub const POSSIBLE: usize = 1;
}

impl<T: Secretive> Twin<T> {
    /// The pairs of runs of `secretive`.
    pub fn new(secretive: T) -> Self {
        Self { of: secretive }
    }

    /// What the pairs are made of.
    pub fn of(&self) -> &T {
        &self.of
    }

    /// All steps of one run, in the order of their actions.
    fn steps(&self, from: &StateOf<T>) -> Vec<(ActionOf<T>, StateOf<T>)> {
        let mut steps = Vec::new();
        // The visitor never breaks.
        let _ = self.of.space().successors(from, &mut Marks::default(), &mut |action, target, _| {
            steps.push((action, target.clone()));
            ControlFlow::Continue(())
        });
        steps
    }

    fn same(&self, one: &StateOf<T>, other: &StateOf<T>) -> bool {
        self.of.space().fingerprint(one) == self.of.space().fingerprint(other)
    }

    /// Both bits.
    fn both() -> Mask<1> {
        [Self::SHOWN, Self::POSSIBLE].into_iter().collect()
    }

    /// A secret step of the first run.
    fn secret(
        &self,
        pair: &Pair<StateOf<T>>,
        action: &ActionOf<T>,
        first: StateOf<T>,
        marks: &mut Marks<Mask<1>>,
    ) -> (Pair<StateOf<T>>, Mask<1>) {
        marks.triggered.join(&Self::both());
        let shown = self.of.shows(&pair.first, action, &first).is_some();
        let breached = Mask([u64::from(shown) << Self::SHOWN]);
        (Pair { first, second: pair.second.clone() }, breached)
    }

    /// An open step of both runs.
    fn open(
        &self,
        pair: &Pair<StateOf<T>>,
        action: &ActionOf<T>,
        first: StateOf<T>,
        second: StateOf<T>,
        marks: &mut Marks<Mask<1>>,
    ) -> (Pair<StateOf<T>>, Mask<1>) {
        let shown = [(&pair.first, &first), (&pair.second, &second)];
        let [one, other] = shown.map(|(from, to)| self.of.shows(from, action, to));
        let differs = one != other;
        if !differs && !self.same(&pair.first, &pair.second) {
            marks.witnessed.join(&Self::both());
        }
        (Pair { first, second }, Mask([u64::from(differs) << Self::SHOWN]))
    }
}

impl<T: Secretive> Space for Twin<T> {
    type State = Pair<StateOf<T>>;
    type Action = ActionOf<T>;
    type Bits = Mask<1>;

    fn fingerprint(&self, pair: &Self::State) -> u64 {
        let mut hasher = WordHasher::default();
        hasher.write_u64(self.of.space().fingerprint(&pair.first));
        hasher.write_u64(self.of.space().fingerprint(&pair.second));
        hasher.finish()
    }

    fn initial(
        &self,
        marks: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&Self::State, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut states = Vec::new();
        // The visitor never breaks.
        let _ = self.of.space().initial(&mut Marks::default(), &mut |state, _| {
            states.push(state.clone());
            ControlFlow::Continue(())
        });
        for first in &states {
            for second in &states {
                if self.of.knows(first) == self.of.knows(second) {
                    if !self.same(first, second) {
                        marks.triggered.join(&Self::both());
                    }
                    let pair = Pair { first: first.clone(), second: second.clone() };
                    visit(&pair, &Mask::default())?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn successors(
        &self,
        pair: &Self::State,
        marks: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(Self::Action, &Self::State, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut seconds = self.steps(&pair.second).into_iter().peekable();
        let mut firsts = self.steps(&pair.first).into_iter().peekable();
        loop {
            // Secret actions of the second run are purged.
            while seconds.next_if(|(action, _)| self.of.is_secret(action)).is_some() {}
            let order = match (firsts.peek(), seconds.peek()) {
                (None, None) => return ControlFlow::Continue(()),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((one, _)), Some((other, _))) => one.cmp(other),
            };
            let first = if order == Ordering::Greater { None } else { firsts.next() };
            let second = if order == Ordering::Less { None } else { seconds.next() };
            let (action, (target, breached)) = match (first, second) {
                (Some((action, first)), None) if self.of.is_secret(&action) => {
                    (action, self.secret(pair, &action, first, marks))
                }
                (Some((action, first)), Some((_, second))) => {
                    (action, self.open(pair, &action, first, second, marks))
                }
                (Some((action, _)), None) | (None, Some((action, _))) => {
                    (action, (pair.clone(), Mask([1 << Self::POSSIBLE])))
                }
                (None, None) => return ControlFlow::Continue(()),
            };
            visit(action, &target, &breached)?;
        }
    }

    fn name(&self, action: &Self::Action) -> String {
        self.of.space().name(action)
    }
}
