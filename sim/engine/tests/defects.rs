//! Each defect breaks exactly what its row says, and its story breaks the same everywhere.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod common;

use common::{assert_agreement, explored, with};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use vouchsafe_engine::check::{broken_parts, owed_parts};
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
    /// Parts that a fair run owes for ever; no run that ends breaks them.
    owed: Vec<String>,
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
    Story { row, scope: scope.clone(), broken, owed: owed_parts(&checked) }
}

/// The stories of every defect in the scopes that it names, told once for all tests.
static STORIES: LazyLock<Vec<Story>> = LazyLock::new(|| {
    let scopes = explored();
    let named = |row: &'static Row| scopes.iter().filter(|scope| row.scopes.contains(&scope.name.as_str()));
    TABLE.iter().flat_map(|row| named(row).map(move |scope| story(row, scope))).collect()
});

/// How many states a scope has at most in which every defect is looked for that does not name it.
/// `VOUCHSAFE_FULL=1` looks for every defect everywhere.
const STATES_MAX: u64 = 1_000;

/// The scopes in which a defect that does not name them is looked for.
static ELSEWHERE: LazyLock<Vec<Scope>> = LazyLock::new(|| {
    let full = std::env::var_os("VOUCHSAFE_FULL").is_some();
    let small = |scope: &Scope| Checked::scope(scope, &options(), &Quiet).report.states <= STATES_MAX;
    explored().into_iter().filter(|scope| full || small(scope)).collect()
});

/// Every scope in which a defect breaks a promise that the scope decides, and everything that it breaks there.
fn shown(row: &'static Row) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut scopes, mut promises) = (BTreeSet::new(), BTreeSet::new());
    let mut note = |story: &Story| {
        let of = |part: &String| part.split('/').next().unwrap().to_owned();
        let parts = story.broken.iter().map(|(part, _)| part).chain(&story.owed);
        let broken: BTreeSet<String> = parts.map(of).collect();
        if broken.iter().any(|promise| story.scope.asks(promise)) {
            scopes.insert(story.scope.name.clone());
            promises.extend(broken);
        }
    };
    STORIES.iter().filter(|story| story.row.defect == row.defect).for_each(&mut note);
    let others = ELSEWHERE.iter().filter(|scope| !row.scopes.contains(&scope.name.as_str()));
    others.map(|scope| story(row, scope)).for_each(|story| note(&story));
    (scopes, promises)
}

#[test]
fn each_breaks_exactly_what_it_says_where_it_says() {
    let mut wrong = Vec::new();
    for row in TABLE {
        let set = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
        let declared = (set(row.scopes), set(row.breaks));
        let shown = shown(row);
        if shown != declared || shown.1.is_empty() {
            wrong.push(format!("{}: shown {shown:?}, declared {declared:?}", row.defect));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

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
