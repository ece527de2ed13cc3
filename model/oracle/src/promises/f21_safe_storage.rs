//! F21, where personal information lies (SEC-04, SEC-05): on safe servers, in controlled facilities, backups and the
//! copies of those who work for the vendor included.

use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::StorageScope;
use vouchsafe_alphabet::{Holder, Kind, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F21.safe-places",
        family: "F21",
        clauses: &["SEC-04", "SEC-05"],
        statement: "What we and those who work for us store of a person lies on safe servers in controlled facilities.",
        shape: Shape::Absence,
        readings: &["storage-scope", "affiliate"],
        sees: &[Kind::Stored],
        ends: Ends::Never,
        when: "a record of a person is stored by us or for the vendor",
        trigger: |v| stored(v).is_some(),
        parts: &[
            Part {
                name: "own-server",
                clauses: &["SEC-04"],
                says: "what lies with us is on a safe server",
                holds: |v| stored(v).is_none_or(|(to, safe)| safe || !v.is_we(to)),
            },
            Part {
                name: "facility-of-others",
                clauses: &["SEC-05"],
                says: "what lies with somebody else is in a controlled facility",
                holds: |v| stored(v).is_none_or(|(to, safe)| safe || v.is_we(to)),
            },
        ],
        witnesses: &[
            Witness {
                name: "on-own-server",
                says: "a record is stored on a server of ours",
                seen: |v| stored(v).is_some_and(|(to, _)| v.is_we(to)),
            },
            Witness {
                name: "with-a-provider",
                says: "a record is stored with one that works for the vendor",
                seen: |v| stored(v).is_some_and(|(to, _)| !v.is_we(to)),
            },
        ],
    }]
}

/// With whom a record of a person is stored, and whether that is a safe place; what was stripped there of what ties it
/// to its subject is none.
fn stored<M: Mode>(v: &View<'_, M>) -> Option<(Holder, bool)> {
    let Some(&Observation::Stored { record, to, good, .. }) = v.saw() else { return None };
    let covered = match v.rules.readings.storage_scope {
        StorageScope::Controlled => v.is_controlled(to),
        StorageScope::OwnServers => v.is_we(to),
        StorageScope::EveryCopy => true,
    };
    let tied = v.books.storage(record).stripped.get(to.0).is_none();
    (covered && tied && v.is(&v.record().collected)).then_some((to, good))
}
