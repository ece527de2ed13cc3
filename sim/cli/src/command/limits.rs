//! How far exploring may go, as it is typed.

use crate::size;
use crate::whole;
use clap::Args;
use std::time::Instant;
use vouchsafe_explore::Options;

/// Without an option a scope's exploration stays below this, so that the whole stays below 512 MiB.
const BYTES_USUAL: usize = 384 << 20;
/// The same with wide scopes, below 4 GiB.
const BYTES_DEEP: usize = 3_072 << 20;
/// What the program takes for itself, whatever it explores.
const BYTES_OWN: usize = 16 << 20;
/// What a wide scope may find without an option.
const STATES_WIDE: u64 = 8_000_000;

/// The options that limit exploring.
#[derive(Clone, Copy, Debug, Args)]
#[command(next_help_heading = "Limits; what they cut short is bounded and never holds")]
pub(crate) struct Limits {
    /// Explore with this many threads, by default one for each processor
    #[arg(long, value_name = "N", value_parser = whole::within::<u16>(1, 1024))]
    threads: Option<u16>,
    /// Stop a scope at this many states
    #[arg(long, value_name = "N", value_parser = whole::within::<u64>(0, u64::MAX))]
    pub(crate) max_states: Option<u64>,
    /// Go no further than this many inputs from the opening of a scope
    #[arg(long, value_name = "N", value_parser = whole::within::<u32>(0, u32::MAX.into()))]
    pub(crate) max_depth: Option<u32>,
    /// Stop the whole after this many seconds
    #[arg(long, value_name = "S", value_parser = seconds)]
    pub(crate) max_seconds: Option<f64>,
    /// Stop a scope at this much memory, such as 512MiB
    #[arg(long, value_name = "SIZE", value_parser = size::parse)]
    max_memory: Option<usize>,
}

/// Reads a number of seconds.
pub(crate) fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| seconds.is_finite() && *seconds >= 0.0);
    seconds.ok_or_else(|| "write a number of seconds, such as 60 or 0.5".to_owned())
}

impl Limits {
    /// The options of one exploration among several that began together and share the seconds.
    pub(crate) fn since(&self, start: Instant) -> Options {
        let left = self.max_seconds.map(|whole| (whole - start.elapsed().as_secs_f64()).max(0.0));
        self.options(false, false, left)
    }

    /// The limits of a scope that has this many seconds left.
    pub(crate) fn options(&self, wide: bool, deep: bool, seconds_left: Option<f64>) -> Options {
        let processors = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let bytes = if deep { BYTES_DEEP } else { BYTES_USUAL };
        Options {
            threads: self.threads.map_or_else(processors, usize::from),
            states_max: self.max_states.or(wide.then_some(STATES_WIDE)),
            depth_max: self.max_depth,
            seconds_max: seconds_left,
            bytes_max: Some(self.max_memory.unwrap_or(bytes).saturating_sub(BYTES_OWN)),
        }
    }
}
