//! Telling a log's header from its other lines, and reading it.

use crate::refusal::Refusal;
use serde::Deserialize;
use serde::de::IgnoredAny;
use vouchsafe_alphabet::trace::{self, Header};

/// The header that this line is, if it is one rather than an observation or an input.
///
/// # Errors
/// A header that cannot be read, is of another form, or has rules that cannot be judged by.
pub fn header(text: &str) -> Result<Option<Header>, Refusal> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Keys {
        schema: Option<IgnoredAny>,
    }
    let is_header = text.contains("\"schema\"")
        && serde_json::from_str::<Keys>(text).map_or(true, |keys| keys.schema.is_some());
    if !is_header {
        return Ok(None);
    }
    let header: Header = serde_json::from_str(text).map_err(|error| {
        let says = error.to_string();
        Refusal::Header {
            column: error.column().max(1),
            says: says.split(" at line ").next().unwrap_or(&says).to_owned(),
        }
    })?;
    if header.manifest.schema != trace::SCHEMA {
        return Err(Refusal::Schema(header.manifest.schema));
    }
    header.rules.check()?;
    Ok(Some(header))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_known_by_its_key_and_not_by_the_word() {
        let named = r#"{"at":1,"kind":"age-learned","person":"schema"}"#;
        assert!(matches!(header(named), Ok(None)));
        assert!(matches!(header(r#"{"schema":"vouchsafe.trace/1"}"#), Ok(Some(_))));
        let other = header(r#"{"schema":"vouchsafe.trace/9"}"#);
        assert!(matches!(other, Err(Refusal::Schema(form)) if form == "vouchsafe.trace/9"));
        let broken = header(r#"{"schema":"vouchsafe.trace/1","start":"middle"}"#);
        assert!(matches!(broken, Err(Refusal::Header { .. })));
        let undue = r#"{"schema":"vouchsafe.trace/1","rules":{"unit-ms":0}}"#;
        assert!(matches!(header(undue), Err(Refusal::Rules(_))));
    }
}
