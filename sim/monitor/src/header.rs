//! Telling a log's header from its other lines, and reading it.

use crate::refusal::Refusal;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;
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
    if let Ok(keys) = serde_json::from_str::<BTreeMap<String, IgnoredAny>>(text) {
        let strange = keys
            .into_keys()
            .find(|key| !trace::HEADER_KEYS.contains(&key.as_str()) && !key.starts_with(trace::OWN_FIELD));
        if let Some(key) = strange {
            let column = trace::column_of(text, &key).unwrap_or(1);
            return Err(Refusal::HeaderKey { key, column });
        }
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
    fn the_keys_of_a_header_are_those_that_are_written() {
        let whole = Header {
            breaks: vec!["F13.no-sale/nothing-taken-before".into()],
            about: Some(String::new()),
            ..Header::default()
        };
        let written = serde_json::to_value(whole).unwrap();
        let written: Vec<_> = written.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(written, trace::HEADER_KEYS);
    }

    #[test]
    fn a_header_is_known_by_its_key_and_not_by_the_word() {
        let named = r#"{"at":1,"kind":"age-learned","person":"schema"}"#;
        assert!(matches!(header(named), Ok(None)));
        assert!(matches!(header(r#"{"schema":"vouchsafe.trace/1"}"#), Ok(Some(_))));
        let other = header(r#"{"schema":"vouchsafe.trace/9"}"#);
        assert!(matches!(other, Err(Refusal::Schema(form)) if form == "vouchsafe.trace/9"));
        let broken = header(r#"{"schema":"vouchsafe.trace/1","start":"middle"}"#);
        assert!(matches!(broken, Err(Refusal::Header { .. })));
        let misspelt = r#"{"schema":"vouchsafe.trace/1","strat":"complete"}"#;
        let refused = header(misspelt);
        assert!(
            matches!(refused, Err(Refusal::HeaderKey { ref key, column: 31 }) if key == "strat"),
            "{refused:?}"
        );
        assert!(matches!(header(&misspelt.replace("strat", "x-strat")), Ok(Some(_))));
        let undue = r#"{"schema":"vouchsafe.trace/1","rules":{"unit-ms":0}}"#;
        assert!(matches!(header(undue), Err(Refusal::Rules(_))));
    }
}
