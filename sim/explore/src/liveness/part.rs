//! A part of the graph: some of its states and the steps between them, and its strong components.
//!
//! The components are petgraph's. Its algorithm after Kosaraju keeps a stack of its own, so a long chain
//! of states does not overflow the thread's.
#![expect(
    clippy::indexing_slicing,
    reason = "members are numbered as they are listed, and rows are counted from the steps they are filled with"
)]

use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::visit::{
    GraphBase, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers, VisitMap, Visitable,
};

use super::graph::Graph;

/// No member.
const NONE: u32 = u32::MAX;

/// Some states of the graph, renumbered from zero, and the steps between them in both directions.
pub(super) struct Part<'a> {
    members: &'a [u32],
    forth: Rows,
    back: Rows,
}

/// Compressed sparse rows.
struct Rows {
    first: Vec<usize>,
    targets: Vec<u32>,
}

impl Rows {
    /// The rows of these pairs, `from` first; `each` visits all of them, and is called twice.
    fn of(count: usize, each: impl Fn(&mut dyn FnMut(u32, u32))) -> Self {
        let mut first = vec![0; count + 1];
        each(&mut |from, _| first[from as usize + 1] += 1);
        for at in 0..count {
            first[at + 1] += first[at];
        }
        let mut next = first.clone();
        let mut targets = vec![0; first[count]];
        each(&mut |from, to| {
            targets[next[from as usize]] = to;
            next[from as usize] += 1;
        });
        Self { first, targets }
    }

    fn of_member(&self, member: u32) -> &[u32] {
        &self.targets[self.first[member as usize]..self.first[member as usize + 1]]
    }
}

impl<'a> Part<'a> {
    /// Memory for each member and for each step from one, at the most, in bytes: the rows in both
    /// directions, and the stack, the marks and the lists of the search for components.
    pub(super) const BYTES: (usize, usize) = (70, 12);

    /// Memory for each state of the graph, in bytes.
    pub(super) const BYTES_LISTED: usize = size_of::<u32>();

    /// The part of `graph` with these states and the steps between them that `counts` accepts.
    ///
    /// `local` has a place for each state of the graph, all [`Part::unlisted`], and is left so.
    pub(super) fn of(
        graph: &Graph,
        members: &'a [u32],
        counts: &impl Fn(usize) -> bool,
        local: &mut [u32],
    ) -> Self {
        for (number, state) in (0..).zip(members) {
            local[*state as usize] = number;
        }
        let each = |visit: &mut dyn FnMut(u32, u32)| {
            for (number, state) in (0..).zip(members) {
                for step in graph.steps(*state) {
                    let to = local[graph.target(step) as usize];
                    if to != NONE && counts(step) {
                        visit(number, to);
                    }
                }
            }
        };
        let forth = Rows::of(members.len(), each);
        let back = Rows::of(members.len(), |visit| each(&mut |from, to| visit(to, from)));
        for state in members {
            local[*state as usize] = NONE;
        }
        Self { members, forth, back }
    }

    /// Room to number the members of parts of a graph of so many states.
    pub(super) fn unlisted(states: u32) -> Vec<u32> {
        vec![NONE; states as usize]
    }

    /// The strong components in which something can happen for ever: of several states, or of one with a
    /// step back to itself. States by their numbers in the graph, ascending.
    pub(super) fn components(&self) -> Vec<Vec<u32>> {
        let mut components = kosaraju_scc(self);
        components.retain(|members| match members.as_slice() {
            [only] => self.forth.of_member(*only).contains(only),
            _ => true,
        });
        for component in &mut components {
            for member in component.iter_mut() {
                *member = self.members[*member as usize];
            }
            component.sort_unstable();
        }
        components
    }
}

impl GraphBase for Part<'_> {
    type NodeId = u32;
    type EdgeId = usize;
}

impl Visitable for Part<'_> {
    type Map = Visited;

    fn visit_map(&self) -> Visited {
        Visited(vec![false; self.members.len()])
    }

    fn reset_map(&self, map: &mut Visited) {
        map.0.clear();
        map.0.resize(self.members.len(), false);
    }
}

impl<'p> IntoNeighbors for &'p Part<'_> {
    type Neighbors = std::iter::Copied<std::slice::Iter<'p, u32>>;

    fn neighbors(self, member: u32) -> Self::Neighbors {
        self.forth.of_member(member).iter().copied()
    }
}

impl<'p> IntoNeighborsDirected for &'p Part<'_> {
    type NeighborsDirected = std::iter::Copied<std::slice::Iter<'p, u32>>;

    fn neighbors_directed(self, member: u32, direction: Direction) -> Self::NeighborsDirected {
        let rows = match direction {
            Direction::Outgoing => &self.forth,
            Direction::Incoming => &self.back,
        };
        rows.of_member(member).iter().copied()
    }
}

impl IntoNodeIdentifiers for &Part<'_> {
    type NodeIdentifiers = std::ops::Range<u32>;

    fn node_identifiers(self) -> Self::NodeIdentifiers {
        0..self.members.len() as u32
    }
}

/// Which members were visited.
pub(super) struct Visited(Vec<bool>);

impl VisitMap<u32> for Visited {
    fn visit(&mut self, member: u32) -> bool {
        !std::mem::replace(&mut self.0[member as usize], true)
    }

    fn is_visited(&self, member: &u32) -> bool {
        self.0[*member as usize]
    }

    fn unvisit(&mut self, member: u32) -> bool {
        std::mem::replace(&mut self.0[member as usize], false)
    }
}
