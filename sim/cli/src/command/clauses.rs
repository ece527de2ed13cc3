//! `clauses`: how far the policy's clauses are covered, and how a text of the policy has drifted from them.

mod coverage;
mod drift;
mod json;
mod policy;

use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::outcome::Outcome;
use clap::Args;
use policy::Policy;
use std::path::PathBuf;
use vouchsafe_engine::register::{Drift, Register};

const EXAMPLES: &str = "\
Examples:
  vouchsafe clauses                        how many clauses of each section are judged
  vouchsafe clauses --policy policy.txt    which lines of a text differ, and what hangs on them";

/// The options of `clauses`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Clauses {
    /// Compare this text of the policy with that which the clauses were written from; - reads standard input
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// Compare the text with the fingerprints of this TOML file, not with those of the register
    #[arg(long, value_name = "FILE", requires = "policy")]
    fingerprints: Option<PathBuf>,
}

impl Clauses {
    /// Shows the coverage, or compares a text.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let register = Register::shipped()?;
        let policy = self.policy.as_deref().map(|path| Policy::read(path, self.fingerprints.as_deref()));
        let policy = policy.transpose()?;
        let compared =
            policy.as_ref().map(|policy| (policy, Drift::of(&register, &policy.fingerprints, &policy.text)));
        let compared = compared.as_ref().map(|(policy, drift)| (*policy, drift));
        match (context.shared.format, compared) {
            (Format::Json, _) => context.say_json(&json::report(&register, compared))?,
            (Format::Text | Format::Csv, Some((policy, drift))) => {
                let text = drift::text(&context.page(), policy, drift);
                context.say(&text)?;
            }
            (Format::Text | Format::Csv, None) => {
                let text = coverage::text(&context.page(), &register);
                context.say(&text)?;
            }
        }
        let has_drifted = compared.is_some_and(|(_, drift)| !drift.is_none());
        Ok(if has_drifted { Outcome::Broken } else { Outcome::Kept })
    }
}
