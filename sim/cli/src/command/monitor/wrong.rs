//! A line of a log that cannot be used: what is wrong with it, where, and what would be right.

use crate::failure::Failure;
use crate::lines::LINE_BYTES_MAX;
use crate::nearest;
use crate::place::Place;
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::observation::{DESCRIPTIONS, LineError};
use vouchsafe_alphabet::trace::{self, ReadError};
use vouchsafe_monitor::Refusal;

/// No message about a line has more letters than these.
const SAID_MAX: usize = 600;
const A_LINE: &str = r#"a line looks like {"at":1000,"kind":"opened","person":"ana","phone":"phone1"}"#;
const A_MARK: &str = r#"a mark looks like {"at":1000,"mark":"start"}"#;
const KEEP_GOING: &str = "`--keep-going` passes over such lines";

/// What is wrong with a line.
pub(super) struct Wrong {
    pub(super) column: Option<usize>,
    pub(super) says: String,
    /// Whether the work cannot go on without the line: a header decides how all others are judged.
    pub(super) fatal: bool,
    right: String,
    text: String,
}

impl Wrong {
    /// The failure to read this line of this log.
    pub(super) fn failure(self, log: &str, line: u64) -> Failure {
        let column = self.column.map_or(String::new(), |column| format!(", column {column}"));
        Failure::Input {
            says: format!("line {line}{column} of {log} cannot be used: {}", self.says),
            help: Some(if self.fatal { self.right } else { format!("{}\n{KEEP_GOING}", self.right) }),
            place: Box::new(Place::in_line(log, &self.text, line, self.column)),
        }
    }
}

/// A line that the monitor refused.
pub(super) fn line(refusal: &Refusal, text: &str) -> Wrong {
    Wrong {
        column: refusal.column().or_else(|| column(refusal, text)),
        says: brief(refusal.to_string()),
        fatal: refusal.is_of_header(),
        right: right(refusal, text),
        text: text.to_owned(),
    }
}

/// What is wrong, cut where a line has put more into it than anybody reads.
fn brief(mut says: String) -> String {
    if let Some((end, _)) = says.char_indices().nth(SAID_MAX) {
        says.truncate(end);
        says.push('…');
    }
    says
}

/// What would be right in the place of a line that was refused.
fn right(refusal: &Refusal, text: &str) -> String {
    match refusal {
        Refusal::Unreadable(error) => unreadable(error, text),
        Refusal::HeaderKey { key, .. } => {
            let near = nearest::to(key, trace::HEADER_KEYS);
            let near = near.map_or(String::new(), |near| format!("the nearest is `{near}`; "));
            format!("{near}keys that begin with {} are yours to use", trace::OWN_FIELD)
        }
        Refusal::Header { .. } | Refusal::Schema(_) | Refusal::Rules(_) => {
            format!(r#"a header looks like {{"schema":"{}","start":"complete"}}"#, trace::SCHEMA)
        }
        Refusal::HeaderNotFirst => {
            "put the header first; where files were joined, leave out the headers of all but the first".into()
        }
        Refusal::StrayMark { again: true } => "leave it out: what follows the first mark is judged".into(),
        Refusal::StrayMark { again: false } => {
            r#"say "start":"declared" in the header, in the first line, or leave the mark out"#.into()
        }
        Refusal::TooLate { at_ms, latest_ms, .. } => {
            format!("give `--reorder-window {}` or more", length(latest_ms.saturating_sub(*at_ms)))
        }
        Refusal::BeforeStart { .. } => {
            "put what happened before the start of the log among the declared facts, before the mark".into()
        }
        Refusal::TimeGoesBack { at_ms, now_ms } => format!(
            "sort the log by `at`, lines of the same time as they are, or give `--reorder-window {}` or more",
            length(now_ms - at_ms)
        ),
    }
}

/// A length of time as an option takes it, rounded up where it is long.
fn length(ms: u64) -> String {
    match ms {
        0..10_000 => format!("{ms}ms"),
        10_000..600_000 => format!("{}s", ms.div_ceil(1000)),
        _ => format!("{}m", ms.div_ceil(60_000)),
    }
}

/// The column at which the trouble stands, where a key of the line shows it.
fn column(refusal: &Refusal, text: &str) -> Option<usize> {
    let at = |key: &str| trace::column_of(text, key);
    match refusal {
        Refusal::Unreadable(error) => match error {
            ReadError::Line(LineError::Stray { field, .. }) | ReadError::EmptyName(field) => at(field),
            ReadError::Line(LineError::Missing { .. } | LineError::UnknownKind(_)) => at("kind"),
            ReadError::UnknownMark(_) | ReadError::MarkWithMore => at("mark"),
            ReadError::Line(LineError::NoKind) | ReadError::NoTime => Some(1),
            ReadError::Json { .. } => None,
        },
        Refusal::TooLate { .. } | Refusal::BeforeStart { .. } | Refusal::TimeGoesBack { .. } => at("at"),
        Refusal::StrayMark { .. } => at("mark"),
        Refusal::HeaderNotFirst | Refusal::Schema(_) => at("schema"),
        Refusal::Rules(_) => at("rules"),
        Refusal::Header { .. } | Refusal::HeaderKey { .. } => None,
    }
}

/// What would be right in the place of a line that could not be read.
fn unreadable(error: &ReadError, text: &str) -> String {
    let beginning = text.trim_start();
    if !beginning.starts_with('{') {
        return if beginning.starts_with('[') {
            format!("write one JSON object a line, and no list; `jq -c '.[]'` makes that of one; {A_LINE}")
        } else {
            A_LINE.to_owned()
        };
    }
    match error {
        ReadError::EmptyName(field) => {
            format!("give each its own name in `{field}`, and leave out lines about nobody known")
        }
        ReadError::UnknownMark(_) | ReadError::MarkWithMore => A_MARK.to_owned(),
        ReadError::Json { says, .. } if says.starts_with("EOF") => {
            format!("write the whole object in one line; `jq -c .` does that; {A_LINE}")
        }
        ReadError::Json { .. } if is_time_wrong(text) => "`at` is the time in whole milliseconds since the \
            start of the log, or since 1970: a number without quotes, such as 1000"
            .to_owned(),
        ReadError::Json { .. } | ReadError::Line(_) | ReadError::NoTime => fields(text),
    }
}

/// Whether a line could be read but for its time.
fn is_time_wrong(text: &str) -> bool {
    let line: Option<serde_json::Value> = serde_json::from_str(text).ok();
    line.is_some_and(|line| line.get("at").is_some_and(|at| !at.is_u64()))
}

/// What a line of the same kind has, where the kind can be made out.
fn fields(text: &str) -> String {
    let value: Option<serde_json::Value> = serde_json::from_str(text).ok();
    let kind = value.as_ref().and_then(|line| line.get("kind")).and_then(serde_json::Value::as_str);
    let Some(known) = DESCRIPTIONS.iter().find(|known| Some(known.kind.name()) == kind) else {
        return A_LINE.to_owned();
    };
    let named = |required: bool| {
        let fields = known.fields.iter().filter(|field| field.required == required);
        fields.map(|field| field.name).collect::<Vec<_>>().join(", ")
    };
    let name = known.kind.name();
    let may = match named(false) {
        may if may.is_empty() => may,
        may => format!(", and may have {may}"),
    };
    format!("a line of the kind `{name}` has at, kind, {}{may}; see `vouchsafe explain {name}`", named(true))
}

/// A line that is no text.
pub(super) fn no_text(line: &[u8], valid: usize, first: bool) -> Wrong {
    let byte = line.get(valid).copied().unwrap_or_default();
    let packed = PACKED.iter().find(|(magic, ..)| first && line.starts_with(magic));
    let (says, right) = match packed {
        Some((_, what, right)) => (format!("the log is {what}"), (*right).to_owned()),
        None => (
            format!("it is no text in UTF-8: there is a byte {byte:#04x}"),
            "write the log in UTF-8; other letters in names can be written as \\u escapes".to_owned(),
        ),
    };
    Wrong {
        column: Some(if packed.is_some() { 1 } else { valid + 1 }),
        fatal: packed.is_some(),
        says,
        right,
        text: String::from_utf8_lossy(line).into_owned(),
    }
}

/// How files begin that are no text, what they are, and what makes a log of them.
const PACKED: &[(&[u8], &str, &str)] = &[
    (b"\x1f\x8b", "packed with gzip", "unpack it: `gzip -dc FILE | vouchsafe monitor -`"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", "unpack it: `zstd -dc FILE | vouchsafe monitor -`"),
    (b"PK\x03\x04", "a zip archive", "unpack it: `unzip -p FILE | vouchsafe monitor -`"),
    (
        b"\xff\xfe",
        "text in UTF-16",
        "write it in UTF-8: `iconv -f UTF-16 -t UTF-8 FILE | vouchsafe monitor -`",
    ),
    (
        b"\xfe\xff",
        "text in UTF-16",
        "write it in UTF-8: `iconv -f UTF-16 -t UTF-8 FILE | vouchsafe monitor -`",
    ),
];

/// A log that declares facts and does not say where they end.
pub(super) fn no_end_of_facts(log: &str, lines: u64) -> Failure {
    Failure::usage(
        format!(
            "{log} says \"start\":\"declared\", and none of its {lines} lines marks where the declared facts end: \
             nothing was judged"
        ),
        format!("put a line between the declared facts and what was observed; {A_MARK}"),
    )
}

/// A line that is too long to be kept.
pub(super) fn too_long(line: &[u8]) -> Wrong {
    let beginning: String = String::from_utf8_lossy(line).chars().take(60).collect();
    Wrong {
        column: None,
        fatal: false,
        says: format!("it is longer than {} MiB", LINE_BYTES_MAX >> 20),
        right: format!("write one JSON object a line; {A_LINE}"),
        text: beginning,
    }
}
