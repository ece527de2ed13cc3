//! scratch
use std::time::Instant;
use vouchsafe_benches::reference::{Reference, ceiling};
use vouchsafe_explore::{Options, Quiet, explore};
fn main() {
    let which = std::env::args().nth(1).unwrap();
    let threads: usize = std::env::args().nth(2).map_or(1, |n| n.parse().unwrap());
    let start = Instant::now();
    let states = match which.as_str() {
        "ceiling" => ceiling::run().states,
        "ours" => {
            let r = explore(&Reference, &Options { threads, ..Options::default() }, &Quiet);
            println!("{} {}", r.transitions, r.bytes_peak as f64 / r.states as f64);
            r.states
        }
        "s31" => {
            use stateright::{Checker, Model};
            Reference.checker().threads(threads).spawn_bfs().join().unique_state_count() as u64
        }
        "s30" => {
            use stateright_030::{Checker, Model};
            Reference.checker().threads(threads).spawn_bfs().join().unique_state_count() as u64
        }
        "wours" => {
            let sc = vouchsafe_benches::wide::wide();
            let r = explore(
                &vouchsafe_engine::Product::new(&sc),
                &Options { threads, ..Options::default() },
                &Quiet,
            );
            println!("{} {}", r.transitions, r.bytes_peak as f64 / r.states as f64);
            r.states
        }
        "ws31" => {
            use stateright::{Checker, Model};
            let sc: &'static _ = Box::leak(Box::new(vouchsafe_benches::wide::wide()));
            vouchsafe_benches::wide::WideModel(vouchsafe_engine::Product::new(sc))
                .checker()
                .threads(threads)
                .spawn_bfs()
                .join()
                .unique_state_count() as u64
        }
        "ws30" => {
            use stateright_030::{Checker, Model};
            let sc: &'static _ = Box::leak(Box::new(vouchsafe_benches::wide::wide()));
            vouchsafe_benches::wide::WideModel(vouchsafe_engine::Product::new(sc))
                .checker()
                .threads(threads)
                .spawn_bfs()
                .join()
                .unique_state_count() as u64
        }
        _ => 0,
    };
    let t = start.elapsed().as_secs_f64();
    let rss = std::fs::read_to_string("/proc/self/status")
        .unwrap()
        .lines()
        .find(|l| l.starts_with("VmHWM"))
        .unwrap()
        .to_owned();
    println!("{which} {threads}: {states} {t:.3} s {:.2} M/s {rss}", states as f64 / t / 1e6);
}
