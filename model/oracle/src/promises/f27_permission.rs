//! F27, permission to read the phone (ACC-01, ACC-03, ACC-04): a feature is read while that is permitted, by the
//! phone's own switch at once and by a message in time, and nothing read before is used or sent after.

use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::{Act, View};
use vouchsafe_alphabet::{Category, Kind, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F27.revoked-is-unread",
        family: "F27",
        clauses: &["ACC-01", "ACC-03", "ACC-04"],
        statement: "Features of a phone are read while the person permits it, and nothing of them is kept in use once that is revoked.",
        shape: Shape::Absence,
        readings: &[],
        sees: &[Kind::FeatureRead, Kind::Collected, Kind::Used],
        ends: Ends::Never,
        when: "a feature of a phone is read, or what was read is collected or used by us or for the vendor",
        trigger: |v| reads(v) || cached(v).is_some(),
        parts: &[
            Part {
                name: "permitted",
                clauses: &["ACC-01"],
                says: "reading was permitted on that phone",
                holds: |v| !reads(v) || v.is(&v.phone().granted),
            },
            Part {
                name: "switch-heeded",
                clauses: &["ACC-03"],
                says: "the permission was not switched off on the phone since",
                holds: |v| !(reads(v) && v.is(&v.phone().switched_off)),
            },
            Part {
                name: "message-heeded",
                clauses: &["ACC-04"],
                says: "no message that revokes it is older than its deadline",
                holds: |v| !(reads(v) && v.over(v.phone().stop) && v.is(&v.phone().revoked)),
            },
            Part {
                name: "nothing-cached",
                clauses: &["ACC-03"],
                says: "some phone of the person is permitted to be read, or no revocation has taken effect yet",
                holds: |v| cached(v).is_none_or(|act| !is_revoked(v, &act) || v.lawful(&act)),
            },
        ],
        witnesses: &[
            Witness { name: "read-while-permitted", says: "a permitted feature is read", seen: |v| reads(v) },
            Witness {
                name: "unread-then-granted",
                says: "a feature is read once the person permits it again",
                seen: |v| reads(v) && v.phone().ever_revoked.on(),
            },
        ],
    }]
}

fn reads<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::FeatureRead { .. }))
}

/// The act on what was read of a phone.
fn cached<M: Mode>(v: &View<'_, M>) -> Option<Act> {
    match v.saw() {
        Some(Observation::Collected { .. } | Observation::Used { .. }) => {
            v.act().filter(|act| act.category == Category::PhoneFeature)
        }
        Some(_) | None => None,
    }
}

fn is_revoked<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let person = v.books.person(act.person);
    let mut permitted = false;
    person.permits.each(&mut |_, _| permitted = true);
    !permitted && v.over(person.permission_stop) && v.is(&person.revoked)
}
