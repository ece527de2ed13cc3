//! A run that is cut says so, and by what.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::sync::atomic::AtomicBool;

use vouchsafe_explore::{
    Extent, Goal, Marks, Mask, Observer, Options, Pass, Quiet, Reason, Space, Stats, explore, find_shortest,
};

use crate::graph::Graph;

/// The points of a cube, from a corner outwards: wide levels and many joins.
struct Cube {
    side: u64,
    /// The bit 0 is breached by arriving here.
    breach: Option<u64>,
}

impl Space for Cube {
    type State = u64;
    type Action = u8;
    type Bits = Mask<1>;

    fn fingerprint(&self, state: &u64) -> u64 {
        *state
    }

    fn initial(
        &self,
        _: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(&u64, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&0, &Mask::default())
    }

    fn successors(
        &self,
        state: &u64,
        marks: &mut Marks<Mask<1>>,
        visit: &mut impl FnMut(u8, &u64, &Mask<1>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for (axis, step) in [1, self.side, self.side * self.side].into_iter().enumerate() {
            if state / step % self.side + 1 < self.side {
                let target = state + step;
                marks.witnessed.0[0] |= 1 << (target % 64);
                visit(axis as u8, &target, &Mask([u64::from(self.breach == Some(target))]))?;
            }
        }
        ControlFlow::Continue(())
    }

    fn name(&self, action: &u8) -> String {
        action.to_string()
    }
}

const SIDE: u64 = 64;
const CUBE: Cube = Cube { side: SIDE, breach: Some(SIDE * SIDE * SIDE / 2 + SIDE / 2) };

#[test]
fn an_uncut_run_finds_the_whole_cube() {
    for threads in [0, 1, 2, 3] {
        let report = explore(&CUBE, &Options { threads, ..Options::default() }, &Quiet);
        assert_eq!((report.extent, report.states), (Extent::Exhausted, SIDE.pow(3)));
        assert_eq!(report.transitions, 3 * SIDE.pow(2) * (SIDE - 1));
        assert_eq!(report.depth, 3 * (SIDE as u32 - 1));
        assert_eq!(report.breaches[0].depth as usize, 32 + 32);
        let actions = report.breaches[0].counterexample.clone().unwrap().actions;
        assert_eq!(actions, [vec![0; 32], vec![2; 32]].concat());
    }
}

#[test]
fn a_limit_on_states_is_hardly_exceeded() {
    for most in [1, 2, 1000, 50_000, 200_000] {
        let options = Options { states_max: Some(most), ..Options::default() };
        let report = explore(&CUBE, &options, &Quiet);
        assert_eq!(report.extent, Extent::Cut(Reason::States));
        assert!((most..most + most / 10 + 3).contains(&report.states), "{most} {}", report.states);
        assert!(!report.holds());
        for threads in [2, 3] {
            assert!(explore(&CUBE, &Options { threads, ..options }, &Quiet).says_the_same(&report));
        }
    }
}

#[test]
fn a_limit_that_is_not_needed_leaves_the_run_exhausted() {
    let options = Options {
        states_max: Some(SIDE.pow(3) + 1),
        depth_max: Some(3 * SIDE as u32),
        seconds_max: Some(1e9),
        bytes_max: Some(1 << 40),
        ..Options::default()
    };
    assert_eq!(explore(&CUBE, &options, &Quiet).extent, Extent::Exhausted);
}

#[test]
fn a_limit_on_depth_cuts_only_what_goes_deeper() {
    let chain = Graph::of(&[(0, 1, 1, &[]), (1, 1, 2, &[]), (2, 1, 3, &[9])]);
    let to = |depth| explore(&chain, &Options { depth_max: Some(depth), ..Options::default() }, &Quiet);
    let zero = to(0);
    assert_eq!((zero.extent, zero.states, zero.transitions), (Extent::Cut(Reason::Depth), 1, 0));
    let two = to(2);
    assert_eq!((two.extent, two.states, two.depth), (Extent::Cut(Reason::Depth), 3, 2));
    assert!(two.breaches.is_empty() && !two.holds(), "nothing was found, and nothing is claimed");
    // State 3 has no successors, but that is known only once it is expanded.
    assert_eq!(to(3).extent, Extent::Cut(Reason::Depth));
    assert_eq!(to(3).breaches.len(), 1);
    assert_eq!(to(4).extent, Extent::Exhausted);
}

#[test]
fn a_limit_on_memory_cuts_and_the_peak_is_told() {
    let whole = explore(&CUBE, &Options::default(), &Quiet);
    assert!(whole.memory.peak as u64 > 8 * whole.states);
    for threads in [1, 2, 3] {
        let options = Options { bytes_max: Some(whole.memory.peak / 2), threads, ..Options::default() };
        let report = explore(&CUBE, &options, &Quiet);
        assert_eq!(report.extent, Extent::Cut(Reason::Memory));
        let most = whole.memory.peak / 2;
        assert!((most..most + most / 10).contains(&report.memory.peak), "{} of {most}", report.memory.peak);
        assert!(report.memory.beside_frontier < report.memory.peak);
    }
}

#[test]
fn a_breach_stands_when_its_counterexample_does_not_fit() {
    // Links take more room than the first pass: a limit in between cuts the second pass only.
    let whole = explore(&CUBE, &Options::default(), &Quiet);
    let late = Cube { breach: Some(SIDE * SIDE * SIDE - 1), ..CUBE };
    let options = Options { bytes_max: Some(whole.memory.peak + 1), ..Options::default() };
    let report = explore(&late, &options, &Quiet);
    assert_eq!(report.extent, Extent::Exhausted);
    assert_eq!(report.traced, Some(Extent::Cut(Reason::Memory)));
    assert_eq!((report.breaches[0].bit, report.breaches[0].depth), (0, 3 * (SIDE as u32 - 1)));
    assert_eq!(report.breaches[0].counterexample, None);
    assert!(!report.holds());
}

#[test]
fn time_and_interruption_cut_at_once() {
    let options = Options { seconds_max: Some(0.0), ..Options::default() };
    let report = explore(&CUBE, &options, &Quiet);
    assert_eq!((report.extent, report.states), (Extent::Cut(Reason::Seconds), 1));
    let report = explore(&CUBE, &Options::default(), &AtomicBool::new(true));
    assert_eq!((report.extent, report.states), (Extent::Cut(Reason::Interrupted), 1));
    let raised = AtomicBool::new(true);
    let found = find_shortest(&CUBE, &Mask([1]), Goal::Breach, &Options::default(), &raised);
    assert_eq!((found.extent, found.walks), (Extent::Cut(Reason::Interrupted), vec![]));
}

#[test]
fn a_search_for_a_run_respects_limits() {
    let find = |options| find_shortest(&CUBE, &Mask([1]), Goal::Breach, &options, &Quiet);
    let deep = find(Options { depth_max: Some(64), ..Options::default() });
    assert_eq!((deep.extent, deep.walks.len()), (Extent::Exhausted, 1));
    let shallow = find(Options { depth_max: Some(63), ..Options::default() });
    assert_eq!((shallow.extent, shallow.walks), (Extent::Cut(Reason::Depth), vec![]));
    let few = find(Options { states_max: Some(1000), ..Options::default() });
    assert_eq!((few.extent, few.walks), (Extent::Cut(Reason::States), vec![]));
}

/// Interrupts once it has heard of progress, so that the run proves to have reported some.
#[derive(Default)]
struct Impatient(RefCell<Vec<Stats>>);

impl Observer for Impatient {
    fn progress(&self, stats: &Stats) {
        self.0.borrow_mut().push(*stats);
    }

    fn interrupted(&self) -> bool {
        !self.0.borrow().is_empty()
    }
}

#[test]
fn progress_is_reported_and_an_observer_may_interrupt() {
    let observer = Impatient::default();
    let endless = Cube { side: 1 << 20, breach: None };
    let report = explore(&endless, &Options::default(), &observer);
    assert_eq!(report.extent, Extent::Cut(Reason::Interrupted));
    let heard = observer.0.into_inner();
    assert_eq!(heard.len(), 1);
    assert_eq!((heard[0].pass, heard[0].states), (Pass::Exploring, report.states));
    assert!(heard[0].frontier > 0 && heard[0].bytes > 0 && heard[0].transitions > 0);
}
