//! Writing the seeds of the corpus: of random bytes those that reach something new, and the texts.

use crate::{canary, folder, reached, texts};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::{Checked, Product, Scope, shipped};
use vouchsafe_explore::{Options, Quiet, Space};
use vouchsafe_fuzz::agreement::Case;
use vouchsafe_system::Action;
use vouchsafe_system::defects::TABLE;

/// The name of a seed, and its bytes.
pub(crate) type Seed = (String, Vec<u8>);

/// How many byte strings are tried.
const TRIES: usize = 8000;
/// The most of them that are kept.
const KEPT_MAX: usize = 120;

/// Writes the seeds of every target, in place of those that are there.
pub(crate) fn write() {
    let mut agreement = chosen("agreement", |rng| bytes(rng, 60, 420));
    agreement.extend(told_apart(&agreement));
    keep("agreement", agreement);
    keep("defective", defective_runs());
    keep("honest", honest_runs());
    keep("log", texts::logs());
    keep("register", texts::registers());
    keep("scope", texts::scopes());
    keep("trace", texts::traces());
}

fn keep(target: &str, seeds: Vec<Seed>) {
    let folder = folder(target);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for entry in std::fs::read_dir(&folder).expect("it is there") {
        let path = entry.expect("it can be read").path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("seed-")) {
            std::fs::remove_file(path).expect("it can be removed");
        }
    }
    for (name, data) in seeds {
        std::fs::write(folder.join(format!("seed-{name}")), data).expect("it can be written");
    }
}

/// Random bytes, at least `low` and fewer than `high`.
pub(crate) fn bytes(rng: &mut ChaCha8Rng, low: usize, high: usize) -> Vec<u8> {
    let mut data = vec![0; low + rng.next_u32() as usize % (high - low)];
    rng.fill_bytes(&mut data);
    data
}

/// Of many, the few that together reach the most: each is the one that adds most to those before it.
fn chosen(target: &str, mut make: impl FnMut(&mut ChaCha8Rng) -> Vec<u8>) -> Vec<Seed> {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let tried = (0..TRIES).map(|_| make(&mut rng));
    let mut tried: Vec<_> = tried.map(|data| (reached::by(target, &data), data)).collect();
    let mut known = BTreeSet::new();
    let mut kept = Vec::new();
    while kept.len() < KEPT_MAX {
        let adds = |reached: &BTreeSet<String>| reached.difference(&known).count();
        let worth = tried.iter().map(|(reached, data)| (adds(reached), Reverse(data.len())));
        let best = worth.enumerate().max_by_key(|(_, worth)| *worth).filter(|(_, (adds, _))| *adds > 0);
        let Some((best, _)) = best else { break };
        let (reached, data) = tried.swap_remove(best);
        known.extend(reached);
        kept.push((format!("{:02}", kept.len() + 1), data));
    }
    kept
}

/// For each deadline that no seed tells from a longer one, one that does, where enough tries come upon it.
fn told_apart(seeds: &[Seed]) -> Vec<Seed> {
    let told = |data: &[u8]| canary::deadlines_told_apart(&Case::of(data));
    let known: BTreeSet<_> = seeds.iter().flat_map(|(_, data)| told(data)).collect();
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let mut found = Vec::new();
    for (name, ..) in vouchsafe_alphabet::Deadlines::default().each() {
        if known.contains(name) {
            continue;
        }
        let data = (0..TRIES).map(|_| bytes(&mut rng, 300, 420)).find(|data| canary::tells_apart(data, name));
        found.extend(data.map(|data| (format!("tells-{name}"), data)));
    }
    found
}

/// Runs with a defect that together break the most.
fn defective_runs() -> Vec<Seed> {
    let places = shipped::default_scopes().len();
    chosen("defective", |rng| {
        let (place, defect) = (rng.next_u32() as usize % places, rng.next_u32());
        [vec![place as u8, defect as u8], bytes(rng, 5, 41)].concat()
    })
}

/// Runs that reach the most, and for each defect that none of them shows the shortest run that does.
fn honest_runs() -> Vec<Seed> {
    let scopes = shipped::default_scopes();
    let mut seeds = chosen("honest", |rng| {
        let place = (rng.next_u32() as usize % scopes.len()) as u8;
        [vec![place], bytes(rng, 10, 61)].concat()
    });
    seeds.extend(untriggered(&scopes, &seeds));
    let shown: BTreeSet<_> = seeds.iter().flat_map(|(_, data)| canary::defects_shown(data)).collect();
    for row in TABLE.iter().filter(|row| !shown.contains(row.defect.name())) {
        let mut places = (0..).zip(&scopes).filter(|(_, scope)| row.scopes.contains(&scope.name.as_str()));
        let shortest = places.find_map(|(place, scope)| {
            let scope = canary::with(scope, row.defect);
            let checked = Checked::scope(&scope, &Options::default(), &Quiet);
            let walk = checked.report.breaches.iter().find_map(|breach| breach.counterexample.as_ref())?;
            let mut data = vec![place];
            data.extend(choices_of(&checked.product, &walk.actions));
            Some(data)
        });
        seeds.extend(shortest.map(|data| (format!("shows-{}", row.defect.name()), data)));
    }
    seeds
}

/// For each promise that no run triggers where it is decided, a run that does.
fn untriggered(scopes: &[Scope], seeds: &[Seed]) -> Vec<Seed> {
    let reached: BTreeSet<_> = seeds.iter().flat_map(|(_, data)| reached::by("honest", data)).collect();
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let mut found = Vec::new();
    let first = scopes.first().expect("there are scopes");
    for promise in Product::new(first).promises() {
        let deciding = (0..).zip(scopes).filter(|(_, scope)| scope.asks(promise.id));
        let deciding: Vec<(u8, String)> = deciding
            .map(|(place, scope)| (place, format!("{}: {} triggered", scope.name, promise.id)))
            .collect();
        if deciding.iter().any(|(_, wanted)| reached.contains(wanted)) {
            continue;
        }
        let run = (0..TRIES).find_map(|number| {
            let (place, wanted) = deciding.get(number % deciding.len())?;
            let data = [vec![*place], bytes(&mut rng, 10, 61)].concat();
            reached::by("honest", &data).contains(wanted).then_some(data)
        });
        found.extend(run.map(|data| (format!("triggers-{}", promise.id.to_lowercase()), data)));
    }
    found
}

/// The bytes that choose these inputs, each by its place among those that are enabled.
fn choices_of(product: &Product<'_>, actions: &[Action]) -> Vec<u8> {
    let (mut state, _) = product.opening();
    let mut data = Vec::new();
    for action in actions {
        let enabled = || product.actions().iter().filter(|action| product.step(&state, action).is_some());
        assert!(enabled().count() <= 256, "a byte chooses among them");
        let place = enabled().position(|other| other == action).expect("the input is enabled");
        data.push(place as u8);
        state = product.step(&state, action).expect("the input is enabled").0;
    }
    data
}
