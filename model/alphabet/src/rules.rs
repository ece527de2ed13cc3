//! Deadlines, thresholds and readings as data; nothing here decides.

use crate::clock::Ticks;
use crate::party::Place;
use crate::readings::{GroupSize, Readings};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The rules by which parties play, or by which the oracle judges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rules {
    /// Length in milliseconds of the unit in which deadlines are counted.
    pub unit_ms: u64,
    /// The deadlines that the policy leaves open.
    pub deadlines: Deadlines,
    /// The readings that settle its ambiguities.
    pub readings: Readings,
    /// The highest fee for one request for access that is reasonable, in all (DSR-07).
    pub fee_cap: u64,
    /// The deadline `subject-request` by the law of a place, where that is known (DSR-05).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub subject_requests: BTreeMap<Place, u32>,
}

macro_rules! deadlines {
    ($($(#[doc = $says:literal])* $field:ident $name:literal $timer:literal = $default:literal, $by:ident;)+) => {
        /// Deadlines in units of [`Rules::unit_ms`], each counted from the start of the unit in which it begins.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
        pub struct Deadlines { $($(#[doc = $says])* pub $field: u32),+ }

        impl Default for Deadlines {
            fn default() -> Self {
                Self { $($field: $default),+ }
            }
        }

        impl Deadlines {
            /// Name, timer of the clause inventory, value, whether nought is possible, and what it bounds.
            pub fn each(&self) -> Vec<(&'static str, &'static str, u32, Limit, &'static str)> {
                vec![$(($name, $timer, self.$field, Limit::$by, concat!($($says),*))),+]
            }
            /// Sets the deadline called `name`; `false` when there is none such.
            pub fn set(&mut self, name: &str, units: u32) -> bool {
                match name {
                    $($name => self.$field = units,)+
                    _ => return false,
                }
                true
            }
        }
    };
}

/// What kind of limit a deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Something must be done by then; nought units cannot be kept.
    DoBy,
    /// Something must have stopped by then; nought units mean at once.
    StopBy,
}

deadlines! {
    /// From a withdrawal to its processing.
    withdrawal "withdrawal" "K01" = 2, DoBy;
    /// From the end of marketing that a person asked for to the last marketing use.
    marketing_stop "marketing-stop" "K03" = 1, StopBy;
    /// From a message that revokes a permission to the last reading of the phone; its own switch works at once.
    permission_stop "permission-stop" "K06" = 1, StopBy;
    /// From opting out of interest-based advertisements to the last one.
    ad_stop "ad-stop" "K04" = 1, StopBy;
    /// From a request for access or correction to its answer, by the person's own law.
    subject_request "subject-request" "K02" = 2, DoBy;
    /// The same by the law of the vendor's home, China, for those who live there.
    subject_request_home "subject-request-home" "K02" = 3, DoBy;
    /// For how long the last known state of a TV may be shown as current after it fell silent.
    status_freshness "status-freshness" "K16" = 1, StopBy;
    /// From the first storing of a record to its classification.
    classification "classification" "K23" = 1, DoBy;
    /// From the end of the purpose to the vendor's inference that it has ended.
    inference "inference" "K07" = 1, StopBy;
    /// From that inference to the purge.
    retention "retention" "K07" = 1, DoBy;
    /// How long a business ground lasts, where the reading bounds it.
    business_ground "business-ground" "K08" = 1, DoBy;
    /// From a guardian's report to the removal of the minor's data and subscriptions.
    minor_removal "minor-removal" "K09" = 1, DoBy;
    /// From a review of security to the next.
    security_review "security-review" "K10" = 80, DoBy;
    /// From a review of the policy to the next.
    policy_review "policy-review" "K11" = 80, DoBy;
    /// From the notice of a material change to its effect, at the least.
    notice_lead "notice-lead" "K12" = 0, StopBy;
    /// From when a person becomes aware of a breach to their report of it; the duty is the person's.
    user_report "user-report" "K20" = 1, DoBy;
    /// From the wish that sharing stop to the last disclosure to affiliates and providers.
    sharing_stop "sharing-stop" "K05" = 1, StopBy;
}

impl Default for Rules {
    /// One unit is a day; deadlines are model choices, since the policy states none.
    fn default() -> Self {
        Self {
            unit_ms: 86_400_000,
            deadlines: Deadlines::default(),
            readings: Readings::default(),
            fee_cap: 10,
            subject_requests: BTreeMap::new(),
        }
    }
}

/// Why rules cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RulesError {
    /// The unit has no length.
    #[error("`unit-ms` is 0; a unit of time needs at least one millisecond")]
    NoUnit,
    /// A duty that must be done at once cannot be kept.
    #[error("the deadline `{0}` is 0 units; something must be done by then, so it needs at least 1")]
    AtOnce(&'static str),
    /// A clock cannot hold the deadline.
    #[error("the deadline `{0}` is {1} units; it may be at most {longest}", longest = Ticks::LONGEST / 3)]
    TooLong(&'static str, u32),
}

impl Rules {
    /// The last lawful millisecond of a deadline of `units` units that begins at `at_ms`.
    ///
    /// Oracle and naive evaluator share this conversion and no other.
    #[inline]
    pub fn due_ms(&self, at_ms: u64, units: u32) -> u64 {
        let unit = self.unit_ms.max(1);
        (at_ms / unit).saturating_add(u64::from(units)).saturating_mul(unit)
    }

    /// About how many people figures must be at the least, by the reading.
    ///
    /// Oracle, naive evaluator and parties share this number.
    pub const fn group_size(&self) -> u64 {
        match self.readings.group_size {
            GroupSize::Ten => 10,
            GroupSize::Two => 2,
            GroupSize::Fifty => 50,
        }
    }

    /// Whether every deadline can be kept and held by a clock.
    ///
    /// # Errors
    /// The first deadline that cannot.
    pub fn check(&self) -> Result<(), RulesError> {
        if self.unit_ms == 0 {
            return Err(RulesError::NoUnit);
        }
        // Chained deadlines run on one clock, so each may take a third of it.
        let local = self.subject_requests.values().map(|&units| ("subject-request", units, Limit::DoBy));
        let each = self.deadlines.each().into_iter().map(|(name, _, units, limit, _)| (name, units, limit));
        for (name, units, limit) in each.chain(local) {
            if units == 0 && limit == Limit::DoBy {
                return Err(RulesError::AtOnce(name));
            }
            if units > Ticks::LONGEST / 3 {
                return Err(RulesError::TooLong(name, units));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_counted_from_the_start_of_its_unit() {
        let rules = Rules { unit_ms: 100, ..Rules::default() };
        assert_eq!(rules.due_ms(0, 1), 100);
        assert_eq!(rules.due_ms(99, 1), 100);
        assert_eq!(rules.due_ms(100, 1), 200);
        assert_eq!(rules.due_ms(250, 3), 500);
        assert_eq!(rules.due_ms(u64::MAX, 3), u64::MAX);
    }

    #[test]
    fn impossible_deadlines_are_refused() {
        let with = |name: &str, units| {
            let mut rules = Rules::default();
            assert!(rules.deadlines.set(name, units));
            rules.check()
        };
        assert_eq!(with("withdrawal", 0), Err(RulesError::AtOnce("withdrawal")));
        assert_eq!(with("marketing-stop", 0), Ok(()));
        assert_eq!(with("retention", 251), Err(RulesError::TooLong("retention", 251)));
        assert_eq!(Rules { unit_ms: 0, ..Rules::default() }.check(), Err(RulesError::NoUnit));
    }
}
