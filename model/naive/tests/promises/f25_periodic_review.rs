//! F25 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::data::Review;

const F25: &str = "F25.reviewed-in-time";

fn review(review: Review, good: bool) -> Observation {
    Reviewed { review, good }
}

#[test]
fn the_next_review_comes_within_the_period() {
    let until = |log: &[Timed], end| broken_until(F25, &rules(), log, Some(end));
    let once = [(5, review(Review::Policy, true))];
    assert_eq!(until(&once, 10), NONE);
    assert_eq!(until(&once, 11), ["policy-reviewed@holder 0 at 10"]);
    let again = [(5, review(Review::Policy, true)), (10, review(Review::Policy, true))];
    assert_eq!(until(&again, 20), NONE);
    assert_eq!(until(&again, 21), ["policy-reviewed@holder 0 at 20"]);
    assert_eq!(reached(F25, &rules(), &again), ["policy-reviewed-again"]);
    let late = [(5, review(Review::Policy, true)), (15, review(Review::Policy, true))];
    assert_eq!(until(&late, 16), ["policy-reviewed@holder 0 at 10"]);
    assert_eq!(reached(F25, &rules(), &late), NONE);
}

#[test]
fn each_kind_of_review_is_counted_on_its_own() {
    let both = [(0, review(Review::Policy, true)), (0, review(Review::Security, true))];
    let found = broken_until(F25, &rules(), &both, Some(99));
    assert_eq!(found, ["policy-reviewed@holder 0 at 10", "security-reviewed@holder 0 at 20"]);
    let other = [(0, review(Review::Security, true)), (15, review(Review::Policy, true))];
    let found = broken_until(F25, &rules(), &other, Some(21));
    assert_eq!(found, ["policy-reviewed@holder 0 at 20", "security-reviewed@holder 0 at 20"]);
}

#[test]
fn an_incomplete_review_counts_for_nothing_but_a_beginning() {
    let half = [(0, review(Review::Security, true)), (15, review(Review::Security, false))];
    assert_eq!(broken_until(F25, &rules(), &half, Some(21)), ["security-reviewed@holder 0 at 20"]);
    let first = [(0, review(Review::Security, false)), (15, review(Review::Security, false))];
    assert_eq!(broken_until(F25, &rules(), &first, Some(21)), ["security-reviewed@holder 0 at 20"]);
    assert_eq!(
        broken_until(F25, &rules(), &[(0, opened(ANN))], Some(999)),
        NONE,
        "nothing was ever reviewed"
    );
}
