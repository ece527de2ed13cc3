//! The books equal the naive evaluator on arbitrary logs, where the faults of books hide.

use proptest::prelude::*;
use vouchsafe_engine::{agreement, arbitrary, choices};

fn check(bytes: &[u8], length: usize) -> Result<(), TestCaseError> {
    let mut choose = choices::of_bytes(bytes);
    let rules = arbitrary::rules(&mut choose);
    let log = arbitrary::log(length, &mut choose);
    let (oracle, naive) = agreement::differences(&rules, &log, None);
    if !oracle.is_empty() || !naive.is_empty() {
        let lines: Vec<String> =
            log.iter().zip(1..).map(|((at, saw), line)| format!("{line:3} {at:4} {saw:?}")).collect();
        let list = |sayings: &[agreement::Saying]| {
            sayings.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        };
        return Err(TestCaseError::fail(format!(
            "only the oracle: [{}]; only the naive evaluator: [{}]\n{rules:?}\n{}",
            list(&oracle),
            list(&naive),
            lines.join("\n")
        )));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_arbitrary_logs(bytes in prop::collection::vec(any::<u8>(), 0..900), length in 1usize..40) {
        check(&bytes, length)?;
    }
}
