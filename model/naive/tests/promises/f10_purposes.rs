//! F10 on small logs.

use crate::logs::*;
use crate::recipients::*;
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::party::Address;
use vouchsafe_alphabet::{ProviderKind, Word};

const F10: &str = "F10.stated-compatible-purpose";
const YES: Answer = Answer::Yes;
const NO: Answer = Answer::No;

fn broken_in(rules: &Rules, lines: &[Observation]) -> Vec<String> {
    broken(F10, rules, &among_recipients(lines))
}
fn reached_in(lines: &[Observation]) -> Vec<&'static str> {
    reached(F10, &rules(), &among_recipients(lines))
}
fn vendor_uses(category: Category, purpose: Purpose) -> Observation {
    uses(VENDOR, category, purpose, None)
}

#[test]
fn a_purpose_is_stated_somewhere() {
    for act in [vendor_uses(DATA, Purpose::Unstated), collects(1, None, Some(Purpose::Unstated))] {
        assert_eq!(broken_in(&rules(), &[act]), [breach("stated", 0)]);
        assert_eq!(broken_in(&reading("purpose-scope", "union"), &[act]), [breach("stated", 0)]);
    }
    let under_law = |verb| [demands(1, verb, None, None), vendor_uses(DATA, Purpose::Unstated)];
    assert_eq!(broken_in(&rules(), &under_law(Verb::Use)), NONE);
    assert_eq!(broken_in(&rules(), &under_law(Verb::Collect)), [breach("stated", 1)]);
    assert!(!triggered(F10, &rules(), &among_recipients(&[collects(1, None, None)])), "for no purpose said");
}

#[test]
fn a_purpose_is_among_those_of_the_category() {
    let analytics = |category| broken_in(&rules(), &[vendor_uses(category, Purpose::WebAnalytics)]);
    for &category in Category::ALL {
        let web = [Category::Cookie, Category::Demographic, Category::CookieReport, Category::WebLog];
        let expected: &[String] = if web.contains(&category) { &[] } else { &[breach("fits-category", 0)] };
        assert_eq!(analytics(category), expected, "{category}");
    }
    for (category, purpose) in [
        (Category::FactoryMac, Purpose::Authenticity),
        (Category::IdentityProof, Purpose::IdentityVerification),
        (Category::PhoneFeature, Purpose::AppRun),
        (Category::AdProfile, Purpose::InterestAds),
        (Category::Age, Purpose::Provide),
        (Category::Purchase, Purpose::DirectMarketing),
        (Category::Status, Purpose::Control),
    ] {
        assert_eq!(broken_in(&rules(), &[vendor_uses(category, purpose)]), NONE, "{category} for {purpose}");
        assert_eq!(
            broken_in(&rules(), &[vendor_uses(category, Purpose::Features)]),
            [breach("fits-category", 0)]
        );
    }
    // A collection is held to the same table, and no agreement to a use mends it.
    let agreed = says(YES, Verb::Use, None, Purpose::WebAnalytics);
    let collection = collects(1, None, Some(Purpose::WebAnalytics));
    assert_eq!(broken_in(&rules(), &[agreed, collection]), [breach("fits-category", 1)]);
    assert_eq!(broken_in(&rules(), &[demands(1, Verb::Collect, None, None), collection]), NONE);
}

#[test]
fn readings_of_the_purposes() {
    let union = reading("purpose-scope", "union");
    let four = reading("purpose-scope", "listed-four");
    let strange = vendor_uses(DATA, Purpose::WebAnalytics);
    assert_eq!(broken_in(&union, &[strange]), NONE);
    let preferences = vendor_uses(DATA, Purpose::Preferences);
    assert_eq!(broken_in(&rules(), &[preferences]), NONE);
    assert_eq!(broken_in(&four, &[preferences]), [breach("fits-category", 0)]);
    for purpose in [Purpose::Provide, Purpose::BusinessRecords, Purpose::Control] {
        assert_eq!(broken_in(&four, &[vendor_uses(DATA, purpose)]), NONE);
    }
    // What the row of the category does not hold is not let in by being among the listed.
    let of_age = vendor_uses(Category::Age, Purpose::Control);
    assert_eq!(broken_in(&four, &[of_age]), [breach("fits-category", 0)]);
}

#[test]
fn a_new_purpose_is_agreed_to() {
    let q = Purpose::WebAnalytics;
    let act = vendor_uses(DATA, q);
    let after = |lines: &[Observation]| broken_in(&rules(), &[lines, &[act]].concat());
    let yes = says(YES, Verb::Use, None, q);
    let by_class = says(YES, Verb::Use, Class::Provider, q);
    assert_eq!(after(&[yes]), NONE);
    assert_eq!(reached_in(&[yes, act]), ["new-purpose-agreed"]);
    assert_eq!(after(&[by_class]), NONE);
    assert_eq!(after(&[says(YES, Verb::Use, None, Purpose::Features)]), [breach("fits-category", 1)]);
    assert_eq!(after(&[says(YES, Verb::Use, None, None)]), [breach("fits-category", 1)], "no purpose named");
    assert_eq!(after(&[says(YES, Verb::Disclose, None, q)]), [breach("fits-category", 1)]);
    // A no without a class takes back both, and a yes with a class does not lift it.
    let no = says(NO, Verb::Use, None, q);
    assert_eq!(after(&[yes, by_class, no]), [breach("fits-category", 3)]);
    assert_eq!(after(&[no, by_class]), [breach("fits-category", 2)]);
    assert_eq!(after(&[by_class, no, yes]), NONE);
    assert_eq!(after(&[yes, says(NO, Verb::Use, Class::Provider, q)]), NONE);
    assert_eq!(after(&[yes, says(NO, Verb::Use, None, None)]), NONE, "a general no to use is none of these");
    let withdrawn = [yes, withdraws(1, Verb::Use), processed(1)];
    assert_eq!(after(&withdrawn), [breach("fits-category", 3)]);
    assert_eq!(after(&[withdrawn[0], withdrawn[1], withdrawn[2], yes]), NONE);
    let bundled = says_in(Form::Bundled, YES, Verb::Use, None, Some(q));
    assert_eq!(after(&[bundled]), [breach("fits-category", 1)]);
    assert_eq!(broken_in(&reading("authorisation", "acceptance"), &[bundled, act]), NONE);
}

#[test]
fn what_was_collected_with_one_aim_serves_that_alone() {
    let q = Purpose::IdentityVerification;
    let then = |purpose, lines: &[Observation]| {
        let (record, act) = (collects(1, None, Some(q)), uses(VENDOR, DATA, purpose, Some(1)));
        broken_in(&rules(), &[&[record][..], lines, &[act]].concat())
    };
    assert_eq!(then(q, &[]), NONE);
    assert_eq!(then(Purpose::Security, &[]), NONE);
    assert_eq!(then(Purpose::Control, &[]), [breach("fits-collection", 1)]);
    assert_eq!(then(Purpose::Control, &[demands(1, Verb::Use, None, None)]), NONE);
    assert_eq!(then(Purpose::Control, &[says(YES, Verb::Use, None, Purpose::Control)]), NONE);
    // The latest collection counts, and only while the record is open.
    assert_eq!(then(Purpose::Control, &[collects(1, None, Some(Purpose::Provide))]), NONE);
    assert_eq!(then(Purpose::Control, &[collects(1, None, None)]), NONE);
    assert_eq!(then(Purpose::Control, &[purpose_ended(1), purged(1, VENDOR)]), NONE);
    assert_eq!(then(Purpose::Control, &[purpose_ended(1)]), [breach("fits-collection", 2)]);
    let union = reading("purpose-scope", "union");
    let control = [collects(1, None, Some(q)), uses(VENDOR, DATA, Purpose::Control, Some(1))];
    assert_eq!(broken_in(&union, &control), NONE);
    assert_eq!(
        broken_in(&rules(), &[control[0], vendor_uses(DATA, Purpose::Control)]),
        NONE,
        "no record named"
    );
}

#[test]
fn kin_of_a_narrow_purpose_are_compatible() {
    let then = |narrow, purpose| {
        broken_in(&rules(), &[collects(1, None, Some(narrow)), uses(VENDOR, DATA, purpose, Some(1))])
    };
    assert_eq!(then(Purpose::AppRun, Purpose::StatusDisplay), NONE);
    assert_eq!(then(Purpose::AppRun, Purpose::Provide), [breach("fits-collection", 1)]);
    assert_eq!(then(Purpose::ConnectionSelection, Purpose::AppRun), NONE);
    assert_eq!(then(Purpose::SubjectRequest, Purpose::IdentityVerification), NONE);
    assert_eq!(then(Purpose::Authenticity, Purpose::Control), [breach("fits-collection", 1)]);
    assert_eq!(then(Purpose::Provide, Purpose::DirectMarketing), NONE, "this one is not narrow");
}

#[test]
fn a_recipient_uses_what_it_has_from_us_for_the_work_alone() {
    // Under the demand the data may go out; it says nothing of use.
    let by = |h, category, purpose| {
        let lines = [demands(1, Verb::Disclose, None, None), gives(VENDOR, h, Purpose::Support)];
        broken_in(&rules(), &[&lines[..], &[uses(h, category, purpose, None)]].concat())
    };
    let off_limits = [breach("recipient-purpose", 2)];
    assert_eq!(by(PROVIDER, DATA, Purpose::Provide), NONE);
    assert_eq!(by(PROVIDER, DATA, Purpose::Ecosystem), off_limits);
    assert_eq!(by(PROVIDER, DATA, Purpose::Unstated), [breach("stated", 2)]);
    let business = [breach("fits-category", 2), breach("recipient-purpose", 2)];
    assert_eq!(by(PROVIDER, DATA, Purpose::Business), business);
    assert_eq!(by(ECOSYSTEM, DATA, Purpose::Ecosystem), NONE);
    assert_eq!(by(ECOSYSTEM, DATA, Purpose::Statistics), NONE);
    assert_eq!(by(ECOSYSTEM, DATA, Purpose::Support), off_limits);
    assert_eq!(by(PARTNER, DATA, Purpose::Provide), off_limits);
    assert_eq!(by(PARTNER, DATA, Purpose::Security), NONE);
    assert_eq!(by(OTHER, DATA, Purpose::Provide), off_limits);
    assert_eq!(by(AFFILIATE, DATA, Purpose::Ecosystem), NONE, "an affiliate is one of us");
    // Data that it could work out from what it got is from us as well; other data is its own.
    assert_eq!(by(PARTNER, Category::Statistic, Purpose::Provide), off_limits);
    assert_eq!(by(PARTNER, Category::Command, Purpose::Provide), NONE);
    let third = reading("affiliate", "third-party");
    let affiliate = [
        demands(1, Verb::Disclose, None, None),
        gives(VENDOR, AFFILIATE, Purpose::Support),
        uses(AFFILIATE, DATA, Purpose::DirectMarketing, None),
        uses(AFFILIATE, DATA, Purpose::Ecosystem, None),
    ];
    assert_eq!(broken_in(&third, &affiliate), [breach("recipient-purpose", 3)]);
}

#[test]
fn a_provider_promotes_if_that_is_its_kind() {
    let by = |introduction: Observation| {
        broken_in(
            &rules(),
            &[
                introduction,
                demands(1, Verb::Disclose, None, None),
                gives(VENDOR, OTHER, Purpose::Support),
                uses(OTHER, DATA, Purpose::DirectMarketing, None),
            ],
        )
    };
    assert_eq!(by(introduced(OTHER, Class::Provider, false)), NONE);
    assert_eq!(by(of_kind(OTHER, &[ProviderKind::Mailing])), NONE);
    assert_eq!(by(of_kind(OTHER, &[ProviderKind::Promotion, ProviderKind::Storage])), NONE);
    assert_eq!(by(of_kind(OTHER, &[ProviderKind::Storage])), [breach("recipient-purpose", 3)]);
}

#[test]
fn what_did_not_come_from_us_is_no_concern() {
    let act = uses(PROVIDER, DATA, Purpose::Unstated, None);
    assert!(!triggered(F10, &rules(), &among_recipients(&[act, gives(VENDOR, PROVIDER, Purpose::Support)])));
    let works = introduced(PROVIDER, Class::Provider, true);
    assert_eq!(broken_in(&rules(), &[works, act]), [breach("stated", 1)], "what works for us is ours");
    assert_eq!(
        reached_in(&[works, uses(PROVIDER, DATA, Purpose::OperateFull, None)]),
        ["recipient-operates"]
    );
}

#[test]
fn a_legal_duty_is_one() {
    let collection = collects(1, None, Some(Purpose::LegalCompliance));
    assert_eq!(broken_in(&rules(), &[collection]), [breach("legal-duty", 0)]);
    assert_eq!(broken_in(&rules(), &[demands(1, Verb::Collect, None, None), collection]), NONE);
    assert_eq!(reached_in(&[demands(1, Verb::Collect, None, None), collection]), ["under-duty"]);
    assert_eq!(
        broken_in(&rules(), &[demands(1, Verb::Use, None, None), collection]),
        [breach("legal-duty", 1)]
    );
    assert_eq!(broken_in(&rules(), &[vendor_uses(DATA, Purpose::LegalCompliance)]), NONE);
}

#[test]
fn support_has_a_case() {
    let support = vendor_uses(DATA, Purpose::Support);
    assert_eq!(broken_in(&rules(), &[support]), [breach("support-case", 0)]);
    let message = |mail| messaged(mail, Channel::Push, false);
    let request = RequestMade {
        request: Request(1),
        person: ANN,
        other: BOB,
        asks: RequestKind::Question,
        channel: Channel::Email,
    };
    for case in
        [asks_for_service(ANN), gives_feedback(ANN), request, message(Mail::Notice), message(Mail::Service)]
    {
        assert_eq!(broken_in(&rules(), &[case, support]), NONE);
        assert_eq!(reached_in(&[case, support]), ["support"]);
    }
    let other_service = ServiceRequested { person: ANN, service: Service::Content };
    for no_case in [asks_for_service(BOB), gives_feedback(BOB), other_service, message(Mail::Product)] {
        assert_eq!(broken_in(&rules(), &[no_case, support]), [breach("support-case", 1)]);
    }
    // Who wrote is asked of the moment of the message.
    let by_other = Messaged {
        person: ANN,
        by: OTHER,
        mail: Mail::Service,
        channel: Channel::Push,
        promotional: false,
        address: None,
        partner: None,
    };
    let joins = introduced(OTHER, Class::Provider, true);
    assert_eq!(broken_in(&rules(), &[by_other, joins, support]), [breach("support-case", 2)]);
    assert_eq!(
        broken_in(&rules(), &[joins, by_other, introduced(OTHER, Class::Provider, false), support]),
        NONE
    );
    let sourced = [
        demands(1, Verb::Disclose, None, None),
        gives(VENDOR, PROVIDER, Purpose::Provide),
        uses(PROVIDER, DATA, Purpose::Support, None),
    ];
    assert_eq!(broken_in(&rules(), &sourced), NONE, "only our side needs a case");
}

#[test]
fn feedback_comes_before_its_follow_up() {
    let mail = |address| Messaged {
        person: ANN,
        by: VENDOR,
        mail: Mail::FollowUp,
        channel: Channel::Email,
        promotional: false,
        address,
        partner: None,
    };
    let follows = vendor_uses(DATA, Purpose::FollowUp);
    assert_eq!(broken_in(&rules(), &[follows]), [breach("feedback-first", 0)]);
    assert_eq!(broken_in(&rules(), &[mail(None)]), [breach("feedback-first", 0)]);
    assert_eq!(broken_in(&rules(), &[gives_feedback(BOB), mail(None)]), [breach("feedback-first", 1)]);
    assert_eq!(broken_in(&rules(), &[gives_feedback(ANN), follows, mail(None)]), NONE);
    assert_eq!(broken_in(&rules(), &[gives_feedback(ANN), mail(Some(Address::Feedback))]), NONE);
    assert_eq!(
        broken_in(&rules(), &[gives_feedback(ANN), mail(Some(Address::Former))]),
        [breach("feedback-first", 1)]
    );
    assert_eq!(reached_in(&[gives_feedback(ANN), mail(None)]), ["follow-up"]);
}

#[test]
fn lawful_uses_show_each_purpose() {
    for purpose in [
        Purpose::Provide,
        Purpose::Statistics,
        Purpose::BusinessRecords,
        Purpose::Control,
        Purpose::AppRun,
        Purpose::Authenticity,
        Purpose::IdentityVerification,
    ] {
        assert_eq!(reached_in(&[vendor_uses(DATA, purpose)]), [purpose.name()]);
    }
    assert_eq!(reached_in(&[vendor_uses(Category::Feedback, Purpose::Feedback)]), ["feedback"]);
    assert!(reached_in(&[vendor_uses(Category::Age, Purpose::Control)]).is_empty(), "it is not lawful");
    assert!(reached_in(&[uses(OTHER, DATA, Purpose::Provide, None)]).is_empty());
}
