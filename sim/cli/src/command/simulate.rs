//! `simulate`: seeded runs of many households in virtual time, one oracle over all.

mod json;
mod run;
mod text;

use super::choices::Choices;
use super::limits;
use super::scopes;
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::interrupt;
use crate::manifest;
use crate::moment::count;
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::stream::Stream;
use clap::Args;
use std::path::{Path, PathBuf};
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::trace::{self, Header, Manifest, Start};
use vouchsafe_engine::Scope;
use vouchsafe_engine::population::Plan;

const EXAMPLES: &str = "\
Examples:
  vouchsafe simulate --households 1000 --days 30 --seed 7
  vouchsafe simulate --seed 7 --defect replica-survives --trace-out events.jsonl";

const DAY_MS: u64 = 86_400_000;

/// The options of `simulate`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Simulate {
    /// How many households
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    households: u32,
    /// For how many days of virtual time
    #[arg(long, value_name = "D", default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=36_500))]
    days: u32,
    /// The seed of every choice; the same seed gives the same events
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Simulate households of this scope, a shipped one or a TOML file
    #[arg(long, value_name = "NAME|FILE", default_value = "household")]
    scope: String,
    #[command(flatten)]
    choices: Choices,
    /// Write everything seen to this file, as a log that `monitor` reads
    #[arg(long, value_name = "FILE")]
    trace_out: Option<PathBuf>,
    /// Stop after this many seconds
    #[arg(long, value_name = "S", value_parser = limits::seconds)]
    max_seconds: Option<f64>,
}

impl Simulate {
    /// Simulates.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let mut chosen = scopes::find(&self.scope)?;
        self.choices.apply(&mut chosen.scope)?;
        let scope = chosen.scope;
        let mut log = self.log(&scope, context.shared.force)?;
        interrupt::heed()?;
        let progress = Progress::of_time(self.plan().duration_ms, context.shared.quiet);
        let ran = run::run(self, &scope, log.as_mut(), &progress)?;
        drop(progress);
        match context.shared.format {
            Format::Json => context.say_json(&json::report(self, &scope, &ran))?,
            Format::Text => {
                let text = text::report(&context.page(), self, &scope, &ran);
                context.say(&text)?;
            }
        }
        // Results that cannot be written take the log with them.
        context.out.flush().map_err(Failure::Standard)?;
        if let Some(log) = log {
            log.keep()?;
        }
        Ok(ran.outcome())
    }

    fn plan(&self) -> Plan {
        Plan {
            households: self.households,
            duration_ms: u64::from(self.days) * DAY_MS,
            seed: self.seed,
            ..Plan::default()
        }
    }

    fn manifest(&self, schema: &str, scope: &Scope) -> Manifest {
        Manifest {
            scopes: vec![manifest::source(scope)],
            readings: scope.readings(),
            defects: scope.setup.defects.iter().map(|defect| defect.name().to_owned()).collect(),
            seed: Some(self.seed),
            ..manifest::of(schema)
        }
    }

    /// Opens the log with its header.
    fn log(&self, scope: &Scope, force: bool) -> Result<Option<Stream>, Failure> {
        let Some(path) = &self.trace_out else { return Ok(None) };
        let (read, written) = (Path::new(&self.scope).canonicalize(), path.canonicalize());
        if matches!((read, written), (Ok(read), Ok(written)) if read == written) {
            return Err(Failure::usage(
                format!("`{}` is read, and a log cannot be written to it as well", path.display()),
                "give `--trace-out` a file of its own",
            ));
        }
        let (households, days) =
            (count(u64::from(self.households), "household"), count(u64::from(self.days), "day"));
        let header = Header {
            manifest: self.manifest(trace::SCHEMA, scope),
            start: Start::Complete,
            rules: scope.judged.clone(),
            breaks: vec![],
            about: Some(format!(
                "{households} of the scope {} for {days}, from the seed {}.",
                scope.name, self.seed
            )),
        };
        let text = serde_json::to_string(&header);
        let text = text.map_err(|error| Failure::Fault(format!("a header cannot be written: {error}")))?;
        let mut log = Stream::create(path, force)?;
        log.line(&text)?;
        Ok(Some(log))
    }

    /// The command that runs it again.
    fn again(&self) -> Vec<String> {
        let mut words = vec!["simulate".to_owned()];
        let numbers =
            [u64::from(self.households), u64::from(self.days), self.seed].map(|number| number.to_string());
        for (option, value) in ["--households", "--days", "--seed"].into_iter().zip(numbers) {
            words.extend([option.to_owned(), value]);
        }
        words.extend(["--scope".to_owned(), self.scope.clone()]);
        words.extend(self.choices.words());
        words
    }
}
