//! `simulate`: seeded runs of many households in virtual time, one oracle over all.

mod json;
mod latency;
mod measured;
mod run;
mod svg;
mod text;

use super::choices::Choices;
use super::limits;
use super::networks;
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
use crate::whole;
use clap::Args;
use std::path::{Path, PathBuf};
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::trace::{self, Header, Manifest, Start};
use vouchsafe_engine::Scope;
use vouchsafe_engine::network::{self, Profile};
use vouchsafe_engine::population::Plan;

const EXAMPLES: &str = "\
Examples:
  vouchsafe simulate --households 1000 --days 30 --seed 7
  vouchsafe simulate --seed 7 --network relay-india --presses-per-day 100 --svg latency.svg";

const DAY_MS: u64 = 86_400_000;

/// The options of `simulate`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Simulate {
    /// How many households
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = whole::within::<u32>(1, 1_000_000))]
    households: u32,
    /// For how many days of virtual time
    #[arg(long, value_name = "D", default_value_t = 30, value_parser = whole::within::<u32>(1, 36_500))]
    days: u32,
    /// The seed of every choice; the same seed gives the same events
    #[arg(long, value_name = "S", default_value_t = 1, value_parser = whole::within::<u64>(0, u64::MAX))]
    seed: u64,
    /// Simulate households of this scope, a shipped one or a TOML file
    #[arg(long, value_name = "NAME|FILE", default_value = "household")]
    scope: String,
    /// Let messages of the command path travel by this network, a shipped one or a TOML file
    #[arg(long, value_name = "NAME|FILE", default_value = network::DEFAULT)]
    network: String,
    /// How often a key is pressed in a household, in the mean of a day; 0 for never
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = whole::within::<u32>(0, 86_400))]
    presses_per_day: u32,
    #[command(flatten)]
    choices: Choices,
    /// Write everything seen to this file, as a log that `monitor` reads
    #[arg(long, value_name = "FILE")]
    trace_out: Option<PathBuf>,
    /// Draw the latency of the command path to this file, as SVG
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
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
        let network = networks::find(&self.network)?;
        self.keep_apart()?;
        if let Some(path) = &self.svg {
            Stream::may_create(path, context.shared.force)?;
        }
        let mut log = self.log(&scope, &network, context.shared.force)?;
        interrupt::heed()?;
        let progress = Progress::of_time(self.plan().duration_ms, context.shared.quiet);
        let ran = run::run(self, &scope, &network, log.as_mut(), &progress)?;
        drop(progress);
        match context.shared.format {
            Format::Json => context.say_json(&json::report(self, &scope, &ran))?,
            Format::Text | Format::Csv => {
                let text = text::report(&context.page(), self, &scope, &ran);
                context.say(&text)?;
            }
        }
        let drawn = match &self.svg {
            Some(path) => {
                let mut drawn = Stream::create(path, context.shared.force)?;
                drawn.line(svg::picture(self, &ran).trim_end())?;
                Some(drawn)
            }
            None => None,
        };
        // Results that cannot be written take the files with them.
        context.out.flush().map_err(Failure::Standard)?;
        for file in log.into_iter().chain(drawn) {
            file.keep()?;
        }
        Ok(ran.outcome())
    }

    fn plan(&self) -> Plan {
        Plan {
            households: self.households,
            duration_ms: u64::from(self.days) * DAY_MS,
            seed: self.seed,
            presses_per_day: self.presses_per_day,
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

    /// Refuses to write to what is read, and twice to one file.
    fn keep_apart(&self) -> Result<(), Failure> {
        let outputs = [("--trace-out", &self.trace_out), ("--svg", &self.svg)];
        let outputs: Vec<_> =
            outputs.iter().filter_map(|(option, path)| path.as_ref().map(|path| (*option, path))).collect();
        for (option, path) in &outputs {
            for read in [&self.scope, &self.network] {
                let (read, written) = (Path::new(read).canonicalize(), path.canonicalize());
                if matches!((read, written), (Ok(read), Ok(written)) if read == written) {
                    return Err(Failure::usage(
                        format!("`{}` is read, and cannot be written to as well", path.display()),
                        format!("give `{option}` a file of its own"),
                    ));
                }
            }
        }
        if let [(_, log), (option, picture)] = outputs.as_slice()
            && (log == picture
                || matches!((log.canonicalize(), picture.canonicalize()), (Ok(a), Ok(b)) if a == b))
        {
            return Err(Failure::usage(
                format!("`{}` cannot hold both the log and the picture", log.display()),
                format!("give `{option}` a file of its own"),
            ));
        }
        Ok(())
    }

    /// Opens the log with its header.
    fn log(&self, scope: &Scope, network: &Profile, force: bool) -> Result<Option<Stream>, Failure> {
        let Some(path) = &self.trace_out else { return Ok(None) };
        let (households, days) =
            (count(u64::from(self.households), "household"), count(u64::from(self.days), "day"));
        let header = Header {
            manifest: self.manifest(trace::SCHEMA, scope),
            start: Start::Complete,
            rules: scope.judged.clone(),
            breaks: vec![],
            about: Some(format!(
                "{households} of the scope {} for {days}, by the network {}, from the seed {}.",
                scope.name, network.name, self.seed
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
        for (option, number) in [
            ("--households", u64::from(self.households)),
            ("--days", u64::from(self.days)),
            ("--seed", self.seed),
            ("--presses-per-day", u64::from(self.presses_per_day)),
        ] {
            words.extend([option.to_owned(), number.to_string()]);
        }
        for (option, given) in [("--scope", &self.scope), ("--network", &self.network)] {
            words.extend([option.to_owned(), given.clone()]);
        }
        words.extend(self.choices.words());
        words
    }
}
