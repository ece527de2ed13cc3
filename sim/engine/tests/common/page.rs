//! Generated pages: held against what they ought to be, or written anew.

use std::fs;
use std::path::{Path, PathBuf};

const RENEW: &str =
    "VOUCHSAFE_RENEW=1 cargo test -p vouchsafe-engine --test documents --test readings --test strength";

/// The root of the project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Holds a file against what it ought to be, or writes it when that is asked for.
pub(crate) fn hold(file: &str, ought: &str) {
    let path = root().join(file);
    let is = fs::read_to_string(&path).unwrap_or_default();
    if is == ought {
        return;
    }
    if std::env::var_os("VOUCHSAFE_RENEW").is_some_and(|value| value == "1") {
        return fs::write(&path, ought).expect("the file can be written");
    }
    let line = is.lines().zip(ought.lines()).take_while(|(is, ought)| is == ought).count();
    panic!(
        "{file} is out of date from line {} on, which ought to be\n  {}\nrenew it with\n  {RENEW}",
        line + 1,
        ought.lines().nth(line).unwrap_or("(the end)")
    );
}
