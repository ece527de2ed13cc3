//! The purposes that the policy states, category by category (USE-05 to USE-25, CKT-03, COM-03, ACC-02), and which
//! of them are kin to the narrow purposes that data may be collected for.

use vouchsafe_alphabet::{Category, Purpose, Set};

type Purposes = Set<Purpose>;

/// Purposes that serve the law, security, the records of the business and people's own rights.
const LAW_AND_RIGHTS: &[Purpose] = &[
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

/// Purposes that serve the services as a whole.
const SERVICE: &[Purpose] = &[
    Purpose::Provide,
    Purpose::Support,
    Purpose::Communicate,
    Purpose::Statistics,
    Purpose::OperateFull,
    Purpose::AppAnalytics,
];

/// Purposes that serve the law, security, the records of the business and people's own rights; whatever the category.
pub(super) fn law_and_rights() -> Purposes {
    Set::of(LAW_AND_RIGHTS)
}

/// The purposes that the policy states for a category.
pub(super) fn stated_for(category: Category) -> Purposes {
    use Purpose as P;
    let (whole, own): (bool, &[Purpose]) = match category {
        Category::Account => (
            true,
            &[
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
            ],
        ),
        Category::SharedAccounts | Category::Command | Category::OperationsInfo | Category::Status => {
            (true, &[P::Control, P::StatusDisplay])
        }
        Category::DeviceInfo => (
            true,
            &[P::Control, P::StatusDisplay, P::Authenticity, P::ConnectionSelection, P::AppRun, P::Ecosystem],
        ),
        Category::NetworkInfo | Category::OperateInfo => {
            (true, &[P::ConnectionSelection, P::Control, P::StatusDisplay])
        }
        Category::Feedback => (
            false,
            &[P::Feedback, P::FollowUp, P::Record, P::Provide, P::Support, P::Statistics, P::Communicate],
        ),
        Category::FactoryMac => (false, &[P::Authenticity]),
        Category::IdentityProof => (false, &[P::IdentityVerification]),
        Category::PhoneFeature => (false, &[P::AppRun, P::ConnectionSelection, P::StatusDisplay, P::Control]),
        Category::Correspondence => {
            (false, &[P::Record, P::Communicate, P::FollowUp, P::Support, P::Feedback])
        }
        Category::Credentials => (false, &[P::IdentityVerification, P::AppRun, P::Control, P::Provide]),
        Category::Age => (false, &[P::Provide]),
        Category::Purchase => (true, &[P::DirectMarketing, P::Ecosystem]),
        Category::RequestData => (false, &[P::IdentityVerification, P::Communicate]),
        Category::EcosystemData => (true, &[P::Ecosystem]),
        Category::Cookie => {
            (false, &[P::WebAnalytics, P::Preferences, P::Features, P::Advertising, P::InterestAds])
        }
        Category::Demographic | Category::CookieReport | Category::WebLog => {
            (false, &[P::WebAnalytics, P::Statistics])
        }
        Category::LocalStorage => (false, &[P::Preferences, P::Features]),
        Category::AdProfile => (false, &[P::Advertising, P::InterestAds]),
        Category::Analytics => (false, &[P::AppAnalytics, P::Provide, P::Statistics]),
        Category::Statistic => (false, &[P::Statistics, P::Provide]),
    };
    let service = if whole { Set::of(SERVICE) } else { Set::EMPTY };
    law_and_rights().union(service).union(Set::of(own))
}

/// The four purposes of the policy's own list, and what it says beside single categories.
pub(super) fn listed() -> Purposes {
    law_and_rights().union(Set::of(&[
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
    ]))
}

/// For a narrow purpose of collection, the purposes that are kin to it; nothing for one that is not narrow.
pub(super) fn kin(purpose: Purpose) -> Option<Purposes> {
    use Purpose as P;
    const NARROW: &[(Purpose, &[Purpose])] = &[
        (P::IdentityVerification, &[]),
        (P::Authenticity, &[]),
        (P::SubjectRequest, &[P::IdentityVerification, P::Communicate]),
        (P::MinorRemoval, &[]),
        (P::LegalCompliance, &[]),
        (P::LegalDemand, &[]),
        (P::Security, &[]),
        (P::AppRun, &[P::ConnectionSelection, P::StatusDisplay, P::Control]),
        (P::ConnectionSelection, &[P::Control, P::StatusDisplay, P::AppRun]),
        (P::FollowUp, &[P::Feedback, P::Record, P::Support]),
        (P::Feedback, &[P::FollowUp, P::Record, P::Provide, P::Support, P::Statistics]),
    ];
    let (_, kin) = NARROW.iter().find(|(narrow, _)| *narrow == purpose)?;
    Some(Set::of(kin).with(purpose).union(law_and_rights()))
}
