//! F36 on small logs.

use crate::logs::*;

const ANSWER: &str = "F36.use-is-no-answer";
const TERMS: &str = "F36.acceptance-binds-to-terms-in-force";

#[test]
fn use_does_not_undo_a_refusal() {
    let log =
        [(0, answered(Verb::Use, Answer::No)), (1, opened(ANN)), (2, used(ANN, Purpose::Provide, VENDOR))];
    assert_eq!(broken(ANSWER, &rules(), &log), ["never-refused@2"]);
    assert_eq!(reached(ANSWER, &rules(), &log), ["used-after-refusal"]);
    assert_eq!(broken(ANSWER, &reading("deemed", "blanket"), &log), NONE);
    let mut later_yes = log.to_vec();
    later_yes.insert(2, (1, answered(Verb::Use, Answer::Yes)));
    assert_eq!(broken(ANSWER, &rules(), &later_yes), NONE);
    let mut demanded = log.to_vec();
    demanded.insert(2, (1, law_demands(1, Verb::Use)));
    assert_eq!(broken(ANSWER, &rules(), &demanded), NONE);
    let mut silent = log.to_vec();
    silent.insert(1, (1, answered(Verb::Use, Answer::Silence)));
    assert_eq!(broken(ANSWER, &rules(), &silent), ["never-refused@3"]);
}

#[test]
fn handing_over_is_an_act_of_ones_own() {
    let log = [
        (0, answered(Verb::Collect, Answer::No)),
        (1, opened(ANN)),
        (2, collected(1, ANN, STATUS, VENDOR, Source::Submitted)),
        (3, reports_status(2)),
    ];
    assert_eq!(broken(ANSWER, &rules(), &log), ["never-refused@3", "was-asked@3"]);
    let agreed = [(0, answered(Verb::Collect, Answer::Yes)), log[1], log[2]];
    assert_eq!(reached(ANSWER, &rules(), &agreed), NONE);
}

#[test]
fn use_does_not_undo_a_withdrawal() {
    let log = |use_at: u64, act_at: u64| {
        let mut log = vec![
            (0, answered(Verb::Use, Answer::Yes)),
            (1, withdrew(1, Verb::Use)),
            (use_at, opened(ANN)),
            (act_at, used(ANN, Purpose::Provide, VENDOR)),
        ];
        log.sort_by_key(|line| line.0);
        log
    };
    assert_eq!(broken(ANSWER, &rules(), &log(2, 21)), ["never-withdrawn@3"]);
    assert_eq!(broken(ANSWER, &rules(), &log(2, 20)), NONE, "not yet in force");
    assert_eq!(broken(ANSWER, &rules(), &log(0, 21)), NONE, "used only before it");
    assert_eq!(broken(ANSWER, &reading("deemed", "blanket"), &log(2, 21)), NONE);
    assert_eq!(reached(ANSWER, &rules(), &log(21, 21)), ["used-after-withdrawal"]);
    assert_eq!(reached(ANSWER, &rules(), &log(20, 21)), [""; 0]);
}

#[test]
fn use_does_not_stand_for_a_question() {
    let log = [(0, opened(ANN)), (1, reports_status(1))];
    assert_eq!(broken(ANSWER, &rules(), &log), ["was-asked@1"]);
    assert_eq!(broken(ANSWER, &reading("deemed", "blanket"), &log), NONE);
    assert_eq!(broken(ANSWER, &reading("collect-consent", "from-acceptance"), &log), NONE);
    let mut express = reading("collect-consent", "from-acceptance");
    assert!(express.readings.set("deemed", "express-only"));
    assert_eq!(broken(ANSWER, &express, &log), ["was-asked@1"]);
    let accepted = [(0, Accepted { person: ANN, terms: Terms(1) }), log[0], log[1]];
    assert_eq!(broken(ANSWER, &express, &accepted), NONE);
    assert_eq!(broken(ANSWER, &rules(), &accepted), ["was-asked@2"]);
    let told = [(0, answered(Verb::Collect, Answer::Yes)), log[0], log[1]];
    assert_eq!(broken(ANSWER, &rules(), &told), NONE);
    assert_eq!(reached(ANSWER, &rules(), &told), ["asked-then-collected"]);
    let by_law = [log[0], (0, law_demands(1, Verb::Collect)), log[1]];
    assert_eq!(broken(ANSWER, &rules(), &by_law), NONE);
}

#[test]
fn without_a_use_the_promise_says_nothing() {
    assert!(!triggered(ANSWER, &rules(), &[(1, reports_status(1))]));
    assert!(!triggered(ANSWER, &rules(), &[(0, opened(BOB)), (1, reports_status(1))]));
}

fn takes(terms: u32) -> Observation {
    AcceptanceTaken { person: ANN, terms: Terms(terms) }
}
fn effect(terms: u32) -> Observation {
    TookEffect { terms: Terms(terms) }
}

#[test]
fn acceptance_is_taken_only_of_the_terms_in_force() {
    let log = [(0, effect(1)), (1, effect(2)), (2, opened(ANN)), (3, takes(1)), (4, takes(2))];
    assert_eq!(broken(TERMS, &rules(), &log), ["in-force@3"]);
    assert_eq!(reached(TERMS, &rules(), &log), ["new-terms-taken", "taken-after-use"]);
    assert_eq!(broken(TERMS, &reading("deemed", "blanket"), &log), NONE);
    assert_eq!(broken(TERMS, &rules(), &[(2, opened(ANN)), (3, takes(1))]), ["in-force@1"]);
}

#[test]
fn acceptance_needs_a_use_of_ones_own_since() {
    let log = [(0, opened(ANN)), (1, effect(2)), (2, opened(BOB)), (3, takes(2))];
    assert_eq!(broken(TERMS, &rules(), &log), ["own-use@3"]);
    assert_eq!(broken(TERMS, &reading("deemed", "blanket"), &log), NONE);
    let used = [(1, effect(2)), (2, opened(ANN)), (3, takes(2))];
    assert_eq!(broken(TERMS, &rules(), &used), NONE);
    assert_eq!(broken(TERMS, &reading("deemed", "express-only"), &used), ["own-use@2"]);
    let accepted = [(1, effect(2)), (2, Accepted { person: ANN, terms: Terms(2) }), (3, takes(2))];
    assert_eq!(broken(TERMS, &reading("deemed", "express-only"), &accepted), NONE);
    assert_eq!(broken(TERMS, &reading("deemed", "blanket"), &[(0, takes(2))]), ["own-use@0"]);
}

#[test]
fn only_a_yes_of_its_own_takes_a_refusal_or_a_withdrawal_back() {
    let log = |form| {
        [
            (0, answered(Verb::Use, Answer::No)),
            (0, withdrew(1, Verb::Use)),
            (1, processed(1)),
            (2, opened(ANN)),
            (3, answered_in(form, Verb::Use, Answer::Yes)),
            (4, opened(ANN)),
            (5, used(ANN, Purpose::Provide, VENDOR)),
        ]
    };
    assert_eq!(broken(ANSWER, &rules(), &log(Form::Separate)), NONE);
    assert_eq!(broken(ANSWER, &rules(), &log(Form::Bundled)), ["never-refused@6", "never-withdrawn@6"]);
}

#[test]
fn a_bundled_no_refuses_and_a_bundled_yes_answers_the_question() {
    let log = |answer| {
        [(0, answered_in(Form::Bundled, Verb::Collect, answer)), (1, opened(ANN)), (2, reports_status(1))]
    };
    assert_eq!(broken(ANSWER, &rules(), &log(Answer::Yes)), NONE);
    assert_eq!(reached(ANSWER, &rules(), &log(Answer::Yes)), ["asked-then-collected"]);
    assert_eq!(broken(ANSWER, &rules(), &log(Answer::No)), ["never-refused@2", "was-asked@2"]);
    let refused_before = [&[(0, answered(Verb::Collect, Answer::No))][..], &log(Answer::Yes)].concat();
    assert_eq!(broken(ANSWER, &rules(), &refused_before), ["never-refused@3"]);
}

#[test]
fn an_outsider_collecting_shows_nothing_of_the_vendor() {
    let log = |for_vendor| {
        [
            (0, introduced(OTHER, Class::Provider, for_vendor)),
            (0, answered(Verb::Collect, Answer::Yes)),
            (1, collected(1, ANN, STATUS, OTHER, Source::Reported)),
        ]
    };
    assert_eq!(reached(ANSWER, &rules(), &log(true)), ["asked-then-collected"]);
    assert_eq!(reached(ANSWER, &rules(), &log(false)), NONE);
}

#[test]
fn what_was_agreed_to_for_a_purpose_is_no_use_against_a_refusal() {
    use crate::recipients::{DATA, says, uses, withdraws};
    let act = uses(VENDOR, DATA, Purpose::Provide, None);
    let yes = says(Answer::Yes, Verb::Use, None, Purpose::Provide);
    let refused = |lines: &[Observation]| {
        let no = says(Answer::No, Verb::Use, None, None);
        let all = [&[no, opened(ANN)][..], lines, &[act]].concat();
        broken(ANSWER, &rules(), &(0..).zip(all).collect::<Vec<_>>())
    };
    assert_eq!(refused(&[]), ["never-refused@2"]);
    assert_eq!(refused(&[yes]), NONE);
    assert_eq!(refused(&[yes, says(Answer::No, Verb::Use, None, Purpose::Provide)]), ["never-refused@4"]);
    let withdrawn = |lines: &[Observation]| {
        let before = [withdraws(1, Verb::Use), processed(1), opened(ANN)];
        let all = [&before[..], lines, &[act]].concat();
        broken(ANSWER, &rules(), &(0..).zip(all).collect::<Vec<_>>())
    };
    assert_eq!(withdrawn(&[]), ["never-withdrawn@3"]);
    assert_eq!(withdrawn(&[yes]), NONE);
}
