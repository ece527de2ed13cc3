//! The minors' desk: of whom the vendor was told that they are minors, and their subscriptions.
//!
//! Told of a minor, the vendor leaves the minor alone at once (MIN-02 to MIN-04). A guardian's report has
//! the data and the subscriptions removed by a deadline (MIN-06, MIN-07); until then nothing new begins.

use crate::kinds::{Kind, Kinds};
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::table::{Few, Table};
use vouchsafe_alphabet::{Clock, Person, Service};

/// What the desk knows of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct File<C> {
    /// Whether the vendor was told that this is a minor.
    pub(crate) known: bool,
    /// Whether a guardian has reported.
    pub(crate) reported: bool,
    /// Whether a guardian approved something after the last report.
    pub(crate) approved_since: bool,
    /// The categories that a guardian approved.
    pub(crate) approved: Kinds,
    /// Until when a reported minor's data and subscriptions must be removed.
    pub(crate) removal: C,
    /// The services to which the person is subscribed.
    pub(crate) subscribed: Few,
    /// The subscriptions that renew themselves.
    pub(crate) renewing: Few,
}

impl<C: Clock> Default for File<C> {
    fn default() -> Self {
        Self {
            known: false,
            reported: false,
            approved_since: false,
            approved: Kinds::NONE,
            removal: C::default(),
            subscribed: Few::default(),
            renewing: Few::default(),
        }
    }
}

/// The minors' desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Minors<C> {
    files: Table<File<C>, PEOPLE>,
}

impl<C: Clock> Default for Minors<C> {
    fn default() -> Self {
        Self { files: Table::default() }
    }
}

impl<C: Clock> Minors<C> {
    /// What the desk knows of a person.
    pub(crate) fn file(&self, person: Person) -> Result<&File<C>, Refusal> {
        self.files.at(person.index())
    }
    /// What the desk knows of a person, to change.
    pub(crate) fn file_mut(&mut self, person: Person) -> Result<&mut File<C>, Refusal> {
        self.files.at_mut(person.index())
    }
    /// Whether the vendor was told that this is a minor.
    pub(crate) fn known(&self, person: Person) -> bool {
        self.file(person).is_ok_and(|file| file.known)
    }
    /// Refuses to address a known minor.
    pub(crate) fn spare(&self, person: Person) -> Result<(), Refusal> {
        if self.known(person) { Err(Refusal::KnownMinor) } else { Ok(()) }
    }
    /// Refuses to seek from a known minor what no guardian approved (MIN-04).
    pub(crate) fn spare_unless_approved(&self, person: Person, kind: Kind) -> Result<(), Refusal> {
        if self.approved(person, kind) { Ok(()) } else { self.spare(person) }
    }
    /// Whether a guardian approved that a person gives a category.
    pub(crate) fn approved(&self, person: Person, kind: Kind) -> bool {
        self.file(person).is_ok_and(|file| file.approved.has(kind))
    }
    /// A person subscribes to a service; a report bars it until the removal is over and a guardian approves.
    pub(crate) fn subscribe(&mut self, person: Person, service: Service, now: C::Now) -> Result<(), Refusal> {
        let file = self.file_mut(person)?;
        if file.reported && (file.removal.is_running(now) || !file.approved_since) {
            return Err(Refusal::Reported);
        }
        if file.subscribed.has(service as usize) {
            return Err(Refusal::SubscribedAlready);
        }
        file.subscribed.add(service as usize);
        file.renewing.add(service as usize);
        Ok(())
    }
    /// The subscription service renews what it has on its list.
    pub(crate) fn renew(&mut self, person: Person, service: Service) -> Result<(), Refusal> {
        let file = self.file_mut(person)?;
        if !file.renewing.has(service as usize) {
            return Err(Refusal::NotSubscribed);
        }
        file.subscribed.add(service as usize);
        Ok(())
    }
    /// Visits every clock.
    pub(crate) fn clocks(&mut self, visit: &mut dyn FnMut(&mut C)) {
        for (_, file) in self.files.each_mut() {
            visit(&mut file.removal);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vouchsafe_alphabet::{Rules, Ticks};

    #[test]
    fn a_report_bars_subscriptions_until_it_is_dealt_with_and_a_guardian_approves() {
        let (child, service) = (Person(0), Service::Content);
        let mut desk = Minors::<Ticks>::default();
        assert_eq!(desk.renew(child, service), Err(Refusal::NotSubscribed));
        assert_eq!(desk.subscribe(child, service, ()), Ok(()));
        assert_eq!(desk.subscribe(child, service, ()), Err(Refusal::SubscribedAlready));
        assert_eq!(desk.renew(child, service), Ok(()));
        let removal = Ticks::start((), 1, &Rules::default());
        *desk.file_mut(child).unwrap() =
            File { reported: true, approved_since: true, removal, ..File::default() };
        assert_eq!(desk.subscribe(child, service, ()), Err(Refusal::Reported));
        desk.clocks(&mut |clock| {
            clock.age();
            clock.settle(());
        });
        assert_eq!(desk.subscribe(child, service, ()), Ok(()));
        desk.file_mut(child).unwrap().approved_since = false;
        assert_eq!(desk.subscribe(child, Service::Support, ()), Err(Refusal::Reported));
    }

    #[test]
    fn a_known_minor_is_spared_except_for_what_is_approved() {
        let (child, kind) = (Person(0), Kind(0));
        let mut desk = Minors::<Ticks>::default();
        assert_eq!(desk.spare(child), Ok(()));
        desk.file_mut(child).unwrap().known = true;
        assert_eq!(desk.spare_unless_approved(child, kind), Err(Refusal::KnownMinor));
        desk.file_mut(child).unwrap().approved = Kinds::one(kind);
        assert_eq!(desk.spare_unless_approved(child, kind), Ok(()));
        assert_eq!(desk.spare(child), Err(Refusal::KnownMinor));
    }
}
