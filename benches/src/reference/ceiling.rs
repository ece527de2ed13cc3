//! What a loop written for this one model reaches: the state is the word in the table, which has its full size from the
//! start, and every slot is fetched some time before it is needed.
#![expect(clippy::indexing_slicing, reason = "masked slots are within the table")]

use super::step::invariant;
use super::steps;
use std::ops::ControlFlow;
use vouchsafe_explore::prefetch;

/// Parents whose targets are held against the table together.
const BATCH: usize = 16;
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

#[inline(always)]
fn slot(state: u64) -> usize {
    // The highest bits of the product are the best mixed.
    (state.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 41) as usize & (SLOTS - 1)
}

/// Enters a state, one too large, so that zero is a free slot; whether it was new.
#[inline(always)]
fn enter(table: &mut [u64], state: u64) -> bool {
    let mut at = slot(state);
    while table[at] != 0 && table[at] != state + 1 {
        at = (at + 1) & (SLOTS - 1);
    }
    std::mem::replace(&mut table[at], state + 1) == 0
}

/// Visits every state, depth by depth.
pub fn run() -> Counted {
    let mut table = vec![0u64; SLOTS];
    let (mut level, mut next) = (vec![0u64], Vec::new());
    let mut counted = Counted { states: 1, transitions: 0, wrong: 0 };
    enter(&mut table, 0);
    let mut targets: Vec<u64> = Vec::with_capacity(2 * BATCH * 41);
    while !level.is_empty() {
        // The slots of the batch before are fetched while one is expanded; behind the last comes an empty one.
        for parents in level.chunks(BATCH).chain([&[][..]]) {
            let fetched = targets.len();
            for &state in parents {
                // Never breaks.
                let _ = steps(state, |_, target| {
                    prefetch(&table, slot(target));
                    targets.push(target);
                    ControlFlow::Continue(())
                });
            }
            for target in targets.drain(..fetched) {
                counted.transitions += 1;
                if enter(&mut table, target) {
                    counted.wrong += u64::from(invariant(target) != 0);
                    next.push(target);
                }
            }
        }
        counted.states += next.len() as u64;
        std::mem::swap(&mut level, &mut next);
        next.clear();
    }
    counted
}
