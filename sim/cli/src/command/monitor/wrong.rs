//! A line of a log that cannot be used: what is wrong with it, where, and what would be right.

use crate::failure::Failure;
use crate::lines::LINE_BYTES_MAX;
use crate::place::Place;
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::observation::DESCRIPTIONS;
use vouchsafe_alphabet::trace;
use vouchsafe_monitor::Refusal;

const A_LINE: &str = r#"a line looks like {"at":1000,"kind":"opened","person":"ana","phone":"phone1"}"#;
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
    let right = match refusal {
        Refusal::Unreadable(_) => fields(text),
        Refusal::Header { .. } | Refusal::Schema(_) | Refusal::Rules(_) => {
            format!(r#"a header looks like {{"schema":"{}","start":"complete"}}"#, trace::SCHEMA)
        }
        Refusal::TimeGoesBack { .. } => {
            "sort the log by `at`; lines of the same time may stay as they are".into()
        }
    };
    Wrong {
        column: refusal.column(),
        says: refusal.to_string(),
        fatal: matches!(refusal, Refusal::Header { .. } | Refusal::Schema(_) | Refusal::Rules(_)),
        right,
        text: text.to_owned(),
    }
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
pub(super) fn no_text(line: &[u8], valid: usize) -> Wrong {
    let byte = line.get(valid).copied().unwrap_or_default();
    Wrong {
        column: Some(valid + 1),
        fatal: false,
        says: format!("it is no text in UTF-8: there is a byte {byte:#04x}"),
        right: "write the log in UTF-8; other letters in names can be written as \\u escapes".into(),
        text: String::from_utf8_lossy(line).into_owned(),
    }
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
