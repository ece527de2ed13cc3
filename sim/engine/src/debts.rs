//! What a run owes of a promise that leads to something: when each duty was opened and answered, and what is open
//! at the end. Whether an open one is owed for ever is for the explorer to say.

use crate::moments::{Met, Moment, follow};
use crate::product::Product;
use crate::run::Run;
use vouchsafe_alphabet::Sort;
use vouchsafe_oracle::mode::Following;
use vouchsafe_oracle::{Duties, Owed, Promise, Turn, promises};

/// What a run owes of one promise.
#[derive(Clone, Debug)]
pub struct Debts {
    /// The promise.
    pub promise: Promise<Following>,
    /// What happened to its duties, in order.
    pub turns: Vec<(Moment, Whose, Turn)>,
    /// The parts that are open at the end, by their numbers, with whose they are and since when.
    pub open: Vec<(Whose, usize, Moment)>,
}

/// Whose duty it is, and toward which TV, where each has one of its own.
pub type Whose = ((Sort, u32), Option<u32>);

/// Follows a run, and looks at the promise of this id; nothing where it does not lead to something.
pub fn debts(product: &Product<'_>, run: &Run, id: &str) -> Option<Debts> {
    let promise = promises::leads_to::<Following>().into_iter().find(|promise| promise.id == id)?;
    let duties = Duties::of(promise)?;
    let owed = duties.leading().owed;
    let whose = |(id, toward): (u32, u32)| match owed {
        Owed::Each(sort) => ((sort, id), None),
        Owed::PhoneTowardTv => ((Sort::Phone, id), Some(toward)),
    };
    let rules = &product.scope().judged;
    let mut found = Debts { promise, turns: Vec::new(), open: Vec::new() };
    follow(run, rules, &mut |books, moment, met| {
        if let Met::Saw(saw) = met {
            duties.saw(books, saw, rules, moment.at_ms, &mut |subject, turn| {
                found.turn(moment, whose(subject), turn);
            });
        }
    });
    Some(found)
}

impl Debts {
    fn turn(&mut self, moment: Moment, whose: Whose, turn: Turn) {
        match turn {
            Turn::Opened => {
                // A duty that is open already stays so since then.
                let parts = 0..self.promise.parts.len();
                let missing =
                    parts.filter(|part| !self.open.iter().any(|open| (open.0, open.1) == (whose, *part)));
                let missing: Vec<_> = missing.map(|part| (whose, part, moment)).collect();
                self.open.extend(missing);
            }
            Turn::Answered(part) => {
                let before = self.open.len();
                self.open.retain(|open| (open.0, open.1) != (whose, part));
                if self.open.len() == before {
                    // It answers what nobody owed.
                    return;
                }
            }
            Turn::Witnessed(_) => {}
        }
        self.turns.push((moment, whose, turn));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipped;
    use vouchsafe_system::{Defect, Defects};

    fn debts_of(defect: Option<Defect>, inputs: &[&str]) -> Debts {
        let mut scope = shipped::named("answers").unwrap();
        scope.setup.defects = defect.into_iter().collect::<Defects>();
        let product = Product::new(&scope);
        let names: Vec<String> = inputs.iter().map(|&name| name.to_owned()).collect();
        debts(&product, &Run::named(&product, &names).unwrap(), "F06.press-is-answered").unwrap()
    }

    const PRESSED: [&str; 3] = ["bind(ana, tv1)", "check(tv1)", "press(ana, tv1, volume-up)"];

    #[test]
    fn a_press_is_owed_until_it_is_answered() {
        let owed = debts_of(None, &PRESSED);
        assert_eq!(owed.open.len(), 1);
        assert_eq!((owed.open[0].0, owed.open[0].2.step), (((Sort::Command, 0), None), 3));
        let answered = [&PRESSED[..], &["deliver(lan-command, press1, tv1)"]].concat();
        let met = debts_of(None, &answered);
        assert!(met.open.is_empty());
        assert!(met.turns.iter().any(|turn| turn.0.step == 4 && turn.2 == Turn::Answered(0)));
    }

    #[test]
    fn a_promise_that_is_judged_at_once_has_no_debts() {
        let scope = shipped::named("answers").unwrap();
        let product = Product::new(&scope);
        let run = Run::of(&product, &[]).unwrap();
        assert!(debts(&product, &run, "F13.no-sale").is_none());
    }
}
