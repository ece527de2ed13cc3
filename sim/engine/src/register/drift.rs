//! The drift of a policy text: which lines differ from those that the register was written from, and what hangs on them.

use super::alignment::{Alignment, Edit};
use super::dependants;
use super::fingerprints::{Fingerprints, PolicyLine};
use super::text::{self, Line};
use super::wording::Fingerprint;
use super::{Clause, Register};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A text in which fewer lines than one in so many are found is another text, which has not drifted.
const FOUND_ONE_IN: usize = 4;
/// A text that holds lines of the policy more often than this is no text of it.
const REPEATED_MAX: usize = 10_000;

/// Why a text is not a later form of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Another {
    /// Hardly a line of the policy is in it. Headings count for nothing: those of policies are alike.
    HardlyFound,
    /// It holds the lines of the policy over and over.
    Repeats,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// There is another line in its place.
    Changed,
    /// It is the same, and is somewhere else.
    Moved,
    /// It is gone.
    Vanished,
    /// It was not there.
    New,
}

impl Status {
    /// Every member, in declaration order.
    pub const ALL: &[Self] = &[Self::Changed, Self::Moved, Self::Vanished, Self::New];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Vanished => "vanished",
            Self::New => "new",
        }
    }
}

/// A line that has drifted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Drifted<'a> {
    /// Its number in the register's revision; of a new line, in the text.
    pub line: u32,
    /// What became of it.
    pub status: Status,
    /// The clauses that hang on it; of a new line, those that hang on the lines next to it in its section.
    pub clauses: Vec<&'a str>,
    /// The promises that carry these clauses.
    pub promises: Vec<&'static str>,
    /// The section that it stands in; a new line falls into that of the line before it.
    pub section: Option<&'a str>,
    /// The number in the register's revision.
    pub old_line: Option<u32>,
    /// The number in the text of the line on which it begins.
    pub new_line: Option<u32>,
    /// The number in the text of the line on which it ends, which is the same unless it was wrapped.
    pub new_line_last: Option<u32>,
    /// The line of the register's revision that a new or changed line repeats.
    pub copy_of: Option<u32>,
    /// The lines of the register's revision between which a new line was put.
    pub between: Option<(Option<u32>, Option<u32>)>,
    /// What the text has there.
    #[serde(skip)]
    pub wording: Option<String>,
}

/// A text beside the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift<'a> {
    /// How many lines of the text say something.
    pub lines: usize,
    /// How many fingerprints there are.
    pub fingerprinted: usize,
    /// How many of these are found, in place or moved.
    pub found: usize,
    /// Why it is another text, if it is; only lines that are missed are told of then.
    pub another: Option<Another>,
    /// The first line that stands and has another number: in the register's revision, and in the text.
    pub renumbered: Option<(u32, u32)>,
    /// Every line that has drifted, in the order of the policy.
    pub drifted: Vec<Drifted<'a>>,
}

impl<'a> Drift<'a> {
    /// Compares a text with the fingerprints, and says what of the register hangs on the difference.
    pub fn of(register: &'a Register, fingerprints: &Fingerprints, text: &str) -> Self {
        let old = fingerprints.lines();
        let prints: Vec<Fingerprint> = old.iter().map(|line| line.sha256).collect();
        let known: BTreeSet<Fingerprint> = prints.iter().copied().collect();
        let new = text::lines(text, &known);
        let desk = Desk { register, old, new: &new };
        let there: Vec<Fingerprint> = new.iter().map(|line| line.fingerprint).collect();
        let repeated = there.iter().filter(|print| known.contains(print)).count();
        if let Some(another) = desk.another(repeated) {
            let drifted = desk.missed();
            let found = old.len() - drifted.len();
            let (lines, fingerprinted) = (new.len(), old.len());
            return Self { lines, fingerprinted, found, another: Some(another), renumbered: None, drifted };
        }
        let alignment = Alignment::of(&prints, &there);
        Self {
            lines: new.len(),
            fingerprinted: old.len(),
            found: alignment.found(),
            another: None,
            renumbered: desk.renumbered(&alignment),
            drifted: desk.drifted(&alignment),
        }
    }

    /// Whether the text says, line by line, what the register was written from.
    pub fn is_none(&self) -> bool {
        self.drifted.is_empty() && self.another.is_none()
    }

    /// How many lines drifted in this way.
    pub fn count(&self, status: Status) -> usize {
        self.drifted.iter().filter(|drifted| drifted.status == status).count()
    }

    /// The promises that hang on what has drifted, each once, in order.
    pub fn promises(&self) -> BTreeSet<&'static str> {
        self.drifted.iter().flat_map(|drifted| drifted.promises.iter().copied()).collect()
    }
}

/// What is compared.
struct Desk<'a, 'b> {
    register: &'a Register,
    old: &'b [PolicyLine],
    new: &'b [Line],
}

impl<'a> Desk<'a, '_> {
    /// Why this is another text, if it is, with so many lines that are known.
    fn another(&self, known: usize) -> Option<Another> {
        let there: BTreeSet<Fingerprint> = self.new.iter().map(|line| line.fingerprint).collect();
        let lines = || self.old.iter().filter(|line| !line.heading);
        let found = lines().filter(|line| there.contains(&line.sha256)).count();
        if known > REPEATED_MAX {
            Some(Another::Repeats)
        } else if found * FOUND_ONE_IN < lines().count() {
            Some(Another::HardlyFound)
        } else {
            None
        }
    }

    /// The first line that stands under another number.
    fn renumbered(&self, alignment: &Alignment) -> Option<(u32, u32)> {
        let numbers = alignment.standing.iter().filter_map(|&(old, new)| {
            let numbers = (self.old.get(old)?.number, self.new.get(new)?.first);
            (numbers.0 != numbers.1).then_some(numbers)
        });
        numbers.min()
    }

    /// Every line that is nowhere in the text.
    fn missed(&self) -> Vec<Drifted<'a>> {
        let there: BTreeSet<Fingerprint> = self.new.iter().map(|line| line.fingerprint).collect();
        let missed = self.old.iter().filter(|line| !there.contains(&line.sha256));
        missed.map(|line| self.of_old(Status::Vanished, line, None)).collect()
    }

    fn drifted(&self, alignment: &Alignment) -> Vec<Drifted<'a>> {
        let partners = self.partners(alignment);
        let old = |place: usize| self.old.get(place);
        let new = |place: usize| self.new.get(place);
        let edits = alignment.edits.iter();
        let drifted = edits.filter_map(|edit| match *edit {
            Edit::Changed { old: from, new: to } => Some(self.of_old(Status::Changed, old(from)?, new(to))),
            Edit::Moved { old: from, new: to } => Some(self.of_old(Status::Moved, old(from)?, new(to))),
            Edit::Vanished { old: from } => Some(self.of_old(Status::Vanished, old(from)?, None)),
            Edit::New { new: to } => Some(self.of_new(new(to)?, to, &partners)),
        });
        drifted.collect()
    }

    /// For places of lines in the text: the numbers of the register's lines that stand there or stood there. A line
    /// that has moved says nothing of where it has come to.
    fn partners(&self, alignment: &Alignment) -> BTreeMap<usize, u32> {
        let changed = alignment.edits.iter().filter_map(|edit| match *edit {
            Edit::Changed { old, new } => Some((old, new)),
            Edit::Moved { .. } | Edit::Vanished { .. } | Edit::New { .. } => None,
        });
        let pairs = alignment.standing.iter().copied().chain(changed);
        pairs.filter_map(|(old, new)| Some((new, self.old.get(old)?.number))).collect()
    }

    /// The line of the register's revision that a line of the text says once more.
    fn copied(&self, line: &Line) -> Option<u32> {
        let copied = self.old.iter().find(|old| old.sha256 == line.fingerprint);
        copied.map(|old| old.number)
    }

    /// What became of a line of the register's revision.
    fn of_old(&self, status: Status, old: &PolicyLine, new: Option<&Line>) -> Drifted<'a> {
        let clauses: Vec<&Clause> = self.register.on_line(old.number).collect();
        Drifted {
            line: old.number,
            status,
            promises: dependants::promises(clauses.iter().copied()),
            clauses: clauses.into_iter().map(|clause| clause.id.as_str()).collect(),
            section: self.register.section_at(old.number),
            old_line: Some(old.number),
            new_line: new.map(|line| line.first),
            new_line_last: new.map(|line| line.last),
            copy_of: new.filter(|_| status == Status::Changed).and_then(|line| self.copied(line)),
            between: None,
            wording: new.map(|line| line.wording.clone()),
        }
    }

    /// A line that was not there, beside what was there before.
    fn of_new(&self, line: &Line, place: usize, partners: &BTreeMap<usize, u32>) -> Drifted<'a> {
        let before = || partners.range(..place).rev().map(|(_, number)| *number);
        let after = || partners.range(place..).map(|(_, number)| *number);
        let section = before().next().or(after().next()).and_then(|line| self.register.section_at(line));
        let is_there = |line: &u32| self.register.section_at(*line) == section;
        let bears = |line: &u32| self.register.on_line(*line).next().is_some();
        // A heading bears nothing, and what is beyond the section is no neighbour.
        let near = before().take_while(is_there).find(bears).into_iter();
        let near = near.chain(after().take_while(is_there).find(bears));
        // A clause may hang on both.
        let near: BTreeSet<u32> = near.collect();
        let clauses = self.register.clauses().iter();
        let clauses: Vec<&Clause> =
            clauses.filter(|clause| clause.lines.iter().any(|line| near.contains(line))).collect();
        Drifted {
            line: line.first,
            status: Status::New,
            promises: dependants::promises(clauses.iter().copied()),
            clauses: clauses.into_iter().map(|clause| clause.id.as_str()).collect(),
            section,
            old_line: None,
            new_line: Some(line.first),
            new_line_last: Some(line.last),
            copy_of: self.copied(line),
            between: Some((before().next(), after().next())),
            wording: Some(line.wording.clone()),
        }
    }
}
