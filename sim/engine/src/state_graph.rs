//! The graph of a scope's states, or of what they look like when only one machine is looked at.

use crate::cases::CaseNames;
use crate::drawing::{Drawing, Node};
use crate::product::{Found, Product, State};
use crate::transitions;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::ops::ControlFlow;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::{Sort, Word};
use vouchsafe_explore::{Bits, Space};
use vouchsafe_system::face::{FACES, Face};

/// A label has this many lines of what differs from the opening; the tooltip has all.
const LINES_SHOWN: usize = 4;

/// Why there is no drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TooLarge {
    /// More nodes than may be drawn.
    #[error("there are more than {0} nodes")]
    Nodes(usize),
    /// More states than may be explored in order to look at one machine.
    #[error("there are more than {0} states to look at")]
    States(usize),
}

/// The graph of all states of a scope; refused when there are more than `states_max`.
///
/// # Errors
/// [`TooLarge::Nodes`].
pub fn whole(product: &Product<'_>, states_max: usize) -> Result<Drawing, TooLarge> {
    let names = Labels::of(product);
    let opening = product.opening().0;
    let says = format!(
        "The states of the scope {}, numbered as they are found, each with what differs from the opening.",
        product.scope().name
    );
    let label = |state: &State, number: usize| {
        let differs = names.differences(&opening, state);
        let mut lines = vec![number.to_string()];
        lines.extend(differs.iter().take(LINES_SHOWN).cloned());
        if differs.len() > LINES_SHOWN {
            lines.push(format!("and {} more", differs.len() - LINES_SHOWN));
        }
        (lines.join("\n"), if number == 0 { vec!["the opening".to_owned()] } else { differs })
    };
    let mut sketch = Sketch::new(product, states_max, |state| product.fingerprint(state), label);
    sketch.node(&opening);
    match transitions::each(product, states_max, |step| sketch.step(&step, false)) {
        Some(_) => Ok(sketch.done(product.scope().name.clone(), says)),
        None => Err(TooLarge::Nodes(states_max)),
    }
}

/// The graph of a scope's states when nothing but one machine is looked at: states that look the same are
/// one node, and steps that change nothing to be seen are left out unless they breach something.
///
/// # Errors
/// More nodes than `nodes_max`, or more states than `states_max`.
pub fn quotient(
    product: &Product<'_>,
    face: &Face,
    nodes_max: usize,
    states_max: usize,
) -> Result<Drawing, TooLarge> {
    let names = Labels::of(product);
    let setup = &product.scope().setup;
    let looks = |state: &State| -> Vec<Option<&'static str>> {
        (0..(face.count)(setup)).map(|index| (face.now)(setup, &state.world, index)).collect()
    };
    let label = |state: &State, _: usize| {
        let lines: Vec<String> = names.of_face(face, state).into_iter().map(|(_, line)| line).collect();
        (lines.join("\n"), lines)
    };
    let mut sketch = Sketch::new(product, nodes_max, looks, label);
    sketch.node(&product.opening().0);
    let explored = transitions::each(product, states_max, |step| sketch.step(&step, true));
    let full = sketch.full;
    let name = format!("{} by {}", product.scope().name, face.name);
    let says = format!("The scope {}, looking at nothing but {}.", product.scope().name, face.name);
    match explored {
        Some(_) => Ok(sketch.done(name, says)),
        None if full => Err(TooLarge::Nodes(nodes_max)),
        None => Err(TooLarge::States(states_max)),
    }
}

/// What is drawn so far.
struct Sketch<'a, K, L, T> {
    product: &'a Product<'a>,
    drawing: Drawing,
    nodes: FxHashMap<T, NodeIndex>,
    nodes_max: usize,
    /// Whether a node more was asked for than may be.
    full: bool,
    key: K,
    label: L,
}

impl<'a, T, K, L> Sketch<'a, K, L, T>
where
    T: Hash + Eq,
    K: Fn(&State) -> T,
    L: Fn(&State, usize) -> (String, Vec<String>),
{
    fn new(product: &'a Product<'a>, nodes_max: usize, key: K, label: L) -> Self {
        let drawing = Drawing { name: String::new(), says: String::new(), graph: DiGraph::new() };
        Self { product, drawing, nodes: FxHashMap::default(), nodes_max, full: false, key, label }
    }

    /// The node of a state.
    fn node(&mut self, state: &State) -> NodeIndex {
        let Self { drawing, nodes, key, label, .. } = self;
        *nodes.entry(key(state)).or_insert_with(|| {
            let number = drawing.graph.node_count();
            let (label, says) = label(state, number);
            drawing.graph.add_node(Node { label, says, opening: number == 0, terminal: false })
        })
    }

    fn step(&mut self, step: &transitions::Transition<'_>, changes_only: bool) -> ControlFlow<()> {
        let (from, to) = (self.node(step.from), self.node(step.to));
        self.full = self.nodes.len() > self.nodes_max;
        if self.full {
            return ControlFlow::Break(());
        }
        if from == to && changes_only && step.breached.is_empty() {
            return ControlFlow::Continue(());
        }
        // A case has a name only within a run: here its slot stands for it.
        let input = step.action.name(&CaseNames(&self.product.scope().names));
        let breaks = breaks(self.product, step.breached);
        self.drawing.link(from, to, input, breaks);
        ControlFlow::Continue(())
    }

    fn done(self, name: String, says: String) -> Drawing {
        let mut drawing = Drawing { name, says, ..self.drawing };
        drawing.mark_terminals();
        drawing
    }
}

fn breaks(product: &Product<'_>, breached: &Found) -> Vec<String> {
    breached.iter().filter_map(|bit| product.part_name(bit)).collect()
}

/// What the machines of a scope are called.
struct Labels<'a> {
    product: &'a Product<'a>,
}

impl<'a> Labels<'a> {
    fn of(product: &'a Product<'a>) -> Self {
        Self { product }
    }

    /// What each machine of a face is at the moment, as a number and a line.
    fn of_face(&self, face: &Face, state: &State) -> Vec<(usize, String)> {
        let setup = &self.product.scope().setup;
        let now = |index| Some((index, (face.now)(setup, &state.world, index)?));
        let line = |(index, now)| {
            let subject = (face.of)(setup, index);
            let mut line = String::new();
            CaseNames(&self.product.scope().names).name(subject.sort, subject.id, &mut line);
            match (subject.category, subject.sort) {
                (Some(category), _) => line.push_str(&format!(", {}", category.name())),
                // A person or a holder has several faces.
                (None, Sort::Person | Sort::Holder) => line.push_str(&format!(", {}", face.name)),
                (None, _) => {}
            }
            (index, format!("{line}: {now}"))
        };
        (0..(face.count)(setup)).filter_map(now).map(line).collect()
    }

    /// The lines of a state that the opening does not have.
    fn differences(&self, opening: &State, state: &State) -> Vec<String> {
        let of = |face: &Face| {
            let before = self.of_face(face, opening);
            self.of_face(face, state).into_iter().filter(move |line| !before.contains(line))
        };
        FACES.iter().flat_map(of).map(|(_, line)| line).collect()
    }
}
