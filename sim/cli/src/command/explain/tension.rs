//! A tension of the policy explained.

use super::tale::{self, Tale};
use super::{Explained, clause_rows, section};
use crate::page::Page;
use serde::Serialize;
use serde_json::Value;
use vouchsafe_alphabet::readings::Readings;
use vouchsafe_engine::check::{broken_parts, out_of_reach};
use vouchsafe_engine::register::{Register, Tension};
use vouchsafe_engine::{Checked, Scope, ScopeKind, shipped};

/// The explanation, with what the scopes show that are made for it.
pub(super) fn explained(page: &Page, register: &Register, tension: &Tension) -> Explained {
    let mut text = text(page, register, tension);
    let is_shown = |scope: &Scope| scope.kind == ScopeKind::Clash && scope.tensions.contains(&tension.id);
    let mut all = Vec::new();
    for scope in shipped::all().into_iter().filter(is_shown) {
        let (told, shown) = shown(page, register, &scope);
        text.push_str(&told);
        all.push(shown);
    }
    let json = serde_json::to_value(Told { tension, shown: all }).unwrap_or_default();
    Explained { what: "tension", json, text }
}

/// The tension, and what is shown of it.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    tension: &'a Tension,
    shown: Vec<Shown>,
}

#[derive(Serialize)]
struct Shown {
    scope: String,
    /// The readings that the scope chooses otherwise.
    readings: Vec<String>,
    under_them: Comes,
    /// Null where they are the usual ones.
    under_the_usual: Option<Comes>,
    story: Option<Value>,
}

fn text(page: &Page, register: &Register, tension: &Tension) -> String {
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
    text
}

/// What a scope shows of the tension: the breach that comes about, and whether it does so under the usual readings.
fn shown(page: &Page, register: &Register, scope: &Scope) -> (String, Shown) {
    let checked = tale::explored(scope);
    let mut text = page.heading(&format!("Shown in the scope {}", scope.name));
    text.push_str(&page.paragraph(2, &scope.about));
    let readings = scope.readings();
    let under = if readings.is_empty() { "the usual readings".to_owned() } else { readings.join(", ") };
    let under_them = Comes::of(scope, &checked);
    text.push_str(&page.hanging("  ", &format!("Under {under}: {}", under_them.says())));
    let under_the_usual = (!readings.is_empty()).then(|| {
        let mut usual = scope.clone();
        usual.setup.rules.readings = Readings::default();
        usual.judged.readings = Readings::default();
        Comes::of(scope, &tale::explored(&usual))
    });
    if let Some(comes) = &under_the_usual {
        text.push_str(&page.hanging("  ", &format!("Under the usual readings: {}", comes.says())));
    }
    text.push('\n');
    let tale = Tale::shortest(&checked, |part| is_expected(scope, part));
    if let Some(tale) = &tale {
        text.push_str(&tale.text(page, register));
    }
    let story = tale.map(|tale| tale.to_json());
    let scope = scope.name.clone();
    (text, Shown { scope, readings, under_them, under_the_usual, story })
}

fn is_expected(scope: &Scope, part: &str) -> bool {
    scope.expects.iter().any(|expected| expected == part)
}

/// What comes about of that which the scope expects.
#[derive(Serialize)]
struct Comes {
    exhausted: bool,
    broken: Vec<String>,
    out_of_reach: Vec<String>,
}

impl Comes {
    fn of(scope: &Scope, checked: &Checked<'_>) -> Self {
        let mut broken = broken_parts(checked);
        broken.retain(|part| is_expected(scope, part));
        let exhausted = checked.exhausted();
        // What was not searched to the end may still be reached.
        let out_of_reach = if exhausted { out_of_reach(checked, &scope.expects) } else { Vec::new() };
        Self { exhausted, broken, out_of_reach }
    }

    fn says(&self) -> String {
        if !self.exhausted {
            return "it was not exhausted, so nothing is said.".to_owned();
        }
        let mut said = Vec::new();
        if !self.broken.is_empty() {
            said.push(format!("broken is {}", self.broken.join(", ")));
        }
        if !self.out_of_reach.is_empty() {
            said.push(format!("out of reach is {}", self.out_of_reach.join(", ")));
        }
        if said.is_empty() {
            said.push("nothing of this is broken, and every witness is reached".to_owned());
        }
        format!("{}.", said.join("; "))
    }
}
