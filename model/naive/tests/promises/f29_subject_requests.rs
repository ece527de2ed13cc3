//! F29 on small logs.

use crate::logs::*;
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{Categories, Phone, Place};

const VERIFIED: &str = "F29.verified-first";
const WHOLE: &str = "F29.whole-answer";
const IN_TIME: &str = "F29.answered-in-time";
const FEE: &str = "F29.fair-fee";
const Q: Request = Request(1);

fn sent(other: Person, asks: RequestKind, channel: Channel) -> Observation {
    RequestMade { request: Q, person: ANN, other, asks, channel }
}
fn access() -> Observation {
    sent(ANN, RequestKind::Access, Channel::Email)
}
fn correction() -> Observation {
    sent(ANN, RequestKind::Correction, Channel::Letter)
}
fn proved(passed: bool) -> Observation {
    IdentityProved { request: Q, passed }
}
fn more(categories: Option<Categories>) -> Observation {
    MoreAsked { request: Q, categories }
}
fn given(good: bool, categories: Option<Categories>) -> Observation {
    RequestAnswered { request: Q, good, categories, person: None }
}
fn status() -> Option<Categories> {
    Some(STATUS.into())
}
fn corrected(record: u32, to: Holder) -> Observation {
    Corrected { record: Record(record), to, request: Some(Q) }
}
fn fee(amount: u64) -> Observation {
    FeeCharged { request: Q, amount }
}
fn lives(place: Place) -> Observation {
    Resides { person: ANN, law: Regime::Consent, minor: false, place: Some(place) }
}

#[test]
fn data_goes_to_who_has_proved_to_be_its_subject() {
    let log = |line: Observation| [(0, access()), (1, line), (2, given(true, status()))];
    assert_eq!(broken(VERIFIED, &rules(), &log(opened(ANN))), ["identity-proved@2"]);
    assert_eq!(broken(VERIFIED, &rules(), &log(proved(false))), ["identity-proved@2"]);
    assert_eq!(broken(VERIFIED, &rules(), &log(proved(true))), NONE);
    let literal = reading("identity-check", "updates-only");
    assert_eq!(broken(VERIFIED, &literal, &log(opened(ANN))), NONE, "the sentence names updates");
    let refused = [(0, access()), (1, given(false, None))];
    assert_eq!(broken(VERIFIED, &rules(), &refused), NONE, "a refusal hands nothing over");
    let later = [(0, access()), (1, proved(true)), (2, proved(false)), (3, given(true, status()))];
    assert_eq!(broken(VERIFIED, &rules(), &later), ["identity-proved@3"], "the last check counts");
    let anew = [(0, access()), (1, proved(true)), (2, access()), (3, given(true, status()))];
    assert_eq!(broken(VERIFIED, &rules(), &anew), ["identity-proved@3"], "a request has a proof of its own");
}

#[test]
fn a_correction_waits_for_the_proof_whatever_the_reading() {
    let log = [
        (0, collected(1, ANN, STATUS, VENDOR, Source::Reported)),
        (1, correction()),
        (2, corrected(1, VENDOR)),
    ];
    assert_eq!(broken(VERIFIED, &rules(), &log), ["identity-proved@2"]);
    assert_eq!(broken(VERIFIED, &reading("identity-check", "updates-only"), &log), ["identity-proved@2"]);
}

#[test]
fn a_session_proves_the_person_and_nobody_else() {
    let log = |sender| [(0, sent(sender, RequestKind::Access, Channel::Plugin)), (1, given(true, status()))];
    assert_eq!(broken(VERIFIED, &rules(), &log(ANN)), NONE);
    assert_eq!(broken(VERIFIED, &rules(), &log(BOB)), ["identity-proved@1"]);
    assert_eq!(
        broken(VERIFIED, &reading("session-proof", "proves-nothing"), &log(ANN)),
        ["identity-proved@1"]
    );
}

#[test]
fn nobody_passes_for_somebody_else_but_a_guardian() {
    let log = [(0, sent(BOB, RequestKind::Access, Channel::Email)), (1, proved(true))];
    assert_eq!(broken(VERIFIED, &rules(), &log), ["rightly-passed@1"]);
    let guardian = [&[(0, GuardianOf { person: ANN, other: BOB })][..], &log].concat();
    assert_eq!(broken(VERIFIED, &rules(), &guardian), NONE);
}

#[test]
fn account_details_need_a_session() {
    let edit = |good| [(0, AccountEdited { person: ANN, channel: Channel::AccountPage, good })];
    assert_eq!(broken(VERIFIED, &rules(), &edit(false)), ["in-session@0"]);
    assert_eq!(reached(VERIFIED, &rules(), &edit(true)), ["changed-on-the-site"]);
}

#[test]
fn an_answer_has_what_was_held_all_along() {
    let holds = collected(1, ANN, STATUS, VENDOR, Source::Reported);
    let answer = given(true, Some(Categories::EMPTY));
    assert_eq!(broken(WHOLE, &rules(), &[(0, holds), (1, access()), (2, answer)]), ["all-that-is-held@2"]);
    assert_eq!(broken(WHOLE, &rules(), &[(0, access()), (1, holds), (2, answer)]), NONE, "it came later");
    let purged = [(0, holds), (1, access()), (2, purged(1, VENDOR)), (3, answer)];
    assert_eq!(broken(WHOLE, &rules(), &purged), NONE, "it is gone");
    let silent = [(0, holds), (1, access()), (2, given(true, None))];
    assert_eq!(broken(WHOLE, &rules(), &silent), NONE, "nobody wrote down what was given");
    let of_bob = RequestAnswered { request: Q, good: false, categories: status(), person: Some(BOB) };
    assert_eq!(broken(WHOLE, &rules(), &[(0, access()), (1, of_bob)]), ["own-data-alone@1"]);
}

#[test]
fn a_correction_reaches_every_copy_that_is_left() {
    let begin = [
        (0, introduced(OTHER, Class::Provider, true)),
        (0, collected(1, ANN, STATUS, VENDOR, Source::Reported)),
        (0, copied(1, OTHER)),
        (1, correction()),
    ];
    let log = |lines: &[Timed]| [&begin[..], lines, &[(9, given(true, None))]].concat();
    assert_eq!(broken(WHOLE, &rules(), &log(&[])), ["every-copy-corrected@4"]);
    assert_eq!(broken(WHOLE, &rules(), &log(&[(2, corrected(1, VENDOR))])), ["every-copy-corrected@5"]);
    let both = [(2, corrected(1, VENDOR)), (3, corrected(1, OTHER))];
    assert_eq!(broken(WHOLE, &rules(), &log(&both)), NONE);
    assert_eq!(reached(WHOLE, &rules(), &log(&both)), ["copies-corrected"]);
    let gone = [(2, corrected(1, VENDOR)), (3, purged(1, OTHER))];
    assert_eq!(broken(WHOLE, &rules(), &log(&gone)), NONE);
    let completed = [(2, collected(2, ANN, Category::Account, VENDOR, Source::Submitted))];
    assert_eq!(broken(WHOLE, &rules(), &log(&completed)), NONE, "what was missing came in");
}

#[test]
fn only_what_identifies_or_finds_is_asked_for() {
    let log = |category: Category| [(0, access()), (1, more(Some(category.into())))];
    assert_eq!(broken(WHOLE, &rules(), &log(Category::Credentials)), ["nothing-needless@1"]);
    assert_eq!(broken(WHOLE, &rules(), &log(Category::IdentityProof)), NONE);
}

#[test]
fn an_answer_comes_by_the_last_lawful_instant() {
    let until = |log: &[Timed], rules: &Rules| broken_until(IN_TIME, rules, log, Some(99));
    assert_eq!(until(&[(5, access())], &rules()), ["answered@request 1 at 20"]);
    assert_eq!(until(&[(5, access()), (20, given(false, None))], &rules()), NONE);
    let partial = [(5, access()), (20, given(false, status()))];
    assert_eq!(until(&partial, &rules()), ["answered@request 1 at 20"], "a part is no answer");
    assert_eq!(until(&[(0, lives(Place::China)), (5, access())], &rules()), ["answered@request 1 at 30"]);
    let impostor = [(5, sent(BOB, RequestKind::Access, Channel::Email))];
    assert_eq!(until(&impostor, &rules()), NONE, "nothing is owed to somebody else");
}

#[test]
fn the_time_stands_still_once_while_the_sender_is_asked() {
    let until = |log: &[Timed], rules: &Rules| broken_until(IN_TIME, rules, log, Some(99));
    let asked = [(5, access()), (20, more(None))];
    assert_eq!(until(&asked, &rules()), NONE);
    assert_eq!(until(&asked, &reading("request-clock", "from-receipt")), ["answered@request 1 at 20"]);
    assert_eq!(until(&[(5, access()), (21, more(None))], &rules()), ["answered@request 1 at 20"]);
    let supplied = [&asked[..], &[(40, proved(true)), (41, more(None)), (55, proved(true))]].concat();
    assert_eq!(until(&supplied, &rules()), ["answered@request 1 at 60"], "only the first asking counts");
}

#[test]
fn a_fee_is_for_access_and_within_reason() {
    assert_eq!(broken(FEE, &rules(), &[(0, access()), (1, fee(10))]), NONE);
    assert_eq!(broken(FEE, &rules(), &[(0, access()), (1, fee(6)), (2, fee(5))]), ["reasonable@2"]);
    assert_eq!(broken(FEE, &rules(), &[(0, correction()), (1, fee(1))]), ["for-access-alone@1"]);
    assert_eq!(broken(FEE, &rules(), &[(0, withdrew(1, Verb::Use)), (1, fee(1))]), ["for-access-alone@1"]);
    let billed = [(0, access()), (1, given(true, status())), (2, fee(4))];
    assert_eq!(broken(FEE, &rules(), &billed), NONE, "the bill may come after");
    assert!(!triggered(FEE, &rules(), &[(0, correction()), (1, fee(0))]));
    let viewed = AccountViewed { person: ANN, channel: Channel::Plugin, good: true };
    assert_eq!(
        reached("F29", &rules(), &[(0, viewed), (0, LoggedIn { person: ANN, phone: Phone(1) })]),
        ["viewed"]
    );
}
