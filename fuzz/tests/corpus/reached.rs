//! What a file of the corpus reaches, in words: triggers, breaches, refusals, faults that it tells apart.

use crate::canary;
use std::collections::BTreeSet;
use std::fmt::Debug;
use vouchsafe_engine::agreement::Saying;
use vouchsafe_engine::findings::Findings;
use vouchsafe_engine::{Product, replay};
use vouchsafe_fuzz::{agreement, defective, honest, log, register, scope, trace};

/// What these bytes reach in this target.
pub(crate) fn by(target: &str, data: &[u8]) -> BTreeSet<String> {
    match target {
        "agreement" => agreement(data),
        "defective" => defective(data),
        "honest" => honest(data),
        "log" => log(data),
        "register" => BTreeSet::from([
            register::read(data).map_or_else(|error| variant(&error), |_| "accepted".to_owned())
        ]),
        "scope" => BTreeSet::from([
            scope::read(data).map_or_else(|error| variant(&error), |scope| scope.kind.name().to_owned())
        ]),
        "trace" => {
            BTreeSet::from(
                [trace::read(data).map_or_else(|error| variant(&error), |_| "accepted".to_owned())],
            )
        }
        _ => panic!("there is no target {target}"),
    }
}

/// The name of an error's variant.
fn variant(error: &impl Debug) -> String {
    format!("{error:?}").split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

fn agreement(data: &[u8]) -> BTreeSet<String> {
    let case = agreement::Case::of(data);
    let mut reached: BTreeSet<String> = case
        .sayings()
        .iter()
        .flat_map(|saying| match saying {
            Saying::Triggered(promise) => vec![format!("{promise} triggered")],
            Saying::Witnessed(promise, witness) => vec![format!("{promise}/{witness} witnessed")],
            Saying::BrokenAt(promise, part, _) | Saying::BrokenWhenEnded(promise, part, ..) => {
                vec![format!("{promise} broken"), format!("{promise}/{part} broken")]
            }
            Saying::Pending(promise, ..) => vec![format!("{promise} pending")],
        })
        .collect();
    reached.extend(canary::deadlines_told_apart(&case).into_iter().map(|name| format!("deadline {name}")));
    reached
}

/// What the run with a defect breaks, named with the defect.
fn defective(data: &[u8]) -> BTreeSet<String> {
    let Some(case) = defective::Case::of(data) else { return BTreeSet::new() };
    case.broken().into_iter().map(|promise| format!("{} breaks {promise}", case.defect)).collect()
}

fn honest(data: &[u8]) -> BTreeSet<String> {
    let Some((scope, bytes)) = honest::scope(data) else { return BTreeSet::new() };
    let product = Product::new(scope);
    let run = honest::run(&product, bytes);
    assert_eq!(replay::parts(&product, &run), Vec::<String>::new());
    let found = Findings::of_checker(&product, &run);
    let named = |what: &'static str, names: BTreeSet<String>| {
        names.into_iter().map(move |name| format!("{}: {name} {what}", scope.name))
    };
    let mut reached: BTreeSet<_> = named("triggered", found.triggered).collect();
    reached.extend(named("witnessed", found.witnessed));
    reached.extend(canary::defects_shown(data).into_iter().map(|name| format!("defect {name}")));
    reached
}

fn log(data: &[u8]) -> BTreeSet<String> {
    let fed = log::feed(data);
    let mut reached: BTreeSet<_> = fed.refusals.iter().map(variant).collect();
    if fed.report.refused_lines > fed.refusals.len() as u64 {
        reached.insert("no-text".into());
    }
    if !fed.report.unknown.is_empty() {
        reached.insert("unknown".into());
    }
    reached.insert(fed.report.verdict().name().into());
    reached
}
