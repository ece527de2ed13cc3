//! A drawing as a state diagram of Mermaid.

use super::{Drawing, Link};

pub(super) fn write(drawing: &Drawing) -> String {
    let mut text = String::from("stateDiagram-v2\n");
    let nodes = || drawing.graph.node_weights().enumerate();
    for (place, node) in nodes() {
        text.push_str(&format!("    s{place}: {}\n", plain(&node.label)));
    }
    for (place, _) in nodes().filter(|(_, node)| node.opening) {
        text.push_str(&format!("    [*] --> s{place}\n"));
    }
    for (from, to, link) in drawing.edges() {
        text.push_str(&format!("    s{from} --> s{to}: {}\n", plain(&of_link(link))));
    }
    for (place, _) in nodes().filter(|(_, node)| node.terminal) {
        text.push_str(&format!("    s{place} --> [*]\n"));
    }
    text
}

fn of_link(link: &Link) -> String {
    let inputs = link.shown().join(", ");
    match link.breaks.as_slice() {
        [] => inputs,
        breaks => format!("{inputs}, which breaches {}", breaks.join(" and ")),
    }
}

/// A text without what Mermaid would take for its own signs.
fn plain(text: &str) -> String {
    text.replace('\n', ", ").replace(": ", " ").replace([';', '#', '"', ':'], " ")
}
