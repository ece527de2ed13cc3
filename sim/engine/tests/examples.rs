//! What the naive evaluator says of its examples, one promise after the other, the oracle says as well.

#[path = "../../../model/naive/tests/promises/examples.rs"]
mod examples;

use examples::{logs, recipients};
use vouchsafe_alphabet::Rules;
use vouchsafe_engine::agreement;
use vouchsafe_naive::{Report, Timed};

/// What the naive evaluator says; both say the same.
fn judge(rules: &Rules, log: &[Timed], until_ms: Option<u64>) -> Report {
    let (oracle, naive) = agreement::differences(rules, log, until_ms);
    assert!(
        oracle.is_empty() && naive.is_empty(),
        "only the oracle: {oracle:?}; only the other: {naive:?}\n{log:?}"
    );
    vouchsafe_naive::judge(rules, log, until_ms)
}
