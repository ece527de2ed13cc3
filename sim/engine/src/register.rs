//! The clause register: every clause of the policy as data, what decides it and what carries it.
//!
//! The files of `fixtures/policy` are part of the binary, so it works from anywhere; their README says what
//! each key means. Names that live elsewhere (parts, readings, deadlines) are held against it by tests.

mod alignment;
mod dependants;
mod drift;
mod entries;
mod fingerprints;
mod text;
mod wording;

pub use alignment::{Alignment, Edit};
pub use drift::{Another, Drift, Drifted, Status};
pub use entries::{Class, Clause, Disposition, Modality, Severity, Tension};
pub use fingerprints::{FILE as FINGERPRINTS, Fingerprints, FingerprintsError, PolicyLine};
pub use wording::{Fingerprint, wording};

use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../fixtures/policy/", $name)))
    };
}

/// The files of clauses and tensions with their names, in the order of the policy; the tensions come last.
pub const FILES: &[(&str, &str)] = &[
    file!("01-commitment.toml"),
    file!("02-collection.toml"),
    file!("03-use.toml"),
    file!("04-marketing.toml"),
    file!("05-cookies.toml"),
    file!("06-sharing.toml"),
    file!("07-security.toml"),
    file!("08-retention.toml"),
    file!("09-control.toml"),
    file!("10-transfer.toml"),
    file!("11-minors.toml"),
    file!("12-order-and-updates.toml"),
    file!("13-third-parties-and-contact.toml"),
    file!("tensions.toml"),
];

/// Why a register cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegisterError {
    /// A file is no TOML of the right form.
    #[error("{file} is no file of the register: {says}")]
    Form {
        /// The file.
        file: String,
        /// What is wrong, and where.
        says: String,
    },
    /// Two entries have one id.
    #[error("{file} gives the id `{id}` a second time; each clause and each tension needs its own")]
    Twice {
        /// The file.
        file: String,
        /// The id.
        id: String,
    },
    /// A clause and a tension do not name each other.
    #[error("clause `{clause}` and tension `{tension}` must name each other, and only one names the other")]
    OneWay {
        /// The clause.
        clause: String,
        /// The tension.
        tension: String,
    },
    /// A clause's disposition and what carries it do not fit.
    #[error("clause `{clause}` has the disposition `{disposition}`, which {wants} `carried_by`", wants =
        if disposition.is_carried() { "needs something in" } else { "needs an empty" })]
    Carried {
        /// The clause.
        clause: String,
        /// Its disposition.
        disposition: Disposition,
    },
}

/// The clauses and the tensions of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    clauses: Vec<Clause>,
    tensions: Vec<Tension>,
}

/// A file of the register.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    clause: Vec<Clause>,
    #[serde(default)]
    tension: Vec<Tension>,
}

/// SHA-256, in hexadecimal, of the register's files put one after the other; the fingerprints come last.
pub fn sha256() -> String {
    let mut hash = Sha256::new();
    for (_, text) in FILES.iter().chain([&FINGERPRINTS]) {
        hash.update(text.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Register {
    /// The register that this version was built with.
    ///
    /// # Errors
    /// Data that a test ought to have refused: a fault of ours.
    pub fn shipped() -> Result<Self, RegisterError> {
        Self::read(FILES)
    }

    /// Reads a register from files, each a name and a text.
    ///
    /// # Errors
    /// The first file or entry that does not fit.
    pub fn read(files: &[(&str, &str)]) -> Result<Self, RegisterError> {
        let (mut clauses, mut tensions) = (Vec::new(), Vec::new());
        let mut ids = BTreeSet::new();
        for (name, text) in files {
            let file: File = toml::from_str(text).map_err(|error| RegisterError::Form {
                file: (*name).to_owned(),
                says: error.to_string().trim_end().to_owned(),
            })?;
            let new = file.clause.iter().map(|clause| &clause.id);
            for id in new.chain(file.tension.iter().map(|tension| &tension.id)) {
                if !ids.insert(id.clone()) {
                    return Err(RegisterError::Twice { file: (*name).to_owned(), id: id.clone() });
                }
            }
            clauses.extend(file.clause);
            tensions.extend(file.tension);
        }
        let register = Self { clauses, tensions };
        register.check()?;
        Ok(register)
    }

    fn check(&self) -> Result<(), RegisterError> {
        if let Some(clause) =
            self.clauses.iter().find(|clause| clause.disposition.is_carried() == clause.carried_by.is_empty())
        {
            return Err(RegisterError::Carried {
                clause: clause.id.clone(),
                disposition: clause.disposition,
            });
        }
        let of_clauses: BTreeSet<_> = self
            .clauses
            .iter()
            .flat_map(|clause| clause.tensions.iter().map(|tension| (&clause.id, tension)))
            .collect();
        let of_tensions: BTreeSet<_> = self
            .tensions
            .iter()
            .flat_map(|tension| tension.clauses.iter().map(|clause| (clause, &tension.id)))
            .collect();
        match of_clauses.symmetric_difference(&of_tensions).next() {
            None => Ok(()),
            Some((clause, tension)) => {
                Err(RegisterError::OneWay { clause: (*clause).clone(), tension: (*tension).clone() })
            }
        }
    }

    /// Every clause, in the order of the policy.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }
    /// Every tension, by number.
    pub fn tensions(&self) -> &[Tension] {
        &self.tensions
    }
    /// The clause with this id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }
    /// The tension with this id.
    pub fn tension(&self, id: &str) -> Option<&Tension> {
        self.tensions.iter().find(|tension| tension.id == id)
    }
    /// The headings, in the order of the policy.
    pub fn sections(&self) -> Vec<&str> {
        let mut sections: Vec<&str> = Vec::new();
        for clause in &self.clauses {
            if !sections.contains(&clause.section.as_str()) {
                sections.push(&clause.section);
            }
        }
        sections
    }
    /// How many clauses of a section, or of all, have gone there.
    pub fn count(&self, section: Option<&str>, disposition: Disposition) -> usize {
        self.clauses
            .iter()
            .filter(|clause| section.is_none_or(|section| clause.section == section))
            .filter(|clause| clause.disposition == disposition)
            .count()
    }
}
