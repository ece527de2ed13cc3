//! F01 and F02: a TV operates only after the vendor found it genuine by its own factory pair.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{
    Bound, Carries, Checked, Closed, Executed, Manufactured, Opened, Pressed, Unbound,
};
use vouchsafe_alphabet::readings::{AuthLifetime, AuthPair};
use vouchsafe_alphabet::{Command, DeviceId, Mac, Observation, Person, Tv};

/// A TV executes only what comes after a check that it passed and that nothing has voided (USE-13).
pub(crate) const CHECKED_BEFORE_OPERATED: Promise = Promise {
    id: "F01.checked-before-operated",
    trigger: |_, seen| matches!(seen.line(), Some(Executed { .. })),
    parts: &[("checked", checked), ("still-valid", still_valid)],
    witnesses: &[("genuine-executes", genuine_executes), ("clone-refused", clone_refused)],
    duty: None,
};

/// A check that passes names a pair that left the factory, and the one that the TV carries (USE-14).
pub(crate) const PAIR_CHECKED: Promise = Promise {
    id: "F02.pair-checked",
    trigger: |_, seen| passed_check(seen),
    parts: &[("pair-registered", pair_registered), ("own-identity", own_identity)],
    witnesses: &[("genuine-passes", |_, seen| passed_check(seen)), ("clone-refused", clone_refused)],
    duty: None,
};

fn is_passed_check(seen: Observation, t: Tv) -> bool {
    matches!(seen, Checked { tv, passed: true, .. } if tv == t)
}

/// Whether this voids an earlier check: a new binding, a new identity, or a check that fails.
fn voids(seen: Observation, t: Tv) -> bool {
    matches!(seen, Bound { tv, .. }
        | Unbound { tv, .. }
        | Carries { tv, .. }
        | Checked {
            tv, passed: false, ..
        } if tv == t)
}

/// Who pressed the command, while it is open.
fn presser(past: Past<'_>, c: Command) -> Option<Person> {
    past.latest_saying(|seen| {
        if let Pressed { command, person, .. } = seen
            && command == c
        {
            Some(Some(person))
        } else {
            (seen == Closed { command: c }).then_some(None)
        }
    })
    .flatten()
}

/// The pair that the TV carries.
fn carried(past: Past<'_>, t: Tv) -> Option<(Mac, DeviceId)> {
    past.latest_saying(|seen| {
        if let Carries { tv, mac, device_id } = seen
            && tv == t
        {
            Some((mac, device_id))
        } else {
            None
        }
    })
}

fn is_manufactured(past: Past<'_>, (mac, device_id): (Mac, DeviceId)) -> bool {
    past.ever(|seen| seen == Manufactured { mac, device_id })
}

fn checked(past: Past<'_>, seen: Seen) -> bool {
    let Some(Executed { tv, .. }) = seen.line() else {
        return true;
    };
    past.ever(|older| is_passed_check(older, tv))
}

fn still_valid(past: Past<'_>, seen: Seen) -> bool {
    let Some(Executed { command, tv, .. }) = seen.line() else {
        return true;
    };
    let Some(check) = past.latest(|older| is_passed_check(older, tv)) else {
        return true;
    };
    let voided = past.after(check, |later| voids(later, tv));
    let new_session = presser(past, command)
        .is_some_and(|p| past.after(check, |later| matches!(later, Opened { person, .. } if person == p)));
    match past.rules.readings.auth_lifetime {
        AuthLifetime::OnceEver => true,
        AuthLifetime::SinceBinding => !voided,
        AuthLifetime::EachSession => !voided && !new_session,
    }
}

fn genuine_executes(past: Past<'_>, seen: Seen) -> bool {
    let Some(Executed { tv, .. }) = seen.line() else {
        return false;
    };
    carried(past, tv).is_some_and(|pair| is_manufactured(past, pair))
}

fn clone_refused(past: Past<'_>, seen: Seen) -> bool {
    let Some(Checked { tv, passed: false, .. }) = seen.line() else {
        return false;
    };
    carried(past, tv).is_some_and(|pair| !is_manufactured(past, pair))
}

fn passed_check(seen: Seen) -> bool {
    matches!(seen.line(), Some(Checked { passed: true, .. }))
}

fn pair_registered(past: Past<'_>, seen: Seen) -> bool {
    let Some(Checked { mac, device_id, .. }) = seen.line() else {
        return true;
    };
    match past.rules.readings.auth_pair {
        AuthPair::Pair => is_manufactured(past, (mac, device_id)),
        AuthPair::Separately => {
            past.ever(|older| matches!(older, Manufactured { mac: m, .. } if m == mac))
                && past.ever(|older| matches!(older, Manufactured { device_id: d, .. } if d == device_id))
        }
    }
}

fn own_identity(past: Past<'_>, seen: Seen) -> bool {
    let Some(Checked { tv, mac, device_id, .. }) = seen.line() else {
        return true;
    };
    carried(past, tv) == Some((mac, device_id))
}
