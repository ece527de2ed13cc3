//! F09: people are required to give what the service needs, and nothing else.

use crate::history::Past;
use crate::promise::{Promise, Seen};
use vouchsafe_alphabet::Observation::Asked;
use vouchsafe_alphabet::{Categories, Category, Person, Purpose, Service, Verb, Verbs};

/// Whatever is required is needed for the service and serves to deliver it (COL-01).
pub(crate) const ONLY_THE_NEEDED_IS_REQUIRED: Promise = Promise {
    id: "F09.only-the-needed-is-required",
    trigger: |past, seen| question(past, seen).is_some(),
    parts: &[
        ("needed", |past, seen| {
            requirement(past, seen)
                .is_none_or(|it| it.categories.iter().all(|c| serves(c, it.service) || it.is_legal(past, c)))
        }),
        ("to-deliver", |past, seen| {
            requirement(past, seen).is_none_or(|it| {
                it.purpose.is_none_or(|q| !BESIDE.contains(&q))
                    || it.categories.iter().all(|c| it.is_legal(past, c))
            })
        }),
    ],
    witnesses: &[
        ("needed-required", |past, seen| requirement(past, seen).is_some_and(|it| it.service.is_some())),
        ("other-asked", |past, seen| {
            question(past, seen).is_some_and(|it| {
                !it.mandatory && it.service.is_some() && it.categories.iter().any(|c| !serves(c, it.service))
            })
        }),
    ],
    duty: None,
};

/// A question for data.
struct Question {
    person: Person,
    verbs: Verbs,
    categories: Categories,
    mandatory: bool,
    purpose: Option<Purpose>,
    service: Option<Service>,
}

impl Question {
    /// Whether law covers all of what is asked about that category; what it names no verb of is covered by nothing,
    /// and nor is sharing.
    fn is_legal(&self, past: Past<'_>, c: Category) -> bool {
        let asked = [Verb::Collect, Verb::Use].into_iter().filter(|v| self.verbs.has(*v));
        asked.clone().count() > 0 && asked.clone().all(|v| past.legal_cover(self.person, v, c, None))
    }
}

fn question(past: Past<'_>, seen: Seen) -> Option<Question> {
    if let Some(Asked { person, by, verbs, categories, mandatory, purpose, service, .. }) = seen.line()
        && past.controlled(by)
    {
        Some(Question { person, verbs, categories, mandatory, purpose, service })
    } else {
        None
    }
}

fn requirement(past: Past<'_>, seen: Seen) -> Option<Question> {
    question(past, seen).filter(|it| it.mandatory)
}

/// Whether the service needs that category; where none is named, whether any but promotions does.
fn serves(c: Category, service: Option<Service>) -> bool {
    use Service::{Content, Control, Promotions, Status, Support};
    let by: &[Service] = match c {
        Category::Account => &[Control, Status, Promotions, Content, Support],
        Category::DeviceInfo => &[Control, Status, Content, Support],
        Category::Credentials => &[Control, Status, Content],
        Category::SharedAccounts
        | Category::NetworkInfo
        | Category::FactoryMac
        | Category::PhoneFeature
        | Category::OperateInfo => &[Control, Status],
        Category::Command => &[Control],
        Category::OperationsInfo | Category::Status => &[Status],
        Category::Purchase | Category::Age => &[Content],
        Category::Correspondence | Category::IdentityProof | Category::RequestData => &[Support],
        Category::Feedback
        | Category::EcosystemData
        | Category::Cookie
        | Category::Demographic
        | Category::CookieReport
        | Category::WebLog
        | Category::LocalStorage
        | Category::AdProfile
        | Category::Analytics
        | Category::Statistic => &[],
    };
    match service {
        Some(service) => by.contains(&service),
        None => by.iter().any(|&service| service != Promotions),
    }
}

/// Purposes beside the delivery of services (T45).
const BESIDE: &[Purpose] = &[
    Purpose::Statistics,
    Purpose::Feedback,
    Purpose::FollowUp,
    Purpose::Record,
    Purpose::BusinessRecords,
    Purpose::DirectMarketing,
    Purpose::Advertising,
    Purpose::InterestAds,
    Purpose::WebAnalytics,
    Purpose::AppAnalytics,
    Purpose::Preferences,
    Purpose::Features,
    Purpose::Ecosystem,
    Purpose::CorporateEvent,
    Purpose::Business,
    Purpose::ProtectRights,
    Purpose::Safety,
    Purpose::Investigation,
    Purpose::Dispute,
    Purpose::Enforcement,
    Purpose::Governance,
    Purpose::Unstated,
];
