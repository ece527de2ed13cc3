//! The scopes that ship with the tool.

use crate::scope::{Scope, ScopeKind};

macro_rules! shipped {
    ($($name:literal)*) => {
        /// The text of every shipped scope, by the name of its file.
        pub const TEXTS: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../../fixtures/scopes/", $name, ".toml")))),*];
    };
}

shipped! {
    "authenticity"
    "control"
    "answers"
    "keys"
    "recorded-commands"
    "co-users"
    "two-tvs"
    "slow-check"
    "forged-verdict"
    "servers-down"
    "press-order"
    "log-out"
    "intruder"
    "adversary"
    "two-pressers"
    "limits-by-mail"
    "revoked-by-mail"
    "resale"
    "incidents"
    "transit"
    "subject-requests"
    "account-pages"
    "contact"
    "denial"
    "denial-after-withdrawal"
    "transfer"
    "transfer-after-move"
    "copies-abroad"
    "requests-and-moves"
    "stopped-sharing"
    "correspondence"
    "route"
    "status"
    "details"
    "occasions"
    "feedback"
    "crashes"
    "sale"
    "affiliate"
    "change-of-owner"
    "marketing"
    "separate-consent"
    "no-objection"
    "retention"
    "storage"
    "staff"
    "secrecy"
    "consent"
    "disclosure"
    "offline"
    "minors"
    "minors-copies"
    "minors-marketing"
    "terms"
    "agreements"
    "reviews"
    "updates"
    "new-practice"
    "contracts"
    "contract-term"
    "sharing"
    "affiliates-of-other-sectors"
    "services"
    "shared-accounts"
    "law"
    "statutes"
    "orders"
    "purposes"
    "new-purpose"
    "follow-up"
    "promotions"
    "command-log"
    "partners"
    "partner-under-law"
    "linking"
    "unlinkable-lines"
    "figures"
    "web"
    "site-cookies"
    "sites-alone"
    "app-analytics"
    "third-parties"
    "control-and-consent"
    "control-and-retention"
    "control-and-minors"
    "control-and-terms"
    "disclosure-and-sale"
    "withdrawal-and-law"
    "contact-and-purposes"
    "contact-and-marketing"
    "retention-and-recipients"
    "sale-and-recipients"
    "consent-and-recipients"
    "marketing-and-consent"
    "marketing-and-recipients"
    "control-and-recipients"
    "control-and-sale"
    "minors-and-recipients"
    "minors-and-sale"
    "figures-and-sale"
    "transfer-and-storage"
    "adverts-and-third-parties"
    "collection-and-ecosystem"
    "consent-and-route"
    "retention-and-transfer"
    "incidents-and-route"
    "mail-and-status"
    "clash-acceptance"
    "clash-asset-sale"
    "clash-collection-never-asked"
    "clash-commands-unrecorded"
    "clash-contract-for-all"
    "clash-marks-purged"
    "route-and-reinstall"
    "clash-new-terms-by-use"
    "clash-agreement"
    "clash-actual-age"
    "clash-analytics-reach"
    "clash-any-law"
    "clash-blanket-consent"
    "clash-business-ground"
    "clash-collection-list"
    "clash-ecosystem"
    "clash-joint-data"
    "clash-withdrawn-data"
    "clash-linkable"
    "clash-long-offline"
    "clash-partner-scope"
    "clash-offline-reinstall"
    "clash-pooled-figures"
    "clash-web-heading"
    "clash-updates-only"
    "household"
    "customers"
    "abroad"
}

/// Every shipped scope, in the order of the list.
///
/// # Panics
/// When one cannot be read: leaving it out in silence would have fewer scopes pass for all.
pub fn all() -> Vec<Scope> {
    let read = |(name, text): &(&str, &str)| match Scope::parse(text) {
        Ok(scope) => scope,
        Err(error) => panic!("the shipped scope {name} cannot be read: {error}"),
    };
    TEXTS.iter().map(read).collect()
}

/// The shipped scope with this name.
pub fn named(name: &str) -> Option<Scope> {
    all().into_iter().find(|scope| scope.name == name)
}

/// The scopes that a plain check explores.
pub fn default_scopes() -> Vec<Scope> {
    all().into_iter().filter(|scope| matches!(scope.kind, ScopeKind::Deciding | ScopeKind::Pair)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_scope_can_be_read_and_has_the_name_of_its_file() {
        for (name, text) in TEXTS {
            match Scope::parse(text) {
                Ok(scope) => assert_eq!(scope.name, *name),
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }
}
