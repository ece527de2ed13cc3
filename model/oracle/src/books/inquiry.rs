//! What is true of one message that asks something of the vendor: a question, or a request about data.

use crate::mode::{Fact, Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::party::Channel;
use vouchsafe_alphabet::{Category, Person, data::RequestKind};

/// The book of one message; what it was and what was charged for it is known after it was answered, too.
#[derive_where(Clone, Debug, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Trail, M::Ids, M::Pairs)]
pub struct InquiryBook<M: Mode> {
    /// It was sent.
    pub made: Fact<M::Cause>,
    /// What it asks.
    pub asks: RequestKind,
    /// Whose data it is about.
    pub person: Person,
    /// Who sent it.
    pub sender: Person,
    /// By which way.
    pub channel: Channel,
    /// It reached the desk that serves what it asks.
    pub routed: Fact<M::Cause>,
    /// The sender has passed the last check of who they are.
    pub proved: Fact<M::Cause>,
    /// By when it must be answered.
    pub due: M::Clock,
    /// The vendor asked for more before that, and the sender has not supplied it yet.
    pub waits: Fact<M::Cause>,
    /// The time runs anew since the sender supplied it.
    pub renewed: bool,
    /// Categories of the person that we or those who work for the vendor held when it was sent.
    pub held: Marked<M, Category>,
    /// Something of the person was corrected or completed since.
    pub mended: Fact<M::Cause>,
    /// Records that were corrected since.
    pub touched: M::Ids,
    /// Copies of those records that were there at the first correction and are not corrected.
    pub stale: M::Pairs,
    /// The fees charged for it.
    pub charged: u64,
    /// It was answered, in full or with a refusal.
    pub answered: Fact<M::Cause>,
}

impl<M: Mode> Default for InquiryBook<M> {
    fn default() -> Self {
        Self {
            made: Fact::default(),
            asks: RequestKind::Question,
            person: Person(0),
            sender: Person(0),
            channel: Channel::Email,
            routed: Fact::default(),
            proved: Fact::default(),
            due: M::Clock::default(),
            waits: Fact::default(),
            renewed: false,
            held: Marked::default(),
            mended: Fact::default(),
            touched: M::Ids::default(),
            stale: M::Pairs::default(),
            charged: 0,
            answered: Fact::default(),
        }
    }
}

impl<M: Mode> InquiryBook<M> {
    /// Whether it asks for access or correction (DSR-01, DSR-02).
    pub fn is_of_right(&self) -> bool {
        self.made.on() && matches!(self.asks, RequestKind::Access | RequestKind::Correction)
    }
    /// Whether it was sent and not answered yet.
    pub fn is_open(&self) -> bool {
        self.made.on() && !self.answered.on()
    }
}

/// Whether an answer settles what was asked: it is complete, or it hands nothing over and so refuses.
pub fn settles(complete: bool, categories: Option<vouchsafe_alphabet::Categories>) -> bool {
    complete || categories.is_none_or(|given| given.is_empty())
}
