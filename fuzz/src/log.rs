//! A monitor takes any lines: it never panics, and says and counts what it refuses.

use vouchsafe_monitor::{Monitor, Refusal, Report};

/// What came of a log.
#[derive(Clone, Debug)]
pub struct Fed {
    /// The lines that were refused, and why.
    pub refusals: Vec<Refusal>,
    /// What the monitor has found.
    pub report: Report,
}

/// Feeds the lines of these bytes to a monitor; a line that is no text is refused without a look at it.
///
/// # Panics
/// Where the monitor does, or where its account is not that of the lines fed.
pub fn feed(data: &[u8]) -> Fed {
    let mut monitor = Monitor::new(None);
    let mut refusals = Vec::new();
    let (mut lines, mut no_text) = (0, 0);
    for line in data.split(|byte| *byte == b'\n') {
        lines += 1;
        let (events, now_ms) = (monitor.events(), monitor.now_ms());
        match std::str::from_utf8(line) {
            Ok(text) => {
                if let Err(refusal) = monitor.feed(text) {
                    assert_eq!(monitor.events(), events, "a refused line is not judged");
                    assert_eq!(monitor.now_ms(), now_ms, "a refused line does not move time");
                    let column = refusal.column().unwrap_or(1);
                    assert!((1..=text.len() + 1).contains(&column), "column {column} of {text:?}");
                    assert!(!refusal.to_string().is_empty(), "a refusal says something");
                    refusals.push(refusal);
                }
            }
            Err(_) => {
                monitor.refuse_line();
                no_text += 1;
            }
        }
        assert!(monitor.now_ms() >= now_ms, "time never goes back");
    }
    assert_eq!(monitor.line(), lines, "every line is counted");
    monitor.advance(monitor.now_ms().saturating_add(1));
    let report = monitor.report();
    assert_eq!(report.refused_lines, refusals.len() as u64 + no_text, "every refusal is counted");
    let broken: u64 = report.promises.iter().map(|promise| promise.breaches).sum();
    assert_eq!(broken, report.breaches.len() as u64, "every breach is told");
    Fed { refusals, report }
}

/// Feeds the lines of these bytes to a monitor.
///
/// # Panics
/// As [`feed`] does.
pub fn log(data: &[u8]) {
    feed(data);
}
