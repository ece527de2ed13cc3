//! Keeps a file that a fuzzer found: tells what it does, writes its story, and puts it into the committed corpus.
//!
//! `cargo run -p vouchsafe-fuzz --bin keep -- TARGET FILE [STORY]`

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
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

/// A number that the bytes decide, as sixteen digits.
fn digest(data: &[u8]) -> String {
    let number = data.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{number:016x}")
}

fn keep(order: &Order) -> Result<String, String> {
    let (_, target) = TARGETS
        .iter()
        .find(|(name, _)| *name == order.target)
        .ok_or_else(|| format!("there is no target `{}`", order.target))?;
    let data = std::fs::read(&order.file).map_err(|error| format!("{}: {error}", order.file.display()))?;
    let fails = std::panic::catch_unwind(|| target(&data)).is_err();
    let name = format!("found-{}", digest(&data));
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/corpus").join(&order.target);
    let kept = corpus.join(&name);
    if !kept.exists() {
        std::fs::write(&kept, &data).map_err(|error| format!("{}: {error}", kept.display()))?;
    }
    let told = order.story.clone().unwrap_or_else(|| format!("{}-{name}.jsonl", order.target).into());
    if told.exists() {
        return Err(format!("{} is there already; name another file for the story", told.display()));
    }
    let text = story::of(&order.target, &data).ok_or("these bytes choose nothing")?;
    std::fs::write(&told, text).map_err(|error| format!("{}: {error}", told.display()))?;
    let reader = if matches!(order.target.as_str(), "honest" | "defective") { "replay" } else { "monitor" };
    Ok(format!(
        "{}\nkept as {}\nits story: vouchsafe {reader} {}\n",
        if fails { "The target fails on it." } else { "The target passes on it." },
        kept.display(),
        told.display()
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
