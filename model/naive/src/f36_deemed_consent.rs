//! F36: using a product accepts the terms in force, and never what was refused, withdrawn or not asked.

use crate::history::{Past, data_act, is_product_use};
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{AcceptanceTaken, Accepted, Collected, Opened, TookEffect};
use vouchsafe_alphabet::readings::{CollectConsent, Deemed};
use vouchsafe_alphabet::{Person, Source, Terms, Verb};

/// Use of a product is no answer to a question about data (COM-08, UPD-07, USE-26).
pub(crate) const USE_IS_NO_ANSWER: Promise = Promise {
    id: "F36.use-is-no-answer",
    trigger: |past, seen| {
        seen.line()
            .and_then(|line| past.controlled_act(line))
            .is_some_and(|act| past.used_product(act.person))
    },
    parts: &[
        ("never-refused", never_refused),
        ("never-withdrawn", never_withdrawn),
        ("was-asked", was_asked),
    ],
    witnesses: &[
        ("asked-then-collected", asked_then_collected),
        ("used-after-refusal", |past, seen| opener(seen).is_some_and(|p| past.refused_something(p))),
        ("used-after-withdrawal", |past, seen| opener(seen).is_some_and(|p| past.withdrawn_something(p))),
    ],
    duty: None,
};

/// Acceptance is taken only of the terms in force, from a use of one's own since (COM-09, UPD-07).
pub(crate) const ACCEPTANCE_BINDS_TO_TERMS_IN_FORCE: Promise = Promise {
    id: "F36.acceptance-binds-to-terms-in-force",
    trigger: |_, seen| taken(seen).is_some(),
    parts: &[("in-force", in_force), ("own-use", own_use)],
    witnesses: &[
        ("taken-after-use", |_, seen| taken(seen).is_some()),
        ("new-terms-taken", |past, seen| {
            let changes = past.lines().filter(|(.., line)| matches!(line, TookEffect { .. })).count();
            taken(seen).is_some() && changes > 1
        }),
    ],
    duty: None,
};

fn opener(seen: Seen) -> Option<Person> {
    if let Some(Opened { person, .. }) = seen.line() { Some(person) } else { None }
}

fn taken(seen: Seen) -> Option<(Person, Terms)> {
    if let Some(AcceptanceTaken { person, terms }) = seen.line() { Some((person, terms)) } else { None }
}

fn never_refused(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = seen.line().and_then(data_act) else {
        return true;
    };
    act.handed_over
        || !past.refused(act.person, act.verb, act.category)
        || past.exempt(&act)
        || past.specifically_agreed(&act)
}

fn never_withdrawn(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = seen.line().and_then(data_act) else {
        return true;
    };
    let p = act.person;
    let used_since_withdrawal = past.withdrawals(p).any(|w| {
        past.in_force(p, w, act.verb, act.category) && past.after(w.index, |later| is_product_use(later, p))
    });
    act.handed_over || !used_since_withdrawal || past.exempt(&act) || past.specifically_agreed(&act)
}

/// Whether what is collected, and was not handed over, was agreed to or is covered.
fn was_asked(past: Past<'_>, seen: Seen) -> bool {
    let Some(line @ Collected { person: p, category, source, .. }) = seen.line() else {
        return true;
    };
    let by_accepting = match past.rules.readings.collect_consent {
        CollectConsent::FromPrompt => false,
        CollectConsent::FromAcceptance => {
            past.ever(|older| matches!(older, Accepted { person, .. } if person == p))
                || (past.rules.readings.deemed != Deemed::ExpressOnly && past.used_product(p))
        }
    };
    source == Source::Submitted
        || past.agreed_to_collection(p, category)
        || data_act(line).is_some_and(|act| past.exempt(&act))
        || by_accepting
}

fn asked_then_collected(past: Past<'_>, seen: Seen) -> bool {
    seen.line()
        .and_then(|line| past.controlled_act(line))
        .filter(|act| act.verb == Verb::Collect && !act.handed_over)
        .is_some_and(|act| past.agreed_to_collection(act.person, act.category))
}

fn in_force(past: Past<'_>, seen: Seen) -> bool {
    let Some((_, t)) = taken(seen) else { return true };
    let latest =
        past.latest_saying(|older| if let TookEffect { terms } = older { Some(terms) } else { None });
    past.rules.readings.deemed == Deemed::Blanket || latest == Some(t)
}

fn own_use(past: Past<'_>, seen: Seen) -> bool {
    let Some((person, terms)) = taken(seen) else {
        return true;
    };
    if past.ever(|older| older == Accepted { person, terms }) {
        return true;
    }
    match past.rules.readings.deemed {
        Deemed::Blanket => past.used_product(person),
        Deemed::ExpressOnly => false,
        Deemed::NoOverride => match past.latest(|older| matches!(older, TookEffect { .. })) {
            Some(effect) => past.after(effect, |later| is_product_use(later, person)),
            None => past.used_product(person),
        },
    }
}
