//! F06: every execution, transmission and record of a command has a press of its own behind it.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{
    Bound, Closed, Collected, Executed, Failed, LoggedIn, LoggedOut, Pressed, Shared, Transmitted, Unbound,
    Unshared,
};
use vouchsafe_alphabet::readings::{CommandOrder, CommandRecord};
use vouchsafe_alphabet::{Category, Command, Key, Person, Phone, Route, Tv};

/// A TV executes a command once, as pressed, for somebody entitled to it at that moment, whose session on the
/// phone has not ended (COL-11, USE-19, CTL-02).
pub(crate) const EXECUTION_HAS_ITS_PRESS: Promise = Promise {
    id: "F06.execution-has-its-press",
    trigger: |_, seen| matches!(seen.line(), Some(Executed { .. })),
    parts: &[
        ("own-press", |past, seen| executed(past, seen, |_, press| press.is_some())),
        ("once", |past, seen| {
            executed(past, seen, |_, press| press.is_none_or(|p| !executed_since(past, p)))
        }),
        ("chosen-tv", |past, seen| executed(past, seen, |(tv, _), press| press.is_none_or(|p| p.tv == tv))),
        ("same-key", |past, seen| executed(past, seen, |(_, key), press| press.is_none_or(|p| p.key == key))),
        ("entitled", |past, seen| {
            executed(past, seen, |(tv, _), press| press.is_none_or(|p| entitled(past, p.person, tv)))
        }),
        ("session-alive", |past, seen| {
            executed(past, seen, |_, press| press.is_none_or(|p| session_alive(past, p)))
        }),
        ("in-order", |past, seen| executed(past, seen, |_, press| press.is_none_or(|p| in_order(past, p)))),
    ],
    witnesses: &[
        ("by-lan", |_, seen| matches!(seen.line(), Some(Executed { route: Route::Lan, .. }))),
        ("by-relay", |_, seen| matches!(seen.line(), Some(Executed { route: Route::Relay, .. }))),
        ("volume", |_, seen| {
            matches!(seen.line(), Some(Executed { key: Key::VolumeUp | Key::VolumeDown, .. }))
        }),
        ("audio-mode", |_, seen| {
            matches!(seen.line(), Some(Executed { key: Key::AudioOn | Key::AudioOff, .. }))
        }),
    ],
    duty: None,
};

/// A command is sent only for a press that is neither executed nor failed, to the TV chosen (COL-11).
pub(crate) const TRANSMISSION_SERVES_A_PRESS: Promise = Promise {
    id: "F06.transmission-serves-a-press",
    trigger: |_, seen| matches!(seen.line(), Some(Transmitted { .. })),
    parts: &[
        ("own-press", |past, seen| transmitted(past, seen, |_, press| press.is_some())),
        ("still-open", |past, seen| {
            transmitted(past, seen, |_, press| {
                press.is_none_or(|p| !executed_since(past, p) && !failed_since(past, p))
            })
        }),
        ("chosen-tv", |past, seen| transmitted(past, seen, |tv, press| press.is_none_or(|p| p.tv == tv))),
    ],
    witnesses: &[
        ("by-lan", |_, seen| matches!(seen.line(), Some(Transmitted { route: Route::Lan, .. }))),
        ("by-relay", |_, seen| matches!(seen.line(), Some(Transmitted { route: Route::Relay, .. }))),
        ("both-routes", both_routes),
    ],
    duty: None,
};

/// A command is recorded at most once a press, as its presser's (COL-10).
pub(crate) const RECORD_HAS_ITS_PRESS: Promise = Promise {
    id: "F06.record-has-its-press",
    trigger: |past, seen| records(past, seen) || owes_record(past, seen).is_some(),
    parts: &[
        ("own-press", |past, seen| recorded(past, seen, |_, press| press.is_some())),
        ("once", |past, seen| {
            recorded(past, seen, |_, press| press.is_none_or(|p| !recorded_since(past, p)))
        }),
        ("presser", |past, seen| {
            recorded(past, seen, |person, press| press.is_none_or(|p| p.person == person))
        }),
        ("each-recorded", |past, seen| owes_record(past, seen).is_none_or(|p| recorded_since(past, p))),
    ],
    witnesses: &[("recorded", records)],
    duty: None,
};

/// A key press whose command is open.
#[derive(Clone, Copy)]
pub(crate) struct Press {
    index: usize,
    command: Command,
    person: Person,
    /// The phone on which it was pressed.
    pub(crate) phone: Phone,
    /// The TV chosen.
    pub(crate) tv: Tv,
    key: Key,
}

/// The press of this command, while it is open: pressed and not closed since.
pub(crate) fn open(past: Past<'_>, c: Command) -> Option<Press> {
    let press = past.lines().rev().find_map(|(index, _, seen)| {
        if let Pressed { command, person, phone, tv, key } = seen
            && command == c
        {
            Some(Press { index, command, person, phone, tv, key })
        } else {
            None
        }
    })?;
    (!past.after(press.index, |later| later == Closed { command: c })).then_some(press)
}

/// Asks about an execution and its press.
fn executed(past: Past<'_>, seen: Seen, ask: impl Fn((Tv, Key), Option<Press>) -> bool) -> bool {
    let Some(Executed { command, tv, key, .. }) = seen.line() else {
        return true;
    };
    ask((tv, key), open(past, command))
}

/// Asks about a transmission and its press.
fn transmitted(past: Past<'_>, seen: Seen, ask: impl Fn(Tv, Option<Press>) -> bool) -> bool {
    let Some(Transmitted { command, tv, .. }) = seen.line() else {
        return true;
    };
    ask(tv, open(past, command))
}

/// Whether one of the vendor's side records a command by this.
fn records(past: Past<'_>, seen: Seen) -> bool {
    matches!(
        seen.line(),
        Some(Collected { category: Category::Command, by, .. }) if past.controlled(by)
    )
}

/// The press of a command that is over and was executed, where the reading asks that each be recorded.
fn owes_record(past: Past<'_>, seen: Seen) -> Option<Press> {
    let Some(Closed { command }) = seen.line() else {
        return None;
    };
    let asked = past.rules.readings.command_record == CommandRecord::Mandatory;
    open(past, command).filter(|press| asked && executed_since(past, *press))
}

/// Asks about a record of a command and its press.
fn recorded(past: Past<'_>, seen: Seen, ask: impl Fn(Person, Option<Press>) -> bool) -> bool {
    let Some(Collected { person, command, .. }) = seen.line() else {
        return true;
    };
    ask(person, command.and_then(|c| open(past, c)))
}

fn executed_since(past: Past<'_>, press: Press) -> bool {
    past.after(press.index, |later| matches!(later, Executed { command, .. } if command == press.command))
}

fn failed_since(past: Past<'_>, press: Press) -> bool {
    past.after(press.index, |later| matches!(later, Failed { command } if command == press.command))
}

/// Whether one of the vendor's side, as it was then, recorded the command since its press.
fn recorded_since(past: Past<'_>, press: Press) -> bool {
    past.from(press.index + 1).any(|(index, _, later)| {
        if let Collected { category: Category::Command, command, by, .. } = later {
            command == Some(press.command) && past.before(index).controlled(by)
        } else {
            false
        }
    })
}

/// Whether the TV is bound to the person, or shared with them since its binding last changed.
pub(crate) fn entitled(past: Past<'_>, p: Person, t: Tv) -> bool {
    let bound = past.latest_saying(|seen| {
        if let Bound { tv, person } = seen
            && tv == t
        {
            Some(person == p)
        } else if let Unbound { tv, .. } = seen
            && tv == t
        {
            Some(false)
        } else {
            None
        }
    });
    let shared = past.latest_saying(|seen| {
        if let Shared { tv, person } = seen
            && tv == t
            && person == p
        {
            Some(true)
        } else if let Unshared { tv, person } = seen
            && tv == t
            && person == p
        {
            Some(false)
        } else if let Bound { tv, .. } | Unbound { tv, .. } = seen
            && tv == t
        {
            Some(false)
        } else {
            None
        }
    });
    bound == Some(true) || shared == Some(true)
}

/// Whether the presser has not logged out on the phone of the press, or has logged in there again.
fn session_alive(past: Past<'_>, press: Press) -> bool {
    let (p, on) = (press.person, press.phone);
    let latest = past.latest_saying(|seen| {
        if let LoggedIn { person, phone } = seen
            && person == p
            && phone == on
        {
            Some(true)
        } else if let LoggedOut { person, phone } = seen
            && person == p
            && phone == on
        {
            Some(false)
        } else {
            None
        }
    });
    latest != Some(false)
}

/// Whether no later press of the same person for the same TV, still open, was executed before this one.
fn in_order(past: Past<'_>, press: Press) -> bool {
    let asked = past.rules.readings.command_order == CommandOrder::PressOrder;
    let overtaken = past.lines().any(|(.., seen)| {
        if let Pressed { command, .. } = seen {
            open(past, command).is_some_and(|other| {
                other.person == press.person
                    && other.tv == press.tv
                    && other.index > press.index
                    && executed_since(past, other)
            })
        } else {
            false
        }
    });
    !(asked && overtaken)
}

fn both_routes(past: Past<'_>, seen: Seen) -> bool {
    let Some(Transmitted { command: c, route: Route::Relay, .. }) = seen.line() else {
        return false;
    };
    open(past, c).is_some_and(|press| {
        past.after(
            press.index,
            |later| matches!(later, Transmitted { command, route: Route::Lan, .. } if command == c),
        )
    })
}
