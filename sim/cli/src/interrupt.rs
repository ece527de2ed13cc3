//! Signals during long work: the first asks for an honest end, the second ends at once.

use crate::failure::Failure;
use crate::outcome::Outcome;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Heeds SIGINT, SIGTERM and SIGHUP from here on; called once, before the work starts.
pub(crate) fn heed() -> Result<(), Failure> {
    ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(Outcome::Open.code()));
        }
    })
    .map_err(Failure::Signals)
}

/// Whether the work was asked to end.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
