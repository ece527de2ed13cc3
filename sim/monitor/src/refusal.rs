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
            Self::Header { column, .. } => Some(*column),
            Self::Schema(_) | Self::Rules(_) | Self::TimeGoesBack { .. } => None,
        }
    }
}
