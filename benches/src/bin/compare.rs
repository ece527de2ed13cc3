//! Compares searches in one run: this project's, those of two releases of stateright, SPIN's, and a loop written for
//! the one model.
//!
//! Each search runs in a process of its own, several times and in turn with the others; what is printed are medians,
//! and what counts are their ratios. Every search has to find the same number of states. Two bounds are measured in the
//! same run: what a search of the wide scope that costs nothing would reach, and what two cores do for two searches that
//! know nothing of each other.
//!
//! `cargo run --release -p vouchsafe-benches --bin compare -- [ROUNDS]`
#![expect(clippy::print_stdout, reason = "it reports on standard output")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Instant;
use vouchsafe_benches::contest::{
    Contest, Measured, Search, WIDE, WIDE_BESIDE, WIDE_OTHERS, WIDE_TWICE, reference_searches, wide_searches,
};
use vouchsafe_benches::reference;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["one", name] => one(name),
        [rounds] => rounds.parse().map_err(Into::into).and_then(compare),
        [] => compare(3),
        _ => Err("usage: compare [ROUNDS]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one search and prints what it took; for the processes that [`compare`] starts.
fn one(name: &str) -> Result<(), Box<dyn Error>> {
    let searches = reference_searches().into_iter().chain(wide_searches());
    let search = searches.into_iter().find(|search| search.name == name).ok_or("no such search")?;
    let start = Instant::now();
    let (states, beside) = (search.run)();
    println!("{states} {} {} {beside}", start.elapsed().as_nanos(), peak_bytes()?);
    Ok(())
}

/// The most memory that this process has had, as the system says; nought where it does not.
fn peak_bytes() -> Result<u64, Box<dyn Error>> {
    let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return Ok(0) };
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    Ok(line.trim().trim_end_matches(" kB").parse::<u64>()? * 1024)
}

fn compare(rounds: usize) -> Result<(), Box<dyn Error>> {
    let spin = Spin::build();
    let mut contest = Contest::new("the reference model", reference::STATES);
    let mut wide = Contest::new("the wide scope", 0);
    for round in 1..=rounds.max(1) {
        println!("round {round} of {}", rounds.max(1));
        for (into, searches) in [(&mut contest, reference_searches()), (&mut wide, wide_searches())] {
            for search in &searches {
                into.enter(search, measure(search)?)?;
            }
        }
        wide.enter_as(WIDE_BESIDE, two_at_once(WIDE)?)?;
        match &spin {
            Ok(spin) => contest.enter_as("SPIN, depth first", spin.measure()?)?,
            Err(why) => println!("SPIN is not measured: {why}"),
        }
    }
    println!("{contest}\n{wide}\n{}", bounds(&wide).ok_or("a search of the wide scope is missing")?);
    Ok(())
}

/// What no search of the wide scope can exceed on this machine.
fn bounds(wide: &Contest) -> Option<String> {
    let seconds = |name| wide.nanoseconds(name).map(|time| time as f64 / 1e9);
    let (once, twice, beside) = (seconds(WIDE)?, seconds(WIDE_TWICE)?, seconds(WIDE_BESIDE)?);
    let others: Option<Vec<f64>> = WIDE_OTHERS.into_iter().map(seconds).collect();
    let other = others?.into_iter().fold(f64::INFINITY, f64::min);
    let expanding = twice - once;
    Some(format!(
        "Expanding states takes {expanding:.2} s of the {once:.2} s; a search that cost nothing besides would be {:.2} times \
         as fast as the faster stateright.\nTwo processes at the same time do {:.2} times as much as one.",
        other / expanding,
        2.0 * once / beside,
    ))
}

fn measure(search: &Search) -> Result<Measured, Box<dyn Error>> {
    told(&search.name, spawn(&search.name)?)
}

/// What a search takes in two processes at the same time: the longer of both.
fn two_at_once(name: &str) -> Result<Measured, Box<dyn Error>> {
    let (one, other) = (spawn(name)?, spawn(name)?);
    let (one, other) = (told(name, one)?, told(name, other)?);
    Ok(if one.nanoseconds > other.nanoseconds { one } else { other })
}

/// A process with this search.
fn spawn(name: &str) -> Result<Child, Box<dyn Error>> {
    Ok(Command::new(std::env::current_exe()?).args(["one", name]).stdout(Stdio::piped()).spawn()?)
}

/// What the process says that the search took.
fn told(name: &str, process: Child) -> Result<Measured, Box<dyn Error>> {
    let text = String::from_utf8(process.wait_with_output()?.stdout)?;
    let words: Vec<u64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    match words[..] {
        [states, nanoseconds, bytes, beside] => Ok(Measured { states, nanoseconds, bytes, beside }),
        _ => Err(format!("{name} says: {text}").into()),
    }
}

/// SPIN's checker of the reference model, built with what the model's authors recommend.
struct Spin {
    folder: PathBuf,
}

impl Spin {
    fn build() -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!("vouchsafe-spin-{}", std::process::id()));
        let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reference/tv.pml");
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        std::fs::copy(model, folder.join("tv.pml")).map_err(|error| error.to_string())?;
        let spin = Self { folder };
        spin.command("spin", &["-a", "tv.pml"])?;
        spin.command("cc", &["-O2", "-DSAFETY", "-DNOREDUCE", "-DMEMLIM=16000", "-o", "pan", "pan.c"])?;
        Ok(spin)
    }

    fn command(&self, name: &str, arguments: &[&str]) -> Result<String, String> {
        let output = Command::new(name).args(arguments).current_dir(&self.folder).output();
        let output = output.map_err(|error| format!("`{name}`: {error}"))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(format!("`{name}` fails: {}", String::from_utf8_lossy(&output.stderr)))
        }
    }

    fn measure(&self) -> Result<Measured, Box<dyn Error>> {
        let pan = self.folder.join("pan");
        let pan = pan.to_str().ok_or("the folder for temporary files has a strange name")?;
        let start = Instant::now();
        let said = self.command(pan, &["-E", "-w24", "-m1200000"])?;
        let nanoseconds = start.elapsed().as_nanos().try_into()?;
        let number = |line: &str| line.split_whitespace().next().and_then(|word| word.parse::<f64>().ok());
        let find = |what: &str| said.lines().find(|line| line.contains(what)).and_then(number);
        let states = find("states, stored").ok_or("SPIN does not say how many states it stored")?;
        let megabytes = find("total actual memory usage").unwrap_or_default();
        let bytes = (megabytes * 1024.0 * 1024.0) as u64;
        Ok(Measured { states: states as u64, nanoseconds, bytes, beside: 0 })
    }
}

impl Drop for Spin {
    fn drop(&mut self) {
        // What is left in the folder for temporary files does no harm.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
