//! Documents written from the registries, so that no page says what the code does not.
//!
//! Each function gives text; reading and writing files is left to the caller. A page is either generated as a
//! whole, or has generated parts between two markers, `<!-- generated: NAME -->` and `<!-- end: NAME -->`.

mod evidence;
mod logs;
mod model;
mod policy;
mod promises;
mod readings;
mod schema;

pub use evidence::{Seen, Twins, alike, blind, evidence, mutants, seen};
pub use logs::{fields, kinds};
pub use model::{deadlines, defects, diagrams, fairness, faults, inputs, races, readings, scopes};
pub use policy::{Verdicts, policy, verdicts};
pub use promises::{Twin, promises};
pub use readings::{Tried, standings};
pub use schema::schema;

/// Why a page's generated parts could not be filled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// A part has no place in the page.
    #[error("the page has no `<!-- generated: {0} -->` with an `<!-- end: {0} -->` after it")]
    NoPlace(String),
    /// The page has a place for which there is no part.
    #[error("the page has a place for `{0}`, which nothing generates")]
    NoPart(String),
}

/// The page with the text between each pair of markers replaced by the part of that name.
///
/// # Errors
/// A part without a place, and a place without a part.
pub fn fill(page: &str, parts: &[(&str, String)]) -> Result<String, FillError> {
    const OPEN: &str = "<!-- generated: ";
    for place in page.split(OPEN).skip(1) {
        let name = place.split(" -->").next().unwrap_or_default();
        if parts.iter().all(|(part, _)| *part != name) {
            return Err(FillError::NoPart(name.to_owned()));
        }
    }
    let mut filled = page.to_owned();
    for (name, text) in parts {
        let no_place = || FillError::NoPlace((*name).to_owned());
        let (before, rest) = filled.split_once(&format!("{OPEN}{name} -->\n")).ok_or_else(no_place)?;
        let end = format!("<!-- end: {name} -->");
        let (_, after) = rest.split_once(&end).ok_or_else(no_place)?;
        filled = format!("{before}{OPEN}{name} -->\n\n{text}\n{end}{after}");
    }
    Ok(filled)
}

/// A table; each row has a cell for each heading.
fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut text = line(&head.map(str::to_owned));
    text.push_str(&line(&head.map(|_| "---".to_owned())));
    for row in rows {
        text.push_str(&line(&row.map(|cell| cell.replace('|', "\\|"))));
    }
    text
}

/// Names in code type, with commas between; a dash for none.
fn names<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let names: Vec<_> = names.into_iter().map(|name| format!("`{}`", name.as_ref())).collect();
    if names.is_empty() { "-".to_owned() } else { names.join(", ") }
}

/// Words with commas between; a dash for none.
fn words<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> String {
    let words: Vec<_> = words.into_iter().map(|word| word.as_ref().to_owned()).collect();
    if words.is_empty() { "-".to_owned() } else { words.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "before\n<!-- generated: a -->\nold\n<!-- end: a -->\nafter\n";

    #[test]
    fn parts_are_filled_in_and_filled_again_alike() {
        let parts = [("a", "new\n".to_owned())];
        let filled = fill(PAGE, &parts).unwrap();
        assert_eq!(filled, "before\n<!-- generated: a -->\n\nnew\n\n<!-- end: a -->\nafter\n");
        assert_eq!(fill(&filled, &parts).unwrap(), filled);
    }

    #[test]
    fn places_and_parts_must_meet() {
        let both = [("a", String::new()), ("b", String::new())];
        assert_eq!(fill(PAGE, &both), Err(FillError::NoPlace("b".into())));
        assert_eq!(fill(PAGE, &[]), Err(FillError::NoPart("a".into())));
        assert_eq!(fill("<!-- generated: a -->\n", &both[..1]), Err(FillError::NoPlace("a".into())));
    }

    #[test]
    fn a_table_has_its_bars_escaped() {
        assert_eq!(table(["x"], [["a|b".to_owned()]]), "| x |\n| --- |\n| a\\|b |\n");
        assert_eq!((names(["a", "b"]), names::<&str>([])), ("`a`, `b`".into(), "-".into()));
    }
}
