//! The text of an input file, which has to be UTF-8.

use crate::failure::Failure;
use crate::place::Place;
use std::path::Path;

/// Reads the text of a file; `help` says in what such files are written.
///
/// # Errors
/// A file that cannot be read, and bytes that are no UTF-8, with the place of the first.
pub(crate) fn read(path: &Path, help: &str) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::read(path, error))?;
    String::from_utf8(bytes).map_err(|error| {
        let from = error.utf8_error().valid_up_to();
        let name = path.display().to_string();
        Failure::Input {
            says: format!("`{name}` is no text in UTF-8"),
            help: Some(help.to_owned()),
            place: Box::new(Place::in_text(&name, &String::from_utf8_lossy(error.as_bytes()), from..from)),
        }
    })
}
