//! F07: plugin and TV take in what the text names, and every record and log line has the fields it lists.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::{
    Bound, Collected, LogWritten, Published, Reported, Shared, Unbound, Unshared,
};
use vouchsafe_alphabet::readings::CollectionList;
use vouchsafe_alphabet::{Category, Detail, Person, Set, Source, Tv, Verb};

/// What is collected is of a listed kind and has listed fields, whatever way it came (COM-01, COL-03, COL-04, COL-07,
/// COL-09, COL-13, CKT-06, CKT-12).
pub(crate) const LISTED_CONTENTS: Promise = Promise {
    id: "F07.listed-contents",
    trigger: |past, seen| {
        collection(past, seen).is_some()
            || matches!(seen.line(), Some(Reported { details: Some(_), .. } | LogWritten { .. }))
    },
    parts: &[
        ("listed-kind", listed_kind),
        ("listed-fields", |past, seen| {
            collection(past, seen).is_none_or(|it| match FOLLOWING.iter().find(|(c, _)| *c == it.category) {
                Some((_, lists)) => it.has_only(&lists.concat()),
                None => it.category != Category::Command || !it.details.has(Detail::Undeclared),
            })
        }),
        ("own-account", own_account),
        ("account-fields", |past, seen| keeps_to(past, seen, Category::Account, ACCOUNT)),
        ("device-fields", |past, seen| keeps_to(past, seen, Category::DeviceInfo, DEVICE)),
        ("network-fields", |past, seen| keeps_to(past, seen, Category::NetworkInfo, NETWORK)),
        ("operations-fields", |past, seen| {
            let reported = match seen.line() {
                Some(Reported { details: Some(details), .. }) => {
                    only(details, &[DEVICE, NETWORK, OPERATIONS].concat())
                }
                Some(_) | None => true,
            };
            reported && keeps_to(past, seen, Category::OperationsInfo, OPERATIONS)
        }),
        ("log-fields", |past, seen| {
            let logged = match seen.line() {
                Some(LogWritten { details, .. }) => only(details, LOG_LINE),
                Some(_) | None => true,
            };
            logged && keeps_to(past, seen, Category::WebLog, LOG_LINE)
        }),
        ("analytics-fields", |past, seen| keeps_to(past, seen, Category::Analytics, ANALYTICS)),
    ],
    witnesses: &[
        ("account", |past, seen| says_something(past, seen, Category::Account)),
        ("device-info", |past, seen| says_something(past, seen, Category::DeviceInfo)),
        ("network-info", |past, seen| says_something(past, seen, Category::NetworkInfo)),
        ("operations-info", |past, seen| says_something(past, seen, Category::OperationsInfo)),
        (
            "log-line",
            |_, seen| matches!(seen.line(), Some(LogWritten { details, .. }) if details != Set::EMPTY),
        ),
        ("analytics", |past, seen| says_something(past, seen, Category::Analytics)),
    ],
    duty: None,
};

const ACCOUNT: &[Detail] = &[Detail::AccountId, Detail::EmailAddress, Detail::Profile];
const DEVICE: &[Detail] = &[Detail::Name, Detail::DeviceId, Detail::Room, Detail::Version, Detail::Firmware];
const NETWORK: &[Detail] = &[Detail::Ssid, Detail::Rssi, Detail::Ip, Detail::MacAddress, Detail::Mode];
const OPERATIONS: &[Detail] = &[Detail::Muted, Detail::AudioMode];
const ANALYTICS: &[Detail] = &[Detail::Frequency, Detail::Events, Detail::Performance, Detail::CrashSite];
const LOG_LINE: &[Detail] = &[
    Detail::Browser,
    Detail::Clicks,
    Detail::Exit,
    Detail::Ip,
    Detail::Isp,
    Detail::OperatingSystem,
    Detail::Referrer,
    Detail::Timestamp,
];

/// Categories whose fields are those of others (T32, T33), or are said with what they are for.
const FOLLOWING: &[(Category, &[&[Detail]])] = &[
    (Category::SharedAccounts, &[ACCOUNT]),
    (Category::Status, &[DEVICE, OPERATIONS]),
    (Category::OperateInfo, &[NETWORK, OPERATIONS]),
    (Category::PhoneFeature, &[NETWORK]),
    (Category::FactoryMac, &[&[Detail::MacAddress, Detail::DeviceId]]),
    (Category::Feedback, &[&[Detail::Text, Detail::Contact, Detail::ErrorLog]]),
];

/// What is collected on our side.
struct Collection {
    person: Person,
    category: Category,
    source: Source,
    details: Set<Detail>,
}

impl Collection {
    fn has_only(&self, list: &[Detail]) -> bool {
        only(self.details, list)
    }
    /// Whether plugin or TV took it in, without anybody's handing it over.
    fn by_devices(&self) -> bool {
        self.source == Source::Reported || self.source == Source::Observed
    }
    fn is_legal(&self, past: Past<'_>) -> bool {
        past.legal_cover(self.person, Verb::Collect, self.category, None)
    }
}

fn collection(past: Past<'_>, seen: Seen) -> Option<Collection> {
    if let Some(Collected { person, category, by, source, details, .. }) = seen.line()
        && past.controlled(by)
    {
        Some(Collection { person, category, source, details: details.unwrap_or(Set::EMPTY) })
    } else {
        None
    }
}

fn only(details: Set<Detail>, list: &[Detail]) -> bool {
    details.iter().all(|detail| list.contains(&detail))
}

fn keeps_to(past: Past<'_>, seen: Seen, c: Category, list: &[Detail]) -> bool {
    collection(past, seen).is_none_or(|it| it.category != c || it.has_only(list))
}

fn says_something(past: Past<'_>, seen: Seen, c: Category) -> bool {
    collection(past, seen).is_some_and(|it| it.category == c && it.details != Set::EMPTY)
}

/// Whether the text names that kind for plugin and TV, by the reading (T31, T36).
fn named(c: Category, list: CollectionList) -> bool {
    use Category as C;
    match c {
        C::Account
        | C::SharedAccounts
        | C::DeviceInfo
        | C::NetworkInfo
        | C::Command
        | C::OperationsInfo
        | C::Feedback => true,
        // These have a section of their own, which lists what they are.
        C::Analytics => true,
        C::FactoryMac | C::OperateInfo | C::PhoneFeature | C::Status => list != CollectionList::SixAlone,
        C::IdentityProof
        | C::Correspondence
        | C::Credentials
        | C::Age
        | C::Purchase
        | C::RequestData
        | C::EcosystemData
        | C::Cookie
        | C::Demographic
        | C::CookieReport
        | C::WebLog
        | C::LocalStorage
        | C::AdProfile
        | C::Statistic => list == CollectionList::Examples,
    }
}

fn listed_kind(past: Past<'_>, seen: Seen) -> bool {
    collection(past, seen).is_none_or(|it| {
        !it.by_devices()
            || named(it.category, past.rules.readings.collection_list)
            || past.ever(
                |older| matches!(older, Published { categories: Some(new), .. } if new.has(it.category)),
            )
            || it.is_legal(past)
    })
}

fn own_account(past: Past<'_>, seen: Seen) -> bool {
    collection(past, seen).is_none_or(|it| {
        it.category != Category::Account
            || !it.by_devices()
            || past.used_product(it.person)
            || past.linked_to_some_tv(it.person)
            || it.is_legal(past)
    })
}

impl Past<'_> {
    /// Whose the TV is.
    pub(crate) fn owner_of(self, t: Tv) -> Option<Person> {
        self.latest_saying(|seen| {
            if let Bound { tv, person } = seen
                && tv == t
            {
                Some(Some(person))
            } else if let Unbound { tv, .. } = seen
                && tv == t
            {
                Some(None)
            } else {
                None
            }
        })
        .flatten()
    }

    /// Whether the TV is shared with the person, by the latest word about that; a new binding ends every share.
    pub(crate) fn is_shared_with(self, t: Tv, p: Person) -> bool {
        let concerns = |seen| {
            matches!(seen, Shared { tv, person } | Unshared { tv, person } if tv == t && person == p)
                || matches!(seen, Bound { tv, .. } | Unbound { tv, .. } if tv == t)
        };
        let latest = self.latest_saying(|seen| concerns(seen).then_some(seen));
        matches!(latest, Some(Shared { .. }))
    }

    /// Whether the TV is bound to the person or shared with them.
    pub(crate) fn linked(self, t: Tv, p: Person) -> bool {
        self.owner_of(t) == Some(p) || self.is_shared_with(t, p)
    }

    fn linked_to_some_tv(self, p: Person) -> bool {
        self.ever(|seen| {
            matches!(seen, Bound { tv, person } | Shared { tv, person } if person == p && self.linked(tv, p))
        })
    }
}
