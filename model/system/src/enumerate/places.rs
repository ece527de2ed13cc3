//! The inputs about places: transfers, safeguards, and people who move.

use crate::action::Action;
use crate::setup::Setup;
use vouchsafe_alphabet::{Place, Record, Word};

impl Setup {
    pub(super) fn of_places(&self, all: &mut Vec<Action>) {
        for &(from, to) in &self.safeguards {
            all.extend([Action::Lapse(from, to), Action::Secure(from, to)]);
        }
        for person in self.people() {
            all.extend(self.moves.iter().map(|&place| Action::Move(person, place)));
            for category in self.categories.iter() {
                all.extend(
                    self.barriers.iter().map(|&(of, to)| Action::BarTransfer(person, category, of, to)),
                );
            }
        }
        for record in (0..u32::from(self.records)).map(Record) {
            for &to in &self.centres {
                all.push(Action::Replicate(record, to));
                all.extend(Place::ALL.iter().map(|&from| Action::SendAbroad(record, from, to)));
            }
        }
    }
}
