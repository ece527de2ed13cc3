//! The hunts of a matrix, on all threads, with a journal of them.

use crate::command::limits::Limits;
use crate::failure::Failure;
use crate::interrupt;
use crate::progress::Progress;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::Scope;
use vouchsafe_engine::digest::sha256;
use vouchsafe_engine::matrix::{
    self, Defective, Freed, Head, Honest, Hunt, Journal, Pair, Summary, each, freed, pairs_of,
};
use vouchsafe_engine::neighbour::larger;
use vouchsafe_explore::{Observer, Options};
use vouchsafe_system::defects::Row;
use vouchsafe_system::{Defect, Refusal};

/// Pairs of defects are hunted in scopes of at most so many states.
const PAIR_STATES_MAX: u64 = 400;

/// What is hunted where.
pub(super) struct Plan {
    pub(super) rows: Vec<&'static Row>,
    pub(super) scopes: Vec<Scope>,
    pub(super) quick: bool,
    /// The scopes were chosen, so that every defect is hunted in all of them.
    pub(super) scopes_chosen: bool,
    /// Defects were chosen.
    pub(super) defects_chosen: bool,
}

impl Plan {
    /// Whether what is not found says something: every defect is hunted everywhere, and not up to the first kill.
    pub(super) const fn tells_all(&self) -> bool {
        !self.scopes_chosen && !self.defects_chosen && !self.quick
    }
}

/// What was found.
pub(super) struct Hunted {
    pub(super) hunts: Vec<Hunt>,
    pub(super) summary: Summary,
    /// Pairs of defects that break something together; none in the quick form.
    pub(super) pairs: Vec<Pair>,
    /// Which defects take which safeguards away; nothing in the quick form.
    pub(super) freed: Freed,
    /// Something ended the work before its time.
    pub(super) is_cut: bool,
    /// How many hunts the journal had.
    pub(super) resumed: usize,
    pub(super) seconds: f64,
}

impl Hunted {
    /// The defects that were hunted to the end, and nothing tells of them.
    pub(super) fn survivors(&self) -> impl Iterator<Item = &Defective> {
        self.summary.uncaught().filter(|defect| !self.is_open(defect))
    }

    /// The defects of which nothing tells so far.
    pub(super) fn open(&self) -> impl Iterator<Item = &Defective> {
        self.summary.uncaught().filter(|defect| self.is_open(defect))
    }

    fn is_open(&self, defect: &Defective) -> bool {
        self.is_cut || !defect.bounded.is_empty()
    }

    /// The safeguards whose removal breaks nothing, alone or with another defect.
    pub(super) fn idle(&self) -> Vec<Refusal> {
        let bites = |defect: &Defect| {
            let alone = self.summary.defects.iter().any(|row| row.row.defect == *defect && row.is_caught());
            alone || self.pairs.iter().any(|pair| pair.defects.contains(defect))
        };
        self.freed.iter().filter(|(_, by)| !by.iter().any(bites)).map(|(refusal, _)| *refusal).collect()
    }
}

/// Heeds signals, and draws nothing.
struct Silent;

impl Observer for Silent {
    fn interrupted(&self) -> bool {
        interrupt::asked()
    }
}

/// One hunt to come.
struct Job<'a> {
    row: &'static Row,
    scope: &'a Scope,
    honest: &'a Honest,
}

/// Hunts as planned.
pub(super) fn hunt(
    plan: &Plan,
    limits: &Limits,
    journal: Option<&Path>,
    progress: &Progress,
) -> Result<Hunted, Failure> {
    let start = Instant::now();
    let work = Work { limits, start, progress };
    let honest = work.honest(&plan.scopes);
    let mut kept = Kept::open(journal, &plan.scopes)?;
    let resumed = kept.hunts.len();
    let field: Vec<(&Scope, &Honest)> = plan.scopes.iter().zip(&honest).collect();
    if plan.quick {
        work.quick(plan, &field, &mut kept)?;
    } else {
        let jobs = plan
            .rows
            .iter()
            .flat_map(|row| field.iter().map(move |(scope, honest)| Job { row, scope, honest }));
        work.all(jobs.collect(), &mut kept)?;
    }
    let mut summary = Summary::of(&plan.rows, &kept.hunts, &field);
    if !plan.quick {
        let wide = work.wide(&summary, &field);
        let honest = work.honest(&wide.iter().map(|(_, scope)| scope.clone()).collect::<Vec<_>>());
        let jobs = wide.iter().zip(&honest).map(|((row, scope), honest)| Job { row, scope, honest });
        let jobs: Vec<Job<'_>> = jobs.collect();
        if !jobs.is_empty() {
            work.all(jobs, &mut kept)?;
            let all = field.iter().copied().chain(wide.iter().map(|(_, scope)| scope).zip(&honest));
            summary = Summary::of(&plan.rows, &kept.hunts, &all.collect::<Vec<_>>());
        }
    }
    let pairs = if plan.quick { Vec::new() } else { work.pairs(plan, &field, &kept.hunts) };
    let freed = if plan.quick { Freed::new() } else { work.freed(plan, &field, &summary) };
    let is_cut = interrupt::asked() || work.is_late();
    let hunts = kept.hunts;
    Ok(Hunted { hunts, summary, pairs, freed, is_cut, resumed, seconds: start.elapsed().as_secs_f64() })
}

/// What every hunt shares.
struct Work<'a> {
    limits: &'a Limits,
    start: Instant,
    progress: &'a Progress,
}

impl Work<'_> {
    /// The options of one exploration, which has a thread of its own.
    fn options(&self) -> Options {
        let whole = self.limits.since(self.start);
        let share = whole.bytes_max.map(|bytes| bytes / self.threads());
        Options { threads: 1, bytes_max: share, ..whole }
    }
    fn threads(&self) -> usize {
        self.limits.since(self.start).threads.max(1)
    }
    fn is_late(&self) -> bool {
        self.limits.since(self.start).seconds_max.is_some_and(|left| left <= 0.0)
    }
    fn is_over(&self) -> bool {
        interrupt::asked() || self.is_late()
    }

    fn honest(&self, scopes: &[Scope]) -> Vec<Honest> {
        self.progress.begins(scopes.len() as u64, "exploring without a defect");
        let mut found: Vec<Option<Honest>> = vec![None; scopes.len()];
        let explore = |scope: &Scope| Some(Honest::of(scope, &self.options(), &Silent));
        let mut done = 0;
        each(scopes, self.threads(), explore, |number, honest| {
            done += 1;
            self.progress.reached(done);
            if let Some(place) = found.get_mut(number) {
                *place = Some(honest);
            }
        });
        found.into_iter().flatten().collect()
    }

    /// Does every hunt that the journal does not have.
    fn all(&self, mut jobs: Vec<Job<'_>>, kept: &mut Kept) -> Result<(), Failure> {
        jobs.retain(|job| !kept.has(job.row, job.scope));
        // What takes long comes first, so that no thread is left with it alone in the end.
        jobs.sort_by_key(|job| std::cmp::Reverse(job.honest.states));
        self.progress.begins(jobs.len() as u64, "hunting");
        let work = |job: &Job<'_>| self.one(job);
        let (mut done, mut failed) = (0, Ok(()));
        each(&jobs, self.threads(), work, |_, hunt| {
            done += 1;
            self.progress.reached(done);
            self.progress.says(format!("{} in {}", hunt.defect, hunt.scope));
            if failed.is_ok() {
                failed = kept.keep(hunt);
            }
        });
        failed
    }

    fn one(&self, job: &Job<'_>) -> Option<Hunt> {
        if self.is_over() {
            return None;
        }
        let hunt = matrix::hunt(job.scope, job.honest, &[job.row.defect], &self.options(), &Silent);
        // What was cut by the end of the work would be found anew.
        (hunt.exhausted || !self.is_over()).then_some(hunt)
    }

    /// Hunts each defect in the scopes that were chosen, or else in those that tell of it, up to the first in which it
    /// breaks something: those that it names come first, the smallest before all. One that only puts witnesses out of
    /// reach is hunted wherever they are reached.
    fn quick(&self, plan: &Plan, field: &[(&Scope, &Honest)], kept: &mut Kept) -> Result<(), Failure> {
        self.progress.begins(plan.rows.len() as u64, "hunting");
        let known: Vec<Hunt> = kept.hunts.clone();
        let work = |row: &&'static Row| {
            let tells =
                |(scope, honest): &&(&Scope, &Honest)| plan.scopes_chosen || honest.is_told_of(row, scope);
            let mut telling: Vec<_> = field.iter().filter(tells).collect();
            let is_named = |scope: &Scope| row.scopes.contains(&scope.name.as_str());
            telling.sort_by_key(|(scope, honest)| (!is_named(scope), honest.states));
            let mut hunts = Vec::new();
            for (scope, honest) in telling {
                let known = known.iter().find(|hunt| is_of(hunt, row, scope));
                let hunt = match known {
                    Some(hunt) => hunt.clone(),
                    None => self.one(&Job { row, scope, honest })?,
                };
                let stop = hunt.is_kill();
                hunts.push(hunt);
                if stop {
                    break;
                }
            }
            Some(hunts)
        };
        let (mut done, mut failed) = (0, Ok(()));
        each(&plan.rows, self.threads(), work, |_, hunts| {
            done += 1;
            self.progress.reached(done);
            for hunt in hunts {
                if failed.is_ok() && !kept.hunts.contains(&hunt) {
                    failed = kept.keep(hunt);
                }
            }
        });
        failed
    }

    /// The wider neighbours of the scopes that survivors name.
    fn wide(&self, summary: &Summary, field: &[(&Scope, &Honest)]) -> Vec<(&'static Row, Scope)> {
        let mut wide = Vec::new();
        for survivor in summary.uncaught() {
            let named = field.iter().filter(|(scope, _)| survivor.row.scopes.contains(&scope.name.as_str()));
            let wider = named.flat_map(|(scope, _)| larger(scope)).map(|(_, scope)| (survivor.row, scope));
            wide.extend(wider);
        }
        wide
    }

    /// Hunts in small scopes for what two defects break together, each of which matters there and breaks it not.
    fn pairs(&self, plan: &Plan, field: &[(&Scope, &Honest)], hunts: &[Hunt]) -> Vec<Pair> {
        let mut jobs = Vec::new();
        for (scope, honest) in field.iter().filter(|(_, honest)| honest.states <= PAIR_STATES_MAX) {
            let matters = |hunt: &&Hunt| hunt.states != honest.states || hunt.is_kill();
            let here: Vec<(Defect, &Hunt)> = plan
                .rows
                .iter()
                .filter_map(|row| {
                    let mut found = hunts.iter().filter(|hunt| is_of(hunt, row, scope)).filter(matters);
                    found.next().map(|hunt| (row.defect, hunt))
                })
                .collect();
            for (place, &one) in here.iter().enumerate() {
                jobs.extend(here.iter().skip(place + 1).map(|&other| (*scope, *honest, one, other)));
            }
        }
        self.progress.begins(jobs.len() as u64, "hunting pairs");
        let work = |&(scope, honest, one, other): &(&Scope, &Honest, (Defect, &Hunt), (Defect, &Hunt))| {
            let hunt = || pairs_of(scope, honest, one, other, &self.options(), &Silent);
            (!self.is_over()).then(hunt)
        };
        let (mut done, mut pairs) = (0, Vec::new());
        each(&jobs, self.threads(), work, |number, pair| {
            done += 1;
            self.progress.reached(done);
            if !pair.parts.is_empty() {
                pairs.push((number, pair));
            }
        });
        pairs.sort_by_key(|(number, _)| *number);
        pairs.into_iter().map(|(_, pair)| pair).collect()
    }

    /// Looks which safeguards each defect takes away, in the scopes that show it.
    fn freed(&self, plan: &Plan, field: &[(&Scope, &Honest)], summary: &Summary) -> Freed {
        let of = |scope: &Scope| -> Vec<Defect> {
            let shown = summary.defects.iter().filter(|defect| defect.scopes.contains(&scope.name));
            shown.map(|defect| defect.row.defect).collect()
        };
        self.progress.begins(plan.scopes.len() as u64, "looking at safeguards");
        let work = |(scope, _): &(&Scope, &Honest)| {
            (!self.is_over()).then(|| freed(scope, &of(scope), &self.options(), &Silent))
        };
        let (mut done, mut all) = (0, Freed::new());
        each(field, self.threads(), work, |_, freed| {
            done += 1;
            self.progress.reached(done);
            for (refusal, by) in freed {
                all.entry(refusal).or_default().extend(by);
            }
        });
        all
    }
}

/// Whether a hunt is for this defect in this scope.
fn is_of(hunt: &Hunt, row: &Row, scope: &Scope) -> bool {
    hunt.defect == row.defect.name() && hunt.scope == scope.name
}

/// The hunts so far, and the journal that they are kept in.
struct Kept {
    hunts: Vec<Hunt>,
    journal: Option<(PathBuf, File)>,
}

impl Kept {
    fn open(path: Option<&Path>, scopes: &[Scope]) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Self { hunts: Vec::new(), journal: None });
        };
        let head = Head::new(made_by(scopes)?);
        let mut text = String::new();
        let is_new = match File::open(path).and_then(|mut file| file.read_to_string(&mut text)) {
            Ok(_) => text.is_empty(),
            Err(error) if error.kind() == ErrorKind::NotFound => true,
            Err(error) => return Err(Failure::read(path, error)),
        };
        let journal = Journal::read(&text, &head).map_err(|error| {
            Failure::usage(
                format!("the journal `{}` cannot be gone on with: {error}", path.display()),
                "name another file with `--journal`, or move this one away",
            )
        })?;
        let failed = |error| Failure::write(path, error);
        let mut file = OpenOptions::new().create(true).append(true).open(path).map_err(failed)?;
        if is_new {
            line(&mut file, &head).map_err(failed)?;
        } else {
            // What was cut off in the middle goes; everything whole stays.
            file.set_len(journal.whole as u64).map_err(failed)?;
        }
        Ok(Self { hunts: journal.hunts, journal: Some((path.to_owned(), file)) })
    }

    fn has(&self, row: &Row, scope: &Scope) -> bool {
        self.hunts.iter().any(|hunt| is_of(hunt, row, scope))
    }

    fn keep(&mut self, hunt: Hunt) -> Result<(), Failure> {
        if let Some((path, file)) = &mut self.journal {
            line(file, &hunt).map_err(|error| Failure::write(path, error))?;
        }
        self.hunts.push(hunt);
        Ok(())
    }
}

fn line(file: &mut File, of: &impl serde::Serialize) -> std::io::Result<()> {
    let text = serde_json::to_string(of)? + "\n";
    file.write_all(text.as_bytes())
}

/// A digest of the program and of the scopes: of what the hunts depend on.
fn made_by(scopes: &[Scope]) -> Result<String, Failure> {
    let program = std::env::current_exe().and_then(std::fs::read);
    let program = program.map_err(|error| Failure::read(Path::new("the program itself"), error))?;
    let mut all = sha256(&program);
    for scope in scopes {
        all.push_str(&format!("\n{} {}", scope.name, scope.sha256));
    }
    Ok(sha256(all.as_bytes()))
}
