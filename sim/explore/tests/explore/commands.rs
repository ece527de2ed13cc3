//! A small model as a list of guarded commands, read from top to bottom.

use std::hash::Hash;
use std::ops::ControlFlow;

use vouchsafe_explore::{
    Duty, Fairness, Judged, Live, Marks, Mask, Options, Quiet, Space, Verdict, decide, fingerprint_of,
};

use crate::live_graph::read;

/// A command: its name, what it is (as in [`read`]), and the state that it leads to where it is possible.
pub(crate) struct Command<S> {
    pub(crate) name: &'static str,
    pub(crate) marks: &'static str,
    pub(crate) step: fn(S) -> Option<S>,
}

pub(crate) struct Commands<S> {
    pub(crate) start: S,
    pub(crate) commands: Vec<Command<S>>,
    pub(crate) fairness: Vec<Fairness>,
    pub(crate) duties: Vec<Duty>,
}

impl<S: Copy + Hash + Send + Sync> Commands<S> {
    /// The model with another command in the place of the one of this name.
    pub(crate) fn with(mut self, name: &str, command: Command<S>) -> Self {
        let place = self.commands.iter().position(|held| held.name == name).unwrap();
        self.commands[place] = command;
        self
    }

    /// Whether the duty of this number holds, or else stem and loop of its lasso.
    pub(crate) fn verdict(&self, duty: usize) -> Result<(), (Vec<&'static str>, Vec<&'static str>)> {
        let name =
            |actions: Vec<usize>| actions.into_iter().map(|action| self.commands[action].name).collect();
        match decide(self, &Options::default(), &Quiet).decisions.remove(duty).verdict {
            Verdict::Holds => Ok(()),
            Verdict::Breached(lasso) => Err((name(lasso.stem), name(lasso.round))),
            other @ (Verdict::Vacuous | Verdict::Undecided(_)) => panic!("{other:?}"),
        }
    }
}

impl<S: Copy + Hash + Send + Sync> Space for Commands<S> {
    type State = S;
    type Action = usize;
    type Bits = Mask<1>;

    fn fingerprint(&self, state: &S) -> u64 {
        fingerprint_of(state)
    }

    fn initial(
        &self,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&S, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&self.start, &Mask::default())
    }

    fn successors(
        &self,
        state: &S,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(usize, &S, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for (action, command) in self.commands.iter().enumerate() {
            if let Some(target) = (command.step)(*state) {
                visit(action, &target, &Mask::default())?;
            }
        }
        ControlFlow::Continue(())
    }

    fn name(&self, action: &usize) -> String {
        self.commands[*action].name.into()
    }
}

impl<S: Copy + Hash + Send + Sync> Live for Commands<S> {
    type Space = Self;

    fn space(&self) -> &Self {
        self
    }

    fn fairness(&self) -> Vec<Fairness> {
        self.fairness.clone()
    }

    fn duties(&self) -> Vec<Duty> {
        self.duties.clone()
    }

    fn begin(&self, _: &S) -> Judged {
        Judged::default()
    }

    fn judge(&self, _: &S, action: &usize, _: &S) -> Judged {
        read(self.commands[*action].marks)
    }
}
