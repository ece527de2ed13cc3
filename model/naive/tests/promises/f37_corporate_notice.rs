//! F37 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Set;

const F37: &str = "F37.corporate-change-is-told";
const ADS: Purpose = Purpose::InterestAds;

fn notice(channel: Channel, purposes: Option<Purpose>, good: Option<bool>) -> Observation {
    let purposes = purposes.map(Set::from);
    CorporateNotice { person: ANN, to: OTHER, channel, purposes, good }
}
fn log(lines: &[Timed]) -> Vec<Timed> {
    [&[(0, introduced(OTHER, Class::Successor, false))][..], lines].concat()
}
const MAIL: Channel = Channel::Email;

#[test]
fn custody_moves_after_a_notice_that_counts() {
    let moved = (9, custody_moved(None));
    assert_eq!(broken(F37, &rules(), &log(&[moved])), ["told-before@1"]);
    for (channel, counts) in
        [(MAIL, true), (Channel::Site, true), (Channel::AllSites, true), (Channel::Push, false)]
    {
        let told = log(&[(1, notice(channel, None, None)), moved]);
        let expected = if counts { vec![] } else { vec!["told-before@2"] };
        assert_eq!(broken(F37, &rules(), &told), expected, "{channel}");
    }
    let told = log(&[(1, notice(MAIL, None, None)), moved]);
    assert_eq!(reached(F37, &rules(), &told), ["moved-after-notice"]);
    let posted = log(&[(1, notice(Channel::Site, None, None)), moved]);
    assert_eq!(broken(F37, &reading("notice-channel", "personal"), &posted), ["told-before@2"]);
    let of_another =
        CorporateNotice { person: ANN, to: Holder(2), channel: MAIL, purposes: None, good: None };
    assert_eq!(broken(F37, &rules(), &log(&[(1, of_another), moved])), ["told-before@2"]);
    let of_bob = CorporateNotice { person: BOB, to: OTHER, channel: MAIL, purposes: None, good: None };
    assert_eq!(broken(F37, &rules(), &log(&[(1, of_bob), moved])), ["told-before@2"]);
}

#[test]
fn some_notice_sets_out_the_choices() {
    let moved = (9, custody_moved(None));
    let without = (1, notice(MAIL, None, Some(false)));
    assert_eq!(broken(F37, &rules(), &log(&[without, moved])), ["choices-told@2"]);
    let with = (2, notice(Channel::Site, None, Some(true)));
    assert_eq!(broken(F37, &rules(), &log(&[without, with, moved])), NONE);
}

#[test]
fn a_new_use_is_named_before() {
    let uses = (9, used(ANN, ADS, OTHER));
    let taken = |purpose| log(&[(1, notice(MAIL, purpose, None)), (2, custody_moved(None)), uses]);
    assert_eq!(broken(F37, &rules(), &taken(None)), ["use-told@3"]);
    assert_eq!(broken(F37, &rules(), &taken(Some(Purpose::Provide))), ["use-told@3"]);
    assert_eq!(broken(F37, &rules(), &taken(Some(ADS))), NONE);
    assert!(reached(F37, &rules(), &taken(Some(ADS))).contains(&"new-use-after-notice"));
    let stated = log(&[
        (1, notice(MAIL, None, None)),
        (2, custody_moved(None)),
        (9, used(ANN, Purpose::StatusDisplay, OTHER)),
    ]);
    assert_eq!(broken(F37, &rules(), &stated), NONE, "the policy states it");
    assert!(!triggered(F37, &rules(), &log(&[uses])), "data of its own");
    let given = log(&[(1, disclosed(OTHER, None)), uses]);
    assert_eq!(broken(F37, &rules(), &given), ["told-before@2"], "custody stayed where it was");
    let outsider = [(0, introduced(OTHER, Class::Outside, false)), (1, disclosed(OTHER, None)), uses];
    assert!(!triggered(F37, &rules(), &outsider));
}

#[test]
fn what_is_made_available_in_view_of_it_is_told_as_well() {
    let mut gives = disclosed(OTHER, None);
    if let Disclosed { purpose, .. } = &mut gives {
        *purpose = Purpose::CorporateEvent;
    }
    assert_eq!(broken(F37, &rules(), &log(&[(1, gives)])), ["told-before@1"]);
    assert_eq!(broken(F37, &rules(), &log(&[(0, notice(MAIL, None, None)), (1, gives)])), NONE);
}
