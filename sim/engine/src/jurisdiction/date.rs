//! A day of the calendar, written as `2019-10-01`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is no day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day; a day is written as year, month and day, such as `2019-10-01`")]
pub struct DateError(String);

impl Date {
    /// The day with these numbers, which somebody has looked up.
    pub const fn new(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }
}

/// How many days a month has.
fn length(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

impl FromStr for Date {
    type Err = DateError;
    fn from_str(text: &str) -> Result<Self, DateError> {
        let numbers = || {
            let mut parts = text.split('-');
            let mut next = |digits: usize| {
                let part = parts.next()?;
                let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
                plain.then(|| part.parse::<u16>().ok()).flatten()
            };
            let (year, month, day) = (next(4)?, next(2)?, next(2)?);
            let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            let fits = (1..=length(year, month)?).contains(&day) && parts.next().is_none();
            fits.then_some(Self { year, month, day })
        };
        numbers().ok_or_else(|| DateError(text.to_owned()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_and_written() {
        for text in ["2019-10-01", "2020-02-29", "2000-02-29", "0001-12-31"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
        assert!(Date::new(2022, 8, 31) < Date::new(2022, 9, 1));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2019",
            "2019-10",
            "2019-13-01",
            "2019-02-29",
            "1900-02-29",
            "2019-04-31",
            "2019-1-1",
            "2019-10-01-1",
            "+019-10-01",
            "01.10.2019",
        ] {
            assert_eq!(text.parse::<Date>(), Err(DateError(text.into())), "{text}");
        }
    }
}
