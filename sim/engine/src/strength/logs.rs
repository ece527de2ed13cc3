//! Telling mutants apart by logs: twins, and the shortest stories of defects.

use super::mutation::{Mutation, breaks};
use super::{Evidence, Tried};
use crate::check::Checked;
use crate::matrix::defective;
use crate::run::Run;
use crate::scope::Scope;
use std::collections::{BTreeMap, BTreeSet};
use vouchsafe_alphabet::{Observation, Rules, Word};
use vouchsafe_explore::{Observer, Options};
use vouchsafe_oracle::mode::Following;
use vouchsafe_oracle::shelf::Maps;
use vouchsafe_oracle::{Event, Promise, View, promises};
use vouchsafe_system::Defects;
use vouchsafe_system::defects::Row;

/// A log to tell mutants apart by.
#[derive(Clone, Debug)]
pub struct Log {
    /// What it is.
    pub evidence: Evidence,
    /// By which rules it is judged.
    pub rules: Rules,
    /// What is seen, with the times in milliseconds.
    pub saw: Vec<(u64, Observation)>,
    /// Up to when nothing more is seen.
    pub until_ms: u64,
}

/// Looks which of the mutants that nothing has told apart so far a defect tells apart in a scope: by its shortest
/// stories, one for each part that it breaks there, and by the parts that it owes for ever.
pub fn by_defect(tried: &mut [Tried], row: &Row, scope: &Scope, options: &Options, observer: &dyn Observer) {
    let scope = defective(scope, Defects::one(row.defect));
    let checked = Checked::scope(&scope, options, observer);
    for led in &checked.led {
        let is_owed = |mutation| {
            led.breaches.iter().any(|owing| mutation == Mutation::Dropped(owing.part))
                && led.breaches.len() == 1
        };
        for tried in tried.iter_mut().filter(|tried| tried.told_by.is_none()) {
            if tried.mutant.promise == led.promise && is_owed(tried.mutant.mutation) {
                tried.told_by = Some(evidence(row, &scope));
            }
        }
    }
    by_logs(tried, &stories(row, &checked));
}

fn evidence(row: &Row, scope: &Scope) -> Evidence {
    Evidence::Defect(row.defect.name().to_owned(), scope.name.clone())
}

fn stories(row: &Row, checked: &Checked<'_>) -> Vec<Log> {
    let scope = checked.product.scope();
    let walks = checked.report.breaches.iter().filter_map(|breach| breach.counterexample.as_ref());
    let runs = walks.filter_map(|walk| Run::of(&checked.product, &walk.actions).ok());
    let log = |run: Run| Log {
        evidence: evidence(row, scope),
        rules: scope.judged.clone(),
        until_ms: run.steps.last().map_or(0, |step| step.at_ms) + 1,
        saw: run.observations(),
    };
    runs.map(log).collect()
}

/// Looks which of the mutants that nothing has told apart so far these logs tell apart.
pub fn by_logs(tried: &mut [Tried], logs: &[Log]) {
    let every = promises::every::<Following>();
    for log in logs {
        let open: Vec<(usize, usize, Mutation)> = tried
            .iter()
            .enumerate()
            .filter(|(_, tried)| tried.told_by.is_none())
            .map(|(place, tried)| (place, tried.mutant.promise, tried.mutant.mutation))
            .filter(|(_, promise, _)| every.get(*promise).is_some_and(|promise| promise.leading().is_none()))
            .collect();
        let mut told = BTreeSet::new();
        by_events(log, &every, &open, &mut told);
        by_deadlines(log, &every, &open, &mut told);
        for place in told {
            if let Some(tried) = tried.get_mut(place) {
                tried.told_by = Some(log.evidence.clone());
            }
        }
    }
}

/// Mutants that one event tells apart.
fn by_events(
    log: &Log,
    every: &[Promise<Following>],
    open: &[(usize, usize, Mutation)],
    told: &mut BTreeSet<usize>,
) {
    follow(log, &log.rules, &mut |view| {
        for &(place, number, mutation) in open {
            let Some(promise) = every.get(number).filter(|promise| concerns(promise, view)) else { continue };
            if !told.contains(&place) && breaks(promise, Some(mutation), view) != breaks(promise, None, view)
            {
                told.insert(place);
            }
        }
    });
}

/// Mutants with another deadline: the books are others as well.
fn by_deadlines(
    log: &Log,
    every: &[Promise<Following>],
    open: &[(usize, usize, Mutation)],
    told: &mut BTreeSet<usize>,
) {
    let mut deadlines: BTreeMap<&'static str, Vec<(usize, usize)>> = BTreeMap::new();
    for &(place, number, mutation) in open {
        if let Mutation::Loosened(deadline) = mutation {
            deadlines.entry(deadline).or_default().push((place, number));
        }
    }
    if deadlines.is_empty() {
        return;
    }
    let broken = |rules: &Rules| {
        let mut broken: BTreeSet<(usize, u64)> = BTreeSet::new();
        follow(log, rules, &mut |view| {
            for (number, promise) in every.iter().enumerate() {
                if concerns(promise, view) && breaks(promise, None, view) {
                    broken.insert((number, view.now));
                }
            }
        });
        broken
    };
    let strict = broken(&log.rules);
    for (deadline, mutants) in deadlines {
        let mut rules = log.rules.clone();
        let units = rules
            .deadlines
            .each()
            .iter()
            .find(|(name, ..)| *name == deadline)
            .map(|(_, _, units, ..)| *units);
        rules.deadlines.set(deadline, units.unwrap_or_default() + 1);
        let loose = broken(&rules);
        let of = |all: &BTreeSet<(usize, u64)>, number| {
            all.iter().filter(|(of, _)| *of == number).copied().collect::<Vec<_>>()
        };
        told.extend(
            mutants
                .iter()
                .filter(|(_, number)| of(&strict, *number) != of(&loose, *number))
                .map(|(place, _)| *place),
        );
    }
}

/// Whether a promise is judged at this event.
fn concerns(promise: &Promise<Following>, view: &View<'_, Following>) -> bool {
    promise.leading().is_none()
        && match view.event {
            Event::Saw(saw) => promise.sees.contains(&saw.kind()),
            Event::InstantEnds(subject) => promise.ends.concern(subject),
        }
}

/// Shows every event of a log with the books before it.
fn follow(log: &Log, rules: &Rules, see: &mut dyn FnMut(&View<'_, Following>)) {
    let mut books = Maps::default();
    let pass = |books: &mut Maps, until: u64, see: &mut dyn FnMut(&View<'_, Following>)| {
        while let Some((due_ms, subject)) = books.pop_due(until) {
            let reads = Default::default();
            see(&View::new(Event::InstantEnds(subject), &*books, rules, due_ms, &reads));
            books.settle(subject, due_ms, rules);
        }
    };
    for (line, (at_ms, saw)) in (1..).zip(&log.saw) {
        pass(&mut books, *at_ms, see);
        let reads = Default::default();
        see(&View::new(Event::Saw(saw), &books, rules, *at_ms, &reads));
        books.fold(saw, *at_ms, line, rules);
    }
    pass(&mut books, log.until_ms, see);
}
