//! F15 on small logs.

use crate::logs::*;

const ENDS: &str = "F15.opt-out-ends-marketing";
const MAIL: &str = "F15.stopped-mail-stays-stopped";

fn opted_out() -> Observation {
    OptedOut { person: ANN, channel: Channel::Letter }
}
fn stopped(mail: Mail) -> Observation {
    StoppedMail { person: ANN, mail, channel: Channel::Email }
}
fn promotion() -> Observation {
    messaged(Mail::Event, Channel::Sms, true)
}
fn profiling() -> Observation {
    used(ANN, Purpose::DirectMarketing, VENDOR)
}

#[test]
fn use_and_sending_stop_by_the_deadline() {
    let log = |at| [(5, opted_out()), (at, profiling()), (at, promotion())];
    assert_eq!(broken(ENDS, &rules(), &log(10)), NONE);
    assert!(triggered(ENDS, &rules(), &log(10)));
    assert_eq!(broken(ENDS, &rules(), &log(11)), ["sending-stops@2", "use-stops@1"]);
    assert_eq!(
        broken(ENDS, &reading("opt-out-reach", "at-once"), &log(5)),
        ["sending-stops@2", "use-stops@1"]
    );
    assert_eq!(broken(ENDS, &reading("opt-out-reach", "mail-only"), &log(11)), NONE);
    let mail = [(5, opted_out()), (11, messaged(Mail::Event, Channel::Email, true))];
    assert_eq!(broken(ENDS, &reading("opt-out-reach", "mail-only"), &mail), ["sending-stops@1"]);
    assert_eq!(broken(ENDS, &reading("marketing-scope", "sending-only"), &log(11)).len(), 2);
}

#[test]
fn a_deadline_of_no_units_is_over_at_once() {
    let mut rules = rules();
    rules.deadlines.marketing_stop = 0;
    assert_eq!(broken(ENDS, &rules, &[(10, opted_out()), (10, promotion())]), ["sending-stops@1"]);
}

#[test]
fn only_a_new_yes_lifts_it() {
    let log = |answer| [(0, opted_out()), (11, marketing_answer(answer, Form::Separate)), (12, promotion())];
    assert_eq!(broken(ENDS, &rules(), &log(Answer::Yes)), NONE);
    assert_eq!(reached(ENDS, &rules(), &log(Answer::Yes)), ["promotion-after-new-yes"]);
    assert_eq!(broken(ENDS, &rules(), &log(Answer::NoObjection)), ["sending-stops@2"]);
    let by_use = [(0, opted_out()), (11, opened(ANN)), (12, promotion())];
    assert_eq!(broken(ENDS, &reading("deemed", "blanket"), &by_use), NONE);
    assert!(reached(ENDS, &reading("deemed", "blanket"), &by_use).is_empty());
}

#[test]
fn opting_out_again_does_not_start_the_time_anew() {
    assert_eq!(
        broken(ENDS, &rules(), &[(0, opted_out()), (9, opted_out()), (11, promotion())]),
        ["sending-stops@2"]
    );
    assert_eq!(
        broken(ENDS, &rules(), &[(0, opted_out()), (10, opted_out()), (11, promotion())]),
        ["sending-stops@2"]
    );
    let yes = marketing_answer(Answer::Yes, Form::Separate);
    assert_eq!(
        broken(ENDS, &rules(), &[(0, opted_out()), (9, yes), (10, opted_out()), (20, promotion())]),
        NONE
    );
}

#[test]
fn service_messages_still_come() {
    let log = |at| [(0, opted_out()), (at, messaged(Mail::Service, Channel::Email, false))];
    assert_eq!(broken("F15", &rules(), &log(11)), NONE);
    assert_eq!(reached(ENDS, &rules(), &log(11)), ["service-message-after-opt-out"]);
    assert!(reached(ENDS, &rules(), &log(10)).is_empty());
    assert_eq!(reached(ENDS, &reading("opt-out-reach", "mail-only"), &log(11)).len(), 1);
}

#[test]
fn a_stopped_kind_of_mail_stays_stopped() {
    let log = |at, mail, channel| [(5, stopped(Mail::Event)), (at, messaged(mail, channel, false))];
    assert_eq!(broken(MAIL, &rules(), &log(10, Mail::Event, Channel::Email)), NONE);
    assert_eq!(broken(MAIL, &rules(), &log(11, Mail::Event, Channel::Email)), ["kind-stays-stopped@1"]);
    assert_eq!(broken(MAIL, &rules(), &log(11, Mail::Event, Channel::Push)), NONE);
    assert_eq!(broken(MAIL, &rules(), &log(11, Mail::Product, Channel::Email)), NONE);
    assert_eq!(reached(MAIL, &rules(), &log(11, Mail::Product, Channel::Email)), ["other-kind-still-comes"]);
    assert!(reached(MAIL, &rules(), &log(10, Mail::Product, Channel::Email)).is_empty());
}

#[test]
fn notices_cannot_be_stopped_and_no_answer_brings_a_kind_back() {
    let notice = [(0, stopped(Mail::Notice)), (11, messaged(Mail::Notice, Channel::Email, false))];
    assert_eq!(broken(MAIL, &rules(), &notice), NONE);
    let yes = [
        (0, stopped(Mail::Event)),
        (9, stopped(Mail::Event)),
        (10, marketing_answer(Answer::Yes, Form::Separate)),
        (11, messaged(Mail::Event, Channel::Email, true)),
    ];
    assert_eq!(broken(MAIL, &rules(), &yes), ["kind-stays-stopped@3"]);
}

#[test]
fn a_yes_inside_another_acceptance_lifts_no_opt_out() {
    let log = |form, at| [(0, opted_out()), (5, marketing_answer(Answer::Yes, form)), (at, promotion())];
    assert_eq!(broken("F1", &rules(), &log(Form::Separate, 11)), NONE);
    assert_eq!(broken("F1", &rules(), &log(Form::Bundled, 11)), ["agreed@2", "sending-stops@2"]);
    // Until the opt-out is over, a bundled yes is a yes, but no new one.
    assert_eq!(broken("F1", &rules(), &log(Form::Bundled, 10)), NONE);
    assert_eq!(reached(ENDS, &rules(), &log(Form::Bundled, 10)), NONE);
    assert_eq!(reached(ENDS, &rules(), &log(Form::Separate, 10)), ["promotion-after-new-yes"]);
    // Nor does it start the time anew.
    let again = [
        (0, opted_out()),
        (5, marketing_answer(Answer::Yes, Form::Bundled)),
        (10, opted_out()),
        (11, promotion()),
    ];
    assert_eq!(broken(ENDS, &rules(), &again), ["sending-stops@3"]);
}

#[test]
fn an_outsider_writing_after_a_new_yes_shows_nothing_of_the_vendor() {
    let log = |for_vendor| {
        let message = Messaged {
            person: ANN,
            by: OTHER,
            mail: Mail::Event,
            channel: Channel::Sms,
            promotional: true,
            address: None,
            partner: None,
        };
        [
            (0, introduced(OTHER, Class::Provider, for_vendor)),
            (0, opted_out()),
            (5, marketing_answer(Answer::Yes, Form::Separate)),
            (6, message),
        ]
    };
    assert_eq!(reached(ENDS, &rules(), &log(true)), ["promotion-after-new-yes"]);
    assert_eq!(reached(ENDS, &rules(), &log(false)), NONE);
}
