//! The monitor as those meet it who embed it: order, declared starts, and what stays undecided.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod declared;
mod lines;
mod order;
mod past;

use vouchsafe_monitor::{BreachFound, Monitor, PromiseReport, Report};

const COMPLETE: &str = r#"{"schema":"vouchsafe.trace/1","start":"complete"}"#;
const DECLARED: &str = r#"{"schema":"vouchsafe.trace/1","start":"declared"}"#;

/// What a monitor finds in these lines, none of which it refuses.
fn followed<'a>(lines: impl IntoIterator<Item = &'a str>) -> Report {
    let mut monitor = Monitor::new(None);
    for line in lines {
        monitor.feed(line).unwrap();
    }
    monitor.report()
}

/// How a promise stands.
fn promise<'a>(report: &'a Report, id: &str) -> &'a PromiseReport {
    report.promises.iter().find(|promise| promise.id == id).unwrap()
}

/// Breaches as promise, part and line.
fn brief(breaches: &[BreachFound]) -> Vec<(&str, &str, u64)> {
    breaches.iter().map(|breach| (breach.promise, breach.failed, breach.line)).collect()
}
