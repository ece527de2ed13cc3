//! F30: a withdrawal is processed in time, and from then on nothing is done against it.

use crate::consent::is_separate_yes;
use crate::history::{DataAct, Past, data_act};
use crate::promise::{Duty, Promise, Seen};
use vouchsafe_alphabet::Observation::WithdrawalProcessed;
use vouchsafe_alphabet::{Request, Sort, Verb};

/// A withdrawal is processed by its deadline (WDC-03).
pub(crate) const PROCESSED_IN_TIME: Promise = Promise {
    id: "F30.processed-in-time",
    trigger: |past, seen| processed(seen).or(ended(seen)).is_some_and(|q| past.withdrawal_due(q).is_some()),
    // A withdrawal that is still open when its last lawful instant ends was not processed.
    parts: &[("processed", |past, seen| ended(seen).is_none_or(|q| past.withdrawal_due(q).is_none()))],
    witnesses: &[("processed-in-time", |past, seen| {
        processed(seen).is_some_and(|q| past.withdrawal_due(q).is_some())
    })],
    duty: Some(Duty { sort: Sort::Request, open: |past, id| past.withdrawal_due(Request(id)) }),
};

/// Once a withdrawal is in force, no act in its scope wherever the vendor controls the data (WDC-01, WDC-04,
/// WDC-05, CTL-04).
pub(crate) const NOTHING_AFTER_WITHDRAWAL: Promise = Promise {
    id: "F30.nothing-after-withdrawal",
    trigger: |past, seen| {
        seen.line()
            .and_then(|line| past.controlled_act(line))
            .is_some_and(|act| past.withdrawals(act.person).next().is_some())
    },
    parts: &[
        ("no-collection", |past, seen| lawful(past, seen, Verb::Collect)),
        ("no-use", |past, seen| lawful(past, seen, Verb::Use)),
        ("no-disclosure", |past, seen| lawful(past, seen, Verb::Disclose)),
    ],
    witnesses: &[
        ("other-verb-goes-on", other_verb_goes_on),
        ("collected-again-after-yes", collected_again_after_yes),
    ],
    duty: None,
};

fn processed(seen: Seen) -> Option<Request> {
    if let Some(WithdrawalProcessed { request }) = seen.line() { Some(request) } else { None }
}

fn ended(seen: Seen) -> Option<Request> {
    seen.end().map(Request)
}

/// Whether this is not an act by that verb against a withdrawal; handing data over is an act of one's own,
/// and what was agreed to since for this very purpose may be done.
pub(crate) fn lawful(past: Past<'_>, seen: Seen, verb: Verb) -> bool {
    let Some(act) = seen.line().and_then(data_act).filter(|act| act.verb == verb) else {
        return true;
    };
    act.handed_over
        || !past.withdrawn(act.person, verb, act.category)
        || past.exempt(&act)
        || past.specifically_agreed(&act)
}

/// The act by that verb that this is, where the vendor controls the data.
fn act_by(past: Past<'_>, seen: Seen, verb: Verb) -> Option<DataAct> {
    past.controlled_act(seen.line()?).filter(|act| act.verb == verb)
}

/// Whether this uses what may still be used, though it may no longer be collected or disclosed.
fn other_verb_goes_on(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = act_by(past, seen, Verb::Use) else {
        return false;
    };
    let withdrawn = |verb| past.withdrawn(act.person, verb, act.category);
    (withdrawn(Verb::Collect) || withdrawn(Verb::Disclose)) && !withdrawn(Verb::Use)
}

fn collected_again_after_yes(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = act_by(past, seen, Verb::Collect) else {
        return false;
    };
    let (p, c) = (act.person, act.category);
    !past.withdrawn(p, Verb::Collect, c)
        && past.withdrawals(p).filter(|w| w.names(Verb::Collect, c)).any(|w| {
            // The first yes that lifts it counts; under the blanket reading that may be a mere use.
            past.from(w.index + 1).find(|(.., later)| past.lifts(*later, p, Verb::Collect, c)).is_some_and(
                |(index, _, later)| {
                    is_separate_yes(later, p, Verb::Collect, c) && !past.before(index).forgotten(w)
                },
            )
        })
}
