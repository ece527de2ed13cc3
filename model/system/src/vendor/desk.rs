//! The desk for requests about data, and the account pages: who is signed in there, and how long a request may take.

use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::{Few, Table};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{Person, Place};

/// The fee that the desk charges for access.
pub(crate) const FEE: u64 = 8;

/// The account pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Desk {
    /// Who is signed in.
    signed_in: Few,
    /// Where the last message of each person was brought; only a broken triage keeps that.
    threads: Table<Option<RequestKind>, PEOPLE>,
}

impl Desk {
    /// Where the message before of a sender was brought, or where this one belongs.
    pub(crate) fn thread(&mut self, sender: usize, asks: RequestKind) -> Result<RequestKind, Refusal> {
        Ok(*self.threads.at_mut(sender)?.get_or_insert(asks))
    }
    /// A person signs in.
    pub(crate) fn sign_in(&mut self, person: Person) -> Result<(), Refusal> {
        if self.signed_in.has(person.index()) {
            return Err(Refusal::SessionOpen);
        }
        self.signed_in.add(person.index());
        Ok(())
    }
    /// A person signs out.
    pub(crate) fn sign_out(&mut self, person: Person) -> Result<(), Refusal> {
        self.session(person)?;
        self.signed_in.drop(person.index());
        Ok(())
    }
    /// Refuses who is not signed in.
    pub(crate) fn session(&self, person: Person) -> Result<(), Refusal> {
        if self.signed_in.has(person.index()) { Ok(()) } else { Err(Refusal::NoSession) }
    }
}

/// The time for an answer to a person, by the vendor's table of laws (DSR-05).
pub(crate) fn units(setup: &Setup, place: Option<Place>, as_at_home: bool) -> u32 {
    let deadlines = &setup.rules.deadlines;
    let local = place.and_then(|place| setup.rules.subject_requests.get(&place));
    if let Some(&units) = local.filter(|_| !as_at_home) {
        return units;
    }
    if place == Some(Place::China) || as_at_home {
        deadlines.subject_request_home
    } else {
        deadlines.subject_request
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_lasts_until_it_is_ended() {
        let mut desk = Desk::default();
        assert_eq!(desk.session(Person(0)), Err(Refusal::NoSession));
        desk.sign_in(Person(0)).unwrap();
        assert_eq!(desk.sign_in(Person(0)), Err(Refusal::SessionOpen));
        assert_eq!(desk.session(Person(1)), Err(Refusal::NoSession));
        desk.sign_out(Person(0)).unwrap();
        assert_eq!(desk.sign_out(Person(0)), Err(Refusal::NoSession));
    }
}
