//! F12 on small logs.

use crate::logs::*;
use crate::recipients::*;
use vouchsafe_alphabet::{Contract, Place, Set};

const F12: &str = "F12";

fn broken_in(rules: &Rules, lines: &[Observation]) -> Vec<String> {
    broken(F12, rules, &among_recipients(lines))
}
fn reached_in(lines: &[Observation]) -> Vec<&'static str> {
    reached(F12, &rules(), &among_recipients(lines))
}
fn shares(to: Holder) -> Observation {
    gives(VENDOR, to, Purpose::Support)
}

#[test]
fn whoever_gets_data_has_signed() {
    for to in [PROVIDER, AFFILIATE] {
        assert_eq!(broken_in(&rules(), &[shares(to)]), [breach("signed", 0)]);
        assert_eq!(broken_in(&rules(), &[shares(to), signs(1, to, &[])]), [breach("signed", 0)], "too late");
        assert_eq!(broken_in(&rules(), &[signs(1, to, &[]), shares(to)]), NONE);
        assert_eq!(reached_in(&[signs(1, to, &[]), shares(to)]), ["shared-under-contract"]);
        let copy = [collects(1, None, None), copied(1, to)];
        assert_eq!(broken_in(&rules(), &copy), [breach("signed", 1)]);
        assert_eq!(broken_in(&rules(), &[signs(1, to, &[]), copy[0], copy[1]]), NONE);
    }
    assert_eq!(broken_in(&rules(), &[signs(1, OTHER, &[]), shares(PROVIDER)]), [breach("signed", 1)]);
    assert_eq!(broken_in(&rules(), &[shares(PARTNER), shares(AUTHORITY), shares(OTHER)]), NONE);
    assert_eq!(broken_in(&rules(), &[demands(1, Verb::Disclose, None, None), shares(PROVIDER)]), NONE);
}

#[test]
fn a_contract_with_the_ecosystem_is_owed_by_that_reading() {
    let owed = reading("ecosystem-contract", "owed");
    assert_eq!(broken_in(&rules(), &[shares(ECOSYSTEM)]), NONE);
    assert_eq!(broken_in(&owed, &[shares(ECOSYSTEM)]), [breach("signed", 0)]);
    assert_eq!(broken_in(&owed, &[signs(1, ECOSYSTEM, &[]), shares(ECOSYSTEM)]), NONE);
}

#[test]
fn a_contract_ends_and_is_renewed() {
    let (signed, ended) = (signs(1, PROVIDER, &[]), contract_ended(1));
    let gone = [signed, ended, shares(PROVIDER)];
    assert_eq!(broken_in(&rules(), &gone), [breach("signed", 2)]);
    assert_eq!(broken_in(&reading("contract-time", "at-some-time"), &gone), NONE);
    assert_eq!(broken_in(&rules(), &[signed, contract_ended(2), shares(PROVIDER)]), NONE);
    let renewed = [signed, ended, signed, shares(PROVIDER)];
    assert_eq!(broken_in(&rules(), &renewed), NONE);
    assert_eq!(reached_in(&renewed), ["shared-after-renewal", "shared-under-contract"]);
    // Signed by somebody else the id is no longer this one's contract, whatever the reading.
    let taken = [signed, signs(1, AFFILIATE, &[]), shares(PROVIDER)];
    for rules in [rules(), reading("contract-time", "at-some-time")] {
        assert_eq!(broken_in(&rules, &taken), [breach("signed", 2)]);
    }
    let taken_back = [signed, signs(1, AFFILIATE, &[]), shares(AFFILIATE)];
    assert_eq!(reached_in(&taken_back), ["shared-after-renewal", "shared-under-contract"]);
}

#[test]
fn a_term_runs_out_after_its_last_lawful_instant() {
    let log = |term, at| {
        [
            (0, introduced(PROVIDER, Class::Provider, false)),
            (5, signs_with(1, PROVIDER, None, &[], term)),
            (at, shares(PROVIDER)),
        ]
    };
    assert_eq!(broken(F12, &rules(), &log(Some(2), 20)), NONE);
    assert_eq!(broken(F12, &rules(), &log(Some(2), 21)), ["signed@2"]);
    assert_eq!(broken(F12, &rules(), &log(Some(0), 5)), ["signed@2"], "over at once");
    assert_eq!(broken(F12, &rules(), &log(None, 999)), NONE);
    assert_eq!(broken(F12, &rules(), &log(Some(u64::MAX), 999)), NONE);
    assert_eq!(broken(F12, &reading("contract-time", "at-some-time"), &log(Some(0), 999)), NONE);
    let mut renewed = log(Some(2), 30).to_vec();
    renewed.insert(2, (15, signs_with(1, PROVIDER, None, &[], Some(2))));
    assert_eq!(broken(F12, &rules(), &renewed), NONE, "counted from the latest signing");
}

#[test]
fn the_other_side_is_ours_or_the_one_who_discloses() {
    let with = |by| signs_with(1, PROVIDER, Some(by), &[], None);
    assert_eq!(broken_in(&rules(), &[with(AFFILIATE), shares(PROVIDER)]), NONE, "one of us");
    assert_eq!(broken_in(&rules(), &[with(OTHER), shares(PROVIDER)]), [breach("signed", 1)]);
    let works = introduced(OTHER, Class::Provider, true);
    assert_eq!(broken_in(&rules(), &[with(OTHER), works, shares(PROVIDER)]), NONE, "it works for us by now");
    let joint = reading("affiliate", "third-party");
    assert_eq!(broken_in(&joint, &[with(AFFILIATE), shares(PROVIDER)]), [breach("signed", 1)]);
}

#[test]
fn the_next_in_the_chain_signs_as_well() {
    let first = [signs(1, PROVIDER, &[]), shares(PROVIDER)];
    let next = introduced(OTHER, Class::Provider, false);
    let onward = gives(PROVIDER, OTHER, Purpose::Support);
    let then = |lines: &[Observation]| [&first[..], &[next], lines].concat();
    assert_eq!(broken_in(&rules(), &then(&[onward])), [breach("onward-signed", 3)]);
    for other_side in [None, Some(PROVIDER)] {
        let signed = then(&[signs_with(2, OTHER, other_side, &[], None), onward]);
        assert_eq!(broken_in(&rules(), &signed), NONE);
        assert_eq!(reached_in(&signed), ["onward-under-contract", "shared-under-contract"]);
    }
    let with_another = then(&[signs_with(2, OTHER, Some(PARTNER), &[], None), onward]);
    assert_eq!(broken_in(&rules(), &with_another), [breach("onward-signed", 4)]);
    assert_eq!(broken_in(&rules(), &[next, onward]), NONE, "nothing came from us");
}

#[test]
fn a_contract_meets_the_law_and_the_rights_of_each_place() {
    let contract = |laws: &[Place], rights: &[Place]| ContractSigned {
        contract: Contract(1),
        to: PROVIDER,
        laws: Set::of(laws),
        rights: Set::of(rights),
        by: None,
        purposes: None,
        term: None,
    };
    let home = lives_in(ANN, Some(HOME));
    let then = |lines: &[Observation]| broken_in(&rules(), &[lines, &[shares(PROVIDER)]].concat());
    assert_eq!(then(&[home, contract(&[HOME], &[HOME])]), NONE);
    assert_eq!(then(&[home, contract(&[ABROAD], &[HOME])]), [breach("local-law", 2)]);
    assert_eq!(then(&[home, contract(&[HOME], &[])]), [breach("rights", 2)]);
    assert_eq!(then(&[contract(&[], &[])]), NONE, "nobody knows where Ann lives");
    assert_eq!(then(&[home, contract(&[HOME], &[HOME]), moves(ANN, ABROAD)]).len(), 2);
    assert_eq!(then(&[home]), [breach("signed", 1)], "without a contract its terms are not asked for");
    // Two contracts may share the task, each while it stands.
    let second = signs(2, PROVIDER, &[HOME]);
    assert_eq!(then(&[home, contract(&[], &[]), second]), NONE);
    assert_eq!(then(&[home, contract(&[], &[]), second, contract_ended(2)]).len(), 2);
}

#[test]
fn each_persons_place_counts_unless_law_covers_that_person() {
    let joint = gives_jointly(VENDOR, PROVIDER, DATA, Purpose::Support, Some(BOB), None);
    let before = [signs(1, PROVIDER, &[HOME]), lives_in(ANN, Some(HOME)), lives_in(BOB, Some(ABROAD))];
    let then = |lines: &[Observation]| broken_in(&rules(), &[&before[..], lines, &[joint]].concat());
    assert_eq!(then(&[]), [breach("local-law", 3), breach("rights", 3)]);
    assert_eq!(then(&[demands_of(BOB, 1, Verb::Disclose, None, None)]), NONE);
    assert_eq!(then(&[demands_of(ANN, 1, Verb::Disclose, None, None)]).len(), 2);
}

#[test]
fn who_works_for_us_keeps_to_the_purposes_of_the_contract() {
    let works = introduced(OTHER, Class::Outside, true);
    let contract = |purposes: Option<Purpose>| ContractSigned {
        contract: Contract(1),
        to: OTHER,
        laws: Set::EMPTY,
        rights: Set::EMPTY,
        by: None,
        purposes: purposes.map(Set::from),
        term: None,
    };
    let act = uses(OTHER, DATA, Purpose::Support, None);
    assert_eq!(broken_in(&rules(), &[works, act]), [breach("within-contract", 1)]);
    assert_eq!(broken_in(&rules(), &[works, contract(None), act]), NONE);
    assert_eq!(reached_in(&[works, contract(None), act]), ["processed-within-contract"]);
    assert_eq!(broken_in(&rules(), &[works, contract(Some(Purpose::Support)), act]), NONE);
    let other_purpose = [works, contract(Some(Purpose::Provide)), act];
    assert_eq!(broken_in(&rules(), &other_purpose), [breach("within-contract", 2)]);
    assert_eq!(broken_in(&rules(), &[works, demands(1, Verb::Use, None, None), act]), NONE);
    assert_eq!(broken_in(&rules(), &[uses(OTHER, DATA, Purpose::Support, None)]), NONE);
    let affiliate = introduced(OTHER, Class::Affiliate, true);
    assert_eq!(broken_in(&rules(), &[affiliate, act]), NONE, "one of us");
    assert_eq!(
        broken_in(&reading("affiliate", "third-party"), &[affiliate, act]),
        [breach("within-contract", 1)]
    );
}

#[test]
fn by_the_strong_reading_every_provider_keeps_to_the_contract() {
    let complied = reading("contract-time", "complied");
    let act = uses(PROVIDER, DATA, Purpose::Provide, None);
    let signed = signs(1, PROVIDER, &[]);
    let gone = [signed, shares(PROVIDER), contract_ended(1), act];
    assert_eq!(broken_in(&rules(), &gone), NONE);
    assert_eq!(broken_in(&complied, &gone), [breach("within-contract", 3)]);
    assert_eq!(broken_in(&complied, &[act]), NONE, "it has nothing from us");
    assert_eq!(broken_in(&complied, &[signed, shares(PROVIDER), act]), NONE);
    let partner = [shares(PARTNER), uses(PARTNER, DATA, Purpose::Provide, None)];
    assert_eq!(broken_in(&complied, &partner), NONE, "no contract is owed with it");
}
