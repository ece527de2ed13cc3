//! The status store: which categories it takes in, from TVs, plugins and people.
//!
//! It has its own copy of the consents to collection, which the account service keeps up to date.

use crate::kinds::{Kind, Kinds};
use crate::limits::PEOPLE;
use crate::refusal::Refusal;
use crate::table::Table;
use vouchsafe_alphabet::{Category, Person, Source};

/// The status store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Status {
    taken: Table<Kinds, PEOPLE>,
    /// Whether the copy is lost and has to be read anew.
    lost: bool,
}

impl Status {
    /// The store may take these categories of a person in.
    pub(crate) fn start(&mut self, person: Person, kinds: Kinds) {
        if let Ok(taken) = self.taken.at_mut(person.index()) {
            *taken = taken.with(kinds);
        }
    }
    /// The store may take these categories of a person in no more.
    pub(crate) fn stop(&mut self, person: Person, kinds: Kinds) {
        if let Ok(taken) = self.taken.at_mut(person.index()) {
            *taken = taken.without(kinds);
        }
    }
    /// The copy is lost.
    pub(crate) fn lose(&mut self) {
        self.lost = true;
    }
    /// The copy is read anew, if it was lost; says whether it was.
    pub(crate) fn read_anew(&mut self) -> bool {
        std::mem::take(&mut self.lost)
    }
    /// Refuses what the store may not take in.
    pub(crate) fn takes(&self, person: Person, kind: Kind) -> Result<(), Refusal> {
        if self.taken.at(person.index())?.has(kind) { Ok(()) } else { Err(Refusal::NoConsent) }
    }
}

/// Where the data of a category comes from.
pub(crate) const fn source(category: Category) -> Source {
    match category {
        Category::DeviceInfo
        | Category::NetworkInfo
        | Category::OperationsInfo
        | Category::FactoryMac
        | Category::OperateInfo
        | Category::Status => Source::Reported,
        Category::PhoneFeature | Category::Command | Category::Analytics | Category::SharedAccounts => {
            Source::Observed
        }
        Category::Account
        | Category::Feedback
        | Category::IdentityProof
        | Category::Correspondence
        | Category::Credentials
        | Category::Age
        | Category::Purchase
        | Category::RequestData => Source::Submitted,
        Category::Cookie | Category::WebLog | Category::LocalStorage | Category::AdProfile => Source::Web,
        Category::EcosystemData | Category::CookieReport => Source::PassedOn,
        Category::Demographic | Category::Statistic => Source::Derived,
    }
}
