//! A state's fingerprint is gathered from what its parts have kept: it must be what taking it anew would give.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use vouchsafe_engine::{Product, shipped};
use vouchsafe_explore::{Marks, Space};

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
    let mut states: Vec<vouchsafe_engine::product::State> = vec![product.opening().0];
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
