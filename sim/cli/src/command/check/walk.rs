//! Random walks in the place of exhausting: their options, and which others go with them.

use super::Check;
use crate::failure::Failure;
use crate::whole;
use clap::Args;
use vouchsafe_explore::RandomWalk;

/// The seed where none is given; it is printed all the same.
const SEED: u64 = 1;

/// The options of random walks.
#[derive(Clone, Copy, Debug, Args)]
#[command(
    next_help_heading = "Random walks, where a scope is too large; what they find no breach in is bounded"
)]
pub(super) struct Walks {
    /// Take this many random walks through each scope, each of `--max-depth` inputs (100), not every state
    #[arg(long, value_name = "N", value_parser = whole::within::<u64>(1, u64::MAX))]
    walk: Option<u64>,
    /// The seed of the walks (1); the same seed gives the same walks, whatever the threads
    #[arg(long, value_name = "S", value_parser = whole::within::<u64>(0, u64::MAX))]
    seed: Option<u64>,
}

impl Walks {
    /// How to walk, where that was asked for.
    pub(super) fn how(&self) -> Option<RandomWalk> {
        self.walk.map(|walks| RandomWalk { walks, seed: self.seed.unwrap_or(SEED) })
    }
}

impl Check {
    /// The options that take the same walks again; none where there were none.
    pub(super) fn walk_words(&self) -> Vec<String> {
        let Some(how) = self.walks.how() else { return Vec::new() };
        let options = [
            ("--walk", Some(how.walks)),
            ("--seed", Some(how.seed)),
            ("--max-depth", self.limits.max_depth.map(u64::from)),
            ("--max-states", self.limits.max_states),
        ];
        let given = options.into_iter().filter_map(|(option, value)| Some((option, value?)));
        given.flat_map(|(option, value)| [option.to_owned(), value.to_string()]).collect()
    }
}

/// Refuses options that make no sense together.
pub(super) fn agree(options: &Check) -> Result<(), Failure> {
    if options.walks.walk.is_none() {
        return match options.walks.seed {
            None => Ok(()),
            Some(_) => Err(Failure::usage(
                "`--seed` chooses random walks, and none are asked for: every state is explored without chance",
                "add `--walk N`, or leave `--seed` out",
            )),
        };
    }
    if options.deep {
        return Err(Failure::usage(
            "`--deep` adds scopes in order to exhaust them, and `--walk` exhausts none",
            "give one of the two; a wider scope is walked by its name, such as `--scope consent+person --walk 1000`",
        ));
    }
    if options.limits.max_depth == Some(0) {
        return Err(Failure::usage(
            "with `--max-depth 0` no walk takes a single input",
            "`--max-depth` is the length of a walk: give at least 1",
        ));
    }
    Ok(())
}
