//! A drawing in the language of Graphviz.

use super::{Drawing, Link, Node};

pub(super) fn write(drawing: &Drawing) -> String {
    let mut text = format!("digraph {} {{\n", quoted(&drawing.name));
    text.push_str(&format!("  graph [label={}, labelloc=t, rankdir=LR];\n", quoted(&drawing.says)));
    text.push_str("  node [shape=ellipse];\n");
    for (place, node) in drawing.graph.node_weights().enumerate() {
        text.push_str(&format!("  s{place} [{}];\n", of_node(node)));
    }
    for (from, to, link) in drawing.edges() {
        text.push_str(&format!("  s{from} -> s{to} [{}];\n", of_link(link)));
    }
    text.push_str("}\n");
    text
}

fn of_node(node: &Node) -> String {
    let mut looks = format!("label={}, tooltip={}", quoted(&node.label), quoted(&node.says.join("\n")));
    if node.opening {
        looks.push_str(", peripheries=2");
    }
    if node.terminal {
        looks.push_str(", shape=box, style=filled, fillcolor=lightgrey");
    }
    looks
}

fn of_link(link: &Link) -> String {
    let breaks = link.breaks.iter().map(|part| format!("breaches {part}"));
    let all: Vec<String> = link.inputs.iter().cloned().chain(breaks).collect();
    let red = if link.breaks.is_empty() { "" } else { ", color=red, fontcolor=red" };
    format!("label={}, tooltip={}{red}", quoted(&link.shown().join("\n")), quoted(&all.join("\n")))
}

/// A text in quotes, in which only these have a meaning of their own.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
