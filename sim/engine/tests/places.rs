//! Location independence (XFR-06): no promise but those about places looks at where copies lie.
#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks at the few kinds that it is about")]

use proptest::prelude::*;
use std::collections::BTreeSet;
use vouchsafe_alphabet::{Observation as O, Place, Word};
use vouchsafe_engine::agreement::{self, Saying};
use vouchsafe_engine::{arbitrary, choices};

/// Another place for each, and none for two of them.
fn elsewhere(place: Place) -> Place {
    Place::ALL.iter().copied().cycle().nth(place.index() + 1).unwrap_or(place)
}

/// The same log with every copy in another place.
fn moved(log: &[(u64, O)]) -> Vec<(u64, O)> {
    let moved = |saw| match saw {
        O::Copied { record, to, place } => O::Copied { record, to, place: place.map(elsewhere) },
        O::Stored { record, to, good, place } => O::Stored { record, to, good, place: place.map(elsewhere) },
        O::Transferred { record, place, to_place, good, to } => {
            O::Transferred { record, place: elsewhere(place), to_place: elsewhere(to_place), good, to }
        }
        other => other,
    };
    log.iter().map(|&(at, saw)| (at, moved(saw))).collect()
}

fn promise(saying: &Saying) -> &'static str {
    match saying {
        Saying::Triggered(id)
        | Saying::Witnessed(id, _)
        | Saying::BrokenAt(id, ..)
        | Saying::BrokenWhenEnded(id, ..)
        | Saying::Pending(id, ..) => id,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_copy_is_judged_alike_wherever_it_lies(
        bytes in prop::collection::vec(any::<u8>(), 0..900),
        length in 1usize..40,
    ) {
        let mut choose = choices::of_bytes(&bytes);
        let rules = arbitrary::rules(&mut choose);
        let log = arbitrary::log(length, &mut choose);
        let says = |log: &[(u64, O)]| -> BTreeSet<Saying> {
            let all = agreement::oracle(&rules, log, None);
            all.into_iter().filter(|saying| !promise(saying).starts_with("F32.")).collect()
        };
        prop_assert_eq!(says(&log), says(&moved(&log)));
    }
}

#[test]
fn the_promises_about_places_do_look() {
    let (home, away) = (Place::Germany, elsewhere(Place::Germany));
    let log = |place| {
        use vouchsafe_alphabet::{Category, Holder, Person, Record, Regime, Source};
        let (person, record, by) = (Person(0), Record(0), Holder::VENDOR);
        let collected = O::Collected {
            record,
            person,
            category: Category::DeviceInfo,
            by,
            source: Source::Reported,
            other: None,
            command: None,
            tv: None,
            ground: None,
            purpose: None,
            details: None,
            terms: None,
        };
        let lives = O::Resides { person, law: Regime::Consent, minor: false, place: Some(home) };
        [(0, lives), (1, collected), (2, O::Stored { record, to: by, good: true, place: Some(place) })]
    };
    let hidden = |place| {
        let says = agreement::oracle(&vouchsafe_alphabet::Rules::default(), &log(place), None);
        says.contains(&Saying::BrokenAt("F32.safeguarded-transfer", "no-hidden-hop", 3))
    };
    assert!(hidden(away) && !hidden(home));
}
