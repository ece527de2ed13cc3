//! The state diagram of one machine, from everything that it does in the scopes that are exhausted.

use crate::drawing::{Drawing, Node};
use crate::product::{Product, State};
use crate::scope::Scope;
use crate::transitions;
use petgraph::graph::{DiGraph, NodeIndex};
use std::ops::ControlFlow;
use vouchsafe_system::face::Face;

/// The diagrams of these machines over these scopes, each scope explored once. Steps that do not change
/// what a machine looks like are left out. All machines of a face are drawn over each other.
pub fn of(faces: &[Face], scopes: &[Scope]) -> Vec<Drawing> {
    let mut sketches: Vec<Sketch<'_>> = faces.iter().map(Sketch::new).collect();
    for scope in scopes {
        let setup = &scope.setup;
        let mut drawn: Vec<&mut Sketch<'_>> =
            sketches.iter_mut().filter(|sketch| (sketch.face.count)(setup) > 0).collect();
        if drawn.is_empty() {
            continue;
        }
        let product = Product::new(scope);
        let opening = product.opening().0;
        drawn.iter_mut().for_each(|sketch| sketch.begin(scope, &opening));
        let _ = transitions::each(&product, usize::MAX, |step| {
            for sketch in &mut drawn {
                sketch.step(scope, &step);
            }
            ControlFlow::Continue(())
        });
    }
    sketches.into_iter().map(Sketch::done).collect()
}

/// The diagram of a machine so far.
struct Sketch<'a> {
    face: &'a Face,
    drawing: Drawing,
}

impl<'a> Sketch<'a> {
    fn new(face: &'a Face) -> Self {
        let (name, says) = (face.name.to_owned(), face.says.to_owned());
        Self { face, drawing: Drawing { name, says, graph: DiGraph::new() } }
    }

    fn node(&mut self, label: &'static str) -> NodeIndex {
        let graph = &mut self.drawing.graph;
        let known =
            graph.node_indices().find(|&node| graph.node_weight(node).is_some_and(|n| n.label == label));
        known.unwrap_or_else(|| {
            let node = Node { label: label.to_owned(), says: vec![], opening: false, terminal: false };
            graph.add_node(node)
        })
    }

    /// Marks what the machines are in the opening of a scope.
    fn begin(&mut self, scope: &Scope, opening: &State) {
        for index in 0..(self.face.count)(&scope.setup) {
            if let Some(label) = (self.face.now)(&scope.setup, &opening.world, index) {
                let node = self.node(label);
                if let Some(node) = self.drawing.graph.node_weight_mut(node) {
                    node.opening = true;
                }
            }
        }
    }

    fn step(&mut self, scope: &Scope, step: &transitions::Transition<'_>) {
        for index in 0..(self.face.count)(&scope.setup) {
            let now = |state: &State| (self.face.now)(&scope.setup, &state.world, index);
            if let (Some(before), Some(after)) = (now(step.from), now(step.to))
                && before != after
            {
                let (from, to) = (self.node(before), self.node(after));
                self.drawing.link(from, to, step.action.word().to_owned(), vec![]);
            }
        }
    }

    /// The diagram, with the inputs of each edge in alphabetical order.
    fn done(mut self) -> Drawing {
        for link in self.drawing.graph.edge_weights_mut() {
            link.inputs.sort();
        }
        self.drawing.mark_terminals();
        self.drawing
    }
}
