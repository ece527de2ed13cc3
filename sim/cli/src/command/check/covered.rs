//! What random walks have covered, as people read it and in JSON.

use super::plan::Plan;
use crate::moment::count;
use crate::page::Page;
use serde::Serialize;
use vouchsafe_engine::Checked;
use vouchsafe_engine::coverage::{Coverage, Share};
use vouchsafe_explore::{RandomWalk, Walked};
use vouchsafe_system::Action;

/// What was covered of a scope, in JSON.
#[derive(Serialize)]
pub(super) struct Covered {
    seed: u64,
    walks_asked_for: u64,
    walks: u64,
    steps: u64,
    /// Steps that were possible on the way, whether taken or not.
    steps_judged: u64,
    steps_per_second: f64,
    depth_mean: f64,
    dead_ends: u64,
    /// Whether the number of states is exact, or an estimate because the memory allowed was full.
    states_exact: bool,
    new_states_by_tenth: Vec<u64>,
    new_states_in_last_tenth: u64,
    triggers: Part,
    witnesses: Part,
    inputs: Part,
    inputs_never_taken: Vec<&'static str>,
}

#[derive(Serialize)]
struct Part {
    reached: usize,
    of: usize,
}

impl From<Share> for Part {
    fn from(share: Share) -> Self {
        Self { reached: share.reached, of: share.of }
    }
}

fn coverage(plan: &Plan, place: usize, checked: &Checked<'_>, walked: &Walked<Action>) -> Coverage {
    let asked =
        |number| plan.asked.iter().any(|asked| asked.number == number && asked.scopes.contains(&place));
    Coverage::of(checked, walked, asked)
}

/// How many steps were taken a second.
fn rate(steps: u64, seconds: f64) -> f64 {
    if seconds > 0.0 { steps as f64 / seconds } else { 0.0 }
}

/// What was covered of the scope at this place; nothing where it was not walked.
pub(super) fn json(plan: &Plan, place: usize, checked: &Checked<'_>) -> Option<Covered> {
    let (how, walked) = (plan.walk?, checked.walked.as_ref()?);
    let covered = coverage(plan, place, checked, walked);
    Some(Covered {
        seed: how.seed,
        walks_asked_for: how.walks,
        walks: walked.walks,
        steps: walked.steps,
        steps_judged: walked.judged,
        steps_per_second: rate(walked.steps, checked.seconds),
        depth_mean: walked.depth_mean(),
        dead_ends: walked.dead_ends,
        states_exact: walked.exact,
        new_states_by_tenth: walked.fresh.clone(),
        new_states_in_last_tenth: walked.fresh.last().copied().unwrap_or_default(),
        triggers: covered.triggers.into(),
        witnesses: covered.witnesses.into(),
        inputs: covered.words.into(),
        inputs_never_taken: covered.never_taken,
    })
}

/// What was covered, a paragraph a scope.
pub(super) fn text(page: &Page, plan: &Plan, checked: &[Checked<'_>]) -> String {
    let mut text = String::new();
    for (place, checked) in checked.iter().enumerate() {
        let (Some(how), Some(walked)) = (plan.walk, &checked.walked) else { continue };
        text.push_str(&page.heading(&format!("What the walks covered of {}", checked.product.scope().name)));
        text.push_str(&page.table(
            2,
            &[],
            rows(how, checked, walked, &coverage(plan, place, checked, walked)),
        ));
    }
    text
}

fn rows(
    how: RandomWalk,
    checked: &Checked<'_>,
    walked: &Walked<Action>,
    covered: &Coverage,
) -> Vec<Vec<String>> {
    let of = |share: Share| format!("{} of {}", share.reached, share.of);
    let asked = if walked.walks == how.walks { String::new() } else { format!(" of {}", how.walks) };
    let exact =
        if walked.exact { "distinct" } else { "distinct, by an estimate: the memory allowed was full" };
    let never = match covered.never_taken.as_slice() {
        [] => "each was taken".to_owned(),
        never => format!("{}; never taken: {}", of(covered.words), never.join(", ")),
    };
    let ended = match walked.dead_ends {
        0 => "none ended early",
        ends => &format!("{} ended early, where no input was possible", count(ends, "walk")),
    };
    [
        ("walks", format!("{}{asked}, from the seed {}", walked.walks, how.seed)),
        (
            "depth",
            format!(
                "{:.1} inputs on average, {} at the most; {ended}",
                walked.depth_mean(),
                checked.report.depth,
            ),
        ),
        ("steps", format!("{} taken, {} possible on the way and judged", walked.steps, walked.judged)),
        ("states", format!("{} {exact}", checked.report.states)),
        ("new states", flattening(walked)),
        ("triggers", format!("{} of what is asked", of(covered.triggers))),
        ("witnesses", of(covered.witnesses)),
        ("inputs", never),
    ]
    .into_iter()
    .map(|(what, words)| vec![what.to_owned(), words])
    .collect()
}

/// How far the curve of new states has come down.
fn flattening(walked: &Walked<Action>) -> String {
    let (last, all) = (walked.fresh.last().copied().unwrap_or_default(), walked.fresh.iter().sum::<u64>());
    let last = match last {
        0 => "the last tenth of the walks found none".to_owned(),
        _ => format!("the last tenth of the walks found {:.1} % of them", 100.0 * last as f64 / all as f64),
    };
    let tenths: Vec<String> = walked.fresh.iter().map(u64::to_string).collect();
    format!("{last}; by tenths {}", tenths.join(" "))
}

/// The closing sentence of the table of scopes.
pub(super) fn totals(checked: &[Checked<'_>]) -> String {
    let walked = || checked.iter().filter_map(|checked| checked.walked.as_ref());
    let steps = walked().map(|walked| walked.steps).sum();
    let seconds: f64 = checked.iter().map(|checked| checked.seconds).sum();
    format!(
        "{}, {} and {} in {seconds:.1} s: {:.0} steps taken and {:.0} judged a \
         second. Walks exhaust nothing, so nothing is proved.",
        count(checked.len() as u64, "scope"),
        count(walked().map(|walked| walked.walks).sum(), "walk"),
        count(steps, "step"),
        rate(steps, seconds),
        rate(walked().map(|walked| walked.judged).sum(), seconds),
    )
}
