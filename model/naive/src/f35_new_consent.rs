//! F35: what changed terms add is done only after a yes to it.

use crate::history::{DataAct, Past, data_act};
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::Answered;
use vouchsafe_alphabet::readings::Deemed;
use vouchsafe_alphabet::{Answer, Purpose, Regime, Verb};

/// More is collected, and data used or disclosed for new purposes, after a yes to that (UPD-08, UPD-09).
pub(crate) const CONSENT_SOUGHT_AGAIN: Promise = Promise {
    id: "F35.consent-sought-again",
    trigger: |past, seen| new_act(past, seen).is_some(),
    parts: &[("more-agreed", more_agreed), ("purpose-agreed", purpose_agreed)],
    witnesses: &[
        ("more-collected-after-a-yes", |past, seen| {
            new_act(past, seen).is_some_and(|act| act.verb == Verb::Collect)
        }),
        ("used-for-more-after-a-yes", |past, seen| {
            new_act(past, seen).is_some_and(|act| act.verb == Verb::Use)
        }),
    ],
    duty: None,
};

/// What is done by our side, not handed over, and added by some published version.
fn new_act(past: Past<'_>, seen: Seen) -> Option<DataAct> {
    let act = past.controlled_act(seen.line()?)?;
    let new = past.all_versions().into_iter().any(|t| match act.verb {
        Verb::Collect => past.adds_category(t, act.category),
        Verb::Use | Verb::Disclose => act.purpose.is_some_and(|q| past.adds_purpose(t, q)),
    });
    (new && !act.handed_over).then_some(act)
}

fn exempt(past: Past<'_>, act: &DataAct) -> bool {
    let blanket = past.rules.readings.deemed == Deemed::Blanket;
    (blanket && past.used_product(act.person)) || past.exempt(act)
}

fn more_agreed(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = seen.line().and_then(data_act).filter(|act| act.verb == Verb::Collect) else {
        return true;
    };
    let (p, c) = (act.person, act.category);
    let agreed = past.agreed_to_collection(p, c)
        && !past.refused(p, Verb::Collect, c)
        && !past.withdrawn(p, Verb::Collect, c);
    agreed || exempt(past, &act)
}

fn purpose_agreed(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = seen.line().and_then(data_act).filter(|act| act.verb != Verb::Collect) else {
        return true;
    };
    let in_so_many_words = match (act.purpose, act.to) {
        (Some(q), Some(to)) => past.a_yes_names(act.person, act.category, past.class(to), q),
        (None, _) | (_, None) => true,
    };
    (past.specifically_agreed(&act) && in_so_many_words)
        || exempt(past, &act)
        || raises_no_objection(past, &act)
}

/// Whether the person's latest word on direct marketing is that there is no objection, and their law takes that.
fn raises_no_objection(past: Past<'_>, act: &DataAct) -> bool {
    let latest = past.latest_saying(|seen| {
        if let Answered { person, answer, purpose: Some(Purpose::DirectMarketing), .. } = seen
            && person == act.person
        {
            Some(answer)
        } else {
            None
        }
    });
    act.purpose == Some(Purpose::DirectMarketing)
        && past.law(act.person) == Regime::NoObjection
        && latest == Some(Answer::NoObjection)
}
