//! Figures of a law: what they say, where that stands, from when until when, and how sure it is.

use super::Date;
use serde::Serialize;
use std::fmt;
use vouchsafe_alphabet::{Regime, Word};

macro_rules! named {
    ($(#[doc = $about:literal])+ $list:ident { $($(#[doc = $says:literal])+ $member:ident $name:literal),+ $(,)? }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $list { $($(#[doc = $says])+ $member),+ }

        impl $list {
            /// Every one of them, in order.
            pub const ALL: &[Self] = &[$(Self::$member),+];
            /// Its name in a file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$member => $name),+ }
            }
            /// The one with this name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }

        impl fmt::Display for $list {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }

        impl Serialize for $list {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.name())
            }
        }
    };
}

named! {
    /// What a figure is about.
    What {
        /// The time for an answer to a subject request (DSR-05).
        SubjectRequest "subject-request",
        /// The time in which marketing must have ended (MKT-04).
        MarketingStop "marketing-stop",
        /// The time for notice of a breach of security.
        BreachNotice "breach-notice",
        /// The age from which on no parent has to approve (MIN-01).
        AdultAt "adult-at",
        /// How data may be used for direct marketing (MKT-02, MKT-03).
        MarketingRegime "marketing-regime",
        /// Whether consent is the rule, or one basis among others.
        ProcessingRegime "processing-regime",
        /// What a transfer abroad may rest on (XFR-02).
        TransferBasis "transfer-basis",
        /// Whether data has to be kept at home.
        Localisation "localisation",
    }
}

named! {
    /// How sure a figure is.
    Confidence {
        /// The statute says it so.
        High "high",
        /// The statute says it with limits, or of a part.
        Medium "medium",
        /// It may well be otherwise.
        Low "low",
    }
}

named! {
    /// What data may be handled on.
    Processing {
        /// Consent.
        Consent "consent",
        /// Consent or other bases.
        Bases "bases",
    }
}

named! {
    /// What a transfer abroad may rest on.
    Basis {
        /// A finding that the law of the place is as good.
        Adequacy "adequacy",
        /// Protection as good as at home, however it comes about.
        EqualProtection "equal-protection",
        /// A contract with clauses for it.
        Contract "contract",
        /// Rules that bind a whole group.
        BindingRules "binding-rules",
        /// Consent of the person.
        Consent "consent",
        /// An assessment by an authority.
        Assessment "assessment",
        /// A certificate.
        Certification "certification",
    }
}

/// A span of time as a law counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// Hours.
    Hours(u32),
    /// Days of the calendar.
    Days(u32),
    /// Working days.
    WorkingDays(u32),
    /// Months.
    Months(u32),
}

const HOUR_MS: u64 = 3_600_000;

impl Span {
    /// The span in milliseconds, the longest that it may be but for holidays.
    fn ms(self) -> u64 {
        let days = |days: u64| days.saturating_mul(24 * HOUR_MS);
        match self {
            Self::Hours(n) => u64::from(n) * HOUR_MS,
            Self::Days(n) => days(n.into()),
            Self::WorkingDays(n) => days((u64::from(n) * 7).div_ceil(5)),
            Self::Months(n) => days(u64::from(n) * 31),
        }
    }
    /// The span in units of this length, rounded up.
    pub fn units(self, unit_ms: u64) -> u32 {
        u32::try_from(self.ms().div_ceil(unit_ms.max(1))).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, one, many) = match *self {
            Self::Hours(n) => (n, "hour", "hours"),
            Self::Days(n) => (n, "day", "days"),
            Self::WorkingDays(n) => (n, "working day", "working days"),
            Self::Months(n) => (n, "month", "months"),
        };
        write!(f, "{number} {}", if number == 1 { one } else { many })
    }
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Nobody here is sure.
    #[serde(serialize_with = "unknown")]
    Unknown,
    /// A span of time.
    Span(Span),
    /// An age in years.
    Age(u8),
    /// How marketing may be done.
    Regime(Regime),
    /// What data may be handled on.
    Processing(Processing),
    /// What a transfer may rest on.
    Bases(Vec<Basis>),
    /// Yes or no.
    Flag(bool),
}

fn unknown<S: serde::Serializer>(to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str("unknown")
}

impl Value {
    /// The span of time, where it is one.
    pub const fn span(&self) -> Option<Span> {
        if let Self::Span(span) = self { Some(*span) } else { None }
    }
    /// The age, where it is one.
    pub const fn age(&self) -> Option<u8> {
        if let Self::Age(age) = self { Some(*age) } else { None }
    }
    /// The regime, where it is one.
    pub const fn regime(&self) -> Option<Regime> {
        if let Self::Regime(regime) = self { Some(*regime) } else { None }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("unknown"),
            Self::Span(span) => span.fmt(f),
            Self::Age(age) => write!(f, "{age} years"),
            Self::Regime(regime) => f.write_str(regime.name()),
            Self::Processing(regime) => regime.fmt(f),
            Self::Bases(bases) => {
                f.write_str(&bases.iter().map(|basis| basis.name()).collect::<Vec<_>>().join(", "))
            }
            Self::Flag(flag) => f.write_str(if *flag { "yes" } else { "no" }),
        }
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// What it is about.
    pub what: What,
    /// What it says.
    pub value: Value,
    /// Where it stands.
    pub statute: Option<String>,
    /// The first day on which it is known to hold.
    pub from: Option<Date>,
    /// The first day on which it holds no more.
    pub to: Option<Date>,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// What limits it.
    pub note: Option<String>,
}

impl Figure {
    /// Whether it holds on a day.
    pub fn holds(&self, on: Date) -> bool {
        self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on < to)
    }
    /// Whether both hold on some day.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let begins_before_end = |one: &Self, other: &Self| match (one.from, other.to) {
            (Some(from), Some(to)) => from < to,
            (None, _) | (_, None) => true,
        };
        begins_before_end(self, other) && begins_before_end(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_counted_in_units_and_rounded_up() {
        let day = 24 * HOUR_MS;
        for (span, unit, units) in [
            (Span::Days(30), day, 30),
            (Span::Days(30), 7 * day, 5),
            (Span::WorkingDays(10), day, 14),
            (Span::WorkingDays(1), day, 2),
            (Span::Months(1), day, 31),
            (Span::Hours(72), day, 3),
            (Span::Hours(6), day, 1),
            (Span::Days(0), day, 0),
        ] {
            assert_eq!(span.units(unit), units, "{span}");
        }
    }
}
