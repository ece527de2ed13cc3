//! F34 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Categories;
use vouchsafe_alphabet::party::Address;

const CHANGE: &str = "F34.change-is-announced";
const PRACTICE: &str = "F34.practice-follows-terms";
const OLD: Terms = Terms(1);
const NEW: Terms = Terms(2);

fn published(categories: Option<Category>, effective: Option<u64>) -> Observation {
    let categories = categories.map(Categories::from);
    Published { terms: NEW, categories, purpose: None, class: None, place: None, effective }
}
fn told(person: Person, channel: Channel, good: bool) -> Observation {
    Notified { person, terms: NEW, channel, good, effective: None, address: None }
}
fn mailed(address: Address) -> Observation {
    let (person, terms, channel) = (ANN, NEW, Channel::Email);
    Notified { person, terms, channel, good: true, effective: None, address: Some(address) }
}
fn effect() -> Observation {
    TookEffect { terms: NEW }
}
/// Ann uses a product under the old terms, and this follows.
fn log(lines: &[Timed]) -> Vec<Timed> {
    [&[(0, TookEffect { terms: OLD }), (0, opened(ANN))][..], lines].concat()
}

#[test]
fn the_first_terms_and_those_that_were_in_force_are_no_change() {
    assert!(!triggered(CHANGE, &rules(), &[(0, effect())]));
    let back = log(&[(1, published(None, None)), (2, effect()), (3, TookEffect { terms: OLD })]);
    assert_eq!(broken(CHANGE, &rules(), &back), NONE);
    assert_eq!(reached(CHANGE, &rules(), &back), ["minor-change"]);
}

#[test]
fn a_date_is_stated_and_comes() {
    assert_eq!(broken(CHANGE, &rules(), &log(&[(1, effect())])), ["date-stated@2"], "published nowhere");
    let at = |when| log(&[(1, published(None, Some(1))), (when, effect())]);
    assert_eq!(broken(CHANGE, &rules(), &at(9)), ["date-come@3"]);
    assert_eq!(broken(CHANGE, &rules(), &at(10)), NONE);
    let two = |when| {
        let notice = Notified {
            person: ANN,
            terms: NEW,
            channel: Channel::Site,
            good: true,
            effective: Some(2),
            address: None,
        };
        log(&[(1, published(None, Some(1))), (2, notice), (when, effect())])
    };
    assert_eq!(broken(CHANGE, &rules(), &two(19)), ["date-come@4"], "the later of the two counts");
    assert_eq!(broken(CHANGE, &rules(), &two(20)), NONE);
    assert_eq!(broken(CHANGE, &reading("stated-date", "earliest"), &two(19)), NONE);
}

#[test]
fn whoever_uses_the_products_is_told_of_what_is_material() {
    let with =
        |notice: Observation| log(&[(1, published(Some(STATUS), Some(0))), (2, notice), (3, effect())]);
    for channel in [Channel::Email, Channel::Push, Channel::Sms, Channel::Plugin, Channel::AllSites] {
        assert_eq!(broken(CHANGE, &rules(), &with(told(ANN, channel, true))), NONE, "{channel}");
    }
    for channel in [Channel::Site, Channel::Letter] {
        assert_eq!(broken(CHANGE, &rules(), &with(told(ANN, channel, true))), ["announced@4"], "{channel}");
    }
    assert_eq!(broken(CHANGE, &rules(), &with(told(BOB, Channel::Email, true))), ["announced@4"]);
    assert_eq!(broken(CHANGE, &rules(), &with(told(BOB, Channel::AllSites, true))), NONE, "posted for all");
    let personal = reading("notice-channel", "personal");
    assert_eq!(broken(CHANGE, &personal, &with(told(ANN, Channel::AllSites, true))), ["announced@4"]);
    assert_eq!(broken(CHANGE, &rules(), &with(told(ANN, Channel::Push, false))), ["content-told@4"]);
    let nobody = [(0, TookEffect { terms: OLD }), (1, published(Some(STATUS), Some(0))), (2, effect())];
    assert_eq!(broken(CHANGE, &rules(), &nobody), NONE, "nobody uses the products");
    assert_eq!(reached(CHANGE, &rules(), &nobody), ["material-change"]);
}

#[test]
fn a_notice_before_the_change_grew_tells_too_little() {
    let grown = log(&[
        (1, published(Some(STATUS), Some(0))),
        (2, told(ANN, Channel::Email, true)),
        (3, published(Some(Category::Command), None)),
        (4, effect()),
    ]);
    assert_eq!(broken(CHANGE, &rules(), &grown), ["announced@5"]);
    let same_again = log(&[
        (1, told(ANN, Channel::Email, true)),
        (2, published(Some(STATUS), Some(0))),
        (3, published(Some(STATUS), None)),
        (4, effect()),
    ]);
    assert_eq!(broken(CHANGE, &rules(), &same_again), NONE, "told first, and nothing was added");
}

#[test]
fn a_notice_has_its_lead_and_its_address() {
    let mut lead = rules();
    lead.deadlines.notice_lead = 1;
    let at = |when| {
        log(&[(1, published(Some(STATUS), Some(0))), (5, told(ANN, Channel::Email, true)), (when, effect())])
    };
    assert_eq!(broken(CHANGE, &lead, &at(9)), ["lead-kept@4"]);
    assert_eq!(broken(CHANGE, &lead, &at(10)), NONE);
    assert_eq!(broken(CHANGE, &rules(), &at(5)), NONE, "none is owed");
    for address in [Address::Former, Address::Feedback] {
        let sent = log(&[(1, published(Some(STATUS), Some(0))), (2, mailed(address)), (3, effect())]);
        assert_eq!(broken(CHANGE, &rules(), &sent), ["account-address@3", "announced@4"]);
    }
    assert_eq!(broken(CHANGE, &rules(), &log(&[(1, mailed(Address::Account))])), NONE);
}

#[test]
fn terms_change_while_a_withdrawal_waits() {
    let changed = |lines: &[Timed]| {
        reached(CHANGE, &rules(), &log(&[lines, &[(3, published(None, None)), (3, effect())]].concat()))
    };
    let waits = ["minor-change", "changed-while-a-withdrawal-waits"];
    let sorted = |mut found: Vec<&'static str>| {
        found.sort_unstable_by(|one, other| other.cmp(one));
        found
    };
    assert_eq!(sorted(changed(&[(1, withdrew(1, Verb::Use))])), waits);
    assert_eq!(changed(&[(1, withdrew(1, Verb::Use)), (2, processed(1))]), ["minor-change"]);
}

fn filed(terms: Terms) -> Observation {
    let mut saw = reports_status(1);
    if let Collected { terms: under, .. } = &mut saw {
        *under = Some(terms);
    }
    saw
}

#[test]
fn data_is_filed_under_the_version_in_force() {
    assert_eq!(broken(PRACTICE, &rules(), &log(&[(1, filed(OLD))])), NONE);
    assert_eq!(broken(PRACTICE, &rules(), &log(&[(1, filed(NEW))])), ["version-in-force@2"]);
    let changed = |terms| log(&[(1, published(None, None)), (1, effect()), (2, filed(terms))]);
    assert_eq!(broken(PRACTICE, &rules(), &changed(OLD)), ["version-in-force@4"]);
    assert_eq!(reached(PRACTICE, &rules(), &changed(NEW)), ["collected-under-the-version-in-force"]);
    assert_eq!(broken(PRACTICE, &rules(), &[(1, filed(OLD))]), NONE, "no terms are known");
}

#[test]
fn nothing_that_a_version_adds_begins_before_it() {
    let add = published(Some(STATUS), Some(1));
    assert_eq!(
        broken(PRACTICE, &rules(), &log(&[(1, add), (2, reports_status(1))])),
        ["not-before-effect@3"]
    );
    let after = log(&[(1, add), (10, effect()), (10, reports_status(1))]);
    assert_eq!(broken(PRACTICE, &rules(), &after), NONE);
    assert_eq!(reached(PRACTICE, &rules(), &after), ["begun-after-effect"]);
    for lawful in [answered(Verb::Collect, Answer::Yes), law_demands(1, Verb::Collect)] {
        let log = log(&[(1, add), (2, lawful), (3, reports_status(1))]);
        assert_eq!(broken(PRACTICE, &rules(), &log), NONE, "{lawful:?}");
    }
    let handed = collected(1, ANN, STATUS, VENDOR, Source::Submitted);
    assert_eq!(broken(PRACTICE, &rules(), &log(&[(1, add), (2, handed)])), NONE);
    let outsider = collected(1, ANN, STATUS, OTHER, Source::Reported);
    assert!(!triggered(PRACTICE, &rules(), &log(&[(1, add), (2, outsider)])));
}

#[test]
fn purposes_and_recipients_wait_as_well() {
    let (categories, effective) = (None, Some(1));
    let purpose = Published {
        terms: NEW,
        categories,
        purpose: Some(Purpose::Statistics),
        class: None,
        place: None,
        effective,
    };
    let class = Published {
        terms: NEW,
        categories,
        purpose: None,
        class: Some(Class::Partner),
        place: None,
        effective,
    };
    let statistics = used(ANN, Purpose::Statistics, VENDOR);
    assert_eq!(broken(PRACTICE, &rules(), &log(&[(1, purpose), (2, statistics)])), ["not-before-effect@3"]);
    let other = used(ANN, Purpose::Support, VENDOR);
    assert_eq!(broken(PRACTICE, &rules(), &log(&[(1, purpose), (2, other)])), NONE);
    let partner = introduced(OTHER, Class::Partner, false);
    let given = disclosed(OTHER, Some(1));
    assert_eq!(
        broken(PRACTICE, &rules(), &log(&[(1, class), (1, partner), (2, given)])),
        ["not-before-effect@4"]
    );
    let provider = introduced(OTHER, Class::Provider, false);
    assert_eq!(broken(PRACTICE, &rules(), &log(&[(1, class), (1, provider), (2, given)])), NONE);
}
