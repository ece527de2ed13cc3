//! A promise that leads to something, put to the product of a scope: whether every fair run lives up to it.
//!
//! The oracle says which observations open a duty and which answer it, the system which inputs are assumed to be
//! done sooner or later; here the two meet. A duty is that of one part for one slot, such as the first command.

use crate::product::{Product, State};
use std::sync::atomic::{AtomicU64, Ordering};
use vouchsafe_alphabet::ids::Naming;
use vouchsafe_alphabet::{Observation, Sort, Word};
use vouchsafe_explore::{
    Bits, Due, Duty, Extent, Fairness as Assumed, Judged, Lasso, Live, Observer, Options, Verdict, decide,
};
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::shelf::Arrays;
use vouchsafe_oracle::{Duties, Owed, Turn};
use vouchsafe_system::fairness::Share;
use vouchsafe_system::{Action, Fairness};

/// What was found of such a promise in one scope.
#[derive(Clone, Debug)]
pub struct Led {
    /// The promise's number.
    pub promise: usize,
    /// Whether the graph of the scope is complete and every duty was decided.
    pub extent: Extent,
    /// Whether a duty was opened.
    pub opened: bool,
    /// Whether each witness was seen.
    pub witnessed: Vec<bool>,
    /// For each part that is not lived up to, a shortest fair run that owes it for ever.
    pub breaches: Vec<Owing>,
}

/// A fair run that owes a part for ever.
#[derive(Clone, Debug)]
pub struct Owing {
    /// The part's number.
    pub part: usize,
    /// The inputs up to the loop, and then those of one round of it.
    pub actions: Vec<Action>,
    /// How it goes on.
    pub ever: Ever,
}

/// How a run that owes something for ever goes on, and why it is fair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ever {
    /// The input after which the duty is owed, from 1; 0 for the opening.
    pub opened: usize,
    /// How many inputs come before the loop. Where these are all, nothing happens any more.
    pub stem: usize,
    /// For each assumption of fairness, why nothing more can be asked for.
    pub fair: Vec<String>,
}

/// The product of a scope with the duties of one promise.
struct Lively<'a, 's> {
    product: &'a Product<'s>,
    duties: &'a Duties<Checking>,
    /// Who may owe something: so many subjects, each toward so many.
    places: (usize, usize),
    shares: Vec<(Fairness, Share)>,
    /// The witnesses seen, a bit each.
    witnessed: AtomicU64,
}

/// Decides the duties of the promise with this number on the whole graph of a product.
pub fn lead(
    product: &Product<'_>,
    promise: usize,
    duties: &Duties<Checking>,
    options: &Options,
    observer: &dyn Observer,
) -> Led {
    let setup = &product.scope().setup;
    let assumed: Vec<Fairness> =
        duties.leading().fair.iter().filter_map(|name| Fairness::from_name(name)).collect();
    let lively = Lively {
        product,
        duties,
        places: places(product, duties.leading().owed),
        shares: setup.shares(&assumed),
        witnessed: AtomicU64::new(0),
    };
    let found = decide(&lively, options, observer);
    let seen = lively.witnessed.load(Ordering::Relaxed);
    let mut led = Led {
        promise,
        extent: found.extent,
        opened: found.decisions.iter().any(|decision| decision.opened),
        witnessed: (0..duties.promise().witnesses.len()).map(|place| seen >> place & 1 == 1).collect(),
        breaches: Vec::new(),
    };
    for (number, decision) in found.decisions.into_iter().enumerate() {
        match decision.verdict {
            Verdict::Holds | Verdict::Vacuous => {}
            Verdict::Undecided(reason) => led.extent = Extent::Cut(reason),
            Verdict::Breached(lasso) => led.note(lively.owing(number, &lasso)),
        }
    }
    led
}

/// How many subjects of a duty a scope has, and toward how many each may owe it.
fn places(product: &Product<'_>, owed: Owed) -> (usize, usize) {
    let sort = match owed {
        Owed::Each(sort) => sort,
        Owed::PhoneTowardTv => return (subjects(product, Sort::Phone), subjects(product, Sort::Tv)),
    };
    (subjects(product, sort), 1)
}

/// How many subjects of this sort a scope has.
fn subjects(product: &Product<'_>, sort: Sort) -> usize {
    let setup = &product.scope().setup;
    match sort {
        Sort::Command => setup.commands.into(),
        Sort::Request => setup.cases().into(),
        Sort::Record => setup.records.into(),
        Sort::Phone => setup.cast.phones.len(),
        Sort::Tv => setup.cast.tvs.len(),
        Sort::Person => setup.cast.people.len(),
        Sort::Staff => setup.cast.staff.len(),
        Sort::Mac | Sort::DeviceId | Sort::Contract | Sort::Holder | Sort::Terms => 0,
    }
}

impl Led {
    /// Keeps the shortest run for each part, and of equal ones the first.
    fn note(&mut self, owing: Owing) {
        match self.breaches.iter_mut().find(|known| known.part == owing.part) {
            Some(known) if known.actions.len() <= owing.actions.len() => {}
            Some(known) => *known = owing,
            None => self.breaches.push(owing),
        }
    }
}

impl Lively<'_, '_> {
    fn owing(&self, duty: usize, lasso: &Lasso<Action>) -> Owing {
        let fair = self.shares.iter().zip(&lasso.respects);
        Owing {
            part: duty / self.slots().max(1),
            actions: lasso.actions().copied().collect(),
            ever: Ever {
                opened: lasso.opened,
                stem: lasso.stem.len(),
                fair: fair.map(|(share, respect)| self.justified(*share, &respect.due, lasso)).collect(),
            },
        }
    }

    fn justified(&self, share: (Fairness, Share), due: &Due, lasso: &Lasso<Action>) -> String {
        let why = match due {
            Due::Taken(at) => format!("done in step {}", lasso.stem.len() + at + 1),
            Due::Disabled(_) | Due::Never if lasso.rests() => "not possible any more".to_owned(),
            Due::Disabled(at) => format!("not possible before step {}", lasso.stem.len() + at + 1),
            Due::Never => "possible nowhere in the loop".to_owned(),
        };
        format!("{}: {why}", self.share(share))
    }

    /// An assumption and whose share of it, in words. Cases go by their slots, from 1.
    fn share(&self, (fairness, (id, other)): (Fairness, Share)) -> String {
        let of = |sort, id| {
            let mut name = String::new();
            self.product.scope().names.name(sort, id, &mut name);
            name
        };
        let whose = match fairness {
            Fairness::LinksDeliver | Fairness::PluginsConclude => format!("command slot {}", id + 1),
            Fairness::WithdrawalsAreWorkedOn | Fairness::MailIsOpened | Fairness::RequestsAreWorkedOn => {
                format!("request slot {}", id + 1)
            }
            Fairness::InferenceRuns => format!("record slot {}", id + 1),
            Fairness::BreachesAreDealtWith => of(Sort::Staff, id),
            Fairness::PhonesReturn => of(Sort::Phone, id),
            Fairness::PluginsChoose => format!("{} to {}", of(Sort::Phone, id), of(Sort::Tv, other)),
        };
        format!("{} ({whose})", fairness.name())
    }

    fn see(&self, books: &Arrays, saw: &Observation, judged: &mut Judged) {
        let rules = &self.product.scope().judged;
        self.duties.saw(books, saw, rules, (), &mut |subject, turn| self.turn(judged, subject, turn));
    }

    /// How many duties of a part there are.
    fn slots(&self) -> usize {
        self.places.0 * self.places.1
    }

    fn turn(&self, judged: &mut Judged, (subject, toward): (u32, u32), turn: Turn) {
        let slot = subject as usize * self.places.1 + toward as usize;
        let duty = |part: usize| part * self.slots() + slot;
        match turn {
            Turn::Opened if slot < self.slots() => {
                for part in 0..self.duties.promise().parts.len() {
                    judged.opens.set(duty(part));
                    // What was answered before in the same step was another duty.
                    judged.answers = judged.answers.without(&[duty(part)].into_iter().collect());
                }
            }
            Turn::Answered(part) if slot < self.slots() => judged.answers.set(duty(part)),
            Turn::Opened | Turn::Answered(_) => {}
            Turn::Witnessed(number) => {
                self.witnessed.fetch_or(1 << number, Ordering::Relaxed);
            }
        }
    }
}

impl<'s> Live for Lively<'_, 's> {
    type Space = Product<'s>;

    fn space(&self) -> &Product<'s> {
        self.product
    }

    fn fairness(&self) -> Vec<Assumed> {
        self.shares.iter().map(|share| Assumed::weak(self.share(*share))).collect()
    }

    fn duties(&self) -> Vec<Duty> {
        let promise = self.duties.promise();
        let of = |part: &vouchsafe_oracle::Part<Checking>, slot| {
            Duty::leads_to(format!("{}/{} of slot {}", promise.id, part.name, slot + 1))
        };
        promise.parts.iter().flat_map(|part| (0..self.slots()).map(move |slot| of(part, slot))).collect()
    }

    fn begin(&self, _: &State) -> Judged {
        let mut judged = Judged::default();
        self.product.see_opening(&mut |books, saw| self.see(books, saw, &mut judged));
        judged
    }

    fn judge(&self, from: &State, action: &Action, _: &State) -> Judged {
        let mut judged = Judged::default();
        let share = action.fairness().and_then(|share| self.shares.iter().position(|known| *known == share));
        if let Some(class) = share {
            judged.classes.set(class);
        }
        self.product.see_step(from, *action, &mut |books, saw| self.see(books, saw, &mut judged));
        judged
    }
}
