//! A state's fingerprint is gathered from what its parts have kept: it must be what taking it anew would give. And the
//! state after a step is made from what is there of another: it must be what the step gives by itself.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use vouchsafe_engine::product::{Found, State};
use vouchsafe_engine::{Product, shipped};
use vouchsafe_explore::{Marks, Options, Patches, Quiet, Space, explore};
use vouchsafe_system::Action;

/// States from which every step is looked at, in each scope.
const STATES: usize = 1000;

#[test]
fn kept_fingerprints_are_those_taken_anew() {
    let mut steps = 0;
    for scope in shipped::all() {
        let product = Product::new(&scope);
        let mut seen = std::collections::HashSet::new();
        let mut queue = VecDeque::from([product.opening().0]);
        while let Some(state) = queue.pop_front().filter(|_| seen.len() < STATES) {
            let flow = product.successors(&state, &mut Marks::default(), &mut |action, next, _| {
                steps += 1;
                assert_eq!(
                    product.fingerprint(next),
                    next.print_anew(),
                    "{}: {}",
                    scope.name,
                    product.name(&action)
                );
                // One step after the other is taken in the same place; none leaves anything there for the next.
                let alone = product.step(&state, &action).map(|(alone, _)| alone.print_anew());
                assert_eq!(alone, Some(next.print_anew()), "{}: {}", scope.name, product.name(&action));
                if seen.insert(product.fingerprint(next)) {
                    queue.push_back(*next);
                }
                ControlFlow::Continue(())
            });
            assert!(flow.is_continue());
        }
    }
    assert!(steps > 100_000, "{steps} steps");
}

#[test]
fn equal_states_have_equal_fingerprints_by_whatever_way_they_were_reached() {
    let scope = shipped::named("control-and-consent").expect("it is shipped");
    let product = Product::new(&scope);
    let mut states: Vec<State> = vec![product.opening().0];
    let mut meetings = 0;
    let mut at = 0;
    while at < 200 {
        let from = states[at];
        let flow = product.successors(&from, &mut Marks::default(), &mut |_, next, _| {
            match states.iter().find(|known| known.world == next.world && known.books == next.books) {
                Some(known) => {
                    meetings += 1;
                    assert_eq!(product.fingerprint(known), product.fingerprint(next));
                }
                None => states.push(*next),
            }
            ControlFlow::Continue(())
        });
        assert!(flow.is_continue());
        at += 1;
    }
    assert!(meetings > 300, "{meetings} meetings");
}

/// A product that looks at each state which has waited, and packs states only where it is to.
struct Watched<'a> {
    product: Product<'a>,
    packed: bool,
}

impl Space for Watched<'_> {
    type State = State;
    type Action = Action;
    type Bits = Found;

    fn fingerprint(&self, state: &State) -> u64 {
        self.product.fingerprint(state)
    }

    fn initial(
        &self,
        marks: &mut Marks<Found>,
        visit: &mut impl FnMut(&State, &Found) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.product.initial(marks, visit)
    }

    fn successors(
        &self,
        state: &State,
        marks: &mut Marks<Found>,
        visit: &mut impl FnMut(Action, &State, &Found) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        assert_eq!(state.print_anew(), self.product.fingerprint(state), "the state is as it was found");
        self.product.successors(state, marks, visit)
    }

    fn patches(&self, state: &State, patches: &mut impl Patches) {
        if self.packed {
            self.product.patches(state, patches);
        }
    }

    fn name(&self, action: &Action) -> String {
        self.product.name(action)
    }
}

#[test]
fn a_state_that_waited_packed_is_the_one_that_was_found() {
    for name in ["control", "minors-copies"] {
        let scope = shipped::named(name).expect("it is shipped");
        let found = [(false, 1, None), (true, 1, None), (true, 2, None), (true, 2, Some(u64::MAX))].map(
            |(packed, threads, states_max)| {
                let space = Watched { product: Product::new(&scope), packed };
                let options = Options { threads, states_max, ..Options::default() };
                let report = explore(&space, &options, &Quiet);
                (report.states, report.transitions, report.depth, report.marks)
            },
        );
        assert!(found.iter().all(|one| *one == found[0]), "{name}: {found:?}");
        assert!(found[0].0 > 1000, "{name} has many states");
    }
}
