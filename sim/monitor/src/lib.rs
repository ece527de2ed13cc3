//! The oracle over somebody else's log.
