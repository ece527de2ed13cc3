//! What is shrunk still fails, and without any one of its actions it does not.

use proptest::collection::vec;
use proptest::prelude::*;
use vouchsafe_explore::shrink;

#[test]
fn only_what_matters_is_left() {
    let actions: Vec<u32> = (0..500).collect();
    assert_eq!(shrink(&actions, |rest| rest.contains(&77) && rest.contains(&402)), [77, 402]);
    assert!(shrink(&actions, |_| true).is_empty());
    assert_eq!(shrink(&actions, |rest| rest.len() == 500), actions);
}

#[test]
fn what_does_not_fail_is_returned_as_it_is() {
    assert_eq!(shrink(&[1, 2, 3], |_| false), [1, 2, 3]);
    assert!(shrink::<u8>(&[], |_| false).is_empty());
}

#[test]
fn a_pair_goes_together() {
    // Brackets must be balanced for a run to be possible: no single one can be removed.
    let balanced = |rest: &[char]| {
        let mut open = 0i32;
        rest.iter().all(|action| {
            open += match action {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            open >= 0
        }) && open == 0
    };
    let actions: Vec<char> = "((a)(x(b))c)".chars().collect();
    assert_eq!(shrink(&actions, |rest| balanced(rest) && rest.contains(&'x')), ['x']);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_result_is_minimal(actions in vec(0..8u8, 0..40), weights in vec(0..5i32, 8), enough in 1..30i32) {
        // Not monotone: an action's worth depends on the one before it.
        let fails = |rest: &[u8]| {
            let sum: i32 = rest.iter().map(|action| weights[*action as usize]).sum();
            let turns = rest.windows(2).filter(|two| two[0] > two[1]).count() as i32;
            sum + turns >= enough
        };
        let rest = shrink(&actions, fails);
        prop_assert_eq!(fails(&rest), fails(&actions));
        if fails(&rest) {
            for gone in 0..rest.len() {
                let mut fewer = rest.clone();
                fewer.remove(gone);
                prop_assert!(!fails(&fewer), "{rest:?} is not minimal: {fewer:?}");
            }
        } else {
            prop_assert_eq!(rest, actions);
        }
    }
}
