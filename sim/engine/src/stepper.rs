//! A run that is walked by hand: inputs are taken one by one, and earlier places are gone back to.

use crate::cases::{Cases, SlotNames};
use crate::product::{Found, Product, State};
use crate::run::{Run, Step, Taken};
use vouchsafe_explore::{Bits, Marks};
use vouchsafe_system::{Action, ActionError, Out, Refusal};

/// A place in a run: what led to it, and what is so there.
#[derive(Clone, Debug)]
pub struct Place {
    /// The step that led to it.
    pub step: Step,
    /// What the step triggered and witnessed.
    pub marks: Marks<Found>,
    /// The state.
    pub state: State,
    cases: Cases,
}

/// A run with a place in it at which one stands.
pub struct Stepper<'a> {
    product: &'a Product<'a>,
    /// The opening, and then a place for each input taken so far, also for those that were gone back from.
    places: Vec<Place>,
    at: usize,
}

impl<'a> Stepper<'a> {
    /// A run that stands at its opening.
    pub fn new(product: &'a Product<'a>) -> Self {
        let mut cases = Cases::default();
        let (state, step) = Step::opening(product, &mut cases);
        let opening = Place { step, marks: Marks::default(), state, cases };
        Self { product, places: vec![opening], at: 0 }
    }

    /// The product that is walked.
    pub fn product(&self) -> &'a Product<'a> {
        self.product
    }

    /// How many inputs were taken up to where one stands.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many inputs the run has, with those that were gone back from.
    pub fn len(&self) -> usize {
        self.places.len() - 1
    }

    /// Whether no input was taken yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The places from the opening to where one stands.
    #[expect(clippy::indexing_slicing, reason = "one always stands at one of the places")]
    pub fn way(&self) -> &[Place] {
        &self.places[..=self.at]
    }

    /// Where one stands.
    #[expect(clippy::indexing_slicing, reason = "one always stands at one of the places")]
    pub fn here(&self) -> &Place {
        &self.places[self.at]
    }

    /// The place before; none at the opening.
    pub fn before(&self) -> Option<&Place> {
        self.places.get(self.at.checked_sub(1)?)
    }

    /// The names of the cast, and of the cases as they are at a place.
    pub fn names<'b>(&'b self, place: &'b Place) -> SlotNames<'b> {
        SlotNames { cast: &self.product.scope().names, cases: &place.cases }
    }

    /// The inputs that are enabled here, in order.
    pub fn enabled(&self) -> Vec<Action> {
        let mut out = Out::default();
        let mut enabled = Vec::new();
        for &action in self.product.actions() {
            out.clear();
            if self.product.take(&self.here().state, action, &mut out).is_ok() {
                enabled.push(action);
            }
        }
        enabled
    }

    /// The name of an input here.
    pub fn name(&self, action: Action) -> String {
        action.name(&self.names(self.here()))
    }

    /// The input with this name here.
    ///
    /// # Errors
    /// A text that is no input.
    pub fn parse(&self, name: &str) -> Result<Action, ActionError> {
        Action::parse(name, &mut self.names(self.here()))
    }

    /// Why an input is refused here; nothing where it is enabled.
    pub fn refusal(&self, action: Action) -> Option<Refusal> {
        self.product.take(&self.here().state, action, &mut Out::default()).err()
    }

    /// Takes an input and goes to where it leads. What came after this place is forgotten, unless it began with the
    /// same input.
    ///
    /// # Errors
    /// The refusal of the party to which the input does not apply; then nothing changes.
    pub fn take(&mut self, action: Action) -> Result<&Place, Refusal> {
        let known = self.places.get(self.at + 1).is_some_and(|next| next.step.action == Some(action));
        if !known {
            let here = self.here();
            let mut cases = here.cases.clone();
            let taken = Taken::from(self.product, &here.state, &mut cases, here.step.at_ms, action)?;
            self.places.truncate(self.at + 1);
            self.places.push(Place { step: taken.step, marks: taken.marks, state: taken.state, cases });
        }
        self.at += 1;
        Ok(self.here())
    }

    /// Goes to the place after this many inputs; says whether there is one.
    pub fn go(&mut self, at: usize) -> bool {
        let there = at < self.places.len();
        if there {
            self.at = at;
        }
        there
    }

    /// The run from the opening to where one stands.
    pub fn run(&self) -> Run {
        let mut run = Run {
            steps: Vec::new(),
            breached: Found::default(),
            triggered: Found::default(),
            witnessed: Found::default(),
            last: self.here().state,
        };
        for place in self.way() {
            run.steps.push(place.step.clone());
            run.breached.join(&place.step.breached);
            run.triggered.join(&place.marks.triggered);
            run.witnessed.join(&place.marks.witnessed);
        }
        run
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipped;

    #[test]
    fn a_run_by_hand_is_the_run_of_its_inputs() {
        let scope = shipped::named("consent").unwrap();
        let product = Product::new(&scope);
        let mut stepper = Stepper::new(&product);
        let mut actions = Vec::new();
        for turn in 0..40 {
            let enabled = stepper.enabled();
            let action = *enabled.get(turn * 7 % enabled.len()).unwrap();
            assert_eq!(stepper.parse(&stepper.name(action)), Ok(action));
            stepper.take(action).unwrap();
            actions.push(action);
        }
        let (by_hand, run) = (stepper.run(), Run::of(&product, &actions).unwrap());
        assert_eq!(by_hand.entries(), run.entries());
        assert_eq!((by_hand.last, by_hand.breached), (run.last, run.breached));
        assert_eq!((by_hand.triggered, by_hand.witnessed), (run.triggered, run.witnessed));
    }

    #[test]
    fn one_goes_back_and_on_again_until_another_way_is_taken() {
        let scope = shipped::named("consent").unwrap();
        let product = Product::new(&scope);
        let mut stepper = Stepper::new(&product);
        let first = *stepper.enabled().last().unwrap();
        stepper.take(first).unwrap();
        let there = stepper.here().state;
        stepper.take(Action::Tick).unwrap();
        assert!(stepper.go(1) && stepper.here().state == there && stepper.len() == 2);
        assert!(!stepper.go(3) && stepper.at() == 1);
        stepper.take(Action::Tick).unwrap();
        assert!(stepper.go(0));
        stepper.take(first).unwrap();
        assert_eq!(stepper.len(), 2, "the same input keeps what comes after");
        assert!(stepper.go(0));
        stepper.take(Action::Tick).unwrap();
        assert_eq!(stepper.len(), 1, "another one does not");
    }
}
