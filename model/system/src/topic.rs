//! Topics: the sets of environment inputs that a scope switches on, gated here and nowhere else.

use crate::action::Action;
use crate::setup::Setup;

list! {
    /// A set of environment inputs.
    "topic" Topic {
        /// Time passes.
        Time "time",
        /// People open the plugin.
        Product "product",
        /// Data reaches the vendor.
        Collection "collection",
        /// The vendor asks, people answer, the vendor uses.
        Consent "consent",
        /// People withdraw consent.
        Withdrawal "withdrawal",
        /// Data goes to those who work for the vendor.
        Disclosure "disclosure",
        /// Terms change and are accepted.
        Terms "terms",
        /// Direct marketing.
        Marketing "marketing",
        /// TVs are bound, checked and controlled.
        Control "control",
        /// Purposes and grounds end, records are purged.
        Retention "retention",
        /// The vendor learns of minors.
        Minors "minors",
        /// Bargains with recipients, and a change of ownership.
        Sale "sale",
        /// Contracts with recipients are signed, run out and end.
        Contracts "contracts",
        /// Classes of recipient are asked for and served, and pass on what they got.
        Sharing "sharing",
        /// Law demands and allows.
        Law "law",
        /// Data is collected and used for purposes, and new ones are asked for.
        Purposes "purposes",
        /// Products of partners are promoted.
        Partners "partners",
        /// Web log lines are filed, and records are linked.
        Linking "linking",
        /// Figures about groups of people go outside.
        Figures "figures",
        /// Cookies, logs and local storage are written on the vendor's sites.
        Web "web",
        /// Partners gather activity and show adverts, and people opt out.
        Advertisements "advertisements",
        /// Parts of third parties are used, and ecosystem companies pass data on.
        ThirdParties "third-parties",
        /// Plugins read the phone's network, as far as they may, and choose the route.
        Route "route",
        /// Passwords get about and are used, and incidents are noticed, reported and laid at doors.
        Incidents "incidents",
        /// People write to the vendor, and are answered.
        Contact "contact",
        /// People ask for access and correction, prove who they are, and see to their account themselves.
        Rights "rights",
        /// People decline to give data, and are refused services for it.
        Denial "denial",
        /// People end sharing with affiliates and providers.
        Halt "halt",
        /// TVs report their state, and plugins show it.
        Status "status",
        /// New versions of the terms are published and announced.
        Updates "updates",
        /// A successor uses what it took over.
        Corporate "corporate",
        /// Records are stored, backed up and classified.
        Storage "storage",
        /// Staff are bound to secrecy, work with records, leave, and answer for breaches.
        Staff "staff",
        /// Records go to data centres, and safeguards come and go.
        Transfer "transfer",
        /// People move to another place.
        Moves "moves",
        /// Security practices and the policy are reviewed.
        Reviews "reviews",
        /// People read the page with the policy.
        PolicyPage "policy-page",
        /// User agreements are accepted.
        Agreements "agreements",
    }
}

impl Setup {
    /// Whether the scope offers this input.
    #[inline]
    pub fn offers(&self, action: Action) -> bool {
        self.topics.has(action.topic())
            && action.fault().is_none_or(|fault| self.faults.has(fault))
            && action.defect().is_none_or(|defect| self.has(defect))
            && !self.without.iter().any(|word| word == action.word())
    }
}
