//! F07 on small logs.

use crate::logs::*;
use crate::recipients::demands_of;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::{Detail, Set};

const F07: &str = "F07.listed-contents";

/// The vendor collects this of Ann with these fields.
fn takes(category: Category, source: Source, fields: &[Detail]) -> Observation {
    let mut taken = collected(1, ANN, category, VENDOR, source);
    if let Collected { details, .. } = &mut taken {
        *details = Some(Set::of(fields));
    }
    taken
}

fn reported(category: Category, fields: &[Detail]) -> Observation {
    takes(category, Source::Reported, fields)
}

#[test]
fn each_kind_has_the_fields_of_its_list() {
    use Category as C;
    for (category, listed, part) in [
        (C::DeviceInfo, Detail::Room, "device-fields"),
        (C::NetworkInfo, Detail::Ssid, "network-fields"),
        (C::OperationsInfo, Detail::Muted, "operations-fields"),
        (C::WebLog, Detail::Isp, "log-fields"),
        (C::Analytics, Detail::CrashSite, "analytics-fields"),
        (C::Status, Detail::Muted, "listed-fields"),
        (C::OperateInfo, Detail::Rssi, "listed-fields"),
        (C::PhoneFeature, Detail::Ssid, "listed-fields"),
        (C::Feedback, Detail::Text, "listed-fields"),
        (C::FactoryMac, Detail::MacAddress, "listed-fields"),
    ] {
        let source = if category == C::WebLog { Source::Web } else { Source::Observed };
        assert_eq!(broken(F07, &rules(), &[(0, takes(category, source, &[listed]))]), NONE, "{category}");
        let stray = takes(category, source, &[listed, Detail::Undeclared]);
        assert_eq!(broken(F07, &rules(), &[(0, stray)]), [format!("{part}@0")], "{category}");
        let foreign = takes(category, source, &[Detail::EmailAddress]);
        assert_eq!(broken(F07, &rules(), &[(0, foreign)]), [format!("{part}@0")], "{category}");
    }
    // A command says which key, when, on which device and by whom; what no list declares is none of it.
    let command = |detail| [(0, takes(C::Command, Source::Observed, &[detail]))];
    assert_eq!(broken(F07, &rules(), &command(Detail::Timestamp)), NONE);
    assert_eq!(broken(F07, &rules(), &command(Detail::Undeclared)), ["listed-fields@0"]);
}

#[test]
fn an_account_is_that_of_somebody_who_takes_part() {
    let account = |source| takes(Category::Account, source, &[Detail::AccountId]);
    assert_eq!(broken(F07, &rules(), &[(0, account(Source::Observed))]), ["own-account@0"]);
    assert_eq!(broken(F07, &rules(), &[(0, account(Source::Submitted))]), NONE);
    assert_eq!(broken(F07, &rules(), &[(0, opened(ANN)), (1, account(Source::Observed))]), NONE);
    assert_eq!(broken(F07, &rules(), &[(0, opened(BOB)), (1, account(Source::Observed))]), ["own-account@1"]);
    assert_eq!(broken(F07, &rules(), &[(0, bound(1, ANN)), (1, account(Source::Observed))]), NONE);
    let resold = [(0, bound(1, ANN)), (1, bound(1, BOB)), (2, account(Source::Observed))];
    assert_eq!(broken(F07, &rules(), &resold), ["own-account@2"]);
    let shared_with_ann = [(0, bound(1, BOB)), (1, shared(1, ANN)), (2, account(Source::Observed))];
    assert_eq!(broken(F07, &rules(), &shared_with_ann), NONE);
    assert_eq!(reached(F07, &rules(), &shared_with_ann), ["account"]);
    let whole = takes(Category::Account, Source::Submitted, &[Detail::AccountId, Detail::Undeclared]);
    assert_eq!(broken(F07, &rules(), &[(0, whole)]), ["account-fields@0"]);
}

#[test]
fn plugin_and_tv_take_in_what_is_named_for_them() {
    let purchase = |source| takes(Category::Purchase, source, &[]);
    assert_eq!(broken(F07, &rules(), &[(0, purchase(Source::Observed))]), ["listed-kind@0"]);
    assert_eq!(broken(F07, &rules(), &[(0, purchase(Source::Reported))]), ["listed-kind@0"]);
    assert_eq!(broken(F07, &rules(), &[(0, purchase(Source::Submitted))]), NONE, "it was handed over");
    assert_eq!(broken(F07, &rules(), &[(0, purchase(Source::Web))]), NONE, "the site is not the plugin");
    let demand = |verb| demands_of(ANN, 1, verb, None, None);
    let other = [(0, demand(Verb::Collect)), (1, purchase(Source::Observed))];
    assert_eq!(broken(F07, &rules(), &other), ["listed-kind@1"], "the demand is about another category");
    let later = Published {
        terms: Terms(1),
        categories: Some(Category::Purchase.into()),
        purpose: None,
        class: None,
        place: None,
        effective: None,
    };
    assert_eq!(broken(F07, &rules(), &[(0, later), (1, purchase(Source::Observed))]), NONE);
    assert_eq!(
        broken(F07, &reading("collection-list", "examples"), &[(0, purchase(Source::Observed))]),
        NONE
    );
    let address = [(0, reported(Category::FactoryMac, &[Detail::MacAddress]))];
    assert_eq!(broken(F07, &rules(), &address), NONE);
    assert_eq!(broken(F07, &reading("collection-list", "six-alone"), &address), ["listed-kind@0"]);
}

#[test]
fn log_lines_and_reports_have_their_fields_as_well() {
    let line =
        |details| LogWritten { person: ANN, details: Set::of(details), context: Context::Site, record: None };
    assert_eq!(broken(F07, &rules(), &[(0, line(&[Detail::Ip, Detail::Clicks]))]), NONE);
    assert_eq!(broken(F07, &rules(), &[(0, line(&[Detail::AccountId]))]), ["log-fields@0"]);
    assert_eq!(reached(F07, &rules(), &[(0, line(&[Detail::Ip]))]), ["log-line"]);
    let report = |details| Reported { tv: Tv(1), amount: 1, details: Some(Set::of(details)) };
    assert_eq!(broken(F07, &rules(), &[(0, report(&[Detail::Muted, Detail::Room, Detail::Ip]))]), NONE);
    assert_eq!(broken(F07, &rules(), &[(0, report(&[Detail::Clicks]))]), ["operations-fields@0"]);
    let bare = Reported { tv: Tv(1), amount: 1, details: None };
    assert!(!triggered(F07, &rules(), &[(0, bare)]));
}

#[test]
fn other_hands_are_no_concern() {
    let outside = collected(1, ANN, Category::Purchase, OTHER, Source::Observed);
    assert!(!triggered(F07, &rules(), &[(0, outside)]));
    let worker = introduced(OTHER, Class::Provider, true);
    assert_eq!(broken(F07, &rules(), &[(0, worker), (1, outside)]), ["listed-kind@1"]);
}
