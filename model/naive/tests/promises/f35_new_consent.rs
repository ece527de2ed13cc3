//! F35 on small logs.

use crate::logs::*;

const F35: &str = "F35.consent-sought-again";
const STATISTICS: Purpose = Purpose::Statistics;

fn adds() -> Observation {
    let (terms, categories, purpose) = (Terms(2), Some(STATUS.into()), Some(STATISTICS));
    Published { terms, categories, purpose, class: None, place: None, effective: None }
}
fn log(lines: &[Timed]) -> Vec<Timed> {
    [&[(0, TookEffect { terms: Terms(1) }), (0, opened(ANN)), (1, adds())][..], lines].concat()
}
/// Ann answers a question about sharing or using her status for that purpose.
fn about(verb: Verb, answer: Answer, purpose: Option<Purpose>, class: Option<Class>) -> Observation {
    let (person, verbs, categories) = (ANN, verb.into(), STATUS.into());
    Answered { person, verbs, categories, answer, form: Form::Separate, purpose, class }
}

#[test]
fn more_is_collected_after_a_yes() {
    let collects = (9, reports_status(1));
    assert_eq!(broken(F35, &rules(), &log(&[collects])), ["more-agreed@3"]);
    let yes = (2, answered(Verb::Collect, Answer::Yes));
    assert_eq!(broken(F35, &rules(), &log(&[yes, collects])), NONE);
    assert_eq!(reached(F35, &rules(), &log(&[yes, collects])), ["more-collected-after-a-yes"]);
    let no = (3, answered(Verb::Collect, Answer::No));
    assert_eq!(broken(F35, &rules(), &log(&[yes, no, collects])), ["more-agreed@5"]);
    let withdrawn = [yes, (3, withdrew(1, Verb::Collect)), (4, processed(1)), collects];
    assert_eq!(broken(F35, &rules(), &log(&withdrawn)), ["more-agreed@6"]);
    let other = (2, answered(Verb::Use, Answer::Yes));
    assert_eq!(broken(F35, &rules(), &log(&[other, collects])), ["more-agreed@4"], "a yes to another verb");
}

#[test]
fn use_of_a_product_is_no_such_yes() {
    let by_use = log(&[(2, TookEffect { terms: Terms(2) }), (3, opened(ANN)), (9, reports_status(1))]);
    assert_eq!(broken(F35, &rules(), &by_use), ["more-agreed@5"]);
    assert_eq!(broken(F35, &reading("deemed", "blanket"), &by_use), NONE);
    let accepted = log(&[(2, Accepted { person: ANN, terms: Terms(2) }), (9, reports_status(1))]);
    assert_eq!(broken(F35, &rules(), &accepted), ["more-agreed@4"]);
}

#[test]
fn what_is_handed_over_or_demanded_or_not_new_is_no_concern() {
    let handed = collected(1, ANN, STATUS, VENDOR, Source::Submitted);
    assert!(!triggered(F35, &rules(), &log(&[(2, handed)])));
    let lawful = log(&[(2, law_demands(1, Verb::Collect)), (3, reports_status(1))]);
    assert_eq!(broken(F35, &rules(), &lawful), NONE);
    let old = collected(1, ANN, Category::Command, VENDOR, Source::Reported);
    assert!(!triggered(F35, &rules(), &log(&[(2, old), (2, used(ANN, Purpose::Support, VENDOR))])));
    assert!(!triggered(F35, &rules(), &[(0, reports_status(1)), (1, adds())]), "before it was published");
}

#[test]
fn a_new_purpose_needs_a_yes_that_names_it() {
    let uses = (9, used(ANN, STATISTICS, VENDOR));
    assert_eq!(broken(F35, &rules(), &log(&[uses])), ["purpose-agreed@3"]);
    let general = (2, answered(Verb::Use, Answer::Yes));
    assert_eq!(broken(F35, &rules(), &log(&[general, uses])), ["purpose-agreed@4"]);
    let yes = (2, about(Verb::Use, Answer::Yes, Some(STATISTICS), None));
    assert_eq!(broken(F35, &rules(), &log(&[yes, uses])), NONE);
    assert_eq!(reached(F35, &rules(), &log(&[yes, uses])), ["used-for-more-after-a-yes"]);
    let no = (3, about(Verb::Use, Answer::No, Some(STATISTICS), None));
    assert_eq!(broken(F35, &rules(), &log(&[yes, no, uses])), ["purpose-agreed@5"]);
    let of_another = (9, used(BOB, STATISTICS, VENDOR));
    assert_eq!(broken(F35, &rules(), &log(&[yes, of_another])), ["purpose-agreed@4"]);
}

#[test]
fn a_disclosure_for_it_needs_one_too() {
    let mut gives = disclosed(OTHER, None);
    if let Disclosed { purpose, .. } = &mut gives {
        *purpose = STATISTICS;
    }
    let given = |answers: &[Timed]| {
        let provider = [(1, introduced(OTHER, Class::Provider, false))];
        broken(F35, &rules(), &log(&[&provider, answers, &[(9, gives)]].concat()))
    };
    let of_class = (2, about(Verb::Disclose, Answer::Yes, None, Some(Class::Provider)));
    let of_purpose = (3, about(Verb::Disclose, Answer::Yes, Some(STATISTICS), None));
    let of_both = (3, about(Verb::Disclose, Answer::Yes, Some(STATISTICS), Some(Class::Provider)));
    assert_eq!(given(&[]), ["purpose-agreed@4"]);
    assert_eq!(given(&[of_class]), ["purpose-agreed@5"], "the class alone was agreed to");
    assert_eq!(given(&[of_purpose]), NONE);
    assert_eq!(given(&[of_both]), NONE);
    let refused = (4, about(Verb::Disclose, Answer::No, None, Some(Class::Provider)));
    assert_eq!(given(&[of_both, refused]), ["purpose-agreed@6"]);
}

#[test]
fn direct_marketing_takes_the_sign_that_the_law_takes() {
    let adds = Published {
        terms: Terms(2),
        categories: None,
        purpose: MARKETING,
        class: None,
        place: None,
        effective: None,
    };
    let markets = |law, answer| {
        let log = [
            (0, resides(law, false)),
            (1, adds),
            (2, marketing_answer(answer, Form::Separate)),
            (3, used(ANN, Purpose::DirectMarketing, VENDOR)),
        ];
        broken(F35, &rules(), &log)
    };
    assert_eq!(markets(Regime::Consent, Answer::Yes), NONE);
    assert_eq!(markets(Regime::NoObjection, Answer::NoObjection), NONE);
    assert_eq!(markets(Regime::Consent, Answer::NoObjection), ["purpose-agreed@3"]);
    assert_eq!(markets(Regime::NoObjection, Answer::Silence), ["purpose-agreed@3"]);
}
