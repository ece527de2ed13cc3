//! A leak in words: both runs side by side.

use super::{ActionOf, Secretive, StateOf, Twin};
use crate::{Bits, Space, Walk, retrace};

impl<T: Secretive> Twin<T> {
    /// A run of the pair in words, a line for each action and a column for what each run shows, or `None`
    /// if it is not a run of this space. The line that gives the secret away ends in `<`.
    pub fn tell(&self, walk: &Walk<ActionOf<T>>) -> Option<String> {
        let states = retrace(self, walk.initial, &walk.actions)?;
        let mut rows = vec![["", "first run", "second run"].map(String::from)];
        let (start, _) = states.first()?;
        let begin = |state| self.of.describe(&self.of.knows(state));
        rows.push(["begin".into(), begin(&start.first), begin(&start.second)]);
        let mut leaks = vec![false; 2];
        for (action, (before, after)) in walk.actions.iter().zip(states.iter().zip(states.iter().skip(1))) {
            let secret = self.of.is_secret(action);
            let first = self.line(&before.0.first, action);
            let second = if secret { "-".into() } else { self.line(&before.0.second, action) };
            rows.push([self.name(action), first, second]);
            leaks.push(!after.1.is_empty());
        }
        Some(table(&rows, &leaks))
    }

    /// What one run shows of an action.
    fn line(&self, from: &StateOf<T>, action: &ActionOf<T>) -> String {
        match self.of.space().step(from, action) {
            None => "not possible".into(),
            Some((to, _)) => match self.of.shows(from, action, &to) {
                None => ".".into(),
                Some(sight) => self.of.describe(&sight),
            },
        }
    }
}

/// Rows of three columns, each as wide as it has to be; a mark behind those that leak.
fn table(rows: &[[String; 3]], leaks: &[bool]) -> String {
    let width = |at: usize| {
        rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let (one, two) = (width(0), width(1));
    let mut told = String::new();
    for ([action, first, second], leaks) in rows.iter().zip(leaks) {
        let mark = if *leaks { "  <" } else { "" };
        let line = format!("{action:<one$}  {first:<two$}  {second}{mark}");
        told.push_str(line.trim_end());
        told.push('\n');
    }
    told
}
