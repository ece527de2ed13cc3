//! Books of the checker: arrays inside the state.

use crate::books::*;
use crate::fold::{At, settle};
use crate::mode::Checking;
use vouchsafe_alphabet::{
    Clock, Command, Contract, Holder, Part, Parts, Person, Phone, Record, Request, Rules, Staff, Terms,
    Ticks, Tv,
};

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
    /// Records at a time, and what has a number without being kept as a record.
    pub const RECORDS: usize = 8;
    /// Requests at a time.
    pub const REQUESTS: usize = 3;
    /// Bargains.
    pub const CONTRACTS: usize = 6;
    /// Members of staff.
    pub const STAFF: usize = 2;
    /// The vendor and the recipients.
    pub const HOLDERS: usize = 6;
    /// Versions of the terms, counted from nought.
    pub const VERSIONS: usize = 4;
}

/// Books in arrays.
///
/// An id beyond the limits has an empty book to read and a spare one to write, which is cleared: scopes are
/// checked against [`Limits`] when they are loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Arrays {
    pub(super) world: Part<WorldBook<Checking>>,
    pub(super) people: Parts<PersonBook<Checking>, { Limits::PEOPLE }>,
    pub(super) feedbacks: Parts<FeedbackBook<Checking>, { Limits::PEOPLE }>,
    pub(super) statutes: Parts<StatuteBook<Checking>, { Limits::PEOPLE }>,
    pub(super) limits: Parts<LimitBook<Checking>, { Limits::PEOPLE }>,
    pub(super) wishes: Parts<WishBook<Checking>, { Limits::PEOPLE }>,
    pub(super) incidents: Parts<IncidentBook<Checking>, { Limits::PEOPLE }>,
    pub(super) phones: Parts<PhoneBook<Checking>, { Limits::PHONES }>,
    pub(super) tvs: Parts<TvBook<Checking>, { Limits::TVS }>,
    pub(super) tellings: Parts<TellingBook<Checking>, { Limits::TVS }>,
    pub(super) commands: Parts<CommandBook<Checking>, { Limits::COMMANDS }>,
    pub(super) records: Parts<RecordBook<Checking>, { Limits::RECORDS }>,
    pub(super) storages: Parts<StorageBook<Checking>, { Limits::RECORDS }>,
    pub(super) requests: Parts<RequestBook<Checking>, { Limits::REQUESTS }>,
    pub(super) inquiries: Parts<InquiryBook<Checking>, { Limits::REQUESTS }>,
    pub(super) contracts: Parts<ContractBook<Checking>, { Limits::CONTRACTS }>,
    pub(super) recipients: Parts<RecipientBook<Checking>, { Limits::HOLDERS }>,
    pub(super) agreements: Parts<AgreementBook<Checking>, { Limits::PEOPLE }>,
    pub(super) reviews: Part<ReviewBook<Checking>>,
    pub(super) successions: Parts<SuccessionBook<Checking>, { Limits::HOLDERS }>,
    pub(super) versions: Parts<TermsBook<Checking>, { Limits::VERSIONS }>,
    pub(super) staff: Parts<StaffBook<Checking>, { Limits::STAFF }>,
    pub(super) web: Parts<WebBook<Checking>, { Limits::PEOPLE }>,
    pub(super) linked: Parts<LinkBook<Checking>, { Limits::RECORDS }>,
    pub(super) figures: Parts<FiguresBook<Checking>, { Limits::HOLDERS }>,
}

impl Arrays {
    vouchsafe_alphabet::parts! {
        pub, follow:
        part world,
        within people,
        within feedbacks,
        within statutes,
        within limits,
        within wishes,
        within incidents,
        within phones,
        within tvs,
        within tellings,
        within commands,
        within records,
        within storages,
        within requests,
        within inquiries,
        within contracts,
        within recipients,
        within agreements,
        part reviews,
        within successions,
        within versions,
        within staff,
        within web,
        within linked,
        within figures,
    }

    /// The slot of an answered message stands for a new one from here on.
    pub fn forget_inquiry(&mut self, id: Request) {
        if self.inquiry(id).answered.on() {
            *self.inquiry_mut(id) = InquiryBook::default();
        }
    }

    /// One tick: every clock ages by a unit.
    pub fn age(&mut self) {
        fn running(clock: &Ticks) -> bool {
            clock.is_running(())
        }
        self.people.change(
            |person| {
                let mut one = [&person.removal, &person.marketing_stop, &person.permission_stop].into_iter();
                one.any(running) || person.mail_stop.iter().any(running)
            },
            |person| {
                person.removal.age();
                person.marketing_stop.age();
                person.mail_stop.iter_mut().for_each(Clock::age);
                person.permission_stop.age();
            },
        );
        if running(&self.reviews.security) || running(&self.reviews.policy) {
            self.reviews.security.age();
            self.reviews.policy.age();
        }
        self.limits.change(
            |limit| limit.stops().any(running),
            |limit| limit.stops_mut().for_each(|(_, _, stop)| stop.age()),
        );
        self.wishes.change(|it| it.clocks().any(running), |it| it.clocks_mut().for_each(Clock::age));
        self.incidents.change(|it| running(&it.report), |it| it.report.age());
        self.phones.change(|phone| running(&phone.stop), |phone| phone.stop.age());
        self.tvs.change(|tv| running(&tv.fresh), |tv| tv.fresh.age());
        self.web.change(|web| running(&web.ad_stop), |web| web.ad_stop.age());
        self.contracts.change(|contract| running(&contract.expiry), |contract| contract.expiry.age());
        self.records.change(
            |record| running(&record.business_expiry) || running(&record.purge),
            |record| {
                record.business_expiry.age();
                record.purge.age();
            },
        );
        self.versions.change(any_running, |version| {
            version.each_clock(&mut Clock::age);
        });
        self.storages.change(|storage| running(&storage.classify), |storage| storage.classify.age());
        self.requests.change(|request| running(&request.due), |request| request.due.age());
        self.inquiries.change(|inquiry| running(&inquiry.due), |inquiry| inquiry.due.age());
    }

    /// The end of an instant: calls `judge` for each subject with a due clock, and then settles it.
    pub fn end_instant(&mut self, rules: &Rules, judge: &mut impl FnMut(&Self, Subject)) {
        let at = At { now: (), cause: (), rules };
        fn due(clock: Ticks) -> bool {
            clock.due(())
        }
        for id in 0..Limits::PEOPLE as u32 {
            let person = self.person(Person(id));
            let duties = [person.removal, person.marketing_stop, self.incident(Person(id)).report];
            if duties.into_iter().chain(person.mail_stop).any(due) {
                self.end(Subject::Person(Person(id)), at, judge);
            }
        }
        // Nothing is judged when these are over, but they must know that they are.
        self.people.change(|one| due(one.permission_stop), |one| one.permission_stop.settle(()));
        self.limits.change(
            |limit| limit.stops().any(|&stop| due(stop)),
            |limit| limit.stops_mut().for_each(|(_, _, stop)| stop.settle(())),
        );
        self.wishes.change(
            |it| it.clocks().any(|&end| due(end)),
            |it| it.clocks_mut().for_each(|end| end.settle(())),
        );
        self.phones.change(|phone| due(phone.stop), |phone| phone.stop.settle(()));
        self.tvs.change(|tv| due(tv.fresh), |tv| tv.fresh.settle(()));
        self.web.change(|web| due(web.ad_stop), |web| web.ad_stop.settle(()));
        self.contracts.change(|contract| due(contract.expiry), |contract| contract.expiry.settle(()));
        self.versions.change(any_running, |version| {
            version.each_clock(&mut |clock| clock.settle(()));
        });
        for id in 0..Limits::RECORDS as u32 {
            let record = self.record(Record(id));
            let unclassified = due(self.storage(Record(id)).classify);
            if due(record.purge) || due(record.business_expiry) || unclassified {
                self.end(Subject::Record(Record(id)), at, judge);
            }
        }
        for id in 0..Limits::REQUESTS as u32 {
            if due(self.request(Request(id)).due) {
                self.end(Subject::Request(Request(id)), at, judge);
            }
            if due(self.inquiry(Request(id)).due) {
                self.end(Subject::Inquiry(Request(id)), at, judge);
            }
        }
        if due(self.reviews.security) || due(self.reviews.policy) {
            self.end(Subject::Holder(Holder::VENDOR), at, judge);
        }
    }

    fn end(&mut self, subject: Subject, at: At<'_, Checking>, judge: &mut impl FnMut(&Self, Subject)) {
        judge(self, subject);
        settle(self, subject, at);
    }
}

/// Whether some clock of a version of the terms is not over.
fn any_running(version: &TermsBook<Checking>) -> bool {
    let (mut version, mut any) = (*version, false);
    version.each_clock(&mut |clock| any |= clock.is_running(()));
    any
}

static EMPTY: std::sync::LazyLock<Arrays> = std::sync::LazyLock::new(Arrays::default);

macro_rules! shelf {
    ($(($get:ident, $get_mut:ident, $field:ident, $id:ty, $book:ident))+) => {
        $(
            #[inline]
            fn $get(&self, id: $id) -> &$book<Checking> {
                self.$field.get(id.index()).map(|book| &**book).unwrap_or_else(|| {
                    let [empty, ..] = &*EMPTY.$field;
                    empty
                })
            }
            #[inline]
            fn $get_mut(&mut self, id: $id) -> &mut $book<Checking> {
                debug_assert!(
                    id.index() < self.$field.len(),
                    "a scope is checked against the limits when it is loaded"
                );
                self.$field.part_mut(id.index())
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
    fn reviews(&self) -> &ReviewBook<Checking> {
        &self.reviews
    }
    fn reviews_mut(&mut self) -> &mut ReviewBook<Checking> {
        &mut self.reviews
    }
    shelf! {
        (person, person_mut, people, Person, PersonBook)
        (feedback, feedback_mut, feedbacks, Person, FeedbackBook)
        (statutes, statutes_mut, statutes, Person, StatuteBook)
        (limit, limit_mut, limits, Person, LimitBook)
        (wish, wish_mut, wishes, Person, WishBook)
        (incident, incident_mut, incidents, Person, IncidentBook)
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

    fn open_record(&mut self, _: Record, _: Person) {}
    fn open_request(&mut self, _: Request, _: Person) {}
    fn open_inquiry(&mut self, _: Request, _: Person) {}
    fn settle_inquiry(&mut self, _: Request) {}
    fn open_contract(&mut self, _: Contract, _: Holder) {}
    fn close_command(&mut self, id: Command) {
        *self.command_mut(id) = CommandBook::default();
    }
    fn close_record(&mut self, id: Record) {
        *self.record_mut(id) = RecordBook::default();
        if *self.storage(id) != StorageBook::default() {
            *self.storage_mut(id) = StorageBook::default();
        }
    }
    fn close_link(&mut self, id: Record) {
        *self.link_mut(id) = LinkBook::default();
    }
    fn close_request(&mut self, id: Request) {
        *self.request_mut(id) = RequestBook::default();
    }

    fn records_of(&self, person: Person, f: &mut dyn FnMut(Record, &RecordBook<Checking>)) {
        for (id, book) in (0..).zip(self.records.iter()) {
            if book.collected.on() && book.person == person {
                f(Record(id), book);
            }
        }
    }
    fn requests_of(&self, person: Person, f: &mut dyn FnMut(Request, &RequestBook<Checking>)) {
        for (id, book) in (0..).zip(self.requests.iter()) {
            if book.is != RequestIs::Closed && book.person == person {
                f(Request(id), book);
            }
        }
    }
    fn requests_of_mut(&mut self, person: Person, f: &mut dyn FnMut(Request, &mut RequestBook<Checking>)) {
        let of = |book: &RequestBook<_>| book.is != RequestIs::Closed && book.person == person;
        self.requests.change_each(of, |id, book| f(Request(id), book));
    }
    fn inquiries_of_mut(&mut self, person: Person, f: &mut dyn FnMut(Request, &mut InquiryBook<Checking>)) {
        let of = |book: &InquiryBook<_>| book.is_open() && book.person == person;
        self.inquiries.change_each(of, |id, book| f(Request(id), book));
    }
    fn any_contract_of(&self, holder: Holder, f: &mut dyn FnMut(&ContractBook<Checking>) -> bool) -> bool {
        self.contracts.iter().any(|book| book.signed.on() && book.to == holder && f(book))
    }
    fn people(&self, f: &mut dyn FnMut(Person, &PersonBook<Checking>)) {
        (0..).zip(self.people.iter()).for_each(|(id, book)| f(Person(id), book));
    }
    fn versions(&self, f: &mut dyn FnMut(Terms, &TermsBook<Checking>)) {
        (0..).zip(self.versions.iter()).for_each(|(id, book)| f(Terms(id), book));
    }
    fn commands(&self, f: &mut dyn FnMut(Command, &CommandBook<Checking>)) {
        for (id, book) in (0..).zip(self.commands.iter()) {
            if book.pressed.on() {
                f(Command(id), book);
            }
        }
    }
    fn any_tv(&self, f: &mut dyn FnMut(&TvBook<Checking>) -> bool) -> bool {
        self.tvs.iter().any(|book| f(book))
    }
    fn incidents_mut(&mut self, f: &mut dyn FnMut(&mut IncidentBook<Checking>)) {
        self.incidents.change(|book| *book != IncidentBook::default(), f);
    }
    fn tvs_mut(&mut self, f: &mut dyn FnMut(Tv, &mut TvBook<Checking>)) {
        self.tvs.change_each(|_| true, |id, book| f(Tv(id), book));
    }
}
