//! The project as a whole: which crate may use which, which folders there are, and how its files look.

mod edges;
mod tidy;

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folders of the project's root, without those of tools.
fn folders() -> Vec<String> {
    let entries = fs::read_dir(root()).expect("the root is there");
    let entries = entries.map(|entry| entry.expect("it can be read"));
    let names = entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|name| !name.starts_with('.') && name != "target").collect();
    names.sort();
    names
}

#[test]
fn there_are_these_folders_and_no_others() {
    assert_eq!(folders(), ["benches", "docs", "fixtures", "fuzz", "model", "sim"]);
}
