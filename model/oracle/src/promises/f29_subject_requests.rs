//! F29, requests about one's own data (DSR-01 to DSR-10): whoever asks for access or correction proves who they are
//! first, gets all that is held of them and nothing of anybody else, in time and for a fee at most for access.

use super::subject_requests::{claims_correction, is_mended, left_out, needless, two_copies};
use crate::books::{InquiryBook, Subject, settles};
use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Leading, Owed, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::readings::{IdentityCheck, SessionProof};
use vouchsafe_alphabet::{Channel, Clock, Kind, Observation, Sort};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 4] {
    [
        Promise {
            id: "F29.verified-first",
            family: "F29",
            clauses: &["DSR-01", "DSR-02", "DSR-03", "DSR-08", "DSR-09", "DSR-10"],
            statement: "Data is handed over or corrected on request only once the sender has proved to be the person that it is about, and on the account pages only in a session.",
            shape: Shape::Precedence,
            readings: &["identity-check", "session-proof"],
            sees: &[
                Kind::RequestAnswered,
                Kind::Corrected,
                Kind::IdentityProved,
                Kind::AccountViewed,
                Kind::AccountEdited,
            ],
            ends: Ends::Never,
            when: "a request for access or correction is served, its sender passes the check, or account details are viewed or changed",
            trigger: |v| serves(v).is_some() || passes(v).is_some() || in_session(v).is_some(),
            parts: &[
                Part {
                    name: "identity-proved",
                    clauses: &["DSR-01", "DSR-02", "DSR-03"],
                    says: "the sender had passed the last check of who they are",
                    holds: |v| serves(v).is_none_or(|inquiry| is_proved(v, inquiry)),
                },
                Part {
                    name: "rightly-passed",
                    clauses: &["DSR-03"],
                    says: "who passes the check is the person that the request is about, or their guardian",
                    holds: |v| passes(v).is_none_or(|inquiry| is_entitled(v, inquiry)),
                },
                Part {
                    name: "in-session",
                    clauses: &["DSR-10"],
                    says: "account details are viewed and changed in a session of the account",
                    holds: |v| in_session(v) != Some(false),
                },
            ],
            witnesses: &[
                Witness {
                    name: "access-by-email",
                    says: "access is given to who asked by e-mail",
                    seen: |v| serves(v).is_some_and(|q| asked(q, RequestKind::Access, Channel::Email)),
                },
                Witness {
                    name: "access-by-letter",
                    says: "access is given to who asked by letter",
                    seen: |v| serves(v).is_some_and(|q| asked(q, RequestKind::Access, Channel::Letter)),
                },
                Witness {
                    name: "corrected-by-email",
                    says: "data is corrected for who asked by e-mail",
                    seen: |v| serves(v).is_some_and(|q| asked(q, RequestKind::Correction, Channel::Email)),
                },
                Witness {
                    name: "corrected-by-letter",
                    says: "data is corrected for who asked by letter",
                    seen: |v| serves(v).is_some_and(|q| asked(q, RequestKind::Correction, Channel::Letter)),
                },
                Witness {
                    name: "impostor-refused",
                    says: "somebody else's request is refused",
                    seen: |v| refuses(v) && !is_entitled(v, v.inquiry()),
                },
                Witness {
                    name: "changed-on-the-site",
                    says: "account details are changed on the account pages",
                    seen: |v| edits(v, Channel::AccountPage),
                },
                Witness {
                    name: "changed-on-the-device",
                    says: "account details are changed by signing in on a device",
                    seen: |v| edits(v, Channel::Plugin),
                },
                Witness {
                    name: "viewed",
                    says: "account details are viewed",
                    seen: |v| matches!(v.saw(), Some(Observation::AccountViewed { good: true, .. })),
                },
            ],
        },
        Promise {
            id: "F29.whole-answer",
            family: "F29",
            clauses: &["DSR-01", "DSR-02", "DSR-04"],
            statement: "An answer gives all that is held of the person and nothing of anybody else, a correction reaches every copy, and no more is asked for than the request needs.",
            shape: Shape::Absence,
            readings: &[],
            sees: &[Kind::RequestAnswered, Kind::MoreAsked],
            ends: Ends::Never,
            when: "a request for access or correction is answered, or more is asked for it",
            trigger: |v| v.inquiry().is_of_right(),
            parts: &[
                Part {
                    name: "all-that-is-held",
                    clauses: &["DSR-01"],
                    says: "a complete answer has every category that was held when it was asked for, and still is",
                    holds: |v| left_out(v).is_empty(),
                },
                Part {
                    name: "own-data-alone",
                    clauses: &["DSR-01"],
                    says: "what is given is about the person whom the request is about",
                    holds: |v| {
                        !matches!(v.saw(), Some(&Observation::RequestAnswered { person: Some(given), .. })
                            if v.is(&v.inquiry().made) && given != v.inquiry().person)
                    },
                },
                Part {
                    name: "every-copy-corrected",
                    clauses: &["DSR-02"],
                    says: "when a correction is done, every copy under the vendor's control is corrected",
                    holds: |v| !claims_correction(v) || is_mended(v),
                },
                Part {
                    name: "nothing-needless",
                    clauses: &["DSR-04"],
                    says: "what is asked for identifies the sender or finds the data",
                    holds: |v| needless(v).is_empty(),
                },
            ],
            witnesses: &[
                Witness {
                    name: "access-given",
                    says: "somebody gets what is held of them",
                    seen: |v| {
                        matches!(v.saw(), Some(Observation::RequestAnswered { good: true, .. }))
                            && v.inquiry().asks == RequestKind::Access
                            && !v.inquiry().held.set().is_empty()
                    },
                },
                Witness {
                    name: "copies-corrected",
                    says: "a correction that reached two copies is done",
                    seen: |v| claims_correction(v) && v.inquiry().mended.on() && two_copies(v),
                },
            ],
        },
        Promise {
            id: "F29.answered-in-time",
            family: "F29",
            clauses: &["DSR-05"],
            statement: "A request for access or correction is answered within the time that the person's own law sets.",
            shape: Shape::ResponseWithin,
            readings: &["request-clock"],
            sees: &[Kind::RequestAnswered],
            ends: Ends::OfInquiries,
            when: "such a request is answered, or its time runs out",
            trigger: |v| is_owed(v),
            parts: &[Part {
                name: "answered",
                clauses: &["DSR-05"],
                says: "it was answered before its deadline passed",
                holds: |v| v.ends().is_none() || !v.is(&v.inquiry().made),
            }],
            witnesses: &[Witness {
                name: "answered-in-time",
                says: "a request is answered in time",
                seen: |v| v.saw().is_some() && is_owed(v) && is_settled(v),
            }],
        },
        Promise {
            id: "F29.fair-fee",
            family: "F29",
            clauses: &["DSR-06", "DSR-07"],
            statement: "A fee is charged for access alone, and no more than is reasonable.",
            shape: Shape::Absence,
            readings: &[],
            sees: &[Kind::FeeCharged, Kind::RequestAnswered],
            ends: Ends::Never,
            when: "a fee is charged",
            trigger: |v| fee(v) > 0,
            parts: &[
                Part {
                    name: "for-access-alone",
                    clauses: &["DSR-06", "DSR-07"],
                    says: "the request is one for access",
                    holds: |v| v.inquiry().made.on() && v.inquiry().asks == RequestKind::Access,
                },
                Part {
                    name: "reasonable",
                    clauses: &["DSR-07"],
                    says: "all that is charged for it is within the highest reasonable fee",
                    holds: |v| v.inquiry().charged.saturating_add(fee(v)) <= v.rules.fee_cap,
                },
            ],
            witnesses: &[
                Witness {
                    name: "free",
                    says: "a request is served for nothing",
                    seen: |v| {
                        matches!(v.saw(), Some(Observation::RequestAnswered { good: true, .. }))
                            && v.inquiry().is_of_right()
                            && v.inquiry().charged == 0
                    },
                },
                Witness { name: "charged", says: "a fee is charged for access", seen: |v| fee(v) > 0 },
            ],
        },
    ]
}

pub(super) const fn leads_to<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F29.request-is-processed",
        family: "F29",
        clauses: &["DSR-04"],
        statement: "Once the vendor has enough to go on, a request for access or correction comes to be answered.",
        shape: Shape::LeadsTo(Leading { owed: Owed::Each(Sort::Request), fair: &["requests-are-worked-on"] }),
        readings: &[],
        sees: &[Kind::IdentityProved, Kind::InformationSupplied, Kind::RequestAnswered],
        ends: Ends::Never,
        when: "the sender has proved to be the person meant, and has supplied what was asked for",
        trigger: |v| is_enough(v),
        parts: &[Part {
            name: "processed",
            clauses: &["DSR-04"],
            says: "the request is answered, be it by a refusal",
            holds: |v| is_settled(v) && v.inquiry().is_of_right(),
        }],
        witnesses: &[Witness {
            name: "processed",
            says: "a request is answered",
            seen: |v| is_settled(v) && v.inquiry().is_of_right(),
        }],
    }]
}

/// The request for access or correction that is served by this: data is handed over, or a copy corrected for it.
fn serves<'a, M: Mode>(v: &View<'a, M>) -> Option<&'a InquiryBook<M>> {
    let inquiry = v.inquiry();
    let served = match v.saw() {
        Some(&Observation::RequestAnswered { good, categories, .. }) => {
            good || inquiry.asks == RequestKind::Access && categories.is_some_and(|given| !given.is_empty())
        }
        Some(Observation::Corrected { request: Some(_), .. }) => inquiry.asks == RequestKind::Correction,
        Some(_) | None => false,
    };
    (served && inquiry.is_of_right()).then_some(inquiry)
}

/// The request whose sender passes the check by this.
fn passes<'a, M: Mode>(v: &View<'a, M>) -> Option<&'a InquiryBook<M>> {
    let passes = matches!(v.saw(), Some(Observation::IdentityProved { passed: true, .. }));
    Some(v.inquiry()).filter(|inquiry| passes && inquiry.made.on())
}

/// Whether account details are viewed or changed in a session, if they are.
fn in_session<M: Mode>(v: &View<'_, M>) -> Option<bool> {
    if let Some(&(Observation::AccountViewed { good, .. } | Observation::AccountEdited { good, .. })) =
        v.saw()
    {
        Some(good)
    } else {
        None
    }
}

fn edits<M: Mode>(v: &View<'_, M>, by: Channel) -> bool {
    matches!(v.saw(), Some(&Observation::AccountEdited { channel, good: true, .. }) if channel == by)
}

fn asked<M: Mode>(inquiry: &InquiryBook<M>, asks: RequestKind, channel: Channel) -> bool {
    (inquiry.asks, inquiry.channel) == (asks, channel)
}

/// Whether the sender is the person that the request is about, or a guardian of theirs.
fn is_entitled<M: Mode>(v: &View<'_, M>, inquiry: &InquiryBook<M>) -> bool {
    v.note(inquiry.made.cause());
    inquiry.sender == inquiry.person
        || v.books.person(inquiry.person).guardians.get(inquiry.sender.0).is_some_and(|cause| {
            v.note(cause);
            true
        })
}

/// Whether the sender need not prove any more who they are.
fn is_proved<M: Mode>(v: &View<'_, M>, inquiry: &InquiryBook<M>) -> bool {
    let readings = &v.rules.readings;
    let by_session = readings.session_proof == SessionProof::Proves
        && matches!(inquiry.channel, Channel::Plugin | Channel::AccountPage);
    let unasked =
        readings.identity_check == IdentityCheck::UpdatesOnly && inquiry.asks == RequestKind::Access;
    unasked || v.is(&inquiry.proved) || by_session && is_entitled(v, inquiry) || {
        v.note(inquiry.made.cause());
        false
    }
}

/// Whether this answers a request for good.
fn is_settled<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(&Observation::RequestAnswered { good, categories, .. }) if settles(good, categories))
}

fn refuses<M: Mode>(v: &View<'_, M>) -> bool {
    v.inquiry().is_of_right()
        && is_settled(v)
        && matches!(v.saw(), Some(Observation::RequestAnswered { good: false, .. }))
}

/// Whether an answer is owed for the request seen, or was to be given by the instant that has ended.
fn is_owed<M: Mode>(v: &View<'_, M>) -> bool {
    let inquiry = v.inquiry();
    let time = match v.ends() {
        Some(Subject::Inquiry(_)) => v.due(inquiry.due),
        Some(_) => false,
        None => inquiry.due.is_set() && !v.over(inquiry.due),
    };
    inquiry.is_open() && time && is_entitled(v, inquiry)
}

/// The fee that is charged by this.
fn fee<M: Mode>(v: &View<'_, M>) -> u64 {
    if let Some(&Observation::FeeCharged { amount, .. }) = v.saw() { amount } else { 0 }
}

/// Whether the vendor has all by this that it needs.
fn is_enough<M: Mode>(v: &View<'_, M>) -> bool {
    let inquiry = v.inquiry();
    let proved = match v.saw() {
        Some(Observation::IdentityProved { passed, .. }) => *passed,
        Some(Observation::InformationSupplied { .. }) => inquiry.proved.on(),
        Some(_) | None => false,
    };
    proved && inquiry.is_of_right() && inquiry.is_open() && is_entitled(v, inquiry)
}
