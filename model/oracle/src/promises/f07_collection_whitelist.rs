//! F07, what is collected (COM-01, COL-03, COL-04, COL-07, COL-09, COL-13, CKT-06, CKT-12): plugin and TV take in the
//! kinds of information that the policy names, with the fields that it lists, whatever way they go.

use super::fields;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::{Category, Detail, Holder, Kind, Observation, Person, Set, Source, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F07.listed-contents",
        family: "F07",
        clauses: &["COM-01", "COL-03", "COL-04", "COL-07", "COL-09", "COL-13", "CKT-06", "CKT-12"],
        statement: "Plugin and TV take in kinds of information that the policy names, and records and log lines have the fields that it lists.",
        shape: Shape::Absence,
        readings: &["collection-list"],
        sees: &[Kind::Collected, Kind::Reported, Kind::LogWritten],
        ends: Ends::Never,
        when: "data is collected by us or for the vendor, a TV reports its state, or a log line is written",
        trigger: |v| taken(v).is_some() || said(v).is_some(),
        parts: &[
            Part {
                name: "listed-kind",
                clauses: &["COM-01", "COL-03"],
                says: "what plugin or TV take in is of a kind that the policy names for them, or later terms do, or law covers it",
                holds: |v| taken(v).is_none_or(|it| is_listed(v, &it) || is_new(v, &it) || is_legal(v, &it)),
            },
            Part {
                name: "listed-fields",
                clauses: &["COM-01", "COL-03"],
                says: "what has no list of its own has fields of the lists that it follows from",
                holds: |v| {
                    taken(v).is_none_or(|it| {
                        fields::derived(it.category).is_none_or(|list| is_within(it.details, list))
                    })
                },
            },
            Part {
                name: "own-account",
                clauses: &["COL-04"],
                says: "account information that was not handed over is of somebody who uses a product or has a TV, or law covers it",
                holds: |v| taken(v).is_none_or(|it| has_account_here(v, &it) || is_legal(v, &it)),
            },
            Part {
                name: "account-fields",
                clauses: &["COL-04"],
                says: "account information is the account's ID, profile and address",
                holds: |v| fits(v, Category::Account, fields::account()),
            },
            Part {
                name: "device-fields",
                clauses: &["COL-07"],
                says: "device information is versions, name, ID and room",
                holds: |v| fits(v, Category::DeviceInfo, fields::device()),
            },
            Part {
                name: "network-fields",
                clauses: &["COL-09"],
                says: "network information is the mode, the addresses, and name and strength of the network",
                holds: |v| fits(v, Category::NetworkInfo, fields::network()),
            },
            Part {
                name: "operations-fields",
                clauses: &["COL-13"],
                says: "operations information is whether the TV is muted or in audio mode, and a report has the fields of a TV alone",
                holds: |v| {
                    fits(v, Category::OperationsInfo, fields::operations())
                        && reported(v).is_none_or(|details| is_within(details, fields::report()))
                },
            },
            Part {
                name: "log-fields",
                clauses: &["CKT-06"],
                says: "a line of the web log has the fields that the policy lists for it",
                holds: |v| {
                    fits(v, Category::WebLog, fields::log_line())
                        && logged(v).is_none_or(|details| is_within(details, fields::log_line()))
                },
            },
            Part {
                name: "analytics-fields",
                clauses: &["CKT-12"],
                says: "analytics are frequency, events, performance and places of crashes",
                holds: |v| fits(v, Category::Analytics, fields::analytics()),
            },
        ],
        witnesses: &[
            Witness {
                name: "account",
                says: "the account information of somebody who uses a product is collected",
                seen: |v| shows(v, Category::Account),
            },
            Witness {
                name: "device-info",
                says: "device information is collected",
                seen: |v| shows(v, Category::DeviceInfo),
            },
            Witness {
                name: "network-info",
                says: "network information is collected",
                seen: |v| shows(v, Category::NetworkInfo),
            },
            Witness {
                name: "operations-info",
                says: "operations information is collected",
                seen: |v| shows(v, Category::OperationsInfo),
            },
            Witness {
                name: "log-line",
                says: "a line of the web log is written",
                seen: |v| logged(v).is_some_and(|details| !details.is_empty()),
            },
            Witness {
                name: "analytics",
                says: "app analytics are collected",
                seen: |v| shows(v, Category::Analytics),
            },
        ],
    }]
}

/// Something that was collected, by us or for the vendor.
struct Taken {
    person: Person,
    category: Category,
    source: Source,
    details: Set<Detail>,
}

fn taken<M: Mode>(v: &View<'_, M>) -> Option<Taken> {
    let Some(&Observation::Collected { person, category, by, source, details, .. }) = v.saw() else {
        return None;
    };
    let details = details.unwrap_or(Set::EMPTY);
    v.is_controlled(by).then_some(Taken { person, category, source, details })
}

/// The fields of a report or a log line, where they are said.
fn said<M: Mode>(v: &View<'_, M>) -> Option<Set<Detail>> {
    reported(v).or_else(|| logged(v))
}

fn reported<M: Mode>(v: &View<'_, M>) -> Option<Set<Detail>> {
    match v.saw() {
        Some(&Observation::Reported { details, .. }) => details,
        Some(_) | None => None,
    }
}

fn logged<M: Mode>(v: &View<'_, M>) -> Option<Set<Detail>> {
    match v.saw() {
        Some(&Observation::LogWritten { details, .. }) => Some(details),
        Some(_) | None => None,
    }
}

fn is_within(details: Set<Detail>, list: Set<Detail>) -> bool {
    details.without(list).is_empty()
}

fn is_listed<M: Mode>(v: &View<'_, M>, it: &Taken) -> bool {
    let by_devices = matches!(it.source, Source::Reported | Source::Observed);
    !by_devices || fields::collected_by_devices(v.rules.readings.collection_list).has(it.category)
}

/// Whether later terms name that category (UPD-08).
fn is_new<M: Mode>(v: &View<'_, M>, it: &Taken) -> bool {
    v.has(&v.books.world().named, it.category)
}

fn is_legal<M: Mode>(v: &View<'_, M>, it: &Taken) -> bool {
    v.covered_by_law(it.person, Verb::Collect, it.category, None::<Holder>)
}

fn has_account_here<M: Mode>(v: &View<'_, M>, it: &Taken) -> bool {
    let by_devices = matches!(it.source, Source::Reported | Source::Observed);
    it.category != Category::Account
        || !by_devices
        || v.is(&v.books.person(it.person).used_product)
        || v.has_tv(it.person)
}

/// Whether what is collected is of another category, or has the fields of the list alone.
fn fits<M: Mode>(v: &View<'_, M>, category: Category, list: Set<Detail>) -> bool {
    taken(v).is_none_or(|it| it.category != category || is_within(it.details, list))
}

fn shows<M: Mode>(v: &View<'_, M>, category: Category) -> bool {
    taken(v).is_some_and(|it| it.category == category && !it.details.is_empty())
}
