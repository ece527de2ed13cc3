//! F01, authenticity before control (USE-13): a TV is operated from the app only while the vendor's check of
//! its factory MAC and device ID stands.

use crate::mode::{Factory, Ids, Mode};
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::AuthLifetime;
use vouchsafe_alphabet::{Kind, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F01.checked-before-operated",
        family: "F01",
        clauses: &["USE-13", "CTL-03", "SEC-13"],
        statement: "A TV executes a command from the app only while a check of it by the vendor stands.",
        shape: Shape::Precedence,
        readings: &["auth-lifetime"],
        sees: &[Kind::Executed, Kind::Checked],
        ends: Ends::Never,
        when: "a TV executes a command from the app",
        trigger: |v| executed(v),
        parts: &[
            Part {
                name: "checked",
                clauses: &["USE-13"],
                says: "the TV has passed a check by the vendor",
                holds: |v| v.tv().passed.on(),
            },
            Part {
                name: "still-valid",
                clauses: &["USE-13"],
                says: "nothing has voided that check since: no binding, unbinding, failed check or new identity",
                holds: |v| !v.tv().passed.on() || !voided(v),
            },
        ],
        witnesses: &[
            Witness {
                name: "genuine-executes",
                says: "a genuine TV executes a command",
                seen: |v| executed(v) && carried_pair_is_genuine(v) == Some(true),
            },
            Witness {
                name: "clone-refused",
                says: "a TV whose pair no factory made fails its check",
                seen: |v| {
                    matches!(v.saw(), Some(Observation::Checked { passed: false, .. }))
                        && carried_pair_is_genuine(v) == Some(false)
                },
            },
        ],
    }]
}

fn executed<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::Executed { .. }))
}

fn voided<M: Mode>(v: &View<'_, M>) -> bool {
    let tv = v.tv();
    v.is(&tv.passed);
    match v.rules.readings.auth_lifetime {
        AuthLifetime::OnceEver => false,
        AuthLifetime::SinceBinding => v.is(&tv.voided),
        AuthLifetime::EachSession => {
            let opened =
                v.command().pressed.on().then(|| tv.opened_since.get(v.command().person.0)).flatten();
            if let Some(cause) = opened {
                v.note(cause);
            }
            v.is(&tv.voided) || opened.is_some()
        }
    }
}

/// Whether MAC address and device ID that the TV carries left the factory together; nothing where it is not known what it
/// carries.
pub(super) fn carried_pair_is_genuine<M: Mode>(v: &View<'_, M>) -> Option<bool> {
    v.tv().carries.map(|(mac, id)| v.books.world().factory.has_pair(mac, id))
}
