//! Pairs of defects: what two break together that neither breaks alone. So a guard behind a guard shows.

use super::{Honest, Hunt, hunt};
use crate::scope::Scope;
use std::collections::BTreeSet;
use vouchsafe_explore::{Observer, Options};
use vouchsafe_system::Defect;

/// What two defects break together in a scope in which neither breaks it alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The two.
    pub defects: [Defect; 2],
    /// The scope.
    pub scope: String,
    /// What they break together and neither breaks alone, with the length of the shortest story.
    pub parts: Vec<(String, u32)>,
}

/// What two defects break in a scope that neither breaks there alone, by what was found of each.
pub fn pairs_of(
    scope: &Scope,
    honest: &Honest,
    (one, alone): (Defect, &Hunt),
    (other, other_alone): (Defect, &Hunt),
    options: &Options,
    observer: &dyn Observer,
) -> Pair {
    let together = hunt(scope, honest, &[one, other], options, observer);
    let known: BTreeSet<&str> =
        alone.kills.iter().chain(&other_alone.kills).map(|kill| kill.part.as_str()).collect();
    let parts = together.kills.into_iter().filter(|kill| !known.contains(kill.part.as_str()));
    Pair {
        defects: [one, other],
        scope: scope.name.clone(),
        parts: parts.map(|kill| (kill.part, kill.length)).collect(),
    }
}
