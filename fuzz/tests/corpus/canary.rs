//! Checks that must fail: a target that a seeded fault slips past shows nothing.

use crate::RENEW;
use crate::files;
use std::collections::BTreeSet;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::{Product, Scope, shipped};
use vouchsafe_fuzz::agreement::Case;
use vouchsafe_fuzz::honest;
use vouchsafe_system::defects::TABLE;
use vouchsafe_system::{Defect, Defects};

/// The deadlines that the case notices when one side alone judges by another.
pub(crate) fn deadlines_told_apart(case: &Case) -> Vec<&'static str> {
    let deadlines = case.rules.deadlines.each();
    let told_apart = deadlines.into_iter().filter(|(name, _, units, ..)| {
        let mut other = case.rules.clone();
        other.deadlines.set(name, units + 1);
        case.difference(&other).is_some()
    });
    told_apart.map(|(name, ..)| name).collect()
}

/// Whether the case that these bytes make tells this deadline from a longer one.
pub(crate) fn tells_apart(data: &[u8], name: &str) -> bool {
    let case = Case::of(data);
    let mut other = case.rules.clone();
    let units = case.rules.deadlines.each().into_iter().find(|(known, ..)| *known == name);
    units.is_some_and(|(_, _, units, ..)| {
        other.deadlines.set(name, units + 1);
        case.difference(&other).is_some()
    })
}

/// The scope with a defect.
pub(crate) fn with(scope: &Scope, defect: Defect) -> Scope {
    let mut scope = scope.clone();
    scope.setup.defects = Defects::one(defect);
    scope
}

/// The defects that these bytes show: with them, the scope that the first byte chooses is not honest.
pub(crate) fn defects_shown(data: &[u8]) -> Vec<&'static str> {
    let Some((scope, bytes)) = honest::scope(data) else { return Vec::new() };
    let shown = TABLE
        .iter()
        .filter(|row| row.scopes.contains(&scope.name.as_str()))
        .filter(|row| honest::fault(&with(scope, row.defect), bytes).is_some());
    shown.map(|row| row.defect.name()).collect()
}

#[test]
fn a_longer_deadline_on_one_side_is_noticed_for_every_deadline() {
    let cases: Vec<_> = files("agreement").iter().map(|(_, data)| Case::of(data)).collect();
    let noticed: BTreeSet<_> = cases.iter().flat_map(deadlines_told_apart).collect();
    let all = vouchsafe_alphabet::Deadlines::default().each();
    let all: BTreeSet<_> = all.into_iter().map(|(name, ..)| name).collect();
    assert_eq!(noticed, all, "{RENEW}");
}

#[test]
fn every_defect_of_the_parties_is_noticed() {
    let shown: BTreeSet<_> = files("honest").iter().flat_map(|(_, data)| defects_shown(data)).collect();
    let scope = shipped::named("consent").expect("it is shipped");
    // A run that ends shows no duty that is owed for ever, and none that a witness is out of reach: a defect that
    // breaks nothing else is for the explorer.
    let product = Product::new(&scope);
    let ends = |id: &&str| product.promises().iter().any(|promise| promise.id == *id);
    let rows = TABLE.iter().filter(|row| row.breaks.iter().any(&ends));
    let all: BTreeSet<_> = rows.map(|row| row.defect.name()).collect();
    let owing: Vec<_> = TABLE
        .iter()
        .filter(|row| !row.breaks.is_empty())
        .map(|row| row.defect.name())
        .filter(|name| !all.contains(name))
        .collect();
    assert_eq!(
        owing,
        [
            "breach-filed-away",
            "providers-unpunished",
            "one-case-at-a-time",
            "relay-drops-silently",
            "waits-for-ever"
        ]
    );
    let slipped: Vec<_> = all.difference(&shown).collect();
    assert!(slipped.is_empty(), "no file shows {slipped:?}; {RENEW}");
}
