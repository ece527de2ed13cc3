//! What is true of a record besides its own book: whether it is a web log line, and what it is linked with.

use crate::mode::{Fact, Mode};
use derive_where::derive_where;

/// The book of the links of one record.
#[derive_where(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[derive_where(Copy; M::Ids)]
pub struct LinkBook<M: Mode> {
    /// It is a line of the web log.
    pub line: Fact<M::Cause>,
    /// It was such a line, which is purged.
    pub gone: Fact<M::Cause>,
    /// Whether the product is of the vendor's brand, where an ecosystem company passed it on as data about one.
    pub vendor_brand: Option<bool>,
    /// What made it so.
    pub brand_cause: M::Cause,
    /// The records with which it is linked, directly or through others.
    pub with: M::Ids,
}
