//! F41: people answer for what their own lapses led to, and report the breaches that they become aware of.

use crate::history::Past;
use crate::inquiry::inquiry;
use crate::promise::{Duty, Promise, Seen};
use vouchsafe_alphabet::Observation::{
    BecameAware, Blamed, CredentialShared, Intruded, LoggedIn, LoggedOut, RequestMade, RequestRouted,
};
use vouchsafe_alphabet::data::{Blame, RequestKind};
use vouchsafe_alphabet::{Category, Class, Holder, Observation, Person, Sort};

/// A person answers for an intruder who had a password from them, and not where we let it out (WYD-02).
pub(crate) const BLAME_HAS_ITS_CAUSE: Promise = Promise {
    id: "F41.blame-has-its-cause",
    trigger: |_, seen| blamed(seen).is_some(),
    parts: &[
        ("own-lapse", |past, seen| blamed(seen).is_none_or(|p| owes_answer(past, p))),
        ("not-our-leak", |past, seen| blamed(seen).is_none_or(|p| !we_leaked(past, p))),
    ],
    witnesses: &[("person-answers", |_, seen| blamed(seen).is_some())],
    duty: None,
};

/// A breach is reported in time by whoever becomes aware of it (WYD-03, WYD-04).
pub(crate) const BREACH_IS_REPORTED: Promise = Promise {
    id: "F41.breach-is-reported",
    trigger: |past, seen| is_timely(past, seen) || seen.end().is_some(),
    parts: &[("reported", |_, seen| seen.end().is_none())],
    witnesses: &[
        ("reported", is_timely),
        ("reported-when-locked-out", |past, seen| {
            is_timely(past, seen) && reporter(seen).is_some_and(|p| is_locked_out(past, p))
        }),
        ("report-received", |past, seen| {
            matches!(seen.line(), Some(RequestRouted { request, asks: RequestKind::BreachReport })
                if inquiry(past, request).is_some_and(|it| it.asks == RequestKind::BreachReport))
        }),
        (
            "session-ended-after-report",
            |past, seen| matches!(seen.line(), Some(LoggedOut { person, .. }) if has_reported(past, person)),
        ),
    ],
    duty: Some(Duty { sort: Sort::Person, open: |past, id| due(past, Person(id)) }),
};

fn blamed(seen: Seen) -> Option<Person> {
    if let Some(Blamed { person, blame: Blame::User }) = seen.line() { Some(person) } else { None }
}

/// Whether somebody has a password of the person, from them or from whoever had it.
fn knows(past: Past<'_>, p: Person, who: Person) -> bool {
    past.ever_then(|then, seen| {
        matches!(seen, CredentialShared { person, other }
            if other == who && (person == p || knows(then, p, person)))
    })
}

/// Whether somebody intrudes by this who had a password from the person; nothing where nobody intrudes.
fn by_lapse(past: Past<'_>, seen: Observation, p: Person) -> Option<bool> {
    if let Intruded { person, other } = seen
        && person == p
    {
        Some(knows(past, p, other))
    } else {
        None
    }
}

/// Whether there is an intrusion by a lapse of the person's that has not been followed, after they answered for it,
/// by one that was none.
fn owes_answer(past: Past<'_>, p: Person) -> bool {
    let Some(lapse) = past.latest_then(|then, seen| by_lapse(then, seen, p) == Some(true)) else {
        return false;
    };
    let answered = Blamed { person: p, blame: Blame::User };
    !past.from(lapse + 1).any(|(index, _, seen)| {
        by_lapse(past.before(index), seen, p) == Some(false)
            && past.before(index).from(lapse + 1).any(|(.., older)| older == answered)
    })
}

/// Whether a password of the person went from us to somebody who did not work for us.
fn we_leaked(past: Past<'_>, p: Person) -> bool {
    past.ever_then(|then, seen| {
        then.outward(seen).is_some_and(|made| {
            made.category == Category::Credentials && made.subjects.contains(&p) && !stays(then, made.to)
        })
    })
}

fn stays(past: Past<'_>, to: Holder) -> bool {
    past.controlled(to) || past.class(to) == Class::Authority
}

fn is_report(seen: Observation, p: Person) -> bool {
    matches!(seen, RequestMade { person, asks: RequestKind::BreachReport, .. } if person == p)
}

fn reporter(seen: Seen) -> Option<Person> {
    if let Some(RequestMade { person, asks: RequestKind::BreachReport, .. }) = seen.line() {
        Some(person)
    } else {
        None
    }
}

/// When the person became aware, time after time since the latest report.
fn unreported(past: Past<'_>, p: Person) -> impl Iterator<Item = (usize, u64)> {
    let reported = past.latest(|seen| is_report(seen, p));
    past.from(reported.map_or(0, |index| index + 1)).filter_map(move |(index, at, seen)| {
        matches!(seen, BecameAware { person, .. } if person == p).then_some((index, at))
    })
}

/// The last lawful instant of a report: each awareness gives one, unless it comes while a report is owed already.
fn due(past: Past<'_>, p: Person) -> Option<u64> {
    let latest = unreported(past, p).fold(None, |owed, (_, at)| {
        let over = owed.is_none_or(|due| due < at);
        if over { Some(past.due(at, past.rules.deadlines.user_report)) } else { owed }
    });
    latest.filter(|due| *due >= past.now)
}

fn is_timely(past: Past<'_>, seen: Seen) -> bool {
    reporter(seen).is_some_and(|p| due(past, p).is_some())
}

/// Whether a session of the person has ended while they were aware of something unreported, and none has begun since.
fn is_locked_out(past: Past<'_>, p: Person) -> bool {
    let ended = past.latest_then(|then, seen| {
        matches!(seen, LoggedOut { person, .. } if person == p) && unreported(then, p).next().is_some()
    });
    ended.is_some_and(|index| {
        !past.after(index, |seen| matches!(seen, LoggedIn { person, .. } if person == p))
    })
}

/// Whether the person has reported something that they were aware of.
fn has_reported(past: Past<'_>, p: Person) -> bool {
    past.ever_then(|then, seen| is_report(seen, p) && unreported(then, p).next().is_some())
}
