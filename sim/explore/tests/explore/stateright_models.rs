//! The adapters agree with stateright's own checkers, in both directions.

use std::ops::ControlFlow;

use stateright::{Checker, Model, Property};
use vouchsafe_explore::stateright::{AsModel, FromModel, Ordinal, Refusal, Role};
use vouchsafe_explore::{Bits, Extent, Marks, Mask, Options, Quiet, Space, explore, fingerprint_of};

use crate::graph::{Graph, set};
use crate::two_phase_commit::{Action, TwoPhaseCommit};

#[test]
fn two_phase_commit_has_the_known_numbers_of_states() {
    for (managers, states) in [(3, 288), (5, 8_832), (7, 296_448)] {
        let space = FromModel::new(TwoPhaseCommit { managers }).unwrap();
        let report = explore(&space, &Options::default(), &Quiet);
        let checker = TwoPhaseCommit { managers }.checker().spawn_bfs().join();
        assert!(report.holds());
        assert_eq!(report.states, states);
        assert_eq!(checker.unique_state_count() as u64, states);
        // stateright also counts the initial state as generated.
        assert_eq!(checker.state_count() as u64, report.transitions + 1);
        // A state is at depth one for stateright where it is at depth zero for us.
        assert_eq!(checker.max_depth() as u32, report.depth + 1);
        assert_eq!(report.marks.witnessed, Mask([0b101, 0, 0, 0]));
        assert_eq!(report.marks.triggered, Mask([0b010, 0, 0, 0]));
        let bits: Vec<_> = space.bits().collect();
        let roles =
            [("all abort", Role::Witness), ("consistent", Role::Breach), ("all commit", Role::Witness)];
        assert_eq!(bits, roles);
    }
}

/// Two counters that may each be raised, with a boundary and a state that must not be reached.
struct Counters {
    most: u8,
    never: (u8, u8),
}

impl Model for Counters {
    type State = (u8, u8);
    type Action = bool;

    fn init_states(&self) -> Vec<(u8, u8)> {
        vec![(0, 0), (200, 200), (1, 0)]
    }

    fn actions(&self, _: &(u8, u8), actions: &mut Vec<bool>) {
        actions.extend([false, true]);
    }

    fn next_state(&self, last: &(u8, u8), first: bool) -> Option<(u8, u8)> {
        Some(if first { (last.0 + 1, last.1) } else { (last.0, last.1 + 1) })
    }

    fn within_boundary(&self, state: &(u8, u8)) -> bool {
        state.0 <= self.most && state.1 <= self.most
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("never there", |model: &Self, state| *state != model.never),
            Property::sometimes("far", |model: &Self, state: &(u8, u8)| {
                state.0 == model.most && state.1 == model.most
            }),
            Property::sometimes("beyond", |model: &Self, state: &(u8, u8)| state.0 > model.most),
        ]
    }
}

#[test]
fn counters_stay_within_their_boundary_and_a_breach_is_found() {
    let model = || Counters { most: 9, never: (3, 4) };
    let space = FromModel::new(model()).unwrap();
    let report = explore(&space, &Options::default(), &Quiet);
    let checker = model().checker().spawn_bfs().join();
    assert_eq!((report.extent, report.states), (Extent::Exhausted, 100));
    assert_eq!(checker.unique_state_count(), 100);
    assert_eq!(report.marks.witnessed, Mask([0b010, 0, 0, 0]));
    assert!(checker.discovery("never there").is_some() && checker.discovery("beyond").is_none());
    let walk = report.breaches[0].counterexample.clone().unwrap();
    // From (1, 0), which is the second initial state within the boundary.
    assert_eq!((walk.bit, walk.initial, walk.actions.len()), (0, 1, 6));
    let path = space.path(walk.initial, &walk.actions).unwrap();
    assert_eq!(path[0], (None, (1, 0)));
    assert_eq!(path.last().unwrap(), &(Some(true), (3, 4)));
    assert_eq!(space.path(0, &[Ordinal(2)]), None);
    assert_eq!(space.path(2, &[]), None);
}

/// The sliding puzzle of three by two fields: half of the 720 arrangements can be reached.
struct Puzzle;

impl Model for Puzzle {
    type State = [u8; 6];
    type Action = (usize, usize);

    fn init_states(&self) -> Vec<[u8; 6]> {
        vec![[0, 1, 2, 3, 4, 5]]
    }

    fn actions(&self, state: &[u8; 6], actions: &mut Vec<(usize, usize)>) {
        let gap = state.iter().position(|tile| *tile == 0).unwrap();
        let near = (0..6usize).filter(|at| (at / 3).abs_diff(gap / 3) + (at % 3).abs_diff(gap % 3) == 1);
        actions.extend(near.map(|at| (at, gap)));
    }

    fn next_state(&self, last: &[u8; 6], (from, to): (usize, usize)) -> Option<[u8; 6]> {
        let mut next = *last;
        next.swap(from, to);
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property::sometimes("reversed", |_, state| *state == [0, 5, 4, 3, 2, 1])]
    }
}

#[test]
fn a_puzzle_has_half_of_its_arrangements() {
    let report = explore(&FromModel::new(Puzzle).unwrap(), &Options::default(), &Quiet);
    assert_eq!((report.states, report.depth), (360, 21));
    // stateright stops as soon as every property is discovered, so it may see fewer.
    assert!(Puzzle.checker().spawn_bfs().join().unique_state_count() as u64 <= report.states);
}

struct Patient;

impl Model for Patient {
    type State = u8;
    type Action = ();

    fn init_states(&self) -> Vec<u8> {
        vec![0]
    }

    fn actions(&self, _: &u8, _: &mut Vec<()>) {}

    fn next_state(&self, _: &u8, (): ()) -> Option<u8> {
        None
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property::always("small", |_, _| true), Property::eventually("served", |_, _| false)]
    }
}

#[test]
fn a_liveness_property_is_refused_and_not_dropped() {
    let refusal = FromModel::new(Patient).err().unwrap();
    assert_eq!(refusal, Refusal::Eventually("served"));
    assert!(refusal.to_string().contains("'served'"));
}

#[test]
fn a_space_is_a_model_with_the_same_states() {
    let graph = Graph::of(&[(0, 1, 1, &[]), (0, 2, 2, &[]), (1, 2, 3, &[]), (2, 1, 3, &[]), (3, 0, 0, &[])]);
    let report = explore(&graph, &Options::default(), &Quiet);
    let model = AsModel::new(graph, vec![("kept", 3)]).unwrap();
    assert_eq!(model.format_action(&2), "take(2)");
    let checker = model.checker().spawn_bfs().join();
    assert_eq!(checker.unique_state_count() as u64, report.states);
    assert_eq!(checker.state_count() as u64, report.transitions + 1);
    checker.assert_properties();
}

#[test]
fn a_model_of_a_space_discovers_each_named_breach() {
    let graph = Graph::of(&[(0, 1, 1, &[17]), (1, 1, 2, &[63]), (2, 1, 2, &[])]);
    let names = vec![("first", 17), ("kept", 18), ("second", 63)];
    let checker = AsModel::new(graph, names).unwrap().checker().spawn_bfs().join();
    // stateright keeps the last counterexample it meets, and a breached bit stays in the state.
    for (name, bit) in [("first", 17), ("second", 63)] {
        assert!(checker.assert_any_discovery(name).last_state().breached.has(bit));
    }
    checker.assert_no_discovery("kept");
}

#[test]
fn a_bit_that_cannot_be_held_is_refused() {
    let refused = AsModel::new(Graph::of(&[(0, 1, 1, &[])]), vec![("wide", 64)]).err();
    assert_eq!(refused, Some(Refusal::BitOutOfRange { bit: 64, name: "wide", limit: 64 }));
}

/// Breaches each of 256 bits in turn.
#[derive(Debug)]
struct Wide;

impl Space for Wide {
    type State = u16;
    type Action = u16;
    type Bits = Mask<5>;

    fn fingerprint(&self, state: &u16) -> u64 {
        fingerprint_of(state)
    }

    fn initial(
        &self,
        _: &mut Marks<Mask<5>>,
        visit: &mut impl FnMut(&u16, &Mask<5>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        visit(&0, &Mask::default())
    }

    fn successors(
        &self,
        state: &u16,
        _: &mut Marks<Mask<5>>,
        visit: &mut impl FnMut(u16, &u16, &Mask<5>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if *state > 0 {
            return ControlFlow::Continue(());
        }
        (0..256).try_for_each(|bit| visit(bit, &(bit + 1), &[usize::from(bit)].into_iter().collect()))
    }

    fn name(&self, action: &u16) -> String {
        action.to_string()
    }
}

#[test]
fn each_bit_has_a_condition_of_its_own() {
    let names: Vec<(&'static str, usize)> = (0..256)
        .map(|bit| {
            let name: &'static str = Box::leak(format!("bit {bit}").into_boxed_str());
            (name, bit)
        })
        .collect();
    let checker = AsModel::new(Wide, names).unwrap().checker().spawn_bfs().join();
    assert_eq!(checker.discoveries().len(), 256);
    for (name, path) in checker.discoveries() {
        assert_eq!(format!("bit {}", path.into_actions()[0]), name);
    }
    assert!(AsModel::new(Wide, vec![("far", 256)]).is_err());
}

#[test]
fn a_round_trip_keeps_the_counts() {
    // A space made a model and explored as a space again is the same space.
    let graph = || Graph::of(&[(0, 1, 1, &[2]), (1, 1, 0, &[]), (0, 3, 2, &[]), (2, 3, 3, &[])]);
    let report = explore(&graph(), &Options::default(), &Quiet);
    let model = AsModel::new(graph(), vec![("two", 2)]).unwrap();
    let back = explore(&FromModel::new(model).unwrap(), &Options::default(), &Quiet);
    // Every state is there twice: before and after the breach; state 1 is reached only by it.
    assert_eq!((report.states, back.states), (4, 7));
    assert_eq!(back.breached, Mask([1, 0, 0, 0]));
    assert_eq!(back.breaches[0].depth, report.breaches[0].depth);
    assert_eq!(report.breached, set(&[2]));
}

#[test]
fn a_path_names_the_models_own_actions() {
    let space = FromModel::new(TwoPhaseCommit { managers: 1 }).unwrap();
    let path = space.path(0, &[Ordinal(2), Ordinal(4)]).unwrap();
    let actions: Vec<_> = path.into_iter().filter_map(|(action, _)| action).collect();
    assert_eq!(actions, [Action::Prepare(0), Action::Hear(0)]);
}
