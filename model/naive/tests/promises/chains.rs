//! Chains of disclosure that start with us, as F11 follows them from hop to hop.

use crate::logs::*;
use crate::recipients::*;
use vouchsafe_alphabet::Word;

fn broken_in(rules: &Rules, lines: &[Observation]) -> Vec<String> {
    broken("F11", rules, &among_recipients(lines))
}
/// Ann agrees to any sharing with that class.
fn agrees(class: Class) -> Observation {
    says(Answer::Yes, Verb::Disclose, class, None)
}
fn disclosed_support(to: Holder) -> Observation {
    gives(VENDOR, to, Purpose::Support)
}

#[test]
fn onward_hops_are_judged_as_far_as_the_chain_goes() {
    let yes = [agrees(Class::Provider), agrees(Class::Ecosystem)];
    let first = disclosed_support(PROVIDER);
    let onward = gives(PROVIDER, PARTNER, Purpose::Support);
    let then = |lines: &[Observation]| broken_in(&rules(), &[&yes[..], lines].concat());
    assert_eq!(then(&[onward]), NONE, "it has nothing from us");
    assert_eq!(then(&[first, onward]), [breach("listed-scenario", 3)]);
    assert_eq!(then(&[onward, first]), NONE, "it had nothing from us by then");
    let third = gives(PARTNER, OTHER, Purpose::Support);
    assert_eq!(then(&[first, onward, third]), [breach("listed-scenario", 3), breach("listed-scenario", 4)]);
    assert_eq!(then(&[first, third]), NONE, "the link in between is missing");
    // A copy reaches as well, and a purge washes nothing.
    let by_copy = [collects(1, None, None), copied(1, PROVIDER), purged(1, PROVIDER), onward];
    assert_eq!(then(&by_copy), [breach("listed-scenario", 5)]);
    // Back to the vendor it is inward, and what it gives away then is its own.
    assert_eq!(then(&[first, gives(PROVIDER, VENDOR, Purpose::Unstated)]), NONE);
    // Who works for the vendor when it discloses starts a chain of its own.
    let works = introduced(PROVIDER, Class::Provider, true);
    assert_eq!(then(&[works, onward]), [breach("listed-scenario", 3)]);
    assert_eq!(then(&[onward, works, third]), NONE, "it did not work for the vendor by then");
}

#[test]
fn a_chain_follows_each_person_and_category_and_what_derives_from_them() {
    let of = |by, to, category, other| gives_jointly(by, to, category, Purpose::Support, other, None);
    let first = of(VENDOR, PROVIDER, DATA, None);
    let yes = agrees(Class::Provider);
    let then = |lines: &[Observation]| broken_in(&rules(), &[&[yes][..], lines].concat());
    let derived = [
        Category::AdProfile,
        Category::Statistic,
        Category::Demographic,
        Category::CookieReport,
        Category::Status,
        Category::Analytics,
    ];
    for &category in Category::ALL {
        let onward = of(PROVIDER, PARTNER, category, None);
        let sourced = category == DATA || derived.contains(&category);
        let expected: &[String] = if sourced { &[breach("listed-scenario", 2)] } else { &[] };
        assert_eq!(then(&[first, onward]), expected, "{category}");
    }
    // Derived data that was passed on reached the next, though what it derives from did not.
    let profile = of(PROVIDER, PARTNER, Category::AdProfile, None);
    let status = of(PARTNER, OTHER, Category::Status, None);
    let raw = of(PARTNER, OTHER, DATA, None);
    assert_eq!(then(&[first, profile, raw]), [breach("listed-scenario", 2)]);
    assert_eq!(then(&[first, profile, status]), [breach("listed-scenario", 2), breach("listed-scenario", 3)]);
    // One subject whose data came from us is enough, and then all of them have reached the next.
    let of_bob = |by, to, other| Disclosed {
        person: BOB,
        category: DATA,
        by,
        to,
        purpose: Purpose::Support,
        other,
        record: None,
        contract: None,
        ground: None,
    };
    assert_eq!(then(&[first, of_bob(PROVIDER, PARTNER, None)]), NONE);
    let mixed = [first, of_bob(PROVIDER, PARTNER, Some(ANN)), of_bob(PARTNER, OTHER, None)];
    assert_eq!(then(&mixed), [breach("listed-scenario", 2), breach("listed-scenario", 3)]);
}
