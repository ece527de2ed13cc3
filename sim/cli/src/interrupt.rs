//! Signals during long work: the first asks for an honest end, the second ends at once.

use crate::failure::Failure;
use crate::outcome::Outcome;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Heeds SIGINT, SIGTERM and SIGHUP from here on; called once, before the work starts.
pub(crate) fn heed() -> Result<(), Failure> {
    heed_and(|| ())
}

/// The same, with something that is done at the first of them: to wake whoever waits.
pub(crate) fn heed_and(wake: impl Fn() + Send + 'static) -> Result<(), Failure> {
    ctrlc::set_handler(move || {
        if ASKED.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(Outcome::Open.code()));
        }
        wake();
    })
    .map_err(Failure::Signals)
}

/// Whether the work was asked to end.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
