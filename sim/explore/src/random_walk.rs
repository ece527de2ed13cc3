//! Random walks: what can be said of a space that is too large to be exhausted.
//!
//! A walk begins at an initial state and takes, again and again, one of the steps that are possible,
//! each with the same chance, until it has its length or meets a dead end; then the next begins. All
//! steps that are possible at a state on the way are judged, whichever of them is taken, and a step that
//! breaches something is followed on like any other.
//!
//! Walks are counted rather than steps, as TLC's simulation mode and Quint's `run` do; a run of SPIN is
//! a single walk. Each walk draws from a generator of its own, the stream of its number of ChaCha8 under
//! the seed, and what walks found is joined in the order of their numbers. So the same seed gives the
//! same report whatever the number of threads, unless time or an interruption ends it.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, SyncSender};
use std::time::Duration;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::distinct::Distinct;
use crate::observer::Watch;
use crate::table::mix;
use crate::{
    Bits, Breach, Extent, Marks, Observer, Options, Pass, Reason, Report, Space, Stats, Walk, shrink,
};

/// How to walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RandomWalk {
    /// How many walks to take.
    pub walks: u64,
    /// The seed of every choice.
    pub seed: u64,
}

impl RandomWalk {
    /// How many steps a walk takes at the most where [`Options::depth_max`] says nothing; that is what
    /// TLC takes as well.
    pub const LENGTH: u32 = 100;
    /// Into how many parts the walks are cut to see whether they still find new states.
    pub const PARTS: usize = 10;
}

/// What walks covered, beside what every [`Report`] has.
#[derive(Clone, Debug, PartialEq)]
pub struct Walked<A> {
    /// Walks taken, one that was cut short included.
    pub walks: u64,
    /// Steps taken.
    pub steps: u64,
    /// Steps judged: all that were possible at the states on the way.
    pub judged: u64,
    /// Walks that ended because no step was possible.
    pub dead_ends: u64,
    /// Whether the number of distinct states is exact. Otherwise the table of states was full, and it is
    /// an estimate with a standard error of about 1.2 over the root of the number of states kept.
    pub exact: bool,
    /// How often each action was taken.
    pub taken: BTreeMap<A, u64>,
    /// New states found by each tenth of the walks, first to last.
    pub fresh: Vec<u64>,
}

impl<A> Walked<A> {
    /// The mean length of a walk, in steps.
    pub fn depth_mean(&self) -> f64 {
        if self.walks == 0 { 0.0 } else { self.steps as f64 / self.walks as f64 }
    }
}

/// Walks through `space`, and shrinks a run to each bit that was breached.
///
/// [`Options::depth_max`] is the length of a walk. [`Options::bytes_max`] does not end the run: it bounds
/// the table of states, whose number is an estimate from there on. The extent is never exhausted. In the
/// report, transitions are steps taken, the depth is that of the longest walk, and counterexamples are
/// 1-minimal but need not be the shortest.
pub fn walk_at_random<S: Space>(
    space: &S,
    how: RandomWalk,
    options: &Options,
    observer: &dyn Observer,
) -> (Report<S::Action, S::Bits>, Walked<S::Action>) {
    let mut gathered = Gathered::<S>::new(how, options.bytes_max);
    let limits = Options { depth_max: None, bytes_max: None, ..*options };
    let mut watch = Watch::new(&limits, observer);
    let reason = gathered.run(space, options, &mut watch);
    gathered.report(space, reason, watch.bytes_peak)
}

/// What one walk found.
struct Trip<S: Space> {
    initial: usize,
    actions: Vec<S::Action>,
    /// The mixed fingerprints of the states on the way.
    prints: Vec<u64>,
    judged: u64,
    marks: Marks<S::Bits>,
    breached: S::Bits,
    /// The first step of the walk that breaches each bit.
    firsts: Vec<First<S::Action>>,
    dead_end: bool,
}

/// Where a walk first breached a bit.
struct First<A> {
    bit: usize,
    /// How many steps of the walk come before.
    before: usize,
    /// The step that breaches, taken or not; none for an initial state.
    action: Option<A>,
}

impl<S: Space> Trip<S> {
    /// Walks; `stop` is raised to have an early end.
    fn take(space: &S, how: RandomWalk, number: u64, length: u32, stop: &AtomicBool) -> Self {
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

/// The shortest run to a breach so far.
struct Shortest<A> {
    initial: usize,
    actions: Vec<A>,
}

/// What all walks found, joined in the order of their numbers.
struct Gathered<S: Space> {
    how: RandomWalk,
    distinct: Distinct,
    walked: Walked<S::Action>,
    /// New states by walk.
    fresh: Vec<u64>,
    depth: u32,
    marks: Marks<S::Bits>,
    shortest: BTreeMap<usize, Shortest<S::Action>>,
}

impl<S: Space> Gathered<S> {
    /// How often limits are looked at while no walk ends.
    const LOOK_EVERY: Duration = Duration::from_millis(20);

    fn new(how: RandomWalk, bytes_max: Option<usize>) -> Self {
        let walked = Walked {
            walks: 0,
            steps: 0,
            judged: 0,
            dead_ends: 0,
            exact: true,
            taken: BTreeMap::new(),
            fresh: Vec::new(),
        };
        Self {
            how,
            distinct: Distinct::new(bytes_max),
            walked,
            fresh: Vec::new(),
            depth: 0,
            marks: Marks::default(),
            shortest: BTreeMap::new(),
        }
    }

    /// Takes the walks; gives what ended them.
    fn run(&mut self, space: &S, options: &Options, watch: &mut Watch<'_>) -> Reason {
        let length = options.depth_max.unwrap_or(RandomWalk::LENGTH);
        let threads = options.threads.max(1);
        let (next, stop) = (AtomicU64::new(0), AtomicBool::new(false));
        let (how, next, stop) = (self.how, &next, &stop);
        let work = move |send: SyncSender<(u64, Trip<S>)>| {
            while !stop.load(Ordering::Relaxed) {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= how.walks
                    || send.send((number, Trip::take(space, how, number, length, stop))).is_err()
                {
                    break;
                }
            }
        };
        let mut waiting = BTreeMap::new();
        let mut cut = watch.look(&self.stats());
        std::thread::scope(|scope| {
            let (send, receive) = mpsc::sync_channel(4 * threads);
            for _ in 0..threads {
                let send = send.clone();
                scope.spawn(move || work(send));
            }
            drop(send);
            stop.store(cut.is_some(), Ordering::Relaxed);
            loop {
                match receive.recv_timeout(Self::LOOK_EVERY) {
                    Ok((number, trip)) => drop(waiting.insert(number, trip)),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                // A limit on states has to be met by the same walk in every run, so none is joined early.
                while cut.is_none()
                    && let Some(trip) = waiting.remove(&(self.fresh.len() as u64))
                {
                    self.join(trip);
                    cut = watch.look(&self.stats());
                }
                cut = cut.or_else(|| watch.look(&self.stats()));
                stop.store(cut.is_some(), Ordering::Relaxed);
            }
        });
        if matches!(cut, Some(Reason::Seconds | Reason::Interrupted)) {
            // What was under way counts as far as it came.
            waiting.into_values().for_each(|trip| self.join(trip));
        }
        cut.unwrap_or(Reason::Walks)
    }

    fn join(&mut self, trip: Trip<S>) {
        let steps = trip.actions.len();
        self.walked.walks += 1;
        self.walked.steps += steps as u64;
        self.walked.judged += trip.judged;
        self.walked.dead_ends += u64::from(trip.dead_end);
        for action in &trip.actions {
            *self.walked.taken.entry(*action).or_default() += 1;
        }
        self.fresh.push(trip.prints.iter().map(|print| self.distinct.insert(*print)).sum());
        self.depth = self.depth.max(u32::try_from(steps).unwrap_or(u32::MAX));
        self.marks.join(&trip.marks);
        for First { bit, before, action } in trip.firsts {
            let length = before + usize::from(action.is_some());
            if self.shortest.get(&bit).is_none_or(|known| known.actions.len() > length) {
                let actions = trip.actions.iter().take(before).copied().chain(action).collect();
                self.shortest.insert(bit, Shortest { initial: trip.initial, actions });
            }
        }
    }

    fn stats(&self) -> Stats {
        Stats {
            pass: Pass::Walking,
            states: self.distinct.len(),
            transitions: self.walked.steps,
            frontier: self.how.walks.saturating_sub(self.walked.walks),
            depth: self.depth,
            bytes: self.distinct.bytes() + self.fresh.capacity() * size_of::<u64>(),
        }
    }

    fn report(
        mut self,
        space: &S,
        reason: Reason,
        bytes_peak: usize,
    ) -> (Report<S::Action, S::Bits>, Walked<S::Action>) {
        let stats = self.stats();
        self.walked.exact = self.distinct.exact();
        let place = |part: usize| part * self.fresh.len() / RandomWalk::PARTS;
        let part =
            |part: usize| self.fresh.get(place(part)..place(part + 1)).unwrap_or_default().iter().sum();
        self.walked.fresh = (0..RandomWalk::PARTS).map(part).collect();
        let mut breached = S::Bits::default();
        let mut breaches = Vec::new();
        for (bit, Shortest { initial, actions }) in self.shortest {
            breached.set(bit);
            let actions = shrink(&actions, |actions| breaches_bit(space, initial, actions, bit));
            let depth = u32::try_from(actions.len()).unwrap_or(u32::MAX);
            breaches.push(Breach { bit, depth, counterexample: Some(Walk { bit, initial, actions }) });
        }
        let report = Report {
            extent: Extent::Cut(reason),
            states: stats.states,
            transitions: self.walked.steps,
            depth: self.depth,
            marks: self.marks,
            breached,
            breaches,
            traced: None,
            bytes_peak: bytes_peak.max(stats.bytes),
        };
        (report, self.walked)
    }
}

/// Whether these actions are possible from an initial state and breach the bit somewhere on the way.
fn breaches_bit<S: Space>(space: &S, initial: usize, actions: &[S::Action], bit: usize) -> bool {
    let Some(along) = crate::retrace(space, initial, &[]) else { return false };
    let Some((mut state, breached)) = along.into_iter().next() else { return false };
    let mut found = breached.has(bit);
    for action in actions {
        let Some((next, breached)) = space.step(&state, action) else { return false };
        found |= breached.has(bit);
        state = next;
    }
    found
}
