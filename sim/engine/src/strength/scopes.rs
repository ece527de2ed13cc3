//! Telling mutants apart by scopes: every step of a scope without a defect is an event to tell them by.

use super::mutation::{Mutation, breaks};
use super::{Evidence, Tried};
use crate::live::lead;
use crate::product::Product;
use crate::scope::Scope;
use vouchsafe_explore::{Observer, Options, Step, Surveyor, survey};
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promise::Part;
use vouchsafe_oracle::shelf::Arrays;
use vouchsafe_oracle::{Duties, Event, Promise, View, promises};

/// Looks which of the mutants that nothing has told apart so far a scope tells apart.
pub fn by_scope(tried: &mut [Tried], scope: &Scope, options: &Options, observer: &dyn Observer) {
    let every = promises::every::<Checking>();
    let product = Product::new(scope);
    let asked = |tried: &&mut Tried| tried.told_by.is_none() && scope.asks(tried.mutant.id);
    let open: Vec<&mut Tried> = tried.iter_mut().filter(asked).collect();
    let (leads, events): (Vec<_>, Vec<_>) = open.into_iter().partition(|tried| {
        every.get(tried.mutant.promise).is_some_and(|promise| promise.leading().is_some())
    });
    for tried in leads {
        let promise = every.get(tried.mutant.promise);
        if promise.is_some_and(|promise| is_owed(&product, promise, tried, options, observer)) {
            tried.told_by = Some(Evidence::Scope(scope.name.clone()));
        }
    }
    if !events.is_empty() {
        let mut look = Look { product: &product, every: &every, open: events };
        survey(&product, options, observer, &mut look);
    }
}

/// Whether the mutant of a promise that leads to something is broken in a scope in which the promise is not: it opens
/// at whatever it sees, or one of its parts never comes about.
fn is_owed(
    product: &Product<'_>,
    promise: &Promise<Checking>,
    tried: &Tried,
    options: &Options,
    observer: &dyn Observer,
) -> bool {
    let mut changed = *promise;
    match tried.mutant.mutation {
        Mutation::Untriggered => changed.trigger = |_| true,
        Mutation::Negated(part) => {
            let mut parts: Vec<Part<Checking>> = promise.parts.to_vec();
            if let Some(part) = parts.get_mut(part) {
                part.holds = |_| false;
            }
            // There are few of these, and each lives as long as the program.
            changed.parts = Box::leak(parts.into_boxed_slice());
        }
        // Nothing is owed of it any more: only a defect tells.
        Mutation::Dropped(_) | Mutation::Loosened(_) | Mutation::Swapped(_) => return false,
    }
    let owes = |promise: Promise<Checking>| {
        let duties = Duties::of(promise);
        let led = duties.map(|duties| lead(product, tried.mutant.promise, &duties, options, observer));
        led.is_some_and(|led| !led.breaches.is_empty())
    };
    owes(changed) != owes(*promise)
}

/// Looks at every event of a scope.
struct Look<'a, 't> {
    product: &'a Product<'a>,
    every: &'a [Promise<Checking>],
    open: Vec<&'t mut Tried>,
}

impl Look<'_, '_> {
    fn see(&mut self, books: &Arrays, event: Event<'_>) {
        let rules = &self.product.scope().judged;
        let view = View::new(event, books, rules, (), &());
        let scope = &self.product.scope().name;
        let every = self.every;
        self.open.retain_mut(|tried| {
            let concerned = every.get(tried.mutant.promise).filter(|promise| match event {
                Event::Saw(saw) => promise.sees.contains(&saw.kind()),
                Event::InstantEnds(subject) => promise.ends.concern(subject),
            });
            let told = concerned.is_some_and(|promise| {
                breaks(promise, Some(tried.mutant.mutation), &view) != breaks(promise, None, &view)
            });
            if told {
                tried.told_by = Some(Evidence::Scope(scope.clone()));
            }
            !told
        });
    }
}

impl Surveyor<Product<'_>> for Look<'_, '_> {
    fn step(&mut self, step: &Step<'_, Product<'_>>) {
        if !self.open.is_empty() {
            self.product.see_events(step.source, step.action, &mut |books, event| self.see(books, event));
        }
    }
}
