//! F27, permission to read the phone (ACC-01, ACC-03, ACC-04): a feature is read while that is permitted, by the
//! phone's own switch at once and by a message in time; nothing read before is sent after, or gone by in the app.

use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::{Act, View};
use vouchsafe_alphabet::{Category, Kind, Observation, Purpose, Verb};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F27.revoked-is-unread",
        family: "F27",
        clauses: &["ACC-01", "ACC-03", "ACC-04", "COM-06"],
        statement: "Features of a phone are read while the person permits it, and once that is revoked nothing of them is sent and the app goes by none of them.",
        shape: Shape::Absence,
        readings: &[],
        sees: &[Kind::FeatureRead, Kind::Collected, Kind::Used],
        ends: Ends::Never,
        when: "a feature of a phone is read, what was read is sent to us or to those who work for the vendor, or the app goes by it",
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

/// What was read of a phone is sent to us, or the app goes by it; what the person hands over was not read.
fn cached<M: Mode>(v: &View<'_, M>) -> Option<Act> {
    let act = v.act().filter(|act| act.category == Category::PhoneFeature)?;
    let concerns = match act.verb {
        Verb::Collect => !act.handed_over,
        Verb::Use => matches!(
            act.purpose,
            Some(Purpose::AppRun | Purpose::ConnectionSelection | Purpose::Control | Purpose::StatusDisplay)
        ),
        Verb::Disclose => false,
    };
    concerns.then_some(act)
}

fn is_revoked<M: Mode>(v: &View<'_, M>, act: &Act) -> bool {
    let person = v.books.person(act.person);
    let mut permitted = false;
    person.permits.each(&mut |_, _| permitted = true);
    !permitted && v.over(person.permission_stop) && v.is(&person.revoked)
}
