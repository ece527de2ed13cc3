//! The lawful twins that ship with the tool.

use std::collections::BTreeMap;
use std::path::Path;
use vouchsafe_engine::replay::Trace;

/// Every twin by the promise that it is a twin for: its file's name and what it holds.
pub(crate) fn twins() -> BTreeMap<String, Vec<(String, Trace)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/twins");
    let mut twins: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        // PROMISE.NUMBER.jsonl, and a promise's id has one full stop.
        let promise = file.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
        let trace = Trace::parse(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        twins.entry(promise).or_default().push((file, trace));
    }
    twins
}
