//! F33, minors (MIN-02 to MIN-08): a known minor is neither asked for data nor offered promotion, and after a
//! guardian's report what the minor gave without prior approval is removed and subscriptions are cancelled.

use crate::books::{RecordBook, Subject};
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::{Minor, MinorData};
use vouchsafe_alphabet::{Categories, Clock, Ground, Kind, Observation, Purpose, Source, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F33.known-minor-left-alone",
            family: "F33",
            clauses: &["MIN-02", "MIN-03", "MIN-04"],
            statement: "Nobody whom the vendor knows to be a minor is asked for data or offered promotion.",
            shape: Shape::Absence,
            readings: &["minor", "marks"],
            sees: &[Kind::Asked, Kind::Collected, Kind::Messaged],
            ends: Ends::Never,
            when: "a known minor is asked, recorded or written to, by us or for the vendor",
            trigger: |v| approaches(v) && is_minor(v),
            parts: &[
                Part {
                    name: "nothing-required",
                    clauses: &["MIN-02"],
                    says: "no data is required of the minor",
                    holds: |v| {
                        !(matches!(v.saw(), Some(Observation::Asked { mandatory: true, .. })) && is_minor(v))
                    },
                },
                Part {
                    name: "nothing-sought",
                    clauses: &["MIN-04"],
                    says: "no data is sought from the minor without a guardian's approval",
                    holds: |v| !(seeks(v) && is_minor(v)),
                },
                Part {
                    name: "no-marketing-offer",
                    clauses: &["MIN-03"],
                    says: "no promotion is offered or sent to the minor",
                    holds: |v| !(offers(v) && is_minor(v)),
                },
            ],
            witnesses: &[
                Witness {
                    name: "adult-asked",
                    says: "an adult is asked",
                    seen: |v| {
                        matches!(v.saw(), Some(Observation::Asked { .. })) && approaches(v) && !is_minor(v)
                    },
                },
                Witness {
                    name: "minor-still-served",
                    says: "a minor gets a message that promotes nothing",
                    seen: |v| {
                        matches!(v.saw(), Some(Observation::Messaged { .. })) && approaches(v) && is_minor(v)
                    },
                },
            ],
        },
        Promise {
            id: "F33.report-removes",
            family: "F33",
            clauses: &["MIN-05", "MIN-06", "MIN-07", "MIN-08"],
            statement: "After a guardian's report the minor's unapproved data is gone and the subscriptions are cancelled in time, for good.",
            shape: Shape::ResponseWithin,
            readings: &["minor-data"],
            sees: &[Kind::Purged, Kind::SubscriptionEnded, Kind::Copied, Kind::Subscribed],
            ends: Ends::OfPeople,
            when: "a reported minor's data is purged or copied, a subscription of theirs changes, or the time runs out",
            trigger: |v| is_about_a_reported(v),
            parts: &[
                Part {
                    name: "data-gone",
                    clauses: &["MIN-06", "MIN-08"],
                    says: "no unapproved data of the minor is held, unless a legal ground keeps it",
                    holds: |v| !is_due(v) || !data_is_left(v),
                },
                Part {
                    name: "subscriptions-ended",
                    clauses: &["MIN-07"],
                    says: "no subscription of the minor is left or made anew without a guardian's approval",
                    holds: |v| subscriptions_are_ended(v),
                },
                Part {
                    name: "nothing-returns",
                    clauses: &["MIN-06"],
                    says: "what had to be removed does not come back",
                    holds: |v| {
                        !(copied(v)
                            && v.over(v.person().removal)
                            && v.is(&v.person().reported)
                            && in_question(v, v.record()))
                    },
                },
            ],
            witnesses: &[
                Witness {
                    name: "removed",
                    says: "unapproved data of a reported minor is purged",
                    seen: |v| {
                        matches!(v.saw(), Some(Observation::Purged { .. }))
                            && v.record().collected.on()
                            && v.running(v.person().removal)
                            && in_question(v, v.record())
                    },
                },
                Witness {
                    name: "approved-kept",
                    says: "data that a guardian had approved is kept",
                    seen: |v| is_due(v) && approved_is_kept(v),
                },
            ],
        },
    ]
}

/// Whether the event is a question, collection or message by us or for the vendor.
fn approaches<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(
        v.saw(),
        Some(&(Observation::Asked { by, .. } | Observation::Collected { by, .. } | Observation::Messaged { by, .. })) if v.is_controlled(by)
    )
}

/// Whether the person is a minor to the vendor.
fn is_minor<M: Mode>(v: &View<'_, M>) -> bool {
    let person = v.person();
    match v.rules.readings.minor {
        Minor::Known => v.is(&person.told) || v.is(&person.reported),
        Minor::ActualAge => v.is(&person.minor),
    }
}

/// Whether data is sought for which there is no guardian's approval.
fn seeks<M: Mode>(v: &View<'_, M>) -> bool {
    let approved: Categories = v.person().approved.set();
    match v.saw() {
        Some(&Observation::Asked { verbs, categories, mandatory: false, purpose, .. }) => {
            purpose != Some(Purpose::DirectMarketing)
                && verbs.has(Verb::Collect)
                && !categories.without(approved).is_empty()
        }
        Some(&Observation::Collected { category, source, .. }) => {
            source != Source::Submitted
                && !approved.has(category)
                && !v.act().is_some_and(|act| v.lawful(&act))
        }
        Some(_) | None => false,
    }
}

/// Whether promotion is offered or sent.
fn offers<M: Mode>(v: &View<'_, M>) -> bool {
    v.promotes()
        || matches!(v.saw(), Some(Observation::Asked { purpose: Some(Purpose::DirectMarketing), .. }))
}

fn copied<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(&Observation::Copied { to, .. }) if v.record().collected.on() && v.is_controlled(to))
}

/// Whether the event is about somebody reported by a guardian, or data of theirs.
fn is_about_a_reported<M: Mode>(v: &View<'_, M>) -> bool {
    let concerns = match v.saw() {
        Some(Observation::Purged { .. }) => v.record().collected.on(),
        Some(Observation::Copied { .. }) => copied(v),
        Some(_) => true,
        None => is_due(v),
    };
    concerns && v.person().reported.on()
}

/// Whether this is the end of the last lawful instant of the duty to remove; if so, the report was read.
fn is_due<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.ends(), Some(Subject::Person(_))) && v.due(v.person().removal) && v.is(&v.person().reported)
}

/// Whether a record is one that a guardian's report concerns.
fn in_question<M: Mode>(v: &View<'_, M>, record: &RecordBook<M>) -> bool {
    let given = match v.rules.readings.minor_data {
        MinorData::Given => matches!(record.source, Source::Submitted | Source::Reported | Source::Observed),
        MinorData::SubmittedOnly => record.source == Source::Submitted,
        MinorData::All => true,
    };
    record.collected.on() && given && !record.approved.on()
}

fn data_is_left<M: Mode>(v: &View<'_, M>) -> bool {
    let mut left = false;
    v.books.records_of(v.person_id(), &mut |_, record| {
        if in_question(v, record)
            && !record.grounds.set().has(Ground::Legal)
            && v.any_holder(record, |holder| v.is_controlled(holder))
        {
            v.is(&record.collected);
            left = true;
        }
    });
    left
}

fn subscriptions_are_ended<M: Mode>(v: &View<'_, M>) -> bool {
    let person = v.person();
    match v.saw() {
        Some(Observation::Subscribed { .. }) => {
            !(person.removal.is_set()
                && v.over(person.removal)
                && v.is(&person.reported)
                && !person.approved_since_report.on())
        }
        Some(_) => true,
        None => {
            !is_due(v)
                || !v.has_any_of(
                    &person.subscriptions,
                    person.subscriptions.set().without(person.approved_subscriptions),
                )
        }
    }
}

fn approved_is_kept<M: Mode>(v: &View<'_, M>) -> bool {
    let mut kept = false;
    v.books.records_of(v.person_id(), &mut |_, record| {
        kept |= record.approved.on() && v.any_holder(record, |holder| v.is_controlled(holder));
    });
    kept
}
