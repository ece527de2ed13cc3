//! Imports run one way: the crates use each other as the table in docs/ARCHITECTURE.md says, and not otherwise.

use crate::root;
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A crate's folder, and the crates of ours that it uses.
type Edges = BTreeMap<String, (String, BTreeSet<String>)>;

fn metadata() -> Metadata {
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join("Cargo.toml")).no_deps().exec().expect("cargo describes the workspace")
}

/// Words in code type.
fn names(cell: &str) -> BTreeSet<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The edges that the document states.
fn documented() -> Edges {
    let page = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).expect("the page is there");
    let table =
        page.split_once("<!-- edges -->").and_then(|(_, rest)| rest.split_once("<!-- end: edges -->"));
    let (table, _) = table.expect("the page has a table of edges between its markers");
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(names).collect();
        let [name, folder, uses] = cells.as_slice() else { panic!("three cells are wanted: {row}") };
        let only = |cell: &BTreeSet<String>| {
            assert_eq!(cell.len(), 1, "one name is wanted: {row}");
            cell.first().cloned().unwrap_or_default()
        };
        (only(name), (only(folder), uses.clone()))
    })
    .collect()
}

/// The crates of ours that a crate uses in this way.
fn uses(package: &Package, kind: DependencyKind, ours: &BTreeSet<String>) -> BTreeSet<String> {
    let used = package.dependencies.iter().filter(|dependency| dependency.kind == kind);
    used.map(|dependency| dependency.name.clone()).filter(|name| ours.contains(name)).collect()
}

#[test]
fn crates_use_each_other_as_the_table_says() {
    let metadata = metadata();
    let packages = metadata.workspace_packages();
    let ours: BTreeSet<_> = packages.iter().map(|package| package.name.to_string()).collect();
    let found: Edges = packages
        .iter()
        .map(|package| {
            let folder = package.manifest_path.parent().expect("a manifest lies in a folder");
            let folder = folder.strip_prefix(&metadata.workspace_root).expect("it lies in the workspace");
            let used = uses(package, DependencyKind::Normal, &ours);
            (package.name.to_string(), (folder.to_string(), used))
        })
        .collect();
    assert_eq!(found, documented(), "found on the left, documented on the right");
}

#[test]
fn the_model_is_tested_and_built_without_the_rest() {
    let metadata = metadata();
    let packages = metadata.workspace_packages();
    let ours: BTreeSet<_> = packages.iter().map(|package| package.name.to_string()).collect();
    for package in packages {
        let in_model = package.manifest_path.starts_with(metadata.workspace_root.join("model"));
        let built_with = uses(package, DependencyKind::Build, &ours);
        assert!(built_with.is_empty(), "{} is built with {built_with:?}", package.name);
        let tested_with = uses(package, DependencyKind::Development, &ours);
        assert!(!in_model || tested_with.is_empty(), "{} is tested with {tested_with:?}", package.name);
    }
}
