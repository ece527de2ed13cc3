//! A lasso: a fair run that never meets a duty, as a stem and a loop that is repeated for ever.

use std::fmt::Write;

use super::live::Fairness;
use crate::{Space, Strength};

/// A run that owes a duty for ever: the stem once, then the loop again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lasso<A> {
    /// Which initial state it starts from, counted from zero in the order of the space.
    pub initial: usize,
    /// The actions up to the state where the loop begins.
    pub stem: Vec<A>,
    /// How many actions of the stem there are up to the step that opens the duty, that one included;
    /// zero if the initial state opens it. No later step answers it.
    pub opened: usize,
    /// The actions of the loop, which ends in the state where it begins. Without any the run stops in that
    /// state: nothing happens any more.
    pub round: Vec<A>,
    /// How the run respects each fairness class, in the order of their declaration.
    pub respects: Vec<Respect>,
}

/// How a lasso respects a fairness class.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Respect {
    /// The class.
    pub class: Fairness,
    /// Why nothing more can be asked for.
    pub due: Due,
}

/// What a fairness class gets in the loop of a lasso.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Due {
    /// The step of this number belongs to the class, counted from zero in the loop.
    Taken(usize),
    /// In the state before the step of this number, from zero, the class is not enabled. (Where the run
    /// stops, the state is that of number zero.) That does for weak fairness.
    Disabled(usize),
    /// The class is enabled in no state of the loop.
    Never,
}

impl<A> Lasso<A> {
    /// Whether the run stops instead of going round.
    pub fn rests(&self) -> bool {
        self.round.is_empty()
    }

    /// All actions of the stem and then of one round, to be retraced.
    pub fn actions(&self) -> impl Iterator<Item = &A> {
        self.stem.iter().chain(&self.round)
    }

    /// The lasso in words, a line for each step and for each fairness class; steps are numbered from one.
    pub fn tell<S: Space<Action = A>>(&self, space: &S) -> String {
        self.tell_by(|_, action| space.name(action))
    }

    /// The same, with a name of your own for the action at each place among [`actions`](Self::actions).
    pub fn tell_by(&self, mut name: impl FnMut(usize, &A) -> String) -> String {
        let mut told = format!("from initial state {}", self.initial);
        if self.opened == 0 {
            told.push_str(", where the duty opens");
        }
        told.push('\n');
        // Writing to a string does not fail, here and below.
        for (at, action) in self.stem.iter().enumerate() {
            let opens = if at + 1 == self.opened { "  (opens the duty)" } else { "" };
            let _ = writeln!(told, "{:>3}  {}{opens}", at + 1, name(at, action));
        }
        if self.rests() {
            told.push_str("and nothing any more, for ever\n");
        } else {
            told.push_str("and then for ever\n");
        }
        for (at, action) in (self.stem.len()..).zip(&self.round) {
            let _ = writeln!(told, "{:>3}  {}", at + 1, name(at, action));
        }
        for respect in &self.respects {
            told.push_str(&self.justify(respect));
        }
        told
    }

    fn justify(&self, Respect { class, due }: &Respect) -> String {
        let strength = match class.strength {
            Strength::Weak => "weakly",
            Strength::Strong => "strongly",
        };
        let name = &class.name;
        let reason = match due {
            Due::Taken(at) => format!("is taken at step {}", self.stem.len() + at + 1),
            Due::Disabled(_) | Due::Never if self.rests() => "is not possible there".into(),
            Due::Disabled(at) => format!("is not possible before step {}", self.stem.len() + at + 1),
            Due::Never => "is possible nowhere in the loop".into(),
        };
        format!("fair: '{name}' ({strength} fair) {reason}\n")
    }
}
