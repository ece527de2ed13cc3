//! Topics that write the same section of the books are explored together, and pair scopes exist for nothing else.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};
use vouchsafe_engine::{Product, Scope, ScopeKind, shipped};
use vouchsafe_oracle::shelf::Section;
use vouchsafe_system::{Action, Out, Topic};

/// The sections that each topic's inputs write in transitions that the scope reaches.
fn written(scope: &Scope, by: &mut BTreeMap<Topic, BTreeSet<Section>>) {
    let product = Product::new(scope);
    let (first, _) = product.opening();
    let (mut seen, mut queue, mut out) = (HashSet::from([first]), VecDeque::from([first]), Out::default());
    while let Some(state) = queue.pop_front() {
        for &action in product.actions() {
            out.clear();
            let Ok((next, ..)) = product.take(&state, action, &mut out) else { continue };
            if action != Action::Tick {
                by.entry(action.topic()).or_default().extend(state.books.written(&next.books));
            }
            if seen.insert(next) {
                queue.push_back(next);
            }
        }
    }
}

fn together(scope: &Scope) -> BTreeSet<(Topic, Topic)> {
    let topics: Vec<_> = scope.setup.topics.iter().collect();
    let pairs = topics.iter().flat_map(|one| topics.iter().map(move |other| (*one, *other)));
    pairs.filter(|(one, other)| one < other).collect()
}

#[test]
fn topics_that_share_a_section_share_a_scope() {
    let scopes = shipped::all();
    let of = |kind| scopes.iter().filter(move |scope| scope.kind == kind);
    let mut by = BTreeMap::new();
    of(ScopeKind::Deciding).for_each(|scope| written(scope, &mut by));
    let mut sharing = BTreeSet::new();
    for (one, sections) in &by {
        for (other, others) in by.range(one..).filter(|(other, _)| *other != one) {
            if !sections.is_disjoint(others) {
                sharing.insert((*one, *other));
            }
        }
    }
    let decided: BTreeSet<_> = of(ScopeKind::Deciding).flat_map(together).collect();
    let paired: BTreeSet<_> = of(ScopeKind::Pair).flat_map(together).collect();
    let alone: Vec<_> =
        sharing.iter().filter(|pair| !decided.contains(pair) && !paired.contains(pair)).collect();
    assert!(alone.is_empty(), "explored nowhere together: {alone:?}");
    for scope in of(ScopeKind::Pair) {
        let needed = together(scope).iter().any(|pair| sharing.contains(pair) && !decided.contains(pair));
        assert!(needed, "{} brings no pair together that shares a section", scope.name);
    }
}
