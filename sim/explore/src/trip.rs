//! One random walk: the steps taken, the states met, and what was judged on the way.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::table::mix;
use crate::{Bits, Marks, RandomWalk, Space};

/// What one walk found.
pub(crate) struct Trip<S: Space> {
    pub(crate) initial: usize,
    pub(crate) actions: Vec<S::Action>,
    /// The mixed fingerprints of the states on the way.
    pub(crate) prints: Vec<u64>,
    pub(crate) judged: u64,
    pub(crate) marks: Marks<S::Bits>,
    pub(crate) breached: S::Bits,
    /// The first step of the walk that breaches each bit.
    pub(crate) firsts: Vec<First<S::Action>>,
    pub(crate) dead_end: bool,
}

/// Where a walk first breached a bit.
pub(crate) struct First<A> {
    pub(crate) bit: usize,
    /// How many steps of the walk come before.
    pub(crate) before: usize,
    /// The step that breaches, taken or not; none for an initial state.
    pub(crate) action: Option<A>,
}

impl<S: Space> Trip<S> {
    /// Walks; `stop` is raised to have an early end.
    pub(crate) fn take(space: &S, how: RandomWalk, number: u64, length: u32, stop: &AtomicBool) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(how.seed);
        rng.set_stream(number);
        let mut trip = Self {
            initial: 0,
            actions: Vec::new(),
            prints: Vec::new(),
            judged: 0,
            marks: Marks::default(),
            breached: S::Bits::default(),
            firsts: Vec::new(),
            dead_end: false,
        };
        let Some(mut state) = trip.begin(space, &mut rng) else { return trip };
        trip.prints.push(mix(space.fingerprint(&state)));
        while trip.actions.len() < length as usize && !stop.load(Ordering::Relaxed) {
            let Some((action, target)) = trip.step(space, &state, &mut rng) else {
                trip.dead_end = true;
                break;
            };
            trip.actions.push(action);
            trip.prints.push(mix(space.fingerprint(&target)));
            state = target;
        }
        trip
    }

    fn begin(&mut self, space: &S, rng: &mut ChaCha8Rng) -> Option<S::State> {
        let mut marks = Marks::default();
        let (mut count, mut chosen) = (0, None);
        // The visitor never breaks.
        let _ = space.initial(&mut marks, &mut |state, breached| {
            count += 1;
            if is_chosen(rng, count) {
                chosen = Some((count as usize - 1, state.clone(), *breached));
            }
            ControlFlow::Continue(())
        });
        self.marks.join(&marks);
        let (initial, state, breached) = chosen?;
        self.initial = initial;
        self.note(&breached, None);
        Some(state)
    }

    /// Judges all steps from `state` and chooses one.
    fn step(&mut self, space: &S, state: &S::State, rng: &mut ChaCha8Rng) -> Option<(S::Action, S::State)> {
        let mut marks = self.marks;
        let (mut count, mut chosen) = (0, None);
        // The visitor never breaks.
        let _ = space.successors(state, &mut marks, &mut |action, target, breached| {
            count += 1;
            self.note(breached, Some(action));
            if is_chosen(rng, count) {
                chosen = Some((action, target.clone()));
            }
            ControlFlow::Continue(())
        });
        self.marks = marks;
        self.judged += count;
        chosen
    }

    fn note(&mut self, breached: &S::Bits, action: Option<S::Action>) {
        let first = breached.without(&self.breached);
        if !first.is_empty() {
            let before = self.actions.len();
            self.firsts.extend(first.iter().map(|bit| First { bit, before, action }));
            self.breached.join(&first);
        }
    }
}

/// Whether the candidate of this number, from 1, takes the place of the one chosen before it: so each of n
/// is chosen with a chance of one in n, whatever n turns out to be.
fn is_chosen(rng: &mut ChaCha8Rng, number: u64) -> bool {
    // The product's upper half is below `number`, and even to within 2^-50 for any count that occurs.
    (u128::from(rng.next_u64()) * u128::from(number)) >> 64 == 0
}
