//! Ground truth, folded from observations: one book for each person, phone, TV, command, record, request,
//! contract and recipient.
//!
//! Commands, records, requests and contracts are cases: their books open and close with them. A book holds
//! only what some promise judges by.

mod command;
mod contract;
mod inquiry;
mod limit;
mod person;
mod phone;
mod recipient;
mod record;
mod request;
mod tv;
mod world;

pub use command::CommandBook;
pub use contract::ContractBook;
pub use inquiry::{InquiryBook, settles};
pub use limit::{LimitBook, Outlet};
pub use person::{Marketing, PersonBook};
pub use phone::PhoneBook;
pub use recipient::RecipientBook;
pub use record::{Business, RecordBook};
pub use request::{RequestBook, RequestIs};
pub use tv::TvBook;
pub use world::WorldBook;

use crate::mode::Mode;
use vouchsafe_alphabet::{Command, Contract, Holder, Person, Phone, Record, Request, Tv};

/// One whose clocks can come due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A person.
    Person(Person),
    /// A record.
    Record(Record),
    /// A request.
    Request(Request),
    /// A message that asks something of the vendor.
    Inquiry(Request),
}

/// A collection of books; it finds them and decides nothing.
///
/// Reading a book that was never written gives an empty one.
#[expect(missing_docs, reason = "one pair of methods a book, each named for it")]
pub trait Books<M: Mode> {
    fn world(&self) -> &WorldBook<M>;
    fn world_mut(&mut self) -> &mut WorldBook<M>;
    fn person(&self, id: Person) -> &PersonBook<M>;
    fn person_mut(&mut self, id: Person) -> &mut PersonBook<M>;
    fn limit(&self, id: Person) -> &LimitBook<M>;
    fn limit_mut(&mut self, id: Person) -> &mut LimitBook<M>;
    fn phone(&self, id: Phone) -> &PhoneBook<M>;
    fn phone_mut(&mut self, id: Phone) -> &mut PhoneBook<M>;
    fn tv(&self, id: Tv) -> &TvBook<M>;
    fn tv_mut(&mut self, id: Tv) -> &mut TvBook<M>;
    fn command(&self, id: Command) -> &CommandBook<M>;
    fn command_mut(&mut self, id: Command) -> &mut CommandBook<M>;
    fn record(&self, id: Record) -> &RecordBook<M>;
    fn record_mut(&mut self, id: Record) -> &mut RecordBook<M>;
    fn request(&self, id: Request) -> &RequestBook<M>;
    fn request_mut(&mut self, id: Request) -> &mut RequestBook<M>;
    fn inquiry(&self, id: Request) -> &InquiryBook<M>;
    fn inquiry_mut(&mut self, id: Request) -> &mut InquiryBook<M>;
    fn contract(&self, id: Contract) -> &ContractBook<M>;
    fn contract_mut(&mut self, id: Contract) -> &mut ContractBook<M>;
    fn recipient(&self, id: Holder) -> &RecipientBook<M>;
    fn recipient_mut(&mut self, id: Holder) -> &mut RecipientBook<M>;

    /// Opens a record's book for a person, so that it is found among that person's.
    fn open_record(&mut self, id: Record, person: Person);
    /// Opens a request's book for a person, so that it is found among that person's.
    fn open_request(&mut self, id: Request, person: Person);
    /// Opens the book of a message about a person's data, so that it is found among that person's.
    fn open_inquiry(&mut self, id: Request, person: Person);
    /// The message was answered: it is found among the person's no more.
    fn settle_inquiry(&mut self, id: Request);
    /// Opens a contract's book for the recipient who signed it, so that it is found among that one's.
    fn open_contract(&mut self, id: Contract, to: Holder);
    /// Closes a command's book.
    fn close_command(&mut self, id: Command);
    /// Closes a record's book.
    fn close_record(&mut self, id: Record);
    /// Closes a request's book.
    fn close_request(&mut self, id: Request);

    /// Calls `f` with every open record of a person.
    fn records_of(&self, person: Person, f: &mut dyn FnMut(Record, &RecordBook<M>));
    /// Calls `f` with every open request of a person.
    fn requests_of(&self, person: Person, f: &mut dyn FnMut(Request, &RequestBook<M>));
    /// Calls `f` with every open request of a person, to change it.
    fn requests_of_mut(&mut self, person: Person, f: &mut dyn FnMut(Request, &mut RequestBook<M>));
    /// Calls `f` with every message about a person's data that is not answered, to change it.
    fn inquiries_of_mut(&mut self, person: Person, f: &mut dyn FnMut(Request, &mut InquiryBook<M>));
    /// Whether `f` says so of any contract that a recipient has signed last.
    fn any_contract_of(&self, holder: Holder, f: &mut dyn FnMut(&ContractBook<M>) -> bool) -> bool;
    /// Calls `f` with every open command.
    fn commands(&self, f: &mut dyn FnMut(Command, &CommandBook<M>));
    /// Calls `f` with every TV, to change it.
    fn tvs_mut(&mut self, f: &mut dyn FnMut(Tv, &mut TvBook<M>));
}
