//! F24, what a breach of secrecy brings (SEC-09): whoever broke it comes to be disciplined, or the cooperation ends.

use crate::mode::Mode;
use crate::promise::{Ends, Leading, Owed, Part, Promise, Shape, Witness};
use vouchsafe_alphabet::{Kind, Observation, Sort};

/// Breaches of secrecy come to be dealt with.
pub(super) const fn leads_to<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F24.breach-is-dealt-with",
        family: "F24",
        clauses: &["SEC-09"],
        statement: "Whoever is noticed to have broken secrecy comes to be disciplined, or the cooperation ends.",
        shape: Shape::LeadsTo(Leading { owed: Owed::Each(Sort::Staff), fair: &["breaches-are-dealt-with"] }),
        readings: &[],
        sees: &[Kind::BreachNoticed, Kind::Sanctioned, Kind::Dismissed],
        ends: Ends::Never,
        when: "the vendor notices that somebody broke secrecy",
        trigger: |v| matches!(v.saw(), Some(Observation::BreachNoticed { .. })),
        parts: &[Part {
            name: "sanctioned",
            clauses: &["SEC-09"],
            says: "that one is disciplined, or is no longer engaged",
            holds: |v| {
                matches!(v.saw(), Some(Observation::Sanctioned { .. } | Observation::Dismissed { .. }))
            },
        }],
        witnesses: &[Witness {
            name: "disciplined",
            says: "somebody is disciplined, or the cooperation ends",
            seen: |v| matches!(v.saw(), Some(Observation::Sanctioned { .. })),
        }],
    }]
}
