//! The relay: which commands the server passes on to which TV.

use crate::command::Command;
use crate::command::CommandIs;
use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::vendor::registry::Registry;
use vouchsafe_alphabet::{Person, Tv};

/// What the server makes of a command that reaches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relaying {
    /// It has handled the command before, or knows that it failed.
    Ignored,
    /// The sender has no right to the TV any more.
    TurnedDown,
    /// It pushes the command to this TV.
    Pushed(Tv),
}

/// The server looks at a command: each is passed on once, to the TV that was chosen, for a sender who still
/// has a right to it (COL-11, USE-19).
pub(crate) fn relay(setup: &Setup, registry: &Registry, command: &Command) -> Result<Relaying, Refusal> {
    if command.is(CommandIs::Served) || command.is(CommandIs::Failed) {
        return Ok(Relaying::Ignored);
    }
    if setup.has(Defect::RelayDropsSilently) {
        return Ok(Relaying::Ignored);
    }
    let (sender, chosen) = (Person(command.person.into()), Tv(command.tv.into()));
    if !registry.linked(sender, chosen)? {
        return Ok(Relaying::TurnedDown);
    }
    if setup.has(Defect::AnyLinkedTv) {
        let others = (0..setup.cast.tvs.len() as u32).map(Tv).filter(|&tv| tv != chosen);
        for tv in others {
            if registry.linked(sender, tv)? {
                return Ok(Relaying::Pushed(tv));
            }
        }
    }
    Ok(Relaying::Pushed(chosen))
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::{Key, Phone};

    #[test]
    fn a_command_is_passed_on_once_and_only_for_who_has_a_right() {
        let setup = Setup::default();
        let (ana, tv) = (Person(0), Tv(0));
        let mut registry = Registry::default();
        let command = Command::new(ana, Phone(0), tv, Key::VolumeUp, None);
        assert_eq!(relay(&setup, &registry, &command), Ok(Relaying::TurnedDown));
        registry.bind(tv, ana).unwrap();
        assert_eq!(relay(&setup, &registry, &command), Ok(Relaying::Pushed(tv)));
        let served = command.with(CommandIs::Served, true);
        assert_eq!(relay(&setup, &registry, &served), Ok(Relaying::Ignored));
        let failed = command.with(CommandIs::Failed, true);
        assert_eq!(relay(&setup, &registry, &failed), Ok(Relaying::Ignored));
    }
}
