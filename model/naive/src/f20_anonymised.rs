//! F20: figures and anonymised records that go out single nobody out.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use crate::record::known;
use vouchsafe_alphabet::Observation::{Copied, Deidentified, FiguresShared};
use vouchsafe_alphabet::readings::Differencing;
use vouchsafe_alphabet::{Class, Holder};

/// Figures are about enough people, by themselves and by what they differ from earlier ones, and what is called
/// anonymous is (COM-07, NOC-01, NOC-02).
pub(crate) const NOBODY_SINGLED_OUT: Promise = Promise {
    id: "F20.nobody-singled-out",
    trigger: |past, seen| figures(past, seen).is_some() || called_anonymous(past, seen).is_some(),
    parts: &[
        ("group-large-enough", |past, seen| {
            figures(past, seen).is_none_or(|(_, amount)| amount >= past.rules.group_size())
        }),
        ("not-by-difference", |past, seen| {
            figures(past, seen).is_none_or(|(to, amount)| {
                !past.ever_then(|then, older| {
                    let FiguresShared { to: before, amount: earlier, .. } = older else { return false };
                    let met = match past.rules.readings.differencing {
                        Differencing::SameRecipient => before == to,
                        Differencing::Everybody => !then.controlled(before),
                        Differencing::EachAlone => false,
                    };
                    let apart = amount.max(earlier) - amount.min(earlier);
                    met && apart > 0 && apart < past.rules.group_size()
                })
            })
        }),
        ("anonymous-in-truth", |past, seen| called_anonymous(past, seen) != Some(Anonymous::InName)),
    ],
    witnesses: &[
        ("figures-to-advertiser", |past, seen| {
            figures(past, seen).is_some_and(|(to, _)| past.class(to) == Class::Advertiser)
        }),
        ("figures-to-others", |past, seen| {
            figures(past, seen).is_some_and(|(to, _)| past.class(to) != Class::Advertiser)
        }),
        ("anonymised-record", |past, seen| called_anonymous(past, seen).is_some()),
    ],
    duty: None,
};

/// To whom outside figures go by this, and about how many people they are.
fn figures(past: Past<'_>, seen: Seen) -> Option<(Holder, u64)> {
    if let FiguresShared { to, amount, .. } = seen.line()?
        && !past.controlled(to)
    {
        Some((to, amount))
    } else {
        None
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Anonymous {
    InTruth,
    InName,
}

/// How far what comes to lie outside by this is anonymous; a personal record that nobody calls so is not.
fn called_anonymous(past: Past<'_>, seen: Seen) -> Option<Anonymous> {
    let Copied { record: r, to, .. } = seen.line()? else { return None };
    if past.controlled(to) {
        return None;
    }
    let Some(it) = known(past, r) else { return Some(Anonymous::InTruth) };
    let stripped_in_name = past.after(
        it.collected,
        |older| matches!(older, Deidentified { record, attributable: true, .. } if record == r),
    );
    stripped_in_name.then_some(Anonymous::InName)
}
