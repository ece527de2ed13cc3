//! The purposes that the text states, for each category of data and for what was collected with one aim.

use vouchsafe_alphabet::readings::PurposeScope;
use vouchsafe_alphabet::{Category, Purpose, Set, Word};

type Purposes = Set<Purpose>;

/// What law, safety and the conduct of the business itself may ask of any data.
pub(crate) const LEGAL: &[Purpose] = &[
    Purpose::LegalCompliance,
    Purpose::LegalDemand,
    Purpose::ProtectRights,
    Purpose::Safety,
    Purpose::Investigation,
    Purpose::Security,
    Purpose::Dispute,
    Purpose::Enforcement,
    Purpose::BusinessRecords,
    Purpose::SubjectRequest,
    Purpose::MinorRemoval,
    Purpose::Notice,
    Purpose::Governance,
    Purpose::CorporateEvent,
];

/// What the data of the services themselves is for.
const OF_SERVICES: &[Purpose] = &[
    Purpose::Provide,
    Purpose::Support,
    Purpose::Communicate,
    Purpose::Statistics,
    Purpose::OperateFull,
    Purpose::AppAnalytics,
];

/// What the strictest reading leaves of any category beside the legal purposes.
const LISTED_FOUR: &[Purpose] = &[
    Purpose::Provide,
    Purpose::Support,
    Purpose::Communicate,
    Purpose::Statistics,
    Purpose::Authenticity,
    Purpose::ConnectionSelection,
    Purpose::StatusDisplay,
    Purpose::Control,
    Purpose::Feedback,
    Purpose::FollowUp,
    Purpose::Record,
    Purpose::AppRun,
    Purpose::IdentityVerification,
];

/// These purposes and the legal ones.
pub(crate) fn legal_and(purposes: &[Purpose]) -> Purposes {
    Set::of(LEGAL).union(Set::of(purposes))
}

/// These purposes, the legal ones and those of the services.
fn service_and(purposes: &[Purpose]) -> Purposes {
    legal_and(purposes).union(Set::of(OF_SERVICES))
}

/// The purposes that the text states for a category.
pub(crate) fn row(c: Category) -> Purposes {
    use Purpose as P;
    match c {
        Category::Account => service_and(&[
            P::DirectMarketing,
            P::Preferences,
            P::Features,
            P::IdentityVerification,
            P::Control,
            P::Authenticity,
            P::StatusDisplay,
            P::ConnectionSelection,
            P::FollowUp,
            P::Ecosystem,
            P::AppRun,
        ]),
        Category::SharedAccounts => service_and(&[P::Control, P::StatusDisplay]),
        Category::DeviceInfo => service_and(&[
            P::Control,
            P::StatusDisplay,
            P::Authenticity,
            P::ConnectionSelection,
            P::AppRun,
            P::Ecosystem,
        ]),
        Category::NetworkInfo => service_and(&[P::ConnectionSelection, P::Control, P::StatusDisplay]),
        Category::Command => service_and(&[P::Control, P::StatusDisplay]),
        Category::OperationsInfo => service_and(&[P::StatusDisplay, P::Control]),
        Category::OperateInfo => service_and(&[P::Control, P::StatusDisplay, P::ConnectionSelection]),
        Category::Feedback => legal_and(&[
            P::Feedback,
            P::FollowUp,
            P::Record,
            P::Provide,
            P::Support,
            P::Statistics,
            P::Communicate,
        ]),
        Category::FactoryMac => legal_and(&[P::Authenticity]),
        Category::IdentityProof => legal_and(&[P::IdentityVerification]),
        Category::PhoneFeature => {
            legal_and(&[P::AppRun, P::ConnectionSelection, P::StatusDisplay, P::Control])
        }
        Category::Correspondence => {
            legal_and(&[P::Record, P::Communicate, P::FollowUp, P::Support, P::Feedback])
        }
        Category::Credentials => legal_and(&[P::IdentityVerification, P::AppRun, P::Control, P::Provide]),
        Category::Age => legal_and(&[P::Provide]),
        Category::Purchase => service_and(&[P::DirectMarketing, P::Ecosystem]),
        Category::RequestData => legal_and(&[P::IdentityVerification, P::Communicate]),
        Category::EcosystemData => service_and(&[P::Ecosystem]),
        Category::Cookie => {
            legal_and(&[P::WebAnalytics, P::Preferences, P::Features, P::Advertising, P::InterestAds])
        }
        Category::Demographic | Category::CookieReport | Category::WebLog => {
            legal_and(&[P::WebAnalytics, P::Statistics])
        }
        Category::LocalStorage => legal_and(&[P::Preferences, P::Features]),
        Category::AdProfile => legal_and(&[P::Advertising, P::InterestAds]),
        Category::Analytics => legal_and(&[P::AppAnalytics, P::Provide, P::Statistics]),
        Category::Status => service_and(&[P::StatusDisplay, P::Control]),
        Category::Statistic => legal_and(&[P::Statistics, P::Provide]),
    }
}

/// The purposes for which a category may be used, by the reading.
pub(crate) fn permitted(c: Category, scope: PurposeScope) -> Purposes {
    match scope {
        PurposeScope::PerCategory => row(c),
        PurposeScope::Union => Set::of(Purpose::ALL).without(Purpose::Unstated.into()),
        PurposeScope::ListedFour => row(c).intersection(legal_and(LISTED_FOUR)),
    }
}

/// Each purpose so narrow that what was collected for it serves little else, with what is compatible.
const NARROW: &[(Purpose, &[Purpose])] = &[
    (Purpose::IdentityVerification, &[]),
    (Purpose::Authenticity, &[]),
    (Purpose::SubjectRequest, &[Purpose::IdentityVerification, Purpose::Communicate]),
    (Purpose::MinorRemoval, &[]),
    (Purpose::LegalCompliance, &[]),
    (Purpose::LegalDemand, &[]),
    (Purpose::Security, &[]),
    (Purpose::AppRun, &[Purpose::ConnectionSelection, Purpose::StatusDisplay, Purpose::Control]),
    (Purpose::ConnectionSelection, &[Purpose::Control, Purpose::StatusDisplay, Purpose::AppRun]),
    (Purpose::FollowUp, &[Purpose::Feedback, Purpose::Record, Purpose::Support]),
    (
        Purpose::Feedback,
        &[Purpose::FollowUp, Purpose::Record, Purpose::Provide, Purpose::Support, Purpose::Statistics],
    ),
];

/// Whether what was collected for the one purpose may serve the other.
pub(crate) fn compatible(collected_for: Purpose, q: Purpose) -> bool {
    NARROW
        .iter()
        .find(|(narrow, _)| *narrow == collected_for)
        .is_none_or(|(narrow, kin)| q == *narrow || LEGAL.contains(&q) || kin.contains(&q))
}
