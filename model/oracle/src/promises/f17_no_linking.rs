//! F17, no linking (CKT-07, CKT-13): the web log stays apart from everything else that is known of a person, and
//! analytics of apps from what people hand over; no link joins them, over however many records, and neither does
//! what is written into a line or a payload.

use crate::facts::links::{Linkable, kind_of, linked_with};
use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::Detail;
use vouchsafe_alphabet::readings::{AnalyticsReach, LogLinkage};
use vouchsafe_alphabet::{Category, Kind, Observation, Record, Set};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F17.no-linking",
        family: "F17",
        clauses: &["CKT-07", "CKT-13"],
        statement: "Web log lines are linked to nothing else that is known of a person, and analytics of apps to nothing that people hand over.",
        shape: Shape::Absence,
        readings: &["log-linkage", "analytics-reach", "affiliate"],
        sees: &[Kind::Linked, Kind::LogWritten, Kind::Collected],
        ends: Ends::Never,
        when: "records are linked, or a web log line, analytics or an address in the network are taken down",
        trigger: |v| joined(v).is_some() || line(v).is_some() || payload(v).is_some() || shares_address(v),
        parts: &[
            Part {
                name: "log-stays-apart",
                clauses: &["CKT-07"],
                says: "the link joins no web log line with anything but other lines",
                holds: |v| !joins(v, &|one, other| is_log(one) && !is_log(other)),
            },
            Part {
                name: "analytics-stay-apart",
                clauses: &["CKT-13"],
                says: "the link joins no analytics with what people hand over",
                holds: |v| {
                    let any = v.rules.readings.analytics_reach == AnalyticsReach::Any;
                    !joins(v, &|one, other| {
                        is_analytics(one) && !is_analytics(other) && (any || other.submitted)
                    })
                },
            },
            Part {
                name: "line-names-nobody",
                clauses: &["CKT-07"],
                says: "the line itself has nothing in it that tells person or device apart in other records",
                holds: |v| {
                    line(v).is_none_or(|details| {
                        !details.meets(Set::of(&[
                            Detail::AccountId,
                            Detail::Profile,
                            Detail::EmailAddress,
                            Detail::Contact,
                            Detail::DeviceId,
                            Detail::MacAddress,
                        ]))
                    })
                },
            },
            Part {
                name: "payload-names-nobody",
                clauses: &["CKT-13"],
                says: "the analytics themselves have nothing in them that people hand over",
                holds: |v| {
                    payload(v).is_none_or(|details| {
                        !details.meets(Set::of(&[
                            Detail::AccountId,
                            Detail::Profile,
                            Detail::EmailAddress,
                            Detail::Contact,
                            Detail::Text,
                        ]))
                    })
                },
            },
            Part {
                name: "no-shared-key",
                clauses: &["CKT-07"],
                says: "no value lies both in a line and in other records of the person by which they could be joined",
                holds: |v| v.rules.readings.log_linkage == LogLinkage::Joined || !shares_address(v),
            },
        ],
        witnesses: &[
            Witness {
                name: "lines-joined",
                says: "web log lines are linked with each other",
                seen: |v| joined(v).is_some_and(|(one, other)| is_log(one) && is_log(other)),
            },
            Witness {
                name: "analytics-joined",
                says: "analytics are linked with what nobody handed over",
                seen: |v| joined(v).is_some_and(|(one, other)| is_analytics(one) != is_analytics(other)),
            },
            Witness {
                name: "line-taken-down",
                says: "a web log line is taken down that names nobody",
                seen: |v| line(v).is_some(),
            },
            Witness {
                name: "analytics-taken-down",
                says: "analytics are taken down that name nobody",
                seen: |v| payload(v).is_some(),
            },
        ],
    }]
}

fn is_log(it: Linkable) -> bool {
    it.category == Category::WebLog
}

fn is_analytics(it: Linkable) -> bool {
    it.category == Category::Analytics
}

/// Two records that were not linked before are.
fn link<M: Mode>(v: &View<'_, M>) -> Option<(Record, Record)> {
    let Some(&Observation::Linked { record, with }) = v.saw() else { return None };
    (record != with && v.books.link(record).with.get(with.0).is_none()).then_some((record, with))
}

/// What the two records are that are linked, where both are known.
fn joined<M: Mode>(v: &View<'_, M>) -> Option<(Linkable, Linkable)> {
    let (one, other) = link(v)?;
    Some((kind_of(v.books, one)?, kind_of(v.books, other)?))
}

/// Whether the link brings two records together of which the first is ours to keep apart from the second, be it
/// the two that are named or others that they hang together with.
fn joins<M: Mode>(v: &View<'_, M>, barred: &dyn Fn(Linkable, Linkable) -> bool) -> bool {
    if joined(v).is_none() {
        return false;
    }
    let Some((one, other)) = link(v) else { return false };
    let mut found = false;
    let mut look = |here: &M::Ids, there: &M::Ids| {
        here.each(&mut |left, cause| {
            let Some(kept) = kind_of(v.books, Record(left)).filter(|_| is_ours(v, Record(left))) else {
                return;
            };
            there.each(&mut |right, with| {
                if kind_of(v.books, Record(right)).is_some_and(|met| barred(kept, met)) {
                    found = true;
                    v.note(cause);
                    v.note(with);
                    note_origin(v, Record(left));
                    note_origin(v, Record(right));
                }
            });
        });
    };
    let (left, right) = (linked_with(v.books, one), linked_with(v.books, other));
    look(&left, &right);
    look(&right, &left);
    found
}

fn note_origin<M: Mode>(v: &View<'_, M>, id: Record) {
    if !v.is(&v.books.link(id).line) {
        v.is(&v.books.record(id).collected);
    }
}

/// Whether a record is a line of the vendor's log, or held by us or by somebody who works for the vendor.
fn is_ours<M: Mode>(v: &View<'_, M>, id: Record) -> bool {
    v.books.link(id).line.on() || v.any_holder(v.books.record(id), |holder| v.is_controlled(holder))
}

/// What a web log line has in it, if one is taken down.
fn line<M: Mode>(v: &View<'_, M>) -> Option<Set<Detail>> {
    match v.saw() {
        Some(&Observation::LogWritten { details, .. }) => Some(details),
        Some(_) | None => taken(v, Category::WebLog),
    }
}

/// What analytics have in them, if they are taken down.
fn payload<M: Mode>(v: &View<'_, M>) -> Option<Set<Detail>> {
    taken(v, Category::Analytics)
}

fn taken<M: Mode>(v: &View<'_, M>, of: Category) -> Option<Set<Detail>> {
    match v.saw() {
        Some(&Observation::Collected { category, by, details, .. }) => {
            (category == of && v.is_controlled(by)).then(|| details.unwrap_or(Set::EMPTY))
        }
        Some(_) | None => None,
    }
}

/// Whether an address comes to lie both in the web log and in network information of the same person.
fn shares_address<M: Mode>(v: &View<'_, M>) -> bool {
    match v.saw() {
        Some(&Observation::LogWritten { person, details, .. }) => {
            let mut known = false;
            v.books.records_of(person, &mut |_, book| {
                if book.category == Category::NetworkInfo {
                    known = true;
                    v.note(book.collected.cause());
                }
            });
            details.has(Detail::Ip) && known
        }
        Some(&Observation::Collected { person, category: Category::NetworkInfo, by, .. }) => {
            v.is_controlled(by) && v.is(&v.books.web(person).ip_logged)
        }
        Some(_) | None => false,
    }
}
