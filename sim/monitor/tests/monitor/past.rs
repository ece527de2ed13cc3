//! A log that does not say how it starts: what came before may excuse a breach, or make one.

use crate::{COMPLETE, brief, followed, promise};
use vouchsafe_monitor::{Doubt, Verdict};

const OPTED_OUT: &str = r#"{"at":1,"kind":"opted-out","person":"ana","channel":"plugin"}"#;
const SENT: &str = r#"{"at":200000000,"kind":"messaged","person":"ana","by":"vendor","mail":"newsletter","channel":"email","promotional":true}"#;
const EXECUTED: &str = r#"{"at":7,"kind":"executed","command":"c","tv":"t","key":"navigate","route":"lan"}"#;

#[test]
fn a_breach_that_the_past_may_excuse_is_told_and_decides_nothing() {
    let report = followed([EXECUTED]);
    assert_eq!(report.verdict(), Verdict::Undecided);
    assert!(brief(&report.breaches).contains(&("F01.checked-before-operated", "checked", 1)));
    assert!(report.breaches.iter().all(|breach| breach.excusable));
    let stands = promise(&report, "F01.checked-before-operated");
    assert_eq!((stands.verdict, stands.breaches, stands.excusable), (Verdict::Undecided, 1, 1));
    let complete = followed([COMPLETE, EXECUTED]);
    assert_eq!(promise(&complete, "F01.checked-before-operated").verdict, Verdict::Breached);
}

#[test]
fn a_breach_that_the_log_shows_by_itself_is_one() {
    let report = followed([OPTED_OUT, SENT]);
    assert_eq!(promise(&report, "F15.opt-out-ends-marketing").verdict, Verdict::Breached);
    assert_eq!(promise(&report, "F14.no-marketing-without-consent").verdict, Verdict::Undecided);
    assert_eq!(report.verdict(), Verdict::Breached);
}

#[test]
fn what_the_past_cannot_bear_on_is_decided() {
    let report = followed([OPTED_OUT]);
    let stands = |id: &str| (promise(&report, id).verdict, promise(&report, id).doubts.clone());
    // Nothing that it judges was seen, and it has no deadline that may have begun before.
    assert_eq!(stands("F13.no-sale"), (Verdict::NoBreach, vec![]));
    assert_eq!(stands("F30.processed-in-time"), (Verdict::Undecided, vec![Doubt::StartUnknown]));
}

#[test]
fn an_empty_log_decides_nothing() {
    let report = followed([]);
    assert!(report.promises.iter().all(|promise| promise.doubts == [Doubt::StartUnknown]));
    assert_eq!(followed([COMPLETE]).verdict(), Verdict::NoBreach);
}

#[test]
fn a_field_that_is_not_known_may_change_what_a_line_says() {
    let misspelt = OPTED_OUT.replace("\"channel\"", "\"purpos\":\"direct-marketing\",\"channel\"");
    let report = followed([COMPLETE, &misspelt]);
    assert!(report.promises.iter().all(|promise| promise.doubts == [Doubt::UnknownFields]));
    let own = misspelt.replace("purpos", "x-purpos");
    assert_eq!(followed([COMPLETE, &own]).verdict(), Verdict::NoBreach);
}
