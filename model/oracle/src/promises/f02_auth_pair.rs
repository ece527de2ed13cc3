//! F02, the authenticity pair (USE-14): a check rests on the factory MAC and the device ID that the TV itself
//! carries, and the two belong together.

use super::f01_auth_before_control::carried_pair_is_genuine;
use crate::mode::{Factory, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::AuthPair;
use vouchsafe_alphabet::{Kind, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F02.pair-checked",
        family: "F02",
        clauses: &["USE-14"],
        statement: "A TV passes as genuine only by its own factory MAC and device ID, known as a pair.",
        shape: Shape::Precedence,
        readings: &["auth-pair"],
        sees: &[Kind::Checked],
        ends: Ends::Never,
        when: "a TV passes a check",
        trigger: |v| passed(v),
        parts: &[
            Part {
                name: "pair-registered",
                clauses: &["USE-14"],
                says: "the MAC and the ID that were looked at left the factory together",
                holds: |v| pair_is_registered(v),
            },
            Part {
                name: "own-identity",
                clauses: &["USE-14"],
                says: "the MAC and the ID that were looked at are those that the TV carries",
                holds: |v| is_own_identity(v),
            },
        ],
        witnesses: &[
            Witness { name: "genuine-passes", says: "a genuine TV passes", seen: |v| passed(v) },
            Witness {
                name: "clone-refused",
                says: "a TV whose pair no factory made is refused",
                seen: |v| !passed(v) && carried_pair_is_genuine(v) == Some(false),
            },
        ],
    }]
}

fn passed<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::Checked { passed: true, .. }))
}

fn pair_is_registered<M: Mode>(v: &View<'_, M>) -> bool {
    let Some(&Observation::Checked { mac, device_id, .. }) = v.saw() else {
        return true;
    };
    let factory = &v.books.world().factory;
    match v.rules.readings.auth_pair {
        AuthPair::Pair => factory.has_pair(mac, device_id),
        AuthPair::Separately => factory.has_mac(mac) && factory.has_id(device_id),
    }
}

fn is_own_identity<M: Mode>(v: &View<'_, M>) -> bool {
    let Some(&Observation::Checked { mac, device_id, .. }) = v.saw() else {
        return true;
    };
    v.note(v.tv().carries_cause);
    v.tv().carries == Some((mac, device_id))
}
