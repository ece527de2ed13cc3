//! What a loop written for this one model reaches: the state is the word in the table, which has its full size
//! from the start and lies in huge pages where the system has them, and every slot is read some time before it is needed.
#![expect(clippy::indexing_slicing, reason = "masked slots are within the table")]

use super::step::invariant;
use super::{STATES, steps};
use memmap2::MmapMut;
use std::io;
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

/// Memory for so many words, all of them zero.
fn words(count: usize) -> io::Result<MmapMut> {
    let map = MmapMut::map_anon(count * size_of::<u64>())?;
    // Who reads at random all over a table spends much on finding out where its pages are; without them it only takes longer.
    #[cfg(target_os = "linux")]
    let _ = map.advise(memmap2::Advice::HugePage);
    Ok(map)
}

/// Visits every state, in the order of a queue. A word is kept one too large, so that zero is a free slot.
///
/// # Errors
/// Where the system has no memory.
pub fn run() -> io::Result<Counted> {
    let (mut table, mut queue) = (words(SLOTS)?, words(STATES as usize)?);
    let table: &mut [u64] = bytemuck::cast_slice_mut(&mut table);
    let queue: &mut [u64] = bytemuck::cast_slice_mut(&mut queue);
    table[slot(0)] = 1;
    let (mut transitions, mut wrong, mut expanded, mut found) = (0, 0, 0, 1);
    let mut targets: Vec<u64> = Vec::with_capacity(BATCH * 41);
    while expanded < found {
        let end = (expanded + BATCH).min(found);
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
                queue[found] = target;
                found += 1;
            }
        }
    }
    Ok(Counted { states: found as u64, transitions, wrong })
}
