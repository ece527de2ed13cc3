//! The lists of what plugin and TV collect, and of the fields that each category may have (COL-03 to COL-13, CKT-06,
//! CKT-12, T31 to T33, T36).

use vouchsafe_alphabet::readings::CollectionList;
use vouchsafe_alphabet::{Categories, Category, Detail, Set};

type Details = Set<Detail>;

/// The six kinds of information that the policy's own list names; shared accounts are of the first.
const SIX: &[Category] = &[
    Category::Account,
    Category::SharedAccounts,
    Category::DeviceInfo,
    Category::NetworkInfo,
    Category::Command,
    Category::OperationsInfo,
    Category::Feedback,
];

/// What other sections say that plugin or TV take in: the factory address (USE-14), what operating takes (USE-21),
/// features of the phone (ACC-01), and the status that is made of these (USE-17).
const NAMED_ELSEWHERE: &[Category] =
    &[Category::FactoryMac, Category::OperateInfo, Category::PhoneFeature, Category::Status];

/// What plugin and TV may collect.
pub(super) fn collected_by_devices(list: CollectionList) -> Categories {
    // Analytics have a section and a list of their own, whichever way the list is read.
    let six = Set::of(SIX).with(Category::Analytics);
    match list {
        CollectionList::NamedAnywhere => six.union(Set::of(NAMED_ELSEWHERE)),
        CollectionList::Examples => Set::all(),
        CollectionList::SixAlone => six,
    }
}

/// Fields of account information (COL-04).
pub(super) fn account() -> Details {
    Set::of(&[Detail::AccountId, Detail::Profile, Detail::EmailAddress])
}

/// Fields of device information (COL-07); the room is a label.
pub(super) fn device() -> Details {
    Set::of(&[Detail::Version, Detail::Firmware, Detail::Name, Detail::DeviceId, Detail::Room])
}

/// Fields of network information (COL-09).
pub(super) fn network() -> Details {
    Set::of(&[Detail::Mode, Detail::Ip, Detail::Ssid, Detail::Rssi, Detail::MacAddress])
}

/// Fields of operations information (COL-13).
pub(super) fn operations() -> Details {
    Set::of(&[Detail::Muted, Detail::AudioMode])
}

/// Fields of a line in the web log (CKT-06).
pub(super) fn log_line() -> Details {
    Set::of(&[
        Detail::Ip,
        Detail::Browser,
        Detail::Isp,
        Detail::Referrer,
        Detail::Exit,
        Detail::OperatingSystem,
        Detail::Timestamp,
        Detail::Clicks,
    ])
}

/// Fields of app analytics (CKT-12).
pub(super) fn analytics() -> Details {
    Set::of(&[Detail::Frequency, Detail::Events, Detail::Performance, Detail::CrashSite])
}

/// What a TV says of itself in a report: the status is made of these (T32).
pub(super) fn report() -> Details {
    device().union(network()).union(operations())
}

/// Fields of the categories whose fields follow from those of others; nothing where the policy lists none.
pub(super) fn derived(category: Category) -> Option<Details> {
    match category {
        Category::SharedAccounts => Some(account()),
        Category::Status => Some(device().union(operations())),
        Category::OperateInfo => Some(operations().union(network())),
        Category::FactoryMac => Some(Set::of(&[Detail::MacAddress, Detail::DeviceId])),
        Category::PhoneFeature => Some(network()),
        Category::Feedback => Some(Set::of(&[Detail::Text, Detail::Contact, Detail::ErrorLog])),
        Category::Command => Some(Set::all().without(Detail::Undeclared.into())),
        Category::Account
        | Category::DeviceInfo
        | Category::NetworkInfo
        | Category::OperationsInfo
        | Category::WebLog
        | Category::Analytics
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
        | Category::Statistic => None,
    }
}
