//! F25, periodic reviews (SEC-10, UPD-01): once practices or the policy were reviewed, the next review comes in time.

use crate::books::Subject;
use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::data::Review;
use vouchsafe_alphabet::{Clock, Kind, Observation};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F25.reviewed-in-time",
        family: "F25",
        clauses: &["SEC-10", "UPD-01"],
        statement: "Security practices and the policy are each reviewed as a whole again before a period is over.",
        shape: Shape::ResponseWithin,
        readings: &[],
        sees: &[Kind::Reviewed],
        ends: Ends::OfHolders,
        when: "the time to the next review ends, or a review takes place that is complete",
        trigger: |v| matches!(v.ends(), Some(Subject::Holder(_))) || reviewed(v).is_some(),
        parts: &[
            Part {
                name: "security-reviewed",
                clauses: &["SEC-10"],
                says: "collection, storage, handling and physical security were reviewed within the period",
                holds: |v| !(missed(v, v.books.reviews().security) && v.is(&v.books.reviews().of_security)),
            },
            Part {
                name: "policy-reviewed",
                clauses: &["UPD-01"],
                says: "the policy was reviewed within the period",
                holds: |v| !(missed(v, v.books.reviews().policy) && v.is(&v.books.reviews().of_policy)),
            },
        ],
        witnesses: &[
            Witness {
                name: "security-reviewed-again",
                says: "security is reviewed again in time",
                seen: |v| reviewed(v) == Some(Review::Security) && v.running(v.books.reviews().security),
            },
            Witness {
                name: "policy-reviewed-again",
                says: "the policy is reviewed again in time",
                seen: |v| reviewed(v) == Some(Review::Policy) && v.running(v.books.reviews().policy),
            },
        ],
    }]
}

/// What is reviewed, as a whole.
fn reviewed<M: Mode>(v: &View<'_, M>) -> Option<Review> {
    match v.saw() {
        Some(&Observation::Reviewed { review, good: true }) => Some(review),
        Some(_) | None => None,
    }
}

/// Whether the last lawful instant of this deadline ends.
fn missed<M: Mode>(v: &View<'_, M>, clock: M::Clock) -> bool {
    matches!(v.ends(), Some(Subject::Holder(_))) && clock.due(v.now)
}
