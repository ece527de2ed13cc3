//! Searches against each other: one model and one scope, by this project and by stateright, and a loop written for
//! the model as the ceiling. The command `compare` of this package sets more of them side by side.

use criterion::{Criterion, Throughput};
use std::time::Duration;
use vouchsafe_benches::contest::{Search, reference_searches, wide_searches};

/// stateright 0.31 takes so long that the rest would wait for it.
fn is_quick(search: &&Search) -> bool {
    !search.name.contains("0.31")
}

pub(crate) fn benchmark(criterion: &mut Criterion) {
    for (model, searches) in [("reference", reference_searches()), ("wide", wide_searches())] {
        let mut group = criterion.benchmark_group(format!("search/{model}"));
        group.sample_size(10).warm_up_time(Duration::from_millis(1)).measurement_time(Duration::from_secs(1));
        let mut states = None;
        for search in searches.iter().filter(is_quick) {
            let (found, _) = (search.run)();
            assert_eq!(*states.get_or_insert(found), found, "{}", search.name);
            group.throughput(Throughput::Elements(found));
            group.bench_function(search.name.as_str(), |bencher| bencher.iter(|| (search.run)()));
        }
        group.finish();
    }
}
