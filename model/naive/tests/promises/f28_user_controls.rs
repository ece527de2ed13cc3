//! F28 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::Phone;
use vouchsafe_alphabet::data::RequestKind;

const MAIL: &str = "F28.limits-asked-by-mail";
const DEVICE: &str = "F28.unregistered-tells-nothing";

fn writes(asks: RequestKind, other: Person, channel: Channel) -> Observation {
    RequestMade { request: Request(5), person: ANN, other, asks, channel }
}
fn mind() -> Observation {
    writes(RequestKind::ChangeOfMind, ANN, Channel::Letter)
}
fn stop() -> Observation {
    writes(RequestKind::StopSharing, ANN, Channel::Email)
}
fn says(verbs: &[Verb], class: Option<Class>, purpose: Option<Purpose>) -> Observation {
    Answered {
        person: ANN,
        verbs: vouchsafe_alphabet::Set::of(verbs),
        categories: STATUS.into(),
        answer: Answer::Yes,
        form: Form::Separate,
        purpose,
        class,
    }
}
fn uses() -> Observation {
    used(ANN, Purpose::Provide, VENDOR)
}
fn log(lines: &[Timed]) -> Vec<Timed> {
    let agreed = says(&[Verb::Collect, Verb::Use, Verb::Disclose], None, None);
    [&[(0, introduced(OTHER, Class::Provider, true)), (0, agreed)][..], lines].concat()
}

#[test]
fn a_change_of_mind_by_letter_ends_use_in_time() {
    let log = |at, then| log(&[(5, mind()), (at, then)]);
    assert_eq!(broken(MAIL, &rules(), &log(20, uses())), NONE);
    assert!(triggered(MAIL, &rules(), &log(20, uses())));
    assert_eq!(broken(MAIL, &rules(), &log(21, uses())), ["use-ends@3"]);
    assert_eq!(broken(MAIL, &rules(), &log(21, used(ANN, Purpose::Provide, OTHER))), ["use-ends@3"]);
    assert_eq!(broken(MAIL, &rules(), &log(21, used(BOB, Purpose::Provide, VENDOR))), NONE);
    assert_eq!(reached(MAIL, &rules(), &log(21, reports_status(1))), ["collected-and-used-no-more"]);
}

#[test]
fn only_ones_own_word_about_what_one_had_agreed_to_counts() {
    let of_another = writes(RequestKind::ChangeOfMind, BOB, Channel::Email);
    assert!(!triggered(MAIL, &rules(), &log(&[(5, of_another), (30, uses())])));
    assert!(!triggered(MAIL, &rules(), &[(5, mind()), (30, uses())]), "nothing was agreed to");
    let twice = log(&[(5, mind()), (15, mind()), (21, uses())]);
    assert_eq!(broken(MAIL, &rules(), &twice), ["use-ends@4"], "writing twice gives no more time");
}

#[test]
fn a_yes_lets_again_what_it_names_and_nothing_else() {
    let after = |yes| log(&[(5, mind()), (25, yes), (26, uses())]);
    assert_eq!(reached(MAIL, &rules(), &after(says(&[Verb::Use], None, None))), ["used-again-after-yes"]);
    for purpose in [Some(Purpose::DirectMarketing), Some(Purpose::Statistics)] {
        assert_eq!(broken(MAIL, &rules(), &after(says(&[Verb::Use], None, purpose))), ["use-ends@4"]);
    }
    assert_eq!(broken(MAIL, &rules(), &after(says(&[Verb::Use], None, Some(Purpose::Provide)))), NONE);
    assert_eq!(broken(MAIL, &rules(), &after(says(&[Verb::Collect], None, None))), ["use-ends@4"]);
    let before = log(&[(1, says(&[Verb::Use], None, Some(Purpose::Provide))), (5, mind()), (26, uses())]);
    assert_eq!(broken(MAIL, &rules(), &before), ["use-ends@4"], "what was agreed to before is taken back");
    let law = log(&[(5, mind()), (25, law_demands(1, Verb::Use)), (26, uses())]);
    assert_eq!(broken(MAIL, &rules(), &law), NONE);
}

#[test]
fn sharing_ends_by_mail_for_affiliates_and_providers() {
    let log = |at, yes: Option<Observation>| {
        let mut lines = log(&[(5, stop())]);
        lines.extend(yes.map(|yes| (7, yes)));
        lines.push((at, disclosed(OTHER, None)));
        lines
    };
    assert_eq!(broken(MAIL, &rules(), &log(10, None)), NONE);
    assert_eq!(broken(MAIL, &rules(), &log(11, None)), ["sharing-ends@3"]);
    let yes = |class| Some(says(&[Verb::Disclose], Some(class), None));
    assert_eq!(broken(MAIL, &rules(), &log(11, yes(Class::Affiliate))), ["sharing-ends@4"]);
    assert_eq!(broken(MAIL, &rules(), &log(11, yes(Class::Provider))), NONE);
    let goes_on = [log(10, None), vec![(12, uses())]].concat();
    assert_eq!(reached(MAIL, &rules(), &goes_on), ["used-and-shared-no-more"]);
}

#[test]
fn no_phone_is_read_once_that_was_revoked_by_mail() {
    let read = |phone| FeatureRead { person: ANN, phone: Phone(phone) };
    let grants = |phone| PermissionGranted { person: ANN, phone: Phone(phone) };
    let revokes = writes(RequestKind::RevokePermission, ANN, Channel::Email);
    let log = [(0, grants(1)), (0, grants(2)), (5, revokes), (10, read(1)), (11, read(2))];
    assert_eq!(broken(MAIL, &rules(), &log), ["reading-ends@4"]);
    let again = [(0, grants(1)), (5, revokes), (11, grants(1)), (12, read(1))];
    assert!(!triggered(MAIL, &rules(), &again));
}

#[test]
fn the_policy_can_be_read_before_anything_is_collected() {
    let reads = PolicyRead { person: ANN };
    assert_eq!(reached(MAIL, &rules(), &[(0, reads)]), ["policy-read-first"]);
    assert_eq!(reached(MAIL, &rules(), &[(0, reports_status(1)), (1, reads)]), NONE);
}

fn network(person: Person, source: Source) -> Observation {
    let mut seen = collected(1, person, Category::NetworkInfo, VENDOR, source);
    if let Collected { tv, .. } = &mut seen {
        *tv = Some(Tv(1));
    }
    seen
}

#[test]
fn an_unregistered_tv_tells_nothing_about_whose_it_was() {
    let tells = |person| network(person, Source::Reported);
    let log = |lines: &[Timed]| [&[(0, bound(1, ANN)), (1, tells(ANN))][..], lines].concat();
    assert_eq!(broken(DEVICE, &rules(), &log(&[(2, unbound(1, ANN)), (3, tells(ANN))])), ["let-go@3"]);
    assert_eq!(broken(DEVICE, &rules(), &log(&[(2, bound(1, BOB)), (3, tells(ANN))])), ["let-go@3"]);
    let again = log(&[(2, unbound(1, ANN)), (3, bound(1, ANN)), (4, tells(ANN))]);
    assert_eq!(broken(DEVICE, &rules(), &again), NONE);
    let given = log(&[(2, unbound(1, ANN)), (3, network(ANN, Source::Submitted))]);
    assert_eq!(broken(DEVICE, &rules(), &given), NONE);
    let sold = log(&[(2, unbound(1, ANN)), (3, bound(1, BOB)), (4, tells(BOB))]);
    assert_eq!(reached(DEVICE, &rules(), &sold), ["next-owner", "registered", "unregistered"]);
    let demanded = LawDemands {
        request: Request(1),
        person: ANN,
        verbs: Verb::Collect.into(),
        categories: Category::NetworkInfo.into(),
        to: None,
        place: None,
    };
    let by_law = log(&[(2, unbound(1, ANN)), (3, demanded), (4, tells(ANN))]);
    assert_eq!(broken(DEVICE, &rules(), &by_law), NONE);
    let never = [(0, bound(1, BOB)), (1, tells(ANN)), (2, tells(ANN))];
    assert!(!triggered(DEVICE, &rules(), &never), "somebody who never had it is of another promise");
}

#[test]
fn a_co_user_who_was_dropped_is_let_go_too() {
    let tells = network(ANN, Source::Reported);
    let log = [
        (0, bound(1, BOB)),
        (0, shared(1, ANN)),
        (1, tells),
        (2, Unshared { tv: Tv(1), person: ANN }),
        (3, tells),
    ];
    assert_eq!(broken(DEVICE, &rules(), &log), ["let-go@4"]);
}
