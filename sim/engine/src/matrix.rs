//! The kill matrix: what each defect breaks, where, and by how short a story.
//!
//! A defect is switched on in a scope, and the scope is explored: that is one hunt. A hunt kills a part of a promise
//! where it breaks it in a scope that is asked about the promise, since that is what a check would tell. A witness is
//! lost where the scope reaches it without the defect and no longer does with it.

mod honest;
mod journal;
mod pairs;
mod safeguards;
mod summary;

pub use honest::Honest;
pub use journal::{Head, Journal, JournalError};
pub use pairs::{Pair, pairs_of};
pub use safeguards::{Freed, freed};
pub use summary::{Broken, Defective, Summary};

use crate::cases::CaseNames;
use crate::check::{Checked, PartBreach};
use crate::digest::sha256;
use crate::run::Run;
use crate::scope::Scope;
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};
use vouchsafe_alphabet::Word;
use vouchsafe_alphabet::trace::{Entry, write};
use vouchsafe_explore::{Observer, Options};
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promises;
use vouchsafe_system::{Defect, Defects};

/// A part that was broken in a scope that is asked about its promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kill {
    /// The part, as `PROMISE/PART`.
    pub part: String,
    /// The length of the shortest run that breaks it, in inputs.
    pub length: u32,
    /// What tells the shortest story from others: a digest of what is seen in it.
    pub story: String,
}

/// What was found of one defect in one scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hunt {
    /// The defect, or several that are on together, with a plus sign between them.
    pub defect: String,
    /// The scope.
    pub scope: String,
    /// How many states were found.
    pub states: u64,
    /// Whether the scope was exhausted, defect and all.
    pub exhausted: bool,
    /// The parts that it broke, in the order of the promises.
    pub kills: Vec<Kill>,
    /// Witnesses that were reached without the defect and are out of reach with it, as `PROMISE/WITNESS`.
    pub lost: Vec<String>,
}

impl Hunt {
    /// Whether a check of the scope would tell of the defect.
    pub fn is_kill(&self) -> bool {
        !self.kills.is_empty()
    }
}

/// The scope with these defects.
pub fn defective(scope: &Scope, defects: Defects) -> Scope {
    let mut scope = scope.clone();
    scope.setup.defects = defects;
    scope
}

/// Hunts for what a defect breaks in a scope, of which `honest` says what is reached without it.
pub fn hunt(
    scope: &Scope,
    honest: &Honest,
    defects: &[Defect],
    options: &Options,
    observer: &dyn Observer,
) -> Hunt {
    let on = defects.iter().copied().collect::<Defects>();
    let scope = defective(scope, on);
    let checked = Checked::scope(&scope, options, observer);
    let every = promises::every::<Checking>();
    let mut kills = Vec::new();
    for (number, promise) in every.iter().enumerate().filter(|(_, promise)| scope.asks(promise.id)) {
        let mut breaches = checked.breaches(number);
        breaches.sort_by_key(|breach| breach.part);
        kills.extend(breaches.iter().filter_map(|breach| {
            let part = promise.parts.get(breach.part)?;
            Some(Kill {
                part: format!("{}/{}", promise.id, part.name),
                length: breach.length,
                story: story(&checked, breach),
            })
        }));
    }
    let names: Vec<&str> = defects.iter().map(|defect| defect.name()).collect();
    Hunt {
        defect: names.join("+"),
        scope: scope.name.clone(),
        states: checked.report.states,
        exhausted: checked.exhausted(),
        kills,
        lost: honest.lost(&checked),
    }
}

/// A digest of what is seen in a counterexample, without times; empty where the search for it was cut.
fn story(checked: &Checked<'_>, breach: &PartBreach) -> String {
    let run = breach.actions.as_ref().and_then(|actions| Run::of(&checked.product, actions).ok());
    let Some(run) = run else {
        return String::new();
    };
    let names = CaseNames(&checked.product.scope().names);
    let seen: Vec<String> =
        run.observations().iter().map(|(_, saw)| write(&Entry::Saw(0, *saw), &names)).collect();
    let loops = breach.ever.as_ref().map_or(String::new(), |ever| format!("{} {}", ever.opened, ever.stem));
    sha256(format!("{}\n{loops}", seen.join("\n")).as_bytes()).get(..16).unwrap_or_default().to_owned()
}

/// Does each job on one of so many threads, and hands over what came of it as it comes, with the number of the job.
/// `None` from a job says that there is nothing to hand over.
pub fn each<J: Sync, R: Send>(
    jobs: &[J],
    threads: usize,
    work: impl Fn(&J) -> Option<R> + Sync,
    mut done: impl FnMut(usize, R),
) {
    let next = AtomicUsize::new(0);
    let (tell, heard) = mpsc::channel();
    let tell = Mutex::new(tell);
    std::thread::scope(|scope| {
        for _ in 0..threads.clamp(1, jobs.len().max(1)) {
            let tell = tell.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let (next, work) = (&next, &work);
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(number) else { break };
                    if let Some(result) = work(job) {
                        // Nobody listens any more only where the caller has panicked.
                        let _ = tell.send((number, result));
                    }
                }
            });
        }
        drop(tell);
        for (number, result) in heard {
            done(number, result);
        }
    });
}
