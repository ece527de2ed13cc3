//! Declared facts: they are in the books, nobody judges them, and nothing hides among them.

use crate::{COMPLETE, DECLARED, brief, followed, lines, promise};
use proptest::prelude::*;
use vouchsafe_monitor::{BreachFound, Doubt, Monitor, Refusal, Verdict};

const OPTED_OUT: &str = r#"{"at":1,"kind":"opted-out","person":"ana","channel":"plugin"}"#;
const SENT: &str = r#"{"at":200000000,"kind":"messaged","person":"ana","by":"vendor","mail":"newsletter","channel":"email","promotional":true}"#;
const START: &str = r#"{"at":200000000,"mark":"start"}"#;
const WITHDREW: &str = r#"{"at":5,"kind":"withdrew","request":"w","person":"ana","verbs":["use"],"categories":["account"],"channel":"email"}"#;
const OPT_OUT: &str = "F15.opt-out-ends-marketing";

#[test]
fn what_comes_after_is_judged_by_declared_facts() {
    let report = followed([DECLARED, OPTED_OUT, START, SENT]);
    assert_eq!(promise(&report, OPT_OUT).verdict, Verdict::Breached);
    let breach = report.breaches.iter().find(|breach| breach.promise == OPT_OUT).unwrap();
    assert_eq!((breach.line, breach.because.as_slice(), breach.excusable), (4, &[2][..], false));
    let facts = report.declared.unwrap();
    assert_eq!((facts.facts, facts.until_line, facts.starts_ms), (1, Some(3), 200_000_000));
    assert_eq!(facts.kinds.into_iter().collect::<Vec<_>>(), [("opted-out", 1)]);
    assert_eq!(report.events, 1);
}

#[test]
fn a_breach_among_declared_facts_is_none_but_does_not_go_unnoticed() {
    let report = followed([DECLARED, OPTED_OUT, SENT, START]);
    assert_eq!((report.breaches.len(), report.events), (0, 0));
    let stands = promise(&report, OPT_OUT);
    assert_eq!((stands.verdict, stands.triggered), (Verdict::Undecided, 0));
    assert_eq!(stands.doubts, [Doubt::DeclaredBreach]);
    let facts = report.declared.as_ref().unwrap();
    assert_eq!(facts.would_break, 2);
    assert!(brief(&facts.breaches).contains(&(OPT_OUT, "sending-stops", 3)), "{facts:?}");
    assert_eq!(promise(&report, "F13.no-sale").verdict, Verdict::NoBreach);
    assert_eq!(report.verdict(), Verdict::Undecided);
}

#[test]
fn duties_that_begin_in_declared_facts_are_judged_once_the_log_has_started() {
    let open = followed([DECLARED, WITHDREW, r#"{"at":10,"mark":"start"}"#]);
    assert_eq!(promise(&open, "F30.processed-in-time").pending[0].due_ms, 172_800_000);
    let missed = followed([DECLARED, WITHDREW, r#"{"at":10,"mark":"start"}"#, SENT]);
    assert!(brief(&missed.breaches).contains(&("F30.processed-in-time", "processed", 3)));
    let before = followed([DECLARED, WITHDREW, START, SENT]);
    assert!(!brief(&before.breaches).iter().any(|(id, ..)| *id == "F30.processed-in-time"));
    let doubts = &promise(&before, "F30.processed-in-time").doubts;
    assert_eq!(doubts.as_slice(), [Doubt::DeclaredBreach], "it was missed before the log started");
}

#[test]
fn a_start_without_an_end_of_the_facts_decides_nothing() {
    let report = followed([DECLARED, OPTED_OUT]);
    assert!(report.promises.iter().all(|promise| promise.doubts.contains(&Doubt::StartOpen)));
    assert_eq!(report.verdict(), Verdict::Undecided);
}

#[test]
fn a_mark_has_its_place() {
    let refused = |lines: &[&str], last: &str| {
        let mut monitor = Monitor::new(None);
        lines.iter().for_each(|line| monitor.feed(line).unwrap());
        monitor.feed(last).unwrap_err()
    };
    assert_eq!(refused(&[COMPLETE], START), Refusal::StrayMark { again: false });
    assert_eq!(refused(&[], START), Refusal::StrayMark { again: false });
    assert_eq!(refused(&[DECLARED, START], START), Refusal::StrayMark { again: true });
    assert_eq!(refused(&[DECLARED, OPTED_OUT], DECLARED), Refusal::HeaderNotFirst);
    let early = Refusal::TimeGoesBack { at_ms: 1, now_ms: 200_000_000 };
    assert_eq!(refused(&[DECLARED, START], OPTED_OUT), early);
}

#[test]
fn no_line_moves_in_among_the_facts_for_the_sake_of_order() {
    let mut monitor = Monitor::new(None).reordering(u64::MAX);
    for line in [DECLARED, OPTED_OUT, START] {
        monitor.feed(line).unwrap();
    }
    let sent = SENT.replace("200000000", "199999999");
    let early = Refusal::BeforeStart { at_ms: 199_999_999, starts_ms: 200_000_000 };
    assert_eq!(monitor.feed(&sent), Err(early));
    monitor.feed(SENT).unwrap();
    monitor.end();
    assert_eq!(promise(&monitor.report(), OPT_OUT).breaches, 1);
}

#[test]
fn a_case_that_comes_again_once_its_time_has_passed_keeps_its_name() {
    let report = followed([COMPLETE, WITHDREW, &WITHDREW.replace(r#""at":5"#, r#""at":200000000"#)]);
    assert_eq!(promise(&report, "F30.processed-in-time").pending[0].subject, "w");
}

/// What a breach says, its lines numbered by their place among the observations, from 0.
fn told(breach: &BreachFound, place: impl Fn(u64) -> u64) -> (String, u64, String, Vec<u64>) {
    let part = format!("{}/{}", breach.promise, breach.failed);
    (part, breach.at_ms, breach.subject.clone(), breach.because.iter().map(|line| place(*line)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_observed_can_be_declared_and_what_follows_is_judged_alike(log in lines::log(), cut in 0..60usize) {
        let mut log = log;
        log.sort_by_key(|(at, ..)| *at);
        let cut = cut.min(log.len());
        // The log proper starts with the line after the cut, or with the last of the facts.
        let starts_ms = log.get(cut).or(log.last()).map_or(0, |(at, ..)| *at);
        let lines: Vec<String> = log.iter().map(|(at, sort, person)| lines::line(*at, *sort, *person)).collect();
        let (facts, rest) = lines.split_at(cut);
        let mark = format!(r#"{{"at":{starts_ms},"mark":"start"}}"#);

        let all = followed([COMPLETE].into_iter().chain(lines.iter().map(String::as_str)));
        let declared = [DECLARED].into_iter().chain(facts.iter().map(String::as_str));
        let found = followed(declared.chain([mark.as_str()]).chain(rest.iter().map(String::as_str)));

        let after = |breach: &&BreachFound| if breach.missed {
            breach.at_ms >= starts_ms
        } else {
            breach.line > cut as u64 + 1
        };
        let ought: Vec<_> = all.breaches.iter().filter(after).map(|b| told(b, |line| line - 2)).collect();
        let place = |line: u64| if line <= cut as u64 + 1 { line - 2 } else { line - 3 };
        let is: Vec<_> = found.breaches.iter().map(|b| told(b, place)).collect();
        prop_assert_eq!(&is, &ought);
        let before = all.breaches.len() - ought.len();
        prop_assert_eq!(found.declared.unwrap().would_break, before as u64, "none goes unnoticed");
        for (is, ought) in found.promises.iter().zip(&all.promises) {
            prop_assert_eq!(&is.pending, &ought.pending);
        }
    }
}
