//! F33: a known minor is left alone, and a guardian's report removes what the minor gave unapproved.

use crate::history::Past;
use crate::promise::{Duty, Promise, Seen};
use crate::record::{Known, all_known, known};
use vouchsafe_alphabet::Observation::{
    AgeLearned, Asked, Collected, Copied, GroundEnded, GuardianApproved, GuardianOf, GuardianReported,
    Messaged, Purged, Subscribed, SubscriptionEnded,
};
use vouchsafe_alphabet::readings::{Minor, MinorData};
use vouchsafe_alphabet::{
    Categories, Category, Ground, Observation, Person, Purpose, Service, Sort, Source, Verb, Word,
};

/// From a known minor nothing is required or sought, and no marketing is offered (MIN-02, MIN-03, MIN-04).
pub(crate) const KNOWN_MINOR_LEFT_ALONE: Promise = Promise {
    id: "F33.known-minor-left-alone",
    trigger: |past, seen| approached(past, seen).is_some_and(|p| minor_to_vendor(past, p)),
    parts: &[
        ("nothing-required", |_, seen| !matches!(seen.line(), Some(Asked { mandatory: true, .. }))),
        ("nothing-sought", nothing_sought),
        ("no-marketing-offer", |_, seen| {
            !matches!(
                seen.line(),
                Some(
                    Asked { purpose: Some(Purpose::DirectMarketing), .. }
                        | Messaged { promotional: true, .. }
                )
            )
        }),
    ],
    witnesses: &[
        ("adult-asked", |past, seen| {
            matches!(seen.line(), Some(Asked { .. }))
                && approached(past, seen).is_some_and(|p| !minor_to_vendor(past, p))
        }),
        ("minor-still-served", |past, seen| {
            matches!(seen.line(), Some(Messaged { .. }))
                && approached(past, seen).is_some_and(|p| minor_to_vendor(past, p))
        }),
    ],
    duty: None,
};

/// By the deadline the data and the subscriptions are gone, and they do not return (MIN-05 to MIN-08).
pub(crate) const REPORT_REMOVES: Promise = Promise {
    id: "F33.report-removes",
    trigger: |past, seen| concerned(past, seen).is_some_and(|p| reported(past, p)),
    parts: &[
        ("data-gone", data_gone),
        ("subscriptions-ended", subscriptions_ended),
        ("nothing-returns", nothing_returns),
    ],
    witnesses: &[("removed", removed), ("approved-kept", approved_kept)],
    duty: Some(Duty {
        sort: Sort::Person,
        open: |past, id| {
            duty(past, Person(id)).filter(|&at| !duty_over(past, at)).map(|at| duty_due(past, at))
        },
    }),
};

/// Whether the person is a minor to the vendor: it was told so, or, by the other reading, it is so.
fn minor_to_vendor(past: Past<'_>, p: Person) -> bool {
    match past.rules.readings.minor {
        Minor::Known => {
            past.ever(|seen| matches!(seen, AgeLearned { person } if person == p)) || reported(past, p)
        }
        Minor::ActualAge => past.minor(p),
    }
}

/// Whether a guardian of the person approved that category.
fn approved(past: Past<'_>, p: Person, c: Category) -> bool {
    past.ever_then(|then, seen| approval(then, seen, p).is_some_and(|categories| categories.has(c)))
}

/// What the person's guardian approves by this.
fn approval(past: Past<'_>, seen: Observation, p: Person) -> Option<Categories> {
    if let GuardianApproved { person, other, categories } = seen
        && person == p
        && speaks_for(past, other, p)
    {
        Some(categories)
    } else {
        None
    }
}

/// Whether somebody is taken as a guardian of the person: a declared one, or anybody where none was ever
/// declared (MIN-05, MIN-08).
fn speaks_for(past: Past<'_>, g: Person, p: Person) -> bool {
    guardians(past, p).any(|declared| declared == g) || guardians(past, p).next().is_none()
}

/// Everybody who was declared a guardian of the person.
fn guardians(past: Past<'_>, p: Person) -> impl Iterator<Item = Person> {
    past.lines().filter_map(move |(.., seen)| {
        if let GuardianOf { person, other } = seen
            && person == p
        {
            Some(other)
        } else {
            None
        }
    })
}

/// The person whom the vendor's side asks, observes or writes to by this.
fn approached(past: Past<'_>, seen: Seen) -> Option<Person> {
    if let Asked { person, by, .. } | Collected { person, by, .. } | Messaged { person, by, .. } =
        seen.line()?
        && past.controlled(by)
    {
        Some(person)
    } else {
        None
    }
}

fn nothing_sought(past: Past<'_>, seen: Seen) -> bool {
    if let Some(Asked { person, verbs, categories, mandatory: false, purpose, .. }) = seen.line()
        && purpose != Some(Purpose::DirectMarketing)
        && verbs.has(Verb::Collect)
    {
        categories.iter().all(|c| approved(past, person, c))
    } else if let Some(Collected { person, category, source, .. }) = seen.line()
        && source != Source::Submitted
    {
        approved(past, person, category) || past.legal_cover(person, Verb::Collect, category, None)
    } else {
        true
    }
}

// ---- The report and its duty.

/// Whether a guardian of the person reports them by this.
fn reports(past: Past<'_>, seen: Observation, p: Person) -> bool {
    matches!(seen, GuardianReported { person, other, .. } if person == p && speaks_for(past, other, p))
}

fn reported(past: Past<'_>, p: Person) -> bool {
    past.ever_then(|then, seen| reports(then, seen, p))
}

/// Whether a legal ground to keep a record of the person, alive until now, ends by this.
fn ends_hold(past: Past<'_>, seen: Observation, p: Person) -> bool {
    if let GroundEnded { record, ground: Ground::Legal } = seen {
        known(past, record).is_some_and(|it| it.person == p && it.live(past, Ground::Legal))
    } else {
        false
    }
}

/// When the person's latest duty began: at the latest report, or end of a hold after a report (T27), unless
/// an older duty was running by then.
fn duty(past: Past<'_>, p: Person) -> Option<u64> {
    let index = past.latest_then(|then, seen| {
        reports(then, seen, p) || (ends_hold(then, seen, p) && reported(then, p))
    })?;
    let then = past.before(index);
    let running = duty(then, p).filter(|&older| !duty_over(then, older));
    Some(running.unwrap_or(then.now))
}

fn duty_over(past: Past<'_>, at: u64) -> bool {
    past.over(at, past.rules.deadlines.minor_removal)
}

fn duty_due(past: Past<'_>, at: u64) -> u64 {
    past.due(at, past.rules.deadlines.minor_removal)
}

/// Whether the person's latest duty ought to be done.
fn removal_over(past: Past<'_>, p: Person) -> bool {
    duty(past, p).is_some_and(|at| duty_over(past, at))
}

/// The person about whom the promise is asked here.
fn concerned(past: Past<'_>, seen: Seen) -> Option<Person> {
    match seen {
        Seen::End(id) => Some(Person(id)),
        Seen::Line(Subscribed { person, .. } | SubscriptionEnded { person, .. }) => Some(person),
        Seen::Line(Purged { record, .. }) => known(past, record).map(|it| it.person),
        Seen::Line(Copied { record, to, .. }) if past.controlled(to) => {
            known(past, record).map(|it| it.person)
        }
        Seen::Line(_) => None,
    }
}

/// Whether a guardian had approved the category when the record was last collected.
fn approved_when_given(past: Past<'_>, it: Known) -> bool {
    approved(past.before(it.collected), it.person, it.category)
}

/// Whether the record is among what a report removes.
fn in_question(past: Past<'_>, it: Known) -> bool {
    let of_the_kind = match past.rules.readings.minor_data {
        MinorData::Given => matches!(it.source, Source::Submitted | Source::Reported | Source::Observed),
        MinorData::SubmittedOnly => it.source == Source::Submitted,
        MinorData::All => true,
    };
    of_the_kind && !approved_when_given(past, it)
}

fn under_control(past: Past<'_>, it: Known) -> bool {
    it.held(past, |h| past.controlled(h))
}

fn data_gone(past: Past<'_>, seen: Seen) -> bool {
    let Some(p) = seen.end().map(Person) else {
        return true;
    };
    !all_known(past).any(|it| {
        it.person == p && in_question(past, it) && under_control(past, it) && !it.live(past, Ground::Legal)
    })
}

fn subscribed(past: Past<'_>, p: Person, s: Service) -> bool {
    let latest = past.latest_saying(|seen| {
        if let Subscribed { person, service, .. } = seen
            && person == p
            && service == s
        {
            Some(true)
        } else if let SubscriptionEnded { person, service } = seen
            && person == p
            && service == s
        {
            Some(false)
        } else {
            None
        }
    });
    latest == Some(true)
}

fn subscriptions_ended(past: Past<'_>, seen: Seen) -> bool {
    match seen {
        Seen::End(id) => {
            let p = Person(id);
            !Service::ALL.iter().any(|&s| subscribed(past, p, s) && !subscribed_with_approval(past, p, s))
        }
        Seen::Line(Subscribed { person: p, .. }) => approved_since_report(past, p) || !removal_over(past, p),
        Seen::Line(_) => true,
    }
}

/// Whether the person's latest subscription to the service was made with an approval that followed the latest
/// report, and nobody reported the person since (MIN-07).
fn subscribed_with_approval(past: Past<'_>, p: Person, s: Service) -> bool {
    let latest =
        past.latest(|seen| matches!(seen, Subscribed { person, service, .. } if person == p && service == s));
    latest.is_some_and(|index| {
        approved_since_report(past.before(index), p)
            && past.latest_then(|then, seen| reports(then, seen, p)).is_none_or(|report| report < index)
    })
}

/// Whether a guardian approved anything after the latest report.
fn approved_since_report(past: Past<'_>, p: Person) -> bool {
    let latest_approval = past.latest_then(|then, seen| approval(then, seen, p).is_some());
    let latest_report = past.latest_then(|then, seen| reports(then, seen, p));
    latest_report.is_some() && latest_approval > latest_report
}

fn nothing_returns(past: Past<'_>, seen: Seen) -> bool {
    let Some(Copied { record, .. }) = seen.line() else {
        return true;
    };
    !known(past, record).is_some_and(|it| in_question(past, it) && removal_over(past, it.person))
}

fn removed(past: Past<'_>, seen: Seen) -> bool {
    let Some(Purged { record, .. }) = seen.line() else {
        return false;
    };
    known(past, record).is_some_and(|it| {
        in_question(past, it) && duty(past, it.person).is_some_and(|at| !duty_over(past, at))
    })
}

fn approved_kept(past: Past<'_>, seen: Seen) -> bool {
    let Some(p) = seen.end().map(Person) else {
        return false;
    };
    all_known(past).any(|it| it.person == p && approved_when_given(past, it) && under_control(past, it))
}
