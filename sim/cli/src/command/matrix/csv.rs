//! The matrix as comma-separated values: a row for each part that a defect breaks and each witness that it loses, and
//! one with empty cells for a defect of which nothing tells.

use super::hunting::Hunted;
use std::fmt::Write;
use vouchsafe_alphabet::Word;

/// The report. No name in it has a comma or a quotation mark.
pub(super) fn report(hunted: &Hunted) -> String {
    let mut text = "defect,clauses,effect,promise,part,scope,length\n".to_owned();
    let mut row = |cells: [&str; 7]| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", cells.join(","));
    };
    for defect in &hunted.summary.defects {
        let (name, clauses) = (defect.row.defect.name(), defect.row.clauses.join(" "));
        for broken in &defect.breaks {
            let length = broken.length.to_string();
            row([name, &clauses, "breaks", &broken.promise, &broken.part, &broken.scope, &length]);
        }
        for lost in &defect.loses {
            let (promise, witness) = lost.split_once('/').unwrap_or((lost, ""));
            row([name, &clauses, "loses", promise, witness, "", ""]);
        }
        if !defect.is_caught() {
            row([name, &clauses, "survives", "", "", "", ""]);
        }
    }
    text
}
