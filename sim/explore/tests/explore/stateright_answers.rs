//! Questions to which stateright 0.31 gives another answer than we do, with both answers.

use proptest::collection::vec;
use proptest::prelude::*;
use stateright::{Checker, Model, Property};
use vouchsafe_explore::stateright::{FromModel, LiveModel, Ordinal, Refusal, Role};
use vouchsafe_explore::{Due, Extent, Lasso, Options, Quiet, Reason, Verdict, decide, explore};

/// The states that each state leads to, in order.
type Rows = &'static [&'static [u8]];

/// A graph written down that starts in state 0.
struct Written {
    leads_to: Rows,
    properties: fn() -> Vec<Property<Written>>,
}

impl Model for Written {
    type State = u8;
    type Action = u8;

    fn init_states(&self) -> Vec<u8> {
        vec![0]
    }

    fn actions(&self, state: &u8, actions: &mut Vec<u8>) {
        actions.extend(self.leads_to.get(usize::from(*state)).copied().unwrap_or_default());
    }

    fn next_state(&self, _: &u8, target: u8) -> Option<u8> {
        Some(target)
    }

    fn format_action(&self, target: &u8) -> String {
        format!("go to {target}")
    }

    fn within_boundary(&self, state: &u8) -> bool {
        *state < 100
    }

    fn properties(&self) -> Vec<Property<Self>> {
        (self.properties)()
    }
}

/// That state 1 is reached on every path.
fn served() -> Vec<Property<Written>> {
    vec![Property::eventually("served", |_, state| *state == 1)]
}

/// Whether stateright finds a path on which state 1 is not reached.
fn theirs(leads_to: Rows) -> bool {
    Written { leads_to, properties: served }.checker().spawn_bfs().join().discovery("served").is_some()
}

fn ours(leads_to: Rows) -> Verdict<Ordinal> {
    let live = LiveModel::new(Written { leads_to, properties: served }).unwrap();
    decide(&live, &Options::default(), &Quiet).decisions.remove(0).verdict
}

fn lasso(leads_to: Rows) -> Lasso<Ordinal> {
    match ours(leads_to) {
        Verdict::Breached(lasso) => lasso,
        Verdict::Holds | Verdict::Vacuous | Verdict::Undecided(_) => panic!("no lasso"),
    }
}

#[test]
fn both_find_a_dead_end_and_both_accept_what_is_served() {
    assert!(theirs(&[&[1, 2], &[], &[]]));
    let lasso = lasso(&[&[1, 2], &[], &[]]);
    assert_eq!((lasso.stem, lasso.round), (vec![Ordinal(1)], vec![]));
    assert_eq!(lasso.respects[0].due, Due::Disabled(0));
    let always_served: [Rows; 2] = [&[&[1], &[]], &[&[2, 3], &[4], &[1], &[1], &[4]]];
    for served in always_served {
        assert!(!theirs(served));
        assert_eq!(ours(served), Verdict::Holds);
    }
    // Whatever leads beyond the boundary leads nowhere: that is a dead end to both.
    assert!(theirs(&[&[1, 2], &[], &[200]]));
    assert!(matches!(ours(&[&[1, 2], &[], &[200]]), Verdict::Breached(_)));
}

#[test]
fn a_cycle_is_missed_by_theirs() {
    let cycle: &[&[u8]] = &[&[2], &[], &[3], &[2, 1]];
    assert!(!theirs(cycle), "their answer: holds");
    let lasso = lasso(cycle);
    assert_eq!((lasso.stem, lasso.round), (vec![Ordinal(0)], vec![Ordinal(0), Ordinal(0)]));
    assert!(!theirs(&[&[0, 1], &[]]), "and so is a loop of one state");
    assert!(matches!(ours(&[&[0, 1], &[]]), Verdict::Breached(_)));
}

#[test]
fn a_join_is_missed_by_theirs_in_one_order() {
    // State 3 is a dead end, reached by way of state 1 and of state 2.
    let (served_first, silent_first): (&[&[u8]], &[&[u8]]) =
        (&[&[1, 2], &[3], &[3], &[]], &[&[2, 1], &[3], &[3], &[]]);
    assert!(!theirs(served_first), "their answer: holds");
    assert!(theirs(silent_first), "their answer: breached");
    assert_eq!(lasso(served_first).stem, [Ordinal(1), Ordinal(0)]);
    assert_eq!(lasso(silent_first).stem, [Ordinal(0), Ordinal(0)]);
}

#[test]
fn a_lasso_of_a_model_names_the_models_own_actions() {
    let leads_to: &[&[u8]] = &[&[5, 2], &[], &[3], &[2, 1], &[], &[1]];
    let live = LiveModel::new(Written { leads_to, properties: served }).unwrap();
    assert_eq!(
        live.tell(&lasso(leads_to)),
        "from initial state 0, where the duty opens\n  1  go to 2\nand then for ever\n  2  go to 3\n  3  go to 2\n\
         fair: 'any action' (weakly fair) is taken at step 2\n"
    );
}

#[test]
fn exploring_judges_the_other_properties_and_never_drops_a_duty_silently() {
    let properties = || {
        vec![
            Property::always("below three", |_: &Written, state: &u8| *state < 3),
            Property::eventually("served", |_, state| *state == 1),
            Property::sometimes("two", |_, state| *state == 2),
        ]
    };
    let model = || Written { leads_to: &[&[2], &[], &[3], &[2, 1]], properties };
    assert_eq!(FromModel::new(model()).err(), Some(Refusal::Eventually("served")));
    let live = LiveModel::new(model()).unwrap();
    let space = vouchsafe_explore::Live::space(&live);
    let roles: Vec<_> = space.bits().collect();
    assert_eq!(roles, [("below three", Role::Breach), ("served", Role::Duty), ("two", Role::Witness)]);
    let report = explore(space, &Options::default(), &Quiet);
    assert_eq!((report.breaches.len(), report.breaches[0].bit), (1, 0));
    assert_eq!((report.marks.triggered.0[0], report.marks.witnessed.0[0]), (0b001, 0b100));
    let found = decide(&live, &Options::default(), &Quiet);
    assert_eq!((found.decisions.len(), found.decisions[0].duty.name.as_str()), (1, "served"));
    assert!(matches!(found.decisions[0].verdict, Verdict::Breached(_)));
}

/// A long way, a short way and a longer one to a state that must not be reached.
fn never_bad() -> Vec<Property<Written>> {
    vec![
        Property::always("never bad", |_, state| *state < 50),
        Property::always("small", |_, state| *state < 100),
    ]
}

#[test]
fn theirs_keeps_the_last_counterexample() {
    let leads_to: &[&[u8]] = &[&[50, 1], &[2], &[51], &[]];
    let model = || Written { leads_to, properties: never_bad };
    let theirs = model().checker().spawn_bfs().join().discovery("never bad").unwrap().into_actions();
    assert_eq!(theirs, [1, 2, 51], "their answer: three steps");
    let report = explore(&FromModel::new(model()).unwrap(), &Options::default(), &Quiet);
    assert_eq!(report.breaches[0].counterexample.clone().unwrap().actions, [Ordinal(0)], "ours: one");
    // With more threads theirs depends on which is faster; ours does not.
    let options = Options { threads: 3, ..Options::default() };
    assert_eq!(explore(&FromModel::new(model()).unwrap(), &options, &Quiet), report);
}

/// A chain with a bad end.
struct Long;

impl Model for Long {
    type State = u32;
    type Action = ();

    fn init_states(&self) -> Vec<u32> {
        vec![0]
    }

    fn actions(&self, _: &u32, actions: &mut Vec<()>) {
        actions.push(());
    }

    fn next_state(&self, last: &u32, (): ()) -> Option<u32> {
        (*last < 5000).then_some(last + 1)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property::always("never at the end", |_, state| *state < 5000)]
    }
}

#[test]
fn a_run_that_was_cut_passes_with_theirs() {
    let leads_to: &[&[u8]] = &[&[1], &[2], &[3], &[4], &[50], &[]];
    let model = || Written { leads_to, properties: never_bad };
    let space = FromModel::new(model()).unwrap();
    model().checker().target_max_depth(3).spawn_bfs().join().assert_properties();
    let report = explore(&space, &Options { depth_max: Some(3), ..Options::default() }, &Quiet);
    assert_eq!((report.extent, report.holds()), (Extent::Cut(Reason::Depth), false));
    Long.checker().target_state_count(2000).spawn_bfs().join().assert_properties();
    let long = FromModel::new(Long).unwrap();
    let report = explore(&long, &Options { states_max: Some(2000), ..Options::default() }, &Quiet);
    assert_eq!((report.extent, report.holds()), (Extent::Cut(Reason::States), false));
    assert_eq!(explore(&long, &Options::default(), &Quiet).breaches[0].depth, 5000);
    assert_eq!(explore(&space, &Options::default(), &Quiet).breaches.len(), 1);
    // The same of liveness: what a limit leaves open is undecided.
    let live =
        LiveModel::new(Written { leads_to: &[&[2], &[], &[3], &[4], &[1]], properties: served }).unwrap();
    let cut = decide(&live, &Options { depth_max: Some(2), ..Options::default() }, &Quiet);
    assert_eq!(cut.decisions[0].verdict, Verdict::Undecided(Reason::Depth));
    assert!(decide(&live, &Options::default(), &Quiet).holds());
}

/// Counters up to three, of which only the multiset of values matters.
struct Alike;

impl Model for Alike {
    type State = [u8; 4];
    type Action = usize;

    fn init_states(&self) -> Vec<[u8; 4]> {
        vec![[0; 4]]
    }

    fn actions(&self, _: &[u8; 4], actions: &mut Vec<usize>) {
        actions.extend(0..4);
    }

    fn next_state(&self, last: &[u8; 4], which: usize) -> Option<[u8; 4]> {
        let mut next = *last;
        next[which] += 1;
        (next[which] < 4).then_some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property::always("small", |_, _| true)]
    }
}

fn sorted(state: &[u8; 4]) -> [u8; 4] {
    let mut sorted = *state;
    sorted.sort_unstable();
    sorted
}

#[test]
fn their_breadth_first_search_ignores_symmetry() {
    let report = explore(&FromModel::new(Alike).unwrap(), &Options::default(), &Quiet);
    assert_eq!(report.states, 256);
    assert_eq!(Alike.checker().symmetry_fn(sorted).spawn_bfs().join().unique_state_count(), 256);
    // Their depth-first search does not: there are 35 multisets of four values below four.
    assert_eq!(Alike.checker().symmetry_fn(sorted).spawn_dfs().join().unique_state_count(), 35);
}

/// A tree: the parent of each state but the first, and which states satisfy the condition.
#[derive(Clone, Debug)]
struct Tree {
    parents: Vec<usize>,
    served: Vec<bool>,
}

impl Model for Tree {
    type State = usize;
    type Action = usize;

    fn init_states(&self) -> Vec<usize> {
        vec![0]
    }

    fn actions(&self, state: &usize, actions: &mut Vec<usize>) {
        actions
            .extend((1..).zip(&self.parents).filter(|(_, parent)| *parent == state).map(|(child, _)| child));
    }

    fn next_state(&self, _: &usize, child: usize) -> Option<usize> {
        Some(child)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property::eventually("served", |tree: &Self, state| tree.served[*state])]
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Without cycles and joins theirs is right.
    #[test]
    fn both_agree_on_trees(parents in vec(any::<prop::sample::Index>(), 0..12), served in vec(prop::bool::weighted(0.3), 12)) {
        let parents = (1..).zip(&parents).map(|(child, index)| index.index(child)).collect();
        let tree = Tree { parents, served };
        let found = decide(&LiveModel::new(tree.clone()).unwrap(), &Options::default(), &Quiet);
        let theirs = tree.checker().spawn_bfs().join().discovery("served").is_some();
        prop_assert_eq!(matches!(found.decisions[0].verdict, Verdict::Breached(_)), theirs);
        prop_assert_eq!(found.holds(), !theirs);
    }
}
