//! The binary as people and scripts meet it: exit codes, what is written where, and what is left alone.

mod check;
mod clauses;
mod coverage;
#[cfg(unix)]
mod explore;
mod failures;
mod graphs;
mod jurisdictions;
mod latency;
mod listing;
mod matrix;
mod monitor;
mod output;
mod readings;
mod readme;
mod replay;
mod reports;
#[cfg(unix)]
mod signals;
mod simulate;
mod step;
mod sweep;
mod walks;
mod wrong_scopes;

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const COMPLETE: &str = r#"{"schema":"vouchsafe.trace/1","start":"complete"}"#;
const PROMOTED: &str = r#"{"at":5,"kind":"messaged","person":"ana","by":"vendor","mail":"newsletter","channel":"email","promotional":true}"#;
const AGREED: &str = r#"{"at":1,"kind":"answered","person":"ana","verbs":["use"],"categories":["account"],"answer":"yes","form":"separate","purpose":"direct-marketing"}"#;
const WITHDREW: &str = r#"{"at":10,"kind":"withdrew","request":"w1","person":"ana","verbs":["use"],"categories":["account"],"channel":"email"}"#;

/// A folder of its own for a test, in which the binary is run.
struct Desk(TempDir);

/// What a run has left.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file of these lines.
    fn lay(&self, name: &str, lines: &[&str]) {
        std::fs::write(self.path(name), lines.join("\n") + "\n").expect("it is written");
    }

    fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vouchsafe"));
        command.args(arguments).current_dir(self.0.path()).env_remove("NO_COLOR");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Ran {
        self.command(arguments).output().expect("it runs").into()
    }

    /// Runs it with this on standard input.
    fn run_on(&self, input: &[u8], arguments: &[&str]) -> Ran {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().expect("it starts");
        // Who stops to read before the end of its input has a reason, which the test looks at.
        let _ = child.stdin.take().expect("it has one").write_all(input);
        child.wait_with_output().expect("it ends").into()
    }

    fn json<S: AsRef<OsStr>>(&self, arguments: &[S]) -> serde_json::Value {
        let mut command = self.command(arguments);
        command.args(["--format", "json"]);
        let ran: Ran = command.output().expect("it runs").into();
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {} {}", ran.out, ran.err))
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }
}
