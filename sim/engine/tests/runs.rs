//! Random runs on every scope, with and without defects: every promise judged, and three engines in agreement.

mod common;

use common::{assert_agreement, choices, explored, random_run, with};
use proptest::prelude::*;
use vouchsafe_engine::{Product, Run, replay};
use vouchsafe_system::defects::TABLE;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_honest_run_breaks_nothing(bytes in prop::collection::vec(any::<u8>(), 60)) {
        for scope in explored() {
            let product = Product::new(&scope);
            let run = Run::of(&product, &random_run(&product, 40, &mut choices(&bytes))).unwrap();
            prop_assert!(run.breached == Default::default(), "{}: {:?}", scope.name, replay::parts(&product, &run));
            assert_agreement(&product, &run);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_defective_run_breaks_only_what_the_defect_says(bytes in prop::collection::vec(any::<u8>(), 60)) {
        for row in TABLE {
            for scope in explored().iter().filter(|scope| row.scopes.contains(&scope.name.as_str())) {
                let scope = with(scope, row.defect);
                let product = Product::new(&scope);
                let run = Run::of(&product, &random_run(&product, 30, &mut choices(&bytes))).unwrap();
                for part in replay::parts(&product, &run) {
                    let promise = part.split('/').next().unwrap();
                    // What a scope is not asked about may be broken there in passing.
                    prop_assert!(
                        !scope.asks(promise) || row.breaks.contains(&promise),
                        "{} breaks {part} in {}",
                        row.defect,
                        scope.name
                    );
                }
                assert_agreement(&product, &run);
            }
        }
    }
}
