//! Exploring the scopes of a plan one after the other, each with its share of the time.

use super::Check;
use super::plan::{Item, Plan};
use crate::command::watch::Watch;
use crate::interrupt;
use crate::progress::Progress;
use std::time::Instant;
use vouchsafe_engine::Checked;
use vouchsafe_explore::{Extent, Reason};

/// A wide scope gets no more seconds than these at first, without an option.
const SECONDS_WIDE: f64 = 6.0;
/// With wide scopes the whole stays below five minutes without an option.
const SECONDS_DEEP: f64 = 280.0;

/// Explores every scope of the plan; after an interruption the rest is left as it opens.
pub(super) fn all<'a>(plan: &'a Plan, options: &Check, quiet: bool) -> Vec<Checked<'a>> {
    let progress = Progress::of_explorations(plan.items.len() as u64, quiet);
    let start = Instant::now();
    let explore = |place: usize, item: &'a Item, seconds: Option<f64>| {
        let scope = &item.chosen.scope;
        let limits = options.limits.options(item.wide, options.deep, seconds);
        let watch = Watch { progress: &progress, scope: &scope.name, place, doing: "exploring" };
        match plan.walk {
            Some(how) => Checked::walk(scope, how, &limits, &watch),
            None => Checked::asked(scope, |promise| plan.asks(place, promise.id), &limits, &watch),
        }
    };
    let mut checked: Vec<_> = Vec::new();
    for (place, item) in plan.items.iter().enumerate() {
        let left = plan.items.len() - place;
        checked.push(explore(place, item, first_share(options, item.wide, start, left)));
    }
    // What is left of the time goes to those that needed more than their share.
    let out_of_time = Extent::Cut(Reason::Seconds);
    let mut left = checked.iter().filter(|checked| checked.report.extent == out_of_time).count();
    for (place, item) in plan.items.iter().enumerate() {
        let Some(known) = checked.get_mut(place) else { continue };
        if options.limits.max_seconds.is_none() && known.report.extent == out_of_time {
            let share = remaining(SECONDS_DEEP, start) / left as f64;
            left -= 1;
            if share > known.seconds && !interrupt::asked() {
                *known = explore(place, item, Some(share));
            }
        }
    }
    checked
}

fn remaining(whole: f64, start: Instant) -> f64 {
    (whole - start.elapsed().as_secs_f64()).max(0.0)
}

/// How many seconds a scope may take at first.
fn first_share(options: &Check, wide: bool, start: Instant, left: usize) -> Option<f64> {
    // Walks take what they are given. Of scopes to exhaust only wide ones share: they come last, and none of
    // them must use up what the others need.
    match (options.limits.max_seconds, wide || options.walks.how().is_some()) {
        (Some(whole), true) => Some(remaining(whole, start) / left as f64),
        (Some(whole), false) => Some(remaining(whole, start)),
        (None, true) if wide => Some((remaining(SECONDS_DEEP, start) / left as f64).min(SECONDS_WIDE)),
        (None, true | false) => None,
    }
}
