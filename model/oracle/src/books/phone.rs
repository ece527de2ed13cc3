//! What is true of a phone: its permission, who was logged out on it, and what it last chose and showed.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;

/// The book of one phone.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Ids, M::Tally)]
pub struct PhoneBook<M: Mode> {
    /// The plugin was permitted to read the phone's features, at some time.
    pub granted: Fact<M::Cause>,
    /// The permission was revoked by the phone's own switch since.
    pub switched_off: Fact<M::Cause>,
    /// The last word about it is a message that revokes it.
    pub revoked: Fact<M::Cause>,
    /// By when the first such message since it was granted must have taken effect.
    pub stop: M::Clock,
    /// The permission was revoked at some time.
    pub ever_revoked: Fact<M::Cause>,
    /// People whose last word on this phone was to log out.
    pub logged_out: M::Ids,
    /// For each TV, how its route stands: see [`Standing`](crate::facts::route::Standing).
    pub routes: M::Tally,
    /// For each TV, one more than the greatest state number shown as confirmed.
    pub shown: M::Tally,
}
