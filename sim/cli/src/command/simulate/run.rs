//! Running a simulation to its end, and what is kept of it.

use super::Simulate;
use crate::failure::Failure;
use crate::interrupt;
use crate::moment::since_start;
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::stream::Stream;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::trace::{self, Entry};
use vouchsafe_engine::Scope;
use vouchsafe_engine::latency::Latency;
use vouchsafe_engine::network::Profile;
use vouchsafe_engine::population::{Population, PopulationNames, Sink, Tally};
use vouchsafe_monitor::{Breach, Moment};
use vouchsafe_oracle::{Following, Promise};
use vouchsafe_system::Fault;

/// Of each broken part no more breaches are told one by one than these.
const TOLD: usize = 3;
/// The clock and the signals are looked at after this many events.
const LOOK_EVERY: u64 = 1024;

/// A breach that is told.
pub(super) struct Told {
    pub(super) part: usize,
    pub(super) at_ms: u64,
    /// The observation at which it shows, from 1; none for a deadline that passed.
    pub(super) at: Option<u64>,
    pub(super) subject: String,
    pub(super) because: Vec<u64>,
}

/// How a promise came through.
pub(super) struct Kept {
    pub(super) promise: Promise<Following>,
    pub(super) triggered: u64,
    pub(super) witnessed: Vec<u64>,
    /// How often each part was broken.
    pub(super) broken: Vec<u64>,
    pub(super) told: Vec<Told>,
}

/// Why a simulation ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    Interrupted,
    Time,
}

/// A simulation that was run.
pub(super) struct Ran {
    pub(super) tally: Tally,
    pub(super) network: Profile,
    pub(super) latency: Latency,
    /// How many presses were under way at the end, by their way.
    pub(super) pending: [u64; 3],
    pub(super) promises: Vec<Kept>,
    /// SHA-256 of everything seen, in the form in which it is logged.
    pub(super) digest: String,
    pub(super) stopped: Option<Stopped>,
    /// The sentences of the observations that breaches point to.
    pub(super) quotes: BTreeMap<u64, String>,
}

impl Kept {
    pub(super) fn breaches(&self) -> u64 {
        self.broken.iter().sum()
    }
}

impl Ran {
    pub(super) fn breaches(&self) -> u64 {
        self.promises.iter().map(Kept::breaches).sum()
    }

    /// For which share of the time the relay's workers were busy, in parts per million.
    pub(super) fn relay_busy_ppm(&self) -> u64 {
        let workers = u128::from(self.network.relay.workers.count.get());
        let time_us = (u128::from(self.tally.now_ms) * 1000 * workers).max(1);
        (u128::from(self.latency.relay_busy_us) * 1_000_000 / time_us) as u64
    }

    /// What the profile has and the scope does not, so that it does not happen.
    pub(super) fn ignored(&self, scope: &Scope) -> Vec<&'static str> {
        let faults = [(Fault::Loss, self.network.loses()), (Fault::Duplication, self.network.doubles())];
        let ignored = faults.into_iter().filter(|(fault, has)| *has && !scope.setup.faults.has(*fault));
        ignored.map(|(fault, _)| fault.name()).collect()
    }

    /// How the command ends. An interrupted run settles nothing, even where breaches were found.
    pub(super) fn outcome(&self) -> Outcome {
        match (self.stopped, self.breaches()) {
            (Some(Stopped::Interrupted), _) | (Some(Stopped::Time), 0) => Outcome::Open,
            (None, 0) => Outcome::Kept,
            (Some(Stopped::Time) | None, _) => Outcome::Broken,
        }
    }
}

/// Takes what a simulation shows.
struct Taker<'a> {
    names: PopulationNames<'a>,
    log: Option<&'a mut Stream>,
    failed: Option<Failure>,
    digest: Sha256,
    broken: BTreeMap<(usize, usize), (u64, Vec<Told>)>,
}

impl Sink for Taker<'_> {
    fn entry(&mut self, entry: &Entry) {
        let text = trace::write(entry, &self.names);
        self.digest.update(text.as_bytes());
        if let (Some(log), None) = (&mut self.log, &self.failed) {
            self.failed = log.quiet_line(text.trim_end()).err();
        }
    }

    fn breach(&mut self, breach: &Breach) {
        let (count, told) = self.broken.entry((breach.promise, breach.part)).or_default();
        *count += 1;
        if told.len() < TOLD {
            let mut subject = String::new();
            if let Some((sort, id)) = breach.subject {
                self.names.name(sort, id, &mut subject);
            }
            told.push(Told {
                part: breach.part,
                at_ms: breach.at_ms,
                at: match breach.moment {
                    Moment::Line(line) => Some(line),
                    Moment::InstantEnd { .. } => None,
                },
                subject,
                because: breach.because.clone(),
            });
        }
    }
}

/// Runs a simulation.
pub(super) fn run(
    options: &Simulate,
    scope: &Scope,
    network: &Profile,
    log: Option<&mut Stream>,
    progress: &Progress,
) -> Result<Ran, Failure> {
    let names = PopulationNames(&scope.names);
    let mut taker = Taker { names, log, failed: None, digest: Sha256::new(), broken: BTreeMap::new() };
    let mut population = Population::new(scope, network, options.plan(), &mut taker);
    let start = Instant::now();
    let mut events = 0_u64;
    let stopped = loop {
        if events.is_multiple_of(LOOK_EVERY) {
            let tally = &population.tally;
            progress.reached(tally.now_ms);
            progress.says(format!("{}, {} observations", since_start(tally.now_ms), tally.observations));
            if interrupt::asked() {
                break Some(Stopped::Interrupted);
            }
            if options.max_seconds.is_some_and(|most| start.elapsed().as_secs_f64() >= most) {
                break Some(Stopped::Time);
            }
        }
        if taker.failed.is_some() || !population.step(&mut taker) {
            break None;
        }
        events += 1;
    };
    if let Some(failed) = taker.failed.take() {
        return Err(failed);
    }
    let digest = taker.digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let promises = kept(&population, taker.broken);
    let quotes = quotes(options, scope, network, &promises);
    Ok(Ran {
        tally: population.tally.clone(),
        network: network.clone(),
        latency: population.latency().clone(),
        pending: population.pending(),
        promises,
        digest,
        stopped,
        quotes,
    })
}

fn kept(population: &Population<'_>, mut broken: BTreeMap<(usize, usize), (u64, Vec<Told>)>) -> Vec<Kept> {
    let follower = population.follower();
    let counts = follower.triggered().iter().zip(follower.witnessed());
    let promises = follower.promises().iter().zip(counts).enumerate();
    let promises = promises.map(|(number, (promise, (&triggered, witnessed)))| {
        let parts = (0..promise.parts.len()).map(|part| broken.remove(&(number, part)).unwrap_or_default());
        let (broken, told): (Vec<_>, Vec<_>) = parts.unzip();
        let told = told.into_iter().flatten().collect();
        Kept { promise: *promise, triggered, witnessed: witnessed.clone(), broken, told }
    });
    promises.collect()
}

/// Keeps the sentences of some observations.
struct Quoter<'a> {
    names: PopulationNames<'a>,
    wanted: BTreeSet<u64>,
    number: u64,
    quotes: BTreeMap<u64, String>,
}

impl Sink for Quoter<'_> {
    fn entry(&mut self, entry: &Entry) {
        self.number += 1;
        if let (Entry::Saw(_, saw), true) = (entry, self.wanted.remove(&self.number)) {
            self.quotes.insert(self.number, saw.sentence(&self.names));
        }
    }
    fn breach(&mut self, _: &Breach) {}
}

/// What the observations said that the told breaches point to: the same seed is run again until all were seen.
fn quotes(options: &Simulate, scope: &Scope, network: &Profile, promises: &[Kept]) -> BTreeMap<u64, String> {
    let told = promises.iter().flat_map(|kept| &kept.told);
    let wanted: BTreeSet<u64> = told.flat_map(|told| told.because.iter().copied().chain(told.at)).collect();
    if wanted.is_empty() {
        return BTreeMap::new();
    }
    let mut quoter =
        Quoter { names: PopulationNames(&scope.names), wanted, number: 0, quotes: BTreeMap::new() };
    let mut population = Population::new(scope, network, options.plan(), &mut quoter);
    while !quoter.wanted.is_empty() && population.step(&mut quoter) {}
    quoter.quotes
}
