//! Every input of the shipped scopes has a name that is read back, and there is none that no scope offers.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::{Sort, Word};
use vouchsafe_engine::shipped;
use vouchsafe_system::{Action, Defect};

/// Names for tests: the sort and the number, such as `tv1`.
struct Plain;

impl Naming for Plain {
    fn id(&mut self, _: Sort, name: &str) -> u32 {
        name.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().unwrap()
    }
    fn name(&self, sort: Sort, id: u32, to: &mut String) {
        to.push_str(&sort.name().replace(' ', "-"));
        to.push_str(&id.to_string());
    }
}

#[test]
fn every_input_is_read_back_by_its_name() {
    let mut offered = BTreeSet::new();
    for scope in shipped::all() {
        let mut setup = scope.setup;
        setup.defects = Defect::ALL.iter().copied().collect();
        let actions = setup.actions();
        assert!(actions.is_sorted(), "{}", scope.name);
        for action in actions {
            let name = action.name(&Plain);
            assert_eq!(Action::parse(&name, &mut Plain), Ok(action), "{name}");
            assert!(setup.topics.has(action.topic()), "{}: {name}", scope.name);
            offered.insert((action.word(), action.topic()));
        }
    }
    for (word, topic, _) in Action::WORDS {
        assert!(offered.contains(&(*word, *topic)), "no scope offers `{word}`");
    }
}
