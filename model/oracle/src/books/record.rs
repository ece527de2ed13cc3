//! What is true of one item of personal information and its copies.

use crate::mode::{Fact, Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{Category, Ground, Person, Purpose, Source};

/// How a business ground to keep a record stands; it arises once and, gone, is gone for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Business {
    /// It never arose.
    #[default]
    Never,
    /// It is live.
    Live,
    /// It has ended or expired.
    Gone,
}

/// The book of one record; open from its collection until it is finished.
#[derive_where(Clone, Debug, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Trail, M::Ids)]
pub struct RecordBook<M: Mode> {
    /// It was collected, and is not finished.
    pub collected: Fact<M::Cause>,
    /// Whom it is about.
    pub person: Person,
    /// Whom it is about besides.
    pub other: Option<Person>,
    /// What it is.
    pub category: Category,
    /// Where it came from.
    pub source: Source,
    /// Why it was collected, as far as that was said.
    pub purpose: Option<Purpose>,
    /// Those who hold an attributable copy.
    pub holders: M::Ids,
    /// A guardian had approved the category when it was collected.
    pub approved: Fact<M::Cause>,
    /// Its purpose has ended.
    pub purpose_ended: Fact<M::Cause>,
    /// Live grounds to keep it, the business ground aside.
    pub grounds: Marked<M, Ground>,
    /// The business ground.
    pub business: Business,
    /// What made it arise.
    pub business_cause: M::Cause,
    /// When the business ground expires.
    pub business_expiry: M::Clock,
    /// It was stripped of what ties it to its subject, in name only.
    pub in_name_only: Fact<M::Cause>,
    /// Some ground was live at some time.
    pub was_held: Fact<M::Cause>,
    /// By when every controlled copy must be gone.
    pub purge: M::Clock,
}

impl<M: Mode> Default for RecordBook<M> {
    fn default() -> Self {
        Self {
            collected: Fact::default(),
            person: Person(0),
            other: None,
            category: Category::Account,
            source: Source::Submitted,
            purpose: None,
            holders: M::Ids::default(),
            approved: Fact::default(),
            purpose_ended: Fact::default(),
            grounds: Marked::default(),
            business: Business::Never,
            business_cause: M::Cause::default(),
            business_expiry: M::Clock::default(),
            in_name_only: Fact::default(),
            was_held: Fact::default(),
            purge: M::Clock::default(),
        }
    }
}

impl<M: Mode> RecordBook<M> {
    /// Whether its purpose has ended and no ground to keep it is live.
    pub fn is_free(&self) -> bool {
        self.purpose_ended.on() && self.grounds.set().is_empty() && self.business != Business::Live
    }
}
