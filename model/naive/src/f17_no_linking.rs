//! F17: the web log stays apart from all else, and analytics from what people hand over.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use crate::record::{all_known, known};
use vouchsafe_alphabet::Observation::{Collected, Deidentified, Linked, LogWritten, Purged};
use vouchsafe_alphabet::data::Detail;
use vouchsafe_alphabet::readings::{AnalyticsReach, LogLinkage};
use vouchsafe_alphabet::{Category, Holder, Observation, Person, Record, Set, Source};

/// Fields that tell who somebody is.
const NAMES: [Detail; 4] = [Detail::AccountId, Detail::Profile, Detail::EmailAddress, Detail::Contact];

/// No link joins a log line with anything but lines, or analytics with what people hand over, over however many
/// records; and neither has anything in it that does so by itself (CKT-07, CKT-13).
pub(crate) const NO_LINKING: Promise = Promise {
    id: "F17.no-linking",
    trigger: |past, seen| {
        new_link(past, seen).is_some()
            || line(past, seen).is_some()
            || payload(past, seen).is_some()
            || shares_address(past, seen)
    },
    parts: &[
        ("log-stays-apart", |past, seen| {
            !brings_together(past, seen, |one, other| one.is_log() && !other.is_log())
        }),
        ("analytics-stay-apart", |past, seen| {
            let any = past.rules.readings.analytics_reach == AnalyticsReach::Any;
            !brings_together(past, seen, |one, other| {
                one.is_analytics() && !other.is_analytics() && (any || other.submitted)
            })
        }),
        ("line-names-nobody", |past, seen| {
            line(past, seen).is_none_or(|details| {
                let naming = [Detail::DeviceId, Detail::MacAddress];
                !details.meets(Set::of(&NAMES)) && !details.meets(Set::of(&naming))
            })
        }),
        ("payload-names-nobody", |past, seen| {
            payload(past, seen)
                .is_none_or(|details| !details.meets(Set::of(&NAMES)) && !details.has(Detail::Text))
        }),
        ("no-shared-key", |past, seen| {
            past.rules.readings.log_linkage != LogLinkage::Linkable || !shares_address(past, seen)
        }),
    ],
    witnesses: &[
        ("lines-joined", |past, seen| {
            new_link(past, seen).is_some_and(|(one, other)| one.is_log() && other.is_log())
        }),
        ("analytics-joined", |past, seen| {
            new_link(past, seen).is_some_and(|(one, other)| one.is_analytics() != other.is_analytics())
        }),
        ("line-taken-down", |past, seen| line(past, seen).is_some()),
        ("analytics-taken-down", |past, seen| payload(past, seen).is_some()),
    ],
    duty: None,
};

/// A record as something that can be linked, from the line with which it came to be what it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Node {
    record: Record,
    begun: usize,
    category: Category,
    submitted: bool,
}

impl Node {
    fn is_log(self) -> bool {
        self.category == Category::WebLog
    }
    fn is_analytics(self) -> bool {
        self.category == Category::Analytics
    }
}

fn takes_down(seen: Observation, r: Record) -> bool {
    matches!(seen, Collected { record, .. } if record == r)
        || matches!(seen, LogWritten { record: Some(record), .. } if record == r)
}

/// What the record is, while it is anything: a line of the log that is not purged, or what was last collected.
fn node(past: Past<'_>, record: Record) -> Option<Node> {
    let (begun, _, latest) = past.lines().rev().find(|(.., seen)| takes_down(*seen, record))?;
    if let LogWritten { .. } = latest {
        let by = Holder::VENDOR;
        let purged = past.after(begun, |seen| {
            seen == Purged { record, by } || seen == Deidentified { record, by, attributable: false }
        });
        return (!purged).then_some(Node { record, begun, category: Category::WebLog, submitted: false });
    }
    let now = known(past, record)?;
    let submitted = now.source == Source::Submitted;
    // Of the same person and category it goes on being what it was, links and all.
    let then = past.before(begun);
    let was_collected = !then.lines().rev().find(|(.., seen)| takes_down(*seen, record)).is_some_and(is_line);
    let before = node(then, record).filter(|older| {
        let same_person = known(then, record).is_some_and(|it| it.person == now.person);
        was_collected && same_person && older.category == now.category
    });
    let begun = before.map_or(begun, |older| older.begun);
    Some(Node { record, begun, category: now.category, submitted })
}

fn is_line((.., seen): (usize, u64, Observation)) -> bool {
    matches!(seen, LogWritten { .. })
}

/// Every pair of records that was linked while both were something, as the lines by which they came to be it.
fn links(past: Past<'_>) -> Vec<[(Record, usize); 2]> {
    past.lines()
        .filter_map(|(index, _, seen)| {
            let Linked { record, with } = seen else { return None };
            let then = past.before(index);
            let (one, other) = (node(then, record)?, node(then, with)?);
            (record != with).then_some([(record, one.begun), (with, other.begun)])
        })
        .collect()
}

/// Everything that still is something and hangs together with this, itself included.
fn together(past: Past<'_>, first: Node) -> Vec<Node> {
    let links = links(past);
    let mut found = vec![(first.record, first.begun)];
    loop {
        let reached = |it: &(Record, usize)| found.contains(it);
        let new = links.iter().find_map(|[one, other]| match (reached(one), reached(other)) {
            (true, false) => Some(*other),
            (false, true) => Some(*one),
            (true, true) | (false, false) => None,
        });
        let Some(new) = new else { break };
        found.push(new);
    }
    let alive = |(record, begun): (Record, usize)| node(past, record).filter(|it| it.begun == begun);
    found.into_iter().filter_map(alive).collect()
}

/// Two records that were not linked before and are by this.
fn new_link(past: Past<'_>, seen: Seen) -> Option<(Node, Node)> {
    let Linked { record, with } = seen.line()? else { return None };
    let (one, other) = (node(past, record)?, node(past, with)?);
    (record != with && !together(past, one).contains(&other)).then_some((one, other))
}

/// Whether this link brings something that is ours to keep apart together with something that it is to be kept
/// from.
fn brings_together(past: Past<'_>, seen: Seen, barred: impl Fn(Node, Node) -> bool) -> bool {
    new_link(past, seen).is_some_and(|(one, other)| {
        let (here, there) = (together(past, one), together(past, other));
        let meets = |kept: &[Node], met: &[Node]| {
            kept.iter().filter(|it| ours(past, **it)).any(|it| met.iter().any(|to| barred(*it, *to)))
        };
        meets(&here, &there) || meets(&there, &here)
    })
}

/// Whether it is a line of the vendor's log, or somebody on our side has a copy.
fn ours(past: Past<'_>, it: Node) -> bool {
    let written = past.lines().nth(it.begun).is_some_and(is_line);
    written || known(past, it.record).is_some_and(|record| record.held(past, |h| past.controlled(h)))
}

fn taken(past: Past<'_>, seen: Seen, c: Category) -> Option<Set<Detail>> {
    if let Collected { category, by, details, .. } = seen.line()?
        && category == c
        && past.controlled(by)
    {
        Some(details.unwrap_or(Set::EMPTY))
    } else {
        None
    }
}

/// What is in the log line that this is.
fn line(past: Past<'_>, seen: Seen) -> Option<Set<Detail>> {
    if let LogWritten { details, .. } = seen.line()? {
        Some(details)
    } else {
        taken(past, seen, Category::WebLog)
    }
}

/// What is in the analytics that these are.
fn payload(past: Past<'_>, seen: Seen) -> Option<Set<Detail>> {
    taken(past, seen, Category::Analytics)
}

fn logs_address(seen: Observation, p: Person) -> bool {
    matches!(seen, LogWritten { person, details, .. } if person == p && details.has(Detail::Ip))
}

/// Whether by this an address of a person lies both in the log and in network information.
fn shares_address(past: Past<'_>, seen: Seen) -> bool {
    let Some(line) = seen.line() else { return false };
    if let Collected { person, category: Category::NetworkInfo, by, .. } = line {
        return past.controlled(by) && past.ever(|older| logs_address(older, person));
    }
    let LogWritten { person, .. } = line else { return false };
    logs_address(line, person)
        && all_known(past).any(|it| it.person == person && it.category == Category::NetworkInfo)
}
