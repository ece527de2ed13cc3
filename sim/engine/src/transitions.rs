//! Every step of a scope, once, for who looks at steps rather than at verdicts.

use crate::product::{Found, Product, State};
use rustc_hash::FxHashSet;
use std::ops::ControlFlow;
use vouchsafe_explore::{Marks, Space};
use vouchsafe_system::Action;

/// A step of a scope.
#[derive(Clone, Copy, Debug)]
pub struct Transition<'a> {
    /// Where it begins.
    pub from: &'a State,
    /// The input.
    pub action: Action,
    /// Where it leads.
    pub to: &'a State,
    /// What it breaches.
    pub breached: &'a Found,
}

/// Visits every step of a scope, breadth first and in the order of the inputs. Gives how many states
/// there are, or nothing as soon as there are more than `states_max` or the visitor breaks.
pub fn each(
    product: &Product<'_>,
    states_max: usize,
    mut visit: impl FnMut(Transition<'_>) -> ControlFlow<()>,
) -> Option<usize> {
    let opening = product.opening().0;
    let mut seen = FxHashSet::default();
    seen.insert(product.fingerprint(&opening));
    let mut level = vec![opening];
    while !level.is_empty() {
        let mut next = Vec::new();
        for from in &level {
            let whole = product.successors(from, &mut Marks::default(), &mut |action, to, breached| {
                if seen.insert(product.fingerprint(to)) {
                    next.push(*to);
                }
                if seen.len() > states_max {
                    return ControlFlow::Break(());
                }
                visit(Transition { from, action, to, breached })
            });
            if whole.is_break() {
                return None;
            }
        }
        level = next;
    }
    Some(seen.len())
}
