//! Where verdicts flip, in JSON.

use super::Swept;
use crate::manifest;
use serde_json::{Map, Value, json};
use vouchsafe_engine::Scope;
use vouchsafe_engine::sweep::{Cell, Grid, Plane};

const SCHEMA: &str = "vouchsafe.sweep/1";

/// The report.
pub(super) fn report(scopes: &[Scope], swept: &[Swept]) -> Value {
    let mut manifest = manifest::of(SCHEMA);
    manifest.scopes = scopes.iter().map(manifest::source).collect();
    let mut whole = match serde_json::to_value(manifest) {
        Ok(Value::Object(manifest)) => manifest,
        Ok(_) | Err(_) => Map::new(),
    };
    let planes = swept.iter().map(|Swept { plane, grids }| {
        json!({
            "parameter": plane.rows.to_string(),
            "values": plane.row_values,
            "against": plane.columns.to_string(),
            "against_values": plane.column_values,
            "promises": grids.iter().map(|grid| promise(plane, grid)).collect::<Vec<_>>(),
        })
    });
    whole.insert("planes".to_owned(), planes.collect());
    Value::Object(whole)
}

fn promise(plane: &Plane, grid: &Grid) -> Value {
    let cell = |cell: &Option<Cell>| match cell {
        Some(cell) => json!({ "verdict": cell.verdict.name(), "shortest": cell.shortest }),
        None => Value::Null,
    };
    let rows = grid.cells.iter().map(|cells| cells.iter().map(cell).collect::<Vec<_>>());
    json!({
        "id": grid.promise,
        "scopes": grid.scopes,
        "flips": grid.flips(),
        "holds": grid.relation.map(|relation| relation.says(plane.rows, plane.columns)),
        "cells": rows.collect::<Vec<_>>(),
    })
}
