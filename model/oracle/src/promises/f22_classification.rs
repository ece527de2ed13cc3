//! F22, how what is stored is classified (SEC-06, SEC-07): in time, and personal information at the highest level.

use crate::books::Subject;
use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::Tiers;
use vouchsafe_alphabet::{Kind, Level, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F22.classified-at-the-top",
        family: "F22",
        clauses: &["SEC-06", "SEC-07"],
        statement: "What is stored is classified in time, and personal information at the highest level.",
        shape: Shape::ResponseWithin,
        readings: &["tiers"],
        sees: &[Kind::Classified],
        ends: Ends::OfRecords,
        when: "a record of a person is classified, or its time to be runs out",
        trigger: |v| classified(v).is_some() || is_unclassified(v),
        parts: &[
            Part {
                name: "classified",
                clauses: &["SEC-06"],
                says: "what is stored was classified before its deadline passed",
                holds: |v| !(is_unclassified(v) && v.is(&v.record().collected)),
            },
            Part {
                name: "highest",
                clauses: &["SEC-07"],
                says: "what can be tied to a person has the highest level",
                holds: |v| {
                    v.rules.readings.tiers == Tiers::ByImportance
                        || classified(v).is_none_or(|level| level == Level::Highest || !is_tied(v))
                },
            },
        ],
        witnesses: &[Witness {
            name: "highest",
            says: "personal information is classified at the highest level",
            seen: |v| classified(v) == Some(Level::Highest) && is_tied(v),
        }],
    }]
}

/// The level that a known record is given.
fn classified<M: Mode>(v: &View<'_, M>) -> Option<Level> {
    let Some(&Observation::Classified { level, .. }) = v.saw() else { return None };
    v.is(&v.record().collected).then_some(level)
}

/// Whether the time has run out for a record that somebody still has.
fn is_unclassified<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.ends(), Some(Subject::Record(record)) if v.due(v.books.storage(record).classify)) && is_tied(v)
}

/// Whether anybody has a copy that can be tied to its subject.
fn is_tied<M: Mode>(v: &View<'_, M>) -> bool {
    let mut tied = false;
    v.record().holders.each(&mut |_, cause| {
        tied = true;
        v.note(cause);
    });
    tied
}
