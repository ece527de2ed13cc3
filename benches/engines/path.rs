//! The command path in process: from the press to the status shown, by each route, every promise judged at every
//! step; the same with each defect that weakens a guard on the way; and the guard's decision alone.

use criterion::{BatchSize, Criterion, Throughput};
use std::hint::black_box;
use vouchsafe_alphabet::Ticks;
use vouchsafe_benches::scope;
use vouchsafe_engine::product::State;
use vouchsafe_engine::profile::defects_of;
use vouchsafe_engine::{Product, Run, Scope};
use vouchsafe_system::{Action, Defects, Out, World};

/// A TV that is bound and checked, and a phone beside it.
const AT_HOME: &[&str] = &["bind(ana, tv1)", "check(tv1)"];
/// The same, with the phone elsewhere.
const AWAY: &[&str] = &["bind(ana, tv1)", "check(tv1)", "leave(phone1)"];

/// A route by name, what comes before, and the path itself.
const ROUTES: &[(&str, &[&str], &[&str])] = &[
    (
        "lan",
        AT_HOME,
        &["press(ana, tv1, volume-up)", "deliver(lan-command, press1, tv1)", "deliver(lan-ack, press1, tv1)"],
    ),
    (
        "relay",
        AWAY,
        &[
            "press(ana, tv1, volume-up)",
            "deliver(remote-command, press1, tv1)",
            "deliver(push-command, press1, tv1)",
            "deliver(status-report, press1, tv1)",
            "deliver(status-push, press1, tv1)",
        ],
    ),
];

/// The state before the path, and its inputs; nothing where the parties do not take them.
fn path(product: &Product<'_>, before: &[&str], inputs: &[&str]) -> Option<(State, Vec<Action>)> {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let first = Run::named(product, &names(before)).ok()?.last;
    let whole = Run::named(product, &names(&[before, inputs].concat())).ok()?;
    let actions = whole.steps.iter().filter_map(|step| step.action).skip(before.len()).collect();
    Some((first, actions))
}

/// The whole path with every promise judged.
fn walk(product: &Product<'_>, mut state: State, actions: &[Action], out: &mut Out) -> State {
    for &action in actions {
        out.clear();
        if let Ok((next, ..)) = product.take(&state, action, out) {
            state = next;
        }
    }
    state
}

/// The path through the parties alone.
fn step(scope: &Scope, mut world: World<Ticks>, actions: &[Action], out: &mut Out) -> World<Ticks> {
    for &action in actions {
        out.clear();
        if let Ok(next) = scope.setup.step(&world, action, (), out) {
            world = next;
        }
    }
    world
}

pub(crate) fn benchmark(criterion: &mut Criterion) {
    let honest = scope("control");
    let mut group = criterion.benchmark_group("path");
    group.throughput(Throughput::Elements(1));
    let mut out = Out::default();
    for (route, before, inputs) in ROUTES {
        let product = Product::new(&honest);
        let Some((first, actions)) = path(&product, before, inputs) else {
            panic!("the parties take the path by {route}");
        };
        group.bench_function(format!("{route}/judged"), |bencher| {
            bencher.iter_batched_ref(
                || first,
                |state| walk(&product, black_box(*state), &actions, &mut out),
                BatchSize::SmallInput,
            );
        });
        group.bench_function(format!("{route}/parties-alone"), |bencher| {
            bencher.iter(|| step(&honest, black_box(first.world), &actions, &mut out));
        });
        if let Some(&press) = actions.first() {
            group.bench_function(format!("{route}/press-alone"), |bencher| {
                bencher.iter(|| step(&honest, black_box(first.world), &[press], &mut out));
            });
        }
        for defect in defects_of(&honest.name) {
            let mut broken = honest.clone();
            broken.setup.defects = Defects::one(defect);
            let product = Product::new(&broken);
            if let Some((first, actions)) = path(&product, before, inputs) {
                group.bench_function(format!("{route}/with-{defect}"), |bencher| {
                    bencher.iter(|| walk(&product, black_box(first), &actions, &mut out));
                });
            }
        }
    }
    // A press for a TV that nobody has bound: the guard says no, and nothing else happens.
    let product = Product::new(&honest);
    let (opening, _) = product.opening();
    let Some((_, actions)) = path(&product, AT_HOME, &["press(ana, tv1, volume-up)"]) else {
        panic!("a key can be pressed");
    };
    group.bench_function("guard-refuses", |bencher| {
        bencher.iter(|| step(&honest, black_box(opening.world), &actions, &mut out));
    });
    group.finish();
}
