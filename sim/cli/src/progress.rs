//! Progress of long work, drawn on standard error when that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar, or a counter where the end is not known.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Progress towards this many bytes; nothing is drawn when `quiet`.
    pub(crate) fn of_bytes(total: Option<u64>, quiet: bool) -> Self {
        let form = match total {
            Some(_) => "{bar:40} {percent:>3} %  {bytes} of {total_bytes}, {binary_bytes_per_sec}",
            None => "{spinner} {bytes}, {binary_bytes_per_sec}",
        };
        Self::drawn(total, form, quiet)
    }

    /// Progress towards this many explorations; nothing is drawn when `quiet`.
    pub(crate) fn of_explorations(total: u64, quiet: bool) -> Self {
        Self::drawn(Some(total), "{bar:24} {pos} of {len}  {msg}", quiet)
    }

    /// Progress through virtual time, in milliseconds; nothing is drawn when `quiet`.
    pub(crate) fn of_time(total_ms: u64, quiet: bool) -> Self {
        Self::drawn(Some(total_ms), "{bar:40} {percent:>3} %  {msg}", quiet)
    }

    fn drawn(total: Option<u64>, form: &str, quiet: bool) -> Self {
        // Standard error that is no terminal is left alone by the target itself.
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(total, target);
        Self(match ProgressStyle::with_template(form) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    /// A stretch of the work begins, towards this many of something.
    pub(crate) fn begins(&self, total: u64, words: &'static str) {
        self.0.set_length(total);
        self.0.set_position(0);
        self.0.set_message(words);
    }

    /// What is being done.
    pub(crate) fn says(&self, words: String) {
        self.0.set_message(words);
    }

    /// This much is done.
    pub(crate) fn reached(&self, done: u64) {
        self.0.set_position(done);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
