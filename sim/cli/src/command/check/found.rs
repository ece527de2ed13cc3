//! What a check has found: a verdict on each promise, and the shortest runs that break one.

use super::clash::{self, Clash};
use super::plan::{Asked, Plan};
use crate::failure::Failure;
use vouchsafe_engine::check::decide;
use vouchsafe_engine::live::Ever;
use vouchsafe_engine::{Checked, Story, Verdict};
use vouchsafe_explore::Extent;
use vouchsafe_oracle::Promise;
use vouchsafe_oracle::mode::Checking;
use vouchsafe_system::Action;

/// A promise, and how it stands.
pub(super) struct Finding {
    pub(super) promise: Promise<Checking>,
    pub(super) verdict: Verdict,
    /// The scopes that were asked, by their places in the plan.
    pub(super) scopes: Vec<usize>,
    pub(super) trigger: bool,
    /// Whether each witness was seen.
    pub(super) witnesses: Vec<bool>,
    pub(super) breaches: Vec<Broken>,
}

/// A part that is broken.
pub(super) struct Broken {
    pub(super) part: usize,
    pub(super) scope: usize,
    /// How many inputs the run takes.
    pub(super) length: u32,
    /// The run's place among the tales; none where the search for it was cut.
    pub(super) tale: Option<usize>,
}

/// A run that breaks something, told once however many parts it breaks.
pub(super) struct Tale {
    pub(super) scope: usize,
    pub(super) actions: Vec<Action>,
    /// What it is the run to, as promise id and part.
    pub(super) breaks: Vec<(&'static str, &'static str)>,
    /// How it goes on for ever, where that is what breaks something.
    pub(super) ever: Option<Ever>,
    pub(super) story: Story,
}

/// Everything that was found.
pub(super) struct Found {
    pub(super) findings: Vec<Finding>,
    pub(super) tales: Vec<Tale>,
    pub(super) clashes: Vec<Clash>,
    pub(super) interrupted: bool,
    /// Whether runs come from random walks: then they are shrunk, and need not be the shortest.
    pub(super) walked: bool,
    /// The scopes that were not exhausted, by their places in the plan.
    pub(super) cut: Vec<usize>,
}

impl Tale {
    /// What it is the run to, as `PROMISE/PART`.
    pub(super) fn parts(&self) -> Vec<String> {
        self.breaks.iter().map(|(promise, part)| format!("{promise}/{part}")).collect()
    }
}

impl Finding {
    /// The breached part that is broken soonest.
    pub(super) fn soonest(&self) -> Option<&Broken> {
        self.breaches.iter().min_by_key(|broken| (broken.tale.is_none(), broken.length, broken.part))
    }

    /// The name of a part.
    pub(super) fn part(&self, broken: &Broken) -> &'static str {
        self.promise.parts.get(broken.part).map_or("", |part| part.name)
    }

    /// Witnesses that were not seen.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let witnesses = self.promise.witnesses.iter().zip(&self.witnesses);
        witnesses.filter(|(_, seen)| !**seen).map(|(witness, _)| witness.name).collect()
    }
}

impl Found {
    /// Draws the verdicts.
    pub(super) fn of(plan: &Plan, checked: &[Checked<'_>], asked_to_end: bool) -> Result<Self, Failure> {
        let cut = |checked: &Checked<'_>| {
            let cut = Extent::Cut(vouchsafe_explore::Reason::Interrupted);
            checked.report.extent == cut || checked.report.traced == Some(cut)
        };
        let mut found = Self {
            findings: Vec::new(),
            tales: Vec::new(),
            clashes: clash::all(plan, checked),
            // A signal that comes after the last scope has cut nothing short.
            interrupted: asked_to_end && checked.iter().any(cut),
            walked: plan.walk.is_some(),
            cut: (0..checked.len()).filter(|&at| checked.get(at).is_some_and(|of| !of.exhausted())).collect(),
        };
        for asked in &plan.asked {
            let finding = found.finding(asked, checked);
            found.findings.push(finding);
        }
        found.tell(checked)?;
        Ok(found)
    }

    fn finding(&mut self, asked: &Asked, checked: &[Checked<'_>]) -> Finding {
        let Asked { number, promise, whole, scopes } = asked;
        let is_asked = |scope: &vouchsafe_engine::Scope| {
            let place = checked.iter().position(|checked| std::ptr::eq(checked.product.scope(), scope));
            place.is_some_and(|place| scopes.contains(&place))
        };
        let Some(decision) = decide(checked, *number, is_asked) else {
            return Finding {
                promise: *promise,
                verdict: Verdict::Vacuous,
                scopes: vec![],
                trigger: false,
                witnesses: vec![false; promise.witnesses.len()],
                breaches: vec![],
            };
        };
        let mut broken = Vec::new();
        for (scope, breach) in decision.breaches {
            let part = promise.parts.get(breach.part).map_or("", |part| part.name);
            let tale =
                breach.actions.map(|actions| self.tale(scope, actions, breach.ever, (promise.id, part)));
            broken.push(Broken { part: breach.part, scope, length: breach.length, tale });
        }
        let mut finding = Finding {
            promise: *promise,
            verdict: decision.verdict,
            scopes: decision.scopes,
            trigger: decision.trigger,
            witnesses: decision.witnesses,
            breaches: broken,
        };
        let out_of_reach = finding.verdict == Verdict::Breached && finding.breaches.is_empty();
        if out_of_reach && !whole && !clash::expects(&self.clashes, promise.id, &finding.missing()) {
            // Scopes that were left out may show what is missing here.
            finding.verdict = Verdict::Vacuous;
        }
        finding
    }

    /// The place of the tale with this run, which is also one of this part.
    fn tale(
        &mut self,
        scope: usize,
        actions: Vec<Action>,
        ever: Option<Ever>,
        part: (&'static str, &'static str),
    ) -> usize {
        let known = self.tales.iter_mut().enumerate();
        let is_it = |tale: &Tale| tale.scope == scope && tale.actions == actions && tale.ever == ever;
        let same = known.into_iter().find(|(_, tale)| is_it(tale));
        if let Some((place, tale)) = same {
            tale.breaks.push(part);
            return place;
        }
        let story = Story { length: actions.len(), steps: vec![], failures: vec![], run: vec![] };
        self.tales.push(Tale { scope, actions, breaks: vec![part], ever, story });
        self.tales.len() - 1
    }

    fn tell(&mut self, checked: &[Checked<'_>]) -> Result<(), Failure> {
        for Tale { scope, actions, breaks, story, .. } in &mut self.tales {
            let Some(checked) = checked.get(*scope) else { continue };
            let wanted = |promise: &Promise<_>, part: usize| {
                let part = promise.parts.get(part).map_or("", |part: &vouchsafe_oracle::Part<_>| part.name);
                breaks.contains(&(promise.id, part))
            };
            *story = Story::of(&checked.product, actions, wanted)
                .map_err(|error| Failure::Fault(format!("a counterexample does not run: {error}")))?;
            story.failures.dedup_by_key(|failure| (failure.promise, failure.part));
        }
        Ok(())
    }

    /// The verdict on everything that was asked for: the worst of all.
    pub(super) fn verdict(&self) -> Verdict {
        let any = |verdict| self.findings.iter().any(|finding| finding.verdict == verdict);
        if any(Verdict::Breached) {
            Verdict::Breached
        } else if any(Verdict::Bounded) {
            Verdict::Bounded
        } else if any(Verdict::Vacuous) || self.findings.is_empty() {
            Verdict::Vacuous
        } else {
            Verdict::Holds
        }
    }

    /// The tale of the first promise that is breached by a run.
    pub(super) fn first_tale(&self) -> Option<&Tale> {
        let first = self.findings.iter().find_map(|finding| finding.soonest()?.tale)?;
        self.tales.get(first)
    }

    /// What a tale is about, in a sentence.
    pub(super) fn about(&self, tale: &Tale) -> String {
        let parts = tale.parts();
        let inputs = crate::moment::count(tale.actions.len() as u64, "input");
        if let Some(ever) = &tale.ever {
            let on = super::ever::going_on(ever, tale.actions.len());
            return format!(
                "A fair run that owes {} for ever: {inputs}, and then {on}.",
                parts.join(" and ")
            );
        }
        let run = if self.walked { "A run, from a random walk and shrunk," } else { "The shortest run" };
        format!("{run} to a breach of {}: {inputs}.", parts.join(" and "))
    }
}
