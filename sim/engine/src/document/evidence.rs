//! The page of evidence: what shows that a green check means something.

use super::{names, table, words};
use crate::blind::Blind;
use crate::exercise::Exercise;
use crate::matrix::Summary;
use crate::scope::Scope;
use crate::strength::{Evidence, Tried};
use std::collections::{BTreeMap, BTreeSet};
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promises;

/// How often things were seen of a promise in the usual scopes, all of them exhausted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Steps on which it was judged: its trigger was so.
    pub judged: u64,
    /// Steps on which its verdict hung on one part alone, of all parts.
    pub decisive: u64,
}

/// What is seen of each promise that is judged event by event, by its number.
pub fn seen(exercises: &[(&[(usize, usize)], Exercise)]) -> BTreeMap<usize, Seen> {
    let mut seen: BTreeMap<usize, Seen> = BTreeMap::new();
    for (parts, exercise) in exercises {
        for (&(promise, part), use_of) in parts.iter().zip(&exercise.parts) {
            let entry = seen.entry(promise).or_default();
            if part == 0 {
                entry.judged += use_of.judged;
            }
            entry.decisive += use_of.decisive;
        }
    }
    seen
}

/// How many lawful twins a promise has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Twins {
    /// All of them.
    pub all: usize,
    /// Those that the system shows itself in a usual scope.
    pub shown: usize,
}

/// For each promise what it rests on: a row of the table.
pub fn evidence(
    summary: &Summary,
    tried: &[Tried],
    twins: &BTreeMap<String, Twins>,
    seen: &BTreeMap<usize, Seen>,
    scopes: &[Scope],
) -> String {
    let every = promises::every::<Checking>();
    let rows = every.iter().enumerate().map(|(number, promise)| {
        let decided = scopes.iter().filter(|scope| scope.asks(promise.id)).count();
        let broken: Vec<_> = summary
            .defects
            .iter()
            .filter_map(|defect| {
                let of = defect.breaks.iter().filter(|broken| broken.promise == promise.id);
                of.map(|broken| broken.length).min().map(|length| (defect.row.defect, length))
            })
            .collect();
        let shortest = broken.iter().map(|(_, length)| length).min();
        let longest = broken.iter().map(|(_, length)| length).max();
        let lengths = match (shortest, longest) {
            (Some(shortest), Some(longest)) if shortest == longest => shortest.to_string(),
            (Some(shortest), Some(longest)) => format!("{shortest} to {longest}"),
            _ => "-".to_owned(),
        };
        let mutants: Vec<&Tried> = tried.iter().filter(|tried| tried.mutant.promise == number).collect();
        let told = mutants.iter().filter(|tried| tried.told_by.is_some()).count();
        let judged = match seen.get(&number) {
            Some(seen) => seen.judged.to_string(),
            // Duties are opened on the way and decided on whole runs.
            None => "-".to_owned(),
        };
        [
            names([promise.id]),
            promise.parts.len().to_string(),
            judged,
            promise.witnesses.len().to_string(),
            decided.to_string(),
            broken.len().to_string(),
            lengths,
            match twins.get(promise.id) {
                Some(twins) => format!("{}, {} shown", twins.all, twins.shown),
                None => "-".to_owned(),
            },
            format!("{told} of {}", mutants.len()),
        ]
    });
    table(
        [
            "promise",
            "parts",
            "times judged",
            "witnesses",
            "scopes",
            "defects",
            "inputs",
            "lawful twins",
            "mutants told apart",
        ],
        rows,
    )
}

/// What tells the mutants apart, counted, and those that nothing does, by reason.
pub fn mutants(tried: &[Tried], known: &BTreeMap<(String, String), String>) -> String {
    let count = |is: fn(&Evidence) -> bool| {
        tried.iter().filter(|tried| tried.told_by.as_ref().is_some_and(is)).count().to_string()
    };
    let rows = [
        ["a lawful twin".to_owned(), count(|by| matches!(by, Evidence::Twin(_)))],
        ["a log of a breach".to_owned(), count(|by| matches!(by, Evidence::Log(_)))],
        ["the story of a defect".to_owned(), count(|by| matches!(by, Evidence::Defect(..)))],
        ["a scope without a defect".to_owned(), count(|by| matches!(by, Evidence::Scope(_)))],
        ["nothing, for a reason".to_owned(), known.len().to_string()],
    ];
    let mut reasons: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for ((promise, mutant), reason) in known {
        reasons.entry((mutant, reason)).or_default().insert(promise);
    }
    let listed =
        reasons.into_iter().map(|((mutant, reason), of)| [mutant.to_owned(), reason.to_owned(), names(of)]);
    format!(
        "{}\n{}",
        table(["told apart first by", "mutants"], rows),
        table(["mutant that nothing tells apart", "why", "of"], listed)
    )
}

/// The first run of the defects that were written blind.
pub fn blind(listed: &[Blind]) -> String {
    let rows = listed.iter().map(|one| {
        let should = one.should_break.iter().chain(&one.should_lose);
        [
            names([&one.id]),
            words(&one.clauses),
            one.thought.clone(),
            names(should),
            one.first_run.says().to_owned(),
            one.mended.clone().unwrap_or_else(|| "-".to_owned()),
        ]
    });
    table(["defect", "clauses", "thought", "ought to break or lose", "first run", "what was mended"], rows)
}

/// Defects that count as one.
pub fn alike(summary: &Summary) -> String {
    let rows = summary.alike.iter().map(|group| [names(group)]);
    table(["defects that break the same parts by the same stories"], rows)
}
