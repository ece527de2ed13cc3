//! What is true of one withdrawal, demand or allowance of the law.

use crate::mode::{Fact, Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Category, Holder, Person, Place};

/// What a request is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RequestIs {
    /// Nothing yet, or over.
    #[default]
    Closed,
    /// A withdrawal of consent.
    Withdrawal,
    /// A demand of the law.
    Demand,
    /// An express allowance of the law.
    Allowance,
}

/// The book of one request; open until it is processed, over or ended.
#[derive_where(Clone, Debug, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Trail, M::Sheet)]
pub struct RequestBook<M: Mode> {
    /// What it is.
    pub is: RequestIs,
    /// Whom it is about.
    pub person: Person,
    /// The act that opened it.
    pub made: Fact<M::Cause>,
    /// The categories that it covers, by verb, less those agreed to since.
    pub covers: [Marked<M, Category>; 3],
    /// To whom a demand or an allowance lets data go, where it says so.
    pub to: Option<Holder>,
    /// The place whose law it is, where that is known.
    pub place: Option<Place>,
    /// Answers that a withdrawal cancels when it comes into force.
    pub cancels: M::Sheet,
    /// By when it must be processed.
    pub due: M::Clock,
    /// The person has used a product since.
    pub used_since: Fact<M::Cause>,
}

impl<M: Mode> Default for RequestBook<M> {
    fn default() -> Self {
        Self {
            is: RequestIs::Closed,
            person: Person(0),
            made: Fact::default(),
            covers: Default::default(),
            to: None,
            place: None,
            cancels: M::Sheet::default(),
            due: M::Clock::default(),
            used_since: Fact::default(),
        }
    }
}
