//! F29: who asks about their own data proves who they are, gets the whole of it and nothing else, in time and for a
//! fair fee.

use crate::history::Past;
use crate::inquiry::{Inquiry, inquiry, settles};
use crate::promise::{Duty, Promise, Seen};
use vouchsafe_alphabet::Observation::{
    AccountEdited, AccountViewed, Corrected, FeeCharged, IdentityProved, MoreAsked, RequestAnswered,
};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{Category, Channel, Request, Set, Sort};

/// Nothing is handed over or corrected before its sender proved to be the subject (DSR-01, DSR-02, DSR-03, DSR-10).
pub(crate) const VERIFIED_FIRST: Promise = Promise {
    id: "F29.verified-first",
    trigger: |past, seen| {
        served(past, seen).is_some() || passing(past, seen).is_some() || in_session(seen).is_some()
    },
    parts: &[
        ("identity-proved", |past, seen| served(past, seen).is_none_or(|it| it.may_be_served(past))),
        ("rightly-passed", |past, seen| passing(past, seen).is_none_or(|it| it.is_entitled(past))),
        ("in-session", |_, seen| in_session(seen).is_none_or(|in_session| in_session)),
    ],
    witnesses: &[
        ("access-by-email", |past, seen| serves(past, seen, RequestKind::Access, Channel::Email)),
        ("access-by-letter", |past, seen| serves(past, seen, RequestKind::Access, Channel::Letter)),
        ("corrected-by-email", |past, seen| serves(past, seen, RequestKind::Correction, Channel::Email)),
        ("corrected-by-letter", |past, seen| serves(past, seen, RequestKind::Correction, Channel::Letter)),
        ("impostor-refused", |past, seen| {
            answered(past, seen).is_some_and(|(it, good)| !good && settled(seen) && !it.is_entitled(past))
        }),
        ("changed-on-the-site", |_, seen| edited_by(seen) == Some(Channel::AccountPage)),
        ("changed-on-the-device", |_, seen| edited_by(seen) == Some(Channel::Plugin)),
        ("viewed", |_, seen| matches!(seen.line(), Some(AccountViewed { good: true, .. }))),
    ],
    duty: None,
};

/// What is answered is whole and about nobody else, and nothing needless is asked for (DSR-01, DSR-02, DSR-04).
pub(crate) const WHOLE_ANSWER: Promise = Promise {
    id: "F29.whole-answer",
    trigger: |past, seen| answered(past, seen).is_some() || demanded(past, seen).is_some(),
    parts: &[
        ("all-that-is-held", |past, seen| {
            let (Some((it, true)), Some(RequestAnswered { categories: Some(given), .. })) =
                (answered(past, seen), seen.line())
            else {
                return true;
            };
            it.asks != RequestKind::Access
                || !it.is_open(past)
                || it.held_all_along(past).without(given) == Set::EMPTY
        }),
        ("own-data-alone", |past, seen| {
            let (Some((it, _)), Some(RequestAnswered { person: Some(given), .. })) =
                (of_right(past, seen), seen.line())
            else {
                return true;
            };
            given == it.person
        }),
        ("every-copy-corrected", |past, seen| {
            correction_done(past, seen).is_none_or(|it| it.is_mended(past))
        }),
        ("nothing-needless", |past, seen| {
            demanded(past, seen).is_none_or(|asked| asked.iter().all(|c| needed(*c)))
        }),
    ],
    witnesses: &[
        ("access-given", |past, seen| {
            answered(past, seen).is_some_and(|(it, good)| {
                good && it.asks == RequestKind::Access && it.is_open(past) && it.held_at_first(past)
            })
        }),
        ("copies-corrected", |past, seen| {
            correction_done(past, seen).is_some_and(|it| it.has_two_copies(past))
        }),
    ],
    duty: None,
};

/// An answer is given within the time of the person's own law (DSR-05).
pub(crate) const ANSWERED_IN_TIME: Promise = Promise {
    id: "F29.answered-in-time",
    trigger: |past, seen| {
        let q = match (seen.line(), seen.end()) {
            (Some(RequestAnswered { request, .. }), _) => Some(request),
            (_, Some(id)) => Some(Request(id)),
            (_, None) => None,
        };
        q.is_some_and(|q| due(past, q).is_some())
    },
    parts: &[("answered", |_, seen| seen.end().is_none())],
    witnesses: &[("answered-in-time", |past, seen| {
        answered(past, seen).is_some_and(|(it, _)| settled(seen) && it.due(past).is_some())
    })],
    duty: Some(Duty { sort: Sort::Request, open: |past, id| due(past, Request(id)) }),
};

/// A fee is for access alone and within reason (DSR-06, DSR-07).
pub(crate) const FAIR_FEE: Promise = Promise {
    id: "F29.fair-fee",
    trigger: |_, seen| charge(seen).is_some(),
    parts: &[
        ("for-access-alone", |past, seen| {
            charge(seen)
                .is_none_or(|(q, _)| inquiry(past, q).is_some_and(|it| it.asks == RequestKind::Access))
        }),
        ("reasonable", |past, seen| {
            charge(seen).is_none_or(|(q, amount)| {
                let before = inquiry(past, q).map_or(0, |it| it.charged(past));
                before.saturating_add(amount) <= past.rules.fee_cap
            })
        }),
    ],
    witnesses: &[
        ("free", |past, seen| answered(past, seen).is_some_and(|(it, good)| good && it.charged(past) == 0)),
        ("charged", |_, seen| charge(seen).is_some()),
    ],
    duty: None,
};

/// The request for access or correction that this is about, with what is said to be so of it.
fn of_right(past: Past<'_>, seen: Seen) -> Option<(Inquiry, bool)> {
    let line = seen.line()?;
    let (q, good) = if let RequestAnswered { request, good, .. } = line {
        (request, good)
    } else if let MoreAsked { request, .. } = line {
        (request, false)
    } else if let IdentityProved { request, passed } = line {
        (request, passed)
    } else if let Corrected { request: Some(request), .. } = line {
        (request, true)
    } else {
        return None;
    };
    inquiry(past, q).filter(|it| it.is_of_right()).map(|it| (it, good))
}

/// The request for access or correction that this answers, and whether the answer is said to be complete.
fn answered(past: Past<'_>, seen: Seen) -> Option<(Inquiry, bool)> {
    matches!(seen.line(), Some(RequestAnswered { .. })).then(|| of_right(past, seen)).flatten()
}

/// Whether this answers a request for good.
fn settled(seen: Seen) -> bool {
    if let Some(line @ RequestAnswered { request, .. }) = seen.line() {
        settles(line, request)
    } else {
        false
    }
}

/// The request that is served by this: data goes to its sender, or is corrected for it.
fn served(past: Past<'_>, seen: Seen) -> Option<Inquiry> {
    let (it, good) = of_right(past, seen)?;
    let line = seen.line()?;
    let is_served = if let RequestAnswered { categories, .. } = line {
        let gives = categories.is_some_and(|given| given != Set::EMPTY);
        good || (gives && it.asks == RequestKind::Access)
    } else {
        matches!(line, Corrected { .. }) && it.asks == RequestKind::Correction
    };
    is_served.then_some(it)
}

fn serves(past: Past<'_>, seen: Seen, asks: RequestKind, channel: Channel) -> bool {
    served(past, seen).is_some_and(|it| it.asks == asks && it.channel == channel)
}

/// The message whose sender passes the check by this, whatever it asks.
fn passing(past: Past<'_>, seen: Seen) -> Option<Inquiry> {
    if let Some(IdentityProved { request, passed: true }) = seen.line() {
        inquiry(past, request)
    } else {
        None
    }
}

/// Whether the account page that is looked at or changed by this is so in a session.
fn in_session(seen: Seen) -> Option<bool> {
    if let AccountViewed { good, .. } | AccountEdited { good, .. } = seen.line()? { Some(good) } else { None }
}

/// The way by which account details are changed in a session by this.
fn edited_by(seen: Seen) -> Option<Channel> {
    if let AccountEdited { channel, good: true, .. } = seen.line()? { Some(channel) } else { None }
}

/// The open correction that is said to be done by this.
fn correction_done(past: Past<'_>, seen: Seen) -> Option<Inquiry> {
    answered(past, seen)
        .filter(|(it, good)| *good && it.asks == RequestKind::Correction && it.is_open(past))
        .map(|(it, _)| it)
}

/// What is asked for by this to serve a request.
fn demanded(past: Past<'_>, seen: Seen) -> Option<Vec<Category>> {
    if let MoreAsked { categories, .. } = seen.line()? {
        of_right(past, seen)?;
        Some(categories.map_or(Vec::new(), |asked| asked.iter().collect()))
    } else {
        None
    }
}

/// Whether this identifies somebody, or finds what is held of them.
fn needed(c: Category) -> bool {
    [
        Category::Account,
        Category::SharedAccounts,
        Category::DeviceInfo,
        Category::IdentityProof,
        Category::RequestData,
        Category::Correspondence,
        Category::Feedback,
        Category::Purchase,
        Category::Age,
    ]
    .contains(&c)
}

fn due(past: Past<'_>, q: Request) -> Option<u64> {
    inquiry(past, q).and_then(|it| it.due(past))
}

/// The fee that is charged by this, and for which message.
fn charge(seen: Seen) -> Option<(Request, u64)> {
    if let FeeCharged { request, amount } = seen.line()? { Some((request, amount)) } else { None }
        .filter(|(_, amount)| *amount > 0)
}
