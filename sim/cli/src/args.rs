//! The command line as it is typed: the options that every command shares, and the commands.

use crate::command::Command;
use clap::{Args, Parser, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  vouchsafe monitor events.jsonl       judge a log, whatever system wrote it
  vouchsafe explain MKT-04             what a clause says and what watches it";

/// Can the promises of a privacy policy be kept, and does this system keep them?
#[derive(Debug, Parser)]
#[command(name = "vouchsafe", version, max_term_width = 110, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) shared: Shared,
}

/// Options of every command.
#[derive(Clone, Copy, Debug, Args)]
#[command(next_help_heading = "Shared options")]
pub(crate) struct Shared {
    /// How results are written: text or json; of `matrix` also csv
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        value_name = "FORM",
        hide_possible_values = true
    )]
    pub(crate) format: Format,
    /// Draw no progress on standard error; errors are still told
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// When to use colour: auto, always or never; auto heeds NO_COLOR
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        value_name = "WHEN",
        hide_possible_values = true
    )]
    pub(crate) color: When,
    /// Replace output files that exist
    #[arg(long, global = true)]
    pub(crate) force: bool,
}

/// The form of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Tables and sentences for people.
    #[default]
    Text,
    /// JSON for scripts.
    Json,
    /// Comma-separated values, for `matrix` alone.
    Csv,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl When {
    /// Whether to use colour on a stream that is a terminal or not.
    pub(crate) fn on(self, terminal: bool) -> bool {
        match self {
            Self::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
            Self::Always => true,
            Self::Never => false,
        }
    }
}
