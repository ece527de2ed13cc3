//! Ground truth, folded from observations: one book or more for each person, phone, TV, command, record, request,
//! contract, recipient, version of the terms and member of staff.
//!
//! Commands, records, requests and contracts are cases: their books open and close with them. A book holds
//! only what some promise judges by.

mod agreement;
mod command;
mod contract;
mod feedback;
mod figures;
mod incident;
mod inquiry;
mod limit;
mod link;
mod person;
mod phone;
mod recipient;
mod record;
mod request;
mod reviews;
mod staff;
mod statutes;
mod storage;
mod succession;
mod telling;
mod terms;
mod tv;
mod web;
mod wish;
mod world;

pub use agreement::AgreementBook;
pub use command::CommandBook;
pub use contract::ContractBook;
pub use feedback::FeedbackBook;
pub use figures::FiguresBook;
pub use incident::IncidentBook;
pub use inquiry::{InquiryBook, settles};
pub use limit::{LimitBook, Outlet};
pub use link::LinkBook;
pub use person::{Marketing, PersonBook};
pub use phone::PhoneBook;
pub use recipient::RecipientBook;
pub use record::{Business, RecordBook};
pub use request::{RequestBook, RequestIs};
pub use reviews::ReviewBook;
pub use staff::StaffBook;
pub use statutes::StatuteBook;
pub use storage::StorageBook;
pub use succession::SuccessionBook;
pub use telling::TellingBook;
pub use terms::TermsBook;
pub use tv::TvBook;
pub use web::WebBook;
pub use wish::{Wish, WishBook};
pub use world::WorldBook;

use crate::mode::Mode;
use vouchsafe_alphabet::{Command, Contract, Holder, Person, Phone, Record, Request, Staff, Terms, Tv};

/// One whose clocks can come due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A person.
    Person(Person),
    /// A record.
    Record(Record),
    /// A request.
    Request(Request),
    /// A holder of data: the vendor, for its own reviews.
    Holder(Holder),
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
    fn reviews(&self) -> &ReviewBook<M>;
    fn reviews_mut(&mut self) -> &mut ReviewBook<M>;
    fn person(&self, id: Person) -> &PersonBook<M>;
    fn person_mut(&mut self, id: Person) -> &mut PersonBook<M>;
    fn feedback(&self, id: Person) -> &FeedbackBook<M>;
    fn feedback_mut(&mut self, id: Person) -> &mut FeedbackBook<M>;
    fn statutes(&self, id: Person) -> &StatuteBook<M>;
    fn statutes_mut(&mut self, id: Person) -> &mut StatuteBook<M>;
    fn limit(&self, id: Person) -> &LimitBook<M>;
    fn limit_mut(&mut self, id: Person) -> &mut LimitBook<M>;
    fn wish(&self, id: Person) -> &WishBook<M>;
    fn wish_mut(&mut self, id: Person) -> &mut WishBook<M>;
    fn incident(&self, id: Person) -> &IncidentBook<M>;
    fn incident_mut(&mut self, id: Person) -> &mut IncidentBook<M>;
    fn phone(&self, id: Phone) -> &PhoneBook<M>;
    fn phone_mut(&mut self, id: Phone) -> &mut PhoneBook<M>;
    fn tv(&self, id: Tv) -> &TvBook<M>;
    fn tv_mut(&mut self, id: Tv) -> &mut TvBook<M>;
    fn telling(&self, id: Tv) -> &TellingBook<M>;
    fn telling_mut(&mut self, id: Tv) -> &mut TellingBook<M>;
    fn web(&self, id: Person) -> &WebBook<M>;
    fn web_mut(&mut self, id: Person) -> &mut WebBook<M>;
    fn figures(&self, id: Holder) -> &FiguresBook<M>;
    fn figures_mut(&mut self, id: Holder) -> &mut FiguresBook<M>;
    fn link(&self, id: Record) -> &LinkBook<M>;
    fn link_mut(&mut self, id: Record) -> &mut LinkBook<M>;
    fn command(&self, id: Command) -> &CommandBook<M>;
    fn command_mut(&mut self, id: Command) -> &mut CommandBook<M>;
    fn record(&self, id: Record) -> &RecordBook<M>;
    fn record_mut(&mut self, id: Record) -> &mut RecordBook<M>;
    fn storage(&self, id: Record) -> &StorageBook<M>;
    fn storage_mut(&mut self, id: Record) -> &mut StorageBook<M>;
    fn request(&self, id: Request) -> &RequestBook<M>;
    fn request_mut(&mut self, id: Request) -> &mut RequestBook<M>;
    fn inquiry(&self, id: Request) -> &InquiryBook<M>;
    fn inquiry_mut(&mut self, id: Request) -> &mut InquiryBook<M>;
    fn contract(&self, id: Contract) -> &ContractBook<M>;
    fn contract_mut(&mut self, id: Contract) -> &mut ContractBook<M>;
    fn recipient(&self, id: Holder) -> &RecipientBook<M>;
    fn recipient_mut(&mut self, id: Holder) -> &mut RecipientBook<M>;
    fn agreement(&self, id: Person) -> &AgreementBook<M>;
    fn agreement_mut(&mut self, id: Person) -> &mut AgreementBook<M>;
    fn succession(&self, id: Holder) -> &SuccessionBook<M>;
    fn succession_mut(&mut self, id: Holder) -> &mut SuccessionBook<M>;
    fn version(&self, id: Terms) -> &TermsBook<M>;
    fn version_mut(&mut self, id: Terms) -> &mut TermsBook<M>;

    fn staff(&self, id: Staff) -> &StaffBook<M>;
    fn staff_mut(&mut self, id: Staff) -> &mut StaffBook<M>;

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
    /// Closes the book of a record's links.
    fn close_link(&mut self, id: Record);
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
    /// Calls `f` with every person.
    fn people(&self, f: &mut dyn FnMut(Person, &PersonBook<M>));
    /// Calls `f` with every version of the terms.
    fn versions(&self, f: &mut dyn FnMut(Terms, &TermsBook<M>));
    /// Calls `f` with every open command.
    fn commands(&self, f: &mut dyn FnMut(Command, &CommandBook<M>));
    /// Whether `f` says so of any TV.
    fn any_tv(&self, f: &mut dyn FnMut(&TvBook<M>) -> bool) -> bool;
    /// Calls `f` with the book of every person's incidents, to change it.
    fn incidents_mut(&mut self, f: &mut dyn FnMut(&mut IncidentBook<M>));
    /// Calls `f` with every TV, to change it.
    fn tvs_mut(&mut self, f: &mut dyn FnMut(Tv, &mut TvBook<M>));
}
