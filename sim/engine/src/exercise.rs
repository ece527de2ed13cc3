//! What an exhaustive pass through a scope exercises: its inputs, the guards that refuse them, and the parts of
//! promises. What random walks have covered is another matter, told by [`coverage`](crate::coverage).

use crate::check::leading;
use crate::product::{Found, Product, State};
use std::collections::BTreeMap;
use vouchsafe_alphabet::{Observation, Rules};
use vouchsafe_explore::{Extent, Observer, Options, Step, Surveyor, survey};
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::shelf::Arrays;
use vouchsafe_oracle::{Duties, Layout, Part, Turn, Verdicts, View};
use vouchsafe_system::{Action, Out, Refusal};

/// How often something of a scope was exercised, as far as it was explored.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Whether everything was exercised that can be, or what cut it short: then these are lower bounds.
    pub extent: Extent,
    /// States found.
    pub states: u64,
    /// States of them in which every input was tried.
    pub expanded: u64,
    /// The inputs of the scope, in order.
    pub inputs: Vec<InputUse>,
    /// How often each guard refused an input, by the word with which the input begins.
    pub refusals: BTreeMap<Refusal, BTreeMap<&'static str, u64>>,
    /// The parts of promises, by their numbers.
    pub parts: Vec<PartUse>,
    /// The parts of those promises that lead to something and that the scope asks for, in order.
    pub duties: Vec<DutyUse>,
}

/// How often an input was exercised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InputUse {
    /// The input.
    pub action: Action,
    /// In how many states it is enabled.
    pub enabled: u64,
    /// How often it was taken: once in each state in which it is enabled, since every step is explored.
    pub taken: u64,
    /// How often it led to a state that was not met before.
    pub fresh: u64,
}

/// How often a part of a promise was exercised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartUse {
    /// How often it was judged: the promise's trigger was so.
    pub judged: u64,
    /// How often the verdict hung on it: every other part of the promise held.
    pub decisive: u64,
    /// How often it failed.
    pub failed: u64,
}

impl PartUse {
    /// Adds what another scope has shown.
    pub fn join(&mut self, other: Self) {
        self.judged += other.judged;
        self.decisive += other.decisive;
        self.failed += other.failed;
    }
}

/// How often a part of a promise that leads to something was exercised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyUse {
    /// The promise's number.
    pub promise: usize,
    /// The promise's id.
    pub id: &'static str,
    /// The part's name.
    pub part: &'static str,
    /// How often somebody came to owe it.
    pub opened: u64,
    /// How often it came about, owed or not.
    pub answered: u64,
}

impl Exercise {
    /// Explores a scope with one thread, and counts.
    pub fn of(product: &Product<'_>, options: &Options, observer: &dyn Observer) -> Self {
        let mut count = Count::new(product);
        let surveyed = survey(product, options, observer, &mut count);
        Self {
            extent: surveyed.extent,
            states: surveyed.states.into(),
            expanded: surveyed.expanded.into(),
            inputs: count.inputs,
            refusals: count.refusals,
            parts: count.tally.parts,
            duties: count.owed.uses,
        }
    }

    /// The inputs that were never taken, in order.
    pub fn never_taken(&self) -> impl Iterator<Item = Action> {
        self.inputs.iter().filter(|input| input.taken == 0).map(|input| input.action)
    }
}

/// Counts while a scope is surveyed.
struct Count<'a> {
    product: &'a Product<'a>,
    inputs: Vec<InputUse>,
    refusals: BTreeMap<Refusal, BTreeMap<&'static str, u64>>,
    tally: Tally<'a>,
    owed: DutyTally,
    /// The places of the inputs that are enabled in the state that is expanded, and are not told of yet; the next last.
    to_come: Vec<usize>,
    out: Out,
}

impl<'a> Count<'a> {
    fn new(product: &'a Product<'a>) -> Self {
        let input = |action: &Action| InputUse { action: *action, enabled: 0, taken: 0, fresh: 0 };
        let layout = product.layout();
        Self {
            product,
            inputs: product.actions().iter().map(input).collect(),
            refusals: BTreeMap::new(),
            tally: Tally { layout, parts: vec![PartUse::default(); layout.parts().len()], under_way: None },
            owed: DutyTally::new(product),
            to_come: Vec::new(),
            out: Out::default(),
        }
    }
}

/// What is owed sooner or later, counted for each part.
struct DutyTally {
    /// Each promise that leads to something, with the place of its first part.
    duties: Vec<(usize, Duties<Checking>)>,
    uses: Vec<DutyUse>,
}

impl DutyTally {
    fn new(product: &Product<'_>) -> Self {
        let mut owed = Self { duties: Vec::new(), uses: Vec::new() };
        for (promise, duties) in leading(product, |promise| product.scope().asks(promise.id)) {
            let of = duties.promise();
            let unused =
                |part: &Part<_>| DutyUse { promise, id: of.id, part: part.name, opened: 0, answered: 0 };
            let uses: Vec<DutyUse> = of.parts.iter().map(unused).collect();
            owed.duties.push((owed.uses.len(), duties));
            owed.uses.extend(uses);
        }
        owed
    }

    fn see(&mut self, books: &Arrays, saw: &Observation, rules: &Rules) {
        let Self { duties, uses } = self;
        for (first, duties) in duties {
            let parts = duties.promise().parts.len();
            let Some(uses) = uses.get_mut(*first..*first + parts) else { continue };
            duties.saw(books, saw, rules, (), &mut |_, turn| match turn {
                Turn::Opened => uses.iter_mut().for_each(|part| part.opened += 1),
                Turn::Answered(part) => {
                    uses.iter_mut().skip(part).take(1).for_each(|part| part.answered += 1)
                }
                Turn::Witnessed(_) => {}
            });
        }
    }
}

impl Surveyor<Product<'_>> for Count<'_> {
    fn expand(&mut self, _: u32, state: &State) {
        self.to_come.clear();
        for (place, input) in self.inputs.iter_mut().enumerate() {
            self.out.clear();
            match self.product.take_with(state, input.action, &mut self.out, &mut self.tally) {
                Ok(_) => {
                    input.enabled += 1;
                    self.to_come.push(place);
                }
                Err(refusal) => {
                    let by_word = self.refusals.entry(refusal).or_default();
                    *by_word.entry(input.action.word()).or_default() += 1;
                }
            }
            self.tally.settle();
        }
        self.to_come.reverse();
    }

    fn initial(&mut self, _: u32, _: &State, _: bool, _: &Found) {
        let Self { product, owed, .. } = self;
        product.see_opening(&mut |books, saw| owed.see(books, saw, &product.scope().judged));
    }

    fn step(&mut self, step: &Step<'_, Product<'_>>) {
        if !self.owed.duties.is_empty() {
            let Self { product, owed, .. } = self;
            let mut see = |books: &Arrays, saw: &Observation| owed.see(books, saw, &product.scope().judged);
            product.see_step(step.source, step.action, &mut see);
        }
        // Steps are told in the order of the inputs, each that is possible.
        let input = self.to_come.pop().and_then(|place| self.inputs.get_mut(place));
        if let Some(input) = input {
            debug_assert_eq!(input.action, step.action);
            input.taken += 1;
            input.fresh += u64::from(step.new);
        }
    }
}

/// Verdicts, counted for each part.
struct Tally<'a> {
    layout: &'a Layout,
    parts: Vec<PartUse>,
    /// The promise that is being judged, how many of its parts have failed so far, and the first of them.
    under_way: Option<(usize, usize, usize)>,
}

impl Tally<'_> {
    /// The promise that is being judged is through.
    fn settle(&mut self) {
        let Some((promise, failed, first)) = self.under_way.take() else { return };
        let mut part = 0;
        while self.layout.parts().get(self.layout.part(promise, part)) == Some(&(promise, part)) {
            if let Some(count) = self.parts.get_mut(self.layout.part(promise, part)) {
                count.judged += 1;
                count.decisive += u64::from(failed == 0 || (failed == 1 && first == part));
            }
            part += 1;
        }
    }
}

impl Verdicts<Checking> for Tally<'_> {
    fn triggered(&mut self, promise: usize) {
        self.settle();
        self.under_way = Some((promise, 0, 0));
    }
    fn witnessed(&mut self, _: usize, _: usize) {}
    fn breached(&mut self, promise: usize, part: usize, _: &View<'_, Checking>) {
        if let Some((_, failed, first)) = &mut self.under_way {
            if *failed == 0 {
                *first = part;
            }
            *failed += 1;
        }
        if let Some(count) = self.parts.get_mut(self.layout.part(promise, part)) {
            count.failed += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipped;
    use vouchsafe_explore::{Quiet, Reason, explore};
    use vouchsafe_system::{Defect, Defects};

    fn exercise(name: &str, defects: &[Defect], options: &Options) -> (Exercise, u64, u64) {
        let mut scope = shipped::named(name).unwrap();
        scope.setup.defects = defects.iter().copied().collect::<Defects>();
        let product = Product::new(&scope);
        let report = explore(&product, &Options::default(), &Quiet);
        (Exercise::of(&product, options, &Quiet), report.states, report.transitions)
    }

    #[test]
    fn every_step_and_every_new_state_is_counted_once() {
        let (found, states, transitions) = exercise("no-objection", &[], &Options::default());
        assert_eq!(found.extent, Extent::Exhausted);
        assert_eq!((found.states, found.expanded), (states, states));
        let sum = |of: fn(&InputUse) -> u64| found.inputs.iter().map(of).sum::<u64>();
        assert_eq!(sum(|input| input.taken), transitions);
        assert_eq!(sum(|input| input.enabled), transitions);
        assert_eq!(sum(|input| input.fresh), states - 1, "all but the opening");
        let refused: u64 = found.refusals.values().flat_map(|by_word| by_word.values()).sum();
        assert_eq!(refused + transitions, states * found.inputs.len() as u64);
        assert_eq!(found.never_taken().count(), 0);
    }

    #[test]
    fn a_part_is_decisive_where_the_others_hold() {
        let (honest, ..) = exercise("consent", &[], &Options::default());
        assert!(honest.parts.iter().all(|part| part.failed == 0 && part.decisive == part.judged));
        let (broken, ..) = exercise("consent", &[Defect::TvKeepsReporting], &Options::default());
        let failing: Vec<&PartUse> = broken.parts.iter().filter(|part| part.failed > 0).collect();
        assert!(!failing.is_empty());
        for part in failing {
            assert!(part.decisive > 0 && part.failed <= part.judged, "{part:?}");
        }
        let outvoted = broken.parts.iter().filter(|part| part.decisive < part.judged).count();
        assert!(outvoted > 0, "where one part fails, the verdict does not hang on the others");
    }

    #[test]
    fn what_is_owed_sooner_or_later_is_counted() {
        let (found, ..) = exercise("answers", &[], &Options::default());
        let [duty] = found.duties[..] else { panic!("{:?}", found.duties) };
        assert_eq!((duty.id, duty.part), ("F06.press-is-answered", "answered"));
        let taken = |word: &str| -> u64 {
            found.inputs.iter().filter(|input| input.action.word() == word).map(|input| input.taken).sum()
        };
        assert!(duty.opened > 0 && duty.opened == taken("press"), "{duty:?}");
        assert!(duty.answered >= taken("give-up") && duty.answered > 0, "{duty:?}");
        let (other, ..) = exercise("no-objection", &[], &Options::default());
        assert_eq!(other.duties, []);
    }

    #[test]
    fn what_is_cut_says_so() {
        let options = Options { states_max: Some(10), ..Options::default() };
        let (found, states, _) = exercise("consent", &[], &options);
        assert_eq!(found.extent, Extent::Cut(Reason::States));
        assert!(found.expanded < states);
    }
}
