//! The `vouchsafe` command line.

mod args;
mod command;
mod context;
mod failure;
mod input_text;
mod interrupt;
mod lines;
mod manifest;
mod moment;
mod nearest;
mod outcome;
mod page;
mod place;
mod progress;
mod run;
mod shell;
mod size;
mod standard;
mod stream;
mod whole;

use std::process::ExitCode;

fn main() -> ExitCode {
    run::run()
}
