//! Every defect says what it is and what it breaks; the tests of the engine show that it does.

use vouchsafe_alphabet::Word;
use vouchsafe_system::Defect;

#[test]
fn every_defect_names_its_clauses_and_promises() {
    for &defect in Defect::ALL {
        let row = defect.row();
        assert!(
            !row.clauses.is_empty()
                && (!row.breaks.is_empty() || !row.loses.is_empty())
                && defect.says().ends_with('.')
        );
        assert!(row.breaks.iter().all(|promise| promise.starts_with('F') && promise.contains('.')));
    }
}
