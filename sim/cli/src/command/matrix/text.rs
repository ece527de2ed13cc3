//! The matrix for people: what each defect breaks, and then what is amiss.

use super::hunting::{Hunted, Plan};
use crate::page::{Page, Tone};
use std::collections::BTreeSet;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::matrix::Defective;
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promises;

/// The report.
pub(super) fn report(page: &Page, plan: &Plan, hunted: &Hunted) -> String {
    let summary = &hunted.summary;
    let rows = summary.defects.iter().map(|defect| (tone(defect), row(defect))).collect();
    let mut text = page.heading("What each defect breaks");
    text.push_str(&page.toned(0, &["defect", "breaks", "inputs", "shortest in", "scopes"], rows));
    text.push('\n');
    if plan.tells_all() {
        text.push_str(&by_promise(page, hunted));
    }
    text.push_str(&pairs(page, hunted));
    text.push_str(&amiss(page, plan, hunted));
    text + &page.paragraph(0, &closing(plan, hunted))
}

fn tone(defect: &Defective) -> Tone {
    if defect.is_caught() { Tone::Plain } else { Tone::Bad }
}

/// A line for each promise that it breaks.
fn row(defect: &Defective) -> Vec<String> {
    let (mut breaks, mut lengths, mut scopes) = (Vec::new(), Vec::new(), Vec::new());
    for promise in defect.promises() {
        let of = defect.breaks.iter().filter(|broken| broken.promise == promise);
        match of.min_by_key(|broken| broken.length) {
            Some(broken) => {
                breaks.push(promise.to_owned());
                lengths.push(broken.length.to_string());
                scopes.push(broken.scope.clone());
            }
            None => {
                let lost = defect.loses.iter().find(|lost| lost.split('/').next() == Some(promise));
                breaks.push(format!("{} is lost", lost.map_or(promise, String::as_str)));
                lengths.push(String::new());
                scopes.push(String::new());
            }
        }
    }
    if breaks.is_empty() {
        breaks.push(if defect.bounded.is_empty() { "nothing" } else { "nothing so far" }.to_owned());
    }
    let shown = format!("{} of {}", defect.scopes.len(), defect.hunted);
    let join = |lines: Vec<String>| lines.join("\n");
    vec![defect.row.defect.name().to_owned(), join(breaks), join(lengths), join(scopes), shown]
}

/// For each promise, how many defects break it, and the guards that it rests on.
fn by_promise(page: &Page, hunted: &Hunted) -> String {
    let of = |id: &str| {
        let by: Vec<_> =
            hunted.summary.defects.iter().filter(|defect| defect.promises().contains(id)).collect();
        let guards: BTreeSet<&str> = hunted
            .freed
            .iter()
            .filter(|(_, freed)| by.iter().any(|defect| freed.contains(&defect.row.defect)))
            .map(|(refusal, _)| refusal.name())
            .collect();
        let pairs = hunted
            .pairs
            .iter()
            .filter(|pair| pair.parts.iter().any(|(part, _)| part.split('/').next() == Some(id)));
        let guards: Vec<&str> = guards.into_iter().collect();
        vec![id.to_owned(), by.len().to_string(), pairs.count().to_string(), guards.join(", ")]
    };
    let rows = promises::every::<Checking>().iter().map(|promise| of(promise.id)).collect();
    page.heading("What each promise rests on")
        + &page.table(0, &["promise", "defects", "pairs", "safeguards that they take away"], rows)
        + "\n"
}

fn pairs(page: &Page, hunted: &Hunted) -> String {
    if hunted.pairs.is_empty() {
        return String::new();
    }
    let rows = hunted.pairs.iter().map(|pair| {
        let parts: Vec<String> =
            pair.parts.iter().map(|(part, length)| format!("{part} in {length} inputs")).collect();
        let names = pair.defects.map(|defect| defect.name());
        vec![names.join("\n"), parts.join("\n"), pair.scope.clone()]
    });
    page.heading("What two break together and neither alone")
        + &page.table(0, &["defects", "break", "scope"], rows.collect())
        + "\n"
}

/// Whatever must not be.
fn amiss(page: &Page, plan: &Plan, hunted: &Hunted) -> String {
    let summary = &hunted.summary;
    let mut lists: Vec<(&str, Vec<String>)> = Vec::new();
    let names = |defects: &mut dyn Iterator<Item = &Defective>| {
        defects.map(|defect| defect.row.defect.name().to_owned()).collect::<Vec<_>>()
    };
    lists.push(("Defects that survive", names(&mut hunted.survivors())));
    lists.push(("Defects that only wider scopes show", names(&mut summary.deep_only())));
    if plan.tells_all() && !hunted.is_cut {
        lists.push(("Parts of promises that no defect breaks", summary.unbroken.clone()));
        let idle = hunted.idle().into_iter().map(|refusal| refusal.name().to_owned());
        lists.push(("Safeguards whose removal breaks nothing", idle.collect()));
        let alike = summary.alike.iter().map(|group| group.join(" = "));
        lists.push((
            "Defects that count as one, since they break the same by the same stories",
            alike.collect(),
        ));
    }
    let mut text = String::new();
    for (title, found) in lists.into_iter().filter(|(_, found)| !found.is_empty()) {
        text.push_str(&page.heading(title));
        for name in found {
            text.push_str(&page.hanging("  ", &name));
        }
        text.push('\n');
    }
    text
}

fn closing(plan: &Plan, hunted: &Hunted) -> String {
    let summary = &hunted.summary;
    let (all, uncaught) = (summary.defects.len(), summary.uncaught().count());
    let hunts = match hunted.hunts.len() {
        1 => "1 hunt".to_owned(),
        hunts => format!("{hunts} hunts"),
    };
    let resumed = match hunted.resumed {
        0 => String::new(),
        known => format!(", {known} of them from the journal"),
    };
    let place = match (plan.scopes_chosen, plan.quick) {
        (true, _) => "the scopes given",
        (false, true) => "the scopes that tell of them",
        (false, false) => "every scope",
    };
    let mut text = format!(
        "{} of {all} defects are told of, hunted in {place}: {hunts}{resumed}, {:.0} s.",
        all - uncaught,
        hunted.seconds
    );
    if plan.quick {
        text.push_str(" Which parts and safeguards nothing breaks is told without --quick.");
    }
    let open: Vec<&str> = hunted.open().map(|defect| defect.row.defect.name()).collect();
    if !open.is_empty() {
        text.push_str(&format!(" Not hunted to the end, so nothing is said of {}.", open.join(", ")));
    }
    if hunted.is_cut {
        text.push_str(" The work was cut short: what is missing was not hunted.");
    }
    text
}
