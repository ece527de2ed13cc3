//! F08 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::data::Reason;
use vouchsafe_alphabet::{Detail, Set};

const OCCASION: &str = "F08.collected-on-occasion";
const CHOICE: &str = "F08.feedback-by-choice";

/// The vendor collects this of Ann, and of somebody besides, from the first TV.
fn samples(category: Category, other: Option<Person>) -> Observation {
    sampled(category, other, Source::Reported, None)
}
fn sampled(
    category: Category,
    other: Option<Person>,
    source: Source,
    purpose: Option<Purpose>,
) -> Observation {
    Collected {
        record: Record(1),
        person: ANN,
        category,
        by: VENDOR,
        source,
        other,
        command: None,
        tv: Some(Tv(1)),
        ground: None,
        purpose,
        details: None,
        terms: None,
    }
}

#[test]
fn device_information_is_of_a_linked_device() {
    let takes = samples(Category::DeviceInfo, None);
    assert_eq!(broken(OCCASION, &rules(), &[(0, takes)]), ["linked@0"]);
    assert_eq!(broken(OCCASION, &rules(), &[(0, bound(1, ANN)), (1, takes)]), NONE);
    assert_eq!(broken(OCCASION, &rules(), &[(0, bound(2, ANN)), (1, takes)]), ["linked@1"], "another TV");
    let gone = [(0, bound(1, ANN)), (1, unbound(1, ANN)), (2, takes)];
    assert_eq!(broken(OCCASION, &rules(), &gone), ["linked@2"]);
    let guest = [(0, bound(1, BOB)), (1, shared(1, ANN)), (2, takes)];
    assert_eq!(broken(OCCASION, &rules(), &guest), NONE);
    let dropped = [(0, bound(1, BOB)), (1, shared(1, ANN)), (2, bound(1, BOB)), (3, takes)];
    assert_eq!(broken(OCCASION, &rules(), &dropped), ["linked@3"], "a new binding ends every share");
    for category in [Category::OperationsInfo, Category::Status] {
        assert_eq!(broken(OCCASION, &rules(), &[(0, samples(category, None))]), ["linked@0"]);
    }
    for excused in [
        sampled(Category::DeviceInfo, None, Source::Submitted, None),
        sampled(Category::DeviceInfo, None, Source::Reported, Some(Purpose::Authenticity)),
    ] {
        assert_eq!(broken(OCCASION, &rules(), &[(0, excused)]), NONE);
        assert!(triggered(OCCASION, &rules(), &[(0, excused)]));
    }
    let both = samples(Category::DeviceInfo, Some(BOB));
    assert_eq!(broken(OCCASION, &rules(), &[(0, bound(1, ANN)), (1, both)]), ["linked@1"]);
}

#[test]
fn shared_accounts_are_of_those_with_whom_the_tv_is_shared_then() {
    let takes = samples(Category::SharedAccounts, Some(BOB));
    let shares = [(0, bound(1, ANN)), (1, shared(1, BOB))];
    let after = |more: &[Timed]| [&shares, more].concat();
    assert_eq!(broken(OCCASION, &rules(), &after(&[(2, takes)])), NONE);
    assert_eq!(reached(OCCASION, &rules(), &after(&[(2, takes)])), ["of-co-user"]);
    let ends = Unshared { tv: Tv(1), person: BOB };
    assert_eq!(broken(OCCASION, &rules(), &after(&[(2, ends), (3, takes)])), ["shared-now@3"]);
    let alone = samples(Category::SharedAccounts, None);
    assert_eq!(broken(OCCASION, &rules(), &after(&[(2, alone)])), ["co-user-named@2"]);
}

#[test]
fn a_tv_tells_of_its_network_on_it_and_of_its_operation_while_it_runs() {
    let network = |good| Networked { tv: Tv(1), good, phone: None };
    let power = |good| Powered { tv: Tv(1), good };
    let (net, ops) = (samples(Category::NetworkInfo, None), samples(Category::OperationsInfo, None));
    let at = |more: &[Timed]| [&[(0, bound(1, ANN))], more].concat();
    assert_eq!(broken(OCCASION, &rules(), &at(&[(1, network(false)), (2, net)])), ["on-a-network@2"]);
    assert_eq!(broken(OCCASION, &rules(), &at(&[(1, network(false)), (2, network(true)), (3, net)])), NONE);
    assert_eq!(broken(OCCASION, &rules(), &at(&[(1, network(false)), (2, ops)])), NONE);
    assert_eq!(broken(OCCASION, &rules(), &at(&[(1, power(false)), (2, ops)])), ["while-running@2"]);
    assert_eq!(broken(OCCASION, &rules(), &at(&[(1, power(false)), (2, power(true)), (3, ops)])), NONE);
    assert_eq!(broken(OCCASION, &rules(), &at(&[(1, power(false)), (2, net)])), NONE);
}

#[test]
fn the_ecosystem_passes_on_what_is_about_the_brand() {
    let feed = |good| EcosystemData { record: Record(1), by: OTHER, good, person: None };
    let company = introduced(OTHER, Class::Ecosystem, false);
    assert_eq!(broken(OCCASION, &rules(), &[(0, company), (1, feed(true))]), NONE);
    assert_eq!(broken(OCCASION, &rules(), &[(0, company), (1, feed(false))]), ["vendor-brand@1"]);
    assert!(!triggered(OCCASION, &rules(), &[(0, feed(false))]), "from somebody else");
    assert_eq!(reached(OCCASION, &rules(), &[(0, company), (1, feed(true))]), ["from-ecosystem"]);
}

fn feedback(source: Source, fields: &[Detail]) -> Observation {
    Collected {
        record: Record(1),
        person: ANN,
        category: Category::Feedback,
        by: VENDOR,
        source,
        other: None,
        command: None,
        tv: None,
        ground: None,
        purpose: None,
        details: Some(Set::of(fields)),
        terms: None,
    }
}
fn submits(person: Person, fields: &[Detail]) -> Observation {
    FeedbackSubmitted { person, details: Set::of(fields) }
}

#[test]
fn feedback_is_what_was_handed_over() {
    let text = [Detail::Text];
    assert_eq!(broken(CHOICE, &rules(), &[(0, feedback(Source::Submitted, &text))]), NONE);
    assert_eq!(broken(CHOICE, &rules(), &[(0, feedback(Source::Observed, &text))]), ["handed-over@0"]);
    let sent = (0, submits(ANN, &text));
    assert_eq!(broken(CHOICE, &rules(), &[sent, (1, feedback(Source::Observed, &text))]), NONE);
    let more = feedback(Source::Submitted, &[Detail::Text, Detail::ErrorLog]);
    assert_eq!(broken(CHOICE, &rules(), &[sent, (1, more)]), ["same-fields@1"]);
    let twice = [sent, (1, submits(ANN, &[Detail::ErrorLog])), (2, more)];
    assert_eq!(broken(CHOICE, &rules(), &twice), NONE, "in two submissions");
    let by_another = [(0, submits(BOB, &text)), (1, feedback(Source::Observed, &text))];
    assert_eq!(broken(CHOICE, &rules(), &by_another), ["handed-over@1"]);
    assert_eq!(
        reached(CHOICE, &rules(), &[sent, (1, feedback(Source::Submitted, &text))]),
        ["submitted-then-collected"]
    );
}

#[test]
fn nothing_hangs_on_feedback() {
    let asks = |mandatory| Asked {
        person: ANN,
        by: VENDOR,
        verbs: Verb::Collect.into(),
        categories: Category::Feedback.into(),
        mandatory,
        purpose: None,
        class: None,
        service: None,
    };
    assert_eq!(broken(CHOICE, &rules(), &[(0, asks(true))]), ["not-required@0"]);
    assert!(!triggered(CHOICE, &rules(), &[(0, asks(false))]));
    let denied_of = |service, reason| ServiceDenied {
        person: ANN,
        service,
        reason,
        categories: Some(Category::Feedback.into()),
    };
    let denied = |reason| denied_of(Service::Control, reason);
    let unanswered = denied_of(Service::Support, Reason::DataDeclined);
    assert!(!triggered(CHOICE, &rules(), &[(0, unanswered)]), "support is the answer to feedback");
    assert_eq!(broken(CHOICE, &rules(), &[(0, denied(Reason::DataDeclined))]), ["not-required@0"]);
    assert_eq!(broken(CHOICE, &rules(), &[(0, denied(Reason::Offline))]), NONE);
}
