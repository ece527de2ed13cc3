//! What every command is handed: the shared options and where to write.

use crate::args::Shared;
use crate::failure::Failure;
use crate::page::Page;
use serde::Serialize;
use std::io::Write;

/// What every command is handed.
pub(crate) struct Context<'a> {
    /// The shared options.
    pub(crate) shared: Shared,
    /// Whether standard output takes colour.
    pub(crate) colour: bool,
    /// Where results go.
    pub(crate) out: &'a mut dyn Write,
    /// Where warnings go.
    pub(crate) err: &'a mut dyn Write,
}

impl Context<'_> {
    /// The page that text is set on.
    pub(crate) fn page(&self) -> Page {
        Page::new(self.colour)
    }

    /// Writes text to standard output.
    pub(crate) fn say(&mut self, text: &str) -> Result<(), Failure> {
        self.out.write_all(text.as_bytes()).map_err(Failure::Standard)
    }

    /// Writes a warning to standard error; where that cannot be written to, the results are left to tell.
    pub(crate) fn warn(&mut self, text: &str) {
        let _ = writeln!(self.err, "warning: {text}");
    }

    /// Writes a value to standard output as JSON.
    pub(crate) fn say_json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer_pretty(&mut *self.out, value).map_err(|error| match error.io_error_kind() {
            Some(kind) => Failure::Standard(kind.into()),
            None => Failure::Fault(format!("a result cannot be written as JSON: {error}")),
        })?;
        self.say("\n")
    }
}
