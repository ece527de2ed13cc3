//! F14 on small logs.

use crate::logs::*;

const F14: &str = "F14";

fn promotion() -> Observation {
    messaged(Mail::Newsletter, Channel::Push, true)
}
fn profiling() -> Observation {
    used(ANN, Purpose::DirectMarketing, VENDOR)
}

#[test]
fn without_a_yes_no_use_and_no_sending() {
    assert_eq!(broken(F14, &rules(), &[(0, promotion()), (1, profiling())]), ["agreed@0", "agreed@1"]);
    let sending_only = reading("marketing-scope", "sending-only");
    assert_eq!(broken(F14, &sending_only, &[(0, promotion()), (1, profiling())]), ["agreed@0"]);
    assert_eq!(broken(F14, &rules(), &[(0, messaged(Mail::Service, Channel::Push, false))]), NONE);
}

#[test]
fn the_latest_answer_counts() {
    let (yes, no) =
        (marketing_answer(Answer::Yes, Form::Bundled), marketing_answer(Answer::No, Form::Separate));
    assert_eq!(broken(F14, &rules(), &[(0, yes), (1, profiling()), (2, promotion())]), NONE);
    assert_eq!(reached(F14, &rules(), &[(0, yes), (2, promotion())]), ["by-consent"]);
    assert_eq!(broken(F14, &rules(), &[(0, yes), (1, no), (2, promotion())]), ["agreed@2"]);
    assert_eq!(broken(F14, &rules(), &[(0, no), (1, yes), (2, promotion())]), NONE);
    assert_eq!(
        broken(F14, &rules(), &[(0, answered(Verb::Use, Answer::Yes)), (2, promotion())]),
        ["agreed@1"]
    );
}

#[test]
fn some_law_wants_a_form_of_its_own() {
    let log = |form| {
        [
            (0, resides(Regime::SeparateConsent, false)),
            (0, marketing_answer(Answer::Yes, form)),
            (2, promotion()),
        ]
    };
    assert_eq!(broken(F14, &rules(), &log(Form::Bundled)), ["lawful-form@2"]);
    assert_eq!(broken(F14, &rules(), &log(Form::Separate)), NONE);
    assert_eq!(reached(F14, &rules(), &log(Form::Separate)), ["by-separate-consent"]);
    // The law of the moment of the act is the one that counts.
    let place = vouchsafe_alphabet::party::Place::Germany;
    let moves = |law| {
        let moved = Moved { person: ANN, place, law };
        [(0, marketing_answer(Answer::Yes, Form::Bundled)), (1, moved), (2, promotion())]
    };
    assert_eq!(broken(F14, &rules(), &moves(Some(Regime::SeparateConsent))), ["lawful-form@2"]);
    assert_eq!(broken(F14, &rules(), &moves(None)), NONE);
}

#[test]
fn no_objection_is_enough_only_where_law_takes_it_and_only_as_a_sign() {
    let log = |law, answer| {
        [(0, resides(law, false)), (0, marketing_answer(answer, Form::Separate)), (2, promotion())]
    };
    assert_eq!(broken(F14, &rules(), &log(Regime::NoObjection, Answer::NoObjection)), NONE);
    assert_eq!(reached(F14, &rules(), &log(Regime::NoObjection, Answer::NoObjection)), ["by-no-objection"]);
    assert_eq!(broken(F14, &rules(), &log(Regime::Consent, Answer::NoObjection)), ["agreed@2"]);
    assert_eq!(broken(F14, &rules(), &log(Regime::NoObjection, Answer::Silence)), ["agreed@2"]);
}

#[test]
fn silence_counts_only_by_that_reading_after_a_question_and_where_law_takes_it() {
    let silence = reading("silence", "counts");
    let log =
        |law, purpose| [(0, resides(law, false)), (1, asked(false, Verb::Use, purpose)), (2, promotion())];
    assert_eq!(broken(F14, &silence, &log(Regime::NoObjection, MARKETING)), NONE);
    assert_eq!(broken(F14, &rules(), &log(Regime::NoObjection, MARKETING)), ["agreed@2"]);
    assert_eq!(broken(F14, &silence, &log(Regime::NoObjection, None)), ["agreed@2"]);
    assert_eq!(broken(F14, &silence, &log(Regime::Consent, MARKETING)), ["agreed@2"]);
    let mut refused = log(Regime::NoObjection, MARKETING).to_vec();
    refused.insert(2, (1, marketing_answer(Answer::No, Form::Separate)));
    assert_eq!(broken(F14, &silence, &refused), ["agreed@3"]);
}

#[test]
fn an_opt_out_ends_the_agreement_after_its_deadline() {
    let log = |at| {
        [
            (0, marketing_answer(Answer::Yes, Form::Separate)),
            (5, OptedOut { person: ANN, channel: Channel::Email }),
            (at, promotion()),
        ]
    };
    assert_eq!(broken(F14, &rules(), &log(10)), NONE);
    assert_eq!(broken(F14, &rules(), &log(11)), ["agreed@2"]);
    assert_eq!(broken(F14, &reading("opt-out-reach", "at-once"), &log(5)), ["agreed@2"]);
    assert_eq!(broken(F14, &reading("opt-out-reach", "mail-only"), &log(11)), NONE);
}

#[test]
fn a_blanket_acceptance_is_a_bundled_yes() {
    let blanket = reading("deemed", "blanket");
    assert_eq!(broken(F14, &blanket, &[(0, opened(ANN)), (1, promotion())]), NONE);
    let separate = [(0, resides(Regime::SeparateConsent, false)), (0, opened(ANN)), (1, promotion())];
    assert_eq!(broken(F14, &blanket, &separate), ["lawful-form@2"]);
}

#[test]
fn whoever_works_for_the_vendor_is_bound_too() {
    let log = |for_vendor| {
        [(0, introduced(OTHER, Class::Provider, for_vendor)), (1, used(ANN, Purpose::DirectMarketing, OTHER))]
    };
    assert_eq!(broken(F14, &rules(), &log(true)), ["agreed@1"]);
    assert_eq!(broken(F14, &rules(), &log(false)), NONE);
}
