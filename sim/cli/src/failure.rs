//! What goes wrong in a command, told so that the reader knows what, where and what would be right.

use crate::nearest;
use crate::outcome::{FAILED, FAULT};
use crate::place::Place;
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};
use std::fmt::Display;
use std::io;
use std::path::Path;
use vouchsafe_engine::register::RegisterError;

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A name that is not known.
    #[error("there is no {list} called `{given}`")]
    UnknownName {
        /// What sort of thing was meant.
        list: &'static str,
        /// The name.
        given: String,
        /// What would be right.
        help: String,
    },
    /// Options that cannot be followed.
    #[error("{says}")]
    Usage {
        /// What is wrong.
        says: String,
        /// What would be right.
        help: String,
    },
    /// A place in an input file that is wrong.
    #[error("{says}")]
    Input {
        /// What is wrong, and where.
        says: String,
        /// What would be right.
        help: Option<String>,
        /// The place.
        place: Box<Place>,
    },
    /// A file that cannot be read.
    #[error("`{path}` cannot be read: {error}")]
    Read {
        /// The file.
        path: String,
        /// Why not.
        error: io::Error,
    },
    /// A file that cannot be written.
    #[error("`{path}` cannot be written: {error}")]
    Write {
        /// The file.
        path: String,
        /// Why not.
        error: io::Error,
    },
    /// A file that would be overwritten.
    #[error("`{path}` exists already, and is left as it is")]
    Exists {
        /// The file.
        path: String,
    },
    /// Standard output cannot be written to.
    #[error("standard output cannot be written to: {0}")]
    Standard(io::Error),
    /// Signals cannot be heeded.
    #[error("signals cannot be heeded: {0}")]
    Signals(ctrlc::Error),
    /// A bug of ours.
    #[error("an internal fault, which is no verdict: {0}")]
    Fault(String),
}

impl Failure {
    /// The failure to know a name, which points to the nearest one that there is.
    pub(crate) fn unknown<'a>(
        list: &'static str,
        given: &str,
        known: impl IntoIterator<Item = &'a str>,
        all: &str,
    ) -> Self {
        let help = match nearest::to(given, known) {
            Some(name) => format!("the nearest is `{name}`; {all}"),
            None => all.to_owned(),
        };
        Self::UnknownName { list, given: given.to_owned(), help }
    }

    /// The failure to follow options.
    pub(crate) fn usage(says: impl Display, help: impl Display) -> Self {
        Self::Usage { says: says.to_string(), help: help.to_string() }
    }

    /// The failure to read a file.
    pub(crate) fn read(path: &Path, error: io::Error) -> Self {
        Self::Read { path: path.display().to_string(), error }
    }

    /// The failure to write a file.
    pub(crate) fn write(path: &Path, error: io::Error) -> Self {
        let path = path.display().to_string();
        if error.kind() == io::ErrorKind::AlreadyExists {
            Self::Exists { path }
        } else {
            Self::Write { path, error }
        }
    }

    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Fault(_) => FAULT,
            Self::UnknownName { .. }
            | Self::Usage { .. }
            | Self::Input { .. }
            | Self::Read { .. }
            | Self::Write { .. }
            | Self::Exists { .. }
            | Self::Standard(_)
            | Self::Signals(_) => FAILED,
        }
    }

    /// The text for standard error.
    pub(crate) fn render(&self, colour: bool) -> String {
        let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme).with_links(false).with_width(110);
        let mut text = String::new();
        if handler.render_report(&mut text, self).is_err() {
            text = format!("{self}\n");
        }
        text
    }

    /// What is wrong and what would be right, in a line.
    pub(crate) fn line(&self) -> String {
        match self.help() {
            Some(help) => format!("{self}; {help}"),
            None => self.to_string(),
        }
    }

    fn place(&self) -> Option<&Place> {
        if let Self::Input { place, .. } = self { Some(place) } else { None }
    }
}

impl Diagnostic for Failure {
    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        match self {
            Self::UnknownName { help, .. } | Self::Usage { help, .. } => Some(Box::new(help)),
            Self::Input { help, .. } => help.as_ref().map(|help| Box::new(help) as Box<dyn Display>),
            Self::Exists { .. } => Some(Box::new("give another name, or --force to replace it")),
            Self::Fault(_) => Some(Box::new("please report it with the command line that led to it")),
            Self::Read { .. } => Some(Box::new("give a file that is there and that you may read")),
            Self::Write { .. } => {
                Some(Box::new("give the name of a file in a folder that is there and that you may write to"))
            }
            Self::Standard(_) | Self::Signals(_) => None,
        }
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.place().map(|place| place as &dyn SourceCode)
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = self.place()?.label();
        Some(Box::new(std::iter::once(label)))
    }
}

impl From<RegisterError> for Failure {
    fn from(error: RegisterError) -> Self {
        Self::Fault(format!("the clause register cannot be used: {error}"))
    }
}
