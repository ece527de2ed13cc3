//! Books of the checker: arrays inside the state.

use crate::books::*;
use crate::fold::{At, settle};
use crate::mode::{Checking, Mode};
use vouchsafe_alphabet::{Clock, Command, Contract, Holder, Person, Phone, Record, Request, Rules, Tv};

/// How many of each there can be.
pub struct Limits;

impl Limits {
    /// People, guardians not counted.
    pub const PEOPLE: usize = 3;
    /// Phones.
    pub const PHONES: usize = 3;
    /// TVs.
    pub const TVS: usize = 2;
    /// Commands at a time.
    pub const COMMANDS: usize = 3;
    /// Records at a time.
    pub const RECORDS: usize = 6;
    /// Requests at a time.
    pub const REQUESTS: usize = 3;
    /// Bargains.
    pub const CONTRACTS: usize = 6;
    /// The vendor and the recipients.
    pub const HOLDERS: usize = 6;
}

/// Books in arrays.
///
/// An id beyond the limits has an empty book to read and a spare one to write, which is cleared: scopes are
/// checked against [`Limits`] when they are loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Arrays {
    pub(super) world: WorldBook<Checking>,
    pub(super) people: [PersonBook<Checking>; Limits::PEOPLE],
    pub(super) phones: [PhoneBook<Checking>; Limits::PHONES],
    pub(super) tvs: [TvBook<Checking>; Limits::TVS],
    pub(super) commands: [CommandBook<Checking>; Limits::COMMANDS],
    pub(super) records: [RecordBook<Checking>; Limits::RECORDS],
    pub(super) requests: [RequestBook<Checking>; Limits::REQUESTS],
    pub(super) contracts: [ContractBook<Checking>; Limits::CONTRACTS],
    pub(super) recipients: [RecipientBook<Checking>; Limits::HOLDERS],
}

impl Arrays {
    /// One tick: every clock ages by a unit.
    pub fn age(&mut self) {
        for person in &mut self.people {
            person.removal.age();
            person.marketing_stop.age();
            person.mail_stop.iter_mut().for_each(Clock::age);
            person.permission_stop.age();
        }
        for phone in &mut self.phones {
            phone.stop.age();
        }
        for tv in &mut self.tvs {
            tv.fresh.age();
        }
        for contract in &mut self.contracts {
            contract.expiry.age();
        }
        for record in &mut self.records {
            record.business_expiry.age();
            record.purge.age();
        }
        for request in &mut self.requests {
            request.due.age();
        }
    }

    /// The end of an instant: calls `judge` for each subject with a due clock, and then settles it.
    pub fn end_instant(&mut self, rules: &Rules, judge: &mut impl FnMut(&Self, Subject)) {
        let at = At { now: (), cause: (), rules };
        for (id, person) in (0..).zip(self.people) {
            let due = |clock: <Checking as Mode>::Clock| clock.due(());
            if due(person.removal) || due(person.marketing_stop) || person.mail_stop.into_iter().any(due) {
                self.end(Subject::Person(Person(id)), at, judge);
            }
        }
        // Nothing is judged when these are over, but they must know that they are.
        self.people.iter_mut().for_each(|person| person.permission_stop.settle(()));
        self.phones.iter_mut().for_each(|phone| phone.stop.settle(()));
        self.tvs.iter_mut().for_each(|tv| tv.fresh.settle(()));
        self.contracts.iter_mut().for_each(|contract| contract.expiry.settle(()));
        for (id, record) in (0..).zip(self.records) {
            if record.purge.due(()) || record.business_expiry.due(()) {
                self.end(Subject::Record(Record(id)), at, judge);
            }
        }
        for (id, request) in (0..).zip(self.requests) {
            if request.due.due(()) {
                self.end(Subject::Request(Request(id)), at, judge);
            }
        }
    }

    fn end(&mut self, subject: Subject, at: At<'_, Checking>, judge: &mut impl FnMut(&Self, Subject)) {
        judge(self, subject);
        settle(self, subject, at);
    }
}

static EMPTY: std::sync::LazyLock<Arrays> = std::sync::LazyLock::new(Arrays::default);

macro_rules! shelf {
    ($(($get:ident, $get_mut:ident, $field:ident, $id:ty, $book:ident))+) => {
        $(
            #[inline]
            fn $get(&self, id: $id) -> &$book<Checking> {
                let [empty, ..] = &EMPTY.$field;
                self.$field.get(id.index()).unwrap_or(empty)
            }
            #[inline]
            #[expect(clippy::indexing_slicing, reason = "the place is within the array, which is not empty")]
            fn $get_mut(&mut self, id: $id) -> &mut $book<Checking> {
                let place = id.index().min(self.$field.len() - 1);
                debug_assert_eq!(place, id.index(), "a scope is checked against the limits when it is loaded");
                &mut self.$field[place]
            }
        )+
    };
}

impl Books<Checking> for Arrays {
    fn world(&self) -> &WorldBook<Checking> {
        &self.world
    }
    fn world_mut(&mut self) -> &mut WorldBook<Checking> {
        &mut self.world
    }
    shelf! {
        (person, person_mut, people, Person, PersonBook)
        (phone, phone_mut, phones, Phone, PhoneBook)
        (tv, tv_mut, tvs, Tv, TvBook)
        (command, command_mut, commands, Command, CommandBook)
        (record, record_mut, records, Record, RecordBook)
        (request, request_mut, requests, Request, RequestBook)
        (contract, contract_mut, contracts, Contract, ContractBook)
        (recipient, recipient_mut, recipients, Holder, RecipientBook)
    }

    fn open_record(&mut self, _: Record, _: Person) {}
    fn open_request(&mut self, _: Request, _: Person) {}
    fn open_contract(&mut self, _: Contract, _: Holder) {}
    fn close_command(&mut self, id: Command) {
        *self.command_mut(id) = CommandBook::default();
    }
    fn close_record(&mut self, id: Record) {
        *self.record_mut(id) = RecordBook::default();
    }
    fn close_request(&mut self, id: Request) {
        *self.request_mut(id) = RequestBook::default();
    }

    fn records_of(&self, person: Person, f: &mut dyn FnMut(Record, &RecordBook<Checking>)) {
        for (id, book) in (0..).zip(&self.records) {
            if book.collected.on() && book.person == person {
                f(Record(id), book);
            }
        }
    }
    fn requests_of(&self, person: Person, f: &mut dyn FnMut(Request, &RequestBook<Checking>)) {
        for (id, book) in (0..).zip(&self.requests) {
            if book.is != RequestIs::Closed && book.person == person {
                f(Request(id), book);
            }
        }
    }
    fn requests_of_mut(&mut self, person: Person, f: &mut dyn FnMut(Request, &mut RequestBook<Checking>)) {
        for (id, book) in (0..).zip(&mut self.requests) {
            if book.is != RequestIs::Closed && book.person == person {
                f(Request(id), book);
            }
        }
    }
    fn any_contract_of(&self, holder: Holder, f: &mut dyn FnMut(&ContractBook<Checking>) -> bool) -> bool {
        self.contracts.iter().any(|book| book.signed.on() && book.to == holder && f(book))
    }
    fn commands(&self, f: &mut dyn FnMut(Command, &CommandBook<Checking>)) {
        for (id, book) in (0..).zip(&self.commands) {
            if book.pressed.on() {
                f(Command(id), book);
            }
        }
    }
    fn tvs_mut(&mut self, f: &mut dyn FnMut(Tv, &mut TvBook<Checking>)) {
        for (id, book) in (0..).zip(&mut self.tvs) {
            f(Tv(id), book);
        }
    }
}
