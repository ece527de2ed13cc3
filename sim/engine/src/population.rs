//! Simulating a population: many households of the same parties in virtual time, one oracle over all.
//!
//! Every household is a world of its own; the vendor, the relay and the recipients are the same to all. People
//! act and press keys at exponentially distributed intervals; messages of the command path travel as a network
//! profile says; what the parties do unasked happens when it is due. The clock counts microseconds, and what is
//! seen is told in milliseconds. The same seed gives the same events.

mod acts;
pub mod draw;
mod flight;
mod household;
mod names;
mod path;
pub mod queue;

pub use names::PopulationNames;

use crate::latency::{Latency, Press};
use crate::network::{Ppm, Profile};
use crate::scope::Scope;
use crate::station::Station;
use acts::Acts;
use household::{Flight, Household};
use queue::{Event, Queue};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use vouchsafe_alphabet::Stamp;
use vouchsafe_alphabet::trace::Entry;
use vouchsafe_monitor::{Breach, Follower};
use vouchsafe_system::{Action, Fault, Out, Parcel, Refusal, Setup, Topic, World};

/// A day in milliseconds.
const DAY_MS: u64 = 86_400_000;
/// How often an adversary, where there is one, is at hand when something is on its way beside the command path.
const ATTACKED: Ppm = Ppm(5_000);
/// How often trouble that was drawn comes about: most of what people do goes well.
const TROUBLE: Ppm = Ppm(60_000);
/// Of inputs drawn at random, no more are tried at a time than these.
const TRIES: u32 = 24;

/// What to simulate.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How many households.
    pub households: u32,
    /// For how long, in virtual milliseconds.
    pub duration_ms: u64,
    /// The seed of every choice.
    pub seed: u64,
    /// The mean time between two inputs in a household other than presses, in milliseconds.
    pub pause_ms: u64,
    /// How often a key is pressed in a household, in the mean of a day.
    pub presses_per_day: u32,
}

impl Default for Plan {
    /// An input every two hours and a press every hour: model choices.
    fn default() -> Self {
        Self { households: 100, duration_ms: 30 * DAY_MS, seed: 1, pause_ms: 7_200_000, presses_per_day: 24 }
    }
}

/// What a simulation has counted.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Inputs taken, presses and what happens to messages among them.
    pub inputs: u64,
    /// Inputs of people and schedulers that did not apply where they came up.
    pub refused: u64,
    /// Observations judged.
    pub observations: u64,
    /// Events taken from the queue.
    pub events: u64,
    /// Virtual time reached, in milliseconds.
    pub now_ms: u64,
}

/// A running simulation.
pub struct Population<'a> {
    setup: &'a Setup,
    network: &'a Profile,
    plan: Plan,
    acts: Acts,
    loses: bool,
    doubles: bool,
    reorders: bool,
    households: Vec<Household>,
    queue: Queue,
    rng: ChaCha8Rng,
    relay: Station,
    next: [u32; 4],
    follower: Follower,
    out: Out,
    latency: Latency,
    /// What was counted so far.
    pub tally: Tally,
}

/// Where what a simulation shows goes.
pub trait Sink {
    /// Something was seen.
    fn entry(&mut self, entry: &Entry);
    /// Something broke.
    fn breach(&mut self, breach: &Breach);
    /// A press that the guard let through has ended.
    fn ended(&mut self, _press: &Press) {}
}

impl<'a> Population<'a> {
    /// A population of a scope's household, before anything has happened.
    pub fn new(scope: &'a Scope, network: &'a Profile, plan: Plan, sink: &mut dyn Sink) -> Self {
        let setup = &scope.setup;
        let mut population = Self {
            setup,
            network,
            plan,
            acts: Acts::of(setup),
            loses: setup.faults.has(Fault::Loss),
            doubles: setup.faults.has(Fault::Duplication),
            reorders: setup.faults.has(Fault::Reordering),
            households: Vec::with_capacity(plan.households as usize),
            queue: Queue::default(),
            rng: ChaCha8Rng::seed_from_u64(plan.seed),
            relay: Station::new(network.relay.workers.count.get()),
            next: [0; 4],
            follower: Follower::new(scope.judged.clone(), |_| true),
            out: Out::default(),
            latency: Latency::default(),
            tally: Tally::default(),
        };
        for number in 0..plan.households {
            population.out.clear();
            let world = setup.opening(&mut population.out);
            population.households.push(Household::new(world));
            population.show(number, 0, sink);
            population.next_act(number, 0);
            population.next_press(number, 0);
        }
        population
    }

    /// The oracle, with what it has counted.
    pub fn follower(&self) -> &Follower {
        &self.follower
    }

    /// What was measured of the presses that have ended.
    pub fn latency(&self) -> &Latency {
        &self.latency
    }

    /// How many presses are under way, by [`Path`](crate::latency::Path).
    pub fn pending(&self) -> [u64; 3] {
        let mut pending = [0; 3];
        let active = self.households.iter().filter_map(|household| household.active.as_ref());
        for command in active.flat_map(|active| active.commands.iter().flatten()) {
            if let Some(count) = pending.get_mut(command.path as usize) {
                *count += 1;
            }
        }
        pending
    }

    /// How many events wait in the queue.
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// Takes the next event; `false` once the time is up.
    pub fn step(&mut self, sink: &mut dyn Sink) -> bool {
        let next = self.queue.pop().filter(|(now_us, ..)| now_us / 1000 <= self.plan.duration_ms);
        let Some((now_us, number, event)) = next else {
            self.follower.advance(self.plan.duration_ms);
            self.report(sink);
            self.tally.now_ms = self.plan.duration_ms;
            return false;
        };
        self.tally.now_ms = now_us / 1000;
        self.tally.events += 1;
        match event {
            Event::Due => self.due(number, now_us, sink),
            Event::Arrives(place, turn) => self.arrives(number, now_us, place, turn, sink),
            Event::Handled(place, turn) => self.handled(number, now_us, place, turn, sink),
            Event::Retry(slot, turn) => self.patience_of_route(number, now_us, slot, turn, sink),
            Event::GiveUp(slot, turn) => self.patience_of_all(number, now_us, slot, turn, sink),
            Event::Press => {
                self.press(number, now_us, sink);
                self.next_press(number, now_us);
            }
            Event::Act => {
                self.act(number, now_us, sink);
                self.next_act(number, now_us);
            }
            Event::Soon => self.soon(number, now_us, sink),
        }
        true
    }

    fn next_act(&mut self, number: u32, now_us: u64) {
        if !self.acts.others.is_empty() {
            let pause = draw::pause(&mut self.rng, self.plan.pause_ms * 1000);
            self.queue.push(now_us + pause, number, Event::Act);
        }
    }

    fn next_press(&mut self, number: u32, now_us: u64) {
        if self.plan.presses_per_day > 0 && !self.acts.pairs.is_empty() {
            let mean_us = DAY_MS * 1000 / u64::from(self.plan.presses_per_day);
            let pause = draw::pause(&mut self.rng, mean_us);
            self.queue.push(now_us + pause, number, Event::Press);
        }
    }

    fn household(&mut self, number: u32) -> Option<&mut Household> {
        self.households.get_mut(number as usize)
    }

    fn due(&mut self, number: u32, now_us: u64, sink: &mut dyn Sink) {
        self.out.clear();
        let Some(household) = self.households.get_mut(number as usize) else { return };
        // A due time may have been put forward since it was queued, or put off.
        if household.due_us != now_us {
            return;
        }
        household.due_us = u64::MAX;
        let now_ms = now_us / 1000;
        if self.setup.next_due(&household.world).is_some_and(|due_ms| due_ms <= now_ms) {
            household.world = self.setup.due_work(&household.world, now_ms, &mut self.out);
            self.after(number, now_us, None, sink);
        } else {
            self.note_due(number, now_us);
        }
    }

    /// Tries inputs at random until one applies.
    fn act(&mut self, number: u32, now_us: u64, sink: &mut dyn Sink) {
        let mut tries = 0;
        while tries < TRIES {
            let drawn = draw::below(&mut self.rng, self.acts.others.len());
            let Some(&(action, needs)) = self.acts.others.get(drawn) else { return };
            tries += 1;
            let household = self.households.get(number as usize);
            let mends = |household: &Household| acts::mends(action, &household.world);
            if acts::is_trouble(action)
                && !household.is_some_and(mends)
                && !draw::happens(&mut self.rng, TROUBLE)
            {
                continue;
            }
            let open = needs.is_none_or(|(sort, slot)| household.is_some_and(|h| h.is_open(sort, slot)));
            // What needs a case that is not there need not be tried.
            if open && self.take(number, action, now_us, None, sink).is_ok() {
                return;
            }
            self.tally.refused += 1;
        }
    }

    /// What is on its way beside the command path arrives, in any order; now and then an adversary is there first.
    fn soon(&mut self, number: u32, now_us: u64, sink: &mut dyn Sink) {
        if let Some(household) = self.household(number) {
            household.soon = false;
        }
        if draw::happens(&mut self.rng, ATTACKED) {
            self.first_that_applies(number, now_us, |acts| &acts.attacks, sink);
        }
        self.first_that_applies(number, now_us, |acts| &acts.soon, sink);
    }

    /// Takes the first of these inputs that applies, from a random one on.
    fn first_that_applies(
        &mut self,
        number: u32,
        now_us: u64,
        among: impl Fn(&Acts) -> &Vec<Action>,
        sink: &mut dyn Sink,
    ) {
        let count = among(&self.acts).len();
        let first = draw::below(&mut self.rng, count);
        for place in (first..count).chain(0..first) {
            let Some(&action) = among(&self.acts).get(place) else { return };
            if self.take(number, action, now_us, None, sink).is_ok() {
                return;
            }
        }
    }

    /// Queues that something may be on its way beside the command path.
    fn note_soon(&mut self, number: u32, now_us: u64, action: Action) {
        if !matches!(action.topic(), Topic::Control | Topic::Status) || self.acts.soon.is_empty() {
            return;
        }
        let takes_us = self.network.hop(Parcel::StatusReport).us.draw(&mut self.rng).max(1);
        let Some(household) = self.household(number) else { return };
        if !household.soon {
            household.soon = true;
            self.queue.push(now_us + takes_us, number, Event::Soon);
        }
    }

    /// Takes an input, shows what is seen, and sends on their way the messages that it brings about.
    fn take(
        &mut self,
        number: u32,
        action: Action,
        now_us: u64,
        flight: Option<Flight>,
        sink: &mut dyn Sink,
    ) -> Result<(), Refusal> {
        self.out.clear();
        let Some(household) = self.households.get_mut(number as usize) else { return Err(Refusal::Unknown) };
        let next: World<Stamp> = self.setup.step(&household.world, action, now_us / 1000, &mut self.out)?;
        household.world = next;
        self.tally.inputs += 1;
        self.after(number, now_us, flight, sink);
        self.note_soon(number, now_us, action);
        Ok(())
    }

    /// What follows from a step; the message that it delivered, if it did, is no longer among those on their way.
    fn after(&mut self, number: u32, now_us: u64, flight: Option<Flight>, sink: &mut dyn Sink) {
        self.measure(number, now_us, flight, sink);
        self.show(number, now_us / 1000, sink);
        self.note_due(number, now_us);
        self.send(number, now_us, sink);
    }

    /// Queues what is due next, unless something earlier is queued.
    fn note_due(&mut self, number: u32, now_us: u64) {
        let setup = self.setup;
        let Some(household) = self.household(number) else { return };
        let Some(due_ms) = setup.next_due(&household.world) else { return };
        let due_us = due_ms.max(now_us / 1000 + 1) * 1000;
        if due_us < household.due_us {
            household.due_us = due_us;
            self.queue.push(due_us, number, Event::Due);
        }
    }

    /// Lets the oracle see what a step showed, with ids that no other household or case has.
    fn show(&mut self, number: u32, now_ms: u64, sink: &mut dyn Sink) {
        let Self { out, households, next, follower, tally, .. } = self;
        let Some(household) = households.get_mut(number as usize) else { return };
        for saw in &out.observations {
            let saw = saw.mapped(&mut |sort, id| household.global(number, sort, id, next));
            tally.observations += 1;
            follower.saw(now_ms, &saw, tally.observations);
            sink.entry(&Entry::Saw(now_ms, saw));
        }
        for &(sort, slot) in &out.retired {
            household.retire(sort, slot);
        }
        self.report(sink);
    }

    fn report(&mut self, sink: &mut dyn Sink) {
        for breach in self.follower.take_breaches() {
            sink.breach(&breach);
        }
    }
}

/// Sends everything nowhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn entry(&mut self, _: &Entry) {}
    fn breach(&mut self, _: &Breach) {}
}
