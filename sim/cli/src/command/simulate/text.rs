//! The report of a simulation for people.

use super::Simulate;
use super::latency;
use super::run::{Kept, Ran, Stopped, Told};
use crate::moment::{count, since_start};
use crate::page::{Page, Tone, WIDTH_MAX};
use crate::shell;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::Scope;

/// No more causes of a breach are shown than these; the latest say the most.
const CAUSES_SHOWN: usize = 8;

/// The report of a simulation that was run.
pub(super) fn report(page: &Page, options: &Simulate, scope: &Scope, ran: &Ran) -> String {
    let listed = |values: Vec<String>| if values.is_empty() { "none".to_owned() } else { values.join(", ") };
    let defects = scope.setup.defects.iter().map(|defect| defect.name().to_owned());
    let ignored = ran.ignored(scope);
    let mut network = format!("{}: {}", ran.network.name, ran.network.about.0);
    if !ignored.is_empty() {
        network.push_str(&format!(
            " What it says of {} is passed over, since the scope does not have that fault.",
            ignored.join(" and ")
        ));
    }
    let facts = [
        ("scope", format!("{}: {}", scope.name, scope.about)),
        ("households", options.households.to_string()),
        ("time", count(u64::from(options.days), "day")),
        ("seed", options.seed.to_string()),
        ("network", network),
        ("presses", format!("{} a day in each household, in the mean", options.presses_per_day)),
        ("readings set", listed(scope.readings())),
        ("defects", listed(defects.collect())),
        (
            "inputs",
            format!("{}; {} more did not apply where they came up", ran.tally.inputs, ran.tally.refused),
        ),
        ("observations", ran.tally.observations.to_string()),
        ("their SHA-256", ran.digest.clone()),
    ];
    let facts = facts.into_iter().map(|(name, value)| vec![name.to_owned(), value]).collect();
    let mut text = page.table(0, &[], facts);
    text.push_str(&page.heading("Promises"));
    let head = ["verdict", "promise", "triggered", "witnesses", "breaches", "clauses"];
    text.push_str(&page.toned(2, &head, ran.promises.iter().map(|kept| row(ran, kept)).collect()));
    if ran.latency.presses > 0 {
        text.push_str(&latency::sections(page, ran));
    }
    if ran.breaches() > 0 {
        text.push_str(&page.heading("Breaches"));
        let told = ran.promises.iter().flat_map(|kept| told(page, ran, kept));
        text.push_str(&told.collect::<Vec<_>>().join("\n"));
        text.push_str("\n  Run it again\n");
        let words = options.again();
        text.push_str(&shell::block("    ", usize::from(WIDTH_MAX), words.iter().map(String::as_str)));
    }
    text.push('\n');
    text.push_str(&page.hanging("", &last_words(ran)));
    text
}

fn row(ran: &Ran, kept: &Kept) -> (Tone, Vec<String>) {
    let (tone, verdict) = match (kept.breaches(), ran.stopped) {
        (0, None) if kept.triggered == 0 => (Tone::Open, "not seen"),
        (0, None) => (Tone::Good, "no breach"),
        (0, Some(_)) => (Tone::Open, "undecided"),
        (_, _) => (Tone::Bad, "BREACHED"),
    };
    let seen = kept.witnessed.iter().filter(|count| **count > 0).count();
    let cells = vec![
        verdict.to_owned(),
        kept.promise.id.to_owned(),
        kept.triggered.to_string(),
        format!("{seen} of {}", kept.witnessed.len()),
        kept.breaches().to_string(),
        kept.promise.clauses.join(" "),
    ];
    (tone, cells)
}

/// The first breaches of each part of a promise.
fn told(page: &Page, ran: &Ran, kept: &Kept) -> Vec<String> {
    let parts = kept.promise.parts.iter().zip(&kept.broken).enumerate();
    let broken = parts.filter(|(_, (_, count))| **count > 0);
    let texts = broken.map(|(number, (part, times))| {
        let title = format!("{}/{} ({})", kept.promise.id, part.name, part.clauses.join(" "));
        let mut text = format!("  {title}: {}\n", count(*times, "breach"));
        text.push_str(&page.hanging("    must be so    ", &format!("{}.", part.says)));
        for told in kept.told.iter().filter(|told| told.part == number) {
            text.push_str(&one(page, ran, told));
        }
        text
    });
    texts.collect()
}

fn one(page: &Page, ran: &Ran, told: &Told) -> String {
    let about = if told.subject.is_empty() { "nobody known" } else { &told.subject };
    let quote = |number: &u64| {
        let sentence = ran.quotes.get(number).map_or("", String::as_str);
        format!("observation {number}: {sentence}")
    };
    let mut text = page.hanging("    at            ", &format!("{}, about {about}", since_start(told.at_ms)));
    match told.at {
        Some(at) => text.push_str(&page.hanging("      fails at    ", &quote(&at))),
        None => {
            text.push_str(
                &page.hanging("      fails at    ", "this deadline: it passes, and the duty is not done."),
            );
        }
    }
    let hidden = told.because.len().saturating_sub(CAUSES_SHOWN);
    if hidden > 0 {
        text.push_str(&page.hanging("      because of  ", &count(hidden as u64, "earlier observation")));
    }
    for because in told.because.iter().skip(hidden) {
        text.push_str(&page.hanging("      because of  ", &quote(because)));
    }
    text
}

fn last_words(ran: &Ran) -> String {
    let events = count(ran.tally.observations, "observation");
    let until = since_start(ran.tally.now_ms);
    let cut = match ran.stopped {
        Some(Stopped::Interrupted) => format!("Interrupted at {until} of virtual time. "),
        Some(Stopped::Time) => format!("Stopped by the limit on time at {until} of virtual time. "),
        None => String::new(),
    };
    match ran.breaches() {
        0 => format!("{cut}No breach in {events}."),
        breaches => {
            let promises = ran.promises.iter().filter(|kept| kept.breaches() > 0).count() as u64;
            format!("{cut}{} of {} in {events}.", count(breaches, "breach"), count(promises, "promise"))
        }
    }
}
