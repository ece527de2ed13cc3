//! F42 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::data::RequestKind;

const F42: &str = "F42.right-desk";

fn sent(asks: RequestKind, channel: Channel) -> Observation {
    RequestMade { request: Request(1), person: ANN, other: ANN, asks, channel }
}
fn brought(asks: RequestKind) -> Observation {
    RequestRouted { request: Request(1), asks }
}

#[test]
fn a_message_goes_to_the_desk_that_serves_it() {
    let stop = sent(RequestKind::StopSharing, Channel::Email);
    let (wrong, right) = (brought(RequestKind::StopMail), brought(RequestKind::StopSharing));
    assert_eq!(broken(F42, &rules(), &[(0, stop), (1, wrong)]), ["right-desk@1"]);
    assert_eq!(broken(F42, &rules(), &[(0, stop), (1, wrong), (2, right)]), ["right-desk@1"]);
    assert_eq!(broken(F42, &rules(), &[(0, stop), (1, right), (2, wrong)]), NONE, "to another as well");
    assert!(!triggered(F42, &rules(), &[(1, wrong)]), "nobody knows what it asked");
    let anew = sent(RequestKind::StopMail, Channel::Email);
    assert_eq!(broken(F42, &rules(), &[(0, stop), (1, right), (2, anew), (3, right)]), ["right-desk@3"]);
}

#[test]
fn strangers_and_letters_are_heard() {
    let question = sent(RequestKind::Question, Channel::Email);
    let log = [(0, question), (1, brought(RequestKind::Question))];
    assert_eq!(reached(F42, &rules(), &log), ["question-by-email", "question-of-a-stranger"]);
    let customer = [&[(0, opened(ANN))][..], &log].concat();
    assert_eq!(reached(F42, &rules(), &customer), ["question-by-email"]);
    let letter = sent(RequestKind::ChangeOfMind, Channel::Letter);
    let log = [(0, letter), (1, brought(RequestKind::ChangeOfMind))];
    assert_eq!(reached(F42, &rules(), &log), ["change-of-mind-by-letter"]);
}
