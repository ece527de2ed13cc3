//! Any sequence of observations is judged without a panic, and more lines take no breach back.

use crate::keeping::*;
use crate::lines::*;
use crate::lines_incidents::of_incidents;
use crate::lines_of_terms::of_terms;
use crate::lines_places::of_places;
use crate::lines_web::*;
use crate::logs::*;
use proptest::prelude::*;
use proptest::sample::select;
use vouchsafe_alphabet::readings;
use vouchsafe_naive::{PROMISES, Report, judge};

/// Lines mostly of one kind, so that they meet, in steps that often end on a deadline.
fn log(lines_max: usize) -> impl Strategy<Value = Vec<Timed>> {
    select(&[0usize, 0, 0, 1, 2, 3, 4, 4, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16][..])
        .prop_flat_map(move |theme| {
            let weight = |kind| if kind == theme { 24 } else { 1 };
            let line = prop_oneof![
                weight(0) => of_parties(),
                weight(1) => of_tvs(),
                weight(2) => of_records(),
                weight(3) => of_wishes(),
                weight(4) => of_recipients(),
                weight(4) => of_grounds(),
                weight(5) => of_devices(),
                weight(6) => of_permissions(),
                weight(7) => of_terms(),
                weight(8) => of_contents(),
                weight(9) => of_keeping(),
                weight(10) => of_the_web(),
                weight(11) => of_links(),
                weight(12) => of_third_parties(),
                weight(13) => of_inquiries(),
                weight(14) => of_limits(),
                weight(15) => of_incidents(),
                weight(16) => of_places(),
            ];
            proptest::collection::vec((select(&[0u64, 0, 1, 4, 10, 13][..]), line), 0..lines_max)
        })
        .prop_map(|steps| {
            let times = steps.iter().scan(0, |now, (step, _)| {
                *now += step;
                Some(*now)
            });
            times.zip(steps.iter().map(|(_, seen)| *seen)).collect()
        })
}

/// Rules with any choice for each reading, and with or without a time between notice and change.
fn any_rules() -> impl Strategy<Value = Rules> {
    let choices = proptest::collection::vec(0usize..3, readings::ALL.len());
    (choices, 0u32..2).prop_map(|(choices, lead)| {
        let mut rules = rules();
        rules.deadlines.notice_lead = lead;
        for (reading, choice) in readings::ALL.iter().zip(choices) {
            if let Some(choice) = reading.choices.get(choice) {
                rules.readings.set(reading.name, choice.name);
            }
        }
        rules
    })
}

/// Whether all that the report says is about promises, parts and witnesses that there are.
fn is_about_promises(report: &Report) -> bool {
    let parts = report.breaches.iter().all(|finding| {
        PROMISES.iter().any(|(id, parts, _)| *id == finding.promise && parts.contains(&finding.part))
    });
    let witnesses = report
        .witnessed
        .iter()
        .all(|(promise, witness)| PROMISES.iter().any(|(id, _, all)| id == promise && all.contains(witness)));
    parts && witnesses && report.breaches.iter().all(|finding| report.triggered.contains(finding.promise))
}

proptest! {
    #[test]
    fn any_log_is_judged_and_a_prefix_breaks_nothing_more(
        rules in any_rules(), log in log(40), cut in 0usize..40, more in 0u64..60,
    ) {
        let end = log.last().map_or(0, |line| line.0);
        let whole = judge(&rules, &log, None);
        prop_assert!(is_about_promises(&whole));
        let later = judge(&rules, &log, Some(end + more));
        prop_assert!(whole.breaches.is_subset(&later.breaches));
        // What is pending is due no earlier than the end, and is judged or still pending later.
        prop_assert!(whole.pending.iter().all(|(_, due, ..)| *due >= end));
        prop_assert!(later.pending.iter().all(|(_, due, ..)| *due >= end + more));

        let prefix = log.get(..cut.min(log.len())).unwrap_or(&log);
        let part = judge(&rules, prefix, None);
        prop_assert!(part.breaches.is_subset(&whole.breaches));
        prop_assert!(part.triggered.is_subset(&whole.triggered));
        prop_assert!(part.witnessed.is_subset(&whole.witnessed));
    }
}

#[test]
fn an_empty_log_says_nothing() {
    assert_eq!(judge(&rules(), &[], Some(1000)), Report::default());
}

#[test]
fn random_logs_reach_every_part_and_every_witness() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut broken, mut reached) = (Pieces::new(), Pieces::new());
    for number in 1..=LOGS_MAX {
        let log = log(120).new_tree(&mut runner).unwrap().current();
        let rules = any_rules().new_tree(&mut runner).unwrap().current();
        let report = judge(&rules, &log, None);
        broken.extend(report.breaches.iter().map(|finding| (finding.promise, finding.part)));
        reached.extend(report.witnessed);
        if number % 500 == 0 && unseen(&broken, &reached).is_empty() {
            return;
        }
    }
    panic!("{LOGS_MAX} random logs never showed {}", unseen(&broken, &reached).join(", "));
}

/// Random logs that are judged at the most before what they have not shown counts as out of their reach.
const LOGS_MAX: usize = 40_000;

type Pieces = std::collections::BTreeSet<(&'static str, &'static str)>;

/// Parts that were never broken and witnesses that were never seen.
fn unseen(broken: &Pieces, reached: &Pieces) -> Vec<String> {
    let pieces = PROMISES.iter().flat_map(|(promise, parts, witnesses)| {
        let parts = parts.iter().filter(|part| !broken.contains(&(*promise, **part)));
        let witnesses = witnesses.iter().filter(|witness| !reached.contains(&(*promise, **witness)));
        parts.chain(witnesses).map(move |piece| format!("{promise}/{piece}"))
    });
    pieces.collect()
}
