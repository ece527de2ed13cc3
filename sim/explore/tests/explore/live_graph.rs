//! A graph written down edge by edge, with fairness classes and one duty or several.

use std::collections::BTreeMap;

use vouchsafe_explore::{Duty, Fairness, Flags, Judged, Live, Liveness, Options, Quiet, decide};

use crate::graph::{Edge, Graph, Shows};

/// An edge: from, action, to, and what it is.
///
/// A letter `p` says that it opens duty 0 and `q` that it answers it, `r` and `s` the same of duty 1, and a
/// digit that it belongs to the class of that number.
pub(crate) type Written = (u32, u8, u32, &'static str);

#[derive(Clone, Debug)]
pub(crate) struct LiveGraph {
    pub(crate) graph: Graph,
    /// By the state that an edge leads from and its action.
    pub(crate) judged: BTreeMap<(u32, u8), Judged>,
    pub(crate) begins: BTreeMap<u32, Judged>,
    pub(crate) fairness: Vec<Fairness>,
    pub(crate) duties: Vec<Duty>,
}

pub(crate) fn read(marks: &str) -> Judged {
    marks.chars().fold(Judged::default(), |judged, mark| match mark {
        'p' => judged.opening(0),
        'q' => judged.answering(0),
        'r' => judged.opening(1),
        's' => judged.answering(1),
        digit => judged.of(digit.to_digit(10).unwrap() as usize),
    })
}

impl LiveGraph {
    /// A graph that starts in state 0, with the duty that `p` leads to `q`. Classes are written `w` and `s`
    /// in order: weak or strong.
    pub(crate) fn of(classes: &str, edges: &[Written]) -> Self {
        let most = edges.iter().map(|(from, _, to, _)| *from.max(to)).max().unwrap_or_default();
        let mut graph =
            Graph { initial: vec![(0, Shows::default())], edges: vec![Vec::new(); most as usize + 1] };
        let mut judged = BTreeMap::new();
        for &(from, action, to, marks) in edges {
            graph.edges[from as usize].push(Edge { action, to, shows: Shows::default() });
            assert!(judged.insert((from, action), read(marks)).is_none(), "an action is there once");
        }
        for from in &mut graph.edges {
            from.sort_by_key(|edge| edge.action);
        }
        let fairness = classes.chars().enumerate().map(|(number, strength)| match strength {
            'w' => Fairness::weak(format!("class {number}")),
            _ => Fairness::strong(format!("class {number}")),
        });
        Self {
            graph,
            judged,
            begins: BTreeMap::new(),
            fairness: fairness.collect(),
            duties: vec![Duty::leads_to("p leads to q")],
        }
    }

    pub(crate) fn begin(mut self, state: u32, marks: &str) -> Self {
        self.begins.insert(state, read(marks));
        self
    }

    pub(crate) fn also_from(mut self, state: u32) -> Self {
        self.graph.initial.push((state, Shows::default()));
        self
    }

    /// With the one duty that `q` happens in every run.
    pub(crate) fn eventually(mut self) -> Self {
        self.duties = vec![Duty::eventually("q")];
        self
    }

    pub(crate) fn decide(&self) -> Liveness<u8> {
        decide(self, &Options::default(), &Quiet)
    }

    /// The classes with a step from this state.
    pub(crate) fn enabled(&self, state: u32) -> Flags {
        let of = |edge: &Edge| self.judged[&(state, edge.action)].classes;
        let mut enabled = Flags::default();
        for edge in &self.graph.edges[state as usize] {
            enabled.0[0] |= of(edge).0[0];
        }
        enabled
    }
}

impl Live for LiveGraph {
    type Space = Graph;

    fn space(&self) -> &Graph {
        &self.graph
    }

    fn fairness(&self) -> Vec<Fairness> {
        self.fairness.clone()
    }

    fn duties(&self) -> Vec<Duty> {
        self.duties.clone()
    }

    fn begin(&self, state: &u32) -> Judged {
        self.begins.get(state).copied().unwrap_or_default()
    }

    fn judge(&self, from: &u32, action: &u8, _: &u32) -> Judged {
        self.judged[&(*from, *action)]
    }
}
