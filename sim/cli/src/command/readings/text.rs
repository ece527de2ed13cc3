//! What was found of the choices, for people.

use super::Tried;
use crate::interrupt;
use crate::moment::count;
use crate::page::Page;
use std::collections::BTreeSet;
use vouchsafe_alphabet::readings::Strength;
use vouchsafe_engine::Verdict;
use vouchsafe_engine::standings::{Side, Standing, Standings};

/// The report.
pub(super) fn report(page: &Page, tried: &[Tried]) -> String {
    let mut text = String::new();
    let mut reading = "";
    let mut rows = Vec::new();
    for (place, of) in tried.iter().enumerate() {
        if of.reading.name != reading {
            reading = of.reading.name;
            text.push_str(&page.heading(&format!("{reading}: {}", of.reading.question)));
            text.push('\n');
        }
        rows.push(row(of));
        if tried.get(place + 1).is_none_or(|next| next.reading.name != reading) {
            let head = ["choice", "played and judged", "played alone", "judged alone"];
            text.push_str(&page.table(2, &head, std::mem::take(&mut rows)));
            text.push('\n');
        }
    }
    text + &page.paragraph(0, &last_words(tried))
}

fn row(tried: &Tried) -> Vec<String> {
    let strength = match tried.choice.strength {
        Strength::Default => "default",
        Strength::Weaker => "weaker",
        Strength::Stronger => "stronger",
    };
    let cell = |side: Side| {
        let found = tried.sides.iter().find(|standings| standings.side == side);
        found.map_or_else(|| "not come to".to_owned(), cell)
    };
    [format!("{}, {strength}", tried.choice.name)].into_iter().chain(Side::ALL.map(cell)).collect()
}

fn cell(standings: &Standings) -> String {
    let mut said = Vec::new();
    let of = |which: fn(&&Standing) -> bool| standings.promises.iter().filter(which);
    let ids =
        |standings: Vec<&Standing>| standings.iter().map(|of| of.promise).collect::<Vec<_>>().join(", ");
    for standing in of(|standing| !standing.fallen.is_empty()) {
        let shortest = standing.fallen.iter().map(|fallen| fallen.length).min().unwrap_or_default();
        let parts: Vec<_> = standing.fallen.iter().map(|fallen| fallen.part).collect();
        said.push(format!("breaks {} ({}; {shortest})", standing.promise, parts.join(", ")));
    }
    for standing in of(|standing| standing.fallen.is_empty() && standing.verdict == Verdict::Breached) {
        said.push(format!("of {} out of reach: {}", standing.promise, standing.unseen.join(", ")));
    }
    for (verdict, which) in [
        ("vacuous", (|standing| standing.verdict == Verdict::Vacuous) as fn(&&Standing) -> bool),
        ("bounded", |standing| standing.verdict == Verdict::Bounded),
    ] {
        let such: Vec<_> = of(which).collect();
        if !such.is_empty() {
            said.push(format!("{verdict}: {}", ids(such)));
        }
    }
    let hold = of(|standing| standing.verdict == Verdict::Holds).count();
    match (hold, said.is_empty()) {
        (0, _) => {}
        (1, true) => said.push("holds".to_owned()),
        (all, true) => said.push(format!("all {all} hold")),
        (1, false) => said.push("1 holds".to_owned()),
        (some, false) => said.push(format!("{some} hold")),
    }
    for (scope, why) in &standings.refused {
        said.push(format!("{scope} is left out: {why}"));
    }
    said.join("\n")
}

fn last_words(tried: &[Tried]) -> String {
    let scopes: BTreeSet<&String> = tried.iter().flat_map(|tried| &tried.scopes).collect();
    let settled = tried.iter().all(Tried::is_settled);
    let cut = if settled {
        "All were exhausted."
    } else {
        "Not all were exhausted: what is bounded proves nothing."
    };
    let interrupted = if interrupt::asked() { "Interrupted. " } else { "" };
    let come_to = tried.iter().filter(|tried| tried.sides.len() == Side::ALL.len()).count();
    let left = match tried.len() - come_to {
        0 => String::new(),
        left => format!(", {left} left"),
    };
    format!(
        "{interrupted}{} tried{left}, in {}, each in those that decide a promise on which its reading bears. After the parts that are \
         broken stands the length of the shortest run to one of them. {cut}",
        count(come_to as u64, "choice"),
        count(scopes.len() as u64, "scope"),
    )
}
