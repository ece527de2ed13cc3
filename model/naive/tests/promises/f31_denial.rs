//! F31 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::data::Reason;
use vouchsafe_alphabet::{Categories, Phone};

const F31: &str = "F31.denied-for-what-it-needs";
const FEEDBACK: Category = Category::Feedback;

fn declines(category: Category) -> Observation {
    Declined { person: ANN, categories: category.into() }
}
fn denied(service: Service, reason: Reason) -> Observation {
    ServiceDenied { person: ANN, service, reason, categories: None }
}
fn control() -> Observation {
    denied(Service::Control, Reason::DataDeclined)
}
fn says(answer: Answer, category: Category) -> Observation {
    Answered {
        person: ANN,
        verbs: Verb::Collect.into(),
        categories: category.into(),
        answer,
        form: Form::Separate,
        purpose: None,
        class: None,
    }
}
fn withdraws(category: Category) -> Observation {
    let (request, verbs) = (Request(1), Verb::Use.into());
    Withdrew { request, person: ANN, verbs, categories: category.into(), channel: Channel::Plugin }
}

#[test]
fn a_service_is_refused_for_needed_data_that_was_declined() {
    let needed = Category::DeviceInfo;
    assert_eq!(broken(F31, &rules(), &[(0, control())]), ["needed-data-declined@0"]);
    assert_eq!(broken(F31, &rules(), &[(0, declines(FEEDBACK)), (1, control())]), ["needed-data-declined@1"]);
    assert_eq!(broken(F31, &rules(), &[(0, declines(needed)), (1, control())]), NONE);
    assert_eq!(broken(F31, &rules(), &[(0, says(Answer::Silence, needed)), (1, control())]), NONE);
    let given = [(0, declines(needed)), (1, says(Answer::Yes, needed)), (2, control())];
    assert_eq!(broken(F31, &rules(), &given), ["needed-data-declined@2"], "it was given after all");
    let collected =
        [(0, declines(needed)), (1, collected(1, ANN, needed, VENDOR, Source::Reported)), (2, control())];
    assert_eq!(broken(F31, &rules(), &collected), ["needed-data-declined@2"]);
    let any = reading("denial", "any-extent");
    assert_eq!(broken(F31, &any, &[(0, declines(FEEDBACK)), (1, control())]), NONE);
    let offline = [(0, denied(Service::Control, Reason::Offline))];
    assert!(!triggered(F31, &rules(), &offline), "other reasons are not judged here");
}

#[test]
fn what_is_named_must_be_what_is_missing() {
    let named = |category: Category| {
        let (service, reason) = (Service::Support, Reason::DataDeclined);
        let categories: Option<Categories> = Some(category.into());
        [(0, declines(FEEDBACK)), (1, ServiceDenied { person: ANN, service, reason, categories })]
    };
    assert_eq!(broken(F31, &rules(), &named(FEEDBACK)), NONE);
    assert_eq!(broken(F31, &rules(), &named(Category::Account)), ["needed-data-declined@1"]);
}

#[test]
fn a_withdrawal_costs_what_it_touches() {
    let gone = |service| denied(service, Reason::Withdrawn);
    let log = |service| [(0, withdraws(FEEDBACK)), (1, gone(service))];
    assert_eq!(broken(F31, &rules(), &log(Service::Control)), ["withdrawal-touches-it@1"]);
    assert_eq!(broken(F31, &rules(), &log(Service::Support)), NONE, "from the act on");
    let taken_back =
        [(0, withdraws(FEEDBACK)), (1, says(Answer::Yes, FEEDBACK)), (2, gone(Service::Support))];
    assert_eq!(broken(F31, &rules(), &taken_back), NONE, "that was a yes to collection alone");
    let ended = (0, OptedOut { person: ANN, channel: Channel::Plugin });
    assert_eq!(broken(F31, &rules(), &[ended, (1, gone(Service::Promotions))]), NONE);
    assert_eq!(broken(F31, &rules(), &[ended, (1, gone(Service::Control))]), ["withdrawal-touches-it@1"]);
    let unshared = (0, SharingStopped { person: ANN, channel: Channel::Email });
    assert_eq!(broken(F31, &rules(), &[unshared, (1, gone(Service::Control))]), NONE, "it needs providers");
    assert_eq!(
        broken(
            F31,
            &rules(),
            &[(0, LoggedOut { person: ANN, phone: Phone(1) }), (1, gone(Service::Control))]
        ),
        ["withdrawal-touches-it@1"]
    );
    assert_eq!(reached(F31, &rules(), &log(Service::Support)), ["denied-after-withdrawal"]);
}
