//! Books that follow a log: maps with a heap of due times.
//!
//! Memory grows with the subjects that have facts and with open cases, not with the length of the log.

use crate::books::*;
use crate::fold::{At, fold, settle};
use crate::mode::{Cause, Following};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use vouchsafe_alphabet::readings::WithdrawnData;
use vouchsafe_alphabet::{
    Command, Contract, Holder, Observation, Person, Phone, Record, Request, Rules, Sort, Staff, Terms, Tv,
};

/// A last lawful instant, and whose.
pub type Due = (u64, Subject);

/// Books in maps.
#[derive(Clone, Debug, Default)]
pub struct Maps {
    world: WorldBook<Following>,
    pub(super) reviews: ReviewBook<Following>,
    pub(super) people: FxHashMap<u32, PersonBook<Following>>,
    feedbacks: FxHashMap<u32, FeedbackBook<Following>>,
    statutes: FxHashMap<u32, StatuteBook<Following>>,
    limits: FxHashMap<u32, LimitBook<Following>>,
    pub(super) incidents: FxHashMap<u32, IncidentBook<Following>>,
    wishes: FxHashMap<u32, WishBook<Following>>,
    phones: FxHashMap<u32, PhoneBook<Following>>,
    tvs: FxHashMap<u32, TvBook<Following>>,
    tellings: FxHashMap<u32, TellingBook<Following>>,
    commands: FxHashMap<u32, CommandBook<Following>>,
    pub(super) records: FxHashMap<u32, RecordBook<Following>>,
    pub(super) storages: FxHashMap<u32, StorageBook<Following>>,
    pub(super) requests: FxHashMap<u32, RequestBook<Following>>,
    pub(super) inquiries: FxHashMap<u32, InquiryBook<Following>>,
    contracts: FxHashMap<u32, ContractBook<Following>>,
    recipients: FxHashMap<u32, RecipientBook<Following>>,
    agreements: FxHashMap<u32, AgreementBook<Following>>,
    successions: FxHashMap<u32, SuccessionBook<Following>>,
    versions: FxHashMap<u32, TermsBook<Following>>,
    staff: FxHashMap<u32, StaffBook<Following>>,
    web: FxHashMap<u32, WebBook<Following>>,
    linked: FxHashMap<u32, LinkBook<Following>>,
    figures: FxHashMap<u32, FiguresBook<Following>>,
    /// People whom the book of somebody else, or of a TV, names.
    named: FxHashSet<u32>,
    records_of: FxHashMap<u32, Vec<u32>>,
    requests_of: FxHashMap<u32, Vec<u32>>,
    inquiries_of: FxHashMap<u32, Vec<u32>>,
    contracts_of: FxHashMap<u32, Vec<u32>>,
    pub(super) heap: BinaryHeap<Reverse<Due>>,
    closed: Vec<(Sort, u32)>,
    empty: Box<Empty>,
}

/// A book of each kind in which nothing is written.
#[derive(Clone, Debug, Default)]
struct Empty {
    pub(super) people: PersonBook<Following>,
    feedbacks: FeedbackBook<Following>,
    statutes: StatuteBook<Following>,
    limits: LimitBook<Following>,
    incidents: IncidentBook<Following>,
    wishes: WishBook<Following>,
    phones: PhoneBook<Following>,
    tvs: TvBook<Following>,
    tellings: TellingBook<Following>,
    commands: CommandBook<Following>,
    pub(super) records: RecordBook<Following>,
    pub(super) storages: StorageBook<Following>,
    pub(super) requests: RequestBook<Following>,
    inquiries: InquiryBook<Following>,
    contracts: ContractBook<Following>,
    recipients: RecipientBook<Following>,
    agreements: AgreementBook<Following>,
    successions: SuccessionBook<Following>,
    versions: TermsBook<Following>,
    staff: StaffBook<Following>,
    web: WebBook<Following>,
    linked: LinkBook<Following>,
    figures: FiguresBook<Following>,
}

impl Maps {
    /// Folds an observation, and takes note of the deadlines that it begins.
    pub fn fold(&mut self, saw: &Observation, now: u64, cause: Cause, rules: &Rules) {
        if let Observation::GuardianOf { other: named, .. }
        | Observation::CredentialShared { other: named, .. }
        | Observation::Bound { person: named, .. }
        | Observation::Shared { person: named, .. } = *saw
        {
            self.named.insert(named.0);
        }
        // A record may be closed by what is folded, and yet its subject's duties begin by it.
        let subject = saw.first(Sort::Record).and_then(|id| self.records.get(&id)).map(|book| book.person);
        fold(self, saw, At { now, cause, rules });
        if let Some(person) = subject {
            self.note_due(Subject::Person(person));
        }
        if let Some(person) = saw.first(Sort::Person) {
            self.note_due(Subject::Person(Person(person)));
        }
        if let Some(record) = saw.first(Sort::Record) {
            self.note_due(Subject::Record(Record(record)));
        }
        if matches!(saw, Observation::Reviewed { .. }) {
            self.note_due(Subject::Holder(Holder::VENDOR));
        }
        if let Observation::Withdrew { person, .. } = *saw
            && rules.readings.withdrawn_data == WithdrawnData::PurposeEnds
        {
            for record in self.records_of.get(&person.0).cloned().unwrap_or_default() {
                self.note_due(Subject::Record(Record(record)));
            }
        }
        if let Some(request) = saw.first(Sort::Request) {
            self.note_due(Subject::Request(Request(request)));
            self.note_due(Subject::Inquiry(Request(request)));
        }
    }

    /// The instant has ended for a subject.
    pub fn settle(&mut self, subject: Subject, now: u64, rules: &Rules) {
        settle(self, subject, At { now, cause: 0, rules });
        self.note_due(subject);
    }

    /// Whether something is on record about this one; what a name has no book for needs no name.
    pub fn holds(&self, sort: Sort, id: u32) -> bool {
        match sort {
            Sort::Person => {
                self.people.contains_key(&id)
                    || self.feedbacks.contains_key(&id)
                    || self.statutes.contains_key(&id)
                    || self.web.contains_key(&id)
                    || self.limits.contains_key(&id)
                    || self.incidents.contains_key(&id)
                    || self.wishes.contains_key(&id)
                    || self.named.contains(&id)
            }
            Sort::Tv => self.tvs.contains_key(&id) || self.tellings.contains_key(&id),
            Sort::Command => self.commands.contains_key(&id),
            Sort::Record => self.records.contains_key(&id) || self.linked.contains_key(&id),
            Sort::Request => self.requests.contains_key(&id) || self.inquiries.contains_key(&id),
            Sort::Contract => self.contracts.contains_key(&id),
            Sort::Phone => self.phones.contains_key(&id),
            Sort::Holder | Sort::Mac | Sort::DeviceId | Sort::Terms => true,
            Sort::Staff => self.staff.contains_key(&id),
        }
    }

    /// Cases that were closed since this was last asked.
    pub fn take_closed(&mut self) -> Vec<(Sort, u32)> {
        std::mem::take(&mut self.closed)
    }

    /// How many books are held.
    pub fn len(&self) -> usize {
        self.people.len()
            + self.feedbacks.len()
            + self.statutes.len()
            + self.limits.len()
            + self.incidents.len()
            + self.wishes.len()
            + self.phones.len()
            + self.tvs.len()
            + self.tellings.len()
            + self.commands.len()
            + self.records.len()
            + self.storages.len()
            + self.requests.len()
            + self.inquiries.len()
            + self.contracts.len()
            + self.recipients.len()
            + self.agreements.len()
            + self.successions.len()
            + self.versions.len()
            + self.staff.len()
            + self.web.len()
            + self.linked.len()
            + self.figures.len()
    }

    /// Whether no book is held.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn forget_record(&mut self, id: Record) {
        self.storages.remove(&id.0);
        if let Some(book) = self.records.remove(&id.0) {
            remove_from(&mut self.records_of, book.person.0, id.0);
        }
    }

    fn forget_request(&mut self, id: Request) {
        if let Some(book) = self.requests.remove(&id.0) {
            remove_from(&mut self.requests_of, book.person.0, id.0);
        }
    }
}

fn remove_from(of: &mut FxHashMap<u32, Vec<u32>>, owner: u32, id: u32) {
    if let Some(ids) = of.get_mut(&owner) {
        ids.retain(|other| *other != id);
        if ids.is_empty() {
            of.remove(&owner);
        }
    }
}

macro_rules! shelf {
    ($(($get:ident, $get_mut:ident, $field:ident, $id:ty, $book:ident))+) => {
        $(
            #[inline]
            fn $get(&self, id: $id) -> &$book<Following> {
                self.$field.get(&id.0).unwrap_or(&self.empty.$field)
            }
            #[inline]
            fn $get_mut(&mut self, id: $id) -> &mut $book<Following> {
                self.$field.entry(id.0).or_default()
            }
        )+
    };
}

impl Books<Following> for Maps {
    fn world(&self) -> &WorldBook<Following> {
        &self.world
    }
    fn world_mut(&mut self) -> &mut WorldBook<Following> {
        &mut self.world
    }
    fn reviews(&self) -> &ReviewBook<Following> {
        &self.reviews
    }
    fn reviews_mut(&mut self) -> &mut ReviewBook<Following> {
        &mut self.reviews
    }
    shelf! {
        (person, person_mut, people, Person, PersonBook)
        (feedback, feedback_mut, feedbacks, Person, FeedbackBook)
        (statutes, statutes_mut, statutes, Person, StatuteBook)
        (limit, limit_mut, limits, Person, LimitBook)
        (incident, incident_mut, incidents, Person, IncidentBook)
        (wish, wish_mut, wishes, Person, WishBook)
        (phone, phone_mut, phones, Phone, PhoneBook)
        (tv, tv_mut, tvs, Tv, TvBook)
        (telling, telling_mut, tellings, Tv, TellingBook)
        (command, command_mut, commands, Command, CommandBook)
        (record, record_mut, records, Record, RecordBook)
        (storage, storage_mut, storages, Record, StorageBook)
        (request, request_mut, requests, Request, RequestBook)
        (inquiry, inquiry_mut, inquiries, Request, InquiryBook)
        (contract, contract_mut, contracts, Contract, ContractBook)
        (recipient, recipient_mut, recipients, Holder, RecipientBook)
        (agreement, agreement_mut, agreements, Person, AgreementBook)
        (succession, succession_mut, successions, Holder, SuccessionBook)
        (version, version_mut, versions, Terms, TermsBook)
        (staff, staff_mut, staff, Staff, StaffBook)
        (web, web_mut, web, Person, WebBook)
        (link, link_mut, linked, Record, LinkBook)
        (figures, figures_mut, figures, Holder, FiguresBook)
    }

    fn open_record(&mut self, id: Record, person: Person) {
        self.records_of.entry(person.0).or_default().push(id.0);
    }
    fn open_request(&mut self, id: Request, person: Person) {
        self.requests_of.entry(person.0).or_default().push(id.0);
    }
    fn open_inquiry(&mut self, id: Request, person: Person) {
        self.settle_inquiry(id);
        self.inquiries_of.entry(person.0).or_default().push(id.0);
    }
    fn settle_inquiry(&mut self, id: Request) {
        if let Some(book) = self.inquiries.get(&id.0) {
            remove_from(&mut self.inquiries_of, book.person.0, id.0);
        }
    }
    fn open_contract(&mut self, id: Contract, to: Holder) {
        if let Some(book) = self.contracts.get(&id.0)
            && book.signed.on()
        {
            if book.to == to {
                return;
            }
            remove_from(&mut self.contracts_of, book.to.0, id.0);
        }
        self.contracts_of.entry(to.0).or_default().push(id.0);
    }
    fn close_command(&mut self, id: Command) {
        if self.commands.remove(&id.0).is_some() {
            self.closed.push((Sort::Command, id.0));
        }
    }
    fn close_record(&mut self, id: Record) {
        if self.records.contains_key(&id.0) {
            self.closed.push((Sort::Record, id.0));
        }
        self.forget_record(id);
    }
    fn close_link(&mut self, id: Record) {
        if self.linked.remove(&id.0).is_some() {
            self.closed.push((Sort::Record, id.0));
        }
    }
    fn close_request(&mut self, id: Request) {
        if self.requests.contains_key(&id.0) {
            self.closed.push((Sort::Request, id.0));
        }
        self.forget_request(id);
    }

    fn records_of(&self, person: Person, f: &mut dyn FnMut(Record, &RecordBook<Following>)) {
        for id in self.records_of.get(&person.0).into_iter().flatten() {
            if let Some(book) = self.records.get(id)
                && book.collected.on()
            {
                f(Record(*id), book);
            }
        }
    }
    fn requests_of(&self, person: Person, f: &mut dyn FnMut(Request, &RequestBook<Following>)) {
        for id in self.requests_of.get(&person.0).into_iter().flatten() {
            if let Some(book) = self.requests.get(id)
                && book.is != RequestIs::Closed
            {
                f(Request(*id), book);
            }
        }
    }
    fn requests_of_mut(&mut self, person: Person, f: &mut dyn FnMut(Request, &mut RequestBook<Following>)) {
        for id in self.requests_of.get(&person.0).into_iter().flatten() {
            if let Some(book) = self.requests.get_mut(id)
                && book.is != RequestIs::Closed
            {
                f(Request(*id), book);
            }
        }
    }
    fn inquiries_of_mut(&mut self, person: Person, f: &mut dyn FnMut(Request, &mut InquiryBook<Following>)) {
        for id in self.inquiries_of.get(&person.0).into_iter().flatten() {
            if let Some(book) = self.inquiries.get_mut(id)
                && book.is_open()
            {
                f(Request(*id), book);
            }
        }
    }
    fn any_contract_of(&self, holder: Holder, f: &mut dyn FnMut(&ContractBook<Following>) -> bool) -> bool {
        let mut of = self.contracts_of.get(&holder.0).into_iter().flatten();
        of.any(|id| self.contracts.get(id).is_some_and(&mut *f))
    }
    fn people(&self, f: &mut dyn FnMut(Person, &PersonBook<Following>)) {
        self.people.iter().for_each(|(id, book)| f(Person(*id), book));
    }
    fn versions(&self, f: &mut dyn FnMut(Terms, &TermsBook<Following>)) {
        self.versions.iter().for_each(|(id, book)| f(Terms(*id), book));
    }
    fn commands(&self, f: &mut dyn FnMut(Command, &CommandBook<Following>)) {
        for (id, book) in &self.commands {
            if book.pressed.on() {
                f(Command(*id), book);
            }
        }
    }
    fn any_tv(&self, f: &mut dyn FnMut(&TvBook<Following>) -> bool) -> bool {
        self.tvs.values().any(f)
    }
    fn incidents_mut(&mut self, f: &mut dyn FnMut(&mut IncidentBook<Following>)) {
        self.incidents.values_mut().for_each(f);
    }
    fn tvs_mut(&mut self, f: &mut dyn FnMut(Tv, &mut TvBook<Following>)) {
        for (id, book) in &mut self.tvs {
            f(Tv(*id), book);
        }
    }
}
