//! From the arguments to the exit code: one command is run, and what it failed at is told on standard error.

use crate::args::Cli;
use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::FAILED;
use crate::standard::Standard;
use clap::{CommandFactory, FromArgMatches};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// Runs the command that the arguments name.
pub(crate) fn run() -> ExitCode {
    // A number below nought is a wrong value, and no option that nobody knows.
    let typed = Cli::command().mut_subcommands(|command| command.allow_negative_numbers(true));
    let cli = match typed.try_get_matches().and_then(|found| Cli::from_arg_matches(&found)) {
        Ok(cli) => cli,
        Err(usage) => {
            // Help and version go to standard output, whose reader may have gone.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(FAILED));
        }
    };
    let mut out = Standard::new(io::stdout());
    let mut err = Standard::new(io::stderr());
    let colour_err = cli.shared.color.on(io::stderr().is_terminal());
    let mut context = Context {
        shared: cli.shared,
        colour: cli.shared.color.on(io::stdout().is_terminal()),
        out: &mut out,
        err: &mut err,
    };
    let ended = cli.command.run(&mut context);
    let ended = ended.and_then(|outcome| match out.flush() {
        Ok(()) => Ok(outcome),
        Err(error) => Err(Failure::Standard(error)),
    });
    match ended {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            // Where standard error cannot be written to, the exit code alone is left to tell.
            let _ = err.write_all(failure.render(colour_err).as_bytes());
            let _ = err.flush();
            ExitCode::from(failure.code())
        }
    }
}
