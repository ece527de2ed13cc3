//! F26, retention and purge (RET-01, RET-03, RET-04, RET-06): once its purpose has ended and no ground to keep
//! it is left, no attributable copy of a record stays under control, and none comes back.

use crate::books::{Business, Subject};
use crate::mode::Mode;
use crate::promise::{Ends, Leading, Owed, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::{Category, Ground, Kind, Observation, Sort};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F26.purged-in-time",
            family: "F26",
            clauses: &["RET-03", "RET-04", "RET-06", "RET-07"],
            statement: "When keeping data serves nothing any more, every copy that we or our processors hold is purged in time.",
            shape: Shape::ResponseWithin,
            readings: &["inference", "business-ground", "affiliate", "withdrawn-data"],
            sees: &[Kind::Purged, Kind::Deidentified],
            ends: Ends::OfRecords,
            when: "nothing keeps a record any longer, and it is purged or its time runs out",
            trigger: |v| v.running(v.record().purge) && (v.ends().is_none() || v.due(v.record().purge)),
            parts: &[
                Part {
                    name: "vendor-copy-gone",
                    clauses: &["RET-03", "RET-04", "RET-07"],
                    says: "no copy that can be tied to its subject is left with us",
                    holds: |v| !is_due(v) || !held(v, |v, holder| v.is_we(holder)),
                },
                Part {
                    name: "processor-copies-gone",
                    clauses: &["RET-03", "RET-04"],
                    says: "no copy that can be tied to its subject is left with those who work for the vendor",
                    holds: |v| {
                        !is_due(v) || !held(v, |v, holder| v.is_controlled(holder) && !v.is_we(holder))
                    },
                },
            ],
            witnesses: &[Witness {
                name: "held-then-purged",
                says: "data is kept on a ground, the ground ends, and it is purged",
                seen: |v| {
                    matches!(v.saw(), Some(Observation::Purged { .. }))
                        && v.running(v.record().purge)
                        && v.record().was_held.on()
                },
            }],
        },
        Promise {
            id: "F26.nothing-comes-back",
            family: "F26",
            clauses: &["RET-01", "RET-03", "RET-04"],
            statement: "Data that was purged for good does not come back, and no copy is made once it ought to be gone.",
            shape: Shape::Absence,
            readings: &["inference", "business-ground", "affiliate", "withdrawn-data"],
            sees: &[Kind::Copied],
            ends: Ends::Never,
            when: "a copy of a record comes to lie with us or with somebody who works for the vendor",
            trigger: |v| is_copied_to_controlled(v),
            parts: &[
                Part {
                    name: "not-after-purge",
                    clauses: &["RET-03", "RET-04"],
                    says: "the record is still kept somewhere under control, or its purpose lives",
                    holds: |v| v.is(&v.record().collected),
                },
                Part {
                    name: "not-after-deadline",
                    clauses: &["RET-03"],
                    says: "the time by which every copy had to be gone has not passed",
                    holds: |v| !(v.record().collected.on() && v.over(v.record().purge) && ended(v)),
                },
            ],
            witnesses: &[Witness {
                name: "copied-while-needed",
                says: "a copy is made while the purpose lives",
                seen: |v| {
                    is_copied_to_controlled(v) && v.record().collected.on() && !v.record().purpose_ended.on()
                },
            }],
        },
    ]
}

pub(super) const fn leads_to<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F26.uselessness-is-inferred",
        family: "F26",
        clauses: &["RET-02", "RET-06", "USE-25"],
        statement: "Where keeping data serves nothing any more, the vendor comes to infer so, or the data goes.",
        shape: Shape::LeadsTo(Leading { owed: Owed::Each(Sort::Record), fair: &["inference-runs"] }),
        readings: &["business-ground", "affiliate", "withdrawn-data"],
        sees: &[
            Kind::PurposeEnded,
            Kind::GroundEnded,
            Kind::Inferred,
            Kind::Purged,
            Kind::Deidentified,
            Kind::GroundArose,
            Kind::Collected,
        ],
        ends: Ends::Never,
        when: "the purpose of a record or the last ground to keep it ends, while a copy is under control",
        trigger: |v| becomes_free(v) && held(v, |v, holder| v.is_controlled(holder)),
        parts: &[Part {
            name: "inferred",
            clauses: &["RET-06"],
            says: "the vendor infers it, has a copy removed, or has a purpose or a ground for the record again",
            holds: |v| match v.saw() {
                Some(Observation::Inferred { .. } | Observation::Collected { .. }) => true,
                Some(&Observation::Purged { by, .. }) => v.is_controlled(by),
                Some(&Observation::Deidentified { by, attributable, .. }) => {
                    v.is_controlled(by) && !attributable
                }
                Some(&Observation::GroundArose { ground, .. }) => {
                    ground != Ground::Business || v.record().business == Business::Never
                }
                Some(_) | None => false,
            },
        }],
        witnesses: &[
            Witness {
                name: "inferred",
                says: "the vendor infers that a record serves nothing",
                seen: |v| matches!(v.saw(), Some(Observation::Inferred { .. })) && v.record().is_free(),
            },
            Witness {
                name: "kept-by-law-alone",
                says: "what law alone has kept is kept by it no more",
                seen: |v| {
                    matches!(v.saw(), Some(Observation::GroundEnded { ground: Ground::Legal, .. }))
                        && v.record().purpose_ended.on()
                        && v.record().business != Business::Live
                        && v.record().grounds.set() == Ground::Legal.into()
                        && held(v, |v, holder| v.is_controlled(holder))
                },
            },
            Witness {
                name: "correspondence-kept",
                says: "correspondence is kept",
                seen: |v| {
                    matches!(v.saw(), Some(&Observation::Collected { category: Category::Correspondence, by, .. })
                        if v.is_controlled(by))
                },
            },
        ],
    }]
}

/// Whether from here on neither purpose nor ground keeps the record. A business ground that expires is no
/// observation and opens nothing.
fn becomes_free<M: Mode>(v: &View<'_, M>) -> bool {
    let record = v.record();
    if record.is_free() {
        return false;
    }
    let left = |but: Option<Ground>| {
        record.grounds.set().iter().any(|ground| Some(ground) != but)
            || (record.business == Business::Live && but != Some(Ground::Business))
    };
    match v.saw() {
        Some(Observation::PurposeEnded { .. }) => !left(None),
        Some(&Observation::GroundEnded { ground, .. }) => record.purpose_ended.on() && !left(Some(ground)),
        Some(_) | None => false,
    }
}

/// Whether this is the end of the last lawful instant of the duty to purge; if so, why the duty is there was read.
fn is_due<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.ends(), Some(Subject::Record(_))) && v.due(v.record().purge) && ended(v)
}

/// Reads the end of the purpose, and the last ground that kept the record.
fn ended<M: Mode>(v: &View<'_, M>) -> bool {
    let record = v.record();
    v.is(&record.collected);
    if record.business == Business::Gone {
        v.note(record.business_cause);
    }
    v.is(&record.purpose_ended)
}

fn held<M: Mode>(v: &View<'_, M>, which: fn(&View<'_, M>, vouchsafe_alphabet::Holder) -> bool) -> bool {
    v.any_holder(v.record(), |holder| which(v, holder))
}

fn is_copied_to_controlled<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(&Observation::Copied { to, .. }) if v.is_controlled(to))
}
