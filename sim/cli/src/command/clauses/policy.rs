//! The text of a policy and the fingerprints that it is compared with, read from files.

use crate::failure::Failure;
use crate::place::Place;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use vouchsafe_engine::register::{Fingerprints, wording};

/// No policy is longer: what is, was not meant, and might have no end.
const BYTES_MAX: u64 = 1 << 26;

/// A text, and what it is compared with.
pub(super) struct Policy {
    /// What the text is called in messages.
    pub(super) name: String,
    pub(super) text: String,
    pub(super) fingerprints: Fingerprints,
}

impl Policy {
    /// Reads a text, and the fingerprints where others than the shipped ones are asked for.
    pub(super) fn read(path: &Path, fingerprints: Option<&Path>) -> Result<Self, Failure> {
        let fingerprints = match fingerprints {
            Some(path) => self::fingerprints(path)?,
            None => Fingerprints::shipped()
                .map_err(|error| Failure::Fault(format!("the fingerprints cannot be used: {error}")))?,
        };
        let (name, text) = text(path, "a policy is read as plain text in UTF-8; save it as that")?;
        if text.lines().all(|line| wording(line).is_empty()) {
            return Err(Failure::usage(
                format!("`{name}` holds no text"),
                "give the policy as plain text, a paragraph a line",
            ));
        }
        Ok(Self { name, text, fingerprints })
    }
}

/// The name and the text of a file; - is standard input.
fn text(path: &Path, help: &str) -> Result<(String, String), Failure> {
    let failed = |error| Failure::read(path, error);
    let is_standard = path.as_os_str() == "-";
    let name = if is_standard { "standard input".to_owned() } else { path.display().to_string() };
    let mut bytes = Vec::new();
    if is_standard {
        io::stdin().take(BYTES_MAX + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let file = File::open(path).map_err(failed)?;
        file.take(BYTES_MAX + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if u64::try_from(bytes.len()).is_ok_and(|length| length > BYTES_MAX) {
        return Err(Failure::usage(
            format!("`{name}` is longer than {} MiB, and no policy is", BYTES_MAX >> 20),
            "give the policy as plain text, a paragraph a line",
        ));
    }
    String::from_utf8(bytes).map(|text| (name.clone(), text)).map_err(|error| {
        let from = error.utf8_error().valid_up_to();
        Failure::Input {
            says: format!("`{name}` is no text in UTF-8"),
            help: Some(help.to_owned()),
            place: Box::new(place(&name, error.as_bytes(), from)),
        }
    })
}

/// The line with this byte.
fn place(name: &str, bytes: &[u8], at: usize) -> Place {
    let (before, after) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let line = (1..)
        .zip(before.iter().filter(|byte| **byte == b'\n'))
        .last()
        .map_or(1, |(count, _): (u64, _)| count + 1);
    let end = after.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| at + end);
    let text = String::from_utf8_lossy(bytes.get(start..end).unwrap_or_default());
    Place::in_line(name, &text, line, Some(at - start + 1))
}

/// Reads fingerprints from a file.
fn fingerprints(path: &Path) -> Result<Fingerprints, Failure> {
    let (name, text) = text(path, "fingerprints are written in TOML, which is UTF-8")?;
    Fingerprints::read(&text).map_err(|error| Failure::Input {
        says: format!("`{name}` holds no fingerprints: {error}"),
        help: Some("`fixtures/policy/README.md` shows their form".into()),
        place: Box::new(Place::in_text(&name, &text, error.span.unwrap_or(0..0))),
    })
}
