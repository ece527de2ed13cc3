//! A promise: what triggers it, what must then be so, and what shows that it is kept.

use crate::books::Subject;
use crate::mode::Mode;
use crate::view::View;
use vouchsafe_alphabet::{Kind, Sort};

/// The logical shape of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Something never happens.
    Absence,
    /// Something happens only after something else.
    Precedence,
    /// Something happens by a deadline.
    ResponseWithin,
    /// Something happens sooner or later, in every fair run.
    LeadsTo(Leading),
}

impl Shape {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Absence => "absence",
            Self::Precedence => "precedence",
            Self::ResponseWithin => "response-within",
            Self::LeadsTo(_) => "leads-to",
        }
    }
}

/// What a promise that leads to something is owed for, and on what condition.
///
/// Its trigger opens a duty for one subject, and each of its parts is to come about for that subject later, or in
/// the same moment. No single event breaks it: only a run that goes on for ever without that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leading {
    /// Whose duties there are.
    pub owed: Owed,
    /// The names of what is assumed to be fair: what may not be put off for ever by whoever does it.
    pub fair: &'static [&'static str],
}

/// Who or what has a duty of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// Each subject of this sort.
    Each(Sort),
    /// Each phone toward each TV that it has chosen a route to.
    PhoneTowardTv,
}

/// A question about an event and the books before it.
pub type Test<M> = fn(&View<'_, M>) -> bool;

/// One named part of a promise's condition.
#[derive(Clone, Copy, Debug)]
pub struct Part<M: Mode> {
    /// Its name.
    pub name: &'static str,
    /// The clauses that it stands for.
    pub clauses: &'static [&'static str],
    /// What it says must be so.
    pub says: &'static str,
    /// Whether it is so; of a promise that leads to something, whether it comes about here.
    pub holds: Test<M>,
}

/// One named sight that shows the promise kept in the way that its clauses describe.
#[derive(Clone, Copy, Debug)]
pub struct Witness<M: Mode> {
    /// Its name.
    pub name: &'static str,
    /// What is seen.
    pub says: &'static str,
    /// Whether it is seen here; asked only where no part of the promise fails.
    pub seen: Test<M>,
}

/// The ends of instants that a promise is judged at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// None.
    Never,
    /// Those of people.
    OfPeople,
    /// Those of records.
    OfRecords,
    /// Those of requests.
    OfRequests,
    /// Those of holders of data.
    OfHolders,
    /// Those of messages that ask something of the vendor.
    OfInquiries,
}

impl Ends {
    /// Whether the end of an instant of this subject is one of them.
    pub const fn concern(self, subject: Subject) -> bool {
        match subject {
            Subject::Person(_) => matches!(self, Self::OfPeople),
            Subject::Record(_) => matches!(self, Self::OfRecords),
            Subject::Request(_) => matches!(self, Self::OfRequests),
            Subject::Holder(_) => matches!(self, Self::OfHolders),
            Subject::Inquiry(_) => matches!(self, Self::OfInquiries),
        }
    }
}

/// A promise of the policy.
#[derive(Clone, Copy, Debug)]
pub struct Promise<M: Mode> {
    /// Its id: family, full stop, name.
    pub id: &'static str,
    /// Its family.
    pub family: &'static str,
    /// The clauses that it carries.
    pub clauses: &'static [&'static str],
    /// What it promises, in a sentence.
    pub statement: &'static str,
    /// Its logical shape.
    pub shape: Shape,
    /// The readings that bear on it.
    pub readings: &'static [&'static str],
    /// Judged whenever one of these is seen,
    pub sees: &'static [Kind],
    /// or one of these instants ends,
    pub ends: Ends,
    /// which is to say, when …;
    pub when: &'static str,
    /// and this is so;
    pub trigger: Test<M>,
    /// then each of these must be so.
    pub parts: &'static [Part<M>],
    /// Seen lawfully at least once.
    pub witnesses: &'static [Witness<M>],
}

impl<M: Mode> Promise<M> {
    /// What it is owed for, where it leads to something.
    pub fn leading(&self) -> Option<Leading> {
        match self.shape {
            Shape::LeadsTo(leading) => Some(leading),
            Shape::Absence | Shape::Precedence | Shape::ResponseWithin => None,
        }
    }
}
