//! Milliseconds as people read them.

const SECOND: u64 = 1000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A time since the start of a log, such as `1d 02:03:04.005`.
pub(crate) fn since_start(ms: u64) -> String {
    let clock = format!(
        "{:02}:{:02}:{:02}.{:03}",
        ms % DAY / HOUR,
        ms % HOUR / MINUTE,
        ms % MINUTE / SECOND,
        ms % SECOND
    );
    match ms / DAY {
        0 => clock,
        days => format!("{days}d {clock}"),
    }
}

/// A length of time in its largest whole unit, such as `2 days`.
pub(crate) fn length(ms: u64) -> String {
    let units = [(DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (SECOND, "second")];
    let unit = units.into_iter().find(|(unit, _)| ms != 0 && ms.is_multiple_of(*unit));
    let (unit, name) = unit.unwrap_or((1, "millisecond"));
    count(ms / unit, name)
}

/// A number of things, such as `1 line` or `2 lines`.
pub(crate) fn count(number: u64, thing: &str) -> String {
    let ending = match (number, thing) {
        (1, _) => "",
        (_, "breach") => "es",
        _ => "s",
    };
    format!("{number} {thing}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_days_and_clock() {
        assert_eq!(since_start(0), "00:00:00.000");
        assert_eq!(since_start(86_400_001), "1d 00:00:00.001");
        assert_eq!(since_start(2 * DAY + 3 * HOUR + 4 * MINUTE + 5 * SECOND + 6), "2d 03:04:05.006");
        assert_eq!(length(86_400_000), "1 day");
        assert_eq!(length(90_000), "90 seconds");
        assert_eq!(length(1), "1 millisecond");
        assert_eq!(length(0), "0 milliseconds");
        assert_eq!((count(1, "breach"), count(2, "breach")), ("1 breach".into(), "2 breaches".into()));
    }
}
