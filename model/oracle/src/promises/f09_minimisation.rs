//! F09, what people are required to give (COL-01): what the service needs and nothing else, for purposes that deliver it.

use crate::mode::Mode;
use crate::promise::{Ends, Part, Promise, Shape, Witness};
use crate::view::View;
use vouchsafe_alphabet::{
    Categories, Category, Kind, Observation, Person, Purpose, Service, Set, Verb, Verbs,
};

pub(super) const fn promises<M: Mode>() -> [Promise<M>; 1] {
    [Promise {
        id: "F09.only-the-needed-is-required",
        family: "F09",
        clauses: &["COL-01"],
        statement: "People are required to give what the service that they ask for needs, and are left to choose about anything else.",
        shape: Shape::Absence,
        readings: &[],
        sees: &[Kind::Asked],
        ends: Ends::Never,
        when: "data is asked for by us or for the vendor",
        trigger: |v| asked(v).is_some(),
        parts: &[
            Part {
                name: "needed",
                clauses: &["COL-01"],
                says: "what is required is needed for the service, or law covers it",
                holds: |v| {
                    required(v).is_none_or(|it| {
                        let excess = it.categories.without(needed(it.service));
                        excess.iter().all(|category| is_legal(v, &it, category))
                    })
                },
            },
            Part {
                name: "to-deliver",
                clauses: &["COL-01"],
                says: "it is required for a purpose that delivers services, where one is said, or law covers it",
                holds: |v| {
                    required(v).is_none_or(|it| {
                        it.purpose.is_none_or(delivers)
                            || it.categories.iter().all(|category| is_legal(v, &it, category))
                    })
                },
            },
        ],
        witnesses: &[
            Witness {
                name: "needed-required",
                says: "what a service needs is required for it",
                seen: |v| required(v).is_some_and(|it| it.service.is_some()),
            },
            Witness {
                name: "other-asked",
                says: "what a service does not need is asked for, and left to choice",
                seen: |v| {
                    asked(v).is_some_and(|it| {
                        !it.mandatory
                            && it.service.is_some()
                            && !it.categories.without(needed(it.service)).is_empty()
                    })
                },
            },
        ],
    }]
}

/// A question to a person for data.
struct Question {
    person: Person,
    verbs: Verbs,
    categories: Categories,
    mandatory: bool,
    purpose: Option<Purpose>,
    service: Option<Service>,
}

fn asked<M: Mode>(v: &View<'_, M>) -> Option<Question> {
    let Some(&Observation::Asked { person, by, verbs, categories, mandatory, purpose, service, .. }) =
        v.saw()
    else {
        return None;
    };
    v.is_controlled(by).then_some(Question { person, verbs, categories, mandatory, purpose, service })
}

fn required<M: Mode>(v: &View<'_, M>) -> Option<Question> {
    asked(v).filter(|it| it.mandatory)
}

/// Whether law demands or allows everything that is asked about this category.
fn is_legal<M: Mode>(v: &View<'_, M>, it: &Question, category: Category) -> bool {
    let mut verbs = it.verbs.without(Verb::Disclose.into()).iter().peekable();
    verbs.peek().is_some() && verbs.all(|verb| v.covered_by_law(it.person, verb, category, None))
}

/// What each service needs: a parameter of the model, since the policy names the criterion alone.
fn needed(service: Option<Service>) -> Categories {
    /// What any service takes that reaches a TV from a phone.
    const REACH: [Category; 7] = [
        Category::Account,
        Category::SharedAccounts,
        Category::Credentials,
        Category::DeviceInfo,
        Category::NetworkInfo,
        Category::FactoryMac,
        Category::PhoneFeature,
    ];
    let with = |own: &[Category]| Set::of(own);
    match service {
        Some(Service::Control) => Set::of(&REACH).union(with(&[Category::Command, Category::OperateInfo])),
        Some(Service::Status) => {
            Set::of(&REACH).union(with(&[Category::OperationsInfo, Category::OperateInfo, Category::Status]))
        }
        Some(Service::Promotions) => with(&[Category::Account]),
        Some(Service::Content) => with(&[
            Category::Account,
            Category::Credentials,
            Category::DeviceInfo,
            Category::Purchase,
            Category::Age,
        ]),
        Some(Service::Support) => with(&[
            Category::Account,
            Category::DeviceInfo,
            Category::Correspondence,
            Category::IdentityProof,
            Category::RequestData,
        ]),
        None => [Service::Control, Service::Status, Service::Content, Service::Support]
            .into_iter()
            .fold(Set::EMPTY, |all, service| all.union(needed(Some(service)))),
    }
}

/// Whether a purpose delivers services, rather than improving them, promoting or counting (T45).
fn delivers(purpose: Purpose) -> bool {
    match purpose {
        Purpose::Provide
        | Purpose::Support
        | Purpose::Communicate
        | Purpose::LegalCompliance
        | Purpose::LegalDemand
        | Purpose::Authenticity
        | Purpose::ConnectionSelection
        | Purpose::StatusDisplay
        | Purpose::Control
        | Purpose::OperateFull
        | Purpose::Security
        | Purpose::AppRun
        | Purpose::IdentityVerification
        | Purpose::SubjectRequest
        | Purpose::MinorRemoval
        | Purpose::Notice => true,
        Purpose::Statistics
        | Purpose::BusinessRecords
        | Purpose::Feedback
        | Purpose::FollowUp
        | Purpose::Record
        | Purpose::DirectMarketing
        | Purpose::WebAnalytics
        | Purpose::Advertising
        | Purpose::InterestAds
        | Purpose::AppAnalytics
        | Purpose::Preferences
        | Purpose::Features
        | Purpose::Ecosystem
        | Purpose::CorporateEvent
        | Purpose::ProtectRights
        | Purpose::Safety
        | Purpose::Investigation
        | Purpose::Business
        | Purpose::Dispute
        | Purpose::Enforcement
        | Purpose::Governance
        | Purpose::Unstated => false,
    }
}
