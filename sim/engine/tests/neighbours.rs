//! Deciding scopes are minimal and stable: with one thing less something is lost, with one thing more nothing
//! changes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;

use vouchsafe_engine::neighbour::{Change, larger, smaller};
use vouchsafe_engine::profile::{Profile, defects_of};
use vouchsafe_engine::{Scope, ScopeKind, shipped};
use vouchsafe_explore::Options;

/// The largest neighbour that is looked at.
const STATES_MAX: u64 = 60_000;

fn options() -> Options {
    Options { threads: 2, states_max: Some(STATES_MAX), ..Options::default() }
}

fn deciding() -> impl Iterator<Item = Scope> {
    shipped::all().into_iter().filter(|scope| scope.kind == ScopeKind::Deciding)
}

#[test]
fn nothing_in_a_deciding_scope_is_idle() {
    let mut idle = Vec::new();
    for scope in deciding() {
        let defects: Vec<_> = defects_of(&scope.name).into_iter().map(|defect| (defect, None)).collect();
        let here = Profile::of(&scope, &defects, &options());
        assert!(here.broken.is_empty() && !here.triggers.is_empty(), "{}", scope.name);
        for (change, less) in smaller(&scope) {
            let there = Profile::of(&less, &defects, &options());
            // A deadline that no clock of the scope counts leaves everything as it was.
            let bears_on = change != Change::Tick || there != here;
            if bears_on && here.lost_in(&there).is_empty() {
                idle.push(format!("{}: {change:?}", scope.name));
            }
        }
    }
    assert!(idle.is_empty(), "idle: {idle:?}");
}

#[test]
fn a_deciding_scope_with_one_thing_more_shows_the_same() {
    let mut wrong = Vec::new();
    for scope in deciding() {
        let defects = defects_of(&scope.name);
        let all: Vec<_> = defects.iter().map(|defect| (*defect, None)).collect();
        let here = Profile::of(&scope, &all, &options());
        // With one more tick a story grows by the deadlines on its path, of which there are six at most.
        for (change, more) in larger(&scope) {
            let slack = if change == Change::Tick { 6 } else { 0 };
            if !Profile::of(&more, &[], &options()).exhausted {
                continue;
            }
            let deep: Vec<_> =
                defects.iter().map(|defect| (*defect, Some(here.longest_kill(*defect) + slack))).collect();
            let there = Profile::of(&more, &deep, &options());
            let mut note = |what: String| wrong.push(format!("{} + {change:?}: {what}", scope.name));
            if !there.broken.is_empty() {
                note(format!("breaks {:?}", there.broken));
            }
            for lost in here.lost_in(&there) {
                note(format!("loses {lost}"));
            }
            let lengths = here.kills.iter().filter_map(|(kill, length)| Some((kill, (*length)?)));
            for (kill, length) in lengths {
                let longer = there.kills.get(kill).copied().flatten().unwrap_or(length);
                let fits = match change {
                    Change::Person | Change::Tv => longer == length,
                    Change::Tick => longer >= length && longer <= length + slack,
                    Change::Press => longer <= length,
                    Change::Topic(_) => true,
                };
                if !fits {
                    note(format!("{kill} in {longer} instead of {length}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
