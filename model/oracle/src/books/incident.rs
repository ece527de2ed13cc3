//! What is true of the incidents of one person: who knows a password of theirs, who intruded, what met an adversary,
//! and what was reported.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;

/// The book of the incidents of one person.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Ids)]
pub struct IncidentBook<M: Mode> {
    /// The people who know a password of the person from them, or from somebody who had it from them.
    pub let_know: M::Ids,
    /// One of those has intruded, and if that was laid at the person's door, nobody else has since.
    pub by_lapse: Fact<M::Cause>,
    /// That was laid at the person's door.
    pub laid: Fact<M::Cause>,
    /// A password of the person has gone from us to somebody who does not work for us.
    pub leaked: Fact<M::Cause>,
    /// A message about the person met an adversary on its way.
    pub attacked: Fact<M::Cause>,
    /// The person is aware of an incident that they have not reported.
    pub aware: Fact<M::Cause>,
    /// By when they have to.
    pub report: M::Clock,
    /// The person has reported an incident that they were aware of.
    pub reported: Fact<M::Cause>,
    /// A session of the person has ended since they were aware of it, and none has begun.
    pub locked_out: Fact<M::Cause>,
}
