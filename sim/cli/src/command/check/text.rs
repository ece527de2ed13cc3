//! The report of a check for people.

use super::Check;
use super::coverage;
use super::covered;
use super::found::{Finding, Found, Tale};
use super::plan::Plan;
use crate::command::{ever, story};
use crate::moment::count;
use crate::page::{Page, Tone, WIDTH_MAX, shorten};
use crate::shell;
use vouchsafe_engine::exercise::Exercise;
use vouchsafe_engine::register::Register;
use vouchsafe_engine::{Checked, Verdict};
use vouchsafe_explore::Extent;

/// Statements are wrapped at this many letters, so that the table fits the page.
const STATEMENT: usize = 42;
const STATEMENT_LINES: usize = 4;
/// The most names that a cell lists one below the other.
const NAMES_MAX: usize = 6;

/// The report of what was found.
pub(super) fn report(
    page: &Page,
    register: &Register,
    options: &Check,
    plan: &Plan,
    (checked, exercises): (&[Checked<'_>], &[Exercise]),
    found: &Found,
) -> String {
    let mut text = promises(page, plan, checked, found);
    text.push_str(&page.heading("Scopes"));
    text.push_str(&page.toned(
        2,
        &["scope", "kind", "states", "transitions", "depth", "explored"],
        checked.iter().map(scope_row).collect(),
    ));
    let sum = if found.walked { covered::totals(checked) } else { totals(checked) };
    text.push_str(&page.hanging("  ", &sum));
    text.push_str(&covered::text(page, plan, checked));
    text.push_str(&coverage::text(page, plan, checked, exercises));
    text.push_str(&open(page, plan, found));
    for clash in &found.clashes {
        text.push_str(&page.heading(&format!("The clash in {}", clash.scope)));
        text.push_str(&page.hanging("  ", &clash_words(register, clash)));
    }
    for (place, tale) in found.tales.iter().enumerate() {
        let Some(scope) = plan.scope(tale.scope) else { continue };
        let before = found.tales.iter().take(place).position(|earlier| earlier.scope == tale.scope);
        text.push_str(&page.heading(&title(found, place, tale, &scope.name)));
        text.push_str(&story::text(page, register, scope, &tale.story, before.map(|earlier| earlier + 1)));
        text.push_str(&owed(page, register, found, tale));
        text.push_str(&again(options, plan, tale, found));
    }
    text.push('\n');
    text.push_str(&page.hanging("", &last_words(found)));
    text
}

/// What a run that goes on for ever owes; nothing where it breaks something on its way.
fn owed(page: &Page, register: &Register, found: &Found, tale: &Tale) -> String {
    let Some(going) = &tale.ever else { return String::new() };
    let mut text = String::new();
    for (id, name) in &tale.breaks {
        let finding = found.findings.iter().find(|finding| finding.promise.id == *id);
        let part = finding.and_then(|finding| finding.promise.parts.iter().find(|part| part.name == *name));
        if let Some(part) = part {
            text.push_str(&ever::text(page, register, id, part, going, tale.actions.len()));
        }
    }
    text
}

fn promises(page: &Page, plan: &Plan, checked: &[Checked<'_>], found: &Found) -> String {
    let states = |finding: &Finding| {
        let scopes = finding.scopes.iter().filter_map(|&place| checked.get(place));
        scopes.map(|checked| checked.report.states).sum::<u64>()
    };
    if page.is_narrow() {
        // The table of scopes has their states, and what was never triggered is vacuous.
        let rows = found.findings.iter().map(|finding| narrow_row(plan, finding));
        return page.toned(0, &["verdict", "promise", "witness"], rows.collect());
    }
    let rows = found.findings.iter().map(|finding| row(plan, finding, states(finding)));
    let head = ["verdict", "promise", "clause", "scopes", "states", "trigger", "witness"];
    page.toned(0, &head, rows.collect())
}

fn verdict(verdict: Verdict) -> (Tone, String) {
    match verdict {
        Verdict::Holds => (Tone::Good, "holds".to_owned()),
        Verdict::Breached => (Tone::Bad, "BREACHED".to_owned()),
        Verdict::Bounded => (Tone::Open, "bounded".to_owned()),
        Verdict::Vacuous => (Tone::Open, "vacuous".to_owned()),
    }
}

fn witness(finding: &Finding) -> String {
    let seen = finding.witnesses.iter().filter(|seen| **seen).count();
    format!("{seen} of {}", finding.witnesses.len())
}

/// The scopes that were asked; wide neighbours are counted here and named in the table of scopes.
fn asked(plan: &Plan, finding: &Finding) -> Vec<String> {
    let is_wide = |place: &usize| plan.items.get(*place).is_some_and(|item| item.wide);
    let (wide, usual): (Vec<usize>, Vec<usize>) = finding.scopes.iter().copied().partition(is_wide);
    let mut names: Vec<String> = plan.names(&usual).into_iter().map(str::to_owned).collect();
    if names.is_empty() {
        names.push("none".to_owned());
    }
    if !wide.is_empty() {
        names.push(format!("and {} wider", wide.len()));
    }
    names
}

/// The names one below the other; of very many the first, and how many more there are.
fn few(mut names: Vec<String>) -> String {
    if names.len() > NAMES_MAX {
        let more = names.len() - (NAMES_MAX - 1);
        names.truncate(NAMES_MAX - 1);
        names.push(format!("+ {more}"));
    }
    names.join("\n")
}

fn row(plan: &Plan, finding: &Finding, states: u64) -> (Tone, Vec<String>) {
    let (tone, verdict) = verdict(finding.verdict);
    let promise = &finding.promise;
    let cells = vec![
        verdict,
        format!("{}\n{}", promise.id, shorten(promise.statement, STATEMENT, STATEMENT_LINES)),
        few(promise.clauses.iter().map(|clause| (*clause).to_owned()).collect()),
        few(asked(plan, finding)),
        states.to_string(),
        if finding.trigger { "reached" } else { "never" }.to_owned(),
        witness(finding),
    ];
    (tone, cells)
}

fn narrow_row(plan: &Plan, finding: &Finding) -> (Tone, Vec<String>) {
    let (tone, verdict) = verdict(finding.verdict);
    let promise = &finding.promise;
    let (clauses, scopes) = (promise.clauses.join(" "), asked(plan, finding).join(", "));
    let statement = shorten(promise.statement, STATEMENT, STATEMENT_LINES);
    (tone, vec![verdict, format!("{}\n{statement}\n{clauses}\n{scopes}", promise.id), witness(finding)])
}

fn scope_row(checked: &Checked<'_>) -> (Tone, Vec<String>) {
    let (scope, report) = (checked.product.scope(), &checked.report);
    let tone = if checked.exhausted() { Tone::Plain } else { Tone::Open };
    let cells = vec![
        scope.name.clone(),
        scope.kind.name().to_owned(),
        report.states.to_string(),
        report.transitions.to_string(),
        report.depth.to_string(),
        match report.extent {
            Extent::Exhausted => "exhausted".to_owned(),
            Extent::Cut(reason) => format!("stopped by {reason}: bounded"),
        },
    ];
    (tone, cells)
}

fn totals(checked: &[Checked<'_>]) -> String {
    let sum = |of: fn(&Checked<'_>) -> u64| checked.iter().map(of).sum::<u64>();
    let seconds: f64 = checked.iter().map(|checked| checked.seconds).sum();
    let collision: f64 = checked.iter().map(|checked| checked.report.collision_probability()).sum();
    let cut = checked.iter().filter(|checked| !checked.exhausted()).count() as u64;
    let extent = match cut {
        0 => "All were exhausted.".to_owned(),
        cut => format!("Not exhausted: {}.", count(cut, "scope")),
    };
    format!(
        "{}, {}, {} in {seconds:.1} s. {extent} The chance that two states were taken for one is about \
         {collision:.0e}.",
        count(checked.len() as u64, "scope"),
        count(sum(|checked| checked.report.states), "state"),
        count(sum(|checked| checked.report.transitions), "transition"),
    )
}

/// What is left open or out of reach.
fn open(page: &Page, plan: &Plan, found: &Found) -> String {
    let mut rows = Vec::new();
    for finding in &found.findings {
        let words = match finding.verdict {
            Verdict::Holds => continue,
            Verdict::Breached if !finding.breaches.is_empty() => continue,
            Verdict::Breached => format!(
                "Breached: nothing shows it kept as its clauses describe. Out of reach: {}.",
                finding.missing().join(", ")
            ),
            Verdict::Bounded if finding.promise.leading().is_some() && found.walked => {
                "Bounded: it leads to something sooner or later, which no walk that ends can decide."
                    .to_owned()
            }
            Verdict::Bounded if finding.promise.leading().is_some() => {
                "Bounded: no fair run that owes it for ever was found, and not every run was looked at."
                    .to_owned()
            }
            Verdict::Bounded => {
                format!("Bounded: no breach was found, and {} not exhausted.", cut(found, plan, finding))
            }
            Verdict::Vacuous if finding.scopes.is_empty() => {
                "Vacuous: none of the scopes is asked about it.".to_owned()
            }
            Verdict::Vacuous if !finding.trigger => {
                "Vacuous: its trigger was never reached, so nothing was judged.".to_owned()
            }
            Verdict::Vacuous => format!(
                "Vacuous here: not seen in just these scopes: {}. Others may show it.",
                finding.missing().join(", ")
            ),
        };
        rows.push(vec![finding.promise.id.to_owned(), words]);
    }
    if rows.is_empty() {
        return String::new();
    }
    page.heading("Left open, or out of reach") + &page.table(2, &[], rows)
}

/// Which of a promise's scopes were not exhausted.
fn cut(found: &Found, plan: &Plan, finding: &Finding) -> String {
    let cut = finding.scopes.iter().copied().filter(|place| found.cut.contains(place));
    let (wide, usual): (Vec<usize>, Vec<usize>) =
        cut.partition(|&place| plan.items.get(place).is_some_and(|item| item.wide));
    let are = if wide.len() + usual.len() == 1 { "was" } else { "were" };
    let only = if usual.is_empty() { "only the wider " } else { "" };
    format!("{only}{} {are}", plan.names(&[usual, wide].concat()).join(", "))
}

fn clash_words(register: &Register, clash: &super::clash::Clash) -> String {
    let tensions: Vec<String> = clash
        .tensions
        .iter()
        .map(|id| register.tension(id).map_or(id.clone(), |tension| format!("{id} ({})", tension.title)))
        .collect();
    let expected = match clash.expected.as_slice() {
        [] => "It names no breach that it expects.".to_owned(),
        expected => format!("A breach is expected here: {}.", expected.join(", ")),
    };
    let came = match (clash.absent.as_slice(), clash.strange.as_slice()) {
        ([], []) if clash.expected.is_empty() => "None came about.".to_owned(),
        ([], []) => "Exactly that came about.".to_owned(),
        ([], strange) => format!("Not expected, and come about: {}.", strange.join(", ")),
        (absent, []) => format!("Expected, and not come about: {}.", absent.join(", ")),
        (absent, strange) => format!(
            "Expected, and not come about: {}. Not expected, and come about: {}.",
            absent.join(", "),
            strange.join(", ")
        ),
    };
    let cut = if clash.exhausted { "" } else { " It was not exhausted." };
    format!("It shows the tension {}. {expected} {came}{cut}", tensions.join(", "))
}

fn title(found: &Found, place: usize, tale: &Tale, scope: &str) -> String {
    let number = if found.tales.len() > 1 { format!(" {}", place + 1) } else { String::new() };
    let parts = tale.parts();
    let inputs = count(tale.actions.len() as u64, "input");
    if let Some(going) = &tale.ever {
        let on = ever::going_on(going, tale.actions.len());
        return format!(
            "Counterexample{number}: {inputs} in the scope {scope}, and then {on}\n{}",
            parts.join("\n")
        );
    }
    let how = if found.walked { "shrunk from a random walk" } else { "and none is shorter" };
    format!("Counterexample{number}: {inputs} in the scope {scope}, {how}\n{}", parts.join("\n"))
}

/// The commands that keep the run and run it again, where one of them writes just this run.
fn again(options: &Check, plan: &Plan, tale: &Tale, found: &Found) -> String {
    let is_it = |place: usize| found.tales.get(place).is_some_and(|other| std::ptr::eq(other, tale));
    let is_first = found.first_tale().is_some_and(|first| std::ptr::eq(first, tale));
    let shows = |finding: &&Finding| finding.soonest().and_then(|broken| broken.tale).is_some_and(is_it);
    let (Some(item), Some(finding)) = (plan.items.get(tale.scope), found.findings.iter().find(shows)) else {
        return String::new();
    };
    let given = item.chosen.given.as_str();
    let promise = finding.promise.id;
    let written = options.trace_out.as_ref().filter(|_| is_first).map(|path| path.display().to_string());
    let trace = written.clone().unwrap_or(format!("{promise}.jsonl"));
    let mut text = String::from("\n  Run it again\n");
    let block = |words: Vec<&str>| shell::block("    ", usize::from(WIDTH_MAX), words);
    if written.is_none() {
        let choices = options.choices.words();
        let mut words = vec!["check", "--scope", given, "--promise", promise];
        let walks = options.walk_words();
        words.extend(choices.iter().chain(&walks).map(String::as_str).chain(["--trace-out", &trace]));
        text.push_str(&block(words));
    }
    // What a run breaks by going on for ever it does not break when run again; walked, it shows what is owed.
    let mut words =
        if tale.ever.is_some() { vec!["step", "--trace", &trace] } else { vec!["replay", &trace] };
    if given != item.chosen.scope.name {
        words.extend(["--scope", given]);
    }
    text + &block(words)
}

/// The verdict in a sentence.
fn last_words(found: &Found) -> String {
    let with = |verdict: Verdict| {
        let of = found.findings.iter().filter(|finding| finding.verdict == verdict);
        of.map(|finding| finding.promise.id).collect::<Vec<_>>()
    };
    let cut = if found.interrupted { "Interrupted; what follows is what was found until then. " } else { "" };
    let mut words = Vec::new();
    for (verdict, how) in [
        (Verdict::Breached, "breached"),
        (Verdict::Bounded, "bounded, so nothing is proved"),
        (Verdict::Vacuous, "vacuous, so nothing is proved"),
    ] {
        let ids = with(verdict);
        if !ids.is_empty() {
            let are = if ids.len() == 1 { "is" } else { "are" };
            words.push(format!("{} {are} {how}: {}.", count(ids.len() as u64, "promise"), ids.join(", ")));
        }
    }
    match with(Verdict::Holds).len() as u64 {
        0 => {}
        1 => words.push("1 promise holds.".to_owned()),
        all if words.is_empty() => words.push(format!("All {all} promises hold.")),
        some => words.push(format!("{some} promises hold.")),
    }
    if found.findings.is_empty() {
        words.push("No promise was asked for, so nothing is proved.".to_owned());
    }
    format!("{cut}{}", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_oracle::{Following, promises};

    #[test]
    fn every_statement_is_shown_whole() {
        for promise in promises::every::<Following>() {
            let shown = shorten(promise.statement, STATEMENT, STATEMENT_LINES);
            assert_eq!(shown, promise.statement, "{}", promise.id);
        }
    }
}
