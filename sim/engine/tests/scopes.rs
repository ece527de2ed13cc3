//! The shipped scopes: every promise holds, nothing is vacuous, and the numbers of states are what they were.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;

use common::explored;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use vouchsafe_engine::check::{Verdict, decide};
use vouchsafe_engine::{Checked, Product, Scope, ScopeKind, shipped};
use vouchsafe_explore::stateright::AsModel;
use vouchsafe_explore::{Options, Quiet};

/// Distinct states of every deciding and pair scope.
const STATES: &[(&str, u64)] = &[
    ("account-pages", 2),
    ("adversary", 3404),
    ("adverts-and-third-parties", 132),
    ("affiliate", 48),
    ("affiliates-of-other-sectors", 3),
    ("agreements", 24),
    ("answers", 40),
    ("app-analytics", 2),
    ("authenticity", 160),
    ("change-of-owner", 4),
    ("co-users", 4400),
    ("collection-and-ecosystem", 24),
    ("command-log", 4872),
    ("consent", 1106),
    ("consent-and-recipients", 1424),
    ("consent-and-route", 145),
    ("contact", 18),
    ("contact-and-marketing", 200),
    ("contact-and-purposes", 26),
    ("contract-term", 10),
    ("contracts", 228),
    ("control", 2468),
    ("control-and-consent", 14_270),
    ("control-and-minors", 12_014),
    ("control-and-recipients", 1724),
    ("control-and-retention", 278),
    ("control-and-sale", 928),
    ("control-and-terms", 760),
    ("copies-abroad", 86),
    ("correspondence", 5),
    ("crashes", 2368),
    ("denial", 10),
    ("denial-after-withdrawal", 8),
    ("details", 184),
    ("disclosure", 136),
    ("disclosure-and-sale", 480),
    ("feedback", 3),
    ("figures", 200),
    ("figures-and-sale", 36),
    ("follow-up", 4),
    ("forged-verdict", 185),
    ("incidents", 100),
    ("incidents-and-route", 312),
    ("intruder", 3231),
    ("keys", 140),
    ("law", 99),
    ("limits-by-mail", 2022),
    ("linking", 1452),
    ("log-out", 180),
    ("mail-and-status", 3840),
    ("marketing", 468),
    ("marketing-and-consent", 20_452),
    ("marketing-and-recipients", 9968),
    ("minors", 4064),
    ("minors-and-recipients", 10_160),
    ("minors-and-sale", 864),
    ("minors-copies", 48_808),
    ("minors-marketing", 150),
    ("new-practice", 1188),
    ("new-purpose", 20),
    ("no-objection", 116),
    ("occasions", 1160),
    ("offline", 10),
    ("orders", 205),
    ("partner-under-law", 9),
    ("partners", 476),
    ("press-order", 818),
    ("promotions", 4),
    ("purposes", 88),
    ("recorded-commands", 92),
    ("requests-and-moves", 16),
    ("resale", 15),
    ("retention", 63),
    ("retention-and-recipients", 5888),
    ("retention-and-transfer", 20),
    ("reviews", 6),
    ("revoked-by-mail", 593),
    ("route", 1500),
    ("route-and-reinstall", 1032),
    ("sale", 720),
    ("sale-and-recipients", 14_976),
    ("secrecy", 16),
    ("separate-consent", 200),
    ("servers-down", 160),
    ("services", 20),
    ("shared-accounts", 49),
    ("sharing", 185),
    ("site-cookies", 4),
    ("sites-alone", 16),
    ("slow-check", 465),
    ("staff", 72),
    ("status", 2576),
    ("statutes", 192),
    ("stopped-sharing", 90),
    ("storage", 6),
    ("subject-requests", 972),
    ("terms", 16),
    ("third-parties", 6),
    ("transfer", 1024),
    ("transfer-after-move", 224),
    ("transfer-and-storage", 24),
    ("transit", 976),
    ("two-pressers", 1262),
    ("two-tvs", 700),
    ("unlinkable-lines", 8),
    ("updates", 328),
    ("web", 22),
    ("withdrawal-and-law", 11_908),
];

/// A checker of stateright's keeps its model for good.
static SCOPES: LazyLock<Vec<Scope>> = LazyLock::new(explored);

#[test]
fn every_promise_holds_and_none_is_vacuous() {
    let scopes = shipped::default_scopes();
    let options = Options { threads: 2, ..Options::default() };
    let checked: Vec<_> = scopes.iter().map(|scope| Checked::scope(scope, &options, &Quiet)).collect();
    for checked in &checked {
        assert!(
            checked.exhausted() && checked.report.breaches.is_empty(),
            "{}",
            checked.product.scope().name
        );
    }
    for (number, promise) in
        vouchsafe_oracle::promises::all::<vouchsafe_oracle::Checking>().iter().enumerate()
    {
        let decision = decide(&checked, number, |scope| scope.asks(promise.id));
        let decision = decision.unwrap_or_else(|| panic!("no scope decides {}", promise.id));
        assert_eq!(decision.verdict, Verdict::Holds, "{}: {:?}", promise.id, decision.witnesses);
    }
}

#[test]
fn distinct_states_are_pinned_and_equal_to_those_that_stateright_counts() {
    let pinned: BTreeMap<_, _> = STATES.iter().copied().collect();
    let mut counted = BTreeMap::new();
    for scope in SCOPES.iter() {
        let product = Product::new(scope);
        let states = Checked::scope(scope, &Options::default(), &Quiet).report.states;
        counted.insert(scope.name.as_str(), states);
        let model = AsModel::new(product, vec![("nothing that there is", 255)]).unwrap();
        let checker = stateright::Model::checker(model).spawn_bfs();
        let checker = stateright::Checker::join(checker);
        assert_eq!(stateright::Checker::unique_state_count(&checker) as u64, states, "{}", scope.name);
    }
    assert_eq!(counted, pinned);
}

#[test]
fn a_clash_scope_shows_exactly_the_breach_that_it_expects() {
    let mut clashes = 0;
    for scope in shipped::all().iter().filter(|scope| scope.kind == ScopeKind::Clash) {
        let checked = Checked::scope(scope, &Options::default(), &Quiet);
        assert!(checked.exhausted(), "{}", scope.name);
        let mut shown = vouchsafe_engine::check::broken_parts(&checked);
        let promises = checked.product.promises();
        for (number, promise) in promises.iter().enumerate().filter(|(_, promise)| scope.asks(promise.id)) {
            for (witness, sight) in promise.witnesses.iter().enumerate() {
                let expected = format!("{}/{}", promise.id, sight.name);
                if scope.expects.contains(&expected) && !checked.witnessed(number, witness) {
                    shown.push(expected);
                }
            }
        }
        shown.sort();
        let mut expected = scope.expects.clone();
        expected.sort();
        assert_eq!(shown, expected, "{}", scope.name);
        assert!(!expected.is_empty(), "{}", scope.name);
        clashes += 1;
    }
    assert!(clashes >= 8);
}
