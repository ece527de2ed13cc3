//! F42: what comes by mail is brought to the desk that it is for.

use crate::history::Past;
use crate::inquiry::{Inquiry, inquiry};
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Channel;
use vouchsafe_alphabet::Observation::RequestRouted;
use vouchsafe_alphabet::data::RequestKind;

/// A message is brought to the desk that serves what it asks, or to others once that desk has it (PRE-03, COM-14,
/// CON-01, CON-02).
pub(crate) const RIGHT_DESK: Promise = Promise {
    id: "F42.right-desk",
    trigger: |past, seen| brought(past, seen).is_some(),
    parts: &[("right-desk", |past, seen| {
        brought(past, seen).is_none_or(|(it, desk)| desk == it.asks || it.is_routed(past))
    })],
    witnesses: &[
        ("question-by-email", |past, seen| {
            arriving(past, seen, RequestKind::Question).is_some_and(|it| it.channel == Channel::Email)
        }),
        ("question-of-a-stranger", |past, seen| {
            arriving(past, seen, RequestKind::Question).is_some_and(|it| !past.used_product(it.sender))
        }),
        ("change-of-mind-by-letter", |past, seen| {
            arriving(past, seen, RequestKind::ChangeOfMind).is_some_and(|it| it.channel == Channel::Letter)
        }),
        ("access-by-letter", |past, seen| {
            arriving(past, seen, RequestKind::Access).is_some_and(|it| it.channel == Channel::Letter)
        }),
        ("stop-sharing", |past, seen| arriving(past, seen, RequestKind::StopSharing).is_some()),
    ],
    duty: None,
};

/// The message that is brought somewhere by this, and where.
fn brought(past: Past<'_>, seen: Seen) -> Option<(Inquiry, RequestKind)> {
    if let RequestRouted { request, asks } = seen.line()? {
        inquiry(past, request).map(|it| (it, asks))
    } else {
        None
    }
}

/// The message that asks this and comes to its own desk.
fn arriving(past: Past<'_>, seen: Seen, asks: RequestKind) -> Option<Inquiry> {
    brought(past, seen).filter(|(it, desk)| it.asks == asks && *desk == asks).map(|(it, _)| it)
}
