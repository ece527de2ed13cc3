//! A graph written down edge by edge, as a space.

use std::ops::ControlFlow;

use vouchsafe_explore::{Bits, Marks, Mask, Space};

pub(crate) type Set = Mask<1>;

/// What is breached, triggered and witnessed together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Shows {
    pub(crate) breached: Set,
    pub(crate) triggered: Set,
    pub(crate) witnessed: Set,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Edge {
    pub(crate) action: u8,
    pub(crate) to: u32,
    pub(crate) shows: Shows,
}

/// Edges of each state, in ascending order of actions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Graph {
    pub(crate) initial: Vec<(u32, Shows)>,
    pub(crate) edges: Vec<Vec<Edge>>,
}

pub(crate) fn set(bits: &[usize]) -> Set {
    bits.iter().copied().collect()
}

impl Graph {
    /// A graph that starts at state 0; edges are (from, action, to, breached bits).
    pub(crate) fn of(edges: &[(u32, u8, u32, &[usize])]) -> Self {
        let most = edges.iter().map(|(from, _, to, _)| from.max(to)).max().unwrap();
        let mut graph =
            Self { initial: vec![(0, Shows::default())], edges: vec![Vec::new(); *most as usize + 1] };
        for &(from, action, to, breached) in edges {
            let shows = Shows { breached: set(breached), ..Shows::default() };
            graph.edges[from as usize].push(Edge { action, to, shows });
        }
        for from in &mut graph.edges {
            from.sort_by_key(|edge| edge.action);
        }
        graph
    }
}

impl Space for Graph {
    type State = u32;
    type Action = u8;
    type Bits = Set;

    fn fingerprint(&self, state: &u32) -> u64 {
        u64::from(*state)
    }

    fn initial(
        &self,
        marks: &mut Marks<Set>,
        visit: &mut impl FnMut(&u32, &Set) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for (state, shows) in &self.initial {
            marks.triggered.join(&shows.triggered);
            marks.witnessed.join(&shows.witnessed);
            visit(state, &shows.breached)?;
        }
        ControlFlow::Continue(())
    }

    fn successors(
        &self,
        state: &u32,
        marks: &mut Marks<Set>,
        visit: &mut impl FnMut(u8, &u32, &Set) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for Edge { action, to, shows } in &self.edges[*state as usize] {
            marks.triggered.join(&shows.triggered);
            marks.witnessed.join(&shows.witnessed);
            visit(*action, to, &shows.breached)?;
        }
        ControlFlow::Continue(())
    }

    fn name(&self, action: &u8) -> String {
        format!("take({action})")
    }
}
