//! A counterexample as people read it: facts, numbered inputs with what is seen, what fails and why, and a chart.

use crate::moment;
use crate::page::Page;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use vouchsafe_engine::cases::CaseNames;
use vouchsafe_engine::live::Ever;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::story::{Failure, StoryStep};
use vouchsafe_engine::{Scope, Story, chart};

/// The same for machines: the shortest run to a breach; from random walks, one that was shrunk.
#[derive(Serialize)]
pub(crate) struct Counterexample<'a> {
    length: u32,
    steps: &'a [StoryStep],
    failed: &'a str,
    /// Where the run owes something for ever, the place among the steps at which the part begins that is repeated
    /// again and again; one past the last step where nothing happens any more. Left out for a run that just ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    loop_from: Option<usize>,
    /// Which step opens what is owed for ever; left out for a run that just ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    owed_from: Option<usize>,
    /// Why the run respects each assumption of fairness; left out for a run that just ends.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    fair: &'a [String],
}

impl<'a> Counterexample<'a> {
    /// The story of a run of this length in which this part failed, going on in that way where it is what breaks it.
    pub(crate) fn of(story: &'a Story, length: u32, failed: &'a str, ever: Option<&'a Ever>) -> Self {
        Self {
            length,
            steps: &story.steps,
            failed,
            // The opening is a step too, of number 0.
            loop_from: ever.map(|ever| ever.stem + 1),
            owed_from: ever.map(|ever| ever.opened),
            fair: ever.map_or(&[][..], |ever| &ever.fair),
        }
    }
}

/// The story on a page; the facts before the first input are left out where a story told before has the same.
pub(crate) fn text(
    page: &Page,
    register: &Register,
    scope: &Scope,
    story: &Story,
    before: Option<usize>,
) -> String {
    let sentences: BTreeMap<u64, &str> = story
        .steps
        .iter()
        .flat_map(|step| step.numbers.iter().copied().zip(step.saw.iter().map(String::as_str)))
        .collect();
    let mut text = String::new();
    for taken in &story.steps {
        match (before, taken.numbers.last()) {
            (Some(earlier), Some(last)) if taken.step == 0 => {
                text.push_str(&format!(
                    "  before: observations 1 to {last}, as in counterexample {earlier}\n"
                ));
            }
            (Some(_) | None, _) => text.push_str(&step(page, taken)),
        }
    }
    for failure in &story.failures {
        text.push_str(&failed(page, register, failure, &sentences));
    }
    let chart = chart::draw(&story.run, &CaseNames(&scope.names));
    if !chart.is_empty() {
        text.push_str("\n  Who shows what to whom\n");
        for line in chart.lines() {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}", format!("  {line}").trim_end());
        }
    }
    text
}

fn step(page: &Page, taken: &StoryStep) -> String {
    let title = match taken.step {
        0 => "  before".to_owned(),
        // Other inputs follow each other by a millisecond, which says nothing.
        number if taken.input == "tick" => {
            format!("  {number:>3}.  tick: it is now {}", moment::since_start(taken.at_ms))
        }
        number => format!("  {number:>3}.  {}", taken.input),
    };
    let mut text = format!("{title}\n");
    if taken.saw.is_empty() && taken.step > 0 {
        text.push_str("            (nothing is seen)\n");
    }
    for (number, sentence) in taken.numbers.iter().zip(&taken.saw) {
        text.push_str(&page.hanging(&numbered(*number), sentence));
    }
    text
}

fn numbered(number: u64) -> String {
    format!("       {number:>3}  ")
}

fn failed(page: &Page, register: &Register, failure: &Failure, sentences: &BTreeMap<u64, &str>) -> String {
    let sentence = |number: &u64| sentences.get(number).copied().unwrap_or_default();
    let mut text = format!("\n  Breached: {}/{}\n", failure.promise, failure.part);
    text.push_str(&page.hanging("    must be so    ", &format!("{}.", failure.says)));
    match failure.at {
        Some(at) => {
            text.push_str(
                &page.hanging("    fails at      ", &format!("observation {at}: {}", sentence(&at))),
            );
        }
        None => {
            let passed = moment::since_start(failure.at_ms);
            let words =
                format!("the deadline, whose last instant is {passed}: it passes, and the duty is not done.");
            text.push_str(&page.hanging("    fails at      ", &words));
        }
    }
    for because in &failure.because {
        let cause = format!("observation {because}: {}", sentence(because));
        text.push_str(&page.hanging("    because of    ", &cause));
    }
    for id in failure.clauses {
        let says = register.clause(id).map_or(String::new(), |clause| format!(": {}.", clause.paraphrase));
        text.push_str(&page.hanging("    on clause     ", &format!("{id}{says}")));
    }
    text
}
