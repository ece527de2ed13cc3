//! F18 and F19 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::data::Detail;
use vouchsafe_alphabet::party::Context;
use vouchsafe_alphabet::{ProviderKind, Set};

const TECHNOLOGY: &str = "F18.site-technology";
const ADVERTS: &str = "F18.adverts-in-place";
const INTEREST: &str = "F19.opt-out-ends-interest-ads";
const PARTNER: Holder = Holder(2);
const STRANGER: Holder = Holder(3);

fn cast() -> Vec<Timed> {
    vec![
        (0, introduced(OTHER, Class::Provider, false)),
        (0, introduced(PARTNER, Class::AdPartner, false)),
        (0, introduced(STRANGER, Class::Outside, false)),
    ]
}
fn log(lines: &[Timed]) -> Vec<Timed> {
    [cast().as_slice(), lines].concat()
}
fn after(lines: &[Observation]) -> Vec<Timed> {
    log(&lines.iter().map(|line| (1, *line)).collect::<Vec<_>>())
}
fn cookie(by: Holder, context: Context) -> Observation {
    CookieSet { person: ANN, by, context }
}
fn stores(by: Holder, context: Context, details: &[Detail]) -> Observation {
    StorageWritten { person: ANN, by, details: Set::of(details), context }
}
fn logs_visit(context: Context) -> Observation {
    LogWritten { person: ANN, details: Set::EMPTY, context, record: None }
}
fn uses_part(by: Holder) -> Observation {
    PartUsed { person: ANN, by, carries: false }
}
fn advert(by: Holder, context: Context, carries: bool, category: Option<Category>) -> Observation {
    AdServed { person: ANN, by, context, carries, category }
}
fn by_interest(by: Holder, context: Context) -> Observation {
    advert(by, context, true, None)
}
fn off(person: Person) -> Observation {
    AdOptedOut { person, channel: Channel::AdPage }
}
fn on() -> Observation {
    AdOptedIn { person: ANN }
}
fn analytics(source: Source) -> Observation {
    collected(1, ANN, Category::Analytics, VENDOR, source)
}

#[test]
fn cookies_and_storage_are_for_the_site_and_by_those_who_take_part() {
    let breaks = |line| broken(TECHNOLOGY, &rules(), &after(&[line]));
    for by in [VENDOR, OTHER, PARTNER] {
        assert_eq!(breaks(cookie(by, Context::Site)), NONE, "{by:?}");
        assert_eq!(breaks(stores(by, Context::Site, &[Detail::Content])), NONE, "{by:?}");
        for app in [Context::Plugin, Context::App] {
            assert_eq!(breaks(cookie(by, app)), ["cookies-on-site@3"], "{by:?}");
            assert_eq!(breaks(stores(by, app, &[])), ["storage-on-site@3"], "{by:?}");
        }
    }
    assert_eq!(breaks(cookie(STRANGER, Context::Site)), ["known-writer@3"]);
    assert_eq!(breaks(stores(STRANGER, Context::Site, &[])), ["known-writer@3"]);
    assert_eq!(breaks(cookie(STRANGER, Context::Plugin)), ["cookies-on-site@3"]);
    assert_eq!(breaks(cookie(PARTNER, Context::OtherSite)), NONE, "activity on other sites is gathered too");
    assert_eq!(breaks(cookie(VENDOR, Context::OtherSite)), ["cookies-on-site@3"]);
    assert_eq!(breaks(cookie(STRANGER, Context::OtherSite)), NONE, "its own affair");
    assert!(!triggered(TECHNOLOGY, &rules(), &after(&[cookie(STRANGER, Context::OtherSite)])));
    let reached = |line| reached(TECHNOLOGY, &rules(), &after(&[line]));
    assert_eq!(reached(cookie(VENDOR, Context::Site)), ["cookie-by-vendor"]);
    assert_eq!(reached(cookie(OTHER, Context::Site)), ["cookie-by-provider"]);
    assert_eq!(reached(stores(VENDOR, Context::Site, &[])), ["storage-by-vendor"]);
    assert_eq!(reached(stores(PARTNER, Context::Site, &[])), ["storage-by-partner"]);
}

#[test]
fn a_part_of_others_that_was_used_is_their_own_affair() {
    let breaks = |lines: &[Observation]| broken(TECHNOLOGY, &rules(), &after(lines));
    for context in [Context::Plugin, Context::Site] {
        assert_eq!(breaks(&[uses_part(STRANGER), cookie(STRANGER, context)]), NONE);
        assert_eq!(breaks(&[cookie(STRANGER, context), uses_part(STRANGER)]).len(), 1, "too early");
        let by_bob = PartUsed { person: BOB, by: STRANGER, carries: false };
        assert_eq!(breaks(&[by_bob, cookie(STRANGER, context)]).len(), 1, "somebody else used it");
    }
    let partner = [uses_part(PARTNER), cookie(PARTNER, Context::Plugin)];
    assert_eq!(breaks(&partner), ["cookies-on-site@4"], "whoever takes part is bound");
}

#[test]
fn a_provider_of_no_listed_kind_is_unknown_on_the_site() {
    let declared = |kinds: &[ProviderKind]| Introduced {
        by: OTHER,
        class: Class::Provider,
        for_vendor: true,
        kinds: Some(Set::of(kinds)),
        sector: None,
    };
    let breaks = |kinds: &[ProviderKind]| {
        broken(TECHNOLOGY, &rules(), &after(&[declared(kinds), cookie(OTHER, Context::Site)]))
    };
    assert_eq!(breaks(&[ProviderKind::Other]), ["known-writer@4"]);
    assert_eq!(breaks(&[ProviderKind::Other, ProviderKind::Agent]), NONE);
}

#[test]
fn what_is_logged_stored_and_reported() {
    let breaks = |line| broken(TECHNOLOGY, &rules(), &after(&[line]));
    assert_eq!(breaks(logs_visit(Context::Site)), NONE);
    assert_eq!(breaks(logs_visit(Context::Plugin)), ["logs-on-site@3"]);
    assert_eq!(breaks(stores(VENDOR, Context::Site, &[Detail::AccountId])), ["content-and-preferences@3"]);
    assert_eq!(breaks(stores(PARTNER, Context::Site, &[Detail::Clicks])), NONE, "partners store information");
    let report = |amount, person| ReportReceived { by: OTHER, amount, person };
    let reached = |line| reached(TECHNOLOGY, &rules(), &after(&[line]));
    assert_eq!(reached(report(1, Some(ANN))), ["individual-report"]);
    assert_eq!(reached(report(2, None)), ["aggregate-report"]);
    assert_eq!(reached(report(1, None)), NONE);
    assert_eq!(reached(logs_visit(Context::Site)), ["log-line"]);
    assert_eq!(reached(analytics(Source::Observed)), ["app-analytics"]);
    assert_eq!(reached(analytics(Source::Web)), NONE);
}

#[test]
fn the_heading_may_be_read_to_bind_what_it_does_not_fit() {
    let strict = reading("web-heading", "site-only");
    let breaks = |promise, line| broken(promise, &strict, &after(&[line]));
    assert_eq!(breaks(TECHNOLOGY, analytics(Source::Observed)), ["analytics-by-exception@3"]);
    assert_eq!(breaks(TECHNOLOGY, analytics(Source::Web)), NONE);
    assert_eq!(breaks(ADVERTS, advert(PARTNER, Context::OtherSite, false, None)), ["on-sites-alone@3"]);
    assert_eq!(breaks(ADVERTS, advert(PARTNER, Context::Site, false, None)), NONE);
}

#[test]
fn adverts_have_their_places_and_their_servers() {
    let breaks = |lines: &[Observation]| broken(ADVERTS, &rules(), &after(lines));
    let plain = |by, context| advert(by, context, false, None);
    for by in [VENDOR, OTHER, PARTNER] {
        assert_eq!(breaks(&[plain(by, Context::Site)]), NONE);
        assert_eq!(breaks(&[plain(by, Context::OtherSite)]), NONE);
        assert_eq!(breaks(&[plain(by, Context::Plugin)]), ["on-sites-alone@3"]);
    }
    assert_eq!(breaks(&[plain(STRANGER, Context::Site)]), ["known-server@3"]);
    assert_eq!(breaks(&[plain(STRANGER, Context::App)]), ["on-sites-alone@3"]);
    assert_eq!(breaks(&[uses_part(STRANGER), plain(STRANGER, Context::App)]), NONE);
    assert_eq!(breaks(&[uses_part(STRANGER), plain(STRANGER, Context::Site)]), NONE);
    let from = |by, category| advert(by, Context::OtherSite, true, Some(category));
    assert_eq!(breaks(&[from(PARTNER, Category::Account)]), ["off-site-by-web-activity@3"]);
    assert_eq!(breaks(&[from(PARTNER, Category::Cookie)]), NONE);
    assert_eq!(breaks(&[from(STRANGER, Category::Account)]), NONE, "its own affair");
    let reached = |line| reached(ADVERTS, &rules(), &after(&[line]));
    assert_eq!(reached(plain(PARTNER, Context::Site)), ["on-the-site"]);
    assert_eq!(reached(plain(PARTNER, Context::OtherSite)), ["on-other-sites"]);
}

#[test]
fn interest_ends_by_the_last_lawful_instant_whoever_serves_and_wherever() {
    for by in [OTHER, PARTNER, VENDOR] {
        for context in [Context::Site, Context::OtherSite] {
            let at = |when| log(&[(5, off(ANN)), (when, by_interest(by, context))]);
            assert_eq!(broken(INTEREST, &rules(), &at(10)), NONE);
            assert_eq!(broken(INTEREST, &rules(), &at(11)), ["no-interest-ads@4"]);
        }
    }
    let stranger = log(&[(5, off(ANN)), (30, by_interest(STRANGER, Context::OtherSite))]);
    assert!(!triggered(INTEREST, &rules(), &stranger));
    let bob = log(&[(5, off(BOB)), (30, by_interest(PARTNER, Context::Site))]);
    assert_eq!(broken(INTEREST, &rules(), &bob), NONE);
    let plain = log(&[(5, off(ANN)), (30, advert(PARTNER, Context::Site, false, None))]);
    assert_eq!(broken(INTEREST, &rules(), &plain), NONE);
    assert_eq!(reached(INTEREST, &rules(), &plain), ["plain-ad-after-opt-out"]);
    let called_plain =
        log(&[(5, off(ANN)), (30, advert(PARTNER, Context::Site, false, Some(Category::AdProfile)))]);
    assert_eq!(broken(INTEREST, &rules(), &called_plain), ["no-interest-ads@4"]);
}

#[test]
fn only_opting_in_brings_interest_back_and_the_first_word_counts() {
    let ad = by_interest(PARTNER, Context::Site);
    let cleared = log(&[(5, off(ANN)), (6, StorageCleared { person: ANN }), (30, ad)]);
    assert_eq!(broken(INTEREST, &rules(), &cleared), ["no-interest-ads@5"]);
    let twice = log(&[(5, off(ANN)), (9, off(ANN)), (11, ad)]);
    assert_eq!(broken(INTEREST, &rules(), &twice), ["no-interest-ads@5"]);
    let back = log(&[(5, off(ANN)), (20, on()), (30, ad)]);
    assert_eq!(broken(INTEREST, &rules(), &back), NONE);
    assert_eq!(reached(INTEREST, &rules(), &back), ["by-interest-after-opt-in", "served-by-interest"]);
    let anew = log(&[(5, off(ANN)), (20, on()), (25, off(ANN)), (30, ad), (31, ad)]);
    assert_eq!(broken(INTEREST, &rules(), &anew), ["no-interest-ads@7"]);
}

#[test]
fn profiles_are_of_web_activity_and_their_use_ends_too() {
    let uses =
        |category, purpose, by| Used { person: ANN, category, purpose, by, record: None, ground: None };
    let profile = |purpose| uses(Category::AdProfile, purpose, PARTNER);
    for purpose in [Purpose::InterestAds, Purpose::Advertising] {
        let late = log(&[(5, off(ANN)), (11, profile(purpose))]);
        assert_eq!(broken(INTEREST, &rules(), &late), ["no-interest-use@4"]);
        assert_eq!(broken(INTEREST, &rules(), &log(&[(5, off(ANN)), (10, profile(purpose))])), NONE);
    }
    assert!(!triggered(
        INTEREST,
        &rules(),
        &after(&[uses(Category::Cookie, Purpose::WebAnalytics, PARTNER)])
    ));
    let account = after(&[uses(Category::Account, Purpose::InterestAds, PARTNER)]);
    assert_eq!(broken(INTEREST, &rules(), &account), ["web-activity-alone@3"]);
    let shown = after(&[advert(PARTNER, Context::Site, true, Some(Category::OperationsInfo))]);
    assert_eq!(broken(INTEREST, &rules(), &shown), ["web-activity-alone@3"]);
    let gathers = |by, category| ThirdPartyCollected { person: ANN, by, category: Some(category) };
    let still = log(&[(5, off(ANN)), (30, gathers(PARTNER, Category::Cookie))]);
    assert_eq!(broken(INTEREST, &rules(), &still), NONE, "what is gathered may be, its use may not");
    assert_eq!(reached(INTEREST, &rules(), &still), ["activity-gathered"]);
    assert!(!triggered(INTEREST, &rules(), &after(&[gathers(STRANGER, Category::Cookie)])));
}
