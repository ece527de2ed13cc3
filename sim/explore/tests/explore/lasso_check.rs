//! A checker of lassos that believes nothing: it walks along them in the written graph.

use vouchsafe_explore::{Bits, Due, Form, Lasso, Strength};

use crate::live_graph::LiveGraph;

/// What is wrong with a lasso that is said to breach the duty of this number, if anything is.
pub(crate) fn check(live: &LiveGraph, duty: usize, lasso: &Lasso<u8>) -> Result<(), String> {
    let start = live.graph.initial.get(lasso.initial).ok_or("no such initial state")?.0;
    let begun = live.begins.get(&start).copied().unwrap_or_default();
    let owed_from_the_start = live.duties[duty].form == Form::Eventually;
    if lasso.opened > lasso.stem.len() {
        return Err("it opens beyond the stem".into());
    }
    if lasso.opened == 0 {
        if begun.answers.has(duty) || !(owed_from_the_start || begun.opens.has(duty)) {
            return Err("the initial state does not open the duty".into());
        }
    } else if owed_from_the_start {
        return Err("what is owed in every run is owed from the start".into());
    }
    // The states along the run, and what each step is.
    let mut states = vec![start];
    let mut steps = Vec::new();
    for action in lasso.stem.iter().chain(&lasso.round) {
        let from = *states.last().unwrap();
        let edge = live.graph.edges[from as usize].iter().find(|edge| edge.action == *action);
        states.push(edge.ok_or(format!("no step {action} from {from}"))?.to);
        steps.push(live.judged[&(from, *action)]);
    }
    let joint = lasso.stem.len();
    if states[joint] != *states.last().unwrap() {
        return Err("the loop does not close".into());
    }
    for (at, step) in steps.iter().enumerate() {
        if at + 1 == lasso.opened && (!step.opens.has(duty) || step.answers.has(duty)) {
            return Err("the step that opens does not, or answers at once".into());
        }
        if at + 1 > lasso.opened && step.answers.has(duty) {
            return Err(format!("step {at} answers"));
        }
    }
    let (loop_steps, loop_states) = (&steps[joint..], &states[joint..joint + lasso.round.len().max(1)]);
    if lasso.respects.len() != live.fairness.len() {
        return Err("a class is missing".into());
    }
    for (class, respect) in lasso.respects.iter().enumerate() {
        if respect.class != live.fairness[class] {
            return Err("a class is not the declared one".into());
        }
        let fair = match respect.due {
            Due::Taken(at) => loop_steps.get(at).is_some_and(|step| step.classes.has(class)),
            Due::Disabled(at) => {
                respect.class.strength == Strength::Weak
                    && loop_states.get(at).is_some_and(|state| !live.enabled(*state).has(class))
            }
            Due::Never => loop_states.iter().all(|state| !live.enabled(*state).has(class)),
        };
        if !fair {
            return Err(format!("class {class} does not get what is claimed: {:?}", respect.due));
        }
    }
    Ok(())
}
