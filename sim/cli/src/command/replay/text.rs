//! The report of a replay for people.

use super::Ran;
use crate::moment::count;
use crate::page::{Page, Tone};
use crate::shell;
use std::collections::BTreeSet;
use vouchsafe_oracle::mode::Following;
use vouchsafe_oracle::promises;

/// The report of a trace that was run again.
pub(super) fn report(page: &Page, name: &str, ran: &Ran) -> String {
    let (trace, replayed) = (&ran.trace, &ran.replayed);
    let observations = count(trace.log.len() as u64, "observation");
    let made = match &ran.scope {
        Some(scope) if replayed.by_system.is_some() => {
            let inputs = count(trace.inputs.len() as u64, "input");
            format!("{inputs} and {observations}, run again in the scope {}", scope.name)
        }
        Some(_) | None => format!("{observations} and no input: nothing is run, only judged"),
    };
    let mut text = page.hanging("", &format!("{name}: {made}."));
    for (what, values) in
        [("readings", &trace.header.manifest.readings), ("defect", &trace.header.manifest.defects)]
    {
        if !values.is_empty() {
            text.push_str(&page.hanging(
                "",
                &format!(
                    "With the {what}{} {}.",
                    if values.len() == 1 { "" } else { "s" },
                    values.join(", ")
                ),
            ));
        }
    }
    if let Some(about) = &trace.header.about {
        text.push_str(&page.hanging("", about));
    }
    for differs in &ran.differs {
        text.push_str(&page.hanging("", &format!("Take care: {}.", differs.sentence())));
    }
    text.push('\n');
    text.push_str(&table(page, ran));
    text.push('\n');
    for words in last_words(ran) {
        text.push_str(&page.hanging("", &words));
    }
    text
}

/// Whether a part, as `PROMISE/PART`, is one of a promise that leads to something, which only goes unmet for ever.
fn is_owed(part: &str) -> bool {
    let promise = part.split('/').next().unwrap_or(part);
    promises::leads_to::<Following>().iter().any(|leads| leads.id == promise)
}

/// Who finds what broken.
fn table(page: &Page, ran: &Ran) -> String {
    let all: BTreeSet<String> = ran.broken().union(&ran.said()).cloned().collect();
    if all.is_empty() {
        return page.hanging("", "Nothing is said to be broken, and nothing is found broken.");
    }
    let mark = |found: bool| if found { "breached" } else { "no" }.to_owned();
    let rows = all.iter().map(|part| {
        let by_system = match &ran.replayed.by_system {
            Some(broken) => mark(broken.contains(part)),
            None => "-".to_owned(),
        };
        let broken = ran.broken().contains(part);
        let (monitor, naive) =
            (mark(ran.replayed.by_monitor.contains(part)), mark(ran.replayed.by_naive.contains(part)));
        let judged =
            if is_owed(part) { ["-".into(), "-".into(), "-".into()] } else { [by_system, monitor, naive] };
        let cells = [part.clone(), mark(ran.said().contains(part))].into_iter().chain(judged).collect();
        (if broken { Tone::Bad } else { Tone::Good }, cells)
    });
    page.toned(0, &["part", "header says", "system run again", "monitor", "naive evaluator"], rows.collect())
}

/// The command that decides the promise where the trace was made.
fn deciding(ran: &Ran, promise: &str) -> String {
    let manifest = &ran.trace.header.manifest;
    let scope = ran.given.iter().flat_map(|given| ["--scope", given]);
    let readings = manifest.readings.iter().flat_map(|reading| match reading.split_once(':') {
        Some(("played", choice)) => ["--played", choice],
        Some(("judged", choice)) => ["--judged", choice],
        _ => ["--reading", reading],
    });
    let defects = manifest.defects.iter().flat_map(|defect| ["--defect", defect]);
    shell::line(["check", "--promise", promise].into_iter().chain(scope).chain(readings).chain(defects))
}

fn last_words(ran: &Ran) -> Vec<String> {
    let mut words = Vec::new();
    match ran.replayed.same_observations {
        Some(true) => words.push("The system shows the very observations of the trace.".to_owned()),
        Some(false) => words.push("The system now shows other observations than the trace has.".to_owned()),
        None => {}
    }
    let (said, broken) = (ran.said(), ran.broken());
    let (owed, gone): (Vec<&str>, Vec<&str>) =
        said.difference(&broken).map(String::as_str).partition(|part| is_owed(part));
    let promise = owed.first().and_then(|part| part.split('/').next());
    if let Some(promise) = promise {
        words.push(format!(
            "Its header says that going on for ever it owes {}, which no run that ends can show: `{}` decides it.",
            owed.join(", "),
            deciding(ran, promise),
        ));
    }
    let new: Vec<&str> = broken.difference(&said).map(String::as_str).collect();
    if !gone.is_empty() {
        words.push(format!("Its header says that it breaks {}, and it does not.", gone.join(", ")));
    }
    if !new.is_empty() && !said.is_empty() {
        words.push(format!("It breaks {}, of which its header says nothing.", new.join(", ")));
    }
    if !ran.agree() {
        words.push(
            "Those who judged it do not agree: that is a fault of ours, or the trace was changed.".to_owned(),
        );
    }
    words.push(match (broken.len() as u64, said == broken) {
        (0, _) if ran.is_open() => {
            "No breach was seen, but how the trace starts is not declared, so nothing is settled.".to_owned()
        }
        (0, _) if ran.belies_its_header() && gone.is_empty() => {
            "No breach was seen in what is here of the run, so nothing is settled.".to_owned()
        }
        (0, _) if ran.belies_its_header() => {
            "No breach was seen, but the trace was cut short or the promises have changed, so nothing is settled."
                .to_owned()
        }
        (0, _) => format!("No breach in {}.", count(ran.trace.log.len() as u64, "observation")),
        (_, true) => "It still breaks what it broke.".to_owned(),
        (parts, false) => format!("It breaks {}.", count(parts, "part")),
    });
    words
}

impl Ran {
    /// Whether everybody who judged finds the same.
    pub(super) fn agree(&self) -> bool {
        let replayed = &self.replayed;
        let monitor = &replayed.by_monitor;
        *monitor == replayed.by_naive && replayed.by_system.as_ref().is_none_or(|system| system == monitor)
    }
}
