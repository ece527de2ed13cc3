//! One transition: the parties' step, the judging of what it shows, and the books after it.

use criterion::{Criterion, Throughput};
use std::hint::black_box;
use vouchsafe_benches::{scope, transitions};
use vouchsafe_engine::Product;
use vouchsafe_system::Out;

/// How many transitions are taken in turn.
const TRANSITIONS: usize = 1024;

pub(crate) fn benchmark(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("judge");
    group.throughput(Throughput::Elements(1));
    for name in ["control", "minors-copies"] {
        let scope = scope(name);
        let product = Product::new(&scope);
        let found = transitions(&product, TRANSITIONS);
        let mut turn = found.iter().cycle();
        let mut out = Out::default();
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                out.clear();
                turn.next().map(|(state, action)| product.take(black_box(state), *action, &mut out))
            });
        });
    }
    group.finish();
}
