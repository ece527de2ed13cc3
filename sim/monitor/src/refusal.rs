//! Why a line of a log was refused, and where in it the trouble starts.

use vouchsafe_alphabet::rules::RulesError;
use vouchsafe_alphabet::trace::{self, ReadError};

/// Why a line was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The line could not be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// The header could not be read.
    #[error("the header cannot be read: {says}")]
    Header {
        /// The column, from 1.
        column: usize,
        /// What is wrong, and what would be right.
        says: String,
    },
    /// The log has another form.
    #[error("the log has the form `{0}`; this monitor reads `{form}`", form = trace::SCHEMA)]
    Schema(String),
    /// The rules cannot be judged by.
    #[error("the header's rules cannot be used: {0}")]
    Rules(#[from] RulesError),
    /// The header has a key that no header has.
    #[error("the header has no key `{key}`; it has {known}", known = trace::HEADER_KEYS.join(", "))]
    HeaderKey {
        /// The key.
        key: String,
        /// The column, from 1.
        column: usize,
    },
    /// A header comes after other lines.
    #[error("a header comes after other lines; the header is the first line of a log, and there is one")]
    HeaderNotFirst,
    /// A mark where the log declares nothing, or a second one.
    #[error("{}", if *again { "a second mark says where the log starts" } else {
        "the line marks where declared facts end, but the header does not say that there are any"
    })]
    StrayMark {
        /// Whether there was a mark before.
        again: bool,
    },
    /// A line comes later than the window for putting lines in order allows.
    #[error(
        "the line comes too late: its time {at_ms} ms is {late_ms} ms before that of an earlier line, \
         {latest_ms} ms, and lines are put in order within {window_ms} ms",
        late_ms = latest_ms.saturating_sub(*at_ms)
    )]
    TooLate {
        /// The time of the line.
        at_ms: u64,
        /// The latest time of the lines before it in the file.
        latest_ms: u64,
        /// The window in milliseconds.
        window_ms: u64,
    },
    /// A line is of a time before the log proper starts.
    #[error("the time {at_ms} ms is before the start of the log proper, {starts_ms} ms")]
    BeforeStart {
        /// The time of the line.
        at_ms: u64,
        /// The time of the mark.
        starts_ms: u64,
    },
    /// Time goes back.
    #[error(
        "the time {at_ms} ms is before that of an earlier line, {now_ms} ms; lines must be in order of time"
    )]
    TimeGoesBack {
        /// The time of the line.
        at_ms: u64,
        /// The time of an earlier one.
        now_ms: u64,
    },
}

impl Refusal {
    /// The column of the line at which the trouble starts, from 1, where it is known.
    pub fn column(&self) -> Option<usize> {
        match self {
            Self::Unreadable(error) => error.column(),
            Self::Header { column, .. } | Self::HeaderKey { column, .. } => Some(*column),
            Self::Schema(_)
            | Self::Rules(_)
            | Self::HeaderNotFirst
            | Self::StrayMark { .. }
            | Self::TooLate { .. }
            | Self::BeforeStart { .. }
            | Self::TimeGoesBack { .. } => None,
        }
    }

    /// Whether the log cannot be judged without the line: a header decides how all others are.
    pub fn is_of_header(&self) -> bool {
        match self {
            Self::Header { .. } | Self::HeaderKey { .. } | Self::Schema(_) | Self::Rules(_) => true,
            Self::Unreadable(_)
            | Self::HeaderNotFirst
            | Self::StrayMark { .. }
            | Self::TooLate { .. }
            | Self::BeforeStart { .. }
            | Self::TimeGoesBack { .. } => false,
        }
    }
}
