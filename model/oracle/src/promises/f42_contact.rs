//! F42, contact (PRE-03, COM-14, COM-15, CON-01, CON-02): mail to the one mailbox and letters reach the desk that
//! serves what they ask, whoever sends them, and questions are answered.

use crate::mode::Mode;
use crate::promise::{Ends, Leading, Owed, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{Channel, Kind, Observation, Sort};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F42.right-desk",
        family: "F42",
        clauses: &["PRE-03", "COM-14", "CON-01", "CON-02"],
        statement: "What comes by mail is brought to the desk that serves what it asks.",
        shape: Shape::Absence,
        readings: &[],
        sees: &[Kind::RequestRouted],
        ends: Ends::Never,
        when: "a message that asks something is brought to a desk",
        trigger: |v| desk(v).is_some(),
        parts: &[Part {
            name: "right-desk",
            clauses: &["CON-02"],
            says: "the desk serves what the message asks, or one that does has the message already",
            holds: |v| desk(v).is_none_or(|desk| desk == v.inquiry().asks || v.inquiry().routed.on()),
        }],
        witnesses: &[
            Witness {
                name: "question-by-email",
                says: "a question by e-mail reaches the officer for data protection",
                seen: |v| arrives(v, RequestKind::Question) && v.inquiry().channel == Channel::Email,
            },
            Witness {
                name: "question-of-a-stranger",
                says: "a question of somebody who uses no product reaches that officer",
                seen: |v| {
                    arrives(v, RequestKind::Question) && !v.books.person(v.inquiry().sender).used_product.on()
                },
            },
            Witness {
                name: "change-of-mind-by-letter",
                says: "a letter that takes a consent back reaches its desk",
                seen: |v| arrives(v, RequestKind::ChangeOfMind) && v.inquiry().channel == Channel::Letter,
            },
            Witness {
                name: "access-by-letter",
                says: "a letter that asks for access reaches its desk",
                seen: |v| arrives(v, RequestKind::Access) && v.inquiry().channel == Channel::Letter,
            },
            Witness {
                name: "stop-sharing",
                says: "a message that ends sharing reaches its desk",
                seen: |v| arrives(v, RequestKind::StopSharing),
            },
        ],
    }]
}

pub(super) const fn leads_to<M: Mode>() -> [Promise<M>; 2] {
    [
        Promise {
            id: "F42.mail-reaches-its-desk",
            family: "F42",
            clauses: &["CON-02", "COM-14"],
            statement: "No message to the mailbox and no letter is lost: each reaches its desk.",
            shape: Shape::LeadsTo(Leading { owed: Owed::Each(Sort::Request), fair: &["mail-is-opened"] }),
            readings: &[],
            sees: &[Kind::RequestMade, Kind::RequestRouted],
            ends: Ends::Never,
            when: "somebody sends a message that asks something",
            trigger: |v| matches!(v.saw(), Some(Observation::RequestMade { .. })),
            parts: &[Part {
                name: "reaches-its-desk",
                clauses: &["CON-02", "COM-14"],
                says: "the message is brought to the desk that serves what it asks",
                holds: |v| desk(v) == Some(v.inquiry().asks),
            }],
            witnesses: &[Witness {
                name: "reached",
                says: "a message reaches its desk",
                seen: |v| desk(v) == Some(v.inquiry().asks),
            }],
        },
        Promise {
            id: "F42.question-is-answered",
            family: "F42",
            clauses: &["COM-15"],
            statement: "A question about the handling of data comes to be answered.",
            shape: Shape::LeadsTo(Leading {
                owed: Owed::Each(Sort::Request),
                fair: &["mail-is-opened", "requests-are-worked-on"],
            }),
            readings: &[],
            sees: &[Kind::RequestMade, Kind::RequestAnswered],
            ends: Ends::Never,
            when: "somebody sends a question",
            trigger: |v| {
                matches!(v.saw(), Some(Observation::RequestMade { asks: RequestKind::Question, .. }))
            },
            parts: &[Part {
                name: "answered",
                clauses: &["COM-15"],
                says: "the question is answered",
                holds: |v| answers_question(v),
            }],
            witnesses: &[Witness {
                name: "answered",
                says: "a question is answered",
                seen: |v| answers_question(v),
            }],
        },
    ]
}

/// The desk that a message known to be sent is brought to.
fn desk<M: Mode>(v: &View<'_, M>) -> Option<RequestKind> {
    match v.saw() {
        Some(&Observation::RequestRouted { asks, .. }) if v.is(&v.inquiry().made) => Some(asks),
        Some(_) | None => None,
    }
}

/// Whether a message that asks this reaches its desk.
fn arrives<M: Mode>(v: &View<'_, M>, asks: RequestKind) -> bool {
    desk(v) == Some(asks) && v.inquiry().asks == asks
}

fn answers_question<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::RequestAnswered { .. }))
        && v.inquiry().made.on()
        && v.inquiry().asks == RequestKind::Question
}
