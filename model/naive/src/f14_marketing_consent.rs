//! F14: personal data serves direct marketing only with the consent that the person's law asks for.

use crate::f15_opt_out::{MarketingAct, ended, marketing_act};
use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{Asked, Messaged};
use vouchsafe_alphabet::readings::{MarketingScope, Silence};
use vouchsafe_alphabet::{Answer, Form, Person, Purpose, Regime};

/// At the moment of the act a yes is alive, or a sign of no objection where that is enough (MKT-02, MKT-03).
pub(crate) const NO_MARKETING_WITHOUT_CONSENT: Promise = Promise {
    id: "F14.no-marketing-without-consent",
    trigger: |past, seen| act(past, seen).is_some(),
    parts: &[("agreed", agreed), ("lawful-form", lawful_form)],
    witnesses: &[
        ("by-consent", |past, seen| promotion_under(past, seen) == Some(Regime::Consent)),
        ("by-separate-consent", |past, seen| promotion_under(past, seen) == Some(Regime::SeparateConsent)),
        ("by-no-objection", by_no_objection),
    ],
    duty: None,
};

/// The act that needs consent, if this is one.
fn act(past: Past<'_>, seen: Seen) -> Option<MarketingAct> {
    let every_use = past.rules.readings.marketing_scope == MarketingScope::AnyUse;
    marketing_act(past, seen.line()?).filter(|act| every_use || act.sent_by.is_some())
}

/// What the person last said about direct marketing, and in which form.
fn latest_answer(past: Past<'_>, p: Person) -> Option<(Answer, Form)> {
    past.latest_saying(|seen| past.marketing_answer(seen, p))
}

fn asked(past: Past<'_>, p: Person) -> bool {
    past.ever(
        |seen| matches!(seen, Asked { person, purpose: Some(Purpose::DirectMarketing), .. } if person == p),
    )
}

fn agreed(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = act(past, seen) else { return true };
    let p = act.person;
    let no_objection_suffices = past.law(p) == Regime::NoObjection;
    let silence_counts =
        past.rules.readings.silence == Silence::Counts && no_objection_suffices && asked(past, p);
    let said_enough = match latest_answer(past, p).map(|(answer, _)| answer) {
        Some(Answer::Yes) => true,
        Some(Answer::NoObjection) => no_objection_suffices,
        Some(Answer::No) => false,
        Some(Answer::Silence) | None => silence_counts,
    };
    said_enough && !ended(past, &act)
}

fn lawful_form(past: Past<'_>, seen: Seen) -> bool {
    let Some(act) = act(past, seen) else { return true };
    let bundled_yes = latest_answer(past, act.person) == Some((Answer::Yes, Form::Bundled));
    !(agreed(past, seen) && bundled_yes && past.law(act.person) == Regime::SeparateConsent)
}

/// The law of the person to whom this is a promotion.
fn promotion_under(past: Past<'_>, seen: Seen) -> Option<Regime> {
    let Some(Messaged { person, .. }) = seen.line() else {
        return None;
    };
    act(past, seen).map(|_| past.law(person))
}

fn by_no_objection(past: Past<'_>, seen: Seen) -> bool {
    promotion_under(past, seen) == Some(Regime::NoObjection)
        && act(past, seen)
            .and_then(|act| latest_answer(past, act.person))
            .is_some_and(|(answer, _)| answer == Answer::NoObjection)
}
