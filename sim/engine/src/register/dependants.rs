//! What hangs on lines of the policy: the section that they stand in, clauses, and the promises that carry these.

use super::{Clause, Register};
use std::collections::BTreeSet;
use vouchsafe_oracle::{Following, promises};

impl Register {
    /// The clauses that hang on a line.
    pub fn on_line(&self, line: u32) -> impl Iterator<Item = &Clause> {
        self.clauses().iter().filter(move |clause| clause.lines.contains(&line))
    }

    /// The section that a line stands in; a heading stands in the one that it opens.
    pub fn section_at(&self, line: u32) -> Option<&str> {
        let last = |clause: &&Clause| clause.lines.iter().max().copied();
        let ahead = self.clauses().iter().filter(|clause| last(clause) >= Some(line));
        let next = ahead.min_by_key(|clause| clause.lines.iter().filter(|of| **of >= line).min().copied());
        next.or(self.clauses().iter().max_by_key(last)).map(|clause| clause.section.as_str())
    }
}

/// The promises that carry some clauses, each once. A clause that a reading or a deadline carries is carried by
/// every promise that cites it.
pub(super) fn promises<'a>(clauses: impl IntoIterator<Item = &'a Clause>) -> Vec<&'static str> {
    let promises = promises::every::<Following>();
    let mut found = BTreeSet::new();
    for clause in clauses {
        for carrier in &clause.carried_by {
            let carries = promises.iter().filter(|promise| match carrier.split_once('/') {
                Some((id, _)) => promise.id == id,
                None => promise.clauses.contains(&clause.id.as_str()),
            });
            found.extend(carries.map(|promise| promise.id));
        }
    }
    found.into_iter().collect()
}
