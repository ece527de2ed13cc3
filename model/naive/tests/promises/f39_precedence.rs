//! F39 on small logs: what an agreement overrides, and what it leaves.

use crate::logs::*;
use vouchsafe_alphabet::Verbs;

const F36: &str = "F36.use-is-no-answer";

fn accepts(person: Person, verbs: Option<Verbs>, purpose: Option<Purpose>) -> Observation {
    AgreementAccepted { person, verbs, categories: Some(STATUS.into()), purpose }
}
fn log(agreement: Observation) -> Vec<Timed> {
    vec![(0, opened(ANN)), (1, agreement), (2, reports_status(1))]
}

#[test]
fn an_agreement_lifts_what_it_names_by_that_reading_alone() {
    let overrides = reading("user-agreement", "overrides");
    let collects = Some(Verb::Collect.into());
    assert_eq!(broken(F36, &rules(), &log(accepts(ANN, collects, None))), ["was-asked@2"]);
    assert_eq!(broken(F36, &overrides, &log(accepts(ANN, collects, None))), NONE);
    for other in [
        accepts(BOB, collects, None),
        accepts(ANN, Some(Verb::Use.into()), None),
        accepts(ANN, None, None),
        accepts(ANN, collects, Some(Purpose::Support)),
        AgreementAccepted {
            person: ANN,
            verbs: collects,
            categories: Some(Category::Command.into()),
            purpose: None,
        },
    ] {
        assert_eq!(broken(F36, &overrides, &log(other)), ["was-asked@2"], "{other:?}");
    }
}

#[test]
fn a_withdrawal_is_lifted_as_well() {
    let overrides = reading("user-agreement", "overrides");
    let lines = [
        (0, withdrew(1, Verb::Collect)),
        (1, processed(1)),
        (2, accepts(ANN, Some(Verb::Collect.into()), None)),
        (3, reports_status(1)),
    ];
    assert_eq!(broken("F30.nothing", &rules(), &lines), ["no-collection@3"]);
    assert_eq!(broken("F30.nothing", &overrides, &lines), NONE);
}
