//! Trace files: a header line, then observations in order and, where our system made them, inputs between.

use crate::ids::Naming;
use crate::observation::{Kind, LineError, Observation};
use crate::rules::Rules;
use crate::wire::{Line, Text, fields};
use crate::words::Word;
use serde::{Deserialize, Serialize};

/// Name and number of the file form.
pub const SCHEMA: &str = "vouchsafe.trace/1";

/// How a log begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// Nothing happened before the first line.
    Complete,
    /// The log opens with what has to be known of the past.
    Declared,
    /// Unknown: duties from before the log may be missed.
    #[default]
    Unknown,
}

/// A named input of a run, with the digest of what was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Where a report or trace came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Manifest {
    /// Name and number of the form that this manifest opens.
    pub schema: String,
    /// The tool that wrote it.
    pub tool: Tool,
    /// The command line.
    pub argv: Vec<String>,
    /// SHA-256 of the clause register.
    pub register_sha256: Option<String>,
    /// The scopes that were read.
    pub scopes: Vec<Source>,
    /// Readings that differ from the default, as `NAME=CHOICE`, played ones with `played:` before.
    pub readings: Vec<String>,
    /// Defects that were switched on.
    pub defects: Vec<String>,
    /// The seed, where there was one.
    pub seed: Option<u64>,
}

/// The tool that wrote a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tool {
    /// Its version.
    pub version: String,
    /// The commit that it was built from, where known.
    pub commit: Option<String>,
}

/// The first line of a trace file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Header {
    /// Where the trace came from.
    #[serde(flatten)]
    pub manifest: Manifest,
    /// How the log begins.
    pub start: Start,
    /// Rules to judge by; what is not said has its default.
    pub rules: Rules,
    /// What the trace breaks, as `PROMISE/PART`, where it was made to show a breach.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<String>,
    /// A sentence for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// What a line of a trace says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Something was observed, at this many milliseconds since the start.
    Saw(u64, Observation),
    /// The system was given this input.
    Input(u64, String),
    /// An observation of a kind that this version does not know.
    UnknownKind(u64, String),
}

/// Why a line could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is no JSON object of the right form.
    #[error("{says}")]
    Json {
        /// The column, from 1.
        column: usize,
        /// What is wrong, and what would be right.
        says: String,
    },
    /// The observation lacks a field, or has one too many.
    #[error("{0}")]
    Line(#[from] LineError),
    /// The line has no time.
    #[error("the line has no `at`, the time in milliseconds since the start")]
    NoTime,
}

impl ReadError {
    /// The column at which the trouble starts, from 1, where it is known.
    pub fn column(&self) -> Option<usize> {
        match self {
            Self::Json { column, .. } => Some(*column),
            Self::Line(_) | Self::NoTime => None,
        }
    }
}

/// Reads one line after the header. Fields that no kind has are dropped and named to `unknown_field`.
///
/// # Errors
/// A line that is no JSON object, has a wrong value, lacks a field or has one that its kind does not have.
pub fn read(
    text: &str,
    names: &mut dyn Naming,
    unknown_field: &mut dyn FnMut(&str),
) -> Result<Entry, ReadError> {
    match serde_json::from_str::<Line<'_>>(text) {
        Ok(line) => entry(line, names),
        Err(error) => read_slowly(text, &error, names, unknown_field),
    }
}

fn entry(mut line: Line<'_>, names: &mut dyn Naming) -> Result<Entry, ReadError> {
    let at = line.at.ok_or(ReadError::NoTime)?;
    if let (Some(input), None) = (&line.input, &line.kind) {
        return Ok(Entry::Input(at, input.0.to_string()));
    }
    line.at = None;
    match Observation::read(line, names) {
        Ok(saw) => Ok(Entry::Saw(at, saw)),
        Err(LineError::UnknownKind(kind)) => Ok(Entry::UnknownKind(at, kind)),
        Err(error) => Err(error.into()),
    }
}

/// Looks again at a line that did not fit: an unknown kind may have any fields, and an unknown field is
/// dropped and reported.
fn read_slowly(
    text: &str,
    error: &serde_json::Error,
    names: &mut dyn Naming,
    unknown_field: &mut dyn FnMut(&str),
) -> Result<Entry, ReadError> {
    let fail = |error: &serde_json::Error| {
        let says = error.to_string();
        let says = says.split(" at line ").next().unwrap_or(&says).to_owned();
        ReadError::Json { column: error.column().max(1), says }
    };
    let Ok(serde_json::Value::Object(mut map)) = serde_json::from_str(text) else {
        return Err(fail(error));
    };
    if let Some(kind) = map.get("kind").and_then(|kind| kind.as_str())
        && Kind::from_name(kind).is_none()
    {
        let at = map.get("at").and_then(serde_json::Value::as_u64).ok_or(ReadError::NoTime)?;
        return Ok(Entry::UnknownKind(at, kind.to_owned()));
    }
    let known = fields();
    let strange: Vec<String> = map
        .keys()
        .filter(|key| {
            !["at", "do", "kind"].contains(&key.as_str()) && known.iter().all(|(name, _, _)| name != key)
        })
        .cloned()
        .collect();
    if strange.is_empty() {
        return Err(fail(error));
    }
    for field in &strange {
        map.remove(field);
        unknown_field(field);
    }
    let text = serde_json::Value::Object(map).to_string();
    match serde_json::from_str::<Line<'_>>(&text) {
        Ok(line) => entry(line, names),
        Err(error) => Err(fail(&error)),
    }
}

/// Writes one line after the header, with its line end.
pub fn write(entry: &Entry, names: &dyn Naming) -> String {
    let mut line = match entry {
        Entry::Saw(_, saw) => saw.write(names),
        Entry::Input(_, input) => Line { input: Some(Text(input.clone().into())), ..Line::default() },
        Entry::UnknownKind(_, kind) => Line { kind: Some(Text(kind.clone().into())), ..Line::default() },
    };
    let (Entry::Saw(at, _) | Entry::Input(at, _) | Entry::UnknownKind(at, _)) = entry;
    line.at = Some(*at);
    let mut text = serde_json::to_string(&line).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Names;
    use crate::{Channel, Mail, Person};

    fn read_one(text: &str) -> (Result<Entry, ReadError>, Vec<String>) {
        let mut unknown = Vec::new();
        let entry = read(text, &mut Names::default(), &mut |field| unknown.push(field.to_owned()));
        (entry, unknown)
    }

    #[test]
    fn a_line_reads_back_as_it_was_written() {
        let saw = Observation::StoppedMail { person: Person(0), mail: Mail::Event, channel: Channel::Email };
        let mut names = Names::default();
        names.id(crate::Sort::Person, "ana");
        let text = write(&Entry::Saw(7, saw), &names);
        assert_eq!(
            text,
            "{\"at\":7,\"kind\":\"stopped-mail\",\"person\":\"ana\",\"mail\":\"event\",\"channel\":\"email\"}\n"
        );
        assert_eq!(read(&text, &mut names, &mut |_| ()), Ok(Entry::Saw(7, saw)));
    }

    #[test]
    fn strange_kinds_and_fields_are_told_from_broken_lines() {
        assert_eq!(
            read_one(r#"{"at":1,"kind":"danced","partner":3}"#).0,
            Ok(Entry::UnknownKind(1, "danced".into()))
        );
        let (entry, unknown) = read_one(r#"{"at":1,"kind":"age-learned","person":"a","shoe":3}"#);
        assert!(matches!(entry, Ok(Entry::Saw(1, Observation::AgeLearned { .. }))));
        assert_eq!(unknown, ["shoe"]);
        for broken in [
            "",
            "[]",
            "{",
            r#"{"at":1,"kind":"age-learned"}"#,
            r#"{"kind":"age-learned","person":"a"}"#,
            r#"{"at":1,"kind":"age-learned","person":3}"#,
            r#"{"at":1,"kind":"age-learned","person":"a","tv":"t"}"#,
            r#"{"at":1,"kind":"opted-out","person":"a","channel":"pigeon"}"#,
        ] {
            assert!(read_one(broken).0.is_err(), "{broken}");
        }
    }
}
