//! Checking: exploring scopes and drawing verdicts on promises.

use crate::live::{Ever, Led, lead};
use crate::product::{Found, Product};
use crate::scope::Scope;
use vouchsafe_explore::{
    Bits, Extent, Marks, Observer, Options, RandomWalk, Report, Walked, explore, walk_at_random,
};
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::{Duties, Promise, promises};
use vouchsafe_system::Action;

/// How a promise stands in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing breaks it anywhere in the scope, and its trigger and witnesses were reached.
    Holds,
    /// Nothing breaks it, but its trigger or a witness was not asked for or not reached.
    Vacuous,
    /// Nothing broke it as far as the run went.
    Bounded,
    /// Something breaks it, or a witness cannot be reached in a scope that was exhausted.
    Breached,
}

impl Verdict {
    /// The word for it in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Vacuous => "vacuous",
            Self::Bounded => "bounded",
            Self::Breached => "breached",
        }
    }
}

/// What was found about one scope.
pub struct Checked<'a> {
    /// The product that was explored.
    pub product: Product<'a>,
    /// The exploration, or what random walks found.
    pub report: Report<Action, Found>,
    /// What random walks covered, where such were taken.
    pub walked: Option<Walked<Action>>,
    /// What was found of each promise that leads to something and was asked for; random walks decide none.
    pub led: Vec<Led>,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// Explores a scope, with whatever limits and observer the caller has for it.
pub type Explore<'f> = dyn for<'a> Fn(&'a Scope) -> Checked<'a> + 'f;

/// A counterexample to a part of a promise.
#[derive(Clone, Debug)]
pub struct PartBreach {
    /// The promise's number.
    pub promise: usize,
    /// The part's number within it.
    pub part: usize,
    /// The length of the run: the shortest, except where random walks found it.
    pub length: u32,
    /// The run, unless the search for it was cut.
    pub actions: Option<Vec<Action>>,
    /// How it goes on for ever, where that is what breaks the part.
    pub ever: Option<Ever>,
}

impl<'a> Checked<'a> {
    /// Explores a scope, and decides what it is asked of promises that lead to something.
    pub fn scope(scope: &'a Scope, options: &Options, observer: &dyn Observer) -> Self {
        Self::asked(scope, |promise| scope.asks(promise.id), options, observer)
    }

    /// The same with the promises that lead to something chosen otherwise.
    pub fn asked(
        scope: &'a Scope,
        asked: impl Fn(&Promise<Checking>) -> bool,
        options: &Options,
        observer: &dyn Observer,
    ) -> Self {
        let product = Product::new(scope);
        let start = std::time::Instant::now();
        let report = explore(&product, options, observer);
        let led = lead_all(&product, asked, options, observer);
        Self { product, report, walked: None, led, seconds: start.elapsed().as_secs_f64() }
    }

    /// Walks through a scope at random.
    pub fn walk(scope: &'a Scope, how: RandomWalk, options: &Options, observer: &dyn Observer) -> Self {
        let product = Product::new(scope);
        let start = std::time::Instant::now();
        let (report, walked) = walk_at_random(&product, how, options, observer);
        Self {
            product,
            report,
            walked: Some(walked),
            led: Vec::new(),
            seconds: start.elapsed().as_secs_f64(),
        }
    }

    /// The breached parts of a promise.
    pub fn breaches(&self, promise: usize) -> Vec<PartBreach> {
        let owed = self.led(promise).into_iter().flat_map(|led| &led.breaches).map(|owing| PartBreach {
            promise,
            part: owing.part,
            length: owing.actions.len() as u32,
            actions: Some(owing.actions.clone()),
            ever: Some(owing.ever.clone()),
        });
        let at_once = self.report.breaches.iter().filter_map(|breach| {
            let &(of, part) = self.product.layout().parts().get(breach.bit)?;
            (of == promise).then(|| PartBreach {
                promise,
                part,
                length: breach.depth,
                actions: breach.counterexample.as_ref().map(|walk| walk.actions.clone()),
                ever: None,
            })
        });
        at_once.chain(owed).collect()
    }

    /// What was found of a promise that leads to something.
    pub fn led(&self, promise: usize) -> Option<&Led> {
        self.led.iter().find(|led| led.promise == promise)
    }

    /// Whether the trigger of a promise was reached.
    pub fn triggered(&self, promise: usize) -> bool {
        self.led(promise).map_or_else(|| self.report.marks.triggered.has(promise), |led| led.opened)
    }

    /// Whether a witness was seen.
    pub fn witnessed(&self, promise: usize, witness: usize) -> bool {
        match self.led(promise) {
            Some(led) => led.witnessed.get(witness).is_some_and(|seen| *seen),
            None => self.report.marks.witnessed.has(self.product.layout().witness(promise, witness)),
        }
    }

    /// Whether what a promise asks of the scope was covered to the end.
    pub fn settles(&self, promise: usize) -> bool {
        let leads = promise >= self.product.promises().len();
        let led = self.led(promise).is_some_and(|led| led.extent == Extent::Exhausted);
        self.exhausted() && (led || !leads)
    }

    /// Whether everything in the scope was covered.
    pub fn exhausted(&self) -> bool {
        self.report.extent == Extent::Exhausted
    }
}

/// Decides the promises that lead to something and are asked for.
pub fn lead_all(
    product: &Product<'_>,
    asked: impl Fn(&Promise<Checking>) -> bool,
    options: &Options,
    observer: &dyn Observer,
) -> Vec<Led> {
    let leading = leading(product, asked).into_iter();
    leading.map(|(number, duties)| lead(product, number, &duties, options, observer)).collect()
}

/// The promises that lead to something and are asked for, with their numbers: they come after all others.
pub(crate) fn leading(
    product: &Product<'_>,
    asked: impl Fn(&Promise<Checking>) -> bool,
) -> Vec<(usize, Duties<Checking>)> {
    (product.promises().len()..)
        .zip(promises::leads_to::<Checking>())
        .filter(|(_, promise)| asked(promise))
        .filter_map(|(number, promise)| Some((number, Duties::of(promise)?)))
        .collect()
}

/// What several scopes together show about one promise.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The promise's number.
    pub promise: usize,
    /// The verdict.
    pub verdict: Verdict,
    /// The scopes that decide it, by their place in the list.
    pub scopes: Vec<usize>,
    /// Whether its trigger was reached in one of them.
    pub trigger: bool,
    /// Witnesses that were reached in one of them.
    pub witnesses: Vec<bool>,
    /// The shortest breach of each part in those scopes, with the place of the scope.
    pub breaches: Vec<(usize, PartBreach)>,
}

/// Draws the verdict on a promise from the scopes that are asked about it.
pub fn decide(checked: &[Checked<'_>], promise: usize, asked: impl Fn(&Scope) -> bool) -> Option<Decision> {
    let scopes: Vec<usize> =
        (0..checked.len()).filter(|&at| checked.get(at).is_some_and(|c| asked(c.product.scope()))).collect();
    let of = || scopes.iter().filter_map(|&at| checked.get(at));
    let description: Promise<Checking> = *promises::every::<Checking>().get(promise)?;
    if scopes.is_empty() {
        return None;
    }
    let mut breaches: Vec<(usize, PartBreach)> = Vec::new();
    for &at in &scopes {
        for breach in checked.get(at).into_iter().flat_map(|c| c.breaches(promise)) {
            match breaches.iter_mut().find(|(_, known)| known.part == breach.part) {
                Some((_, known)) if known.length <= breach.length => {}
                Some(known) => *known = (at, breach),
                None => breaches.push((at, breach)),
            }
        }
    }
    breaches.sort_by_key(|(_, breach)| breach.part);
    let trigger = of().any(|c| c.triggered(promise));
    let witnesses: Vec<bool> =
        (0..description.witnesses.len()).map(|witness| of().any(|c| c.witnessed(promise, witness))).collect();
    let exhausted = of().all(|checked| checked.settles(promise));
    let verdict = if !breaches.is_empty() {
        Verdict::Breached
    } else if !exhausted {
        Verdict::Bounded
    } else if !trigger {
        Verdict::Vacuous
    } else if witnesses.contains(&false) {
        Verdict::Breached
    } else {
        Verdict::Holds
    };
    Some(Decision { promise, verdict, scopes, trigger, witnesses, breaches })
}

/// Those among these names that are witnesses, as `PROMISE/WITNESS`, and out of reach in a scope that was exhausted.
pub fn out_of_reach(checked: &Checked<'_>, names: &[String]) -> Vec<String> {
    if !checked.exhausted() {
        return Vec::new();
    }
    let (_, mut seen) = reached(&checked.product, &checked.report.marks);
    seen.extend(opened(checked).1);
    let every = promises::every::<Checking>();
    let is_witness = |name: &&String| {
        let (id, piece) = name.split_once('/').unwrap_or((name, ""));
        let promise = every.iter().find(|promise| promise.id == id);
        promise.is_some_and(|promise| promise.witnesses.iter().any(|witness| witness.name == piece))
    };
    names.iter().filter(is_witness).filter(|name| !seen.contains(name)).cloned().collect()
}

/// What a run of one scope found, by name: broken parts as `PROMISE/PART`.
pub fn broken_parts(checked: &Checked<'_>) -> Vec<String> {
    let at_once = checked.report.breaches.iter().filter_map(|breach| checked.product.part_name(breach.bit));
    at_once.chain(owed_parts(checked)).collect()
}

/// Parts that a fair run of one scope owes for ever, as `PROMISE/PART`.
pub fn owed_parts(checked: &Checked<'_>) -> Vec<String> {
    let every = promises::every::<Checking>();
    let owed = checked.led.iter().flat_map(|led| led.breaches.iter().map(|owing| (led.promise, owing.part)));
    let named = owed.filter_map(|(promise, part)| {
        let promise = every.get(promise)?;
        Some(format!("{}/{}", promise.id, promise.parts.get(part)?.name))
    });
    named.collect()
}

/// What a run of one scope reached of promises that lead to something, in the form of [`reached`].
pub fn opened(checked: &Checked<'_>) -> (Vec<&'static str>, Vec<String>) {
    let every = promises::every::<Checking>();
    let (mut triggered, mut witnessed) = (Vec::new(), Vec::new());
    for led in &checked.led {
        let Some(promise) = every.get(led.promise) else { continue };
        triggered.extend(led.opened.then_some(promise.id));
        let seen = promise.witnesses.iter().zip(&led.witnessed).filter(|(_, seen)| **seen);
        witnessed.extend(seen.map(|(sight, _)| format!("{}/{}", promise.id, sight.name)));
    }
    (triggered, witnessed)
}

/// Marks of a run by name: reached triggers as `PROMISE`, witnesses as `PROMISE/WITNESS`.
pub fn reached(product: &Product<'_>, marks: &Marks<Found>) -> (Vec<&'static str>, Vec<String>) {
    let promises = product.promises();
    let triggered = marks.triggered.iter().filter_map(|number| promises.get(number).map(|p| p.id)).collect();
    let witnesses = marks.witnessed.iter().filter_map(|number| {
        let &(promise, witness) = product.layout().witnesses().get(number)?;
        let promise = promises.get(promise)?;
        Some(format!("{}/{}", promise.id, promise.witnesses.get(witness)?.name))
    });
    (triggered, witnesses.collect())
}
