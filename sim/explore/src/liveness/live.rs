//! What is to be lived up to in a space: fairness that is assumed, and duties that must be met.

use crate::{Bits, Mask, Space};

/// Numbers of fairness classes or of duties, from zero in the order in which they are declared.
pub type Flags = Mask<2>;

/// A space with fairness assumed of some of its actions and duties whose fulfilment is in question.
///
/// A *run* begins in an initial state and takes steps of the space, for ever or until some point from
/// which nothing happens any more. Nothing has to happen unless fairness says so: a run may stop in any
/// state, whatever is possible there (*stuttering*), and it may take the same loop for ever. A *fair* run
/// respects every class that is declared. Duties are judged on fair runs alone.
///
/// The same space may be put under different assumptions, each a value of its own that implements this.
pub trait Live: Sync {
    /// The states and steps.
    type Space: Space;

    /// The space.
    fn space(&self) -> &Self::Space;

    /// The fairness that is assumed. At most [`Flags::WIDTH`](Bits::WIDTH) classes.
    fn fairness(&self) -> Vec<Fairness>;

    /// The duties in question. At most [`Flags::WIDTH`](Bits::WIDTH).
    fn duties(&self) -> Vec<Duty>;

    /// What an initial state opens and answers by itself. It belongs to no class.
    fn begin(&self, state: &<Self::Space as Space>::State) -> Judged;

    /// To which classes a step belongs, and which duties it opens and answers. It is asked once of each
    /// step of the space, and must always answer the same.
    fn judge(
        &self,
        from: &<Self::Space as Space>::State,
        action: &<Self::Space as Space>::Action,
        to: &<Self::Space as Space>::State,
    ) -> Judged;
}

/// An assumption about a class of steps. The class is *enabled* in a state if a step of it leads from
/// there, back to the same state included.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fairness {
    /// The name of the class.
    pub name: String,
    /// What is assumed.
    pub strength: Strength,
}

/// How much is assumed of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strength {
    /// If from some point on the class is always enabled, one of its steps is taken again and again.
    Weak,
    /// If the class is enabled again and again, with gaps or without, one of its steps is taken again and
    /// again.
    Strong,
}

/// A duty: something that has to happen sooner or later.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Duty {
    /// The name of the duty.
    pub name: String,
    /// When it is owed.
    pub form: Form,
}

/// When a duty is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// From every step (and initial state) that opens it: unless that step answers it as well, a later
    /// step has to.
    LeadsTo,
    /// Once in every run: the initial state or some step has to answer it. What opens it is not asked.
    Eventually,
}

/// What one step, or one initial state, says about classes and duties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Judged {
    /// The fairness classes to which the step belongs. One that is not declared assumes nothing.
    pub classes: Flags,
    /// The duties that are owed from here on.
    pub opens: Flags,
    /// The duties that are met here, those opened by this very step included.
    pub answers: Flags,
}

impl Fairness {
    /// Weak fairness of a class of this name.
    pub fn weak(name: impl Into<String>) -> Self {
        Self { name: name.into(), strength: Strength::Weak }
    }

    /// Strong fairness of a class of this name.
    pub fn strong(name: impl Into<String>) -> Self {
        Self { name: name.into(), strength: Strength::Strong }
    }
}

impl Duty {
    /// A duty that is owed from each step that opens it.
    pub fn leads_to(name: impl Into<String>) -> Self {
        Self { name: name.into(), form: Form::LeadsTo }
    }

    /// A duty that is owed once in every run.
    pub fn eventually(name: impl Into<String>) -> Self {
        Self { name: name.into(), form: Form::Eventually }
    }
}

impl Judged {
    /// Adds a class.
    ///
    /// # Panics
    /// When there cannot be a class of this number; the same holds of duties below.
    #[must_use]
    pub fn of(mut self, class: usize) -> Self {
        self.classes.set(class);
        self
    }

    /// Adds a duty that is opened.
    #[must_use]
    pub fn opening(mut self, duty: usize) -> Self {
        self.opens.set(duty);
        self
    }

    /// Adds a duty that is answered.
    #[must_use]
    pub fn answering(mut self, duty: usize) -> Self {
        self.answers.set(duty);
        self
    }
}
