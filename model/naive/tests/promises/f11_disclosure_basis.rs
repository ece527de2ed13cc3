//! F11 on small logs: scenarios, kinds of recipient, law, requests and onward hops.

use crate::logs::*;
use crate::recipients::*;
use vouchsafe_alphabet::{ProviderKind, Sector, Word};

const F11: &str = "F11";
const YES: Answer = Answer::Yes;
const NO: Answer = Answer::No;

fn broken_in(rules: &Rules, lines: &[Observation]) -> Vec<String> {
    broken(F11, rules, &among_recipients(lines))
}
fn reached_in(lines: &[Observation]) -> Vec<&'static str> {
    reached(F11, &rules(), &among_recipients(lines))
}
/// Ann agrees to any sharing with that class.
fn agrees(class: Class) -> Observation {
    says(YES, Verb::Disclose, class, None)
}

#[test]
fn sharing_fits_a_listed_scenario() {
    let yes =
        [agrees(Class::Provider), agrees(Class::Affiliate), agrees(Class::Ecosystem), asks_for_service(ANN)];
    let to = |to, purpose| broken_in(&rules(), &[&yes[..], &[gives(VENDOR, to, purpose)]].concat());
    let unlisted = [
        Purpose::Unstated,
        Purpose::Business,
        Purpose::CorporateEvent,
        Purpose::LegalDemand,
        Purpose::ProtectRights,
        Purpose::Safety,
        Purpose::Investigation,
        Purpose::Ecosystem,
    ];
    for &purpose in Purpose::ALL {
        let listed = !unlisted.contains(&purpose);
        let expected: &[String] = if listed { &[] } else { &[breach("listed-scenario", 4)] };
        assert_eq!(to(PROVIDER, purpose), expected, "{purpose}");
        assert_eq!(to(AFFILIATE, purpose), expected, "{purpose}");
        let of_ecosystem = matches!(purpose, Purpose::Ecosystem | Purpose::Provide);
        let expected: &[String] = if of_ecosystem { &[] } else { &[breach("listed-scenario", 4)] };
        assert_eq!(to(ECOSYSTEM, purpose), expected, "{purpose}");
        assert_eq!(to(PARTNER, purpose), [breach("listed-scenario", 4)]);
    }
}

#[test]
fn a_copy_fits_with_those_who_are_listed() {
    let to = |to| {
        let lines =
            [agrees(Class::Provider), agrees(Class::Ecosystem), collects(1, None, None), copied(1, to)];
        broken_in(&rules(), &lines)
    };
    assert_eq!(to(PROVIDER), NONE);
    assert_eq!(to(ECOSYSTEM), NONE);
    assert_eq!(to(PARTNER), [breach("listed-scenario", 3)]);
    assert_eq!(to(AFFILIATE), [breach("authorised", 3)]);
    assert_eq!(to(VENDOR), NONE, "what comes to the vendor does not leave");
    assert_eq!(broken_in(&rules(), &[copied(1, PARTNER)]), NONE, "no record, no copy");
    let over = [collects(1, None, None), purpose_ended(1), purged(1, VENDOR), copied(1, PARTNER)];
    assert_eq!(broken_in(&rules(), &over), NONE, "the record is finished");
}

#[test]
fn a_provider_is_of_a_listed_kind() {
    let with = |kinds: &[ProviderKind]| {
        broken_in(
            &rules(),
            &[of_kind(OTHER, kinds), agrees(Class::Provider), gives(VENDOR, OTHER, Purpose::Support)],
        )
    };
    assert_eq!(with(&[ProviderKind::Storage]), NONE);
    assert_eq!(with(&[ProviderKind::Storage, ProviderKind::Other]), NONE);
    assert_eq!(with(&[ProviderKind::Other]), [breach("listed-kind", 2)]);
    let under_law = [
        of_kind(OTHER, &[ProviderKind::Other]),
        demands(1, Verb::Disclose, None, None),
        gives(VENDOR, OTHER, Purpose::Support),
    ];
    assert_eq!(broken_in(&rules(), &under_law), NONE);
}

#[test]
fn without_a_yes_nothing_is_shared() {
    let gives = gives(VENDOR, PROVIDER, Purpose::Support);
    assert_eq!(broken_in(&rules(), &[gives]), [breach("authorised", 0)]);
    assert_eq!(broken_in(&rules(), &[agrees(Class::Provider), gives]), NONE);
    assert_eq!(reached_in(&[agrees(Class::Provider), gives]), ["to-provider"]);
    let to_affiliate = [agrees(Class::Affiliate), disclosed_support(AFFILIATE)];
    assert_eq!(reached_in(&to_affiliate), ["to-affiliate"]);
    assert_eq!(broken_in(&rules(), &[agrees(Class::Affiliate), gives]), [breach("authorised", 1)]);
}

fn disclosed_support(to: Holder) -> Observation {
    gives(VENDOR, to, Purpose::Support)
}

#[test]
fn everybody_whose_data_it_is_agrees() {
    let joint = gives_jointly(VENDOR, PROVIDER, DATA, Purpose::Support, Some(BOB), None);
    let bob = Answered {
        person: BOB,
        verbs: Verb::Disclose.into(),
        categories: DATA.into(),
        answer: YES,
        form: Form::Separate,
        purpose: None,
        class: None,
    };
    assert_eq!(broken_in(&rules(), &[agrees(Class::Provider), joint]), [breach("authorised", 1)]);
    assert_eq!(broken_in(&rules(), &[agrees(Class::Provider), bob, joint]), NONE);
    let law = demands_of(BOB, 1, Verb::Disclose, None, None);
    assert_eq!(
        broken_in(&rules(), &[agrees(Class::Provider), law, joint]),
        NONE,
        "law for the one, a yes of the other"
    );
    assert!(reached_in(&[agrees(Class::Provider), law, joint]).is_empty());
    // The further subject of a record is one as well, and of its latest collection.
    let of_record = gives_jointly(VENDOR, PROVIDER, DATA, Purpose::Support, None, Some(1));
    let log = [agrees(Class::Provider), collects(1, Some(BOB), None), of_record];
    assert_eq!(broken_in(&rules(), &log), [breach("authorised", 2)]);
    let anew = [agrees(Class::Provider), collects(1, Some(BOB), None), collects(1, None, None), of_record];
    assert_eq!(broken_in(&rules(), &anew), NONE);
    let copy = [agrees(Class::Provider), collects(1, Some(BOB), None), copied(1, PROVIDER)];
    assert_eq!(broken_in(&rules(), &copy), [breach("authorised", 2)]);
}

#[test]
fn readings_of_what_authorises() {
    let general = says(YES, Verb::Disclose, None, None);
    let in_full = says(YES, Verb::Disclose, Class::Provider, Purpose::Support);
    let gives = disclosed_support(PROVIDER);
    let per_scenario = reading("authorisation", "per-scenario");
    assert_eq!(
        broken_in(&per_scenario, &[general, agrees(Class::Provider), gives]),
        [breach("authorised", 2)]
    );
    assert_eq!(broken_in(&per_scenario, &[in_full, gives]), NONE);
    let copy = [agrees(Class::Provider), collects(1, None, None), copied(1, PROVIDER)];
    assert_eq!(broken_in(&per_scenario, &copy), NONE, "any yes that names the class");
    assert_eq!(broken_in(&per_scenario, &[general, copy[1], copy[2]]), [breach("authorised", 2)]);

    let acceptance = reading("authorisation", "acceptance");
    let accepted = Accepted { person: ANN, terms: Terms(1) };
    for accepts in [opened(ANN), accepted] {
        assert_eq!(broken_in(&rules(), &[accepts, gives]), [breach("authorised", 1)]);
        assert_eq!(broken_in(&acceptance, &[accepts, gives]), NONE);
        let refused = [accepts, says(NO, Verb::Disclose, None, None), gives];
        assert_eq!(broken_in(&acceptance, &refused), [breach("authorised", 2)]);
        let withdrawn = [accepts, withdraws(1, Verb::Disclose), processed(1), gives];
        assert_eq!(broken_in(&acceptance, &withdrawn), [breach("authorised", 3)]);
        let unnamed = gives_jointly(VENDOR, ECOSYSTEM, DATA, Purpose::Ecosystem, None, None);
        assert_eq!(broken_in(&acceptance, &[accepts, unnamed]), [breach("authorised", 1)]);
        let elsewhere = [in_sector(OTHER, Sector::Other), accepts, disclosed_support(OTHER)];
        assert_eq!(broken_in(&acceptance, &elsewhere), [breach("authorised", 2)]);
    }
    assert_eq!(broken_in(&acceptance, &[opened(BOB), gives]), [breach("authorised", 1)]);
    let bundled = says_in(Form::Bundled, YES, Verb::Disclose, Some(Class::Ecosystem), None);
    let to_ecosystem = gives_jointly(VENDOR, ECOSYSTEM, DATA, Purpose::Ecosystem, None, None);
    assert_eq!(broken_in(&acceptance, &[bundled, to_ecosystem]), NONE);
    assert_eq!(broken_in(&rules(), &[bundled, to_ecosystem]), [breach("authorised", 1)]);
}

#[test]
fn an_authority_gets_what_law_demands_or_allows() {
    let hands_over = gives(VENDOR, AUTHORITY, Purpose::LegalDemand);
    assert_eq!(broken_in(&rules(), &[agrees(Class::Authority), hands_over]), [breach("under-law", 1)]);
    let order = demands(1, Verb::Disclose, Some(AUTHORITY), None);
    assert_eq!(broken_in(&rules(), &[order, hands_over]), NONE);
    assert_eq!(reached_in(&[order, hands_over]), ["under-order"]);
    for other in [
        demands(1, Verb::Disclose, Some(OTHER), None),
        demands(1, Verb::Use, None, None),
        demands_of(BOB, 1, Verb::Disclose, None, None),
    ] {
        assert_eq!(broken_in(&rules(), &[other, hands_over]), [breach("under-law", 1)]);
    }
    assert_eq!(broken_in(&rules(), &[order, law_demand_ended(1), hands_over]), [breach("under-law", 2)]);
    let to_outsider = [demands(1, Verb::Disclose, None, None), gives(VENDOR, OTHER, Purpose::Safety)];
    assert_eq!(broken_in(&rules(), &to_outsider), NONE);
    assert_eq!(reached_in(&to_outsider), ["to-others-under-law"]);
}

#[test]
fn an_allowance_is_of_the_persons_own_place() {
    let log =
        |law, home: &[Observation]| [home, &[law, gives(VENDOR, AUTHORITY, Purpose::LegalDemand)]].concat();
    let local = reading("law-basis", "local-only");
    let at_home = [lives_in(ANN, Some(HOME))];
    let (here, abroad) = (Some(HOME), Some(ABROAD));
    let allowed = |place| allows(1, Verb::Disclose, None, place);
    let demanded = |place| demands(1, Verb::Disclose, None, place);
    for rules in [&rules(), &local] {
        assert_eq!(broken_in(rules, &log(allowed(here), &at_home)), NONE);
        assert_eq!(broken_in(rules, &log(allowed(None), &at_home)), NONE);
        assert_eq!(broken_in(rules, &log(allowed(abroad), &[])), NONE, "nobody knows where Ann lives");
        assert_eq!(broken_in(rules, &log(allowed(abroad), &at_home)), [breach("under-law", 2)]);
        let away = [at_home[0], moves(ANN, ABROAD)];
        assert_eq!(broken_in(rules, &log(allowed(here), &away)), [breach("under-law", 3)]);
        let unknown_again = [at_home[0], lives_in(ANN, None)];
        assert_eq!(broken_in(rules, &log(allowed(abroad), &unknown_again)), NONE);
    }
    assert_eq!(broken_in(&rules(), &log(demanded(abroad), &at_home)), NONE);
    assert_eq!(broken_in(&local, &log(demanded(abroad), &at_home)), [breach("under-law", 2)]);
    assert_eq!(broken_in(&local, &log(demanded(here), &at_home)), NONE);
    // The place is that of the moment of the act.
    let moved_later =
        [demanded(here), at_home[0], moves(ANN, ABROAD), gives(VENDOR, AUTHORITY, Purpose::Safety)];
    assert_eq!(broken_in(&local, &moved_later), [breach("under-law", 3)]);
}

#[test]
fn an_id_opened_anew_ends_the_older_allowance_and_an_allowance_ends_what_was_there() {
    let hands_over = gives(VENDOR, AUTHORITY, Purpose::LegalDemand);
    let allowed = allows(1, Verb::Disclose, None, None);
    let useless = allows(1, Verb::Collect, None, None);
    assert_eq!(broken_in(&rules(), &[allowed, useless, hands_over]), [breach("under-law", 2)]);
    assert_eq!(
        broken_in(&rules(), &[allowed, withdraws(1, Verb::Use), hands_over]),
        [breach("under-law", 2)]
    );
    assert_eq!(broken_in(&rules(), &[allowed, law_demand_ended(1), hands_over]), [breach("under-law", 2)]);
    assert_eq!(broken_in(&rules(), &[useless, allowed, hands_over]), NONE);
}

#[test]
fn what_provides_a_service_was_asked_for() {
    let (yes, provides) = (agrees(Class::Provider), gives(VENDOR, PROVIDER, Purpose::Provide));
    assert_eq!(broken_in(&rules(), &[yes, provides]), [breach("requested", 1)]);
    let asks = [
        asks_for_service(ANN),
        Subscribed { person: ANN, service: Service::Content, renewal: false },
        pressed(1, ANN, 1),
        Viewed { person: ANN, phone: vouchsafe_alphabet::Phone(1), tv: Tv(1) },
        gives_feedback(ANN),
    ];
    for asks in asks {
        assert_eq!(broken_in(&rules(), &[yes, asks, provides]), NONE);
        assert_eq!(reached_in(&[yes, asks, provides]), ["for-requested-service", "to-provider"]);
    }
    assert_eq!(broken_in(&rules(), &[yes, opened(ANN), provides]), [breach("requested", 2)]);
    assert_eq!(broken_in(&rules(), &[yes, asks_for_service(BOB), provides]), [breach("requested", 2)]);
    let law = demands(1, Verb::Disclose, None, None);
    assert_eq!(broken_in(&rules(), &[law, provides]), NONE);
    assert!(reached_in(&[law, provides]).is_empty());
}

#[test]
fn a_service_is_asked_for_by_those_whose_it_is_and_not_by_others() {
    let law = demands_of(BOB, 1, Verb::Disclose, None, None);
    let record = |person| collects_as(1, person, DATA, None, None);
    let with = |other, record| gives_jointly(VENDOR, PROVIDER, DATA, Purpose::Provide, other, record);
    let before = [agrees(Class::Provider), asks_for_service(ANN), law];
    let then = |lines: &[Observation]| broken_in(&rules(), &[&before[..], lines].concat());
    assert_eq!(then(&[with(Some(BOB), None)]), NONE, "Bob is a further subject");
    assert_eq!(then(&[record(BOB), with(None, Some(1))]), [breach("requested", 4)], "the record is Bob's");
    assert_eq!(then(&[record(BOB), with(Some(BOB), Some(1))]), [breach("requested", 4)]);
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

#[test]
fn an_ecosystem_company_needs_a_grant_of_its_own() {
    let gives = gives(VENDOR, ECOSYSTEM, Purpose::Ecosystem);
    let general = says(YES, Verb::Disclose, None, None);
    let by_purpose = says(YES, Verb::Disclose, None, Purpose::Ecosystem);
    for too_wide in [general, by_purpose] {
        assert_eq!(broken_in(&rules(), &[too_wide, gives]), [breach("authorised", 1)]);
    }
    assert_eq!(broken_in(&rules(), &[agrees(Class::Ecosystem), gives]), NONE);
    assert_eq!(reached_in(&[agrees(Class::Ecosystem), gives]), ["to-ecosystem-by-own-grant"]);
}
