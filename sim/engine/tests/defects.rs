//! Each defect breaks exactly what its row says, and its story breaks the same everywhere.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;
#[path = "common/matrix.rs"]
mod hunts;

use common::{assert_agreement, explored, with};
use hunts::matrix;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::blind::{Blind, FirstRun};
use vouchsafe_engine::check::broken_parts;
use vouchsafe_engine::matrix::Summary;
use vouchsafe_engine::register::{Clause, Disposition, Register};
use vouchsafe_engine::replay::{self, Trace};
use vouchsafe_engine::smaller::{breaks, smaller};
use vouchsafe_engine::{Checked, Product, Run, Scope};
use vouchsafe_explore::{Options, Quiet};
use vouchsafe_system::Action;
use vouchsafe_system::defects::{Row, TABLE};

fn options() -> Options {
    Options { threads: 2, ..Options::default() }
}

/// A shortest story of each part that a defect breaks in a scope.
struct Story {
    row: &'static Row,
    scope: Scope,
    broken: Vec<(String, Vec<Action>)>,
}

/// Explores a scope with a defect.
fn story(row: &'static Row, scope: &Scope) -> Story {
    let scope = with(scope, row.defect);
    let checked = Checked::scope(&scope, &options(), &Quiet);
    let actions = checked.report.breaches.iter().map(|breach| match &breach.counterexample {
        Some(walk) => walk.actions.clone(),
        None => panic!("the search for a breach of {} in {} was cut", row.defect, scope.name),
    });
    let broken = broken_parts(&checked).into_iter().zip(actions).collect();
    Story { row, scope: scope.clone(), broken }
}

/// The stories of every defect in the scopes that it names, told once for all tests.
static STORIES: LazyLock<Vec<Story>> = LazyLock::new(|| {
    let scopes = explored();
    let named = |row: &'static Row| scopes.iter().filter(|scope| row.scopes.contains(&scope.name.as_str()));
    TABLE.iter().flat_map(|row| named(row).map(move |scope| story(row, scope))).collect()
});

/// How many states a scope has at most in which every defect is hunted that does not name it.
/// `VOUCHSAFE_FULL=1` hunts every defect everywhere.
const STATES_MAX: u64 = 1_000;

/// The matrix of the hunts for every defect in the scopes that tell of it, and in all small ones.
static MATRIX: LazyLock<Summary> = LazyLock::new(|| {
    let full = std::env::var_os("VOUCHSAFE_FULL").is_some();
    matrix(|honest| full || honest.states <= STATES_MAX)
});

#[test]
fn each_breaks_and_loses_exactly_what_it_says_where_it_says() {
    let set = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let mut wrong = Vec::new();
    for defect in &MATRIX.defects {
        let row = defect.row;
        let breaks: BTreeSet<String> = defect.breaks.iter().map(|broken| broken.promise.clone()).collect();
        let loses: BTreeSet<String> = defect.loses.iter().cloned().collect();
        let scopes: BTreeSet<String> = defect.scopes.iter().cloned().collect();
        let declared = (set(row.breaks), set(row.loses), set(row.scopes));
        if (&breaks, &loses, &scopes) != (&declared.0, &declared.1, &declared.2) {
            wrong.push(format!(
                "{}: shown {breaks:?} {loses:?} {scopes:?}, declared {declared:?}",
                row.defect
            ));
        }
        assert!(defect.is_caught(), "{} survives", row.defect);
        assert!(defect.bounded.is_empty(), "{}: {:?}", row.defect, defect.bounded);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_part_is_broken_and_every_clause_of_a_promise_or_witness_has_a_defect() {
    assert!(MATRIX.unbroken.is_empty(), "no defect breaks {:?}", MATRIX.unbroken);
    let register = Register::shipped().unwrap();
    let of = |clause: &&Clause| matches!(clause.disposition, Disposition::Promise | Disposition::Witness);
    let without: Vec<_> = register
        .clauses()
        .iter()
        .filter(of)
        .filter(|clause| TABLE.iter().all(|row| !row.clauses.contains(&clause.id.as_str())))
        .map(|clause| clause.id.clone())
        .collect();
    assert!(without.is_empty(), "no defect stands for {without:?}");
    for row in TABLE {
        for clause in row.clauses {
            assert!(register.clause(clause).is_some(), "{}: there is no clause {clause}", row.defect);
        }
    }
}

#[test]
fn what_was_written_blind_is_recorded_as_it_was() {
    let text = include_str!("../../../fixtures/blind.toml");
    let blind = Blind::read(text).unwrap();
    assert!(blind.len() * 2 >= NEW, "at least half of the {NEW} defects since then");
    let every = vouchsafe_oracle::promises::every::<vouchsafe_oracle::Checking>();
    for one in &blind {
        let row = TABLE.iter().find(|row| row.defect.name() == one.id);
        let row = row.unwrap_or_else(|| panic!("there is no defect {}", one.id));
        assert_eq!(one.clauses, row.clauses, "{}", one.id);
        for name in one.should_break.iter().chain(&one.should_lose) {
            let (id, piece) = name.split_once('/').unwrap();
            let promise = every.iter().find(|promise| promise.id == id).unwrap();
            let is_part = promise.parts.iter().any(|part| part.name == piece);
            let is_witness = promise.witnesses.iter().any(|witness| witness.name == piece);
            assert!(is_part || is_witness, "{}: {name}", one.id);
        }
        assert!(one.first_run == FirstRun::AsThought || one.mended.is_some(), "{}: what was done?", one.id);
    }
}

/// The defects that came with those that were written blind, these among them.
const NEW: usize = 35;

#[test]
fn every_promise_has_two_defects_that_differ() {
    // Two defects differ when they break another part, or by another story.
    let mut stories: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for story in STORIES.iter() {
        let product = Product::new(&story.scope);
        for (part, actions) in &story.broken {
            let run = Run::of(&product, actions).unwrap();
            let kinds: Vec<_> = run.observations().iter().map(|(_, saw)| saw.kind().to_string()).collect();
            let promise = part.split('/').next().unwrap().to_owned();
            stories.entry(promise).or_default().insert(format!("{part} {kinds:?}"));
        }
    }
    for promise in vouchsafe_oracle::promises::all::<vouchsafe_oracle::Checking>() {
        let ways = stories.get(promise.id).map_or(0, BTreeSet::len);
        let defects = TABLE.iter().filter(|row| row.breaks.contains(&promise.id)).count();
        assert!(defects >= 2 && ways >= 2, "{}: {defects} defects, {ways} stories", promise.id);
    }
}

#[test]
fn a_story_breaks_the_same_in_system_monitor_and_naive_evaluator_and_through_json() {
    for Story { row, scope, broken, .. } in STORIES.iter() {
        let product = Product::new(scope);
        for (part, actions) in broken {
            let run = Run::of(&product, actions).unwrap();
            assert_agreement(&product, &run);
            let text = replay::write(&product, &run, Default::default(), None);
            let trace = Trace::parse(&text).unwrap();
            let again = trace.scope(scope).unwrap();
            let replayed = replay::replay(&trace, Some(&again)).unwrap();
            let what = format!("{} {part} in {}", row.defect, scope.name);
            assert_eq!(replayed.same_observations, Some(true), "{what}");
            for by in [replayed.by_system.as_ref().unwrap(), &replayed.by_monitor, &replayed.by_naive] {
                assert!(by.contains(part), "{what}: {by:?}");
                assert_eq!(by, &trace.header.breaks.iter().cloned().collect(), "{what}");
            }
            // Written again it is the same text.
            let rerun = Run::named(&Product::new(&again), &trace.inputs).unwrap();
            assert_eq!(replay::write(&Product::new(&again), &rerun, Default::default(), None), text);
        }
    }
}

/// A failing run found by walking at random, for a defect that shows in a scope.
fn failing_run(product: &Product<'_>, part: &str) -> Option<Vec<Action>> {
    (0..4000u32).find_map(|seed| {
        let mut state = u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut choose = move |bound: u32| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 33) as u32 % bound
        };
        let actions = common::random_run(product, 60, &mut choose);
        breaks(product, &actions, part).then_some(actions)
    })
}

#[test]
fn failing_runs_shrink_to_the_shortest_story() {
    let (mut shrunk, mut shortest, mut longer) = (0, 0, Vec::new());
    // What no run breaks that ends, no walk finds.
    let leads = vouchsafe_oracle::promises::leads_to::<vouchsafe_oracle::Checking>();
    let found_by_walks = |id: &&str| leads.iter().all(|promise| promise.id != *id);
    let rows: Vec<_> = TABLE.iter().filter(|row| row.breaks.iter().any(&found_by_walks)).collect();
    for row in &rows {
        let mut asked = STORIES.iter().filter(|story| story.row.defect == row.defect).filter_map(|story| {
            let promise_asked = |part: &str| story.scope.asks(part.split('/').next().unwrap());
            story.broken.iter().find(|(part, _)| promise_asked(part)).map(|broken| (story, broken))
        });
        let Some((story, (part, shortest_story))) = asked.next() else {
            continue;
        };
        let product = &Product::new(&story.scope);
        let run = failing_run(product, part)
            .unwrap_or_else(|| panic!("{}: no random run breaks {part}", row.defect));
        let small = smaller(product, &run, part);
        for gone in 0..small.len() {
            let mut less = small.clone();
            less.remove(gone);
            assert!(!breaks(product, &less, part), "{}: {:?} is not 1-minimal", row.defect, small);
        }
        shrunk += 1;
        if small.len() == shortest_story.len() {
            shortest += 1;
        } else {
            longer.push(format!("{} {} instead of {}", row.defect, small.len(), shortest_story.len()));
        }
    }
    assert!(
        shrunk == rows.len() && shortest * 10 >= shrunk * 9,
        "{shortest} of {shrunk}; longer: {longer:?}"
    );
}
