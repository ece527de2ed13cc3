//! Following a log: the monitor against bare parsing of the same lines, so that the ratio is read from one run.

use criterion::{Criterion, Throughput};
use std::hint::black_box;
use vouchsafe_alphabet::wire::Line;
use vouchsafe_benches::{PLAN, log, scope};
use vouchsafe_monitor::Monitor;

pub(crate) fn benchmark(criterion: &mut Criterion) {
    let lines = log(&scope("household"), PLAN);
    let mut group = criterion.benchmark_group("follow");
    group.sample_size(20).throughput(Throughput::Elements(lines.len() as u64));
    group.bench_function("parse", |bencher| {
        bencher.iter(|| {
            // The header has a form of its own; one line among many.
            for line in lines.iter().skip(1) {
                black_box(serde_json::from_str::<Line<'_>>(line).is_ok());
            }
        });
    });
    group.bench_function("monitor", |bencher| {
        bencher.iter(|| {
            let mut monitor = Monitor::new(None);
            let refused = lines.iter().filter(|line| monitor.feed(line).is_err()).count();
            assert_eq!(refused, 0);
            monitor
        });
    });
    group.finish();
}
