//! Defects that were written from their clause alone: what each ought to show, and what its first run showed.

use serde::Deserialize;

/// What came of a first run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FirstRun {
    /// It broke or lost everything that it ought to, others perhaps as well.
    AsThought,
    /// It broke or lost something, and not what it ought to.
    Otherwise,
    /// Nothing told of it.
    Survived,
}

impl FirstRun {
    /// The words for it.
    pub const fn says(self) -> &'static str {
        match self {
            Self::AsThought => "as thought",
            Self::Otherwise => "something else",
            Self::Survived => "survived",
        }
    }
}

/// A defect that was written blind.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Blind {
    /// The defect.
    pub id: String,
    /// The clauses that it was written from.
    pub clauses: Vec<String>,
    /// The parts that it ought to break, as `PROMISE/PART`.
    #[serde(default)]
    pub should_break: Vec<String>,
    /// The witnesses that it ought to put out of reach, as `PROMISE/WITNESS`.
    #[serde(default)]
    pub should_lose: Vec<String>,
    /// Where.
    pub scopes: Vec<String>,
    /// Why.
    pub thought: String,
    /// What came of the first run.
    pub first_run: FirstRun,
    /// What was broken or lost then, as far as it was not thought of.
    #[serde(default)]
    pub beside: Vec<String>,
    /// What was wrong and what was done about it.
    pub mended: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    defect: Vec<Blind>,
}

impl Blind {
    /// Reads the list.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Vec<Self>, toml::de::Error> {
        toml::from_str::<Listed>(text).map(|listed| listed.defect)
    }
}
