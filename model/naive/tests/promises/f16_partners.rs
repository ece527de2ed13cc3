//! F16 on small logs.

use crate::logs::*;
use crate::recipients::*;
use vouchsafe_alphabet::ProviderKind;

const F16: &str = "F16.no-partner-marketing";
const DM: Purpose = Purpose::DirectMarketing;

fn broken_in(rules: &Rules, lines: &[Observation]) -> Vec<String> {
    broken(F16, rules, &among_recipients(lines))
}
fn promotion(by: Holder, partner: Option<Holder>) -> Observation {
    Messaged {
        person: ANN,
        by,
        mail: Mail::Product,
        channel: Channel::Email,
        promotional: true,
        address: None,
        partner,
    }
}
fn notice(by: Holder, partner: Option<Holder>) -> Observation {
    Messaged {
        person: ANN,
        by,
        mail: Mail::Product,
        channel: Channel::Email,
        promotional: false,
        address: None,
        partner,
    }
}

#[test]
fn nothing_goes_to_a_partner_for_its_marketing() {
    assert_eq!(broken_in(&rules(), &[gives(VENDOR, PARTNER, DM)]), [breach("not-passed-on", 0)]);
    assert_eq!(broken_in(&rules(), &[gives(VENDOR, PARTNER, Purpose::Provide)]), NONE);
    assert!(triggered(F16, &rules(), &among_recipients(&[gives(VENDOR, PARTNER, Purpose::Provide)])));
    assert_eq!(broken_in(&rules(), &[gives(VENDOR, PROVIDER, DM)]), NONE);
    assert_eq!(broken_in(&rules(), &[gives(OTHER, PARTNER, DM)]), NONE, "an outsider's own data");
}

#[test]
fn a_chain_that_starts_with_us_counts_at_every_hop() {
    let chain = [gives(VENDOR, PROVIDER, Purpose::Support), gives(PROVIDER, PARTNER, DM)];
    assert_eq!(broken_in(&rules(), &chain), [breach("not-passed-on", 1)]);
    let direct = reading("partner-scope", "direct-hop");
    assert_eq!(broken_in(&direct, &chain), NONE);
    assert_eq!(broken_in(&direct, &[gives(VENDOR, PARTNER, DM)]), [breach("not-passed-on", 0)]);
    assert_eq!(broken_in(&direct, &[gives(AFFILIATE, PARTNER, DM)]), [breach("not-passed-on", 0)]);
    let works = introduced(PROVIDER, Class::Provider, true);
    assert_eq!(broken_in(&direct, &[works, gives(PROVIDER, PARTNER, DM)]), NONE, "it is not one of us");
    assert_eq!(broken_in(&rules(), &[works, gives(PROVIDER, PARTNER, DM)]), [breach("not-passed-on", 1)]);
    let derived = [
        gives(VENDOR, PROVIDER, Purpose::Support),
        gives_jointly(PROVIDER, PARTNER, Category::AdProfile, DM, None, None),
    ];
    assert_eq!(broken_in(&rules(), &derived), [breach("not-passed-on", 1)]);
}

#[test]
fn a_partner_uses_nothing_of_ours_for_its_marketing() {
    let got = gives(VENDOR, PARTNER, Purpose::Provide);
    let used = uses(PARTNER, DATA, DM, None);
    assert_eq!(broken_in(&rules(), &[got, used]), [breach("not-used", 1)]);
    assert_eq!(broken_in(&rules(), &[used, got]), NONE, "it had nothing yet");
    assert_eq!(broken_in(&rules(), &[got, uses(PARTNER, DATA, Purpose::Provide, None)]), NONE);
    assert_eq!(
        broken_in(&rules(), &[got, uses(PARTNER, Category::Command, DM, None)]),
        NONE,
        "data of its own"
    );
    assert_eq!(
        broken_in(&rules(), &[got, uses(PARTNER, STATUS, DM, None)]),
        [breach("not-used", 1)],
        "derived"
    );
    assert_eq!(broken_in(&reading("partner-scope", "direct-hop"), &[got, used]), NONE);
    let copy = [collects(1, None, None), copied(1, PARTNER), purged(1, PARTNER), used];
    assert_eq!(broken_in(&rules(), &copy), [breach("not-used", 3)], "a purge washes nothing");
    let affiliated = [got, introduced(PARTNER, Class::Affiliate, false), used];
    assert_eq!(broken_in(&rules(), &affiliated), NONE, "it is no partner by now");
    let became_one = [shares(OTHER), introduced(OTHER, Class::Partner, false), uses(OTHER, DATA, DM, None)];
    assert_eq!(broken_in(&rules(), &became_one), [breach("not-used", 2)]);
}

fn shares(to: Holder) -> Observation {
    gives(VENDOR, to, Purpose::Provide)
}

#[test]
fn a_partner_writes_no_promotion_to_those_whose_data_it_has_from_us() {
    let got = shares(PARTNER);
    assert_eq!(broken_in(&rules(), &[got, promotion(PARTNER, None)]), [breach("not-used", 1)]);
    assert_eq!(broken_in(&rules(), &[promotion(PARTNER, None)]), NONE);
    assert_eq!(broken_in(&rules(), &[got, notice(PARTNER, None)]), NONE);
    assert_eq!(broken_in(&reading("partner-scope", "direct-hop"), &[got, promotion(PARTNER, None)]), NONE);
    let of_the_record = [collects(1, Some(ANN), None), copied(1, PARTNER), promotion(PARTNER, None)];
    assert_eq!(broken_in(&rules(), &of_the_record), [breach("not-used", 2)]);
}

#[test]
fn the_vendor_itself_may_promote_a_partners_product() {
    let own = promotion(VENDOR, Some(PARTNER));
    assert_eq!(broken_in(&rules(), &[own]), NONE);
    let reached = |lines: &[Observation]| reached(F16, &rules(), &among_recipients(lines));
    assert_eq!(reached(&[own]), ["own-promotion"]);
    assert_eq!(reached(&[promotion(AFFILIATE, Some(PARTNER))]), ["own-promotion"]);
    assert!(reached(&[promotion(VENDOR, None)]).is_empty());
    assert!(reached(&[notice(VENDOR, Some(PARTNER))]).is_empty());
    let works = introduced(PROVIDER, Class::Provider, true);
    let by_provider = [works, promotion(PROVIDER, Some(PARTNER))];
    assert!(reached(&by_provider).is_empty(), "who works for us is not one of us");
    assert!(triggered(F16, &rules(), &among_recipients(&by_provider)));
}

#[test]
fn readings_of_who_is_a_partner() {
    let all = reading("partner-scope", "all-partners");
    let cases = [
        (introduced(OTHER, Class::AdPartner, false), true),
        (introduced(OTHER, Class::Ecosystem, false), true),
        (of_kind(OTHER, &[ProviderKind::Promotion, ProviderKind::Storage]), true),
        (of_kind(OTHER, &[ProviderKind::Mailing]), false),
        (introduced(OTHER, Class::Provider, false), false),
        (introduced(OTHER, Class::Advertiser, false), false),
    ];
    for (introduction, partner) in cases {
        let lines = [introduction, gives(VENDOR, OTHER, DM), uses(OTHER, DATA, DM, None)];
        assert_eq!(broken_in(&rules(), &lines), NONE);
        let expected: &[String] =
            if partner { &[breach("not-passed-on", 1), breach("not-used", 2)] } else { &[] };
        assert_eq!(broken_in(&all, &lines), expected, "{introduction:?}");
    }
}
