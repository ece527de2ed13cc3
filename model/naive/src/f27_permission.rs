//! F27: what the phone lets the plugin read is read only while it is let.

use crate::history::{DataAct, Past};
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{FeatureRead, PermissionGranted, PermissionRevoked};
use vouchsafe_alphabet::{Category, Channel, Observation, Person, Phone, Purpose, Verb};

/// Phone features are read under a permission, and nothing of them is collected or used once it is revoked:
/// at once by the phone's own switch, by the deadline after a message (ACC-01, ACC-03, ACC-04).
pub(crate) const REVOKED_IS_UNREAD: Promise = Promise {
    id: "F27.revoked-is-unread",
    trigger: |past, seen| phone_read(seen).is_some() || feature_act(past, seen).is_some(),
    parts: &[
        ("permitted", permitted),
        ("switch-heeded", switch_heeded),
        ("message-heeded", message_heeded),
        ("nothing-cached", nothing_cached),
    ],
    witnesses: &[
        ("read-while-permitted", |_, seen| phone_read(seen).is_some()),
        ("unread-then-granted", |past, seen| {
            phone_read(seen).is_some_and(|phone| {
                past.ever(|older| {
                    word_of(older).is_some_and(|it| it.phone == phone && it.word != Word::Granted)
                })
            })
        }),
    ],
    duty: None,
};

/// What a person may say about the permission.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Granted,
    RevokedBySwitch,
    RevokedByMessage,
}

/// What somebody says about the permission on a phone.
#[derive(Clone, Copy)]
struct Permission {
    person: Person,
    phone: Phone,
    word: Word,
}

fn word_of(seen: Observation) -> Option<Permission> {
    if let PermissionGranted { person, phone } = seen {
        Some(Permission { person, phone, word: Word::Granted })
    } else if let PermissionRevoked { person, phone, channel } = seen {
        let by_switch = channel == Channel::Os;
        let word = if by_switch { Word::RevokedBySwitch } else { Word::RevokedByMessage };
        Some(Permission { person, phone, word })
    } else {
        None
    }
}

/// What is said, with its index and time, by words like this.
fn words(
    past: Past<'_>,
    like: impl Fn(Permission) -> bool,
) -> impl DoubleEndedIterator<Item = (usize, u64, Word)> {
    past.lines().filter_map(move |(index, at, seen)| {
        word_of(seen).filter(|it| like(*it)).map(|it| (index, at, it.word))
    })
}

/// What was said by words like this after the latest grant among them, or at all where there is none.
fn since_grant(
    past: Past<'_>,
    like: impl Fn(Permission) -> bool + Copy,
) -> impl Iterator<Item = (u64, Word)> {
    let granted = words(past, like).rev().find(|(.., word)| *word == Word::Granted);
    let start = granted.map_or(0, |(index, ..)| index + 1);
    words(past, like).filter(move |(index, ..)| *index >= start).map(|(_, at, word)| (at, word))
}

fn phone_read(seen: Seen) -> Option<Phone> {
    if let Some(FeatureRead { phone, .. }) = seen.line() { Some(phone) } else { None }
}

/// The collection of a phone feature by our side that this is, or its use in the app; the person did not hand it
/// over.
fn feature_act(past: Past<'_>, seen: Seen) -> Option<DataAct> {
    past.controlled_act(seen.line()?).filter(|act| {
        let concerns = match act.verb {
            Verb::Collect => !act.handed_over,
            Verb::Use => act.purpose.is_some_and(serves_the_app),
            Verb::Disclose => false,
        };
        concerns && act.category == Category::PhoneFeature
    })
}

/// Whether the app is run by this, or a TV reached and shown.
fn serves_the_app(q: Purpose) -> bool {
    [Purpose::AppRun, Purpose::ConnectionSelection, Purpose::Control, Purpose::StatusDisplay].contains(&q)
}

fn permitted(past: Past<'_>, seen: Seen) -> bool {
    phone_read(seen)
        .is_none_or(|phone| words(past, |it| it.phone == phone).any(|(.., word)| word == Word::Granted))
}

fn switch_heeded(past: Past<'_>, seen: Seen) -> bool {
    phone_read(seen).is_none_or(|phone| {
        !since_grant(past, |it| it.phone == phone).any(|(_, word)| word == Word::RevokedBySwitch)
    })
}

/// Whether a revocation by message on that line's time has to be heeded by now.
fn message_took_effect(past: Past<'_>, at: u64) -> bool {
    past.over(at, past.rules.deadlines.permission_stop)
}

fn message_heeded(past: Past<'_>, seen: Seen) -> bool {
    let Some(phone) = phone_read(seen) else { return true };
    let latest = words(past, |it| it.phone == phone).next_back();
    let first_message =
        since_grant(past, |it| it.phone == phone).find(|(_, word)| *word == Word::RevokedByMessage);
    !(latest.is_some_and(|(.., word)| word == Word::RevokedByMessage)
        && first_message.is_some_and(|(at, _)| message_took_effect(past, at)))
}

/// Whether some phone stands granted by the person's own latest word about it.
fn lets_some_phone(past: Past<'_>, p: Person) -> bool {
    past.lines().filter_map(|(.., seen)| word_of(seen)).filter(|it| it.person == p).any(|of| {
        let latest = words(past, |it| it.person == p && it.phone == of.phone).next_back();
        latest.is_some_and(|(.., word)| word == Word::Granted)
    })
}

/// Whether a revocation by the person since their latest grant on any phone has taken effect.
fn revocation_took_effect(past: Past<'_>, p: Person) -> bool {
    since_grant(past, |it| it.person == p).any(|(at, word)| match word {
        Word::Granted => false,
        Word::RevokedBySwitch => true,
        Word::RevokedByMessage => message_took_effect(past, at),
    })
}

fn nothing_cached(past: Past<'_>, seen: Seen) -> bool {
    feature_act(past, seen).is_none_or(|act| {
        let revoked = !lets_some_phone(past, act.person) && revocation_took_effect(past, act.person);
        !revoked || past.covered(&act)
    })
}
