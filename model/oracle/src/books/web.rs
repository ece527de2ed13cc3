//! What is true of a person on the web: advertisements by interest, and parts of others that were used.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;

/// The book of one person on the web.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Ids)]
pub struct WebBook<M: Mode> {
    /// The person has opted out of interest-based advertisements, and not in again since.
    pub ads_off: Fact<M::Cause>,
    /// By when that must have taken effect.
    pub ad_stop: M::Clock,
    /// The person opted in again at some time.
    pub ads_back: Fact<M::Cause>,
    /// A line of the web log with the person's address in the network was written.
    pub ip_logged: Fact<M::Cause>,
    /// Those of whom the person has used an embedded part or a link.
    pub parts_used: M::Ids,
    /// Those who have gathered data of the person themselves.
    pub gathered_by: M::Ids,
}
