//! Benchmarks of the engines: `cargo bench -p vouchsafe-benches`.
//!
//! Absolute figures drift with the machine and its load; compare ratios of one run.

mod explore;
mod follow;
mod judge;
mod path;
mod search;
mod simulate;

use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    explore::benchmark(&mut criterion);
    judge::benchmark(&mut criterion);
    path::benchmark(&mut criterion);
    follow::benchmark(&mut criterion);
    simulate::benchmark(&mut criterion);
    search::benchmark(&mut criterion);
    criterion.final_summary();
}
