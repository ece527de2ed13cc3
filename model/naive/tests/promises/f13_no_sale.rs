//! F13 on small logs.

use crate::logs::*;

const F13: &str = "F13";
const AFFILIATE: Holder = Holder(2);

#[test]
fn value_first_and_data_then_is_a_sale() {
    let log = [
        (0, paid(OTHER, VENDOR, Worth::Credit, 1)),
        (1, disclosed(OTHER, Some(1))),
    ];
    assert_eq!(broken(F13, &rules(), &log), ["nothing-taken-before@1"]);
    assert_eq!(broken(F13, &reading("sale-scope", "money-only"), &log), NONE);
    let money = [
        (0, paid(OTHER, VENDOR, Worth::Money, 1)),
        (1, disclosed(OTHER, Some(1))),
    ];
    assert_eq!(
        broken(F13, &reading("sale-scope", "money-only"), &money),
        ["nothing-taken-before@1"]
    );
}

#[test]
fn data_first_and_value_then_is_a_sale() {
    let log = |worth| {
        [
            (0, disclosed(OTHER, Some(1))),
            (1, paid(Holder(3), VENDOR, worth, 1)),
        ]
    };
    assert_eq!(
        broken(F13, &rules(), &log(Worth::Goods)),
        ["nothing-taken-after@1"]
    );
    assert_eq!(
        broken(F13, &reading("sale-scope", "money-only"), &log(Worth::Goods)),
        NONE
    );
    assert_eq!(
        broken(F13, &reading("sale-scope", "money-only"), &log(Worth::Money)),
        ["nothing-taken-after@1"]
    );
}

#[test]
fn another_bargain_is_no_return_except_for_any_benefit() {
    let after = [
        (0, disclosed(OTHER, None)),
        (1, paid(OTHER, VENDOR, Worth::Goods, 2)),
    ];
    assert_eq!(broken(F13, &rules(), &after), NONE);
    assert_eq!(
        broken(F13, &reading("sale-scope", "any-benefit"), &after),
        ["nothing-taken-after@1"]
    );
    let before = [
        (0, paid(OTHER, VENDOR, Worth::Goods, 2)),
        (1, disclosed(OTHER, None)),
    ];
    assert_eq!(broken(F13, &rules(), &before), NONE);
    assert_eq!(
        broken(F13, &reading("sale-scope", "any-benefit"), &before),
        ["nothing-taken-before@1"]
    );
    let unrelated = [
        (0, disclosed(OTHER, None)),
        (1, paid(Holder(3), VENDOR, Worth::Goods, 2)),
    ];
    assert_eq!(
        broken(F13, &reading("sale-scope", "any-benefit"), &unrelated),
        NONE
    );
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
    assert_eq!(
        broken(F13, &reading("affiliate", "third-party"), &within),
        ["nothing-taken-after@2"]
    );
}

#[test]
fn custody_moves_after_a_notice_of_that_change() {
    let notice = |to| CorporateNotice {
        person: ANN,
        to,
        channel: Channel::Email,
    };
    assert_eq!(
        broken(F13, &rules(), &[(0, custody_moved(None))]),
        ["custody-after-notice@0"]
    );
    assert_eq!(
        broken(F13, &rules(), &[(0, notice(Holder(3))), (1, custody_moved(None))]),
        ["custody-after-notice@1"]
    );
    assert_eq!(
        broken(F13, &rules(), &[(0, notice(OTHER)), (1, custody_moved(None))]),
        NONE
    );
    let sold = [
        (0, notice(OTHER)),
        (1, custody_moved(Some(1))),
        (2, paid(OTHER, VENDOR, Worth::Money, 1)),
    ];
    assert_eq!(broken(F13, &rules(), &sold), NONE, "an asset sale with notice");
    assert_eq!(
        broken(F13, &reading("sale-scope", "any-benefit"), &sold),
        ["nothing-taken-after@2"]
    );
    let paid_first = [
        (0, notice(OTHER)),
        (1, paid(OTHER, VENDOR, Worth::Money, 1)),
        (2, custody_moved(Some(1))),
    ];
    assert_eq!(
        broken(F13, &reading("sale-scope", "any-benefit"), &paid_first),
        ["nothing-taken-before@2"]
    );
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
    let with_data = [
        (0, figures(1)),
        (0, disclosed(OTHER, Some(1))),
        (1, paid(OTHER, VENDOR, Worth::Money, 1)),
    ];
    assert!(reached(F13, &rules(), &with_data).is_empty());
}

#[test]
fn who_is_a_third_party_is_asked_of_the_moment_of_each_act() {
    let joins = introduced(OTHER, Class::Affiliate, false);
    let given = [
        (0, disclosed(OTHER, Some(1))),
        (1, joins),
        (2, paid(Holder(3), OTHER, Worth::Goods, 1)),
    ];
    assert_eq!(
        broken(F13, &rules(), &given),
        ["nothing-taken-after@2"],
        "it was one when it got the data"
    );
    let taken = [
        (0, paid(OTHER, VENDOR, Worth::Goods, 1)),
        (1, joins),
        (2, disclosed(Holder(3), Some(1))),
    ];
    assert_eq!(
        broken(F13, &rules(), &taken),
        ["nothing-taken-before@2"],
        "it was one when it paid"
    );
}
