//! How files look: what each says first, how long it may be, and what none may contain.

use crate::{folders, root};
use std::fs;
use std::path::{Path, PathBuf};

/// The longest that a file of code may be, in lines.
const LINES_MAX: usize = 400;

/// Files of code that are longer, each with its reason.
const LONGER: &[(&str, &str)] = &[
    ("model/alphabet/src/data.rs", "lists of words, one beside the other, with nothing to follow"),
    ("model/alphabet/src/observation.rs", "one macro and the one list of all kinds that it reads"),
    ("model/system/src/action.rs", "one macro and the one list of all inputs that it reads"),
    ("model/system/src/defects.rs", "one macro and the one list of all defects that it reads"),
    ("sim/engine/src/arbitrary.rs", "one kind of observation after the other"),
    ("sim/engine/src/scope.rs", "the file's form and the scope that it becomes are read side by side"),
    ("sim/engine/tests/every_log.rs", "the letters of every family, one beside the other"),
];

/// What no file contains; each is written in two pieces, since this file is looked at as well.
const BARRED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("/wo", "rk/"),
    concat!("/t", "mp/"),
    concat!("#[", "ignore"),
];

/// The files under a folder, those of the project that people write, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            // What tools build or keep is theirs.
            if !["target", "corpus", "artifacts"].contains(&name.as_str()) {
                found.extend(files(&path));
            }
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every text file with one of these endings: its name from the root, and what is in it.
fn texts(endings: &[&str]) -> Vec<(String, String)> {
    let root = root();
    let mut paths: Vec<_> = folders().iter().flat_map(|folder| files(&root.join(folder))).collect();
    for place in [root.clone(), root.join(".ci"), root.join(".github/workflows")] {
        let entries = fs::read_dir(place).expect("it is there");
        paths
            .extend(entries.map(|entry| entry.expect("it can be read").path()).filter(|path| path.is_file()));
        // In a linked working tree that is a file of git's own.
        paths.retain(|path| !path.ends_with(".git"));
    }
    let wanted = |path: &PathBuf| {
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        endings.contains(&ending.as_str())
    };
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).expect("it lies in the project").display().to_string();
        (name, fs::read_to_string(&path).expect("it is text"))
    };
    paths.into_iter().filter(wanted).map(read).collect()
}

#[test]
fn every_file_of_code_begins_with_what_it_is() {
    let files = texts(&["rs"]);
    assert!(files.len() > 100, "the files of code are found");
    let silent: Vec<_> = files.iter().filter(|(_, text)| !text.starts_with("//! ")).collect();
    assert!(silent.is_empty(), "{:?}", silent.iter().map(|(name, _)| name).collect::<Vec<_>>());
}

#[test]
fn files_of_code_are_short_unless_there_is_a_reason() {
    let long = texts(&["rs"]).into_iter().filter(|(_, text)| text.lines().count() > LINES_MAX);
    let mut long: Vec<_> = long.map(|(name, _)| name).collect();
    long.sort();
    let listed: Vec<_> = LONGER.iter().map(|(name, _)| *name).collect();
    assert_eq!(long, listed, "longer than {LINES_MAX} lines on the left, listed with a reason on the right");
}

#[test]
fn what_the_compiler_cannot_check_is_in_one_place() {
    let word = concat!("uns", "afe ");
    let files = texts(&["rs"]).into_iter().filter(|(_, text)| {
        text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(word))
    });
    let files: Vec<_> = files.map(|(name, _)| name).collect();
    assert_eq!(files, ["sim/explore/src/unchecked/packing.rs", "sim/explore/src/unchecked/prefetch.rs"]);
}

#[test]
fn no_file_puts_work_off_or_knows_a_machine() {
    // A file without an ending is a script or a licence.
    for (name, text) in texts(&["rs", "md", "toml", "yml", "json", ""]) {
        for (number, line) in (1..).zip(text.lines()) {
            for barred in BARRED {
                assert!(!line.contains(barred), "{name}:{number} contains `{barred}`");
            }
        }
    }
}
