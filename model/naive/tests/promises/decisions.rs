//! What a person's answers decide about sharing: by class, by purpose, in general, and after a withdrawal.

use crate::logs::*;
use crate::recipients::*;
use vouchsafe_alphabet::Sector;

const YES: Answer = Answer::Yes;
const NO: Answer = Answer::No;
const FOR_SUPPORT: Purpose = Purpose::Support;

/// Whether sharing for support with a provider is authorised at the end of these lines, by these rules.
fn authorised_by(rules: &Rules, lines: &[Observation], to: Holder, purpose: Purpose) -> bool {
    let log = among_recipients(&[lines, &[gives(VENDOR, to, purpose)]].concat());
    !broken("F11", rules, &log).contains(&breach("authorised", lines.len()))
}
fn authorised(lines: &[Observation]) -> bool {
    authorised_by(&rules(), lines, PROVIDER, FOR_SUPPORT)
}
fn general(answer: Answer) -> Observation {
    says(answer, Verb::Disclose, None, None)
}
fn of_class(answer: Answer, class: Class) -> Observation {
    says(answer, Verb::Disclose, class, None)
}
fn of_purpose(answer: Answer) -> Observation {
    says(answer, Verb::Disclose, None, FOR_SUPPORT)
}
fn of_both(answer: Answer, class: Class) -> Observation {
    says(answer, Verb::Disclose, class, FOR_SUPPORT)
}

#[test]
fn the_narrower_answer_decides() {
    for yes in [general(YES), of_class(YES, Class::Provider), of_purpose(YES), of_both(YES, Class::Provider)]
    {
        assert!(authorised(&[yes]));
    }
    assert!(!authorised(&[of_class(YES, Class::Affiliate)]));
    assert!(!authorised(&[says(YES, Verb::Use, None, None)]), "a yes to use says nothing of sharing");
    // Each no before stays in the way of what is wider and later, save where the wider yes is its own.
    assert!(authorised(&[of_class(NO, Class::Provider), of_both(YES, Class::Provider)]));
    assert!(!authorised(&[general(YES), of_class(NO, Class::Provider)]));
    assert!(!authorised(&[of_class(YES, Class::Provider), of_purpose(NO)]));
    assert!(
        !authorised(&[of_purpose(NO), of_class(YES, Class::Provider)]),
        "one no on the same level decides"
    );
    assert!(authorised(&[general(NO), of_class(YES, Class::Provider)]));
}

#[test]
fn a_no_takes_back_every_answer_within_it() {
    for narrow in [of_class(YES, Class::Provider), of_purpose(YES), of_both(YES, Class::Provider)] {
        assert!(!authorised(&[narrow, general(NO)]));
    }
    assert!(!authorised(&[of_both(YES, Class::Provider), of_class(NO, Class::Provider)]));
    assert!(!authorised(&[of_both(YES, Class::Provider), of_purpose(NO)]));
    assert!(authorised(&[of_both(YES, Class::Provider), of_class(NO, Class::Affiliate)]));
    // What a no took back does not come again when the no itself is taken back.
    let back = [of_class(YES, Class::Ecosystem), general(NO), general(YES)];
    assert!(!authorised_by(&rules(), &back, ECOSYSTEM, Purpose::Ecosystem));
}

#[test]
fn a_yes_takes_back_a_no_of_its_own_reach() {
    for narrow in [of_class(NO, Class::Provider), of_purpose(NO), of_both(NO, Class::Provider)] {
        assert!(authorised(&[narrow, general(YES)]));
    }
    assert!(authorised(&[of_both(NO, Class::Provider), of_class(YES, Class::Provider)]));
    assert!(authorised(&[of_both(NO, Class::Provider), of_purpose(YES)]));
    // A general yes leaves the no to a class alone that the sentence does not name.
    let no = of_both(NO, Class::Ecosystem);
    let to_ecosystem = |lines: &[Observation]| authorised_by(&rules(), lines, ECOSYSTEM, Purpose::Provide);
    let for_service = |answer, class| says(answer, Verb::Disclose, class, Purpose::Provide);
    let own = of_class(YES, Class::Ecosystem);
    assert!(to_ecosystem(&[own, no]), "for another purpose");
    let refused = for_service(NO, Some(Class::Ecosystem));
    assert!(!to_ecosystem(&[own, refused]));
    assert!(!to_ecosystem(&[own, refused, general(YES)]));
    assert!(!to_ecosystem(&[own, refused, for_service(YES, None)]));
    assert!(to_ecosystem(&[own, refused, own]), "the yes of the class takes it back");
    // An earlier yes at a narrower key stays beside a wider one.
    assert!(authorised(&[of_both(YES, Class::Provider), of_class(YES, Class::Provider)]));
}

#[test]
fn a_wide_yes_is_about_those_whom_the_sentence_names() {
    let to = |lines: &[Observation], to| authorised_by(&rules(), lines, to, FOR_SUPPORT);
    for wide in [general(YES), of_purpose(YES)] {
        assert!(to(&[wide], AFFILIATE));
        assert!(to(&[in_sector(OTHER, Sector::Cloud), wide], OTHER));
        assert!(!to(&[in_sector(OTHER, Sector::Other), wide], OTHER));
        let again = [in_sector(OTHER, Sector::Other), wide, in_sector(OTHER, Sector::Technology)];
        assert!(to(&again, OTHER), "what it is now counts");
    }
    let by_class = [in_sector(OTHER, Sector::Other), of_class(YES, Class::Affiliate)];
    assert!(to(&by_class, OTHER));
}

#[test]
fn a_purpose_that_is_not_enough_leaves_the_general_answer() {
    // For an ecosystem company the yes by purpose is passed over, and the general no decides.
    let lines = [general(NO), says(YES, Verb::Disclose, None, Purpose::Ecosystem)];
    assert!(!authorised_by(&rules(), &lines, ECOSYSTEM, Purpose::Ecosystem));
}

#[test]
fn only_yes_and_no_are_answers_and_a_yes_is_given_on_its_own() {
    for nothing in [Answer::NoObjection, Answer::Silence] {
        assert!(!authorised(&[general(nothing)]));
        assert!(authorised(&[general(YES), of_class(nothing, Class::Provider)]));
    }
    let bundled = |answer| says_in(Form::Bundled, answer, Verb::Disclose, Some(Class::Provider), None);
    assert!(!authorised(&[bundled(YES)]));
    assert!(!authorised(&[general(YES), bundled(NO)]), "a no counts in any form");
    assert!(!authorised(&[of_class(NO, Class::Provider), bundled(YES)]));
    let acceptance = reading("authorisation", "acceptance");
    assert!(authorised_by(
        &acceptance,
        &[of_class(NO, Class::Provider), bundled(YES)],
        PROVIDER,
        FOR_SUPPORT
    ));
}

#[test]
fn a_use_that_accepts_everything_is_a_general_yes() {
    let blanket = reading("deemed", "blanket");
    let by = |lines: &[Observation], to| authorised_by(&blanket, lines, to, FOR_SUPPORT);
    assert!(!authorised(&[opened(ANN)]));
    assert!(by(&[opened(ANN)], PROVIDER));
    assert!(by(&[general(NO), of_class(NO, Class::Provider), opened(ANN)], PROVIDER));
    assert!(!by(&[opened(BOB)], PROVIDER));
    assert!(!authorised_by(&blanket, &[opened(ANN)], ECOSYSTEM, Purpose::Ecosystem));
    assert!(!by(&[opened(ANN), general(NO)], PROVIDER));
    // It says nothing of use.
    let uses_newly = among_recipients(&[opened(ANN), uses(VENDOR, DATA, Purpose::WebAnalytics, None)]);
    assert_eq!(broken("F10", &blanket, &uses_newly), [breach("fits-category", 1)]);
}

#[test]
fn a_withdrawal_cancels_the_answers_before_it_once_it_binds() {
    let (yes, w, done) = (of_class(YES, Class::Provider), withdraws(1, Verb::Disclose), processed(1));
    assert!(authorised(&[yes, w]), "it does not bind yet");
    assert!(!authorised(&[yes, w, done]));
    assert!(!authorised(&[yes, w, yes, w, done]), "the later withdrawal binds");
    // An answer after the act of withdrawal is a new one, even before it binds.
    assert!(authorised(&[yes, w, yes, done]));
    assert!(authorised(&[yes, w, done, of_both(YES, Class::Provider)]));
    assert!(authorised(&[yes, withdraws(1, Verb::Use), done]), "another verb");
}

#[test]
fn what_was_cancelled_stays_so_after_a_new_general_yes() {
    let own = of_class(YES, Class::Ecosystem);
    let (w, done) = (withdraws(1, Verb::Disclose), processed(1));
    let to_ecosystem = |lines: &[Observation]| authorised_by(&rules(), lines, ECOSYSTEM, Purpose::Ecosystem);
    assert!(to_ecosystem(&[own]));
    assert!(!to_ecosystem(&[own, w, done, general(YES)]), "lifted, and the specific yes is gone for good");
    assert!(to_ecosystem(&[own, w, general(YES), done]), "lifted before it came into force");
    assert!(!to_ecosystem(&[own, w, done, general(YES), processed(1)]));
    let bundled = says_in(Form::Bundled, YES, Verb::Disclose, None, None);
    assert!(!to_ecosystem(&[own, w, bundled, done]), "a bundled yes lifts nothing");
    // A no that the cancelled yes had taken back does not come back to life.
    let refused = of_class(NO, Class::Provider);
    let wide_again = [refused, of_class(YES, Class::Provider), w, done, of_purpose(YES)];
    assert!(authorised(&wide_again));
}

#[test]
fn a_withdrawal_that_was_forgotten_cancels_nothing() {
    let yes = of_class(YES, Class::Provider);
    let (w, opened_anew) = (withdraws(1, Verb::Disclose), allows(1, Verb::Collect, None, None));
    assert!(authorised(&[yes, w, opened_anew, processed(1)]));
    assert!(!authorised(&[yes, w, processed(1), opened_anew]), "it had bound by then");
}

#[test]
fn a_withdrawal_cancels_by_its_deadline_too() {
    let log = |at| {
        [
            (0, introduced(PROVIDER, Class::Provider, false)),
            (0, of_class(YES, Class::Provider)),
            (5, withdraws(1, Verb::Disclose)),
            (at, gives(VENDOR, PROVIDER, FOR_SUPPORT)),
        ]
    };
    assert_eq!(broken("F11", &rules(), &log(20)), NONE);
    assert_eq!(broken("F11", &rules(), &log(21)), ["authorised@3"]);
    assert_eq!(broken("F11", &reading("withdrawal-clock", "from-processing"), &log(21)), NONE);
    assert_eq!(broken("F11", &reading("withdrawal-clock", "at-once"), &log(5)), ["authorised@3"]);
    // A general yes on the last lawful instant still comes before; the instant after, it is too late.
    let lifted = |yes_at| {
        let mut log = log(30).to_vec();
        log.insert(0, (0, introduced(ECOSYSTEM, Class::Ecosystem, false)));
        log.insert(2, (0, of_class(YES, Class::Ecosystem)));
        log.insert(5, (yes_at, general(YES)));
        log.push((30, gives(VENDOR, ECOSYSTEM, Purpose::Ecosystem)));
        log
    };
    assert_eq!(broken("F11", &rules(), &lifted(20)), NONE);
    assert_eq!(broken("F11", &rules(), &lifted(21)), ["authorised@7"]);
}
