//! Choices read from bytes, and runs of a scope that follow them.

use crate::arbitrary::Choose;
use crate::product::Product;
use vouchsafe_system::{Action, Out};

/// Choices out of bytes, a byte each, or two where one cannot tell the bound's numbers apart; zeros once they
/// are used up.
pub fn of_bytes(bytes: &[u8]) -> impl FnMut(u32) -> u32 {
    let mut bytes = bytes.iter().copied();
    let mut next = move || u32::from(bytes.next().unwrap_or(0));
    move |bound| {
        let high = next();
        let number = if bound <= 256 { high } else { high << 8 | next() };
        number % bound.max(1)
    }
}

/// A run of at most this many inputs, each chosen among those that are enabled.
pub fn run(product: &Product<'_>, length: usize, choose: Choose<'_>) -> Vec<Action> {
    let (mut state, _) = product.opening();
    let mut actions = Vec::new();
    let mut out = Out::default();
    for _ in 0..length {
        let mut enabled = Vec::new();
        for &action in product.actions() {
            out.clear();
            if let Ok((next, ..)) = product.take(&state, action, &mut out) {
                enabled.push((action, next));
            }
        }
        let chosen = choose(enabled.len().max(1) as u32) as usize;
        let Some(&(action, next)) = enabled.get(chosen) else { break };
        actions.push(action);
        state = next;
    }
    actions
}
