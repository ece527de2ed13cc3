//! F15, ending direct marketing (MKT-04, MKT-05): after a person has ended it, and the deadline has passed,
//! nobody markets to them for the vendor on any channel until a new yes; a kind of e-mail that they stopped
//! stays stopped.

use super::marketing::{ended, is_ours, stopped};
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::{Channel, Clock, Kind, Mail, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F15.opt-out-ends-marketing",
            family: "F15",
            clauses: &["USE-08", "MKT-04", "CTL-01"],
            statement: "Once a person has ended direct marketing it stops in time, by every channel and every sender, until a new yes.",
            shape: Shape::Absence,
            readings: &["opt-out-reach", "deemed"],
            sees: &[Kind::Used, Kind::Messaged],
            ends: Ends::Never,
            when: "somebody who has ended direct marketing is marketed to, by us or for the vendor",
            trigger: |v| is_ours(v) && v.person().ever_opted_out.on(),
            parts: &[
                Part {
                    name: "use-stops",
                    clauses: &["MKT-04"],
                    says: "nothing is used for direct marketing any more",
                    holds: |v| v.promotes() || !ended(v),
                },
                Part {
                    name: "sending-stops",
                    clauses: &["MKT-04"],
                    says: "nothing promotional is sent any more",
                    holds: |v| !v.promotes() || !ended(v),
                },
            ],
            witnesses: &[
                Witness {
                    name: "service-message-after-opt-out",
                    says: "a message that promotes nothing still comes",
                    seen: |v| is_plain_message(v) && stopped(v),
                },
                Witness {
                    name: "promotion-after-new-yes",
                    says: "promotion comes again after a new yes",
                    seen: |v| v.promotes() && is_ours(v) && v.person().came_back.on(),
                },
            ],
        },
        Promise {
            id: "F15.stopped-mail-stays-stopped",
            family: "F15",
            clauses: &["MKT-05"],
            statement: "A kind of e-mail that a person has stopped does not come any more, and other kinds still may.",
            shape: Shape::Absence,
            readings: &[],
            sees: &[Kind::Messaged],
            ends: Ends::Never,
            when: "an e-mail goes to somebody who has stopped some kind of e-mail",
            trigger: |v| mail(v).is_some() && !v.person().stopped_mail.set().is_empty(),
            parts: &[Part {
                name: "kind-stays-stopped",
                clauses: &["MKT-05"],
                says: "the message is of no kind that was stopped",
                holds: |v| mail(v).is_none_or(|mail| mail == Mail::Notice || !is_stopped(v, mail)),
            }],
            witnesses: &[Witness {
                name: "other-kind-still-comes",
                says: "an e-mail of another kind comes",
                seen: |v| mail(v).is_some_and(|mail| other_kind_stopped(v, mail)),
            }],
        },
    ]
}

fn is_plain_message<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(&Observation::Messaged { promotional: false, by, .. }) if v.is_controlled(by))
}

/// The kind of an e-mail by us or for the vendor.
fn mail<M: Mode>(v: &View<'_, M>) -> Option<Mail> {
    match v.saw() {
        Some(&Observation::Messaged { mail, channel: Channel::Email, by, .. }) if v.is_controlled(by) => {
            Some(mail)
        }
        Some(_) | None => None,
    }
}

fn is_stopped<M: Mode>(v: &View<'_, M>, mail: Mail) -> bool {
    let person = v.person();
    v.has(&person.stopped_mail, mail) && person.mail_stop.get(mail as usize).is_some_and(|stop| v.over(*stop))
}

fn other_kind_stopped<M: Mode>(v: &View<'_, M>, mail: Mail) -> bool {
    v.person()
        .mail_stop
        .iter()
        .enumerate()
        .any(|(kind, stop)| kind != mail as usize && stop.is_set() && v.over(*stop))
}
