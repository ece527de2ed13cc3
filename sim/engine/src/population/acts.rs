//! What people and the vendor's schedulers may do, sorted by who decides when: they themselves, the network,
//! or the plugin after its timeouts.

use vouchsafe_alphabet::{Key, Person, Request, Sort, Stamp, Tv};
use vouchsafe_system::{Action, Setup, World};

/// The inputs of a scope that a simulation draws from.
pub(super) struct Acts {
    /// Everything but presses, each with the case slot without which it cannot apply.
    pub(super) others: Vec<(Action, Option<(Sort, u32)>)>,
    /// What is on its way beside the command path: verdicts, reports, commands that waited.
    pub(super) soon: Vec<Action>,
    /// What an adversary may do to what is on its way.
    pub(super) attacks: Vec<Action>,
    /// Who may press for which TV.
    pub(super) pairs: Vec<(Person, Tv)>,
    /// The keys.
    pub(super) keys: Vec<Key>,
}

impl Acts {
    pub(super) fn of(setup: &Setup) -> Self {
        let mut acts = Self {
            others: Vec::new(),
            soon: Vec::new(),
            attacks: Vec::new(),
            pairs: Vec::new(),
            keys: Vec::new(),
        };
        for action in setup.actions() {
            if let Action::Press(person, tv, key) = action {
                acts.pairs.push((person, tv));
                acts.keys.push(key);
            } else if is_on_its_way(action) {
                acts.soon.push(action);
            } else if is_attack(action) {
                acts.attacks.push(action);
            } else if !is_timed(action) {
                acts.others.push((action, needs(action)));
            }
        }
        acts.keys.sort_unstable();
        acts.keys.dedup();
        acts.pairs.dedup();
        acts
    }
}

/// Whether the clock, the network or a timeout of the plugin decides when this happens.
fn is_timed(action: Action) -> bool {
    matches!(
        action,
        Action::Tick
            | Action::TakeEffect
            | Action::Deliver(..)
            | Action::Lose(..)
            | Action::Duplicate(..)
            | Action::Retry(..)
            | Action::GiveUp(..)
    )
}

/// Whether this happens to something that is on its way beside the command path, shortly after it was sent.
fn is_on_its_way(action: Action) -> bool {
    matches!(
        action,
        Action::SendNext(..) | Action::Answered(..) | Action::TakeVerdict(..) | Action::Arrive(..)
    )
}

/// Whether this needs something on its way to be lost or attacked.
fn is_attack(action: Action) -> bool {
    matches!(
        action,
        Action::LoseCheck(..)
            | Action::CopyVerdict(..)
            | Action::TamperVerdict(..)
            | Action::ReplayVerdict(..)
            | Action::Intercept(..)
            | Action::Tamper(..)
            | Action::Redirect(..)
            | Action::Eavesdrop(..)
            | Action::Replay
    )
}

/// Whether this is trouble: something breaks, is lost, is switched off or is tried by an adversary.
pub(super) fn is_trouble(action: Action) -> bool {
    matches!(
        action,
        Action::Offline(..)
            | Action::Unbind(..)
            | Action::ServersFail
            | Action::Crash(..)
            | Action::Reinstall(..)
            | Action::LogOut(..)
            | Action::Intrude(..)
            | Action::PressAs(..)
            | Action::SkewClock(..)
            | Action::CrashJob
            | Action::CrashBatch
            | Action::CrashRemoval(..)
            | Action::CrashPurge(..)
            | Action::LoseCache
            | Action::MeetNamesake(..)
            | Action::NeighbourSends(..)
            | Action::Switch(..)
            | Action::Cut(..)
            | Action::Spoof(..)
    )
}

/// Whether this puts right what the same input had put wrong: a silent TV is switched or linked again.
pub(super) fn mends(action: Action, world: &World<Stamp>) -> bool {
    if let Action::Switch(tv) | Action::Cut(tv) = action { world.is_silent(tv) } else { false }
}

/// The case slot without which an input cannot apply.
fn needs(action: Action) -> Option<(Sort, u32)> {
    if let Action::Process(Request(slot)) = action {
        return Some((Sort::Request, slot));
    }
    if let Action::EndPurpose(record)
    | Action::Infer(record)
    | Action::Purge(record)
    | Action::Deidentify(record)
    | Action::Restore(record)
    | Action::Arise(record, _)
    | Action::End(record, _)
    | Action::Copy(record, _) = action
    {
        return Some((Sort::Record, record.0));
    }
    None
}
