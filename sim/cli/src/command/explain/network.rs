//! A network profile explained: every figure with the reason for it.

use super::section;
use crate::page::Page;
use serde_json::{Value, json};
use vouchsafe_engine::network::Profile;

/// The profile as an item of a list.
pub(in crate::command) fn to_json(profile: &Profile) -> Value {
    let figures = profile.figures().into_iter();
    let figures = figures.map(|(of, figure, why)| json!({ "of": of, "figure": figure, "assumption": why }));
    json!({
        "id": profile.name,
        "about": profile.about.0,
        "figures": figures.collect::<Vec<_>>(),
        "sha256": profile.sha256,
    })
}

/// The explanation.
pub(super) fn text(page: &Page, profile: &Profile) -> String {
    let rows = profile.figures().into_iter();
    let rows = rows.map(|(of, figure, why)| vec![of, figure, why.to_owned()]).collect();
    let mut text = format!("{} (network)\n\n", profile.name);
    text.push_str(&page.paragraph(2, &profile.about.0));
    text.push_str(&section(page, "Assumes", rows));
    text
}
