//! Any sequence of observations is judged without a panic, and more lines take no breach back.

use crate::logs::*;
use proptest::prelude::*;
use proptest::sample::select;
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::readings;
use vouchsafe_naive::{PROMISES, Report, judge};

fn word<W: Word + std::fmt::Debug>() -> impl Strategy<Value = W> {
    select(W::ALL)
}
fn person() -> impl Strategy<Value = Person> {
    select(&[ANN, BOB][..])
}
/// Somebody who may be a guardian of Ann.
fn guardian() -> impl Strategy<Value = Person> {
    select(&[BOB, Person(3)][..])
}
fn holder() -> impl Strategy<Value = Holder> {
    (0u32..3).prop_map(Holder)
}
fn id() -> impl Strategy<Value = u32> {
    0u32..2
}
/// Few categories, so that lines meet.
fn category() -> impl Strategy<Value = Category> {
    select(&[STATUS, Category::Account, Category::Command][..])
}
fn purpose() -> impl Strategy<Value = Option<Purpose>> {
    select(&[None, MARKETING, Some(Purpose::Provide)][..])
}

fn of_parties() -> impl Strategy<Value = Observation> {
    prop_oneof![
        (person(), word(), any::<bool>()).prop_map(|(person, law, minor)| Resides {
            person,
            law,
            minor,
            place: None
        }),
        (holder(), word(), any::<bool>())
            .prop_map(|(by, class, for_vendor)| introduced(by, class, for_vendor)),
        (holder(), holder(), word(), id()).prop_map(|(by, to, worth, k)| paid(by, to, worth, k)),
        id().prop_map(figures),
        proptest::option::of(id()).prop_map(custody_moved),
        (person(), holder(), word()).prop_map(|(person, to, channel)| CorporateNotice {
            person,
            to,
            channel
        }),
        id().prop_map(|t| TookEffect { terms: Terms(t) }),
        (person(), id()).prop_map(|(person, t)| Accepted { person, terms: Terms(t) }),
        (person(), id()).prop_map(|(person, t)| AcceptanceTaken { person, terms: Terms(t) }),
    ]
}

fn of_tvs() -> impl Strategy<Value = Observation> {
    prop_oneof![
        person().prop_map(opened),
        (id(), person()).prop_map(|(tv, person)| bound(tv, person)),
        (id(), person()).prop_map(|(tv, person)| unbound(tv, person)),
        (id(), person()).prop_map(|(tv, person)| shared(tv, person)),
        (id(), id()).prop_map(|(mac, device)| manufactured(mac, device)),
        (id(), id(), id()).prop_map(|(tv, mac, device)| carries(tv, mac, device)),
        (id(), id(), id(), any::<bool>())
            .prop_map(|(tv, mac, device, passed)| checked(tv, mac, device, passed)),
        (id(), person(), id()).prop_map(|(c, person, tv)| pressed(c, person, tv)),
        (id(), id(), word()).prop_map(|(c, tv, route)| transmitted(c, tv, route)),
        (id(), id(), select(&[Key::VolumeUp, Key::AudioOn][..]), word())
            .prop_map(|(c, tv, key, route)| executed(c, tv, key, route)),
        id().prop_map(failed),
        id().prop_map(closed),
        (proptest::option::of(id()), person(), holder())
            .prop_map(|(c, person, by)| command_recorded(c, person, by)),
    ]
}

fn of_records() -> impl Strategy<Value = Observation> {
    prop_oneof![
        2 => (id(), person(), category(), holder(), word()).prop_map(|(r, p, c, by, source)| collected(r, p, c, by, source)),
        1 => (id(), holder()).prop_map(|(r, to)| copied(r, to)),
        1 => (id(), holder()).prop_map(|(r, by)| purged(r, by)),
        1 => (id(), holder(), any::<bool>())
            .prop_map(|(r, by, attributable)| Deidentified { record: Record(r), by, attributable }),
        1 => id().prop_map(purpose_ended),
        1 => id().prop_map(inferred),
        1 => (id(), word()).prop_map(|(r, ground)| arose(r, ground)),
        1 => (id(), word()).prop_map(|(r, ground)| ended(r, ground)),
        1 => (person(), word(), holder()).prop_map(|(p, purpose, by)| used(p, purpose, by)),
        1 => (holder(), proptest::option::of(id())).prop_map(|(to, k)| disclosed(to, k)),
    ]
}

fn of_wishes() -> impl Strategy<Value = Observation> {
    prop_oneof![
        (any::<bool>(), word(), purpose())
            .prop_map(|(mandatory, verb, purpose)| asked(mandatory, verb, purpose)),
        (word(), word(), word()).prop_map(|(form, verb, answer)| answered_in(form, verb, answer)),
        id().prop_map(reports_status),
        (word(), word()).prop_map(|(answer, form)| marketing_answer(answer, form)),
        (id(), word()).prop_map(|(q, verb)| withdrew(q, verb)),
        id().prop_map(processed),
        (id(), word()).prop_map(|(q, verb)| law_demands(q, verb)),
        id().prop_map(law_demand_ended),
        (word(), word(), any::<bool>()).prop_map(|(mail, channel, promotional)| messaged(
            mail,
            channel,
            promotional
        )),
        (person(), word()).prop_map(|(person, channel)| OptedOut { person, channel }),
        (person(), word()).prop_map(|(person, mail)| StoppedMail { person, mail, channel: Channel::Email }),
        person().prop_map(|person| AgeLearned { person }),
        guardian().prop_map(guardian_of_ann),
        (guardian(), id()).prop_map(|(other, q)| reported_by(other, q)),
        (guardian(), category()).prop_map(|(other, category)| approved_by(other, category)),
        (person(), word()).prop_map(|(person, service)| Subscribed { person, service, renewal: true }),
        (person(), word()).prop_map(|(person, service)| SubscriptionEnded { person, service }),
    ]
}

/// Lines mostly of one kind, so that they meet, in steps that often end on a deadline.
fn log(lines_max: usize) -> impl Strategy<Value = Vec<Timed>> {
    (0usize..4)
        .prop_flat_map(move |theme| {
            let weight = |kind| if kind == theme { 12 } else { 1 };
            let line = prop_oneof![
                weight(0) => of_parties(),
                weight(1) => of_tvs(),
                weight(2) => of_records(),
                weight(3) => of_wishes(),
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

/// Rules with any choice for each reading.
fn any_rules() -> impl Strategy<Value = Rules> {
    proptest::collection::vec(0usize..3, readings::ALL.len()).prop_map(|choices| {
        let mut rules = rules();
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
    let (mut broken, mut reached) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    for _ in 0..6000 {
        let log = log(120).new_tree(&mut runner).unwrap().current();
        let rules = any_rules().new_tree(&mut runner).unwrap().current();
        let report = judge(&rules, &log, None);
        broken.extend(report.breaches.iter().map(|finding| (finding.promise, finding.part)));
        reached.extend(report.witnessed);
    }
    for (promise, parts, witnesses) in PROMISES {
        for part in *parts {
            assert!(broken.contains(&(*promise, *part)), "{promise}/{part} was never broken");
        }
        for witness in *witnesses {
            assert!(reached.contains(&(*promise, *witness)), "{promise}/{witness} was never reached");
        }
    }
}
