//! The fingerprints of the policy's lines: what a text is compared with, without the text itself.

use super::text;
use super::wording::{Fingerprint, wording};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

/// The form of the file, and with it what counts as one wording: either changes only with the number.
pub(super) const SCHEMA: &str = "vouchsafe.fingerprints/1";

/// The file of the fingerprints with its name.
pub const FILE: (&str, &str) =
    ("fingerprints.toml", include_str!("../../../../fixtures/policy/fingerprints.toml"));

/// Why fingerprints cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{says}")]
pub struct FingerprintsError {
    /// What is wrong.
    pub says: String,
    /// Where in the file, as bytes.
    pub span: Option<Range<usize>>,
}

/// A line of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyLine {
    /// Its number, from 1.
    pub number: u32,
    /// SHA-256 of what it says.
    pub sha256: Fingerprint,
    /// Whether it is a bare heading, on which no clause hangs.
    #[serde(default)]
    pub heading: bool,
}

/// The lines of one revision of the policy that say something, by fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprints {
    schema: String,
    /// What the policy is called.
    pub policy: String,
    /// The date of the revision.
    pub revision: String,
    lines: Vec<PolicyLine>,
}

impl Fingerprints {
    /// Those that the register's clauses hang on.
    ///
    /// # Errors
    /// Data that a test ought to have refused: a fault of ours.
    pub fn shipped() -> Result<Self, FingerprintsError> {
        Self::read(FILE.1)
    }

    /// Reads the text of a file of fingerprints.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub fn read(text: &str) -> Result<Self, FingerprintsError> {
        let read: Self = toml::from_str(text)
            .map_err(|error| FingerprintsError { says: error.message().to_owned(), span: error.span() })?;
        let wrong = |says: String| Err(FingerprintsError { says, span: None });
        if read.schema != SCHEMA {
            return wrong(format!(
                "its schema is `{}`, and `{SCHEMA}` is the one that is read here",
                read.schema
            ));
        }
        let numbers = || read.lines.iter().map(|line| line.number);
        if let Some((_, late)) = numbers().zip(numbers().skip(1)).find(|(early, late)| early >= late) {
            return wrong(format!(
                "line {late} is out of order; each line is there once, by ascending number"
            ));
        }
        match numbers().next() {
            None => wrong("it holds no lines".to_owned()),
            Some(0) => wrong("there is no line 0; lines are counted from 1".to_owned()),
            Some(_) => Ok(read),
        }
    }

    /// Those of a text. What was a heading before is one still.
    pub fn of(policy: &str, revision: &str, text: &str, before: Option<&Self>) -> Self {
        let before = before.into_iter().flat_map(Self::lines);
        let headings: BTreeSet<_> = before.filter(|line| line.heading).map(|line| line.sha256).collect();
        let lines = text::lines(text, &BTreeSet::new()).into_iter().map(|line| {
            let heading = headings.contains(&line.fingerprint);
            PolicyLine { number: line.first, sha256: line.fingerprint, heading }
        });
        Self {
            schema: SCHEMA.to_owned(),
            policy: wording(policy),
            revision: wording(revision),
            lines: lines.collect(),
        }
    }

    /// The lines, by ascending number.
    pub fn lines(&self) -> &[PolicyLine] {
        &self.lines
    }

    /// The text of the file that holds them.
    pub fn to_toml(&self) -> String {
        let quoted = |text: &str| toml::Value::String(text.to_owned());
        let mut text = format!(
            "# SHA-256 of what each line of the policy says, and which are bare headings. README.md says how a line is\n\
             # read and how this file is renewed; by hand it is changed in `revision` and `heading` alone.\n\
             schema = {}\npolicy = {}\nrevision = {}\nlines = [\n",
            quoted(&self.schema),
            quoted(&self.policy),
            quoted(&self.revision)
        );
        for line in &self.lines {
            let heading = if line.heading { ", heading = true" } else { "" };
            // Writing to a string cannot fail.
            let _ =
                writeln!(text, "    {{ number = {}, sha256 = \"{}\"{heading} }},", line.number, line.sha256);
        }
        text.push_str("]\n");
        text
    }
}
