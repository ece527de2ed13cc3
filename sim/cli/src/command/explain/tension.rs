//! A tension of the policy explained.

use super::{clause_rows, section, tale};
use crate::page::Page;
use vouchsafe_alphabet::readings::Readings;
use vouchsafe_engine::check::{broken_parts, out_of_reach};
use vouchsafe_engine::register::{Register, Tension};
use vouchsafe_engine::{Checked, Scope, ScopeKind, shipped};

/// The explanation.
pub(super) fn text(page: &Page, register: &Register, tension: &Tension) -> String {
    let settled =
        tension.settled_by.iter().map(|name| vec![name.clone(), format!("see `vouchsafe explain {name}`.")]);
    let mut text = format!("{} (tension)\n\n", tension.id);
    text.push_str(&page.paragraph(2, &format!("{}.", tension.title)));
    text.push_str(&section(page, "What pulls against what", vec![vec![format!("{}.", tension.clash)]]));
    text.push_str(&section(page, "What hangs on it", vec![vec![tension.severity.says().to_owned()]]));
    if !tension.settled_by.is_empty() {
        text.push_str(&section(page, "Is settled by", settled.collect()));
    }
    if let Some(choice) = &tension.choice {
        text.push_str(&section(page, "Is decided so", vec![vec![choice.clone()]]));
    }
    let clauses = tension.clauses.iter().map(String::as_str);
    text.push_str(&section(page, "Clauses that take part", clause_rows(register, clauses)));
    let is_shown = |scope: &Scope| scope.kind == ScopeKind::Clash && scope.tensions.contains(&tension.id);
    for scope in shipped::all().into_iter().filter(is_shown) {
        text.push_str(&shown(page, register, &scope));
    }
    text
}

/// What a scope shows of the tension: the breach that comes about, and whether it does so under the usual readings.
fn shown(page: &Page, register: &Register, scope: &Scope) -> String {
    let checked = tale::explored(scope);
    let mut text = page.heading(&format!("Shown in the scope {}", scope.name));
    text.push_str(&page.paragraph(2, &scope.about));
    let readings = scope.readings();
    let under = if readings.is_empty() { "the usual readings".to_owned() } else { readings.join(", ") };
    text.push_str(&page.hanging("  ", &format!("Under {under}: {}", what_comes(scope, &checked))));
    if !readings.is_empty() {
        let mut usual = scope.clone();
        usual.setup.rules.readings = Readings::default();
        usual.judged.readings = Readings::default();
        let words = what_comes(scope, &tale::explored(&usual));
        text.push_str(&page.hanging("  ", &format!("Under the usual readings: {words}")));
    }
    text.push('\n');
    text.push_str(
        &tale::shortest(page, register, &checked, |part| is_expected(scope, part)).unwrap_or_default(),
    );
    text
}

fn is_expected(scope: &Scope, part: &str) -> bool {
    scope.expects.iter().any(|expected| expected == part)
}

/// What comes about of that which the scope expects.
fn what_comes(scope: &Scope, checked: &Checked<'_>) -> String {
    if !checked.exhausted() {
        return "it was not exhausted, so nothing is said.".to_owned();
    }
    let mut broken = broken_parts(checked);
    broken.retain(|part| is_expected(scope, part));
    let unseen = out_of_reach(checked, &scope.expects);
    let mut said = Vec::new();
    if !broken.is_empty() {
        said.push(format!("broken is {}", broken.join(", ")));
    }
    if !unseen.is_empty() {
        said.push(format!("out of reach is {}", unseen.join(", ")));
    }
    if said.is_empty() {
        said.push("nothing of this is broken, and every witness is reached".to_owned());
    }
    format!("{}.", said.join("; "))
}
