//! A promise: what triggers it, what must then be so, and what shows that it is kept.

use crate::mode::Mode;
use crate::view::View;
use vouchsafe_alphabet::Kind;

/// The logical shape of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Something never happens.
    Absence,
    /// Something happens only after something else.
    Precedence,
    /// Something happens by a deadline.
    ResponseWithin,
}

impl Shape {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Absence => "absence",
            Self::Precedence => "precedence",
            Self::ResponseWithin => "response-within",
        }
    }
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
    /// Whether it is so.
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
