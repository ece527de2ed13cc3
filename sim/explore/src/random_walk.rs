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
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, SyncSender};
use std::time::Duration;

use crate::distinct::Distinct;
use crate::observer::{Memory, Watch};
use crate::trip::{First, Trip};
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

/// What was found in a space by walking through it, and what was covered of it.
pub type Sampled<S> = (Report<<S as Space>::Action, <S as Space>::Bits>, Walked<<S as Space>::Action>);

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
) -> Sampled<S> {
    let mut gathered = Gathered::<S>::new(how, options.bytes_max);
    let limits = Options { depth_max: None, bytes_max: None, ..*options };
    let mut watch = Watch::new(&limits, observer);
    let reason = gathered.run(space, options, &mut watch);
    gathered.report(space, reason, watch.memory)
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
        // A run that is to end before it begins takes no step.
        let mut cut = watch.look(&self.stats());
        let (next, stop) = (AtomicU64::new(0), AtomicBool::new(cut.is_some()));
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
        std::thread::scope(|scope| {
            let (send, receive) = mpsc::sync_channel(4 * threads);
            for _ in 0..threads {
                let send = send.clone();
                scope.spawn(move || work(send));
            }
            drop(send);
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
            frontier_bytes: 0,
            bytes: self.distinct.bytes() + self.fresh.capacity() * size_of::<u64>(),
        }
    }

    fn report(mut self, space: &S, reason: Reason, mut memory: Memory) -> Sampled<S> {
        let stats = self.stats();
        memory.see(&stats);
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
            memory,
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
