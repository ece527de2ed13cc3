//! F40, the network as an adversary (SEC-13): the disclaimer covers what befalls messages on their way, and nothing
//! else.
//!
//! What has arrived stays safe all the same: F01, F02 and F06 judge each check, execution and record, attacked or not.

use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::Blame;
use vouchsafe_alphabet::{Kind, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F40.network-answers-for-transit",
        family: "F40",
        clauses: &["SEC-13"],
        statement: "An incident is laid at the door of the network only where a message about the person met an adversary on its way.",
        shape: Shape::Precedence,
        readings: &[],
        sees: &[Kind::Blamed, Kind::Executed, Kind::Failed],
        ends: Ends::Never,
        when: "an incident is laid at the door of the network",
        trigger: |v| blames(v),
        parts: &[Part {
            name: "met-on-the-way",
            clauses: &["SEC-13"],
            says: "a message about the person met an adversary before",
            holds: |v| !blames(v) || v.is(&v.books.incident(v.person_id()).attacked),
        }],
        witnesses: &[
            Witness {
                name: "network-answers",
                says: "the network answers for what befell a message on its way",
                seen: |v| blames(v),
            },
            Witness {
                name: "executed-all-the-same",
                says: "a command is executed of somebody of whom a message has met an adversary",
                seen: |v| matches!(v.saw(), Some(Observation::Executed { .. })) && is_attacked(v),
            },
            Witness {
                name: "comes-to-nothing",
                says: "a command is reported as failed to somebody of whom a message has met an adversary",
                seen: |v| matches!(v.saw(), Some(Observation::Failed { .. })) && is_attacked(v),
            },
        ],
    }]
}

fn blames<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::Blamed { blame: Blame::Network, .. }))
}

/// Whether a message about the presser of the command seen has met an adversary.
fn is_attacked<M: Mode>(v: &View<'_, M>) -> bool {
    v.command().pressed.on() && v.books.incident(v.command().person).attacked.on()
}
