//! The judge: every promise at every moment, each time from the whole past.

use crate::history::{Past, Timed};
use crate::promise::{ALL, Promise, Seen};
use std::collections::BTreeSet;
use vouchsafe_alphabet::{Holder, Rules, Sort};

/// When something was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// At the line with this index in the log.
    Line(usize),
    /// At the end of the last lawful instant of a duty.
    InstantEnd {
        /// That instant, in milliseconds.
        due_ms: u64,
        /// The sort of the duty's subject.
        sort: Sort,
        /// The id of the duty's subject.
        id: u32,
    },
}

/// A breach: a part of a promise that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Finding {
    /// The promise.
    pub promise: &'static str,
    /// The part of its condition that failed.
    pub part: &'static str,
    /// When it failed.
    pub moment: Moment,
}

/// What a log shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The promises whose trigger held at some moment.
    pub triggered: BTreeSet<&'static str>,
    /// The witnesses that were reached, each with its promise.
    pub witnessed: BTreeSet<(&'static str, &'static str)>,
    /// The breaches.
    pub breaches: BTreeSet<Finding>,
    /// The duties that are open at the end: promise, last lawful millisecond, subject.
    pub pending: BTreeSet<(&'static str, u64, Sort, u32)>,
}

/// Judges a log whose times do not decrease.
///
/// Time ends with the last line or at `until_ms`, whichever is later; a duty that is due no earlier than
/// that is pending.
pub fn judge(rules: &Rules, log: &[Timed], until_ms: Option<u64>) -> Report {
    let end = log.last().map_or(0, |(at, _)| *at).max(until_ms.unwrap_or(0));
    let whole = Past { rules, log, now: end };
    let mut report = Report::default();
    for promise in ALL {
        for (index, _, seen) in whole.lines() {
            weigh(promise, whole.before(index), Seen::Line(seen), Moment::Line(index), &mut report);
        }
        let Some(duty) = &promise.duty else { continue };
        for id in subjects(whole, duty.sort) {
            for due_ms in instants(whole).into_iter().filter(|due| *due < end) {
                let then = whole.end_of(due_ms);
                if (duty.open)(then, id) == Some(due_ms) {
                    let moment = Moment::InstantEnd { due_ms, sort: duty.sort, id };
                    weigh(promise, then, Seen::End(id), moment, &mut report);
                }
            }
            if let Some(due) = (duty.open)(whole, id) {
                report.pending.insert((promise.id, due, duty.sort, id));
            }
        }
    }
    report
}

/// Asks one promise about one moment.
fn weigh(promise: &Promise, past: Past<'_>, seen: Seen, moment: Moment, report: &mut Report) {
    let triggered = (promise.trigger)(past, seen);
    if triggered {
        report.triggered.insert(promise.id);
    }
    let failed: Vec<_> = promise.parts.iter().filter(|(_, holds)| triggered && !holds(past, seen)).collect();
    for (part, _) in &failed {
        report.breaches.insert(Finding { promise: promise.id, part, moment });
    }
    if failed.is_empty() {
        for (witness, _) in promise.witnesses.iter().filter(|(_, reached)| reached(past, seen)) {
            report.witnessed.insert((promise.id, witness));
        }
    }
}

/// Everything of this sort that a line is about.
fn subjects(whole: Past<'_>, sort: Sort) -> BTreeSet<u32> {
    // The vendor is there whether or not a line names it.
    let vendor = (sort == Sort::Holder).then_some(Holder::VENDOR.0);
    whole.lines().filter_map(|(.., seen)| seen.first(sort)).chain(vendor).collect()
}

/// Every instant at which any duty might be due: each deadline from each line, or from the expiry of a
/// business ground that arose at it.
fn instants(whole: Past<'_>) -> BTreeSet<u64> {
    let units = &whole.rules.deadlines;
    let local: Vec<u32> = whole.rules.subject_requests.values().copied().collect();
    let expiry = |at| whole.due(at, units.business_ground);
    let starts = whole.lines().flat_map(|(_, at, _)| [at, expiry(at)]);
    starts
        .flat_map(|start| {
            [
                units.withdrawal,
                units.retention,
                units.inference.saturating_add(units.retention),
                units.minor_removal,
                units.classification,
                units.security_review,
                units.policy_review,
                units.subject_request,
                units.subject_request_home,
                units.user_report,
            ]
            .into_iter()
            .chain(local.iter().copied())
            .map(move |n| whole.due(start, n))
            .collect::<Vec<_>>()
        })
        .collect()
}
