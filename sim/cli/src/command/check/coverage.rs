//! What exploring has exercised, for people and in JSON: inputs, guards, and parts of promises.

use super::Check;
use super::plan::Plan;
use crate::command::watch::Watch;
use crate::failure::Failure;
use crate::moment::count;
use crate::page::{Page, Tone};
use crate::progress::Progress;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::Checked;
use vouchsafe_engine::cases::BareSlots;
use vouchsafe_engine::exercise::{DutyUse, Exercise, InputUse, PartUse};
use vouchsafe_explore::Extent;
use vouchsafe_system::Refusal;

/// No more inputs are listed for a guard than these.
const WORDS_MAX: usize = 4;

/// Refuses what cannot be counted.
pub(super) fn agree(options: &Check) -> Result<(), Failure> {
    if options.coverage && options.walks.how().is_some() {
        return Err(Failure::usage(
            "`--coverage` counts while every step is explored, and `--walk` takes some of them at random",
            "give one of the two; the report of `--walk` says what the walks covered",
        ));
    }
    Ok(())
}

/// Explores every scope of the plan once more, and counts; nothing where that was not asked for.
pub(super) fn all(plan: &Plan, options: &Check, checked: &[Checked<'_>], quiet: bool) -> Vec<Exercise> {
    if !options.coverage {
        return Vec::new();
    }
    let progress = Progress::of_explorations(plan.items.len() as u64, quiet);
    let start = Instant::now();
    let places = plan.items.iter().zip(checked).enumerate();
    let exercise = |(place, (item, checked)): (usize, (&super::plan::Item, &Checked<'_>))| {
        let watch = Watch { progress: &progress, scope: &item.chosen.scope.name, place, doing: "counting" };
        let left = options.limits.max_seconds.map(|whole| (whole - start.elapsed().as_secs_f64()).max(0.0));
        // What was not exhausted with all threads is not exhausted with one.
        let mut limits = options.limits.options(item.wide, options.deep, left);
        if !checked.exhausted() {
            limits.states_max = limits.states_max.or(Some(checked.report.states));
        }
        Exercise::of(&checked.product, &limits, &watch)
    };
    places.map(exercise).collect()
}

/// What was exercised of a scope, in JSON.
#[derive(Serialize)]
pub(super) struct Coverage<'a> {
    scope: &'a str,
    /// What cut the counting short; null where everything was counted.
    cut_by: Option<String>,
    states: u64,
    /// The states in which every input was tried.
    expanded: u64,
    inputs: Vec<Input>,
    refusals: Vec<Guard<'a>>,
    parts: Vec<Part<'a>>,
    duties: Vec<Duty>,
}

#[derive(Serialize)]
struct Input {
    name: String,
    word: &'static str,
    enabled: u64,
    taken: u64,
    to_new_states: u64,
}

#[derive(Serialize)]
struct Guard<'a> {
    name: &'static str,
    seen: u64,
    by_word: &'a BTreeMap<&'static str, u64>,
}

#[derive(Serialize)]
struct Part<'a> {
    promise: &'a str,
    part: &'a str,
    judged: u64,
    decisive: u64,
    failed: u64,
}

#[derive(Serialize)]
struct Duty {
    promise: &'static str,
    part: &'static str,
    opened: u64,
    answered: u64,
}

/// What was exercised of each scope; nothing where that was not asked for.
pub(super) fn json<'a>(
    plan: &Plan,
    checked: &'a [Checked<'_>],
    exercises: &'a [Exercise],
) -> Option<Vec<Coverage<'a>>> {
    let of = |(place, (checked, exercise)): (usize, (&'a Checked<'_>, &'a Exercise))| {
        let scope = checked.product.scope();
        let names = BareSlots(&scope.names);
        let input = |input: &InputUse| Input {
            name: input.action.name(&names),
            word: input.action.word(),
            enabled: input.enabled,
            taken: input.taken,
            to_new_states: input.fresh,
        };
        let guard = |(refusal, by_word): (&Refusal, &'a BTreeMap<&'static str, u64>)| Guard {
            name: refusal.name(),
            seen: by_word.values().sum(),
            by_word,
        };
        Coverage {
            scope: &scope.name,
            cut_by: cut_by(exercise),
            states: exercise.states,
            expanded: exercise.expanded,
            inputs: exercise.inputs.iter().map(input).collect(),
            refusals: exercise.refusals.iter().map(guard).collect(),
            parts: parts(plan, place, checked, exercise)
                .map(|(_, promise, part, used)| Part {
                    promise,
                    part,
                    judged: used.judged,
                    decisive: used.decisive,
                    failed: used.failed,
                })
                .collect(),
            duties: duties(plan, place, exercise)
                .map(|&DutyUse { id, part, opened, answered, .. }| Duty {
                    promise: id,
                    part,
                    opened,
                    answered,
                })
                .collect(),
        }
    };
    (!exercises.is_empty()).then(|| checked.iter().zip(exercises).enumerate().map(of).collect())
}

fn cut_by(exercise: &Exercise) -> Option<String> {
    match exercise.extent {
        Extent::Exhausted => None,
        Extent::Cut(reason) => Some(reason.to_string()),
    }
}

/// The numbers of the promises that a scope is asked about.
fn asked(plan: &Plan, place: usize) -> Vec<usize> {
    let asked = plan.asked.iter().filter(|asked| asked.scopes.contains(&place));
    asked.map(|asked| asked.number).collect()
}

/// The parts of the promises that a scope is asked about, with their numbers and how often each was exercised.
fn parts<'a>(
    plan: &Plan,
    place: usize,
    checked: &'a Checked<'_>,
    exercise: &'a Exercise,
) -> impl Iterator<Item = (usize, &'static str, &'static str, PartUse)> {
    let asked = asked(plan, place);
    let product = &checked.product;
    let parts = product.layout().parts().iter().zip(&exercise.parts).enumerate();
    let parts = parts.filter(move |(_, ((promise, _), _))| asked.contains(promise));
    parts.filter_map(|(bit, (&(promise, part), used))| {
        let promise = product.promises().get(promise)?;
        Some((bit, promise.id, promise.parts.get(part)?.name, *used))
    })
}

/// The parts that are owed sooner or later of the promises that a scope is asked about.
fn duties<'e>(plan: &Plan, place: usize, exercise: &'e Exercise) -> impl Iterator<Item = &'e DutyUse> {
    let asked = asked(plan, place);
    exercise.duties.iter().filter(move |duty| asked.contains(&duty.promise))
}

/// What was exercised, for people; nothing where that was not asked for.
pub(super) fn text(page: &Page, plan: &Plan, checked: &[Checked<'_>], exercises: &[Exercise]) -> String {
    if exercises.is_empty() {
        return String::new();
    }
    let mut text = page.heading("Coverage: inputs");
    text.push_str(&inputs(page, checked, exercises));
    text.push_str(&page.heading("Coverage: guards that refused an input"));
    text.push_str(&guards(page, exercises));
    text.push_str(&page.heading("Coverage: parts of promises, in the scopes that are asked about them"));
    text.push_str(&promises(page, plan, checked, exercises));
    text.push_str(&owed(page, plan, exercises));
    for (checked, exercise) in checked.iter().zip(exercises) {
        if let Some(reason) = cut_by(exercise) {
            let words = format!(
                "Of {} not everything was counted: it was stopped by {reason}, with every input tried in {} of {} \
                 found. What is never seen there may come about later.",
                checked.product.scope().name,
                exercise.expanded,
                count(exercise.states, "state"),
            );
            text.push_str(&page.hanging("  ", &words));
        }
    }
    text
}

fn tone(zero: bool) -> Tone {
    if zero { Tone::Open } else { Tone::Plain }
}

/// Each input of a scope that stands alone, and of several scopes each word with which inputs begin.
fn inputs(page: &Page, checked: &[Checked<'_>], exercises: &[Exercise]) -> String {
    let mut rows: Vec<(String, u64, u64)> = Vec::new();
    if let ([checked], [exercise]) = (checked, exercises) {
        let names = BareSlots(&checked.product.scope().names);
        rows.extend(exercise.inputs.iter().map(|used| (used.action.name(&names), used.taken, used.fresh)));
    } else {
        let mut by_word: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for used in exercises.iter().flat_map(|exercise| &exercise.inputs) {
            let (taken, fresh) = by_word.entry(used.action.word()).or_default();
            *taken += used.taken;
            *fresh += used.fresh;
        }
        rows.extend(by_word.into_iter().map(|(word, (taken, fresh))| (word.to_owned(), taken, fresh)));
    }
    let row = |(name, taken, fresh): (String, u64, u64)| {
        (tone(taken == 0), vec![name, taken.to_string(), fresh.to_string()])
    };
    let head = ["input", "taken", "to new states"];
    let mut text = page.toned(2, &head, rows.into_iter().map(row).collect());
    text.push_str(
        &page.hanging("  ", "Taken: once in each state that enables it, since every step is explored."),
    );
    let idle: Vec<Vec<String>> = checked.iter().zip(exercises).filter_map(|(of, by)| idle(of, by)).collect();
    if checked.len() > 1 && !idle.is_empty() {
        text.push_str(&page.heading("Coverage: inputs that a scope offers and none of its states enables"));
        text.push_str(&page.table(2, &["scope", "inputs", "nothing at all of"], idle));
        text.push_str(&page.hanging("  ", "`check --scope NAME --coverage` names each."));
    }
    text
}

/// How many inputs of a scope were never taken, and the words of which none was.
fn idle(checked: &Checked<'_>, exercise: &Exercise) -> Option<Vec<String>> {
    let never = exercise.never_taken().count();
    let taken = |word: &str| exercise.inputs.iter().any(|used| used.action.word() == word && used.taken > 0);
    let words: BTreeSet<&str> =
        exercise.never_taken().map(|action| action.word()).filter(|word| !taken(word)).collect();
    let words: Vec<&str> = words.into_iter().collect();
    (never > 0).then(|| {
        vec![
            checked.product.scope().name.clone(),
            format!("{never} of {}", exercise.inputs.len()),
            words.join(", "),
        ]
    })
}

fn guards(page: &Page, exercises: &[Exercise]) -> String {
    let mut seen: BTreeMap<Refusal, BTreeMap<&str, u64>> = BTreeMap::new();
    for exercise in exercises {
        for (refusal, by_word) in &exercise.refusals {
            for (word, count) in by_word {
                *seen.entry(*refusal).or_default().entry(word).or_default() += count;
            }
        }
    }
    let row = |(refusal, by_word): (&Refusal, &BTreeMap<&str, u64>)| {
        let mut words: Vec<(&str, u64)> = by_word.iter().map(|(word, count)| (*word, *count)).collect();
        words.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), *word));
        let mut named: Vec<String> =
            words.iter().take(WORDS_MAX).map(|(word, count)| format!("{word} {count}")).collect();
        if words.len() > WORDS_MAX {
            named.push(format!("and {} more", words.len() - WORDS_MAX));
        }
        vec![refusal.name().to_owned(), by_word.values().sum::<u64>().to_string(), named.join(", ")]
    };
    let mut text = page.table(2, &["guard", "seen", "most often at"], seen.iter().map(row).collect());
    let never: Vec<&str> = Refusal::ALL
        .iter()
        .filter(|refusal| !seen.contains_key(refusal))
        .map(|refusal| refusal.name())
        .collect();
    if !never.is_empty() && exercises.len() > 1 {
        text.push_str(&page.hanging("  ", &format!("Never seen: {}.", never.join(", "))));
    }
    text
}

fn promises(page: &Page, plan: &Plan, checked: &[Checked<'_>], exercises: &[Exercise]) -> String {
    // Parts stand in the order of the promises, whichever scope is asked first.
    let mut used: BTreeMap<usize, (&str, &str, PartUse)> = BTreeMap::new();
    for (place, (checked, exercise)) in checked.iter().zip(exercises).enumerate() {
        for (bit, promise, part, more) in parts(plan, place, checked, exercise) {
            used.entry(bit).or_insert((promise, part, PartUse::default())).2.join(more);
        }
    }
    let row = |(promise, part, used): &(&str, &str, PartUse)| {
        let numbers = [used.judged, used.decisive, used.failed].map(|number| number.to_string());
        let [judged, decisive, failed] = numbers;
        let tone = if used.failed > 0 { Tone::Bad } else { tone(used.decisive == 0) };
        (tone, vec![format!("{promise}/{part}"), judged, decisive, failed])
    };
    let mut text = page.toned(2, &["part", "judged", "decisive", "failed"], used.values().map(row).collect());
    text.push_str(&page.hanging(
        "  ",
        "Decisive: the trigger was so and every other part held, so the verdict hung on this one.",
    ));
    text
}

/// Nothing where no scope is asked about a promise that leads to something.
fn owed(page: &Page, plan: &Plan, exercises: &[Exercise]) -> String {
    let mut used: BTreeMap<(usize, &str), (&str, u64, u64)> = BTreeMap::new();
    for (place, exercise) in exercises.iter().enumerate() {
        for duty in duties(plan, place, exercise) {
            let (_, opened, answered) = used.entry((duty.promise, duty.part)).or_insert((duty.id, 0, 0));
            *opened += duty.opened;
            *answered += duty.answered;
        }
    }
    if used.is_empty() {
        return String::new();
    }
    let row = |((_, part), (promise, opened, answered)): (&(usize, &str), &(&str, u64, u64))| {
        let cells = vec![format!("{promise}/{part}"), opened.to_string(), answered.to_string()];
        (tone(*opened == 0 || *answered == 0), cells)
    };
    let mut text = page
        .heading("Coverage: parts that are owed sooner or later, in the scopes that are asked about them");
    text.push_str(&page.toned(2, &["part", "opened", "answered"], used.iter().map(row).collect()));
    text.push_str(&page.hanging(
        "  ",
        "Opened: somebody comes to owe it. Answered: it comes about, owed or not. Whether it may be put off for ever is \
         decided on the whole graph.",
    ));
    text
}
