//! Making a failing run small: inputs are left out, and detours are replaced by one input of the scope.
//!
//! Leaving out alone gets stuck where a run took a longer way round, such as unbinding a TV only to bind it to
//! somebody else; a replacement takes the short cut.

use crate::product::Product;
use crate::replay;
use crate::run::Run;
use vouchsafe_explore::shrink;
use vouchsafe_system::Action;

/// Whether these inputs can be taken and break this part, given as `PROMISE/PART`.
pub fn breaks(product: &Product<'_>, actions: &[Action], part: &str) -> bool {
    Run::of(product, actions)
        .is_ok_and(|run| replay::parts(product, &run).iter().any(|broken| broken == part))
}

/// A shorter run that still breaks the part. Leaving out any single input of it no longer does.
pub fn smaller(product: &Product<'_>, actions: &[Action], part: &str) -> Vec<Action> {
    let mut small = shrink(actions, |actions| breaks(product, actions, part));
    while let Some(shorter) = short_cut(product, &small, part) {
        small = shrink(&shorter, |actions| breaks(product, actions, part));
    }
    small
}

/// The run with two or more inputs in a row, or two apart, replaced by one, if that still breaks the part.
fn short_cut(product: &Product<'_>, actions: &[Action], part: &str) -> Option<Vec<Action>> {
    for from in 0..actions.len() {
        for to in from + 1..actions.len() {
            // Either everything from the one to the other goes, or just the two.
            for between in [false, true] {
                if between && to == from + 1 {
                    continue;
                }
                let kept =
                    |place: usize| place < from || place > to || (between && place != from && place != to);
                for &instead in product.actions() {
                    let mut shorter = Vec::with_capacity(actions.len() - 1);
                    for (place, &action) in actions.iter().enumerate() {
                        if place == from {
                            shorter.push(instead);
                        }
                        if kept(place) {
                            shorter.push(action);
                        }
                    }
                    if breaks(product, &shorter, part) {
                        return Some(shorter);
                    }
                }
            }
        }
    }
    None
}
