//! F30: a withdrawal is processed in time, and from then on nothing is done against it.

use crate::consent::is_spoken_yes;
use crate::history::{Past, data_act};
use crate::promise::{Duty, Promise, Seen};
use vouchsafe_alphabet::Observation::{Collected, Used, WithdrawalProcessed};
use vouchsafe_alphabet::{Request, Sort, Verb};

/// A withdrawal is processed by its deadline (WDC-03).
pub(crate) const PROCESSED_IN_TIME: Promise = Promise {
    id: "F30.processed-in-time",
    trigger: |past, seen| {
        processed(seen)
            .or(ended(seen))
            .is_some_and(|q| past.withdrawal_due(q).is_some())
    },
    // A withdrawal that is still open when its last lawful instant ends was not processed.
    parts: &[("processed", |past, seen| {
        ended(seen).is_none_or(|q| past.withdrawal_due(q).is_none())
    })],
    witnesses: &[("processed-in-time", |past, seen| {
        processed(seen).is_some_and(|q| past.withdrawal_due(q).is_some())
    })],
    duty: Some(Duty {
        sort: Sort::Request,
        open: |past, id| past.withdrawal_due(Request(id)),
    }),
};

/// Once a withdrawal is in force, no act in its scope wherever the vendor controls the data (WDC-01, WDC-04,
/// WDC-05, CTL-04).
pub(crate) const NOTHING_AFTER_WITHDRAWAL: Promise = Promise {
    id: "F30.nothing-after-withdrawal",
    trigger: |past, seen| {
        seen.line()
            .and_then(data_act)
            .is_some_and(|act| past.controlled(act.by) && past.withdrawals(act.person).next().is_some())
    },
    parts: &[
        ("no-collection", |past, seen| lawful(past, seen, Verb::Collect)),
        ("no-use", |past, seen| lawful(past, seen, Verb::Use)),
        ("no-disclosure", |past, seen| lawful(past, seen, Verb::Disclose)),
    ],
    witnesses: &[
        ("other-verb-goes-on", |past, seen| {
            if let Some(Used { person, .. }) = seen.line() {
                past.withdrawn_something(person)
            } else {
                false
            }
        }),
        ("collected-again-after-yes", collected_again_after_yes),
    ],
    duty: None,
};

fn processed(seen: Seen) -> Option<Request> {
    if let Some(WithdrawalProcessed { request }) = seen.line() {
        Some(request)
    } else {
        None
    }
}

fn ended(seen: Seen) -> Option<Request> {
    seen.end().map(Request)
}

/// Whether this is not an act by that verb against a withdrawal; handing data over is an act of one's own.
fn lawful(past: Past<'_>, seen: Seen, verb: Verb) -> bool {
    let Some(act) = seen.line().and_then(data_act).filter(|act| act.verb == verb) else {
        return true;
    };
    act.handed_over
        || !past.withdrawn(act.person, verb, act.category)
        || past.legal_cover(act.person, verb, act.category)
}

fn collected_again_after_yes(past: Past<'_>, seen: Seen) -> bool {
    let Some(Collected {
        person: p,
        category: c,
        ..
    }) = seen.line()
    else {
        return false;
    };
    past.withdrawals(p)
        .filter(|w| w.names(Verb::Collect, c))
        .any(|w| {
            past.from(w.index + 1).any(|(index, _, later)| {
                is_spoken_yes(later, p, Verb::Collect, c) && !past.before(index).forgotten(w)
            })
        })
}
