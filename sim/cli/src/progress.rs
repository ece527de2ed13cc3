//! Progress of long work, drawn on standard error when that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar, or a counter where the end is not known, of bytes read.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Progress towards this many bytes; nothing is drawn when `quiet`.
    pub(crate) fn of_bytes(total: Option<u64>, quiet: bool) -> Self {
        // Standard error that is no terminal is left alone by the target itself.
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let form = match total {
            Some(_) => "{bar:40} {percent:>3} %  {bytes} of {total_bytes}, {binary_bytes_per_sec}",
            None => "{spinner} {bytes}, {binary_bytes_per_sec}",
        };
        let bar = ProgressBar::with_draw_target(total, target);
        Self(match ProgressStyle::with_template(form) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    /// This many bytes are done.
    pub(crate) fn reached(&self, bytes: u64) {
        self.0.set_position(bytes);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
