//! The walk: where one stands, and what each command does there.

use super::answer::{self, Answer};
use super::order::Order;
use super::{owed, taken, why};
use crate::failure::Failure;
use crate::manifest;
use crate::nearest;
use crate::outcome::Outcome;
use crate::page::Page;
use crate::stream::Stream;
use std::path::Path;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::legible::{self, Line};
use vouchsafe_engine::replay;
use vouchsafe_engine::stepper::{Place, Stepper};
use vouchsafe_explore::Bits;
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promises;
use vouchsafe_system::{Action, ActionError, Refusal};

/// A walk under way.
pub(super) struct Hand<'a> {
    pub(super) stepper: Stepper<'a>,
    pub(super) page: Page,
    /// Whether files may be replaced.
    pub(super) force: bool,
}

impl Hand<'_> {
    /// Does what a line asks for.
    pub(super) fn follow(&mut self, line: &str) -> Result<Answer, Failure> {
        let Some(order) = Order::read(line)? else { return Ok(Answer::Nothing) };
        Ok(Answer::Text(match order {
            Order::Quit => return Ok(Answer::End),
            Order::Help => answer::help(&self.page),
            Order::Actions(text) => answer::actions(self, text.as_deref()),
            Order::State(text) => answer::state(self, text.as_deref()),
            Order::Diff => taken::changes(self),
            Order::Do(input) => {
                let action = self.input(&input)?;
                self.stepper.take(action).map_err(|refusal| refused(&input, refusal))?;
                taken::text(self)
            }
            Order::Back => {
                let before = self.stepper.at().checked_sub(1).ok_or_else(|| {
                    Failure::usage("this is the opening, and nothing is before it", "`do` takes an input")
                })?;
                self.stepper.go(before);
                answer::place(self)
            }
            Order::Goto(step) => {
                if !self.stepper.go(step) {
                    return Err(Failure::usage(
                        format!("the run so far has no step {step}"),
                        format!("give a number from 0 to {}", self.stepper.len()),
                    ));
                }
                answer::place(self)
            }
            Order::Why(what) => self.why(&what)?,
            Order::Save(path, force) => self.save(&path, force || self.force)?,
        }))
    }

    /// How the walk ends.
    pub(super) fn outcome(&self) -> Outcome {
        let breached = self.stepper.way().iter().any(|place| !place.step.breached.is_empty());
        if breached { Outcome::Broken } else { Outcome::Kept }
    }

    /// The state at a place, line by line.
    pub(super) fn lines(&self, place: &Place) -> Vec<Line> {
        legible::lines(self.stepper.product().scope(), &self.stepper.names(place), &place.state)
    }

    /// The names of all inputs of the scope here, enabled or not.
    pub(super) fn inputs(&self) -> Vec<String> {
        self.stepper.product().actions().iter().map(|action| self.stepper.name(*action)).collect()
    }

    /// The input that is meant by a number or a name.
    fn input(&self, given: &str) -> Result<Action, Failure> {
        if given.bytes().all(|byte| byte.is_ascii_digit()) {
            let enabled = self.stepper.enabled();
            let place = given.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            return place.and_then(|place| enabled.get(place)).copied().ok_or_else(|| {
                let help = match enabled.len() {
                    0 => "no input is enabled here; `back` goes to the step before".to_owned(),
                    most => format!("give a number from 1 to {most}; `actions` lists them"),
                };
                Failure::usage(format!("no enabled input has the number {given}"), help)
            });
        }
        self.stepper.parse(given).map_err(|error| self.no_input(given, &error))
    }

    fn no_input(&self, given: &str, error: &ActionError) -> Failure {
        let inputs = self.inputs();
        let help = match nearest::to(given, inputs.iter().map(String::as_str)) {
            Some(near) => format!("the nearest of this scope is `{near}`"),
            None => "`actions` lists those that are enabled".to_owned(),
        };
        Failure::usage(error, help)
    }

    fn why(&self, what: &str) -> Result<String, Failure> {
        let judged = self.stepper.product().promises();
        if let Some(number) = judged.iter().position(|promise| promise.id == what) {
            return Ok(why::text(self, number));
        }
        if let Some(text) = owed::text(self, what) {
            return Ok(text);
        }
        let word = what.split('(').next().unwrap_or(what).trim();
        let is_number = what.bytes().all(|byte| byte.is_ascii_digit());
        if is_number || what.contains('(') || Action::WORDS.iter().any(|(known, ..)| *known == word) {
            let action = self.input(what)?;
            return Ok(match self.stepper.refusal(action) {
                None => format!("{} is enabled here: nothing refuses it.\n", self.stepper.name(action)),
                Some(refusal) => {
                    self.page.hanging("", &format!("{what} is refused here: {}", guard(refusal)))
                }
            });
        }
        let inputs = self.inputs();
        let every = promises::every::<Checking>();
        let known = every.iter().map(|promise| promise.id).chain(inputs.iter().map(String::as_str));
        let all = "`vouchsafe list promises` lists the promises, and `actions` the inputs";
        Err(Failure::unknown("promise or input", what, known, all))
    }

    fn save(&self, path: &Path, force: bool) -> Result<String, Failure> {
        let run = self.stepper.run();
        let about = Some("A run that was walked by hand.".to_owned());
        let text = replay::write(self.stepper.product(), &run, manifest::of(""), about);
        let mut stream = Stream::create(path, force)?;
        stream.line(text.trim_end())?;
        stream.keep()?;
        let inputs = crate::moment::count(self.stepper.at() as u64, "input");
        Ok(format!("Saved {inputs} to {}.\n", path.display()))
    }
}

/// The failure to take an input that its party refuses.
fn refused(given: &str, refusal: Refusal) -> Failure {
    Failure::usage(
        format!("`{given}` is refused here: {}", guard(refusal)),
        "`actions` lists what is enabled",
    )
}

/// The guard that refuses, by its name and in a sentence.
fn guard(refusal: Refusal) -> String {
    format!("{}. {}", refusal.name(), refusal.says())
}
