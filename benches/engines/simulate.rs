//! Simulating a population, parties and oracle together, in observations per second.

use criterion::{Criterion, Throughput};
use vouchsafe_benches::{PLAN, scope};
use vouchsafe_engine::Scope;
use vouchsafe_engine::population::{Nowhere, Population, Tally};

fn simulate(scope: &Scope) -> Tally {
    let mut population = Population::new(scope, PLAN, &mut Nowhere);
    while population.step(&mut Nowhere) {}
    population.tally
}

pub(crate) fn benchmark(criterion: &mut Criterion) {
    let scope = scope("household");
    let mut group = criterion.benchmark_group("simulate");
    group.sample_size(20).throughput(Throughput::Elements(simulate(&scope).observations));
    group.bench_function("population", |bencher| bencher.iter(|| simulate(&scope)));
    group.finish();
}
