//! Liveness under limits: nothing is said that is not known.

use vouchsafe_explore::{Extent, Options, Quiet, Reason, Verdict, decide};

use crate::lasso_check::check;
use crate::live_graph::LiveGraph;

#[test]
fn a_cut_graph_decides_nothing_but_a_lasso_in_it_stands() {
    // A breach in three steps, and a way on that never ends.
    let mut edges = vec![(0, 1, 1, "p0"), (1, 1, 2, "0"), (2, 1, 1, "0")];
    edges.extend((3..500).map(|at| (at, 1, at + 1, "0")));
    edges.push((0, 2, 3, "0"));
    let live = LiveGraph::of("w", &edges);
    let cut = |most| decide(&live, &Options { states_max: Some(most), ..Options::default() }, &Quiet);
    let far = cut(50);
    assert_eq!(far.extent, Extent::Cut(Reason::States));
    let Verdict::Breached(lasso) = &far.decisions[0].verdict else { panic!("{far:?}") };
    assert_eq!(check(&live, 0, lasso), Ok(()));
    // Of state 2 nothing is known yet: it might be a dead end, or an answer might be possible there.
    let near = cut(3);
    assert_eq!(near.decisions[0].verdict, Verdict::Undecided(Reason::States));
    assert!(near.decisions[0].opened && !near.holds());
}

#[test]
fn every_limit_leaves_the_question_open() {
    // The duty holds, but only a complete search can say so.
    let mut edges = vec![(0, 1, 1, "p0"), (4000, 1, 0, "q0")];
    edges.extend((1..4000).map(|at| (at, 1, at + 1, "0")));
    let live = LiveGraph::of("w", &edges);
    assert!(live.decide().holds());
    let limited = |options: Options| decide(&live, &options, &Quiet).decisions[0].verdict.clone();
    let depth = limited(Options { depth_max: Some(100), ..Options::default() });
    assert_eq!(depth, Verdict::Undecided(Reason::Depth));
    let seconds = limited(Options { seconds_max: Some(0.0), ..Options::default() });
    assert_eq!(seconds, Verdict::Undecided(Reason::Seconds));
    let interrupted = decide(&live, &Options::default(), &std::sync::atomic::AtomicBool::new(true));
    assert_eq!(interrupted.decisions[0].verdict, Verdict::Undecided(Reason::Interrupted));
    // The survey fits, and what comes after it does not.
    let peak = live.decide().bytes_peak;
    let memory = decide(&live, &Options { bytes_max: Some(peak), ..Options::default() }, &Quiet);
    assert_eq!(memory.extent, Extent::Exhausted);
    assert_eq!(memory.decisions[0].verdict, Verdict::Undecided(Reason::Memory));
    assert!(!memory.holds());
}
