//! What a person has handed over as feedback.

use crate::mode::{Fact, Marked, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::Detail;

/// The book of one person's feedback.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Trail)]
pub struct FeedbackBook<M: Mode> {
    /// The person submitted some, at some time.
    pub submitted: Fact<M::Cause>,
    /// The fields that it had, all times taken together.
    pub details: Marked<M, Detail>,
}
