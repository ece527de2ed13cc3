//! Every defect changes something, at some step that is really taken.

use crate::reach::explore;
use crate::scopes;
use std::ops::ControlFlow;
use std::thread;
use vouchsafe_alphabet::Word;
use vouchsafe_system::{Defect, Defects, Out, Setup};

/// Whether some step differs from what honest parties would do in the same world.
fn shows(honest: &Setup, defect: Defect) -> bool {
    let broken = Setup { defects: Defects::one(defect), ..honest.clone() };
    let mut differs = false;
    let mut out = Out::default();
    explore(&broken, 6_000, |before, action, shown, after| {
        out.clear();
        let other = honest.step(before, action, (), &mut out);
        differs = other != *after || out != *shown;
        if differs { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    differs
}

#[test]
fn every_defect_shows() {
    let setups = scopes::all();
    let is_silent = |defect: &Defect| !setups.iter().any(|setup| shows(setup, *defect));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = |first| -> Vec<_> {
        Defect::ALL.iter().copied().skip(first).step_by(threads).filter(is_silent).collect()
    };
    let silent: Vec<_> = thread::scope(|scope| {
        let shares: Vec<_> = (0..threads).map(|first| scope.spawn(move || share(first))).collect();
        shares.into_iter().flat_map(|share| share.join().unwrap()).collect()
    });
    assert!(silent.is_empty(), "{silent:?} change nothing");
}

#[test]
fn every_defect_names_its_clauses_and_promises() {
    for &defect in Defect::ALL {
        let row = defect.row();
        assert!(!row.clauses.is_empty() && !row.breaks.is_empty() && defect.says().ends_with('.'));
        assert!(row.breaks.iter().all(|promise| promise.starts_with('F') && promise.contains('.')));
    }
}
