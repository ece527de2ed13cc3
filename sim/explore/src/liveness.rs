//! Liveness: whether what has to happen sooner or later does happen in every fair run.
//!
//! It is decided on the graph of all reachable states and steps. A duty is violated where a run can get
//! from a step that opens it, without a step that answers it, to a place where it can stay for ever and
//! still be fair: a strong component of the graph without its answering steps, or a state in which
//! nothing has to happen. Both what opens and what answers a duty is judged on steps, never on states.

mod graph;
mod haunts;
mod judge;
mod lasso;
mod live;
mod part;
mod round;
mod stem;

use crate::observer::Watch;
use crate::{Bits, Extent, Observer, Options, Reason, Space, survey};

use graph::Builder;
use judge::Judge;

pub use lasso::{Due, Lasso, Respect};
pub use live::{Duty, Fairness, Flags, Form, Judged, Live, Strength};

/// What [`decide`] found.
#[derive(Clone, Debug, PartialEq)]
pub struct Liveness<A> {
    /// Whether the graph is complete, and if not, what stopped the survey.
    pub extent: Extent,
    /// Distinct states found.
    pub states: u32,
    /// States of which all steps are known.
    pub expanded: u32,
    /// Steps of the graph.
    pub transitions: u64,
    /// Steps from the initial states to the farthest state found.
    pub depth: u32,
    /// The most memory accounted for at once, in bytes.
    pub bytes_peak: usize,
    /// The declared classes, each with the number of its steps. A class without any assumes nothing.
    pub fairness: Vec<(Fairness, u64)>,
    /// One entry for each duty, in the order of their declaration.
    pub decisions: Vec<Decision<A>>,
}

/// What was found of one duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<A> {
    /// The duty.
    pub duty: Duty,
    /// Whether a step or initial state was reached that opens it, be it answered at once or not.
    pub opened: bool,
    /// Whether it was owed and a step was reached that answers it, be it the very one that opens it.
    pub answered: bool,
    /// Whether it is met.
    pub verdict: Verdict<A>,
}

/// Whether a duty is met in every fair run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict<A> {
    /// The graph is complete, the duty is owed in some run, and it is met in every fair one.
    Holds,
    /// The graph is complete, and no run owes the duty: nothing is said of it.
    Vacuous,
    /// This fair run owes it for ever. That is certain even where the graph is not complete: every step
    /// from every state of the loop is known.
    Breached(Lasso<A>),
    /// A limit was met before the question was decided.
    Undecided(Reason),
}

impl<A> Liveness<A> {
    /// Whether every duty was owed at some time and is met in every fair run. A report without duties
    /// holds once the graph is complete.
    pub fn holds(&self) -> bool {
        self.extent == Extent::Exhausted
            && self.decisions.iter().all(|decision| matches!(decision.verdict, Verdict::Holds))
    }
}

/// Decides every duty of `live` on the graph of its space.
///
/// The stem of a lasso is a shortest run to a place where a fair run can stay and still owe the duty, and
/// its loop goes by shortest ways to what gives each fairness class its due. A run that stops is shown
/// instead of one that goes round if it is no longer than that one's stem and loop together. The same
/// question gives the same lassos.
///
/// The limits bound the [`survey`](crate::survey()) that collects the graph, and those on time and memory
/// once more what follows; where any is met, duties that are not breached are undecided.
/// [`Options::threads`] is not used.
///
/// The graph takes 8 bytes a state and 8 a step, and up to twice that while it grows; its survey takes 16 to
/// 24 more a state and the states of two depths. Afterwards a duty takes up to 70 bytes for each state in
/// which it is owed, 12 for each step from there and 10 for every state, and a lasso 70 for every state.
///
/// # Panics
/// If `live` declares more classes or duties than [`Flags`] can hold, or judges a step by a duty that it does
/// not declare; or if its space gives other steps when a lasso is named than it gave before.
pub fn decide<L: Live>(
    live: &L,
    options: &Options,
    observer: &dyn Observer,
) -> Liveness<<L::Space as Space>::Action> {
    let (fairness, duties) = (live.fairness(), live.duties());
    let most = Flags::WIDTH;
    assert!(fairness.len() <= most && duties.len() <= most, "at most {most} classes and duties");
    let mut builder = Builder::new(live);
    let surveyed = survey(live.space(), options, observer, &mut builder);
    let graph = builder.build();
    let uses = graph.uses(fairness.len());
    let mut judge = Judge {
        live,
        fairness: &fairness,
        graph: &graph,
        surveyed: &surveyed,
        bytes_peak: surveyed.bytes_peak,
    };
    // The survey is over, and has kept its limits.
    let limits = Options { states_max: None, depth_max: None, ..*options };
    let mut watch = Watch::new(&limits, observer);
    let decisions = (0..).zip(duties).map(|(number, duty)| judge.decide(number, duty, &mut watch)).collect();
    Liveness {
        extent: surveyed.extent,
        states: surveyed.states,
        expanded: surveyed.expanded,
        transitions: surveyed.transitions,
        depth: surveyed.depth,
        bytes_peak: judge.bytes_peak,
        fairness: fairness.iter().cloned().zip(uses).collect(),
        decisions,
    }
}
