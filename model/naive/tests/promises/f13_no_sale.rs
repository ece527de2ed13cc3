//! F13 on small logs.

use crate::logs::*;

const F13: &str = "F13";
const AFFILIATE: Holder = Holder(2);

#[test]
fn value_first_and_data_then_is_a_sale() {
    let log = [(0, paid(OTHER, VENDOR, Worth::Credit, 1)), (1, disclosed(OTHER, Some(1)))];
    assert_eq!(broken(F13, &rules(), &log), ["nothing-taken-before@1"]);
    assert_eq!(broken(F13, &reading("sale-scope", "money-only"), &log), NONE);
    let money = [(0, paid(OTHER, VENDOR, Worth::Money, 1)), (1, disclosed(OTHER, Some(1)))];
    assert_eq!(broken(F13, &reading("sale-scope", "money-only"), &money), ["nothing-taken-before@1"]);
}

#[test]
fn data_first_and_value_then_is_a_sale() {
    let log = |worth| [(0, disclosed(OTHER, Some(1))), (1, paid(Holder(3), VENDOR, worth, 1))];
    assert_eq!(broken(F13, &rules(), &log(Worth::Goods)), ["nothing-taken-after@1"]);
    assert_eq!(broken(F13, &reading("sale-scope", "money-only"), &log(Worth::Goods)), NONE);
    assert_eq!(
        broken(F13, &reading("sale-scope", "money-only"), &log(Worth::Money)),
        ["nothing-taken-after@1"]
    );
}

#[test]
fn another_bargain_is_no_return_except_for_any_benefit() {
    let after = [(0, disclosed(OTHER, None)), (1, paid(OTHER, VENDOR, Worth::Goods, 2))];
    assert_eq!(broken(F13, &rules(), &after), NONE);
    assert_eq!(broken(F13, &reading("sale-scope", "any-benefit"), &after), ["nothing-taken-after@1"]);
    let before = [(0, paid(OTHER, VENDOR, Worth::Goods, 2)), (1, disclosed(OTHER, None))];
    assert_eq!(broken(F13, &rules(), &before), NONE);
    assert_eq!(broken(F13, &reading("sale-scope", "any-benefit"), &before), ["nothing-taken-before@1"]);
    let unrelated = [(0, disclosed(OTHER, None)), (1, paid(Holder(3), VENDOR, Worth::Goods, 2))];
    assert_eq!(broken(F13, &reading("sale-scope", "any-benefit"), &unrelated), NONE);
}

#[test]
fn affiliates_take_for_us_and_are_no_third_parties() {
    let routed = [
        (0, introduced(AFFILIATE, Class::Affiliate, false)),
        (1, disclosed(OTHER, Some(1))),
        (2, paid(OTHER, AFFILIATE, Worth::Money, 1)),
    ];
    assert_eq!(broken(F13, &rules(), &routed), ["nothing-taken-after@2"]);
    assert_eq!(broken(F13, &reading("affiliate", "third-party"), &routed), NONE);
    let within = [
        (0, introduced(AFFILIATE, Class::Affiliate, false)),
        (1, disclosed(AFFILIATE, Some(1))),
        (2, paid(AFFILIATE, VENDOR, Worth::Money, 1)),
    ];
    assert_eq!(broken(F13, &rules(), &within), NONE);
    assert_eq!(broken(F13, &reading("affiliate", "third-party"), &within), ["nothing-taken-after@2"]);
}

#[test]
fn custody_moves_after_a_notice_of_that_change() {
    let notice =
        |to| CorporateNotice { person: ANN, to, channel: Channel::Email, purposes: None, good: None };
    assert_eq!(broken(F13, &rules(), &[(0, custody_moved(None))]), ["custody-after-notice@0"]);
    assert_eq!(
        broken(F13, &rules(), &[(0, notice(Holder(3))), (1, custody_moved(None))]),
        ["custody-after-notice@1"]
    );
    assert_eq!(broken(F13, &rules(), &[(0, notice(OTHER)), (1, custody_moved(None))]), NONE);
    let sold = [(0, notice(OTHER)), (1, custody_moved(Some(1))), (2, paid(OTHER, VENDOR, Worth::Money, 1))];
    assert_eq!(broken(F13, &rules(), &sold), NONE, "an asset sale with notice");
    assert_eq!(broken(F13, &reading("sale-scope", "any-benefit"), &sold), ["nothing-taken-after@2"]);
    let paid_first =
        [(0, notice(OTHER)), (1, paid(OTHER, VENDOR, Worth::Money, 1)), (2, custody_moved(Some(1)))];
    assert_eq!(broken(F13, &reading("sale-scope", "any-benefit"), &paid_first), ["nothing-taken-before@2"]);
}

#[test]
fn a_provider_that_we_pay_may_get_data() {
    let provider = (0, introduced(OTHER, Class::Provider, true));
    let (pay, give) = (paid(VENDOR, OTHER, Worth::Money, 1), disclosed(OTHER, Some(1)));
    for log in [[provider, (1, pay), (2, give)], [provider, (1, give), (2, pay)]] {
        assert_eq!(broken(F13, &rules(), &log), NONE);
        assert_eq!(reached(F13, &rules(), &log), ["provider-paid"]);
    }
}

#[test]
fn aggregates_may_be_sold() {
    let log = [(0, figures(1)), (1, paid(OTHER, VENDOR, Worth::Money, 1))];
    assert_eq!(broken(F13, &rules(), &log), NONE);
    assert_eq!(reached(F13, &rules(), &log), ["aggregate-sold"]);
    let with_data =
        [(0, figures(1)), (0, disclosed(OTHER, Some(1))), (1, paid(OTHER, VENDOR, Worth::Money, 1))];
    assert!(reached(F13, &rules(), &with_data).is_empty());
}

#[test]
fn who_is_a_third_party_is_asked_of_the_moment_of_each_act() {
    let joins = introduced(OTHER, Class::Affiliate, false);
    let given = [(0, disclosed(OTHER, Some(1))), (1, joins), (2, paid(Holder(3), OTHER, Worth::Goods, 1))];
    assert_eq!(broken(F13, &rules(), &given), ["nothing-taken-after@2"], "it was one when it got the data");
    let taken = [(0, paid(OTHER, VENDOR, Worth::Goods, 1)), (1, joins), (2, disclosed(Holder(3), Some(1)))];
    assert_eq!(broken(F13, &rules(), &taken), ["nothing-taken-before@2"], "it was one when it paid");
}

#[test]
fn notice_of_a_change_comes_by_mail_or_on_the_sites() {
    let log = |channel| {
        let notice = CorporateNotice { person: ANN, to: OTHER, channel, purposes: None, good: None };
        [(0, notice), (1, custody_moved(None))]
    };
    for channel in [Channel::Email, Channel::Site, Channel::AllSites] {
        assert_eq!(broken(F13, &rules(), &log(channel)), NONE, "{channel}");
    }
    for channel in [Channel::Plugin, Channel::Letter, Channel::Push, Channel::Sms] {
        assert_eq!(broken(F13, &rules(), &log(channel)), ["custody-after-notice@1"], "{channel}");
    }
}

#[test]
fn value_to_those_who_work_for_us_is_value_to_us() {
    let agent = Holder(3);
    let log = |for_vendor, payer, payee| {
        [
            (0, introduced(agent, Class::Provider, for_vendor)),
            (1, disclosed(OTHER, Some(1))),
            (2, paid(payer, payee, Worth::Money, 1)),
            (3, disclosed(OTHER, Some(1))),
        ]
    };
    let sale = ["nothing-taken-after@2", "nothing-taken-before@3"];
    assert_eq!(broken(F13, &rules(), &log(true, OTHER, agent)), sale);
    assert_eq!(broken(F13, &rules(), &log(false, OTHER, agent)), NONE);
    // Between those who work for us and us, only what comes to us counts.
    assert_eq!(broken(F13, &rules(), &log(true, agent, VENDOR)), sale);
    assert_eq!(broken(F13, &rules(), &log(true, VENDOR, agent)), NONE);
}

#[test]
fn between_two_who_work_for_us_nothing_is_taken() {
    let works = |h| (0, introduced(h, Class::Provider, true));
    let log = [
        works(Holder(3)),
        works(Holder(4)),
        (1, disclosed(OTHER, Some(1))),
        (2, paid(Holder(3), Holder(4), Worth::Money, 1)),
        (3, disclosed(OTHER, Some(1))),
    ];
    assert_eq!(broken(F13, &rules(), &log), NONE);
}

#[test]
fn any_benefit_counts_what_was_paid_to_those_who_work_for_us() {
    let log = |for_vendor| {
        [
            (0, introduced(Holder(3), Class::Provider, for_vendor)),
            (1, paid(OTHER, Holder(3), Worth::Goods, 2)),
            (2, disclosed(OTHER, None)),
        ]
    };
    let any_benefit = reading("sale-scope", "any-benefit");
    assert_eq!(broken(F13, &any_benefit, &log(true)), ["nothing-taken-before@2"]);
    assert_eq!(broken(F13, &any_benefit, &log(false)), NONE);
}
