//! F06, the command path (COL-10, COL-11, USE-19, USE-20): every execution, transmission and record of a
//! command has a press of its own.

use crate::mode::{Ids, Mode};
use crate::promise::{Ends, Leading, Owed, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::readings::{CommandOrder, CommandRecord};
use vouchsafe_alphabet::{Category, Key, Kind, Observation, Route, Sort};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 3] {
    [execution(), transmission(), record()]
}

const fn execution<M: Mode>() -> Promise<M> {
    Promise {
        id: "F06.execution-has-its-press",
        family: "F06",
        clauses: &["COL-11", "USE-19", "USE-20", "CTL-02", "CTL-03", "SEC-13"],
        statement: "Each execution answers one press: once, on the TV chosen, with the key pressed, by somebody entitled.",
        shape: Shape::Precedence,
        readings: &["command-order"],
        sees: &[Kind::Executed],
        ends: Ends::Never,
        when: "a TV executes a command",
        trigger: |_| true,
        parts: &[
            Part {
                name: "own-press",
                clauses: &["COL-11", "USE-19"],
                says: "the command was pressed and is not over",
                holds: |v| v.command().pressed.on(),
            },
            Part {
                name: "once",
                clauses: &["COL-11"],
                says: "the press was not executed before",
                holds: |v| {
                    press(v);
                    !v.is(&v.command().executed)
                },
            },
            Part {
                name: "chosen-tv",
                clauses: &["COL-11"],
                says: "the TV is the one that was chosen",
                holds: |v| is_chosen_tv(v),
            },
            Part {
                name: "same-key",
                clauses: &["USE-20"],
                says: "the key is the one that was pressed",
                holds: |v| is_same_key(v),
            },
            Part {
                name: "entitled",
                clauses: &["USE-19"],
                says: "the presser owns the TV or shares it at this moment",
                holds: |v| is_entitled(v),
            },
            Part {
                name: "session-alive",
                clauses: &["CTL-02"],
                says: "the presser has not logged out on that phone",
                holds: |v| !press(v) || !is_logged_out(v),
            },
            Part {
                name: "in-order",
                clauses: &["COL-11"],
                says: "no later press of the same person for the same TV was executed first (where the reading asks for order)",
                holds: |v| is_in_order(v),
            },
        ],
        witnesses: &[
            Witness {
                name: "by-lan",
                says: "a command is executed over the local network",
                seen: |v| route(v) == Some(Route::Lan),
            },
            Witness {
                name: "by-relay",
                says: "a command is executed through the relay",
                seen: |v| route(v) == Some(Route::Relay),
            },
            Witness {
                name: "volume",
                says: "the volume is changed",
                seen: |v| matches!(key(v), Some(Key::VolumeUp | Key::VolumeDown)),
            },
            Witness {
                name: "audio-mode",
                says: "audio mode is entered or left",
                seen: |v| matches!(key(v), Some(Key::AudioOn | Key::AudioOff)),
            },
        ],
    }
}

/// The key that a TV executes.
fn key<M: Mode>(v: &View<'_, M>) -> Option<Key> {
    match v.saw() {
        Some(&Observation::Executed { key, .. }) => Some(key),
        Some(_) | None => None,
    }
}

const fn transmission<M: Mode>() -> Promise<M> {
    Promise {
        id: "F06.transmission-serves-a-press",
        family: "F06",
        clauses: &["COL-11"],
        statement: "Each transmission serves a press that is neither executed nor failed, and goes to the TV chosen.",
        shape: Shape::Precedence,
        readings: &[],
        sees: &[Kind::Transmitted],
        ends: Ends::Never,
        when: "a command is sent on its way",
        trigger: |_| true,
        parts: &[
            Part {
                name: "own-press",
                clauses: &["COL-11"],
                says: "the command was pressed and is not over",
                holds: |v| v.command().pressed.on(),
            },
            Part {
                name: "still-open",
                clauses: &["COL-11"],
                says: "the press was neither executed nor reported as failed",
                holds: |v| {
                    press(v);
                    !v.is(&v.command().executed) && !v.is(&v.command().failed)
                },
            },
            Part {
                name: "chosen-tv",
                clauses: &["COL-11"],
                says: "it goes to the TV that was chosen",
                holds: |v| is_chosen_tv(v),
            },
        ],
        witnesses: &[
            Witness {
                name: "by-lan",
                says: "a command goes over the local network",
                seen: |v| route(v) == Some(Route::Lan),
            },
            Witness {
                name: "by-relay",
                says: "a command goes through the relay",
                seen: |v| route(v) == Some(Route::Relay),
            },
            Witness {
                name: "both-routes",
                says: "a command that went over the local network in vain is tried through the relay",
                seen: |v| route(v) == Some(Route::Relay) && v.command().sent_by_lan.on(),
            },
        ],
    }
}

const fn record<M: Mode>() -> Promise<M> {
    Promise {
        id: "F06.record-has-its-press",
        family: "F06",
        clauses: &["COL-10"],
        statement: "Each record of a command answers one press, once, and is filed under the presser.",
        shape: Shape::Precedence,
        readings: &["command-record"],
        sees: &[Kind::Collected, Kind::Closed],
        ends: Ends::Never,
        when: "a command is recorded by us or for the vendor, or where the reading asks for a record is over after it was executed",
        trigger: |v| is_command_record(v) || owes_record(v),
        parts: &[
            Part {
                name: "own-press",
                clauses: &["COL-10"],
                says: "the command was pressed and is not over",
                holds: |v| !is_command_record(v) || v.command().pressed.on(),
            },
            Part {
                name: "once",
                clauses: &["COL-10"],
                says: "the press was not recorded before",
                holds: |v| {
                    press(v);
                    !(is_command_record(v) && v.is(&v.command().recorded))
                },
            },
            Part {
                name: "presser",
                clauses: &["COL-10"],
                says: "the record is about the one who pressed",
                holds: |v| !is_command_record(v) || !press(v) || v.command().person == v.person_id(),
            },
            Part {
                name: "each-recorded",
                clauses: &["COL-10"],
                says: "a command that was executed was recorded (where the reading asks for that)",
                holds: |v| !owes_record(v) || v.is(&v.command().recorded),
            },
        ],
        witnesses: &[Witness {
            name: "recorded",
            says: "a press is recorded",
            seen: |v| is_command_record(v),
        }],
    }
}

/// A command is over that was executed, and the reading asks that each be recorded.
fn owes_record<M: Mode>(v: &View<'_, M>) -> bool {
    v.rules.readings.command_record == CommandRecord::Mandatory
        && matches!(v.saw(), Some(Observation::Closed { .. }))
        && v.is(&v.command().executed)
}

pub(super) const fn leads_to<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F06.press-is-answered",
        family: "F06",
        clauses: &["COL-11"],
        statement: "A press comes to be executed, or to be reported as failed to the one who pressed.",
        shape: Shape::LeadsTo(Leading {
            owed: Owed::Each(Sort::Command),
            fair: &["links-deliver", "plugins-conclude"],
        }),
        readings: &[],
        sees: &[Kind::Pressed, Kind::Executed, Kind::Failed],
        ends: Ends::Never,
        when: "a key is pressed",
        trigger: |v| matches!(v.saw(), Some(Observation::Pressed { .. })),
        parts: &[Part {
            name: "answered",
            clauses: &["COL-11"],
            says: "the TV that was chosen executes the command, or the command is reported as failed",
            holds: |v| match v.saw() {
                Some(Observation::Executed { .. }) => press(v) && is_chosen_tv(v),
                Some(Observation::Failed { .. }) => press(v),
                Some(_) | None => false,
            },
        }],
        witnesses: &[
            Witness {
                name: "executed",
                says: "a press is executed",
                seen: |v| matches!(v.saw(), Some(Observation::Executed { .. })) && press(v),
            },
            Witness {
                name: "reported",
                says: "a press is reported as failed",
                seen: |v| matches!(v.saw(), Some(Observation::Failed { .. })) && press(v),
            },
        ],
    }]
}

/// Whether the command is open; if so, its press was read.
fn press<M: Mode>(v: &View<'_, M>) -> bool {
    v.is(&v.command().pressed)
}

fn route<M: Mode>(v: &View<'_, M>) -> Option<Route> {
    match v.saw() {
        Some(&(Observation::Executed { route, .. } | Observation::Transmitted { route, .. })) => Some(route),
        Some(_) | None => None,
    }
}

fn is_command_record<M: Mode>(v: &View<'_, M>) -> bool {
    matches!(v.saw(), Some(&Observation::Collected { category: Category::Command, by, .. }) if v.is_controlled(by))
}

fn is_chosen_tv<M: Mode>(v: &View<'_, M>) -> bool {
    match v.saw() {
        Some(&(Observation::Executed { tv, .. } | Observation::Transmitted { tv, .. })) => {
            !press(v) || v.command().tv == tv
        }
        Some(_) | None => true,
    }
}

fn is_same_key<M: Mode>(v: &View<'_, M>) -> bool {
    match v.saw() {
        Some(&Observation::Executed { key, .. }) => !press(v) || v.command().key == key,
        Some(_) | None => true,
    }
}

fn is_entitled<M: Mode>(v: &View<'_, M>) -> bool {
    if !press(v) {
        return true;
    }
    let (tv, presser) = (v.tv(), v.command().person);
    v.note(tv.owner_cause);
    tv.owner == Some(presser) || tv.shared_with.get(presser.0).is_some()
}

fn is_logged_out<M: Mode>(v: &View<'_, M>) -> bool {
    let command = v.command();
    let out = v.books.phone(command.phone).logged_out.get(command.person.0);
    if let Some(cause) = out {
        v.note(cause);
    }
    out.is_some()
}

fn is_in_order<M: Mode>(v: &View<'_, M>) -> bool {
    if v.rules.readings.command_order != CommandOrder::PressOrder || !press(v) {
        return true;
    }
    let this = v.command();
    let mut overtaken = false;
    v.books.commands(&mut |_, other| {
        if other.person == this.person
            && other.tv == this.tv
            && other.place > this.place
            && other.executed.on()
        {
            v.note(other.executed.cause());
            overtaken = true;
        }
    });
    !overtaken
}
