//! The oracle over somebody else's log.
//!
//! A [`Monitor`] is fed lines and told of the time; it has no input, output, thread or clock of its own, so it
//! embeds anywhere. Beneath it a [`Follower`] judges observations; the engine uses that to explain runs of its
//! own.
//!
//! ```
//! use vouchsafe_monitor::Monitor;
//!
//! let mut monitor = Monitor::new(None);
//! for line in [
//!     r#"{"schema":"vouchsafe.trace/1","start":"complete"}"#,
//!     r#"{"at":1,"kind":"messaged","person":"ana","by":"vendor","mail":"newsletter","channel":"email","promotional":true}"#,
//! ] {
//!     monitor.feed(line).unwrap();
//! }
//! let report = monitor.report();
//! assert_eq!(report.breaches[0].promise, "F14.no-marketing-without-consent");
//! assert_eq!(report.breaches[0].line, 2);
//! ```

mod doubt;
mod follower;
mod header;
mod monitor;
mod refusal;
mod reorder;
mod report;

pub use doubt::Doubt;
pub use follower::{Breach, Follower, Moment, Pending};
pub use header::header;
pub use monitor::Monitor;
pub use refusal::Refusal;
pub use report::{BreachFound, Declared, PendingDuty, PromiseReport, Report, Verdict};

/// The page for people who bring a log, so that its example is run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/LOGS.md")]
struct LogsPage;
