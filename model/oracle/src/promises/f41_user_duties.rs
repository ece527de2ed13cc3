//! F41, duties of people (WYD-02, WYD-03, WYD-04): a person answers for an intrusion that a lapse of their own led to,
//! and reports in time what they become aware of.
//!
//! The second is owed by people, not by the vendor, who owes no notice of breaches (T29): what is asked of it is that
//! such a report can be made, whoever has the account.

use crate::books::Subject;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::{Blame, RequestKind};
use vouchsafe_alphabet::{Kind, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 2] {
    [blame(), report()]
}

const fn blame<M: Mode>() -> Promise<M> {
    Promise {
        id: "F41.blame-has-its-cause",
        family: "F41",
        clauses: &["WYD-02"],
        statement: "An incident is laid at a person's door only where somebody intruded who had a password from them, and we had let it out to nobody.",
        shape: Shape::Precedence,
        readings: &["affiliate"],
        sees: &[Kind::Blamed],
        ends: Ends::Never,
        when: "an incident is laid at the door of the person",
        trigger: |v| blames(v),
        parts: &[
            Part {
                name: "own-lapse",
                clauses: &["WYD-02"],
                says: "somebody has intruded who had a password from the person by then, and for whom they have not answered already before somebody else did",
                holds: |v| !blames(v) || v.is(&v.books.incident(v.person_id()).by_lapse),
            },
            Part {
                name: "not-our-leak",
                clauses: &["WYD-02"],
                says: "no password of the person has gone from us to anybody who does not work for us",
                holds: |v| !blames(v) || !v.is(&v.books.incident(v.person_id()).leaked),
            },
        ],
        witnesses: &[Witness {
            name: "person-answers",
            says: "a person answers for what their own lapse led to",
            seen: |v| blames(v),
        }],
    }
}

const fn report<M: Mode>() -> Promise<M> {
    Promise {
        id: "F41.breach-is-reported",
        family: "F41",
        clauses: &["WYD-03", "WYD-04"],
        statement: "A person reports in time an intrusion or another breach that they become aware of; the duty is theirs.",
        shape: Shape::ResponseWithin,
        readings: &[],
        sees: &[Kind::RequestMade, Kind::RequestRouted, Kind::LoggedOut],
        ends: Ends::OfPeople,
        when: "a person who is aware of a breach reports it, or the time for that runs out",
        trigger: |v| is_open(v) && (reports(v) || is_end(v)),
        parts: &[Part {
            name: "reported",
            clauses: &["WYD-03", "WYD-04"],
            says: "it was reported before the deadline passed",
            holds: |v| !(is_end(v) && v.is(&v.books.incident(v.person_id()).aware)),
        }],
        witnesses: &[
            Witness {
                name: "reported",
                says: "a person reports a breach in time",
                seen: |v| reports(v) && is_open(v),
            },
            Witness {
                name: "reported-when-locked-out",
                says: "a person reports a breach in time after their session has ended",
                seen: |v| reports(v) && is_open(v) && v.books.incident(v.person_id()).locked_out.on(),
            },
            Witness {
                name: "report-received",
                says: "a report of a breach reaches the desk that serves it",
                seen: |v| is_received(v),
            },
            Witness {
                name: "session-ended-after-report",
                says: "a session of somebody who has reported a breach is ended",
                seen: |v| {
                    matches!(v.saw(), Some(Observation::LoggedOut { .. }))
                        && v.books.incident(v.person_id()).reported.on()
                },
            },
        ],
    }
}

fn blames<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::Blamed { blame: Blame::User, .. }))
}

fn is_open<M: Mode>(v: &View<'_, M>) -> bool {
    let book = v.books.incident(v.person_id());
    book.aware.on() && v.running(book.report)
}

fn is_end<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.ends(), Some(Subject::Person(_))) && v.due(v.books.incident(v.person_id()).report)
}

fn is_received<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::RequestRouted { asks: RequestKind::BreachReport, .. }))
        && v.inquiry().made.on()
        && v.inquiry().asks == RequestKind::BreachReport
}

fn reports<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(Observation::RequestMade { asks: RequestKind::BreachReport, .. }))
}
