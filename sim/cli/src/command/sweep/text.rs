//! Where verdicts flip, for people: a relation in a sentence, and the table that it was drawn from.

use super::Swept;
use crate::interrupt;
use crate::page::Page;
use vouchsafe_engine::Verdict;
use vouchsafe_engine::sweep::{Cell, Grid, Plane};

/// The report.
pub(super) fn report(page: &Page, swept: &[Swept]) -> String {
    let mut text = String::new();
    for Swept { plane, grids } in swept {
        let title = format!("{}, held against {}", plane.rows.says(), plane.columns.says());
        text.push_str(&page.heading(&title));
        text.push('\n');
        for grid in grids {
            text.push_str(&page.hanging("  ", &sentence(plane, grid)));
            if grid.flips() {
                text.push('\n');
                text.push_str(&table(page, plane, grid));
            }
            text.push('\n');
        }
    }
    if interrupt::asked() {
        text.push_str(&page.paragraph(0, "Interrupted: cells that were not come to are bounded."));
    }
    text + &page.paragraph(
        0,
        "Each cell was explored by itself. `holds` is said where all scopes were exhausted; after a breach stands \
         the length of the shortest run to it. A relation is the simplest one that says of each of these cells \
         whether the promise is shown to hold there; of other values nothing is said.",
    )
}

fn sentence(plane: &Plane, grid: &Grid) -> String {
    let scopes = match grid.scopes.as_slice() {
        [scope] => format!("in {scope}"),
        scopes => format!("in {} scopes ({})", scopes.len(), scopes.join(", ")),
    };
    match grid.relation {
        Some(relation) => {
            format!("{} holds {}, {scopes}.", grid.promise, relation.says(plane.rows, plane.columns))
        }
        None if grid.bounded() > 0 => {
            let cells = grid.cells.iter().flatten().count();
            format!(
                "{} is not decided: {} of {cells} cells are bounded, {scopes}.",
                grid.promise,
                grid.bounded()
            )
        }
        None => format!("{}: no simple relation says where it holds, {scopes}.", grid.promise),
    }
}

fn table(page: &Page, plane: &Plane, grid: &Grid) -> String {
    let head: Vec<String> = std::iter::once(format!("{} \\ {}", plane.rows, plane.columns))
        .chain(plane.column_values.iter().map(u32::to_string))
        .collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let rows = plane.row_values.iter().zip(&grid.cells);
    let rows =
        rows.map(|(value, cells)| std::iter::once(value.to_string()).chain(cells.iter().map(word)).collect());
    page.table(4, &head, rows.collect())
}

fn word(cell: &Cell) -> String {
    match *cell {
        Cell { verdict: Verdict::Breached, shortest: Some(length) } => format!("breached {length}"),
        Cell { verdict: Verdict::Breached, shortest: None } => "out of reach".to_owned(),
        Cell { verdict, .. } => verdict.name().to_owned(),
    }
}
