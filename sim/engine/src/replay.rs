//! Writing a run as a trace file, and running a trace file again.

use crate::agreement::{self, Saying};
use crate::cases::CaseNames;
use crate::product::Product;
use crate::run::{NoRun, Run};
use crate::scope::{Scope, ScopeError};
use std::collections::BTreeSet;
use vouchsafe_alphabet::trace::{self, Entry, Header, Manifest, ReadError, Source, Start};
use vouchsafe_alphabet::{Names, Observation, Word};
use vouchsafe_explore::Bits;
use vouchsafe_system::{Defect, Defects};

/// A run as the text of a trace file.
pub fn write(product: &Product<'_>, run: &Run, manifest: Manifest, about: Option<String>) -> String {
    write_owing(product, run, manifest, about, Vec::new())
}

/// The same of a run that, going on for ever, owes these parts.
pub fn write_owing(
    product: &Product<'_>,
    run: &Run,
    manifest: Manifest,
    about: Option<String>,
    owed: Vec<String>,
) -> String {
    let scope = product.scope();
    let header = Header {
        manifest: Manifest {
            schema: trace::SCHEMA.into(),
            scopes: vec![Source { name: scope.name.clone(), sha256: scope.sha256.clone() }],
            readings: scope.readings(),
            defects: scope.setup.defects.iter().map(|defect| defect.name().to_owned()).collect(),
            ..manifest
        },
        start: Start::Complete,
        rules: scope.judged.clone(),
        breaks: parts(product, run).into_iter().chain(owed).collect(),
        about,
    };
    let mut text = serde_json::to_string(&header).unwrap_or_default();
    text.push('\n');
    let names = CaseNames(&scope.names);
    for entry in run.entries() {
        text.push_str(&trace::write(&entry, &names));
    }
    text
}

/// The parts that a run breaches, as `PROMISE/PART`.
pub fn parts(product: &Product<'_>, run: &Run) -> Vec<String> {
    run.breached.iter().filter_map(|bit| product.part_name(bit)).collect()
}

/// A trace file that was read.
#[derive(Clone, Debug)]
pub struct Trace {
    /// Its header.
    pub header: Header,
    /// The inputs, if the system made it.
    pub inputs: Vec<String>,
    /// The observations with their times.
    pub log: Vec<(u64, Observation)>,
    /// How many of the observations are declared facts, which nobody judges, and when the log proper starts.
    pub declared: (usize, u64),
    /// The last time in it, in milliseconds.
    pub end_ms: u64,
    /// The names in it.
    pub names: Names,
}

/// Why a text is no trace.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TraceError {
    /// There is no line.
    #[error("the file is empty; a trace begins with a header line")]
    Empty,
    /// The header cannot be read.
    #[error("the header cannot be read: {says}")]
    Header {
        /// What is wrong.
        says: String,
        /// The column, from 1.
        column: usize,
    },
    /// The file has another form.
    #[error("the file has the form `{0}`; a trace has the form `{form}`", form = trace::SCHEMA)]
    Schema(String),
    /// A line cannot be read.
    #[error("{error}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        error: ReadError,
    },
    /// Time goes back.
    #[error("the time {at_ms} ms is before that of an earlier line, {now_ms} ms")]
    TimeGoesBack {
        /// The line, from 1.
        line: usize,
        /// The time of the line.
        at_ms: u64,
        /// The time of an earlier one.
        now_ms: u64,
    },
    /// A line of a kind that is not known.
    #[error("there is no kind of observation called `{kind}`")]
    UnknownKind {
        /// The line, from 1.
        line: usize,
        /// The kind.
        kind: String,
    },
    /// A defect in the header is not known.
    #[error("there is no defect `{0}`")]
    UnknownDefect(String),
    /// A reading in the header is not known.
    #[error("there is no reading or choice `{0}`")]
    UnknownReading(String),
    /// The scope does not allow it.
    #[error(transparent)]
    Scope(#[from] ScopeError),
}

impl TraceError {
    /// The line and column, from 1, where they are known.
    pub fn place(&self) -> Option<(usize, Option<usize>)> {
        match self {
            Self::Header { column, .. } => Some((1, Some(*column))),
            Self::Line { line, error } => Some((*line, error.column())),
            Self::TimeGoesBack { line, .. } | Self::UnknownKind { line, .. } => Some((*line, None)),
            Self::Empty
            | Self::Schema(_)
            | Self::UnknownDefect(_)
            | Self::UnknownReading(_)
            | Self::Scope(_) => None,
        }
    }
}

impl Trace {
    /// Reads the text of a trace file.
    ///
    /// # Errors
    /// The first thing that cannot be read.
    pub fn parse(text: &str) -> Result<Self, TraceError> {
        let mut lines = (1..).zip(text.lines());
        let (_, first) = lines.next().ok_or(TraceError::Empty)?;
        let header: Header = serde_json::from_str(first)
            .map_err(|error| TraceError::Header { says: error.to_string(), column: error.column().max(1) })?;
        if header.manifest.schema != trace::SCHEMA {
            return Err(TraceError::Schema(header.manifest.schema));
        }
        let (declared, names) = ((0, 0), Names::default());
        let mut parsed = Self { header, inputs: vec![], log: vec![], declared, end_ms: 0, names };
        for (line, text) in lines.filter(|(_, text)| !text.trim().is_empty()) {
            let entry = trace::read(text, &mut parsed.names, &mut |_| ())
                .map_err(|error| TraceError::Line { line, error })?;
            let at_ms = entry.at_ms();
            if at_ms < parsed.end_ms {
                return Err(TraceError::TimeGoesBack { line, at_ms, now_ms: parsed.end_ms });
            }
            parsed.end_ms = at_ms;
            match entry {
                Entry::Saw(at_ms, saw) => parsed.log.push((at_ms, saw)),
                Entry::Input(_, input) => parsed.inputs.push(input),
                Entry::UnknownKind(_, kind) => return Err(TraceError::UnknownKind { line, kind }),
                Entry::Begins(at_ms) => parsed.declared = (parsed.log.len(), at_ms),
            }
        }
        Ok(parsed)
    }

    /// A scope with the readings and defects that the trace was made with.
    ///
    /// # Errors
    /// A reading or defect that is not known.
    pub fn scope(&self, scope: &Scope) -> Result<Scope, TraceError> {
        let mut scope = scope.clone();
        for reading in &self.header.manifest.readings {
            if !scope.read(reading) {
                return Err(TraceError::UnknownReading(reading.clone()));
            }
        }
        scope.setup.rules.deadlines = self.header.rules.deadlines.clone();
        scope.judged.deadlines = self.header.rules.deadlines.clone();
        let defect =
            |name: &String| Defect::from_name(name).ok_or_else(|| TraceError::UnknownDefect(name.clone()));
        scope.setup.defects =
            self.header.manifest.defects.iter().map(defect).collect::<Result<Defects, _>>()?;
        scope.check()?;
        Ok(scope)
    }

    /// What a monitor finds broken in the observations, as `PROMISE/PART`.
    pub fn broken(&self) -> BTreeSet<String> {
        let until = Some(self.end_ms.saturating_add(1));
        self.parts(&agreement::oracle(&self.header.rules, &self.log, until))
    }

    /// What the naive evaluator finds broken in them.
    pub fn broken_naively(&self) -> BTreeSet<String> {
        let until = Some(self.end_ms.saturating_add(1));
        self.parts(&agreement::naive(&self.header.rules, &self.log, until))
    }

    /// Whether this was found after the declared facts.
    pub fn is_judged(&self, saying: &Saying) -> bool {
        let (facts, starts_ms) = self.declared;
        match saying {
            Saying::BrokenAt(.., line) => *line > facts as u64,
            Saying::BrokenWhenEnded(_, _, due_ms, ..) => *due_ms >= starts_ms,
            Saying::Triggered(_) | Saying::Witnessed(..) | Saying::Pending(..) => true,
        }
    }

    fn parts(&self, says: &BTreeSet<Saying>) -> BTreeSet<String> {
        let parts = says.iter().filter(|saying| self.is_judged(saying)).filter_map(|saying| match saying {
            Saying::BrokenAt(promise, part, _) | Saying::BrokenWhenEnded(promise, part, ..) => {
                Some(format!("{promise}/{part}"))
            }
            Saying::Triggered(_) | Saying::Witnessed(..) | Saying::Pending(..) => None,
        });
        parts.collect()
    }
}

/// What came of running a trace again.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// What the system's run breaks, where there are inputs to run.
    pub by_system: Option<BTreeSet<String>>,
    /// Whether the run shows the very observations of the trace.
    pub same_observations: Option<bool>,
    /// What the monitor finds in the observations.
    pub by_monitor: BTreeSet<String>,
    /// What the naive evaluator finds in them.
    pub by_naive: BTreeSet<String>,
}

/// Runs a trace again: through the system where it has inputs, and through monitor and naive evaluator.
///
/// # Errors
/// An input that is unknown or not enabled.
pub fn replay(trace: &Trace, scope: Option<&Scope>) -> Result<Replayed, NoRun> {
    let mut replayed = Replayed {
        by_system: None,
        same_observations: None,
        by_monitor: trace.broken(),
        by_naive: trace.broken_naively(),
    };
    if let Some(scope) = scope.filter(|_| !trace.inputs.is_empty()) {
        let product = Product::new(scope);
        let run = Run::named(&product, &trace.inputs)?;
        replayed.by_system = Some(parts(&product, &run).into_iter().collect());
        let names = CaseNames(&scope.names);
        let lines =
            |log: &[(u64, Observation)], names: &dyn vouchsafe_alphabet::ids::Naming| -> Vec<String> {
                log.iter().map(|(at_ms, saw)| trace::write(&Entry::Saw(*at_ms, *saw), names)).collect()
            };
        replayed.same_observations =
            Some(lines(&run.observations(), &names) == lines(&trace.log, &trace.names));
    }
    Ok(replayed)
}
