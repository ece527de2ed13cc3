//! Keeps a file that a fuzzer found: tells what it does, writes its story, and puts it into the committed corpus.
//!
//! `cargo run -p vouchsafe-fuzz --bin keep -- TARGET FILE [STORY]`

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use vouchsafe_engine::digest::sha256;
use vouchsafe_fuzz::{TARGETS, story};

/// What to do, and with what.
struct Order {
    target: String,
    file: PathBuf,
    story: Option<PathBuf>,
}

fn order() -> Result<Order, String> {
    let mut words = std::env::args().skip(1);
    let (Some(target), Some(file)) = (words.next(), words.next()) else {
        let names: Vec<_> = TARGETS.iter().map(|(name, _)| *name).collect();
        return Err(format!(
            "say which target and which file: keep TARGET FILE [STORY]; targets are {}",
            names.join(", ")
        ));
    };
    Ok(Order { target, file: file.into(), story: words.next().map(PathBuf::from) })
}

/// The ending of a story's file, and how the tool reads it.
fn reader(target: &str) -> (&'static str, &'static str) {
    match target {
        "agreement" | "log" => ("jsonl", "vouchsafe monitor"),
        "scope" => ("toml", "vouchsafe check --scope"),
        "register" => ("toml", "a register, which is read when the tool is built:"),
        _ => ("jsonl", "vouchsafe replay"),
    }
}

fn keep(order: &Order) -> Result<String, String> {
    let names: Vec<_> = TARGETS.iter().map(|(name, _)| *name).collect();
    let (_, target) = TARGETS
        .iter()
        .find(|(name, _)| *name == order.target)
        .ok_or_else(|| format!("there is no target `{}`; there are {}", order.target, names.join(", ")))?;
    let told = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let data = std::fs::read(&order.file).map_err(|error| told(&order.file, error))?;
    let name = format!("found-{}", sha256(&data).chars().take(16).collect::<String>());
    let (ending, reader) = reader(&order.target);
    let story = order.story.clone().unwrap_or_else(|| format!("{}-{name}.{ending}", order.target).into());
    let text = story::of(&order.target, &data).ok_or("these bytes choose nothing")?;
    // Nothing is overwritten, and nothing is kept whose story cannot be.
    let mut file = std::fs::File::create_new(&story).map_err(|error| told(&story, error))?;
    file.write_all(text.as_bytes()).map_err(|error| told(&story, error))?;
    let kept =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/corpus").join(&order.target).join(name);
    std::fs::write(&kept, &data).map_err(|error| told(&kept, error))?;
    let fails = std::panic::catch_unwind(|| target(&data)).is_err();
    Ok(format!(
        "{}\nkept as {}\nits story: {reader} {}\n",
        if fails { "The target fails on it." } else { "The target passes on it." },
        kept.display(),
        story.display()
    ))
}

fn main() -> ExitCode {
    match order().and_then(|order| keep(&order)) {
        Ok(told) => {
            let _ = std::io::stdout().lock().write_all(told.as_bytes());
            ExitCode::SUCCESS
        }
        Err(wrong) => {
            let _ = writeln!(std::io::stderr().lock(), "error: {wrong}");
            ExitCode::from(2)
        }
    }
}
