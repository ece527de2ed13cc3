//! What a promise sees: an event, and the books before it.

use crate::books::{
    Books, CommandBook, ContractBook, InquiryBook, PersonBook, PhoneBook, RecordBook, RequestBook, Subject,
    TvBook,
};
use crate::facts::answers::{Decision, Said, Towards};
use crate::facts::{agreement, law, we};
use crate::mode::{Fact, Ids, Marked, Mode, Now, Reads};
use vouchsafe_alphabet::{
    Category, Clock, Command, Contract, Holder, Observation, Person, Phone, Purpose, Record, Request, Rules,
    Set, Sort, Source, Tv, Verb, Word,
};

/// What is judged.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// Something was seen.
    Saw(&'a Observation),
    /// An instant has ended for a subject with a due clock.
    InstantEnds(Subject),
}

/// An event with the books before it; reading through it leaves word of what was read.
pub struct View<'a, M: Mode> {
    /// The event.
    pub event: Event<'a>,
    /// The books before it.
    pub books: &'a dyn Books<M>,
    /// The rules to judge by.
    pub rules: &'a Rules,
    /// When.
    pub now: Now<M>,
    /// What was read.
    pub reads: &'a M::Reads,
    /// The TV toward which a duty is owed, where each has one of its own.
    pub toward: Option<Tv>,
}

/// Collecting, using or disclosing: one act on data.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// What is done.
    pub verb: Verb,
    /// Whose data.
    pub person: Person,
    /// Which.
    pub category: Category,
    /// By whom.
    pub by: Holder,
    /// To whom, for a disclosure.
    pub to: Option<Holder>,
    /// For what, as far as it is said.
    pub purpose: Option<Purpose>,
    /// Whether the person handed it over, which is an explicit act of their own.
    pub handed_over: bool,
}

impl<'a, M: Mode> View<'a, M> {
    /// An event with the books before it, for a promise that owes nothing toward a TV.
    pub fn new(
        event: Event<'a>,
        books: &'a dyn Books<M>,
        rules: &'a Rules,
        now: Now<M>,
        reads: &'a M::Reads,
    ) -> Self {
        Self { event, books, rules, now, reads, toward: None }
    }

    /// What was seen, unless an instant has ended.
    #[inline]
    pub fn saw(&self) -> Option<&'a Observation> {
        match self.event {
            Event::Saw(saw) => Some(saw),
            Event::InstantEnds(_) => None,
        }
    }
    /// The subject whose instant has ended.
    #[inline]
    pub fn ends(&self) -> Option<Subject> {
        match self.event {
            Event::Saw(_) => None,
            Event::InstantEnds(subject) => Some(subject),
        }
    }
    fn id(&self, sort: Sort) -> Option<u32> {
        self.saw().and_then(|saw| saw.first(sort))
    }

    /// Leaves word that a fact with this cause was read.
    #[inline]
    pub fn note(&self, cause: M::Cause) {
        self.reads.note(cause);
    }
    /// Whether a fact is so; if it is, that was read.
    #[inline]
    pub fn is(&self, fact: &Fact<M::Cause>) -> bool {
        if fact.on() {
            self.note(fact.cause());
        }
        fact.on()
    }
    /// Whether a member is in a set; if it is, that was read.
    #[inline]
    pub fn has<W: Word>(&self, marked: &Marked<M, W>, member: W) -> bool {
        let is_in = marked.set().has(member);
        if is_in {
            marked.causes(member.into(), &mut |cause| self.note(cause));
        }
        is_in
    }
    /// Whether any of these members is in a set; if so, they were read.
    pub fn has_any_of<W: Word>(&self, marked: &Marked<M, W>, members: Set<W>) -> bool {
        let found = marked.set().intersection(members);
        marked.causes(found, &mut |cause| self.note(cause));
        !found.is_empty()
    }
    /// Whether time is strictly beyond a deadline.
    #[inline]
    pub fn over(&self, clock: M::Clock) -> bool {
        clock.over(self.now)
    }
    /// Whether this is the last lawful instant of a deadline.
    #[inline]
    pub fn due(&self, clock: M::Clock) -> bool {
        clock.due(self.now)
    }
    /// Whether a deadline is set and not over.
    #[inline]
    pub fn running(&self, clock: M::Clock) -> bool {
        clock.is_running(self.now)
    }

    /// The person meant: the one named, or the subject of the record or request that is.
    pub fn person_id(&self) -> Person {
        match self.event {
            Event::InstantEnds(Subject::Person(person)) => person,
            Event::InstantEnds(Subject::Record(record)) => self.books.record(record).person,
            Event::InstantEnds(Subject::Request(request)) => self.books.request(request).person,
            Event::InstantEnds(Subject::Holder(_)) => self.record().person,
            Event::InstantEnds(Subject::Inquiry(request)) => self.books.inquiry(request).person,
            Event::Saw(saw) => match saw.person() {
                Some(person) => person,
                None => self.record().person,
            },
        }
    }
    /// The book of the person meant.
    #[inline]
    pub fn person(&self) -> &'a PersonBook<M> {
        self.books.person(self.person_id())
    }
    /// The book of the phone seen.
    #[inline]
    pub fn phone(&self) -> &'a PhoneBook<M> {
        self.books.phone(Phone(self.id(Sort::Phone).unwrap_or(u32::MAX)))
    }
    /// The book of the TV seen.
    #[inline]
    pub fn tv(&self) -> &'a TvBook<M> {
        self.books.tv(Tv(self.id(Sort::Tv).unwrap_or(u32::MAX)))
    }
    /// The book of the command seen.
    #[inline]
    pub fn command(&self) -> &'a CommandBook<M> {
        self.books.command(Command(self.id(Sort::Command).unwrap_or(u32::MAX)))
    }
    /// The book of the record seen, or of the one whose instant has ended.
    #[inline]
    pub fn record(&self) -> &'a RecordBook<M> {
        match self.event {
            Event::InstantEnds(Subject::Record(record)) => self.books.record(record),
            Event::InstantEnds(
                Subject::Person(_) | Subject::Request(_) | Subject::Holder(_) | Subject::Inquiry(_),
            )
            | Event::Saw(_) => self.books.record(Record(self.id(Sort::Record).unwrap_or(u32::MAX))),
        }
    }
    /// The book of the request seen, or of the one whose instant has ended.
    #[inline]
    pub fn request(&self) -> &'a RequestBook<M> {
        match self.event {
            Event::InstantEnds(Subject::Request(request)) => self.books.request(request),
            Event::InstantEnds(
                Subject::Person(_) | Subject::Record(_) | Subject::Holder(_) | Subject::Inquiry(_),
            )
            | Event::Saw(_) => self.books.request(Request(self.id(Sort::Request).unwrap_or(u32::MAX))),
        }
    }
    /// The book of the message seen, or of the one whose instant has ended.
    #[inline]
    pub fn inquiry(&self) -> &'a InquiryBook<M> {
        if let Event::InstantEnds(Subject::Inquiry(request)) = self.event {
            self.books.inquiry(request)
        } else {
            self.books.inquiry(Request(self.id(Sort::Request).unwrap_or(u32::MAX)))
        }
    }
    /// The book of the bargain seen.
    #[inline]
    pub fn contract(&self) -> &'a ContractBook<M> {
        self.books.contract(Contract(self.id(Sort::Contract).unwrap_or(u32::MAX)))
    }

    /// Whether this holder is one of us.
    pub fn is_we(&self, holder: Holder) -> bool {
        if holder != Holder::VENDOR {
            self.note(self.books.recipient(holder).introduced);
        }
        we::is_we(self.books, self.rules, holder)
    }
    /// Whether this holder is one of us or works for the vendor.
    pub fn is_controlled(&self, holder: Holder) -> bool {
        if holder != Holder::VENDOR {
            self.note(self.books.recipient(holder).introduced);
        }
        we::is_controlled(self.books, self.rules, holder)
    }

    /// Whether value that passes so comes to us from outside.
    pub fn is_income(&self, by: Holder, to: Holder) -> bool {
        we::is_income(self.books, self.rules, by, to)
    }

    /// The act on data that was seen, by us or for the vendor.
    pub fn act(&self) -> Option<Act> {
        let saw = self.saw()?;
        let act = if let &Observation::Collected { person, category, by, source, purpose, .. } = saw {
            let handed_over = source == Source::Submitted;
            Act { verb: Verb::Collect, person, category, by, to: None, purpose, handed_over }
        } else if let &Observation::Used { person, category, by, purpose, .. } = saw {
            let (to, purpose) = (None, Some(purpose));
            Act { verb: Verb::Use, person, category, by, to, purpose, handed_over: false }
        } else if let &Observation::Disclosed { person, category, by, to, purpose, .. } = saw {
            let (to, purpose) = (Some(to), Some(purpose));
            Act { verb: Verb::Disclose, person, category, by, to, purpose, handed_over: false }
        } else {
            return None;
        };
        self.is_controlled(act.by).then_some(act)
    }
    /// Whether a live demand or express allowance of the law covers an act.
    pub fn lawful(&self, act: &Act) -> bool {
        self.covered_by_law(act.person, act.verb, act.category, act.to)
    }
    /// Whether law covers an act, or an agreement that the person accepted overrides what limits it.
    pub fn exempt(&self, act: &Act) -> bool {
        let what = (act.verb, act.category, act.purpose);
        self.lawful(act)
            || agreement::covers(self.books, self.rules, act.person, what, &mut |cause| self.note(cause))
    }
    /// Whether a live demand or express allowance of the law covers this, towards `to` where it is a disclosure.
    pub fn covered_by_law(&self, person: Person, verb: Verb, category: Category, to: Option<Holder>) -> bool {
        law::covers(self.books, self.rules, (person, verb, category), to, &mut |cause| self.note(cause))
    }
    /// Whether the person has agreed to this very thing: to sharing with that class or for that purpose, or to use
    /// for that purpose.
    pub fn specifically_agreed(&self, act: &Act) -> bool {
        let said = Said::by(self.books, act.person, act.category);
        let note = &mut |cause| self.note(cause);
        match (act.verb, act.to, act.purpose) {
            (Verb::Disclose, Some(to), purpose) => {
                let towards = Towards::holder(self.books, to);
                said.specifically(towards, purpose, note) == Decision::Yes
            }
            (Verb::Use, _, Some(purpose)) => said.agreed_to_use(purpose, note),
            (Verb::Collect | Verb::Use | Verb::Disclose, ..) => false,
        }
    }

    /// Who uses data of the person meant for direct marketing, or sends them promotion, if anybody.
    pub fn marketer(&self) -> Option<Holder> {
        if let Some(
            &(Observation::Used { purpose: Purpose::DirectMarketing, by, .. }
            | Observation::Messaged { promotional: true, by, .. }),
        ) = self.saw()
        {
            Some(by)
        } else {
            None
        }
    }
    /// Whether the event is a promotional message.
    pub fn promotes(&self) -> bool {
        matches!(self.saw(), Some(Observation::Messaged { promotional: true, .. }))
    }
    /// Whether any TV is bound to the person or shared with them.
    pub fn has_tv(&self, person: Person) -> bool {
        self.books.any_tv(&mut |tv| {
            let owns = tv.owner == Some(person);
            let cause = if owns { Some(tv.owner_cause) } else { tv.shared_with.get(person.0) };
            cause.into_iter().for_each(|cause| self.note(cause));
            cause.is_some()
        })
    }

    /// Whether anybody controlled holds the record.
    pub fn any_holder(&self, record: &RecordBook<M>, which: impl Fn(Holder) -> bool) -> bool {
        let mut any = false;
        record.holders.each(&mut |holder, cause| {
            if which(Holder(holder)) {
                any = true;
                self.note(cause);
            }
        });
        any
    }
}
