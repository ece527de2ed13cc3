//! A drawing: a graph of states with what people read on it, and its forms on disk.

mod dot;
mod mermaid;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;

/// A state as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Node {
    /// What stands in it.
    pub label: String,
    /// More about it, a line each.
    pub says: Vec<String>,
    /// Whether runs begin in it.
    pub opening: bool,
    /// Whether nothing leads on from it.
    pub terminal: bool,
}

/// All steps from one state to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The inputs that make them.
    pub inputs: Vec<String>,
    /// The parts of promises that one of them breaches, as `PROMISE/PART`.
    pub breaks: Vec<String>,
}

/// A graph to be drawn. Its nodes and edges stand in an order that is the same in every run.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Its name.
    pub name: String,
    /// What it shows, in a sentence.
    pub says: String,
    /// Its states and steps.
    pub graph: DiGraph<Node, Link>,
}

/// A drawing in JSON.
#[derive(Serialize)]
struct Written<'a> {
    name: &'a str,
    says: &'a str,
    nodes: Vec<&'a Node>,
    edges: Vec<WrittenEdge<'a>>,
}

#[derive(Serialize)]
struct WrittenEdge<'a> {
    /// The places of its ends among the nodes.
    from: usize,
    to: usize,
    #[serde(flatten)]
    link: &'a Link,
}

impl Drawing {
    /// An edge shows this many inputs in full; of more it shows some, and how many others there are.
    const INPUTS_SHOWN: usize = 5;

    /// Notes an input that leads from one node to another.
    pub(crate) fn link(&mut self, from: NodeIndex, to: NodeIndex, input: String, breaks: Vec<String>) {
        let edge = self.graph.find_edge(from, to);
        let edge = edge.unwrap_or_else(|| self.graph.add_edge(from, to, Link::default()));
        if let Some(link) = self.graph.edge_weight_mut(edge) {
            if !link.inputs.contains(&input) {
                link.inputs.push(input);
            }
            link.breaks.extend(breaks);
            link.breaks.sort();
            link.breaks.dedup();
        }
    }

    /// Marks the nodes from which nothing leads on.
    pub(crate) fn mark_terminals(&mut self) {
        for node in self.graph.node_indices() {
            let terminal = self.graph.neighbors(node).all(|to| to == node);
            if let Some(node) = self.graph.node_weight_mut(node) {
                node.terminal = terminal;
            }
        }
    }

    /// In the language of Graphviz.
    pub fn dot(&self) -> String {
        dot::write(self)
    }

    /// As a state diagram of Mermaid, which code hosts show in Markdown.
    pub fn mermaid(&self) -> String {
        mermaid::write(self)
    }

    /// As JSON.
    ///
    /// # Errors
    /// None that is known: every field has a form in JSON.
    pub fn json(&self) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::to_value(Written {
            name: &self.name,
            says: &self.says,
            nodes: self.graph.node_weights().collect(),
            edges: self.edges().map(|(from, to, link)| WrittenEdge { from, to, link }).collect(),
        })
    }

    /// The edges with the places of their ends, in order.
    fn edges(&self) -> impl Iterator<Item = (usize, usize, &Link)> {
        let mut edges: Vec<_> = self
            .graph
            .edge_references()
            .map(|edge| (edge.source().index(), edge.target().index(), edge.weight()))
            .collect();
        edges.sort_by_key(|(from, to, _)| (*from, *to));
        edges.into_iter()
    }
}

impl Link {
    /// The inputs to show, with how many are left out.
    fn shown(&self) -> Vec<String> {
        if self.inputs.len() <= Drawing::INPUTS_SHOWN {
            return self.inputs.clone();
        }
        let most = Drawing::INPUTS_SHOWN - 1;
        let mut shown: Vec<String> = self.inputs.iter().take(most).cloned().collect();
        shown.push(format!("and {} more", self.inputs.len() - most));
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing() -> Drawing {
        let node = |label: &str, opening| Node {
            label: label.to_owned(),
            says: vec![format!("{label}, in full")],
            opening,
            terminal: false,
        };
        let mut drawing =
            Drawing { name: "a \"door\"".into(), says: "It opens.".into(), graph: DiGraph::new() };
        let (shut, open) =
            (drawing.graph.add_node(node("shut", true)), drawing.graph.add_node(node("open\n1", false)));
        for input in ["push", "push", "pull"] {
            drawing.link(shut, open, input.into(), vec![]);
        }
        drawing.link(open, open, "slam".into(), vec!["F00.quiet/no-noise".into()]);
        drawing.mark_terminals();
        drawing
    }

    #[test]
    fn each_form_shows_all_of_it() {
        let drawing = drawing();
        assert_eq!(
            drawing.dot(),
            "digraph \"a \\\"door\\\"\" {\n  \
             graph [label=\"It opens.\", labelloc=t, rankdir=LR];\n  \
             node [shape=ellipse];\n  \
             s0 [label=\"shut\", tooltip=\"shut, in full\", peripheries=2];\n  \
             s1 [label=\"open\\n1\", tooltip=\"open\\n1, in full\", shape=box, style=filled, fillcolor=lightgrey];\n  \
             s0 -> s1 [label=\"push\\npull\", tooltip=\"push\\npull\"];\n  \
             s1 -> s1 [label=\"slam\", tooltip=\"slam\\nbreaches F00.quiet/no-noise\", color=red, fontcolor=red];\n\
             }\n"
        );
        assert_eq!(
            drawing.mermaid(),
            "stateDiagram-v2\n    \
             s0: shut\n    \
             s1: open, 1\n    \
             [*] --> s0\n    \
             s0 --> s1: push, pull\n    \
             s1 --> s1: slam, which breaches F00.quiet/no-noise\n    \
             s1 --> [*]\n"
        );
        let json = drawing.json().unwrap();
        assert_eq!(json["edges"][0]["inputs"], serde_json::json!(["push", "pull"]));
        assert_eq!((&json["edges"][1]["from"], &json["nodes"][1]["terminal"]), (&1.into(), &true.into()));
    }

    #[test]
    fn of_many_inputs_some_are_shown() {
        let link = Link { inputs: (0..9).map(|number| number.to_string()).collect(), breaks: vec![] };
        assert_eq!(link.shown(), ["0", "1", "2", "3", "and 5 more"]);
    }
}
