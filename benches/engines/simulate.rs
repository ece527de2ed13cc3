//! Simulating a population, parties and oracle together: in observations per second, and, for very many
//! households, against the bare queue of events.

use criterion::{Criterion, Throughput};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use std::hint::black_box;
use std::time::{Duration, Instant};
use vouchsafe_benches::{PLAN, network, scope};
use vouchsafe_engine::Scope;
use vouchsafe_engine::network::Profile;
use vouchsafe_engine::population::draw;
use vouchsafe_engine::population::queue::{Event, Queue};
use vouchsafe_engine::population::{Nowhere, Plan, Population, Tally};

/// The population that is set against the bare queue; half of the time goes by before anything is measured, so
/// that TVs are bound and checked.
const MANY: Plan = Plan { households: 100_000, duration_ms: 86_400_000, ..PLAN };

/// What the whole is wanted to reach, in thousandths of what the bare queue does.
const WANTED: u128 = 120;

fn simulate(scope: &Scope, network: &Profile) -> Tally {
    let mut population = Population::new(scope, network, PLAN, &mut Nowhere);
    while population.step(&mut Nowhere) {}
    population.tally
}

pub(crate) fn benchmark(criterion: &mut Criterion) {
    let (scope, network) = (scope("household"), network());
    let mut group = criterion.benchmark_group("simulate");
    group.sample_size(20).throughput(Throughput::Elements(simulate(&scope, &network).observations));
    group.bench_function("population", |bencher| bencher.iter(|| simulate(&scope, &network)));
    group.finish();
    against_bare_queue(&scope, &network);
}

/// Measures both in turn, and prints how they compare.
#[expect(clippy::print_stdout, reason = "a benchmark reports on standard output")]
fn against_bare_queue(scope: &Scope, network: &Profile) {
    let mut population = Population::new(scope, network, MANY, &mut Nowhere);
    while population.tally.now_ms < MANY.duration_ms / 2 && population.step(&mut Nowhere) {}
    let (before, waiting) = (population.tally.events, population.waiting());
    let start = Instant::now();
    while population.step(&mut Nowhere) {}
    let whole = start.elapsed();
    let events = population.tally.events - before;
    drop(population);
    let bare = bare_queue(events, waiting);
    let rate = |time: Duration| u128::from(events) * 1_000_000 / time.as_micros().max(1);
    let thousandths = rate(whole) * 1000 / rate(bare).max(1);
    println!(
        "simulate/100,000 households: {events} events, {} a second; the bare queue with {waiting} waiting: {} a \
         second; ratio {}.{:03}, wanted 0.{WANTED:03}",
        rate(whole),
        rate(bare),
        thousandths / 1000,
        thousandths % 1000
    );
}

/// How long so many events take that do nothing but wait for their time in the same kind of queue.
fn bare_queue(events: u64, waiting: usize) -> Duration {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let pauses: Vec<u64> = (0..1 << 16).map(|_| draw::pause(&mut rng, 2_400_000_000)).collect();
    let mut pauses = pauses.iter().copied().cycle();
    let mut queue = Queue::default();
    for number in 0..waiting as u32 {
        queue.push(pauses.next().unwrap_or(1), number, Event::Act);
    }
    let start = Instant::now();
    for _ in 0..events {
        if let Some((now_us, number, event)) = black_box(queue.pop()) {
            queue.push(now_us + pauses.next().unwrap_or(1), number, event);
        }
    }
    start.elapsed()
}
