//! F43 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::ProviderKind;

const F43: &str = "F43.stopped-sharing-stays-stopped";

fn stops() -> Observation {
    SharingStopped { person: ANN, channel: Channel::Email }
}
fn goes() -> Observation {
    Disclosed {
        person: ANN,
        category: STATUS,
        by: VENDOR,
        to: OTHER,
        purpose: Purpose::OperateFull,
        other: None,
        record: None,
        contract: None,
        ground: None,
    }
}
fn lets(form: Form, class: Option<Class>) -> Observation {
    Answered {
        person: ANN,
        verbs: Verb::Disclose.into(),
        categories: STATUS.into(),
        answer: Answer::Yes,
        form,
        purpose: None,
        class,
    }
}
fn log(class: Class, lines: &[Timed]) -> Vec<Timed> {
    [&[(0, introduced(OTHER, class, false)), (5, stops())][..], lines].concat()
}

#[test]
fn nothing_goes_to_affiliates_and_providers_after_a_stop() {
    for class in [Class::Affiliate, Class::Provider] {
        assert_eq!(broken(F43, &rules(), &log(class, &[(11, goes())])), ["stopped@2"]);
        assert_eq!(reached(F43, &rules(), &log(class, &[(10, goes())])), ["still-under-way"]);
    }
    assert!(!triggered(F43, &rules(), &log(Class::Ecosystem, &[(11, goes())])), "of whom it does not speak");
    let again = log(Class::Provider, &[(11, stops()), (12, goes())]);
    assert_eq!(broken(F43, &rules(), &again), ["stopped@3"], "asking twice gives no more time");
}

#[test]
fn a_yes_on_its_own_lets_it_again_for_whom_it_names() {
    let yes = |form, class| log(Class::Provider, &[(11, lets(form, class)), (12, goes())]);
    assert_eq!(broken(F43, &rules(), &yes(Form::Separate, None)), NONE);
    assert_eq!(reached(F43, &rules(), &yes(Form::Separate, Some(Class::Provider))), ["let-again"]);
    assert_eq!(broken(F43, &rules(), &yes(Form::Separate, Some(Class::Affiliate))), ["stopped@3"]);
    assert_eq!(broken(F43, &rules(), &yes(Form::Bundled, None)), ["stopped@3"]);
    let stopped =
        log(Class::Provider, &[(11, lets(Form::Separate, None)), (12, stops()), (20, goes()), (21, goes())]);
    assert_eq!(broken(F43, &rules(), &stopped), ["stopped@5"], "a later stop has time of its own");
}

#[test]
fn by_a_reading_indispensable_providers_are_spared() {
    let storage = Introduced {
        by: OTHER,
        class: Class::Provider,
        for_vendor: true,
        kinds: Some(ProviderKind::Storage.into()),
        sector: None,
    };
    let log = [(0, storage), (0, stops()), (11, goes())];
    assert_eq!(broken(F43, &rules(), &log), ["stopped@2"]);
    assert!(!triggered(F43, &reading("stop-reach", "dispensable"), &log));
}
