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

/// A length of time as people write it: milliseconds, or numbers with units, such as `90s`, `36h` or `1d12h`.
///
/// # Errors
/// What is wrong with it, in words.
pub(crate) fn parse_length(text: &str) -> Result<u64, String> {
    const RIGHT: &str =
        "write milliseconds, or numbers with ms, s, m, h, d or w, such as `90s`, `36h` or `1d12h`";
    let wrong = || format!("it is no length of time; {RIGHT}");
    let mut rest = text.trim();
    let mut total: Option<u64> = None;
    while !rest.is_empty() {
        let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        let unit_ends = after.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(after.len());
        let (unit, next) = after.split_at(unit_ends);
        let unit_ms = match unit {
            "" if total.is_none() && next.is_empty() => 1,
            "ms" => 1,
            "s" => SECOND,
            "m" | "min" => MINUTE,
            "h" => HOUR,
            "d" => DAY,
            "w" => 7 * DAY,
            _ => return Err(wrong()),
        };
        if number.is_empty() {
            return Err(wrong());
        }
        let length = number.parse().ok().and_then(|number: u64| number.checked_mul(unit_ms));
        let sum = length.and_then(|length| length.checked_add(total.unwrap_or(0)));
        total = Some(sum.ok_or_else(|| format!("it is more than {} milliseconds", u64::MAX))?);
        rest = next.trim_start();
    }
    total.ok_or_else(wrong)
}

/// A moment of a log: a length of time since its start, or, after a `+`, since its last line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Until {
    /// This many milliseconds since the start of the log.
    SinceStart(u64),
    /// This many milliseconds after the last line.
    AfterEnd(u64),
}

impl Until {
    /// Reads `T` or `+T`.
    ///
    /// # Errors
    /// As [`parse_length`].
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        match text.trim().strip_prefix('+') {
            Some(length) => parse_length(length).map(Self::AfterEnd),
            None => parse_length(text).map(Self::SinceStart),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_with_and_without_units() {
        for (text, ms) in [
            ("0", 0),
            ("1500", 1500),
            ("5ms", 5),
            ("90s", 90_000),
            ("10m", 600_000),
            ("36h", 36 * HOUR),
            ("7d", 7 * DAY),
            ("2w", 14 * DAY),
            ("1d12h", 36 * HOUR),
            (" 1d 30s ", DAY + 30_000),
        ] {
            assert_eq!(parse_length(text), Ok(ms), "{text}");
        }
        for text in
            ["", "d", "7x", "-1", "1.5h", "3d4", "5 6", "7D", "99999999999999999999", "999999999999999d"]
        {
            assert!(parse_length(text).is_err(), "{text}");
        }
        assert_eq!(Until::parse("+7d"), Ok(Until::AfterEnd(7 * DAY)));
        assert_eq!(Until::parse("7d"), Ok(Until::SinceStart(7 * DAY)));
        assert!(Until::parse("+").is_err());
    }

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
