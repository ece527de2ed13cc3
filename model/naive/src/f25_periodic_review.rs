//! F25: each review is followed by the next within its period.

use crate::history::Past;
use crate::promise::{Duty, Promise, Seen};
use vouchsafe_alphabet::Observation::Reviewed;
use vouchsafe_alphabet::Sort;
use vouchsafe_alphabet::data::Review;

/// Security and the policy are reviewed again in time (SEC-10, UPD-01).
pub(crate) const REVIEWED_IN_TIME: Promise = Promise {
    id: "F25.reviewed-in-time",
    trigger: |_, seen| seen.end().is_some() || complete(seen).is_some(),
    parts: &[
        ("security-reviewed", |past, seen| !past.missed(seen, Review::Security)),
        ("policy-reviewed", |past, seen| !past.missed(seen, Review::Policy)),
    ],
    witnesses: &[
        ("security-reviewed-again", |past, seen| {
            complete(seen) == Some(Review::Security) && past.review_due(Review::Security).is_some()
        }),
        ("policy-reviewed-again", |past, seen| {
            complete(seen) == Some(Review::Policy) && past.review_due(Review::Policy).is_some()
        }),
    ],
    // Two duties of one vendor; whichever is due first.
    duty: Some(Duty {
        sort: Sort::Holder,
        open: |past, holder| {
            let dues = [Review::Security, Review::Policy].map(|review| past.review_due(review));
            (holder == 0).then(|| dues.into_iter().flatten().min()).flatten()
        },
    }),
};

fn complete(seen: Seen) -> Option<Review> {
    if let Some(Reviewed { review, good: true }) = seen.line() { Some(review) } else { None }
}

impl Past<'_> {
    /// The last lawful instant of the next review, unless it is past: counted from the latest complete one, or
    /// from the first one at all where none was complete.
    fn review_due(self, of: Review) -> Option<u64> {
        let units = match of {
            Review::Security => self.rules.deadlines.security_review,
            Review::Policy => self.rules.deadlines.policy_review,
        };
        let of_it = |whole: bool| {
            let counts =
                move |seen| matches!(seen, Reviewed { review, good } if review == of && (good || !whole));
            self.lines().filter_map(move |(_, at, seen)| counts(seen).then_some(at))
        };
        let from = of_it(true).next_back().or_else(|| of_it(false).next())?;
        Some(self.due(from, units)).filter(|due| self.now <= *due)
    }

    fn missed(self, seen: Seen, review: Review) -> bool {
        seen.end().is_some() && self.review_due(review) == Some(self.now)
    }
}
