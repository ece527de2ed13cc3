//! What a loop written for this one model reaches: the state is the word in the table, which has its full size
//! from the start, and every slot is read some time before it is needed.
#![expect(clippy::indexing_slicing, reason = "masked slots are within the table")]

use super::step::invariant;
use super::steps;
use std::ops::ControlFlow;

/// Parents whose targets are held against the table together.
const BATCH: usize = 32;
/// Twice the states, rounded up to a power of two.
const SLOTS: usize = 1 << 23;

/// What the loop found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Distinct states.
    pub states: u64,
    /// Steps.
    pub transitions: u64,
    /// States in which something is wrong.
    pub wrong: u64,
}

fn slot(state: u64) -> usize {
    // The highest bits of the product are the best mixed.
    (state.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 41) as usize & (SLOTS - 1)
}

/// Visits every state, in the order of a queue. A word is kept one too large, so that zero is a free slot.
pub fn run() -> Counted {
    let mut table = vec![0u64; SLOTS];
    let mut queue = vec![0u64];
    table[slot(0)] = 1;
    let (mut transitions, mut wrong, mut expanded) = (0, 0, 0);
    let mut targets: Vec<u64> = Vec::with_capacity(BATCH * 41);
    while expanded < queue.len() {
        let end = (expanded + BATCH).min(queue.len());
        targets.clear();
        for &state in &queue[expanded..end] {
            // Never breaks.
            let _ = steps(state, |_, target| {
                targets.push(target);
                ControlFlow::Continue(())
            });
        }
        expanded = end;
        transitions += targets.len() as u64;
        // The processor waits for all of these at once.
        let read = targets.iter().fold(0, |any, target| any | table[slot(*target)]);
        std::hint::black_box(read);
        for &target in &targets {
            let mut at = slot(target);
            while table[at] != 0 && table[at] != target + 1 {
                at = (at + 1) & (SLOTS - 1);
            }
            if table[at] == 0 {
                table[at] = target + 1;
                wrong += u64::from(invariant(target) != 0);
                queue.push(target);
            }
        }
    }
    Counted { states: queue.len() as u64, transitions, wrong }
}
