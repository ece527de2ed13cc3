//! A text is a trace that reads the same when it is written again, or is refused at a place in it.

use vouchsafe_alphabet::trace::{self, Entry};
use vouchsafe_engine::replay::{Trace, TraceError};

/// Reads these bytes as a trace.
///
/// # Errors
/// That of [`Trace::parse`].
///
/// # Panics
/// Where reading does, where a refusal points outside of the text, or where a line that was accepted reads
/// otherwise once it is written again.
pub fn read(data: &[u8]) -> Result<Trace, TraceError> {
    let text = String::from_utf8_lossy(data);
    let parsed = Trace::parse(&text);
    match &parsed {
        Ok(trace) => assert_reads_back(trace),
        Err(error) => {
            assert!(!error.to_string().is_empty(), "a refusal says something");
            if let Some((line, column)) = error.place() {
                let line = line.checked_sub(1).and_then(|before| text.lines().nth(before));
                let length = line.map(str::len);
                let within = |length| (1..=length + 1).contains(&column.unwrap_or(1));
                assert!(length.is_some_and(within), "{:?} lies in the text", error.place());
            }
        }
    }
    parsed
}

fn assert_reads_back(trace: &Trace) {
    let mut now_ms = 0;
    let mut names = trace.names.clone();
    for &(at_ms, saw) in &trace.log {
        assert!((now_ms..=trace.end_ms).contains(&at_ms), "times are in order");
        now_ms = at_ms;
        let line = trace::write(&Entry::Saw(at_ms, saw), &trace.names);
        let again = trace::read(&line, &mut names, &mut |field| panic!("strange: {field}"));
        assert_eq!(again, Ok(Entry::Saw(at_ms, saw)), "{line}");
    }
}

/// Reads these bytes as a trace.
///
/// # Panics
/// As [`read`] does.
pub fn trace(data: &[u8]) {
    let _ = read(data);
}
