//! Drawings: as many states as exploring finds, well-formed text, and diagrams small enough to be looked at.
#![expect(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

use std::collections::BTreeSet;
use vouchsafe_engine::state_graph::{TooLarge, quotient, whole};
use vouchsafe_engine::{Checked, Product, party_graph, shipped};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_system::face::FACES;
use vouchsafe_system::{Defect, Defects};

/// Holds a text against the form of Graphviz's language as it is written: each statement on a line of its own,
/// with balanced quotes, and edges between nodes that there are.
fn hold_dot(dot: &str, nodes: usize, edges: usize) {
    let mut lines = dot.lines();
    assert!(lines.next().unwrap().starts_with("digraph \""));
    let mut known = BTreeSet::new();
    let (mut found, mut last) = (0, "");
    for line in lines {
        let quotes = line.replace("\\\\", "").replace("\\\"", "").matches('"').count();
        assert_eq!(quotes % 2, 0, "{line}");
        let statement = line.trim();
        let (head, rest) = statement.split_once(" [").unwrap_or((statement, ""));
        assert!(head == "}" || rest.ends_with("];"), "{line}");
        if let Some((from, to)) = head.split_once(" -> ") {
            assert!(known.contains(from) && known.contains(to), "{line}");
            found += 1;
        } else if head.starts_with('s') {
            assert!(known.insert(head), "{line}");
        }
        last = head;
    }
    assert_eq!((last, known.len(), found), ("}", nodes, edges));
}

#[test]
fn a_scope_is_drawn_with_every_state_that_exploring_finds() {
    for name in ["no-objection", "affiliate", "keys"] {
        let scope = shipped::named(name).unwrap();
        let checked = Checked::scope(&scope, &Options::default(), &Quiet);
        let drawing = whole(&checked.product, 300).unwrap();
        assert_eq!(drawing.graph.node_count() as u64, checked.report.states, "{name}");
        let inputs: usize = drawing.graph.edge_weights().map(|link| link.inputs.len()).sum();
        assert_eq!(inputs as u64, checked.report.transitions, "{name}");
        assert_eq!(drawing.graph.node_weights().filter(|node| node.opening).count(), 1);
        hold_dot(&drawing.dot(), drawing.graph.node_count(), drawing.graph.edge_count());
        assert_eq!(whole(&checked.product, 300).unwrap().dot(), drawing.dot());
    }
}

#[test]
fn too_large_a_scope_is_refused_and_drawn_by_a_machine() {
    let scope = shipped::named("consent").unwrap();
    let product = Product::new(&scope);
    assert_eq!(whole(&product, 100).unwrap_err(), TooLarge::Nodes(100));
    let choice = FACES.iter().find(|face| face.name == "choice").unwrap();
    assert_eq!(quotient(&product, choice, 300, 100).unwrap_err(), TooLarge::States(100));
    assert_eq!(quotient(&product, choice, 2, usize::MAX).unwrap_err(), TooLarge::Nodes(2));
    let drawing = quotient(&product, choice, 300, usize::MAX).unwrap();
    hold_dot(&drawing.dot(), drawing.graph.node_count(), drawing.graph.edge_count());
    assert!(drawing.graph.edge_weights().all(|link| link.breaks.is_empty()));
}

#[test]
fn what_breaches_is_drawn_in_red() {
    let mut scope = shipped::named("consent").unwrap();
    scope.setup.defects = Defects::one(Defect::TvKeepsReporting);
    let product = Product::new(&scope);
    let choice = FACES.iter().find(|face| face.name == "choice").unwrap();
    let drawing = quotient(&product, choice, 300, usize::MAX).unwrap();
    let red = drawing.graph.edge_weights().filter(|link| !link.breaks.is_empty()).count();
    assert!(red > 0);
    assert_eq!(drawing.dot().matches("color=red, fontcolor=red").count(), red);
}

#[test]
fn the_diagrams_of_parties_are_small_and_all_move() {
    let shipped_names: BTreeSet<&str> = shipped::TEXTS.iter().map(|(name, _)| *name).collect();
    for drawing in party_graph::of(FACES, &shipped::default_scopes()) {
        let (name, graph) = (drawing.name.as_str(), &drawing.graph);
        assert!(!shipped_names.contains(name), "{name} is a scope");
        let size = (graph.node_count(), graph.edge_count());
        assert!((3..=15).contains(&size.0) && (2..=30).contains(&size.1), "{name}: {size:?}");
        assert!(graph.node_weights().any(|node| node.opening), "{name} begins somewhere");
        let reached = graph.node_indices().filter(|&node| {
            graph.node_weight(node).unwrap().opening
                || graph.neighbors_directed(node, petgraph::Direction::Incoming).next().is_some()
        });
        assert_eq!(reached.count(), size.0, "{name}");
        hold_dot(&drawing.dot(), size.0, size.1);
    }
}
