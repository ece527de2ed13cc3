//! Where verdicts flip, in JSON.

use super::Swept;
use crate::interrupt;
use crate::manifest;
use serde::Serialize;
use vouchsafe_alphabet::trace::Manifest;
use vouchsafe_engine::Scope;
use vouchsafe_engine::sweep::{Cell, Grid, Plane};

const SCHEMA: &str = "vouchsafe.sweep/1";

/// The report.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    #[serde(flatten)]
    manifest: Manifest,
    interrupted: bool,
    planes: Vec<OnePlane<'a>>,
}

#[derive(Serialize)]
struct OnePlane<'a> {
    parameter: String,
    values: &'a [u32],
    against: String,
    against_values: &'a [u32],
    promises: Vec<Promise<'a>>,
}

#[derive(Serialize)]
struct Promise<'a> {
    id: &'a str,
    scopes: &'a [String],
    flips: bool,
    /// The relation in words; null where none is simple enough.
    holds: Option<String>,
    /// A row for each value of the parameter.
    cells: Vec<Vec<OneCell>>,
}

#[derive(Serialize)]
struct OneCell {
    verdict: &'static str,
    shortest: Option<u32>,
}

/// The report of what was swept.
pub(super) fn report<'a>(scopes: &[Scope], swept: &'a [Swept]) -> Report<'a> {
    Report {
        manifest: Manifest { scopes: scopes.iter().map(manifest::source).collect(), ..manifest::of(SCHEMA) },
        interrupted: interrupt::asked(),
        planes: swept.iter().map(plane).collect(),
    }
}

fn plane(Swept { plane, grids }: &Swept) -> OnePlane<'_> {
    OnePlane {
        parameter: plane.rows.to_string(),
        values: &plane.row_values,
        against: plane.columns.to_string(),
        against_values: &plane.column_values,
        promises: grids.iter().map(|grid| promise(plane, grid)).collect(),
    }
}

fn promise<'a>(plane: &Plane, grid: &'a Grid) -> Promise<'a> {
    let row = |cells: &Vec<Cell>| {
        let cell = |cell: &Cell| OneCell { verdict: cell.verdict.name(), shortest: cell.shortest };
        cells.iter().map(cell).collect()
    };
    Promise {
        id: grid.promise,
        scopes: &grid.scopes,
        flips: grid.flips(),
        holds: grid.relation.map(|relation| relation.says(plane.rows, plane.columns)),
        cells: grid.cells.iter().map(row).collect(),
    }
}
