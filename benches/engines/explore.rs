//! Exploring scopes to their end, in states per second.

use criterion::{Criterion, Throughput};
use vouchsafe_benches::scope;
use vouchsafe_engine::Product;
use vouchsafe_explore::{Extent, Options, Quiet, explore};

pub(crate) fn benchmark(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("explore");
    group.sample_size(20);
    for name in ["control", "minors-copies"] {
        let scope = scope(name);
        let product = Product::new(&scope);
        let run = || explore(&product, &Options::default(), &Quiet);
        let report = run();
        assert_eq!(report.extent, Extent::Exhausted, "{name}");
        group.throughput(Throughput::Elements(report.states));
        group.bench_function(name, |bencher| bencher.iter(run));
    }
    group.finish();
}
