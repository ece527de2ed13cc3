//! Simulating a population: many households of the same parties in virtual milliseconds, one oracle over all.
//!
//! Every household is a world of its own; the vendor and the recipients are the same to all. People act at
//! exponentially distributed intervals; messages of the command path arrive after a delay; what the parties
//! do unasked happens when it is due. The same seed gives the same events.

use crate::cases::Cases;
use crate::scope::Scope;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::trace::Entry;
use vouchsafe_alphabet::{Names, Sort, Stamp};
use vouchsafe_monitor::{Breach, Follower};
use vouchsafe_system::{Action, Out, Setup, Topic, World};

/// What to simulate.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How many households.
    pub households: u32,
    /// For how long, in virtual milliseconds.
    pub duration_ms: u64,
    /// The seed of every choice.
    pub seed: u64,
    /// The mean time between two inputs in a household, in milliseconds.
    pub pause_ms: u64,
    /// The longest time that a message takes, in milliseconds.
    pub delay_ms: u64,
}

impl Default for Plan {
    /// An input every two hours, and messages that take up to a fifth of a second: model choices.
    fn default() -> Self {
        Self { households: 100, duration_ms: 30 * 86_400_000, seed: 1, pause_ms: 7_200_000, delay_ms: 200 }
    }
}

/// What a simulation has counted.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Inputs taken.
    pub inputs: u64,
    /// Inputs that did not apply where they came up.
    pub refused: u64,
    /// Observations judged.
    pub observations: u64,
    /// Virtual time reached, in milliseconds.
    pub now_ms: u64,
}

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// Parties do what is due.
    Due,
    /// A message arrives, is lost or doubled.
    Network,
    /// Somebody acts.
    Act,
}

/// A running simulation.
pub struct Population<'a> {
    setup: &'a Setup,
    plan: Plan,
    acts: Vec<Action>,
    network: Vec<Action>,
    worlds: Vec<World<Stamp>>,
    queue: BinaryHeap<Reverse<(u64, u32, Event)>>,
    rng: ChaCha8Rng,
    open: FxHashMap<(u32, Sort, u32), u32>,
    next: FxHashMap<Sort, u32>,
    follower: Follower,
    out: Out,
    /// What was counted so far.
    pub tally: Tally,
}

/// Where what a simulation shows goes.
pub trait Sink {
    /// Something was seen.
    fn entry(&mut self, entry: &Entry);
    /// Something broke.
    fn breach(&mut self, breach: &Breach);
}

impl<'a> Population<'a> {
    /// A population of a scope's household, before anything has happened.
    pub fn new(scope: &'a Scope, plan: Plan, sink: &mut dyn Sink) -> Self {
        let setup = &scope.setup;
        let on_network = |action: &Action| {
            matches!(
                action,
                Action::Deliver(..)
                    | Action::Lose(..)
                    | Action::Duplicate(..)
                    | Action::SendNext(..)
                    | Action::Answered(..)
                    | Action::TakeVerdict(..)
                    | Action::LoseCheck(..)
                    | Action::Arrive(..)
                    | Action::Intercept(..)
                    | Action::Tamper(..)
                    | Action::Redirect(..)
                    | Action::Eavesdrop(..)
            )
        };
        let all =
            setup.actions().into_iter().filter(|action| !matches!(action, Action::Tick | Action::TakeEffect));
        let (network, acts) = all.partition(on_network);
        let mut population = Self {
            setup,
            plan,
            acts,
            network,
            worlds: Vec::new(),
            queue: BinaryHeap::new(),
            rng: ChaCha8Rng::seed_from_u64(plan.seed),
            open: FxHashMap::default(),
            next: FxHashMap::default(),
            follower: Follower::new(scope.judged.clone(), |_| true),
            out: Out::default(),
            tally: Tally::default(),
        };
        for household in 0..plan.households {
            population.out.clear();
            let world = setup.opening(&mut population.out);
            population.worlds.push(world);
            population.show(household, 0, sink);
            let first = population.pause();
            population.queue.push(Reverse((first, household, Event::Act)));
        }
        population
    }

    /// The oracle, with what it has counted.
    pub fn follower(&self) -> &Follower {
        &self.follower
    }

    /// Takes the next event; `false` once the time is up.
    pub fn step(&mut self, sink: &mut dyn Sink) -> bool {
        let Some(Reverse((now, household, event))) = self.queue.pop() else { return false };
        if now > self.plan.duration_ms {
            self.follower.advance(self.plan.duration_ms);
            self.report(sink);
            self.tally.now_ms = self.plan.duration_ms;
            return false;
        }
        self.tally.now_ms = now;
        match event {
            Event::Due => self.due(household, now, sink),
            Event::Network => {
                self.take_one_of(household, now, true, sink);
            }
            Event::Act => {
                self.take_one_of(household, now, false, sink);
                let next = now + self.pause();
                self.queue.push(Reverse((next, household, Event::Act)));
            }
        }
        true
    }

    /// An exponentially distributed pause of the plan's mean, at least a millisecond.
    fn pause(&mut self) -> u64 {
        // The logarithm is taken of a whole number in fixed point, so that every machine draws the same.
        let draw = u64::from(self.rng.next_u32()) + 1;
        let bits = 32 * 1024 - log2_1024(draw);
        (u128::from(self.plan.pause_ms) * u128::from(bits) * 710 / (1024 * 1024)) as u64 + 1
    }

    fn due(&mut self, household: u32, now: u64, sink: &mut dyn Sink) {
        self.out.clear();
        let Some(world) = self.worlds.get(household as usize) else { return };
        // A due time may have been put off since it was queued.
        if self.setup.next_due(world).is_none_or(|due| due > now) {
            return;
        }
        let next = self.setup.due_work(world, now, &mut self.out);
        self.put(household, next, now, sink);
    }

    /// Tries inputs in a random order until one applies.
    fn take_one_of(&mut self, household: u32, now: u64, network: bool, sink: &mut dyn Sink) {
        let count = if network { self.network.len() } else { self.acts.len() };
        let tries = if network { count } else { count.min(24) };
        let start = self.rng.next_u32() as usize;
        for attempt in 0..tries {
            let draw = if network { start.wrapping_add(attempt) } else { self.rng.next_u32() as usize };
            let actions = if network { &self.network } else { &self.acts };
            let (Some(&action), Some(world)) =
                (actions.get(draw % count), self.worlds.get(household as usize))
            else {
                return;
            };
            self.out.clear();
            match self.setup.step(world, action, now, &mut self.out) {
                Ok(next) => {
                    self.tally.inputs += 1;
                    if matches!(action.topic(), Topic::Control | Topic::Status) {
                        let delay = 1 + u64::from(self.rng.next_u32()) % self.plan.delay_ms;
                        self.queue.push(Reverse((now + delay, household, Event::Network)));
                    }
                    self.put(household, next, now, sink);
                    return;
                }
                Err(_) => self.tally.refused += u64::from(!network),
            }
        }
    }

    fn put(&mut self, household: u32, next: World<Stamp>, now: u64, sink: &mut dyn Sink) {
        if let Some(due) = self.setup.next_due(&next) {
            self.queue.push(Reverse((due.max(now + 1), household, Event::Due)));
        }
        if let Some(world) = self.worlds.get_mut(household as usize) {
            *world = next;
        }
        self.show(household, now, sink);
    }

    /// Lets the oracle see what a step showed, with ids that no other household or case has.
    fn show(&mut self, household: u32, now: u64, sink: &mut dyn Sink) {
        let Self { out, open, next, follower, tally, .. } = self;
        for saw in &out.observations {
            let saw = saw.mapped(&mut |sort, id| global(household, sort, id, open, next));
            tally.observations += 1;
            follower.saw(now, &saw, tally.observations);
            sink.entry(&Entry::Saw(now, saw));
        }
        for &(sort, slot) in &out.retired {
            open.remove(&(household, sort, slot));
        }
        self.report(sink);
    }

    fn report(&mut self, sink: &mut dyn Sink) {
        for breach in self.follower.take_breaches() {
            sink.breach(&breach);
        }
    }
}

/// How many ids of a sort a household can have.
const STRIDE: u32 = 8;

/// The id that stands for a household's own.
fn global(
    household: u32,
    sort: Sort,
    id: u32,
    open: &mut FxHashMap<(u32, Sort, u32), u32>,
    next: &mut FxHashMap<Sort, u32>,
) -> u32 {
    match sort {
        Sort::Person | Sort::Phone | Sort::Tv | Sort::Mac | Sort::DeviceId => household * STRIDE + id,
        Sort::Holder | Sort::Staff | Sort::Terms => id,
        Sort::Command | Sort::Record | Sort::Request | Sort::Contract => {
            *open.entry((household, sort, id)).or_insert_with(|| {
                let next = next.entry(sort).or_default();
                *next += 1;
                *next - 1
            })
        }
    }
}

/// 1,024 times the logarithm to base 2 of a number that is not 0, in whole numbers.
fn log2_1024(number: u64) -> u64 {
    let whole = u64::from(number.ilog2());
    let mut rest = (u128::from(number) << 63 >> whole) as u64;
    let mut fraction = 0;
    for _ in 0..10 {
        let square = (u128::from(rest) * u128::from(rest)) >> 63;
        let carry = u64::from(square >> 64 != 0);
        fraction = fraction << 1 | carry;
        rest = (square >> carry) as u64;
    }
    whole << 10 | fraction
}

/// Names of a population: those of the scope's cast with the household's number, from 1.
#[derive(Clone, Copy, Debug)]
pub struct PopulationNames<'a>(pub &'a Names);

impl Naming for PopulationNames<'_> {
    fn id(&mut self, _: Sort, _: &str) -> u32 {
        u32::MAX
    }
    fn name(&self, sort: Sort, id: u32, to: &mut String) {
        if Cases::SORTS.contains(&sort) || sort == Sort::Terms {
            return crate::cases::CaseNames(self.0).name(sort, id, to);
        }
        if matches!(sort, Sort::Holder | Sort::Staff) {
            return self.0.name(sort, id, to);
        }
        self.0.name(sort, id % STRIDE, to);
        to.push('-');
        to.push_str(&(id / STRIDE + 1).to_string());
    }
}

/// Sends everything nowhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn entry(&mut self, _: &Entry) {}
    fn breach(&mut self, _: &Breach) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right_to_a_thousandth() {
        for number in [1u64, 2, 3, 10, 1000, 123_456_789, u64::from(u32::MAX), 1 << 40] {
            let exact = (number as f64).log2() * 1024.0;
            assert!((log2_1024(number) as f64 - exact).abs() <= 1.0, "{number}");
        }
    }
}
