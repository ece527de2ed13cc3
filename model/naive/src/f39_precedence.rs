//! F39: what a user agreement that a person accepted overrides, by the reading that lets it (ORD-01, T28).

use crate::history::{DataAct, Past};
use vouchsafe_alphabet::Observation::AgreementAccepted;
use vouchsafe_alphabet::readings::UserAgreement;

impl Past<'_> {
    /// Whether law covers this act, or an accepted agreement names it.
    pub(crate) fn exempt(self, act: &DataAct) -> bool {
        self.covered(act) || self.overridden(act)
    }

    fn overridden(self, act: &DataAct) -> bool {
        let names = |seen| {
            if let AgreementAccepted { person, verbs: Some(verbs), categories: Some(categories), purpose } =
                seen
            {
                person == act.person
                    && verbs.has(act.verb)
                    && categories.has(act.category)
                    && (purpose.is_none() || purpose == act.purpose)
            } else {
                false
            }
        };
        self.rules.readings.user_agreement == UserAgreement::Overrides && self.ever(names)
    }
}
