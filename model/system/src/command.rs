//! Commands: what the plugin knows of a press until nothing of it is under way or awaited.

use crate::limits::COMMANDS;
use crate::refusal::Refusal;
use crate::table::{Few, Table};
use vouchsafe_alphabet::{Key, Person, Phone, Tv};

/// What may be so of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CommandIs {
    /// The plugin has tried the relay.
    Relayed,
    /// The server has handled it; a second copy is not pushed again.
    Served,
    /// It came to an end that answers: a TV, or a server that turned it down; by whatever copy.
    Arrived,
    /// The plugin knows that every copy was lost.
    Lost,
    /// It has been recorded; a second copy of the answer is not recorded again (COL-10).
    Recorded,
    /// The plugin has reported it as failed.
    Failed,
    /// It was not sent yet, since an earlier one is not over.
    Waits,
    /// The presser had agreed to be recorded at the press, which only a broken plugin notes.
    Agreed,
}

impl CommandIs {
    /// Each, in the order of their bits.
    pub(crate) const ALL: [Self; 8] = [
        Self::Relayed,
        Self::Served,
        Self::Arrived,
        Self::Lost,
        Self::Recorded,
        Self::Failed,
        Self::Waits,
        Self::Agreed,
    ];
}

/// One open command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Command {
    /// Who pressed.
    pub(crate) person: u8,
    /// On which phone.
    pub(crate) phone: u8,
    /// For which TV.
    pub(crate) tv: u8,
    /// Which key.
    pub(crate) key: Key,
    /// Each [`CommandIs`] that is so.
    so: Few,
    /// The slot of the earlier command that it waits for, while that is open.
    pub(crate) behind: Option<u8>,
}

impl Command {
    /// A press, behind an earlier one that it waits for or with nothing before it.
    pub(crate) fn new(person: Person, phone: Phone, tv: Tv, key: Key, behind: Option<u8>) -> Self {
        let (person, phone, tv) = (person.0 as u8, phone.0 as u8, tv.0 as u8);
        Self { person, phone, tv, key, so: Few::default(), behind }.with(CommandIs::Waits, behind.is_some())
    }
    /// The same, where this is so or not.
    pub(crate) fn with(mut self, so: CommandIs, is: bool) -> Self {
        self.set(so, is);
        self
    }
    /// Whether this is so.
    pub(crate) fn is(&self, so: CommandIs) -> bool {
        self.so.has(so as usize)
    }
    /// Makes it so, or not.
    pub(crate) fn set(&mut self, so: CommandIs, is: bool) {
        self.so.set(so as usize, is);
    }
}

/// The commands that are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Commands {
    pub(crate) slots: Table<Option<Command>, COMMANDS>,
    /// How many there were, where a scope bounds that.
    pressed: u8,
}

impl Commands {
    /// Opens a command in the first free slot.
    pub(crate) fn open(&mut self, command: Command, most: u8) -> Result<usize, Refusal> {
        let index = self.free(most)?;
        *self.slots.at_mut(index)? = Some(command);
        Ok(index)
    }
    /// Counts a press against the bound of the scope, where there is one.
    pub(crate) fn count(&mut self, bound: Option<u8>) -> Result<(), Refusal> {
        let Some(most) = bound else { return Ok(()) };
        if self.pressed >= most {
            return Err(Refusal::NoMorePresses);
        }
        self.pressed += 1;
        Ok(())
    }
    /// The first free slot.
    pub(crate) fn free(&self, most: u8) -> Result<usize, Refusal> {
        let mut free = self.slots.each().take(usize::from(most)).filter(|(_, slot)| slot.is_none());
        free.next().map(|(index, _)| index).ok_or(Refusal::NoSlot)
    }
    /// The slot of the last command of a person for a TV that is open.
    pub(crate) fn last_of(&self, person: u8, tv: u8) -> Option<u8> {
        let all = || self.slots.each().filter_map(|(index, slot)| slot.map(|open| (index as u8, open)));
        let mut own = all().filter(|(_, open)| (open.person, open.tv) == (person, tv));
        own.find(|(index, _)| all().all(|(_, other)| other.behind != Some(*index))).map(|(index, _)| index)
    }
    /// A command is over: the one behind it waits for nothing any more.
    pub(crate) fn over(&mut self, index: usize) {
        if let Ok(place) = self.slots.at_mut(index) {
            *place = None;
        }
        for (_, slot) in self.slots.each_mut() {
            if let Some(open) = slot.as_mut().filter(|open| open.behind == Some(index as u8)) {
                open.behind = None;
            }
        }
    }
    /// The command in a slot.
    pub(crate) fn get(&self, index: usize) -> Result<Command, Refusal> {
        self.slots.at(index)?.ok_or(Refusal::NoCommand)
    }
    /// The command in a slot, to change.
    pub(crate) fn get_mut(&mut self, index: usize) -> Result<&mut Command, Refusal> {
        self.slots.at_mut(index)?.as_mut().ok_or(Refusal::NoCommand)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(behind: Option<u8>) -> Command {
        Command::new(Person(0), Phone(0), Tv(0), Key::VolumeUp, behind)
    }

    #[test]
    fn commands_stand_in_line_whatever_their_slots() {
        let mut commands = Commands::default();
        assert_eq!(commands.last_of(0, 0), None);
        commands.open(command(None), 3).unwrap();
        commands.open(command(commands.last_of(0, 0)), 3).unwrap();
        assert_eq!(commands.last_of(0, 0), Some(1));
        commands.over(0);
        assert_eq!(commands.get(1).map(|open| open.behind), Ok(None));
        // The free slot comes before the one in which the earlier command waits.
        commands.open(command(commands.last_of(0, 0)), 3).unwrap();
        assert_eq!((commands.last_of(0, 0), commands.last_of(1, 0)), (Some(0), None));
    }

    #[test]
    fn presses_are_counted_where_there_is_a_bound() {
        let mut commands = Commands::default();
        assert_eq!(commands.count(None), Ok(()));
        assert_eq!(commands, Commands::default());
        assert_eq!([commands.count(Some(1)), commands.count(Some(1))], [Ok(()), Err(Refusal::NoMorePresses)]);
    }
}
