//! How a command ends, and the exit code that says so.

use std::process::ExitCode;

/// What a command found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// What was asked for is so, as far as the command can say.
    Kept,
    /// A breach, a drift or a difference.
    Broken,
    /// Nothing is broken, and nothing is settled either.
    Open,
}

/// Bad usage, bad input, or the outside world failed.
pub(crate) const FAILED: u8 = 2;

/// A bug of ours; a panic ends with the same code.
pub(crate) const FAULT: u8 = 101;

impl Outcome {
    /// The exit code.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Kept => 0,
            Self::Broken => 1,
            Self::Open => 3,
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome.code())
    }
}
