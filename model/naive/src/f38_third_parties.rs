//! F38: what third parties gather themselves is theirs, and what we gave them is ours.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{
    Blamed, Copied, Disclosed, EcosystemData, PartUsed, ThirdPartyCollected, Used,
};
use vouchsafe_alphabet::data::Blame;
use vouchsafe_alphabet::{Category, Holder, Person, Verb, Word};

/// A third party gathers once its part is used, and nothing goes along on the way there (TPT-02, TPT-03, TPT-06).
pub(crate) const PARTS_OF_THIRD_PARTIES: Promise = Promise {
    id: "F38.parts-of-third-parties",
    trigger: |past, seen| part_use(past, seen).is_some() || gathering(past, seen).is_some(),
    parts: &[
        ("after-use", |past, seen| {
            gathering(past, seen).is_none_or(|(p, h)| {
                past.ever(|older| matches!(older, PartUsed { person, by, .. } if person == p && by == h))
            })
        }),
        ("nothing-goes-along", |past, seen| {
            part_use(past, seen).is_none_or(|(p, h, carries)| {
                let named = past.named_by_the_sentence(h);
                let agreed = |k| past.live_answers(p, Verb::Disclose, k).decision(past.class(h), None, named);
                !carries || Category::ALL.iter().any(|&k| agreed(k) == Some(true))
            })
        }),
    ],
    witnesses: &[
        ("part-used", |past, seen| part_use(past, seen).is_some_and(|(.., carries)| !carries)),
        ("gathers-after-use", |past, seen| gathering(past, seen).is_some()),
    ],
    duty: None,
};

/// Who had data first decides who answers for it, and the brand of a product whose data we handle
/// (ECO-04, TPT-01, TPT-05).
pub(crate) const SCOPE_FOLLOWS_ORIGIN: Promise = Promise {
    id: "F38.scope-follows-origin",
    trigger: |past, seen| blamed(seen).is_some() || handled_brand(past, seen).is_some(),
    parts: &[
        ("not-for-what-we-gave", |past, seen| {
            blamed(seen).is_none_or(|p| {
                past.ever(|older| {
                    let ThirdPartyCollected { person, by, .. } = older else { return false };
                    person == p && !past.controlled(by) && !past.reached_at_all(p, by)
                })
            })
        }),
        ("own-brand", |past, seen| handled_brand(past, seen) != Some(false)),
    ],
    witnesses: &[
        ("third-party-answers", |_, seen| blamed(seen).is_some()),
        ("vendor-brand-handled", |past, seen| handled_brand(past, seen) == Some(true)),
    ],
    duty: None,
};

/// Who uses a part or a link of whom, when that is nobody on our side, and whether anything goes along.
fn part_use(past: Past<'_>, seen: Seen) -> Option<(Person, Holder, bool)> {
    if let PartUsed { person, by, carries } = seen.line()?
        && !past.controlled(by)
    {
        Some((person, by, carries))
    } else {
        None
    }
}

/// Whose data is gathered by whom, when that is nobody who takes part in the sites.
fn gathering(past: Past<'_>, seen: Seen) -> Option<(Person, Holder)> {
    if let ThirdPartyCollected { person, by, .. } = seen.line()?
        && !past.takes_part(by)
    {
        Some((person, by))
    } else {
        None
    }
}

/// Whose incident a third party is to answer for.
fn blamed(seen: Seen) -> Option<Person> {
    if let Blamed { person, blame: Blame::ThirdParty } = seen.line()? { Some(person) } else { None }
}

/// Whether the product is of the vendor's brand, where we handle a record that was last passed on as data about
/// one.
fn handled_brand(past: Past<'_>, seen: Seen) -> Option<bool> {
    let line = seen.line()?;
    let handled = if let Used { by, record, .. } | Disclosed { by, record, .. } = line {
        record.filter(|_| past.controlled(by))?
    } else if let Copied { record, .. } = line {
        record
    } else {
        return None;
    };
    past.latest_saying(|older| {
        if let EcosystemData { record, good, .. } = older
            && record == handled
        {
            Some(good)
        } else {
            None
        }
    })
}
