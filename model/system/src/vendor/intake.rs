//! The intake: which kinds of data it takes from plugin and TV, and which fields of each (COL-03 to COL-13).

use crate::defects::Defect;
use crate::limits::TVS;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::table::{Few, Table};
use vouchsafe_alphabet::readings::CollectionList;
use vouchsafe_alphabet::{Category, Detail, Person, Service, Set, Tv};

/// The intake.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Intake {
    /// Whether the TVs have new firmware, which sends more than the old.
    pub(crate) updated: bool,
    /// By TV, the people for whom it was sampled, or whose accounts were; only a broken intake keeps that.
    sampled: Table<Few, TVS>,
}

impl Intake {
    /// A TV was sampled for a person.
    pub(crate) fn remember(&mut self, tv: Tv, person: Person) -> Result<(), Refusal> {
        self.sampled.at_mut(tv.index())?.add(person.index());
        Ok(())
    }
    /// Whether a TV was ever sampled for a person.
    pub(crate) fn remembers(&self, tv: Tv, person: Person) -> Result<bool, Refusal> {
        Ok(self.sampled.at(tv.index())?.has(person.index()))
    }
}

/// The fields of a category that the intake keeps; it takes in no category that has none.
pub(crate) fn kept(setup: &Setup, category: Category) -> Result<Set<Detail>, Refusal> {
    let closed = setup.rules.readings.collection_list == CollectionList::SixAlone;
    let fields: &[Detail] = match category {
        Category::Account | Category::SharedAccounts => &[Detail::AccountId, Detail::Profile],
        Category::DeviceInfo => {
            &[Detail::Version, Detail::Firmware, Detail::Name, Detail::DeviceId, Detail::Room]
        }
        Category::NetworkInfo => &[Detail::Mode, Detail::Ip, Detail::Ssid, Detail::Rssi, Detail::MacAddress],
        Category::OperationsInfo => &[Detail::Muted, Detail::AudioMode],
        Category::Feedback => &[Detail::Text, Detail::Contact],
        Category::WebLog => &[Detail::Ip, Detail::Browser, Detail::Timestamp],
        Category::FactoryMac if !closed => &[Detail::MacAddress, Detail::DeviceId],
        Category::PhoneFeature if !closed => &[Detail::Ssid],
        Category::Analytics => &[Detail::Frequency, Detail::Events, Detail::CrashSite],
        Category::FactoryMac
        | Category::PhoneFeature
        | Category::Command
        | Category::OperateInfo
        | Category::Status
        | Category::IdentityProof
        | Category::Correspondence
        | Category::Credentials
        | Category::Age
        | Category::Purchase
        | Category::RequestData
        | Category::EcosystemData
        | Category::Cookie
        | Category::Demographic
        | Category::CookieReport
        | Category::LocalStorage
        | Category::AdProfile
        | Category::Statistic => return Err(Refusal::OffTheList),
    };
    Ok(Set::of(fields))
}

/// The fields that a broken intake takes in besides.
pub(crate) fn stray(setup: &Setup, category: Category, updated: bool) -> Set<Detail> {
    let (defect, stray) = match category {
        Category::Account => (Defect::AddressBookTaken, Detail::Undeclared),
        Category::DeviceInfo => (Defect::PositionAsRoom, Detail::Undeclared),
        Category::NetworkInfo => (Defect::NetworkPasswordPacked, Detail::Undeclared),
        Category::OperationsInfo => (Defect::UnknownFieldsKept, Detail::Undeclared),
        Category::PhoneFeature => (Defect::NeighbourNetworksRead, Detail::Undeclared),
        Category::WebLog => (Defect::TokenInLog, Detail::AccountId),
        Category::Analytics => (Defect::EventsNameNetwork, Detail::Ssid),
        Category::Feedback => (Defect::ErrorLogAttached, Detail::ErrorLog),
        Category::SharedAccounts
        | Category::FactoryMac
        | Category::Command
        | Category::OperateInfo
        | Category::Status
        | Category::IdentityProof
        | Category::Correspondence
        | Category::Credentials
        | Category::Age
        | Category::Purchase
        | Category::RequestData
        | Category::EcosystemData
        | Category::Cookie
        | Category::Demographic
        | Category::CookieReport
        | Category::LocalStorage
        | Category::AdProfile
        | Category::Statistic => return Set::EMPTY,
    };
    // What the old firmware sends has no field that the intake does not know.
    let sent = category != Category::OperationsInfo || updated;
    if sent && setup.has(defect) { stray.into() } else { Set::EMPTY }
}

/// Whether a service needs a category, so that it may be required (COL-01).
pub(crate) fn needs(service: Service, category: Category) -> bool {
    let needed: &[Category] = match service {
        Service::Control => &[Category::Account, Category::DeviceInfo, Category::NetworkInfo],
        Service::Status => &[Category::Account, Category::DeviceInfo, Category::OperationsInfo],
        Service::Promotions => &[Category::Account],
        Service::Content => &[Category::Account, Category::Purchase],
        Service::Support => &[Category::Account, Category::Correspondence],
    };
    needed.contains(&category)
}
