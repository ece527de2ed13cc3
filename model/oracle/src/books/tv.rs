//! What is true of a TV: its identity, its people, and its check.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;
use vouchsafe_alphabet::{DeviceId, Mac, Person};

/// The book of one TV.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Ids)]
pub struct TvBook<M: Mode> {
    /// The factory MAC address and device ID that it carries.
    pub carries: Option<(Mac, DeviceId)>,
    /// What made it so.
    pub carries_cause: M::Cause,
    /// The person to whom it is bound.
    pub owner: Option<Person>,
    /// What made it so.
    pub owner_cause: M::Cause,
    /// The people with whom it is shared.
    pub shared_with: M::Ids,
    /// It has ever passed a check.
    pub passed: Fact<M::Cause>,
    /// Something has voided the latest check that it passed.
    pub voided: Fact<M::Cause>,
    /// People who have opened the plugin since the latest check that it passed; kept only where the reading
    /// `auth-lifetime` asks for a check each session.
    pub opened_since: M::Ids,

    /// One more than the greatest state number that it has reported.
    pub newest: u64,
    /// What made it so.
    pub newest_cause: M::Cause,
    /// Phones on which a route to it was chosen or its state shown.
    pub watched_by: M::Ids,
    /// It is switched off.
    pub off: Fact<M::Cause>,
    /// It has no network link.
    pub cut: Fact<M::Cause>,
    /// Until when its last known state may pass for current, since it fell silent.
    pub fresh: M::Clock,
}
