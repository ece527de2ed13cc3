//! The crate from outside: names, reach, random runs and defects.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks at the few kinds that it is about")]

mod defects;
mod names;
mod naming;
mod reach;
mod runs;
mod scopes;
