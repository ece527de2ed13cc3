//! Limits that people set: what they declined to give, and with whom nothing of theirs is shared any more.

use crate::cast::RecipientSpec;
use crate::defects::Defect;
use crate::kinds::{Kind, Kinds};
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::Table;
use vouchsafe_alphabet::readings::StopReach;
use vouchsafe_alphabet::{Category, Class, Clock, Person, ProviderKind, Service, Set};

/// The classes to which sharing stops.
const OUTLETS: [Class; 2] = [Class::Affiliate, Class::Provider];

/// What one person has asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Stops<C> {
    /// When a stop that has come in must be heeded, for each class.
    pending: [C; 2],
    /// What was let again since that stop came in, for each class.
    let_again: [Kinds; 2],
    /// The categories for which a stop is heeded, for each class.
    stopped: [Kinds; 2],
}

impl<C: Clock> Default for Stops<C> {
    fn default() -> Self {
        Self { pending: [C::default(); 2], let_again: [Kinds::NONE; 2], stopped: [Kinds::NONE; 2] }
    }
}

/// The desk for limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Halt<C> {
    stops: Table<Stops<C>, PEOPLE>,
    declined: Table<Kinds, PEOPLE>,
}

impl<C: Clock> Default for Halt<C> {
    fn default() -> Self {
        Self { stops: Table::default(), declined: Table::default() }
    }
}

impl<C: Clock> Halt<C> {
    /// A person asks that sharing stop (GRP-06).
    pub(crate) fn stop(&mut self, setup: &Setup, person: Person, now: C::Now) -> Result<(), Refusal> {
        let units = setup.rules.deadlines.sharing_stop;
        let stops = self.stops.at_mut(person.index())?;
        let all = Kinds::first(setup.each_kind().count() as u32);
        let mut news = false;
        for ((pending, let_again), stopped) in
            stops.pending.iter_mut().zip(&mut stops.let_again).zip(&mut stops.stopped)
        {
            let open = !pending.is_set() && *stopped != all;
            news |= open || *let_again != Kinds::NONE;
            *let_again = Kinds::NONE;
            if open && units == 0 {
                *stopped = all;
            } else if open {
                *pending = C::start(now, units, &setup.rules);
            }
        }
        if news { Ok(()) } else { Err(Refusal::NothingChanges) }
    }
    /// Sharing stops at once.
    pub(crate) fn end(&mut self, person: Person, all: Kinds) -> Result<(), Refusal> {
        *self.stops.at_mut(person.index())? = Stops { stopped: [all; 2], ..Stops::default() };
        Ok(())
    }
    /// Stops are heeded by their deadline.
    pub(crate) fn due(&mut self, setup: &Setup, now: C::Now) {
        if setup.has(Defect::StopSharingUnread) {
            return;
        }
        let all = Kinds::first(setup.each_kind().count() as u32);
        for (_, stops) in self.stops.each_mut() {
            for ((pending, let_again), stopped) in
                stops.pending.iter_mut().zip(&mut stops.let_again).zip(&mut stops.stopped)
            {
                if pending.due(now) || pending.over(now) {
                    *pending = C::default();
                    *stopped = all.without(*let_again);
                    *let_again = Kinds::NONE;
                }
            }
        }
    }
    /// A person lets these categories be shared again: with a class, or with everybody.
    pub(crate) fn lift(&mut self, person: Person, kinds: Kinds, class: Option<Class>) -> Result<(), Refusal> {
        let stops = self.stops.at_mut(person.index())?;
        for (index, outlet) in OUTLETS.iter().enumerate() {
            if class.is_none_or(|class| class == *outlet) {
                if stops.pending.get(index).is_some_and(|pending| pending.is_set())
                    && let Some(let_again) = stops.let_again.get_mut(index)
                {
                    *let_again = let_again.with(kinds);
                }
                if let Some(stopped) = stops.stopped.get_mut(index) {
                    *stopped = stopped.without(kinds);
                }
            }
        }
        Ok(())
    }
    /// Refuses what is shared with nobody of a class any more.
    pub(crate) fn open(
        &self,
        setup: &Setup,
        person: Person,
        kind: Kind,
        spec: &RecipientSpec,
    ) -> Result<(), Refusal> {
        let class = spec.class;
        let essential = [ProviderKind::DataCentre, ProviderKind::Storage, ProviderKind::Telecom];
        let spared = setup.rules.readings.stop_reach == StopReach::Dispensable
            && class == Class::Provider
            && spec.kinds.is_some_and(|kinds| kinds.meets(Set::of(&essential)));
        let feed = class == Class::Affiliate && setup.has(Defect::AffiliateFeedRunsOn);
        let index = OUTLETS.iter().position(|&outlet| outlet == class);
        let stopped = self.stops.at(person.index())?.stopped;
        let stopped = index.and_then(|index| stopped.get(index)).is_some_and(|stopped| stopped.has(kind));
        if stopped && !feed && !spared {
            return Err(Refusal::SharingStopped);
        }
        Ok(())
    }

    /// A person declines to give a category (COL-02).
    pub(crate) fn decline(&mut self, person: Person, kind: Kind) -> Result<(), Refusal> {
        let declined = self.declined.at_mut(person.index())?;
        *declined = declined.with(Kinds::one(kind));
        Ok(())
    }
    /// A person gives these categories after all.
    pub(crate) fn provide(&mut self, person: Person, kinds: Kinds) -> Result<(), Refusal> {
        let declined = self.declined.at_mut(person.index())?;
        *declined = declined.without(kinds);
        Ok(())
    }
    /// Whether a person declined a category.
    pub(crate) fn declined(&self, person: Person, kind: Kind) -> Result<bool, Refusal> {
        Ok(self.declined.at(person.index())?.has(kind))
    }

    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        for (_, stops) in self.stops.each_mut() {
            stops.pending.iter_mut().for_each(&mut *visit);
        }
    }
}

/// Whether a service cannot be provided without a category.
pub(crate) fn needs(service: Service, category: Category) -> bool {
    match service {
        Service::Control => matches!(category, Category::DeviceInfo | Category::Command),
        Service::Status => matches!(category, Category::DeviceInfo | Category::OperationsInfo),
        Service::Promotions => category == Category::Account,
        Service::Content => matches!(category, Category::Account | Category::Purchase),
        Service::Support => matches!(category, Category::Feedback | Category::Correspondence),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::Ticks;

    fn of(class: Class) -> RecipientSpec {
        RecipientSpec::new(class, false)
    }

    #[test]
    fn a_stop_is_heeded_in_time_and_lifted_class_by_class() {
        let (setup, ana) = (Setup { categories: Category::Account.into(), ..Setup::default() }, Person(0));
        let mut halt = Halt::<Ticks>::default();
        halt.stop(&setup, ana, ()).unwrap();
        assert_eq!(halt.stop(&setup, ana, ()), Err(Refusal::NothingChanges));
        assert_eq!(halt.open(&setup, ana, Kind(0), &of(Class::Provider)), Ok(()));
        halt.clocks(&mut |clock| clock.age());
        halt.due(&setup, ());
        assert_eq!(halt.open(&setup, ana, Kind(0), &of(Class::Provider)), Err(Refusal::SharingStopped));
        assert_eq!(
            halt.open(&setup, ana, Kind(0), &of(Class::Ecosystem)),
            Ok(()),
            "of whom the clause does not speak"
        );
        halt.lift(ana, Kinds::one(Kind(0)), Some(Class::Affiliate)).unwrap();
        assert_eq!(halt.open(&setup, ana, Kind(0), &of(Class::Affiliate)), Ok(()));
        assert_eq!(halt.open(&setup, ana, Kind(0), &of(Class::Provider)), Err(Refusal::SharingStopped));
    }

    #[test]
    fn what_was_declined_may_be_given_later() {
        let mut halt = Halt::<Ticks>::default();
        halt.decline(Person(0), Kind(1)).unwrap();
        assert_eq!(halt.declined(Person(0), Kind(1)), Ok(true));
        halt.provide(Person(0), Kinds::one(Kind(1))).unwrap();
        assert_eq!(halt.declined(Person(0), Kind(1)), Ok(false));
    }
}
