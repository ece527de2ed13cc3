//! What is true of one key press.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Key, Person, Phone, Tv};

/// The book of one command; open from the press until the command is over.
#[derive_where(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CommandBook<M: Mode> {
    /// It was pressed, and is not over.
    pub pressed: Fact<M::Cause>,
    /// Who pressed it.
    pub person: Person,
    /// On which phone.
    pub phone: Phone,
    /// For which TV.
    pub tv: Tv,
    /// Which key.
    pub key: Key,
    /// It was executed.
    pub executed: Fact<M::Cause>,
    /// It was reported as failed.
    pub failed: Fact<M::Cause>,
    /// It was recorded.
    pub recorded: Fact<M::Cause>,
    /// It was sent over the local network.
    pub sent_by_lan: Fact<M::Cause>,
    /// Its place among the open commands of its presser; kept only where the reading `command-order` asks for it.
    pub place: u32,
}

impl<M: Mode> Default for CommandBook<M> {
    fn default() -> Self {
        Self {
            pressed: Fact::default(),
            person: Person(0),
            phone: Phone(0),
            tv: Tv(0),
            key: Key::Navigate,
            executed: Fact::default(),
            failed: Fact::default(),
            recorded: Fact::default(),
            sent_by_lan: Fact::default(),
            place: 0,
        }
    }
}
