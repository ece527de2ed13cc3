//! What can be swept: the numbers that the policy leaves open, on either side, and how long phones stay away.

use crate::scope::Scope;
use std::fmt;
use std::str::FromStr;
use vouchsafe_alphabet::rules::{Deadlines, Limit};

/// A parameter: a number of units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parameter {
    /// A deadline as it is promised, which the books judge by.
    Judged(&'static str),
    /// A deadline as the parties keep it.
    Played(&'static str),
    /// After how long a phone is back online at the latest.
    OfflineLimit,
}

/// There is no such parameter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no parameter `{0}`")]
pub struct UnknownParameter(pub String);

const OFFLINE_LIMIT: &str = "offline-limit";

impl Parameter {
    /// Every parameter: deadlines as promised, then as kept, then the others.
    pub fn all() -> Vec<Self> {
        let names = || Deadlines::default().each().into_iter().map(|(name, ..)| name);
        names().map(Self::Judged).chain(names().map(Self::Played)).chain([Self::OfflineLimit]).collect()
    }

    /// What it is, in a few words.
    pub fn says(self) -> String {
        match self {
            Self::Judged(name) => format!("the deadline `{name}` as it is promised"),
            Self::Played(name) => format!("the deadline `{name}` as the parties keep it"),
            Self::OfflineLimit => "the units for which a phone may stay offline".to_owned(),
        }
    }

    /// The timer of the clause inventory that it stands for.
    pub fn timer(self) -> Option<&'static str> {
        self.deadline().map(|(timer, _)| timer)
    }

    /// The least value that it can have.
    pub fn least(self) -> u32 {
        match (self, self.deadline()) {
            (Self::Judged(_) | Self::Played(_), Some((_, Limit::DoBy))) => 1,
            (Self::Judged(_) | Self::Played(_) | Self::OfflineLimit, _) => 0,
        }
    }

    /// The timer and the kind of the deadline that it is about; what waits on a phone that is away is a withdrawal.
    fn deadline(self) -> Option<(&'static str, Limit)> {
        let name = match self {
            Self::Judged(name) | Self::Played(name) => name,
            Self::OfflineLimit => "withdrawal",
        };
        let deadlines = Deadlines::default().each();
        deadlines.into_iter().find(|(known, ..)| *known == name).map(|(_, timer, _, limit, _)| (timer, limit))
    }

    /// Whether a scope lets it matter: a phone stays away only where it can go offline and has to come back.
    pub fn matters_in(self, scope: &Scope) -> bool {
        match self {
            Self::Judged(_) | Self::Played(_) => true,
            Self::OfflineLimit => scope.setup.offline_limit.is_some(),
        }
    }

    /// Sets it in a scope.
    pub(super) fn set(self, scope: &mut Scope, value: u32) {
        match self {
            Self::Judged(name) => {
                scope.judged.deadlines.set(name, value);
            }
            Self::Played(name) => {
                scope.setup.rules.deadlines.set(name, value);
            }
            Self::OfflineLimit if self.matters_in(scope) => scope.setup.offline_limit = Some(value),
            Self::OfflineLimit => {}
        }
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Judged(name) => to.write_str(name),
            Self::Played(name) => write!(to, "played:{name}"),
            Self::OfflineLimit => to.write_str(OFFLINE_LIMIT),
        }
    }
}

impl FromStr for Parameter {
    type Err = UnknownParameter;

    fn from_str(text: &str) -> Result<Self, UnknownParameter> {
        let plain = text.strip_prefix("judged:").unwrap_or(text);
        let known = Self::all().into_iter().find(|parameter| parameter.to_string() == plain);
        known.ok_or_else(|| UnknownParameter(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_read_by_the_name_that_it_prints() {
        for parameter in Parameter::all() {
            assert_eq!(parameter.to_string().parse(), Ok(parameter));
        }
        assert_eq!("judged:withdrawal".parse(), Ok(Parameter::Judged("withdrawal")));
        let unknown = "judged:offline".parse::<Parameter>();
        assert_eq!(unknown, Err(UnknownParameter("judged:offline".to_owned())));
    }
}
