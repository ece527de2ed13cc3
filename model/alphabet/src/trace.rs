//! Trace files: a header line, then observations in order and, where our system made them, inputs between.

use crate::ids::Naming;
use crate::observation::{Kind, LineError, Observation};
use crate::rules::Rules;
use crate::wire::{Line, Text, fields};
use crate::words::Word;
use serde::{Deserialize, Serialize};

/// Name and number of the file form.
pub const SCHEMA: &str = "vouchsafe.trace/1";

/// What a line says in `mark` where the declared facts of a log end and the log proper starts.
pub const START: &str = "start";

/// The beginning of names of fields that are the log's own business, in the header and in lines.
pub const OWN_FIELD: &str = "x-";

/// The keys that a header may have.
pub const HEADER_KEYS: [&str; 12] = [
    "schema",
    "tool",
    "argv",
    "register_sha256",
    "scopes",
    "readings",
    "defects",
    "seed",
    "start",
    "rules",
    "breaks",
    "about",
];

/// How a log begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// Nothing happened before the first line.
    Complete,
    /// The log opens with declared facts: lines that are entered in the books and judged by nobody, up to the
    /// line that bears the mark [`START`].
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
    /// Readings that differ from the default, as `NAME=CHOICE`; with `played:` or `judged:` before it where the parties or the
    /// books alone go by it.
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
    /// The declared facts end here, and the log proper starts.
    Begins(u64),
}

impl Entry {
    /// The time in milliseconds since the start.
    pub fn at_ms(&self) -> u64 {
        let (Self::Saw(at_ms, _) | Self::Input(at_ms, _) | Self::UnknownKind(at_ms, _) | Self::Begins(at_ms)) =
            self;
        *at_ms
    }
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
    /// A name is empty, so that many might be taken for one.
    #[error("the name in `{0}` is empty; a name has at least one character")]
    EmptyName(&'static str),
    /// A mark that there is not.
    #[error("there is no mark `{0}`; the one mark is `{START}`, where the declared facts of a log end")]
    UnknownMark(String),
    /// A mark with more than a time.
    #[error("a line with a `mark` has `at` besides, and nothing else")]
    MarkWithMore,
}

impl ReadError {
    /// The column at which the trouble starts, from 1, where it is known.
    pub fn column(&self) -> Option<usize> {
        match self {
            Self::Json { column, .. } => Some(*column),
            Self::Line(_) | Self::NoTime | Self::EmptyName(_) | Self::UnknownMark(_) | Self::MarkWithMore => {
                None
            }
        }
    }
}

/// Reads one line after the header. Fields that no kind has are dropped and named to `unknown_field`, save those
/// whose names begin with [`OWN_FIELD`], which are dropped in silence.
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
    if let Some(mark) = &line.mark {
        if mark.0 != START {
            return Err(ReadError::UnknownMark(mark.0.to_string()));
        }
        if line.kind.is_some() || line.input.is_some() || line.present() > 0 {
            return Err(ReadError::MarkWithMore);
        }
        return Ok(Entry::Begins(at));
    }
    if let (Some(input), None) = (&line.input, &line.kind) {
        return Ok(Entry::Input(at, input.0.to_string()));
    }
    if let Some(field) = line.empty_name() {
        return Err(ReadError::EmptyName(field));
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
    let fail =
        |error: &serde_json::Error| ReadError::Json { column: error.column().max(1), says: says(error) };
    let beginning = text.trim_start();
    if !beginning.starts_with('{') && !beginning.is_empty() {
        let what = if beginning.starts_with('[') { "a list" } else { "no JSON object" };
        let column = text.len() - beginning.len() + 1;
        return Err(ReadError::Json { column, says: format!("it is {what}; a line is one JSON object") });
    }
    let Ok(serde_json::Value::Object(mut map)) = serde_json::from_str(text) else {
        return Err(fail(error));
    };
    if let Some(kind) = map.get("kind").and_then(|kind| kind.as_str())
        && Kind::from_name(kind).is_none()
    {
        let kind = kind.to_owned();
        return match map.remove("at") {
            None => Err(ReadError::NoTime),
            Some(at) => match at.as_u64() {
                Some(at) => Ok(Entry::UnknownKind(at, kind)),
                None => Err(wrong_field(text, [("at".to_owned(), at)].into_iter().collect())
                    .unwrap_or(ReadError::NoTime)),
            },
        };
    }
    let known = fields();
    let is_strange = |key: &str| {
        !["at", "do", "kind", "mark"].contains(&key) && known.iter().all(|(name, _, _)| *name != key)
    };
    let strange: Vec<String> = map.keys().filter(|key| is_strange(key)).cloned().collect();
    if strange.is_empty() {
        return Err(wrong_field(text, map).unwrap_or_else(|| fail(error)));
    }
    for field in &strange {
        map.shift_remove(field);
    }
    let rest = serde_json::Value::Object(map.clone()).to_string();
    let read = match serde_json::from_str::<Line<'_>>(&rest) {
        Ok(line) => entry(line, names)?,
        Err(error) => return Err(wrong_field(text, map).unwrap_or_else(|| fail(&error))),
    };
    for field in strange.iter().filter(|field| !field.starts_with(OWN_FIELD)) {
        unknown_field(field);
    }
    Ok(read)
}

/// The first field whose value does not fit, with the column at which it stands in the text.
fn wrong_field(text: &str, fields: serde_json::Map<String, serde_json::Value>) -> Option<ReadError> {
    fields.into_iter().find_map(|(field, value)| {
        let column = column_of(text, &field).unwrap_or(1);
        let alone = serde_json::Value::Object([(field, value)].into_iter().collect()).to_string();
        let error = serde_json::from_str::<Line<'_>>(&alone).err()?;
        Some(ReadError::Json { column, says: says(&error) })
    })
}

/// What is wrong with a text, in words that do without names of types and places.
fn says(error: &serde_json::Error) -> String {
    let says = error.to_string();
    let says = says.split(" at line ").next().unwrap_or(&says);
    says.replace("expected u64", &format!("expected a whole number from 0 to {}", u64::MAX))
}

/// The column, from 1, at which a key of a JSON object stands in its text.
pub fn column_of(text: &str, key: &str) -> Option<usize> {
    let quoted = serde_json::to_string(key).ok()?;
    text.match_indices(&quoted)
        .find(|(at, _)| text.get(at + quoted.len()..).is_some_and(|rest| rest.trim_start().starts_with(':')))
        .map(|(at, _)| at + 1)
}

/// Writes one line after the header, with its line end.
pub fn write(entry: &Entry, names: &dyn Naming) -> String {
    let mut line = match entry {
        Entry::Saw(_, saw) => saw.write(names),
        Entry::Input(_, input) => Line { input: Some(Text(input.clone().into())), ..Line::default() },
        Entry::UnknownKind(_, kind) => Line { kind: Some(Text(kind.clone().into())), ..Line::default() },
        Entry::Begins(_) => Line { mark: Some(Text(START.into())), ..Line::default() },
    };
    line.at = Some(entry.at_ms());
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

    #[test]
    fn where_a_log_starts_is_a_line_of_its_own() {
        let mark = Entry::Begins(7);
        let text = write(&mark, &Names::default());
        assert_eq!(text, "{\"at\":7,\"mark\":\"start\"}\n");
        assert_eq!(read_one(&text).0, Ok(mark));
        let unknown = read_one(r#"{"at":1,"mark":"end"}"#).0;
        assert_eq!(unknown, Err(ReadError::UnknownMark("end".into())));
        for more in [r#""kind":"age-learned","person":"a""#, r#""do":"tick""#, r#""person":"a""#] {
            let line = format!(r#"{{"at":1,"mark":"start",{more}}}"#);
            assert_eq!(read_one(&line).0, Err(ReadError::MarkWithMore), "{line}");
        }
    }

    #[test]
    fn own_fields_are_passed_over_in_silence_and_empty_names_are_refused() {
        let (entry, unknown) =
            read_one(r#"{"at":1,"kind":"age-learned","person":"a","x-host":"h","shoe":1}"#);
        assert!(matches!(entry, Ok(Entry::Saw(1, Observation::AgeLearned { .. }))));
        assert_eq!(unknown, ["shoe"]);
        let empty = read_one(r#"{"at":1,"kind":"age-learned","person":""}"#).0;
        assert_eq!(empty, Err(ReadError::EmptyName("person")));
    }

    #[test]
    fn a_wrong_value_beside_an_unknown_field_is_told_at_its_column() {
        let text = r#"{"shoe":1,"at":1,"kind":"age-learned","person":3}"#;
        let (entry, unknown) = read_one(text);
        let error = entry.unwrap_err();
        assert_eq!(error.column(), text.find("\"person\"").map(|at| at + 1));
        assert!(unknown.is_empty(), "a line that is refused has no fields");
        assert_eq!(column_of(r#"{"a":"at","at" : 1}"#, "at"), Some(11));
    }
}
