//! `monitor`: judges a log, without any model of the system behind it.

mod follow;
mod json;
mod quote;
mod text;
mod wrong;

use super::rules;
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::interrupt;
use crate::moment::{self, Until};
use crate::outcome::Outcome;
use crate::stream::Stream;
use clap::Args;
use follow::Followed;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use vouchsafe_alphabet::Rules;
use vouchsafe_monitor::Verdict;
use vouchsafe_oracle::{Following, promises};

const EXAMPLES: &str = "\
Examples:
  vouchsafe monitor merged.jsonl --reorder-window 5m --until +7d
  tail -f events.jsonl | vouchsafe monitor - --keep-going --breaches breaches.jsonl";

/// The options of `monitor`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Monitor {
    /// The log, one JSON object a line; - reads standard input
    #[arg(value_name = "FILE")]
    log: PathBuf,
    /// Judge by the rules of this TOML file, not by those of the log's header
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,
    /// Judge this promise only; may be given again
    #[arg(long = "promise", value_name = "ID")]
    promises: Vec<String>,
    /// Judge by this choice of a reading; may be given again
    #[arg(long = "reading", value_name = "NAME=CHOICE")]
    readings: Vec<String>,
    /// Let time pass up to this moment after the last line, so that deadlines before it are settled: milliseconds
    /// since the start of the log, or with units (7d, 36h); +T counts from the last line
    #[arg(long, value_name = "T", value_parser = Until::parse)]
    until: Option<Until>,
    /// Put lines in order of time where they are no more than this out of it, such as 500ms or 5m; a line that is
    /// later than that is refused
    #[arg(long, value_name = "DURATION", value_parser = moment::parse_length)]
    reorder_window: Option<u64>,
    /// Pass over lines that cannot be used; what they might have broken stays undecided
    #[arg(long)]
    keep_going: bool,
    /// Write each breach to this file while reading, as JSON Lines
    #[arg(long, value_name = "FILE")]
    breaches: Option<PathBuf>,
}

/// Whether a path stands for a standard stream.
fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

impl Monitor {
    /// Judges the log.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        self.check_promises()?;
        let given = self.given_rules()?;
        let log = self.open()?;
        let mut stream = self.stream(context.shared.force)?;
        interrupt::heed()?;
        let followed = self.follow(context, given, log, stream.as_mut())?;
        match context.shared.format {
            Format::Json => context.say_json(&json::report(&followed))?,
            Format::Text | Format::Csv => {
                let quotes = quote::of(&self.log, &followed);
                let text = text::report(&context.page(), &self.name(), &followed, &quotes);
                context.say(&text)?;
            }
        }
        // Results that cannot be written take the stream of breaches with them.
        context.out.flush().map_err(Failure::Standard)?;
        if let Some(stream) = stream {
            stream.keep()?;
        }
        Ok(outcome(&followed))
    }

    /// What the log is called in messages.
    fn name(&self) -> String {
        if is_standard(&self.log) { "standard input".to_owned() } else { self.log.display().to_string() }
    }

    fn check_promises(&self) -> Result<(), Failure> {
        let known = promises::all::<Following>();
        let leads = promises::leads_to::<Following>();
        for id in &self.promises {
            if leads.iter().any(|promise| promise.id == id) {
                return Err(Failure::usage(
                    format!("`{id}` leads to something sooner or later, and no log that ends decides it"),
                    format!("`vouchsafe check --promise {id}` decides it for the model"),
                ));
            }
            if known.iter().all(|promise| promise.id != id) {
                let names = known.iter().map(|promise| promise.id);
                return Err(Failure::unknown("promise", id, names, "`vouchsafe list promises` lists all"));
            }
        }
        Ok(())
    }

    /// The rules that the options fix whatever the log's header says, if they do.
    fn given_rules(&self) -> Result<Option<Rules>, Failure> {
        let mut given = match &self.rules {
            Some(path) => Some(rules::read(path)?),
            None => None,
        };
        // Settings that no rules can take are found before anything is read.
        rules::set(given.as_mut().unwrap_or(&mut Rules::default()), &self.readings)?;
        Ok(given)
    }

    fn open(&self) -> Result<(Box<dyn Read + Send>, Option<u64>), Failure> {
        if is_standard(&self.log) {
            return Ok((Box::new(io::stdin()), None));
        }
        let failed = |error| Failure::read(&self.log, error);
        let file = File::open(&self.log).map_err(failed)?;
        let found = file.metadata().map_err(failed)?;
        if found.is_dir() {
            return Err(failed(io::ErrorKind::IsADirectory.into()));
        }
        Ok((Box::new(file), found.is_file().then_some(found.len())))
    }

    fn stream(&self, force: bool) -> Result<Option<Stream>, Failure> {
        let Some(path) = &self.breaches else {
            return Ok(None);
        };
        let same = |other: &Path| match (path.canonicalize(), other.canonicalize()) {
            (Ok(path), Ok(other)) => path == other,
            (Ok(_), Err(_)) | (Err(_), _) => false,
        };
        if same(&self.log) || self.rules.as_deref().is_some_and(same) {
            return Err(Failure::usage(
                format!("`{}` is read, and breaches cannot be written to it as well", path.display()),
                "give `--breaches` a file of its own",
            ));
        }
        Stream::create(path, force).map(Some)
    }
}

/// How the command ends. An interrupted run settles nothing, even where breaches were found.
fn outcome(followed: &Followed) -> Outcome {
    if followed.interrupted {
        return Outcome::Open;
    }
    match followed.report.verdict() {
        Verdict::NoBreach => Outcome::Kept,
        Verdict::Breached => Outcome::Broken,
        Verdict::Undecided => Outcome::Open,
    }
}
