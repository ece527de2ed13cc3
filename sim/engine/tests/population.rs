//! Simulating a population: one oracle serves both clocks, the same seed gives the same, and cases never collide.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use vouchsafe_alphabet::trace::{self, Entry, Header, Start};
use vouchsafe_alphabet::{Observation as O, Word};
use vouchsafe_engine::population::{Plan, Population, PopulationNames, Sink, Tally};
use vouchsafe_engine::{Scope, agreement, network, shipped};
use vouchsafe_monitor::{Breach, Monitor, Verdict};
use vouchsafe_system::{Defect, Defects};

const DAY_MS: u64 = 86_400_000;

#[derive(Default)]
struct Kept {
    log: Vec<(u64, O)>,
    breaches: Vec<Breach>,
}

impl Sink for Kept {
    fn entry(&mut self, entry: &Entry) {
        if let Entry::Saw(at_ms, saw) = entry {
            self.log.push((*at_ms, *saw));
        }
    }
    fn breach(&mut self, breach: &Breach) {
        self.breaches.push(breach.clone());
    }
}

fn simulate(scope: &Scope, households: u32, days: u64, seed: u64) -> (Kept, Tally, Vec<u64>) {
    let mut kept = Kept::default();
    let plan = Plan { households, duration_ms: days * DAY_MS, seed, ..Plan::default() };
    let network = network::named("lossy-home").unwrap();
    let mut population = Population::new(scope, &network, plan, &mut kept);
    while population.step(&mut kept) {}
    let triggered = population.follower().triggered().to_vec();
    (kept, population.tally.clone(), triggered)
}

fn household() -> Scope {
    shipped::named("household").unwrap()
}

/// What no population shows, and why.
const ELSEWHERE: [(&str, &str); 4] = [
    ("F28.unregistered-tells-nothing", "what TVs are sampled for is a stream, of which nobody keeps records"),
    (
        "F34.change-is-announced",
        "a version is for everybody, and each household has a vendor of its own here",
    ),
    (
        "F34.practice-follows-terms",
        "a version is for everybody, and each household has a vendor of its own here",
    ),
    (
        "F35.consent-sought-again",
        "a version is for everybody, and each household has a vendor of its own here",
    ),
];

#[test]
fn an_honest_population_breaks_nothing_and_reaches_every_trigger() {
    let promises = vouchsafe_oracle::promises::all::<vouchsafe_oracle::mode::Following>();
    let mut idle: BTreeSet<&str> = promises.iter().map(|promise| promise.id).collect();
    for (id, why) in ELSEWHERE {
        assert!(idle.remove(id) && !why.is_empty(), "there is no promise {id}");
    }
    for (name, seed) in ["household", "customers", "abroad"]
        .into_iter()
        .flat_map(|name| (7..27).map(move |seed| (name, seed)))
    {
        if idle.is_empty() {
            break;
        }
        let (kept, tally, triggered) = simulate(&shipped::named(name).unwrap(), 60, 20, seed);
        assert_eq!(kept.breaches, [], "{name} {seed}");
        assert!(tally.observations > 10_000 && tally.now_ms == 20 * DAY_MS, "{name} {seed}: {tally:?}");
        for (promise, count) in promises.iter().zip(triggered) {
            let excepted = ELSEWHERE.iter().any(|(id, _)| *id == promise.id);
            assert!(count == 0 || !excepted, "{name}: {} is triggered, so it is no exception", promise.id);
            if count > 0 {
                idle.remove(promise.id);
            }
        }
    }
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn the_same_seed_gives_the_same_and_another_does_not() {
    let (one, ..) = simulate(&household(), 5, 10, 3);
    let (same, ..) = simulate(&household(), 5, 10, 3);
    let (other, ..) = simulate(&household(), 5, 10, 4);
    assert_eq!(one.log, same.log);
    assert_ne!(one.log, other.log);
}

#[test]
fn case_ids_never_collide() {
    let (kept, ..) = simulate(&household(), 80, 20, 5);
    let (mut pressed, mut withdrew) = (BTreeSet::new(), BTreeSet::new());
    for (_, saw) in &kept.log {
        if let O::Pressed { command, .. } = saw {
            assert!(pressed.insert(command.0), "{command:?} was pressed twice");
        }
        if let O::Withdrew { request, .. } = saw {
            assert!(withdrew.insert(request.0), "{request:?} was made twice");
        }
    }
    assert!(pressed.len() > 100 && withdrew.len() > 100);
}

/// The lines of a log as a file has them.
fn lines(scope: &Scope, kept: &Kept) -> Vec<String> {
    let mut header = Header { start: Start::Complete, rules: scope.judged.clone(), ..Header::default() };
    header.manifest.schema = trace::SCHEMA.into();
    let names = PopulationNames(&scope.names);
    let mut lines = vec![serde_json::to_string(&header).unwrap()];
    lines.extend(kept.log.iter().map(|(at_ms, saw)| trace::write(&Entry::Saw(*at_ms, *saw), &names)));
    lines
}

#[test]
fn simulator_monitor_and_naive_evaluator_agree_with_and_without_defects() {
    for defect in
        [None, Some(Defect::TvKeepsReporting), Some(Defect::ReplicaSurvives), Some(Defect::NoDuplicateFilter)]
    {
        let mut scope = household();
        scope.setup.defects = defect.map(Defects::one).unwrap_or_default();
        let (kept, ..) = simulate(&scope, 2, 6, 11);
        let until = 6 * DAY_MS;
        let (oracle, naive) = agreement::differences(&scope.judged, &kept.log, Some(until));
        assert!(oracle.is_empty() && naive.is_empty(), "{defect:?}: {oracle:?} {naive:?}");
        let mut monitor = Monitor::new(None);
        for line in lines(&scope, &kept) {
            monitor.feed(&line).unwrap();
        }
        monitor.advance(until);
        let report = monitor.report();
        let promises = vouchsafe_oracle::promises::all::<vouchsafe_oracle::mode::Following>();
        let simulated = kept.breaches.iter().map(|breach| {
            let promise = &promises[breach.promise];
            (promise.id.to_owned(), promise.parts[breach.part].name, breach.at_ms)
        });
        let monitored =
            report.breaches.iter().map(|breach| (breach.promise.to_owned(), breach.failed, breach.at_ms));
        assert_eq!(simulated.collect::<BTreeSet<_>>(), monitored.collect::<BTreeSet<_>>(), "{defect:?}");
        let row = defect.map(Defect::row);
        for breach in &report.breaches {
            assert!(
                row.is_some_and(|row| row.breaks.contains(&breach.promise)),
                "{defect:?} breaks {breach:?}"
            );
        }
        assert_eq!(report.verdict() == Verdict::Breached, !kept.breaches.is_empty());
    }
    assert!(Defect::ALL.len() > 40);
}

#[test]
fn the_monitor_holds_subjects_and_open_cases_and_not_the_log() {
    let held = |days| {
        let scope = household();
        let (kept, ..) = simulate(&scope, 4, days, 9);
        let mut monitor = Monitor::new(None);
        for line in lines(&scope, &kept) {
            monitor.feed(&line).unwrap();
        }
        (monitor.held(), kept.log.len())
    };
    let ((books, names), events) = held(20);
    let ((later_books, later_names), later_events) = held(160);
    assert!(later_events > 6 * events, "{events} {later_events}");
    assert!(
        later_books < books + 40 && later_names < names + 40,
        "{books} {later_books}, {names} {later_names}"
    );
}
