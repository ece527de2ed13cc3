//! F30 on small logs.

use crate::logs::*;

const IN_TIME: &str = "F30.processed-in-time";
const AFTER: &str = "F30.nothing-after-withdrawal";

fn uses() -> Observation {
    used(ANN, Purpose::Provide, VENDOR)
}

#[test]
fn a_withdrawal_is_processed_by_the_last_lawful_instant() {
    // Made in the unit that starts at 0, with two units to go.
    let log = |at| vec![(5, withdrew(1, Verb::Use)), (at, processed(1)), (99, opened(ANN))];
    assert_eq!(broken(IN_TIME, &rules(), &log(20)), NONE);
    assert_eq!(reached(IN_TIME, &rules(), &log(20)), ["processed-in-time"]);
    assert_eq!(broken(IN_TIME, &rules(), &log(21)), ["processed@request 1 at 20"]);
    assert!(reached(IN_TIME, &rules(), &log(21)).is_empty());
}

#[test]
fn a_withdrawal_is_judged_only_when_its_instant_is_over() {
    let log = [(0, withdrew(1, Verb::Use)), (20, opened(ANN))];
    assert_eq!(broken(IN_TIME, &rules(), &log), NONE);
    let pending = vouchsafe_naive::judge(&rules(), &log, Some(20)).pending;
    assert_eq!(pending.into_iter().collect::<Vec<_>>(), [(IN_TIME, 20, Sort::Request, 1)]);
    assert_eq!(broken_until(IN_TIME, &rules(), &log, Some(21)), ["processed@request 1 at 20"]);
}

#[test]
fn an_id_opened_again_forgets_the_older_withdrawal() {
    let again = [(0, withdrew(1, Verb::Use)), (5, law_demands(1, Verb::Collect)), (30, uses())];
    assert_eq!(broken("F30", &rules(), &again), NONE);
    let anew = [(0, withdrew(1, Verb::Use)), (10, withdrew(1, Verb::Collect)), (31, uses())];
    assert_eq!(broken("F30", &rules(), &anew), ["processed@request 1 at 30"]);
    // What was in force by then stays in force.
    let late = [(0, withdrew(1, Verb::Use)), (21, law_demands(1, Verb::Collect)), (30, uses())];
    assert_eq!(broken(AFTER, &rules(), &late), ["no-use@2"]);
    let done =
        [(0, withdrew(1, Verb::Use)), (1, processed(1)), (2, law_demands(1, Verb::Collect)), (3, uses())];
    assert_eq!(broken(AFTER, &rules(), &done), ["no-use@3"]);
}

#[test]
fn after_the_deadline_no_verb_that_was_withdrawn() {
    let acts = [
        (Verb::Collect, reports_status(1), "no-collection@1"),
        (Verb::Use, uses(), "no-use@1"),
        (Verb::Disclose, disclosed(OTHER, None), "no-disclosure@1"),
    ];
    for (verb, act, breach) in acts {
        assert_eq!(broken(AFTER, &rules(), &[(0, withdrew(1, verb)), (21, act)]), [breach]);
        assert_eq!(
            broken(AFTER, &rules(), &[(0, withdrew(1, verb)), (20, act)]),
            NONE,
            "until then it may go on"
        );
    }
}

#[test]
fn processing_binds_at_once() {
    let log = [(0, withdrew(1, Verb::Use)), (0, processed(1)), (0, uses())];
    assert_eq!(broken(AFTER, &rules(), &log), ["no-use@2"]);
}

#[test]
fn what_is_lawful_after_a_withdrawal() {
    let after = |act| [(0, withdrew(1, Verb::Use)), (1, processed(1)), (2, act), (3, uses())];
    assert_eq!(broken(AFTER, &rules(), &after(answered(Verb::Use, Answer::Yes))), NONE, "a later yes");
    assert_eq!(broken(AFTER, &rules(), &after(answered(Verb::Collect, Answer::Yes))), ["no-use@3"]);
    assert_eq!(broken(AFTER, &rules(), &after(marketing_answer(Answer::Yes, Form::Separate))), ["no-use@3"]);
    assert_eq!(broken(AFTER, &rules(), &after(law_demands(2, Verb::Use))), NONE, "a demand of the law");
    assert_eq!(broken(AFTER, &rules(), &after(law_demands(2, Verb::Collect))), ["no-use@3"]);
    let over = [
        (0, withdrew(1, Verb::Use)),
        (1, processed(1)),
        (2, law_demands(2, Verb::Use)),
        (3, law_demand_ended(2)),
        (4, uses()),
    ];
    assert_eq!(broken(AFTER, &rules(), &over), ["no-use@4"]);
    let handed = collected(1, ANN, STATUS, VENDOR, Source::Submitted);
    assert_eq!(
        broken(AFTER, &rules(), &[(0, withdrew(1, Verb::Collect)), (1, processed(1)), (2, handed)]),
        NONE
    );
}

#[test]
fn it_binds_wherever_the_vendor_controls_the_data() {
    let by = |class, for_vendor| {
        let act = used(ANN, Purpose::Provide, OTHER);
        [(0, introduced(OTHER, class, for_vendor)), (0, withdrew(1, Verb::Use)), (0, processed(1)), (1, act)]
    };
    assert_eq!(broken(AFTER, &rules(), &by(Class::Provider, true)), ["no-use@3"]);
    assert_eq!(broken(AFTER, &rules(), &by(Class::Affiliate, false)), ["no-use@3"]);
    assert_eq!(broken(AFTER, &rules(), &by(Class::Outside, false)), NONE);
    assert_eq!(broken(AFTER, &reading("affiliate", "third-party"), &by(Class::Affiliate, false)), NONE);
    assert_eq!(
        broken(AFTER, &reading("affiliate", "third-party"), &by(Class::Affiliate, true)),
        ["no-use@3"]
    );
}

#[test]
fn readings_of_the_clock() {
    let late = [(0, withdrew(1, Verb::Use)), (30, uses()), (40, processed(1)), (41, uses())];
    assert_eq!(broken(AFTER, &rules(), &late), ["no-use@1", "no-use@3"]);
    assert_eq!(broken(AFTER, &reading("withdrawal-clock", "from-processing"), &late), ["no-use@3"]);
    let early = [(0, withdrew(1, Verb::Use)), (0, uses())];
    assert_eq!(broken(AFTER, &rules(), &early), NONE);
    assert_eq!(broken(AFTER, &reading("withdrawal-clock", "at-once"), &early), ["no-use@1"]);
}

#[test]
fn use_takes_a_withdrawal_back_only_when_it_accepts_everything() {
    let log = [(0, withdrew(1, Verb::Use)), (1, processed(1)), (2, opened(ANN)), (3, uses())];
    assert_eq!(broken(AFTER, &rules(), &log), ["no-use@3"]);
    assert_eq!(broken(AFTER, &reading("deemed", "blanket"), &log), NONE);
}

#[test]
fn one_verb_off_and_the_other_on_and_on_again_after_a_yes() {
    let log = [
        (0, withdrew(1, Verb::Collect)),
        (1, processed(1)),
        (2, uses()),
        (3, answered(Verb::Collect, Answer::Yes)),
        (4, reports_status(1)),
    ];
    assert_eq!(broken("F30", &rules(), &log), NONE);
    assert_eq!(reached(AFTER, &rules(), &log), ["collected-again-after-yes", "other-verb-goes-on"]);
    let by_use = [(0, withdrew(1, Verb::Collect)), (1, opened(ANN)), (2, reports_status(1))];
    assert!(reached(AFTER, &reading("deemed", "blanket"), &by_use).is_empty());
}

#[test]
fn an_id_opened_again_ends_the_older_demand_of_the_law() {
    let log = |again| {
        [
            (0, withdrew(1, Verb::Use)),
            (1, processed(1)),
            (2, law_demands(2, Verb::Use)),
            (3, again),
            (4, uses()),
        ]
    };
    assert_eq!(broken(AFTER, &rules(), &log(law_demands(2, Verb::Collect))), ["no-use@4"]);
    assert_eq!(broken(AFTER, &rules(), &log(guardian_reported(2))), ["no-use@4"]);
    assert_eq!(broken(AFTER, &rules(), &log(law_demands(3, Verb::Collect))), NONE);
}

#[test]
fn a_yes_lifts_only_a_withdrawal_that_was_not_forgotten() {
    let log = |opened_again_at| {
        let again = law_demands(1, Verb::Disclose);
        [
            (0, withdrew(1, Verb::Collect)),
            (opened_again_at, again),
            (30, answered(Verb::Collect, Answer::Yes)),
            (31, reports_status(1)),
        ]
    };
    assert_eq!(reached(AFTER, &rules(), &log(21)), ["collected-again-after-yes"]);
    assert_eq!(reached(AFTER, &rules(), &log(20)), [""; 0]);
}

#[test]
fn only_a_yes_of_its_own_lifts_a_withdrawal() {
    let log = |form| {
        [
            (0, withdrew(1, Verb::Collect)),
            (1, processed(1)),
            (2, answered_in(form, Verb::Collect, Answer::Yes)),
            (3, reports_status(1)),
        ]
    };
    assert_eq!(broken(AFTER, &rules(), &log(Form::Separate)), NONE);
    assert_eq!(reached(AFTER, &rules(), &log(Form::Separate)), ["collected-again-after-yes"]);
    assert_eq!(broken(AFTER, &rules(), &log(Form::Bundled)), ["no-collection@3"]);
    // The law covers the collection, and still nobody said yes to it afresh.
    let covered = [&[(0, law_demands(2, Verb::Collect))][..], &log(Form::Bundled)].concat();
    assert_eq!(broken(AFTER, &rules(), &covered), NONE);
    assert_eq!(reached(AFTER, &rules(), &covered), NONE);
}

#[test]
fn another_verb_goes_on_with_the_same_category() {
    let log = |verb, category| {
        let act =
            Used { person: ANN, category, purpose: Purpose::Provide, by: VENDOR, record: None, ground: None };
        [(0, withdrew(1, verb)), (1, processed(1)), (2, act)]
    };
    for verb in [Verb::Collect, Verb::Disclose] {
        assert_eq!(reached(AFTER, &rules(), &log(verb, STATUS)), ["other-verb-goes-on"]);
        assert_eq!(reached(AFTER, &rules(), &log(verb, Category::Account)), NONE);
    }
    assert_eq!(broken(AFTER, &rules(), &log(Verb::Use, STATUS)), ["no-use@2"]);
    // Use under the law is use of what was withdrawn, not of what was not.
    let covered = [
        &[(0, law_demands(2, Verb::Use)), (0, withdrew(3, Verb::Use)), (0, processed(3))][..],
        &log(Verb::Collect, STATUS),
    ]
    .concat();
    assert_eq!(broken(AFTER, &rules(), &covered), NONE);
    assert_eq!(reached(AFTER, &rules(), &covered), NONE);
}

#[test]
fn an_outsider_shows_nothing_of_the_vendor() {
    let log = |for_vendor| {
        [
            (0, introduced(OTHER, Class::Provider, for_vendor)),
            (0, withdrew(1, Verb::Collect)),
            (1, processed(1)),
            (2, used(ANN, Purpose::Provide, OTHER)),
            (3, answered(Verb::Collect, Answer::Yes)),
            (4, collected(1, ANN, STATUS, OTHER, Source::Reported)),
        ]
    };
    assert_eq!(reached(AFTER, &rules(), &log(true)), ["collected-again-after-yes", "other-verb-goes-on"]);
    assert_eq!(reached(AFTER, &rules(), &log(false)), NONE);
}

#[test]
fn what_was_agreed_to_since_for_a_purpose_may_be_done() {
    use crate::recipients::{DATA, PROVIDER, among_recipients, breach, gives, says, withdraws};
    use crate::recipients::{collects, uses};
    let log = |verb, more: &[Observation], act| {
        among_recipients(&[&[withdraws(1, verb), processed(1)][..], more, &[act]].concat())
    };
    let uses = uses(VENDOR, DATA, Purpose::Provide, None);
    let yes = |verb, class, purpose| says(Answer::Yes, verb, class, purpose);
    let agreed = yes(Verb::Use, None, Some(Purpose::Provide));
    assert_eq!(broken(AFTER, &rules(), &log(Verb::Use, &[], uses)), [breach("no-use", 2)]);
    assert_eq!(broken(AFTER, &rules(), &log(Verb::Use, &[agreed], uses)), NONE);
    let other_purpose = yes(Verb::Use, None, Some(Purpose::Support));
    assert_eq!(broken(AFTER, &rules(), &log(Verb::Use, &[other_purpose], uses)), [breach("no-use", 3)]);
    // The yes from before the withdrawal is gone.
    let mut before = log(Verb::Use, &[], uses);
    before.insert(5, (5, agreed));
    assert_eq!(broken(AFTER, &rules(), &before), [breach("no-use", 3)]);

    let gives = gives(VENDOR, PROVIDER, Purpose::Support);
    for own in [
        yes(Verb::Disclose, Some(Class::Provider), None),
        yes(Verb::Disclose, None, Some(Purpose::Support)),
        yes(Verb::Disclose, Some(Class::Provider), Some(Purpose::Support)),
    ] {
        assert_eq!(broken(AFTER, &rules(), &log(Verb::Disclose, &[own], gives)), NONE);
    }
    let other_class = yes(Verb::Disclose, Some(Class::Ecosystem), None);
    assert_eq!(
        broken(AFTER, &rules(), &log(Verb::Disclose, &[other_class], gives)),
        [breach("no-disclosure", 3)]
    );
    let Collected { record, person, category, by, other, command, tv, ground, details, terms, .. } =
        collects(1, None, None)
    else {
        unreachable!("it is a collection");
    };
    let (source, purpose) = (Source::Reported, Some(Purpose::Provide));
    let collection = Collected {
        record,
        person,
        category,
        by,
        source,
        other,
        command,
        tv,
        ground,
        purpose,
        details,
        terms,
    };
    let named = yes(Verb::Collect, None, Some(Purpose::Provide));
    assert_eq!(
        broken(AFTER, &rules(), &log(Verb::Collect, &[named], collection)),
        [breach("no-collection", 3)],
        "for a collection no purpose is agreed to"
    );
}

#[test]
fn an_allowance_of_the_law_covers_what_it_names_and_takes_an_id_like_any_request() {
    use crate::recipients::{DATA, PROVIDER, allows, among_recipients, breach, gives, withdraws};
    let gives = gives(VENDOR, PROVIDER, Purpose::Support);
    let log = |law| among_recipients(&[withdraws(1, Verb::Disclose), processed(1), law, gives]);
    assert_eq!(broken(AFTER, &rules(), &log(allows(2, Verb::Disclose, None, None))), NONE);
    assert_eq!(broken(AFTER, &rules(), &log(allows(2, Verb::Disclose, Some(PROVIDER), None))), NONE);
    let other = allows(2, Verb::Disclose, Some(OTHER), None);
    assert_eq!(broken(AFTER, &rules(), &log(other)), [breach("no-disclosure", 3)]);
    assert_eq!(broken(AFTER, &rules(), &log(allows(2, Verb::Use, None, None))), [breach("no-disclosure", 3)]);
    let forgotten = [
        (0, withdraws(1, Verb::Use)),
        (5, allows(1, Verb::Collect, None, None)),
        (30, crate::recipients::uses(VENDOR, DATA, Purpose::Provide, None)),
    ];
    assert_eq!(broken("F30", &rules(), &forgotten), NONE);
}
